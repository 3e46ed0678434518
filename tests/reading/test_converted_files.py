"""Files that are turned into text: web pages, PDF, Word, e-mail."""

from __future__ import annotations

import datetime
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from numclaims.model import Document
from numclaims.places import Places
from numclaims.reading import Unreadable, read_documents
from numclaims.reading.pages import flowing
from numclaims.reading.raised import raised

Make = Callable[..., bytes]
PAGE = """<html><head><title>Ferry carries 40 goats | Harbour News</title><meta charset="utf-8">
<meta property="article:published_time" content="2023-05-02T08:00:00Z"></head><body><nav>Sports 3 - Weather 5</nav>
<article><h1>Ferry carries 40 goats</h1><p>The ferry took <b>44</b> goats on Tuesday.</p><p>It will cost £2 million.</p>
<table><tr><th>Isle</th><th>Goats</th></tr><tr><td>Rum</td><td>19</td></tr></table></article><footer>© 2019, 7 offices</footer>
<script>var n = 66;</script></body></html>"""


def document_of(path: Path, content: bytes) -> Document:
    path.write_bytes(content)
    (document,) = read_documents([path])
    assert isinstance(document, Document), document
    return document


def test_a_web_page_gives_its_article_title_and_date(tmp_path: Path) -> None:
    document = document_of(tmp_path / "a.html", PAGE.encode())
    assert document.title == "Ferry carries 40 goats"
    assert document.date == datetime.date(2023, 5, 2)
    assert document.text == "The ferry took 44 goats on Tuesday.\n\nIt will cost £2 million.\n\n| Isle | Goats |\n\n| Rum | 19 |"
    assert document.warnings == ()


@pytest.mark.parametrize("markup", ["<p>Nine goats.</p>", "Nine goats.", "<html><body>Nine goats.", "<body><div><b>Nine</b> goats."])
def test_a_scrap_of_a_page_is_read_too(tmp_path: Path, markup: str) -> None:
    assert document_of(tmp_path / "a.htm", markup.encode()).text == "Nine goats."


def test_a_page_is_read_in_the_encoding_that_it_declares(tmp_path: Path) -> None:
    page = '<html><head><meta charset="koi8-r"></head><body><p>Паром перевёз 44 козы.</p></body></html>'
    document = document_of(tmp_path / "a.html", page.encode("koi8-r"))
    assert document.text == "Паром перевёз 44 козы."
    assert document.warnings == ()


def test_a_page_that_declares_no_encoding_warns_of_the_guess(tmp_path: Path) -> None:
    document = document_of(tmp_path / "a.html", "<html><body><p>It cost £2.</p></body></html>".encode("cp1252"))
    assert document.text == "It cost £2."
    assert len(document.warnings) == 1
    assert "read as cp1252, a guess" in document.warnings[0]


def test_raised_text_in_a_page_is_a_power_a_mark_or_the_end_of_an_ordinal(tmp_path: Path) -> None:
    page = (
        "<html><body><article><p>The isle has 12 km<sup>2</sup> and 3 &times; 10<sup>5</sup> gulls, 40 W m<sup>&minus;2</sup> of sun.</p>"
        "<p>On the 21<sup>st</sup> some 1,200<sup>3</sup> goats<sup><a href='#n'>[4]</a></sup> were seen<sup>5,6</sup>; CO<sub>2</sub> "
        "rose.</p></article></body></html>"
    )
    assert document_of(tmp_path / "a.html", page.encode()).text == (
        "The isle has 12 km² and 3 × 10⁵ gulls, 40 W m⁻² of sun.\n\nOn the 21st some 1,200 goats were seen; CO2 rose."
    )


@pytest.mark.parametrize(
    ("before", "text", "read"),
    [
        ("12 m", "2", "²"),
        ("12 kg m", "-3", "⁻³"),
        ("m s", "−1", "⁻¹"),
        ("3 × 10", "12", "¹²"),
        ("3·10", "-9", "⁻⁹"),
        ("10", "5", "⁵"),
        ("1,210", "5", ""),
        ("in 2010", "5", ""),
        ("1.10", "5", ""),
        ("goats", "2", ""),
        ("12 am", "2", ""),
        ("12 m", "12", ""),
        ("goats", "[12]", ""),
        ("goats", "[citation needed]", ""),
        ("goats", "1, 2", ""),
        ("goats", "a", ""),
        ("goats", "*", ""),
        ("21", "st", "st"),
        ("20", "th", "th"),
        ("Goat", "TM", "TM"),
    ],
)
def test_how_raised_text_reads(before: str, text: str, read: str) -> None:
    assert raised(before, text) == read


def test_code_in_a_page_is_no_prose(tmp_path: Path) -> None:
    page = (
        "<html><body><article><p>Type <code>7 of 5</code> or <code>close()</code> and press <kbd>F 9</kbd>, "
        "then <b>nine</b> goats come.</p>"
        "<pre><code>12 of the 9</code></pre><pre>We saw 44 goats\nand 7 sheep.</pre></article></body></html>"
    )
    text = document_of(tmp_path / "a.html", page.encode()).text
    assert " ".join(text.split()) == "Type or close() and press , then nine goats come. We saw 44 goats and 7 sheep."


def test_a_page_without_text_is_reported(tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    path.write_text("<html><body><script>66</script></body></html>")
    assert list(read_documents([path])) == [Unreadable(path.as_posix(), None, "holds no text that a reader would see")]


REPORT = [
    [
        "Goat survey 2023",
        "The isles and their goats",
        "A count found 440 goats, the harbour mas-",
        "ter of Rum said. It was 1,500-",
        "2,000 once.",
        "1",
    ],
    [
        "Goat survey 2023",
        "The isle fed them on sea-",
        "weed for a 20-",
        "year spell. Franco-",
        "German vets, well-",
        "known ones, came.",
        "2",
    ],
    ["Goat survey 2023", "A well-known herd has 19 goats.", "3"],
]


def test_a_pdf_gives_flowing_text_without_headers_and_page_numbers(tmp_path: Path, pdf: Make) -> None:
    document = document_of(tmp_path / "a.pdf", pdf(REPORT, "/Title (The isles and their goats) /CreationDate (D:20230502080000Z)"))
    assert document.title == "The isles and their goats"
    assert document.date == datetime.date(2023, 5, 2)
    words = " ".join(document.text.split())
    assert words == (
        "A count found 440 goats, the harbour master of Rum said. It was 1,500-2,000 once. The isle fed them on seaweed for a 20-year "
        "spell. Franco-German vets, well-known ones, came. A well-known herd has 19 goats."
    )


def test_places_in_a_pdf_name_the_page_and_the_line_on_it(tmp_path: Path, pdf: Make) -> None:
    path = tmp_path / "a.pdf"
    document = document_of(path, pdf([["Four goats fled.", "Nine came."], ["Seven were seen."]]))
    places = Places(document)
    assert [places.place(document.full_text.index(word)) for word in ("Four", "Nine", "Seven")] == [
        f"{path}:p1:1:1",
        f"{path}:p1:2:1",
        f"{path}:p2:1:1",
    ]
    assert places.line(document.full_text.index("Seven")) == "p2:1"
    assert places.region(0, 4) is None


def test_a_title_of_a_pdf_that_its_first_page_does_not_show_is_no_title(tmp_path: Path, pdf: Make) -> None:
    assert document_of(tmp_path / "a.pdf", pdf([["Nine goats."]], "/Title (Microsoft Word - draft 14.doc)")).title == ""


def test_a_number_that_stands_alone_is_kept_where_it_is_no_page_number() -> None:
    text, _ = flowing(["Goats counted:\n1894\nThat is many goats.", "And sheep counted:\n77\nThat is few."])
    assert "1894" in text
    assert "77" in text


def test_headers_and_footers_that_are_set_before_the_text_are_left_out() -> None:
    around = "Goat report\nPage {} of 4\nThe Isles Trust, 12 Quay Street\n"
    text, _ = flowing(
        [f"{around.format(number)}Isle {word} has goats.\n" + f"Sheep of {word}.\n" * 9 for number, word in enumerate("ABCD", 1)]
    )
    assert "Quay" not in text
    assert "Page" not in text
    assert "Isle C has goats." in text


def test_a_header_with_a_roman_number_is_a_header() -> None:
    text, _ = flowing(
        [
            f"Goats of the isles {number}\n{word} goats live on it.\nFive."
            for number, word in zip(("i", "ii", "iii", "1 / 9"), "ABCD", strict=True)
        ]
    )
    assert "isles" not in text
    assert "C goats live on it." in text


def test_the_lines_of_a_table_of_contents_are_left_out() -> None:
    leading = [f"{number} Isle {number} . . . . . . . . . . {3 * number}" for number in range(1, 11)]
    text, _ = flowing(["\n".join(["Contents", *leading]), *(f"Nine goats on isle {number}." for number in range(30))])
    assert ". . ." not in text
    assert text.startswith("Contents")


@pytest.mark.parametrize("numbers", [[12, 15, 27], [*range(9, 0, -1), 45], [*range(100, 1100, 100)]])
def test_a_table_with_dotted_leaders_is_no_table_of_contents(numbers: list[int]) -> None:
    lines = [f"Goats of isle {index} ........ {number}" for index, number in enumerate(numbers)]
    text, _ = flowing(["\n".join(lines)])
    assert [line for line in text.split("\n") if line] == lines


def test_a_line_that_stands_on_two_pages_of_many_is_no_header() -> None:
    text, _ = flowing([f"Isle {word}\nNine goats.\nFive sheep.\nTwo cows." for word in ("Rum", "Eigg", "Muck", "Canna")])
    assert "Rum" in text
    assert "Canna" in text


def test_a_word_of_two_pages_is_joined_and_the_next_page_begins_behind_it() -> None:
    text, starts = flowing(["We saw the har-", "bour and goats."])
    assert text == "We saw the harbour and goats.\n"
    assert text[starts[1] :].startswith("bour")


def test_a_short_line_at_the_end_of_a_sentence_ends_a_paragraph() -> None:
    text, _ = flowing(
        ["Goats of the isle\nThe goats of the isle have long been counted by\nthe wardens.\nSheep of the isle have not been counted."]
    )
    assert text.split("\n\n") == [
        "Goats of the isle",
        "The goats of the isle have long been counted by\nthe wardens.",
        "Sheep of the isle have not been counted.\n",
    ]


def paragraph(text: str, style: str = "") -> str:
    properties = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f'<w:p>{properties}<w:r><w:t xml:space="preserve">{text}</w:t></w:r></w:p>'


def test_a_word_file_gives_paragraphs_tables_and_footnotes(tmp_path: Path, docx: Make) -> None:
    row = f"<w:tr><w:tc>{paragraph('Rum')}</w:tc><w:tc>{paragraph('19')}{paragraph('goats')}</w:tc></w:tr>"
    body = paragraph("Goats of the isles", "Title") + paragraph("We saw 44 goats.") + f"<w:tbl>{row}</w:tbl>"
    made = docx(
        body,
        notes=f"<w:footnote>{paragraph('Counted in May.')}</w:footnote>",
        core="<dcterms:modified>2023-05-02T09:00:00Z</dcterms:modified>",
    )
    document = document_of(tmp_path / "a.docx", made)
    assert document.title == "Goats of the isles"
    assert document.date == datetime.date(2023, 5, 2)
    assert document.text == "We saw 44 goats.\n\nRum | 19 goats\n\nCounted in May."


def test_powers_and_marks_in_a_word_file(tmp_path: Path, docx: Make) -> None:
    def run(text: str, up: bool = False) -> str:
        properties = '<w:rPr><w:vertAlign w:val="superscript"/></w:rPr>' if up else ""
        return f'<w:r>{properties}<w:t xml:space="preserve">{text}</w:t></w:r>'

    body = f"<w:p>{run('It has 12 km')}{run('2', True)}{run(' and 44')}{run('7', True)}{run(' goats.')}</w:p>"
    assert document_of(tmp_path / "a.docx", docx(body)).text == "It has 12 km² and 44 goats."


def test_words_that_are_set_apart_by_moving_on_are_no_one_word(tmp_path: Path, pdf: Make) -> None:
    # the font has no space, and what the reader takes for one is as wide as three letters
    apart = "Nine goats and seven sheep of the isles were seen by the wardens".split()
    shown = "[" + " -250 ".join(f"({word})" for word in apart) + "] TJ"
    made = pdf([["x"]]).replace(b"(x) Tj T*", b"%s T*" % shown.encode())
    widths = b"<< /Type /Font /Subtype /Type1 /BaseFont /Goat /FirstChar 32 /LastChar 32 /Widths [1800] >>"
    made = made.replace(b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>", widths)
    assert " ".join(document_of(tmp_path / "a.pdf", made).text.split()) == " ".join(apart)


def test_the_table_of_contents_of_a_word_file_is_left_out(tmp_path: Path, docx: Make) -> None:
    body = paragraph("Contents", "TOCHeading") + paragraph("Goats 12", "TOC1") + paragraph("Sheep 14", "TOC2") + paragraph("Nine goats.")
    assert document_of(tmp_path / "a.docx", docx(body)).text == "Contents\n\nNine goats."


def test_of_tracked_changes_the_new_text_is_read(tmp_path: Path, docx: Make) -> None:
    run = "<w:{0}><w:r><w:{1}>{2}</w:{1}></w:r></w:{0}>"
    changed = run.format("del", "delText", "44") + run.format("ins", "t", "45")
    body = f"<w:p><w:r><w:t>We saw </w:t></w:r>{changed}<w:r><w:t> goats.</w:t></w:r></w:p>"
    assert document_of(tmp_path / "a.docx", docx(body)).text == "We saw 45 goats."


MAIL = """From: warden@example.org
Subject: =?utf-8?q?Goats_of_R=C3=B9m?=
Date: Tue, 02 May 2023 08:00:00 +0100
Content-Type: {type}; charset=utf-8

{body}
"""


def test_a_mail_gives_what_its_sender_wrote(tmp_path: Path) -> None:
    body = "We saw 44 goats.\n\n> Did you see 50?\n-- \nThe Warden, 12 Quay Street"
    document = document_of(tmp_path / "a.eml", MAIL.format(type="text/plain", body=body).encode())
    assert (document.title, document.date) == ("Goats of Rùm", datetime.date(2023, 5, 2))
    assert document.text.strip() == "We saw 44 goats."


@pytest.mark.parametrize(
    "quoted",
    [
        "Ann Ost <ann@example.org> wrote:\n> We saw 50 goats.\n> And 7 sheep.",
        "On Tue, 2 May 2023 at 08:00, Ann Ost <ann@example.org> wrote:\n\n> We saw 50 goats.",
        "On Tue, 2 May 2023 at 08:00, Ann Ost\n<ann@example.org> wrote:\n\n> We saw 50 goats.",
        "-----Original Message-----\nFrom: Ann\n\nWe saw 50 goats.",
        "From: Ann Ost\nSent: 2 May 2023 08:00\nTo: Bo\nSubject: Goats\n\nWe saw 50 goats.",
    ],
)
def test_the_mail_that_is_answered_is_left_out(tmp_path: Path, quoted: str) -> None:
    body = f"We saw 44 goats.\nOn Monday Ann wrote: 12 of them.\n\n{quoted}\n"
    text = document_of(tmp_path / "a.eml", MAIL.format(type="text/plain", body=body).encode()).text
    assert text.split() == "We saw 44 goats. On Monday Ann wrote: 12 of them.".split()


def test_a_mail_that_is_passed_on_is_read(tmp_path: Path) -> None:
    body = "See below.\n\n-----Original Message-----\nFrom: Ann\nSent: Monday\n\nWe saw 50 goats.\n"
    mail = MAIL.replace("=?utf-8?q?Goats", "Fwd: =?utf-8?q?Goats").format(type="text/plain", body=body)
    assert "We saw 50 goats." in document_of(tmp_path / "a.eml", mail.encode()).text


@pytest.mark.parametrize(
    "quote", ["<blockquote type='cite'>{}</blockquote>", "<div class='x gmail_quote'>{}</div>", "<div id='divRplyFwdMsg'>{}</div>"]
)
def test_the_mail_that_is_answered_in_html_is_left_out(tmp_path: Path, quote: str) -> None:
    body = f"<html><body><p>We saw 44 goats.</p>{quote.format('<p>We saw 50 goats.</p>')}</body></html>"
    assert document_of(tmp_path / "a.eml", MAIL.format(type="text/html", body=body).encode()).text == "We saw 44 goats."


def test_a_mail_in_html_is_read_as_a_page(tmp_path: Path) -> None:
    body = "<html><body><p>We saw <b>44</b> goats.</p></body></html>"
    assert document_of(tmp_path / "a.eml", MAIL.format(type="text/html", body=body).encode()).text == "We saw 44 goats."


def test_attachments_are_told_of(tmp_path: Path) -> None:
    parts = "--x\nContent-Type: text/plain\n\nNine goats.\n--x\nContent-Type: image/png\nContent-Disposition: attachment\n\nx\n--x--\n"
    mail = f"Subject: Goats\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=x\n\n{parts}"
    document = document_of(tmp_path / "a.eml", mail.encode())
    assert document.text.strip() == "Nine goats."
    assert document.warnings == (f"{tmp_path}/a.eml: 1 attachment is not read",)


@pytest.mark.parametrize("name", ["a.html", "a.pdf", "a.docx", "a.eml"])
def test_offsets_count_into_the_extracted_text(tmp_path: Path, name: str, pdf: Make, docx: Make) -> None:
    import numclaims

    made = {
        "a.html": PAGE.encode(),
        "a.pdf": pdf(REPORT, "/Title (The isles and their goats)"),
        "a.docx": docx(paragraph("Goats", "Title") + paragraph("We saw 44 goats.")),
        "a.eml": MAIL.format(type="text/plain", body="We saw 44 goats.").encode(),
    }
    document = document_of(tmp_path / name, made[name])
    claims = list(numclaims.extract(document))
    assert claims
    assert [document.full_text[claim.start : claim.end] for claim in claims] == [claim.text for claim in claims]


def test_what_documents_csv_says_goes_before_what_a_file_says_of_itself(tmp_path: Path) -> None:
    (tmp_path / "documents.csv").write_text("file,id,title,date\na.html,goats,Many goats,2023-06-01\n")
    (tmp_path / "a.html").write_text(PAGE, encoding="utf-8")
    (document,) = read_documents([tmp_path])
    assert isinstance(document, Document)
    assert (document.id, document.title, document.date) == ("goats", "Many goats", datetime.date(2023, 6, 1))


@pytest.mark.parametrize(
    ("name", "package", "extra"), [("a.html", "trafilatura", "html"), ("a.pdf", "pypdf", "pdf"), ("a.parquet", "pyarrow", "parquet")]
)
def test_a_missing_library_is_named_with_the_way_to_get_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, package: str, extra: str
) -> None:
    monkeypatch.setitem(sys.modules, package, None)
    path = tmp_path / name
    path.write_bytes(b"Nine goats.")
    (report,) = read_documents([path])
    assert isinstance(report, Unreadable)
    assert report.reason == f"needs the package {package}, which is not installed: pip install 'numclaims[{extra}]'"


def test_no_library_of_a_format_is_imported_for_plain_text() -> None:
    libraries = {"trafilatura", "pypdf", "lxml", "xml.parsers.expat", "email.message"}
    code = f"import sys, numclaims; list(numclaims.read_documents(['seeds'])); print(sorted({libraries} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=Path(__file__).parents[2])
    assert done.stdout == "[]\n"
