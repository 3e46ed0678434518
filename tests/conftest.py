"""Makes importable by name what several tests use and no package holds (tests/pages.py, tests/work.py, tests/judged.py, the tables of the
benchmarks), and lets properties take their time: a machine under load must fail no test."""

from __future__ import annotations

import sys
from pathlib import Path

from hypothesis import settings

sys.path += [str(Path(__file__).parent), str(Path(__file__).parents[1] / "benchmarks")]
settings.register_profile("unhurried", deadline=None)
settings.load_profile("unhurried")
