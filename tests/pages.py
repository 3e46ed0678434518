"""The examples in the pages of the documentation: runs them as a reader would and puts what they print back into the page.

    python tests/pages.py      bring the outputs in all pages up to date

Fenced blocks are told apart by their language: `console` is a shell session with "$ " before each command, `python` a session
with ">>> "; `text NAME` is a file that later commands of the page read. Blocks in any other language are not run. A page runs from
top to bottom in an empty folder that holds a copy of seeds/; its Python blocks share their names.
"""

from __future__ import annotations

import contextlib
import doctest
import io
import os
import re
import shutil
import subprocess
import sys
import tempfile
import traceback
from collections.abc import Iterator
from pathlib import Path
from unittest import mock

ROOT = Path(__file__).resolve().parents[1]
PAGES = (
    *(ROOT / "README.md", ROOT / "benchmarks" / "README.md", ROOT / "reports" / "README.md"),
    *sorted((ROOT / "docs").glob("*.md")),
)
FENCED = re.compile(r"^```(?P<language>\S*)(?: (?P<name>\S+))?\n(?P<text>.*?)^```$", re.MULTILINE | re.DOTALL)
_MARK = "\x1e"
_KEPT = ("PATH", "HOME", "TMPDIR", "SYSTEMROOT")  # what else is set decides what programs print: pytest is wordier where CI is set
_SHELL = """
exec 2>&1
numclaims() { "$PYTHON" -m numclaims "$@"; }
pytest() { "$PYTHON" -m pytest -p no:cacheprovider "$@"; }
mark() { status=$?; printf '\\036'; return $status; }
"""


def rerun(page: str) -> str:
    """The page with every example's output as it is now."""
    names: dict[str, object] = {}
    kept = {name: os.environ[name] for name in _KEPT if name in os.environ}
    environment = {**kept, "PYTHON": sys.executable, "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1", "NO_COLOR": "1"}
    with tempfile.TemporaryDirectory() as scratch, mock.patch.dict(os.environ, environment, clear=True):
        folder = Path(scratch)
        shutil.copytree(ROOT / "seeds", folder / "seeds")
        return FENCED.sub(lambda block: _rerun_block(block, folder, names), page)


def _rerun_block(block: re.Match[str], folder: Path, names: dict[str, object]) -> str:
    language, text = block["language"], block["text"]
    if language == "text" and block["name"]:
        (folder / block["name"]).write_text(text, encoding="utf-8")
    ran = text
    if language == "console":
        ran = "".join(_console(text, folder))
    elif language == "python":
        ran = "".join(_python(text, folder, names))
    ran = re.sub(r"[ \t]+$", "", ran, flags=re.MULTILINE)  # padding of tables, which editors strip
    return block[0].replace(text, ran, 1) if ran != text else block[0]


def _console(text: str, folder: Path) -> Iterator[str]:
    """Each command of a session with what it prints, errors included. A command goes on in lines that begin with "> "."""
    commands = re.findall(r"^\$ .*\n(?:> .*\n)*", text, re.MULTILINE)
    script = _SHELL + "".join(f"{command[2:].replace(chr(10) + '> ', chr(10))}mark\n" for command in commands)
    done = subprocess.run(["sh", "-c", script], cwd=folder, stdout=subprocess.PIPE, check=False)
    printed = done.stdout.decode().split(_MARK)
    for command, output in zip(commands, printed, strict=False):
        yield command
        yield output.rstrip("\n") + "\n" if output.strip() else ""


def _python(text: str, folder: Path, names: dict[str, object]) -> Iterator[str]:
    """Each statement of a session with what it prints or gives; of an error its last line."""
    for piece in doctest.DocTestParser().parse(text):
        if isinstance(piece, str):
            yield piece
            continue
        yield "".join(f"{'>>>' if at == 0 else '...'} {line}".rstrip() + "\n" for at, line in enumerate(piece.source.splitlines()))
        printed = io.StringIO()
        with contextlib.chdir(folder), contextlib.redirect_stdout(printed):
            try:
                exec(compile(piece.source, "<page>", "single"), names)
            except Exception as error:
                print("Traceback (most recent call last):\n    ...")
                print("".join(traceback.format_exception_only(error)).strip())
        yield re.sub(r"^\s*$\n", "<BLANKLINE>\n", printed.getvalue(), flags=re.MULTILINE)


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))
    for path in PAGES:
        path.write_text(rerun(path.read_text(encoding="utf-8")), encoding="utf-8")
