"""What a terminal can show: which characters, how wide, in which colours; it knows nothing of claims or findings."""

from __future__ import annotations

import os
import re
import shutil
import unicodedata
from dataclasses import dataclass
from typing import TextIO

import click

PLAIN_WIDTH = 100
"""How wide lines are where nobody knows the width: in a file or a pipe."""

_NARROWEST = 40
_SPACES = frozenset("\t\n\v\f\r\x85\u2028\u2029")
# Joiners that scripts and emoji need; every other format character (bidi overrides among them) is shown by its number.
_SHOWN_FORMAT_CHARACTERS = frozenset("\u200b\u200c\u200d\u2060")
_UNPRINTED = frozenset({"Cc", "Cf", "Cs"})
_ACTING = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_TURNING = re.compile(r"[\u202a-\u202e\u2066-\u2069]")
_PRINTABLE_ASCII = re.compile(r"[ -~]*")


@dataclass(frozen=True, slots=True)
class Terminal:
    """The width of its lines in cells, whether it shows colours, and whether it breaks lines that are wider (a file does not)."""

    width: int = PLAIN_WIDTH
    colour: bool = False
    breaks: bool = False

    def paint(self, text: str, colour: str | None = None, *, bold: bool = False, dim: bool = False) -> str:
        """The text in a colour of `click.style`, or as it is where there are no colours."""
        return click.style(text, fg=colour, bold=bold or None, dim=dim or None) if self.colour else text

    def folded(self, text: str, indent: str = "") -> list[str]:
        """The text as lines that begin with `indent`, broken between words where the terminal would break it anywhere."""
        lines = [indent]
        for word in text.split(" "):
            if self.breaks and lines[-1] != indent and cells(lines[-1]) + 1 + cells(word) > self.width:
                lines[-1] = lines[-1].rstrip()
                lines.append(indent)
            lines[-1] += word if lines[-1] == indent else f" {word}"
        return lines


def terminal_of(stream: TextIO) -> Terminal:
    """The terminal behind a stream; lines of 100 cells without colours where it is a file or a pipe.

    NO_COLOR (no-color.org) switches colours off and wins over FORCE_COLOR, which switches them on; TERM=dumb has none.
    """
    interactive = stream.isatty()
    width = max(_NARROWEST, shutil.get_terminal_size((PLAIN_WIDTH, 24)).columns) if interactive else PLAIN_WIDTH
    forced = os.environ.get("FORCE_COLOR", "0") not in ("", "0")
    capable = interactive and os.environ.get("TERM") != "dumb"
    return Terminal(width, colour=(forced or capable) and not os.environ.get("NO_COLOR"), breaks=interactive)


def printable(text: str) -> str:
    """The text with nothing in it that acts on a terminal: line ends and tabs as spaces, control characters by their number."""
    if _PRINTABLE_ASCII.fullmatch(text):
        return text
    return "".join(map(printable_character, text))


def harmless(text: str) -> str:
    """The text, character for character, with pictures for control characters ("␛"): for tables in files, whose offsets must hold.

    Lines and tabs stay. What no file can hold, or no picture shows, is U+FFFD.
    """
    return _ACTING.sub(_picture, text)


def unturned(text: str) -> str:
    """The harmless text without characters that turn text round, by their number: a number shown backwards is another number."""
    return _TURNING.sub(lambda found: _numbered(found[0]), harmless(text))


def _picture(found: re.Match[str]) -> str:
    code = ord(found[0])
    return chr(0x2400 + code) if code < 0x20 else "␡" if code == 0x7F else "\ufffd"


def on_one_line(text: str) -> str:
    """The printable text with one space for several, which blanked markup leaves behind."""
    return " ".join(printable(text).split())


def printable_character(character: str) -> str:
    """One character as it may be printed: itself, a space, or its number as in "\\x1b"."""
    if character in _SPACES:
        return " "
    if unicodedata.category(character) not in _UNPRINTED or character in _SHOWN_FORMAT_CHARACTERS:
        return character
    return _numbered(character)


def _numbered(character: str) -> str:
    return character.encode("unicode_escape", "backslashreplace").decode("ascii")


def cells(text: str) -> int:
    """How many cells of a terminal the printable text takes: two for wide characters, none for combining ones."""
    if text.isascii():
        return len(text)
    return sum(map(_character_cells, text))


def clip(text: str, width: int) -> str:
    """The text, cut to so many cells, the last of them "…" where something is cut."""
    if cells(text) <= width:
        return text
    taken, used = [], 1
    for character in text:
        used += _character_cells(character)
        if used > width:
            break
        taken.append(character)
    return "".join(taken).rstrip() + "…"


def _character_cells(character: str) -> int:
    if unicodedata.combining(character) or unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in ("W", "F") else 1
