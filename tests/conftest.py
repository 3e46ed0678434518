"""Makes importable by name what tests use and no package holds: tests/pages.py, and the tables of the benchmarks."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path += [str(Path(__file__).parent), str(Path(__file__).parents[1] / "benchmarks")]
