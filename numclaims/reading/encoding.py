"""Bytes to text: which encoding a file has, and whether it is text at all. It knows no format.

Unicode is recognised by its byte order mark or by being valid UTF-8 throughout. Anything else is a guess, unless the user names
the encoding: UTF-16 without a mark by its NULs, a legacy code page by what `_legacy` makes of it.
"""

from __future__ import annotations

import codecs
import io
from dataclasses import dataclass
from typing import BinaryIO

_CHUNK = 1 << 16
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SIGNATURES = (
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a ZIP archive or an Office document"),
    (b"\xd0\xcf\x11\xe0", "an old Office document"),
    (b"{\\rtf", "an RTF document"),
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"\x1f\x8b", "a gzip archive"),
)
# Control bytes that prose does not hold; tab, line ends, form feed and escape (ISO 2022) it may.
_CONTROLS = bytes({*range(32), 127} - {*b"\t\n\v\f\r\x1b"})
_STRANGE_SHARE = 0.05
_STRAY = 2  # so many strange bytes prove nothing, however short the text
_UTF16_NULS = 0.05
_LATIN_SHARE = 0.10
_GUESSED_FROM = 1 << 14


class NotTextError(ValueError):
    """The bytes are no text; the message says what they look like."""


@dataclass(frozen=True, slots=True)
class Encoding:
    """An encoding by Python's name for it, and whether it was only guessed, so that currency signs and letters may be others."""

    name: str
    guessed: bool = False

    def warning(self, file: str) -> str:
        """What the reader of a file should know of it; "" where nothing was guessed."""
        return f"{file}: is not UTF-8; read as {self.name}, a guess that --encoding can put right" if self.guessed else ""


class Text(io.TextIOWrapper):
    """An open text that says how its bytes were decoded."""

    def __init__(self, raw: BinaryIO, decoded: Encoding) -> None:
        super().__init__(raw, encoding=decoded.name, errors="replace", newline=None)
        self.decoded = decoded


def open_text(raw: BinaryIO, named: str = "") -> Text:
    """Opens bytes as text with line ends normalised to `\\n`; a pipe is read whole, a file stays on the disk.

    `named` is the encoding of bytes that are not plainly Unicode; without it that is guessed. Bytes that are damaged in the
    encoding found read as U+FFFD, so that reading never fails on them. Raises NotTextError.
    """
    if not raw.seekable():
        raw = io.BytesIO(raw.read())
    encoding = detect(raw, named)
    raw.seek(0)
    return Text(raw, encoding)


def is_encoding(name: str) -> bool:
    """Whether Python can read a file in this encoding; "hex" and "rot13" are codecs, but not of text."""
    try:
        io.TextIOWrapper(io.BytesIO(b"12"), encoding=name, errors="replace").read()
    except (LookupError, ValueError):
        return False
    return True


def detect(raw: BinaryIO, named: str = "") -> Encoding:
    """The encoding of all that is left in `raw`, `named` if it is not plainly Unicode. Raises NotTextError for binary files."""
    head = raw.read(_CHUNK)
    for mark, encoding in _MARKS:
        if head.startswith(mark):
            return Encoding(encoding)
    for signature, kind in _SIGNATURES:
        if head.startswith(signature):
            raise NotTextError(f"looks binary ({kind}); convert it to text first")
    controls = len(head) - len(head.translate(None, _CONTROLS))
    if controls <= _STRAY + len(head) * _STRANGE_SHARE:
        return _utf8_or_legacy(head, raw, named)
    if named:
        return Encoding(named)
    if utf16 := _utf16_without_mark(head):
        return Encoding(utf16, guessed=True)
    raise NotTextError("looks binary: too many control characters for text")


def _utf16_without_mark(head: bytes) -> str:
    """UTF-16 shows as NULs in one of two columns of bytes, for spaces and digits in every script. "" where it does not."""
    head = head[: len(head) // 2 * 2]
    pairs = len(head) // 2
    even, odd = head[0::2].count(0), head[1::2].count(0)
    for encoding, nuls, others in (("utf-16-le", odd, even), ("utf-16-be", even, odd)):
        if nuls > pairs * _UTF16_NULS and others * 20 <= nuls:
            text = head.decode(encoding, errors="replace")
            strange = sum(ord(char) < 128 and ord(char) in _CONTROLS for char in text) + text.count("\ufffd")
            if strange <= _STRAY + len(text) * _STRANGE_SHARE:
                return encoding
    return ""


def _utf8_or_legacy(head: bytes, raw: BinaryIO, named: str) -> Encoding:
    """UTF-8 if all of the file is, or if most of what is not ASCII is: that is a damaged or truncated UTF-8 file.

    What is not all UTF-8 has the encoding that is named, if one is.
    """
    decoder = codecs.getincrementaldecoder("utf-8")(errors="replace")
    good = broken = 0
    sample = before = b""
    chunk = head
    while True:
        text = decoder.decode(chunk, final=not chunk)
        if not text.isascii():
            here = max(0, text.count("\ufffd") - chunk.count(b"\xef\xbf\xbd"))
            good += len(text) - len(text.encode("ascii", errors="ignore")) - here
            broken += here
            if here and not sample:
                sample = chunk or before
        if not chunk:
            break
        before, chunk = chunk, raw.read(_CHUNK)
    if broken and named:
        return Encoding(named)
    return Encoding("utf-8") if good > broken or not broken else Encoding(_legacy(sample), guessed=True)


def _legacy(sample: bytes) -> str:
    """The code page of bytes that are not Unicode: Windows Western, unless they hold many letters beyond ASCII.

    charset_normalizer tells scripts apart by how often letters meet, for which a few typographic quotes and currency signs
    give it nothing; there the commonest code page is the better guess.
    """
    beyond = sum(byte > 127 for byte in sample)
    if beyond <= _STRAY + len(sample) * _LATIN_SHARE and not set(sample) & set(b"\x81\x8d\x8f\x90\x9d"):
        return "cp1252"
    from charset_normalizer import from_bytes

    first = next(index for index, byte in enumerate(sample) if byte > 127)
    best = from_bytes(sample[first : first + _GUESSED_FROM]).best()
    # a byte order mark in the middle of a file makes none of these, which can only be read from one at the beginning
    return best.encoding if best and not best.encoding.startswith(("utf_16", "utf_32")) else "cp1252"
