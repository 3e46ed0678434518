"""That the encoding of a file is found, and that damaged text is read as far as it goes."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from numclaims.model import Document
from numclaims.reading import read_documents
from numclaims.reading.encoding import Encoding, NotTextError, detect, is_encoding, open_text

ENGLISH = "The fund paid £4.5 million – “too little”, said the café’s owner – to 19 of 23 shops."
CYRILLIC = "Служба сообщила, что за сутки потушено 14 пожаров из 21, и 3 человека спасены."


def decoded(content: bytes) -> str:
    with open_text(io.BytesIO(content)) as stream:
        return stream.read()


@pytest.mark.parametrize("text", [ENGLISH, CYRILLIC, "Plain 12.", "Zwölf", "数は3と4。 \n12 3", "🙂 5"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_unicode_is_recognised(text: str, encoding: str) -> None:
    assert decoded(text.encode(encoding)) == text


@pytest.mark.parametrize("text", [ENGLISH, CYRILLIC, "Plain 12."])
@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_utf16_is_recognised_with_and_without_a_byte_order_mark(text: str, encoding: str, mark: str) -> None:
    assert decoded((mark + text).encode(encoding)) == text


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (ENGLISH, "cp1252"),
        ("It cost €3.", "cp1252"),
        ("café", "cp1252"),
        ("a" * 200_000 + " and £5", "cp1252"),
        (CYRILLIC * 3, "cp1251"),
        (CYRILLIC * 3, "koi8_r"),
    ],
)
def test_legacy_encodings_are_recognised(text: str, encoding: str) -> None:
    assert decoded(text.encode(encoding)) == text


@pytest.mark.parametrize(
    ("content", "named", "expected"),
    [
        (ENGLISH.encode(), "", Encoding("utf-8")),
        (ENGLISH.encode("utf-8-sig"), "cp437", Encoding("utf-8-sig")),
        (ENGLISH.encode(), "cp437", Encoding("utf-8")),
        (ENGLISH.encode("cp1252"), "", Encoding("cp1252", guessed=True)),
        (ENGLISH.encode("cp1252"), "latin-1", Encoding("latin-1")),
        (ENGLISH.encode("utf-16-le"), "", Encoding("utf-16-le", guessed=True)),
        (ENGLISH.encode("utf-16-le"), "utf-16-le", Encoding("utf-16-le")),
        ("a – b – c ".encode() + b"\xff 7", "cp437", Encoding("cp437")),
    ],
)
def test_what_is_not_plainly_unicode_is_guessed_unless_it_is_named(content: bytes, named: str, expected: Encoding) -> None:
    assert detect(io.BytesIO(content), named) == expected


@pytest.mark.parametrize("name", ["hex", "rot13", "no-such", "", "undefined"])
def test_an_encoding_that_is_none_is_refused(name: str) -> None:
    assert not is_encoding(name)
    if name:
        with pytest.raises(ValueError, match="no encoding of text"):
            read_documents(["a.txt"], encoding=name)


@pytest.mark.parametrize(
    ("content", "text"),
    [
        ("Zwölf Bücher, dreißig Löwen – 5 €".encode()[:-1], "Zwölf Bücher, dreißig Löwen – 5 \ufffd"),
        ("a – b – c ".encode() + b"\xff 7", "a – b – c \ufffd 7"),
        ("Plain 12".encode("utf-16")[:-1], "Plain 1\ufffd"),
        ("Plain 12".encode("utf-16-le") + "\ud83d".encode("utf-16-le", "surrogatepass"), "Plain 12\ufffd"),
        (b"five\0 of a hundred people", "five\0 of a hundred people"),
        (b"\xef\xbb\xbf", ""),
        ("already \ufffd lost".encode(), "already \ufffd lost"),
    ],
)
def test_damaged_text_is_read_as_far_as_it_goes(content: bytes, text: str) -> None:
    assert decoded(content) == text


def test_a_letter_split_between_two_chunks_is_one_letter() -> None:
    text = "x" * 65_535 + "é" * 100_000
    assert decoded(text.encode()) == text


@pytest.mark.parametrize(("ends", "text"), [(b"1\r\n2\r\n", "1\n2\n"), (b"1\r2", "1\n2"), (b"1\r\r\n\n2", "1\n\n\n2")])
def test_line_ends_are_normalised(tmp_path: Path, ends: bytes, text: str) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(ends)
    (document,) = read_documents([path])
    assert isinstance(document, Document)
    assert document.text == text


def test_a_pipe_is_read_although_it_cannot_be_rewound() -> None:
    class Pipe(io.BytesIO):
        def seekable(self) -> bool:
            return False

        def seek(self, *_: int) -> int:
            raise io.UnsupportedOperation

    with open_text(Pipe("12 – 13".encode())) as stream:
        assert stream.read() == "12 – 13"


def test_a_binary_file_is_told_from_its_beginning() -> None:
    class Endless(io.RawIOBase):
        def readable(self) -> bool:
            return True

        def readinto(self, buffer: object) -> int:
            view = memoryview(buffer)  # type: ignore[arg-type]
            view[:] = bytes(len(view))
            return len(view)

    with pytest.raises(NotTextError):
        detect(io.BufferedReader(Endless()))


@given(st.binary(max_size=300))
def test_no_bytes_crash_the_reader(content: bytes) -> None:
    try:
        decoded(content).encode("utf-8")
    except NotTextError:
        assume(False)


@given(st.text(st.characters(blacklist_categories=["Cs", "Cc", "Co", "Cn"]), max_size=200))
def test_every_text_survives_utf8(text: str) -> None:
    assert decoded(text.encode("utf-8")) == text.removeprefix("\ufeff") or text.startswith(("{\\rtf", "%PDF-", "GIF8"))
