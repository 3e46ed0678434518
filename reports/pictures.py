"""The pictures of the README, from its own example storm.txt: what a terminal and a browser show of it.

python reports/pictures.py           in docs/images
python reports/pictures.py FOLDER    in another folder

The terminal is drawn from what an audit prints, its colours included. The browser's picture is left as it is where there is no Chromium.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from html import escape
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
CHROMIUM = next((path for name in ("chromium", "chromium-browser", "google-chrome") if (path := shutil.which(name))), None)
FOUND = 1  # the exit status of an audit that finds something
_EXAMPLE = re.compile(r"^```text storm\.txt\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_CODE = re.compile(r"\x1b\[([\d;]*)m")
_STYLES = {"1": "bold", "2": "dim", "31": "red", "32": "green", "33": "yellow", "34": "blue", "35": "magenta", "36": "cyan"}
_CELL, _LINE, _MARGIN = 8.4, 20, 20
_SHEET = """
text { font: 14px ui-monospace, "DejaVu Sans Mono", Menlo, Consolas, monospace; fill: #e6e6ec; white-space: pre; }
.bold { font-weight: bold } .dim { opacity: .65 } .red { fill: #ff8f87 } .green { fill: #8ed68e } .yellow { fill: #f0c060 }
.blue { fill: #8ab8ff } .magenta { fill: #d9a6ff } .cyan { fill: #7fd6de }
"""


def draw(folder: Path) -> None:
    """Write console.svg, and report.png where there is a Chromium, into the folder."""
    [example] = _EXAMPLE.findall((ROOT / "README.md").read_text(encoding="utf-8"))
    with tempfile.TemporaryDirectory() as scratch:
        (Path(scratch) / "storm.txt").write_text(example, encoding="utf-8")
        printed = _audit(scratch)
        (folder / "console.svg").write_text(terminal(f"$ numclaims audit storm.txt\n{printed}"), encoding="utf-8")
        if CHROMIUM:
            page = Path(scratch) / "storm.html"
            _audit(scratch, "--format", "html", "--output", page.name)
            headless = [CHROMIUM, "--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--window-size=1200,900"]
            target = f"--screenshot={folder.resolve() / 'report.png'}"
            subprocess.run([*headless, target, page.as_uri()], check=True, capture_output=True, timeout=120)


def _audit(folder: str, *options: str) -> str:
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "FORCE_COLOR": "1", "NO_COLOR": ""}
    command = [sys.executable, "-m", "numclaims", "audit", "storm.txt", *options]
    done = subprocess.run(command, cwd=folder, env=environment, stdout=subprocess.PIPE, check=False)
    if done.returncode != FOUND:
        sys.exit(f"numclaims audit ended with status {done.returncode}")
    return done.stdout.decode()


def terminal(printed: str) -> str:
    """What a program printed, with codes for colours, as an SVG; every stretch takes the cells it would take, whatever the font."""
    lines = printed.rstrip("\n").split("\n")
    width = 2 * _MARGIN + _CELL * max(len(_CODE.sub("", line)) for line in lines)
    height = 2 * _MARGIN + _LINE * len(lines)
    words = escape(_CODE.sub("", printed), quote=True)
    drawn = "\n".join(f"{text}" for row, line in enumerate(lines) for text in _stretches(line, row))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:.0f} {height}" width="{width:.0f}" height="{height}" role="img">\n'
        f"<title>{words}</title>\n<style>{_SHEET}</style>\n"
        f'<rect width="100%" height="100%" rx="8" fill="#17171b"/>\n{drawn}\n</svg>\n'
    )


def _stretches(line: str, row: int) -> Iterator[str]:
    """The parts of a line between changes of colour."""
    column, styles = 0, set[str]()
    text, *rest = _CODE.split(line)
    for codes, part in zip(["", *rest[::2]], [text, *rest[1::2]], strict=True):
        for code in codes.split(";"):
            styles = {*styles, _STYLES[code]} if code in _STYLES else set() if code == "0" else styles
        if part.strip():
            x, y = _MARGIN + _CELL * column, _MARGIN + _LINE * row + 15
            named = f' class="{" ".join(sorted(styles))}"' if styles else ""
            shown = escape(part, quote=False)
            yield f'<text x="{x:.1f}" y="{y}" textLength="{_CELL * len(part):.1f}" xml:space="preserve"{named}>{shown}</text>'
        column += len(part)


if __name__ == "__main__":
    draw(Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "docs" / "images")
