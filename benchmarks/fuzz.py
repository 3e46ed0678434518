"""Inputs made up by atheris, which looks for those that run code that no input before ran: what fails is kept.

    pip install '.[fuzz]'
    python benchmarks/fuzz.py                          reading, grammar and pipeline for a minute each
    python benchmarks/fuzz.py grammar --seconds 600    one of them for longer

What every input must keep is in targets.py; the tests run the same with inputs made up by hypothesis. A minute is what continuous
integration can spend. An input that fails is written to --failures; with its name changed to TARGET-what-it-was it becomes a test in
tests/fuzz/. The exit status is 1 where anything failed.
"""

from __future__ import annotations

import argparse
import re
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
_DONE = re.compile(r"Done (\d+) (?:runs )?in (\d+) second")
_SLOWEST, _LARGEST, _MEMORY = 25, 4096, 2048  # seconds, bytes and megabytes of one input


def main() -> int:
    arguments = _arguments()
    if arguments.inner:
        _fuzz(arguments.targets[0], arguments.rest)
    arguments.failures.mkdir(parents=True, exist_ok=True)
    failed = [target for target in arguments.targets if not _run(target, arguments.seconds, arguments.failures)]
    for target in failed:
        print(f"{target}: failed; the input is in {arguments.failures}", file=sys.stderr)
    return 1 if failed else 0


def _run(target: str, seconds: int, failures: Path) -> bool:
    """Fuzzes a target in a process of its own, as libFuzzer ends the process it is in; whether all held."""
    from targets import WORDS, seeds

    with tempfile.TemporaryDirectory() as folder:
        corpus, words = Path(folder, "corpus"), Path(folder, "words")
        corpus.mkdir()
        for number, seed in enumerate(seeds(target)):
            (corpus / str(number)).write_bytes(seed)
        words.write_text("".join(f'"{_quoted(word)}"\n' for word in WORDS), encoding="ascii")
        options = {
            "max_total_time": seconds,
            "timeout": _SLOWEST,
            "max_len": _LARGEST,
            "rss_limit_mb": _MEMORY,
            "artifact_prefix": f"{failures}/{target}-",
        }
        given = [f"-{name}={value}" for name, value in options.items()]
        command = [sys.executable, __file__, "--inner", target, "--", *given, f"-dict={words}", str(corpus)]
        done = subprocess.run(command, stderr=subprocess.PIPE, text=True, errors="replace", check=False)
    if found := _DONE.search(done.stderr):
        print(f"{target}: {int(found[1]):,} inputs in {found[2]} s")
    if done.returncode:
        print(done.stderr[-4000:], file=sys.stderr)
    return done.returncode == 0


def _fuzz(target: str, options: list[str]) -> None:
    """Does not return."""
    try:
        import atheris  # type: ignore[import-not-found]  # an extra
    except ImportError:
        sys.exit("fuzzing needs atheris: pip install '.[fuzz]'; without it `pytest tests/test_fuzz.py` makes inputs up")
    with atheris.instrument_imports(include=["numclaims"]):
        from targets import TARGETS
    atheris.Setup([sys.argv[0], *options], TARGETS[target])
    atheris.Fuzz()


def _quoted(word: str) -> str:
    return "".join(f"\\x{byte:02x}" for byte in word.encode())


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("targets", nargs="*", metavar="TARGET", default=["reading", "grammar", "pipeline"])
    parser.add_argument("--seconds", type=int, default=60, help="for each target (default: 60)")
    parser.add_argument("--failures", type=Path, default=Path("failures"), help="the folder for inputs that fail (default: failures)")
    parser.add_argument("--inner", action="store_true", help=argparse.SUPPRESS)
    given, rest = sys.argv[1:], []
    if "--" in given:
        given, rest = given[: given.index("--")], given[given.index("--") + 1 :]
    arguments = parser.parse_args(given)
    arguments.rest = rest
    return arguments


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))
    sys.exit(main())
