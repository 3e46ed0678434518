"""An HTML report that reads without a network or a script, in which no text of a document is markup, and everything links."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from dataclasses import replace
from datetime import date
from html import unescape
from html.parser import HTMLParser
from importlib.util import find_spec
from pathlib import Path
from typing import Any
from unittest import mock

import pytest
from hypothesis import given
from hypothesis import strategies as st

import numclaims
from numclaims.evidence import Evidence
from numclaims.evidence.rows import row_of
from numclaims.model import Analysis, Claim, Document, Finding, Span
from numclaims.pipeline import with_comparisons
from numclaims.reading import Unreadable

pytest.importorskip("jinja2")
from pypdf import PdfReader

from numclaims.report.html import claims_as_html, findings_as_html
from numclaims.report.html import page as page_module
from numclaims.report.html import parts as html_parts
from numclaims.report.html.charts import charts
from numclaims.report.html.marks import pieces

STORM = Document(
    "storm",
    "The storm sank 12 of the 9 boats. It hit 56 of the 122 houses (45.9%), the mayor said. Repairs are due by 31 June.",
    title="Storm sinks 12 boats",
    date=date(2024, 3, 6),
    path="storm.txt",
)
HOSTILE = '<script>alert(1)</script> 12 of the 9 <b onclick="x">boats</b> &amp; {{ 7 * 7 }} \x1b[31m\ud800'


class _Page(HTMLParser):
    """What a browser would make of a page: its tags, ids, links, and the text in elements of a class."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.ids: list[str] = []
        self.links: list[str] = []
        self.handlers: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        for name, value in attrs:
            if name == "id":
                self.ids.append(value or "")
            elif name in ("href", "src"):
                self.links.append(value or "")
            elif name.startswith("on"):
                self.handlers.append(name)


def _audited(*documents: Document | Unreadable) -> str:
    return "".join(findings_as_html(document if isinstance(document, Unreadable) else numclaims.audit(document) for document in documents))


def test_every_id_is_there_once_and_every_link_leads_to_one() -> None:
    page = _Page(_audited(STORM, Document("other", "12 of the 9 boats sank. 12 boats sank.")))
    assert len(page.ids) == len(set(page.ids))
    assert {link.removeprefix("#") for link in page.links} <= set(page.ids)
    assert len(page.links) > 20


def test_claims_findings_and_rows_lead_to_one_another() -> None:
    shown = _audited(STORM)
    assert '<a class="claim count" href="#d0-c1" id="d0-t37" aria-describedby="d0-w1">12</a><span class="tip" id="d0-w1">' in shown
    assert re.search(r'<sup><a href="#d0-f0" aria-label="finding 1, part-exceeds-whole">1</a></sup>', shown)
    to_text = '<a href="#d0-t37" aria-label="12, in the text">12</a>'
    assert re.search(rf'<li id="d0-f0" class="error">.*?12 cannot be part of 9.*?{to_text}', shown, re.DOTALL)
    assert re.search(rf'<tr id="d0-c1">.*?{to_text}.*?<a href="#d0-f0" aria-label="finding 1, part-exceeds-whole">1</a></td></tr>', shown)


def test_a_finding_that_touches_no_claim_leads_to_its_words_and_back() -> None:
    shown = _audited(Document("d", "Repairs are due by 31 June."))
    assert re.search(r'<li id="d0-f0".*?<a href="#d0-m19" aria-label="31 June, in the text">31 June</a>', shown, re.DOTALL)
    assert '<mark class="error" id="d0-m19">31 June</mark><sup><a href="#d0-f0"' in shown


def test_a_claim_shows_its_row_and_what_is_wrong_with_it() -> None:
    [tip] = re.findall(r'<span class="tip" id="d0-w1">(.*?)</span></span>', _audited(STORM))
    said = re.sub("<[^>]+>", "", tip)
    assert said.startswith("12 exact, item boats, actor The storm, action sink")
    assert said.endswith("error 12 cannot be part of 9: it is 3 more")


def test_a_finding_between_documents_leads_to_what_each_of_them_says() -> None:
    def report(name: str, day: int, boats: int) -> Document:
        return Document(name, f"The storm sank {boats} boats in Port Vale, the coast guard said.", date=date(2024, 3, day), story="vale")

    documents = [report("a", 6, 12), report("b", 7, 11)]
    shown = "".join(findings_as_html(with_comparisons(map(numclaims.audit, documents))))
    [found] = re.findall(r'<li id="between-0".*?</li>', shown, re.DOTALL)
    links = re.findall(r'<a href="#([^"]+)" aria-label="(\d+), in the text of (.)', found)
    assert links == [("d0-t15", "12", "a"), ("d1-t15", "11", "b")]
    assert all(f'id="{target}"' in shown for target, _, _ in links)


def test_claims_that_overlap_lead_nowhere_rather_than_to_a_place_that_is_not_there() -> None:
    document = Document("d", "12 of the 9 boats sank")
    claims = (
        Claim("d", 0, 0, 11, "12 of the 9", document.text, "count", value=12.0),
        Claim("d", 1, 3, 11, "of the 9", document.text, "count"),
    )
    shown = _Page("".join(claims_as_html([Analysis(document, claims)])))
    assert {link.removeprefix("#") for link in shown.links} <= set(shown.ids)


def test_words_of_several_findings_are_underlined_for_the_gravest_and_name_each() -> None:
    known = Evidence((row_of({"measure": "homes damaged", "item": "homes", "low": 3, "high": 3}, "known.csv", 2),))
    shown = "".join(findings_as_html([numclaims.audit("The storm sank 12 of the 9 boats.", evidence=known)]))
    severities = re.findall(r'</span> <b class="severity">(\w+)</b> (\w+)', shown)
    assert set(severities) == {("error", "SUM002"), ("note", "RNG005")}
    assert re.findall(r'<mark class="(\w+)" id="d0-m(\d+)">', shown) == [("error", "15"), ("error", "25")]
    assert re.search(r'aria-label="finding 1, [a-z-]+">1</a></sup>\u2009<sup><a href="#d0-f1"', shown)
    assert '<span class="which">2</span>' in shown


def test_the_line_under_a_heading_names_what_is_known() -> None:
    dated = Document("a", "It rained.", path="a.txt", date=date(2024, 3, 6))
    assert '<p class="meta">2024-03-06</p>' in _audited(dated)
    assert '<p class="meta">a.txt, The Bay, 2024-03-06</p>' in _audited(replace(dated, title="Rain", outlet="The Bay"))
    assert '<p class="meta"></p>' not in _audited(Document("a", "It rained.", path="a.txt"))


def test_it_says_what_was_read_found_and_not_read() -> None:
    shown = _audited(STORM, Unreadable("gone.txt", None, "does not exist"))
    assert "1 document, " in shown
    assert "<li>gone.txt: does not exist</li>" in shown
    assert "checks hold</summary>" in shown or "check holds</summary>" in shown


def test_of_many_documents_those_with_findings_are_listed_first_and_tables_are_folded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(page_module, "_UNFOLDED", 10)
    texts = {number: "The storm sank 12 of the 9 boats." if number in (3, 20) else "It hit 3 houses." for number in range(1, 23)}
    page = _audited(*(Document(f"d{number}", text) for number, text in texts.items()))
    nav = re.search(r"<nav.*?</nav>", page, re.DOTALL)
    assert nav is not None
    first, _, folded = nav[0].partition("<summary>20 documents without findings</summary>")
    assert re.findall(r'<li value="(\d+)"', first) == ["3", "20"]
    assert re.findall(r'<li value="(\d+)"', folded) == [str(number) for number in texts if number not in (3, 20)]
    assert page.count('<details class="claims" open>') == 9
    assert page.count('<details class="claims">') == 13


def test_nothing_comes_from_the_network() -> None:
    shown = _audited(STORM)
    assert not re.search(r"https?://|@import|url\(", shown)
    assert "default-src 'none'" in shown


def test_no_text_of_a_document_is_markup() -> None:
    hostile = Document(HOSTILE, HOSTILE, title=HOSTILE, outlet=HOSTILE, path=HOSTILE)
    calm = Document("calm", "12 of the 9 boats sank", title="12 of the 9 boats sank", path="calm.txt")
    page, plain = _Page(_audited(hostile, Unreadable(HOSTILE, None, HOSTILE))), _Page(_audited(calm, Unreadable("a", None, "b")))
    drawn = {"figure", "figcaption", "svg", "text", "line", "rect", "path"}
    assert set(page.tags) - drawn == set(plain.tags) - drawn
    assert page.tags.count("script") == 1
    assert page.handlers == []
    assert "{{ 7 * 7 }}" in _audited(hostile)


def test_no_character_turns_numbers_round_or_acts() -> None:
    page = _audited(Document("a\x1b", "\u202eThe storm sank 12 of the 9 boats\u2069\x00.", title="\u2066t"))
    assert not set("\u202e\u2066\u2069\x1b\x00") & set(page)
    assert all(shown in page for shown in ("\\u202eThe storm", "boats\\u2069␀.", "\\u2066t"))


def test_findings_of_documents_with_one_title_have_names_of_their_own() -> None:
    page = _audited(Document("a", "It rained.", title="Rain"), Document("b", "It snowed.", title="Rain"))
    labels = re.findall(r'<aside aria-label="([^"]*)"', page)
    assert len(set(labels)) == len(labels) == 2


def test_a_claim_table_has_no_findings() -> None:
    shown = "".join(claims_as_html([numclaims.audit(STORM).analysis]))
    assert "<title>Claims</title>" in shown
    assert "<mark" not in shown


def test_a_run_without_documents_is_a_page() -> None:
    assert "0 documents" in _audited()


# Pieces


ENDS = st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30)), max_size=6)


@given(ENDS, ENDS)
def test_the_pieces_joined_are_the_text(claimed: list[tuple[int, int]], underlined: list[tuple[int, int]]) -> None:
    text = "abcdefghijklmnopqrstuvwxyz0123"
    claims = [Claim("d", number, *sorted(ends), "x", "", "count") for number, ends in enumerate(claimed)]
    findings = [Finding("d", "SUM002", "n", "error", "m", (Span("d", *sorted(ends), "x"),)) for ends in underlined]
    cut = list(pieces(text, 0, len(text), claims, findings))
    assert "".join(piece.text for piece in cut) == text
    begun = [piece.claim for piece in cut if piece.begins]
    assert len(begun) == len(set(begun))
    named = [index for piece in cut for index in piece.ends]
    assert sorted(named) == [index for index, ends in enumerate(underlined) if ends[0] != ends[1]]


@given(ENDS, ENDS, st.integers(1, 9), st.integers(1, 3))
def test_the_parts_joined_are_the_text(claimed: list[tuple[int, int]], underlined: list[tuple[int, int]], size: int, most: int) -> None:
    text = "ab cd\n\nef\ngh ijkl mnopqrs tuv wx"
    claims = [Claim("d", number, *sorted(ends), "x", "", "count") for number, ends in enumerate(claimed)]
    findings = [Finding("d", "SUM002", "n", "error", "m", (Span("d", *sorted(ends), "x"),)) for ends in underlined]
    whole = list(pieces(text, 0, len(text), claims, findings))
    with mock.patch.multiple(html_parts, _CHARACTERS=size, _CLAIMS=most):
        cut = list(html_parts.parts(whole, 0))
    assert "".join(piece.text for part in cut for piece in part.pieces) == text
    assert [text[part.start : part.end] for part in cut] == ["".join(piece.text for piece in part.pieces) for part in cut]
    marked = [(piece.text, piece.claim, piece.findings) for piece in whole if piece.claim is not None or piece.findings]
    assert [(p.text, p.claim, p.findings) for part in cut for p in part.pieces if p.claim is not None or p.findings] == marked


def test_a_long_text_is_cut_between_paragraphs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(html_parts, "_CLAIMS", 4)
    paragraphs = [f"The storm sank {number} of the 9 boats. It hit 3 houses." for number in range(3, 12)]
    page = _audited(Document("long", "\n\n".join(paragraphs), title="12 of the 9 boats"))
    parts = re.findall(r'<details class="part"( open)?>\n<summary>Part (\d+), line (\d+) to (\d+): (\d+) claims(.*?)</summary>', page)
    assert [(number, first, last) for _, number, first, last, _, _ in parts] == [
        *(("1", "1", "4"), ("2", "5", "8"), ("3", "9", "12"), ("4", "13", "16"), ("5", "17", "17"))
    ]
    assert [bool(opened) for opened, *_ in parts] == [True, False, False, False, False]
    assert sum(int(claims) for *_, claims, _ in parts) == 29
    assert [said for *_, said in parts] == [", 1 finding", "", "", ", 1 finding", ", 1 finding"]
    seen = _Page(page)
    assert len(seen.ids) == len(set(seen.ids))
    assert {link.removeprefix("#") for link in seen.links} <= set(seen.ids)
    assert seen.tags.count("table") == 5


# Charts


def test_a_quantity_stated_twice_is_drawn_on_one_axis() -> None:
    claims = numclaims.extract("The army counted about 50 drones and 122 drones. It lost 3 ships. More than 100 drones came back.")
    [chart] = charts(claims)
    assert (chart.title, chart.low, chart.high) == ("drones · attack", "0", "122")
    about, exact, more = chart.lines
    ends = (about.bar.first / exact.bar.last, about.bar.last / exact.bar.last)
    assert ends == (pytest.approx(45 / 122, abs=0.01), pytest.approx(55 / 122, abs=0.01))
    assert (exact.bar.first, exact.bar.last) == (260, 260)
    assert (more.bar.open_high, more.bar.allows) == (True, "100 and more")


def test_what_was_held_against_evidence_is_drawn_on_the_band_that_it_allows() -> None:
    row = {"measure": "homes damaged", "item": "homes", "low": 310, "high": 330}
    known = Evidence((row_of(row, "known.csv", 2),))
    analysis = numclaims.audit(Document("d", "The flood damaged 230 homes. It drowned 3 cows."), evidence=known).analysis
    [chart] = charts(analysis.claims, analysis.known)
    [line] = chart.lines
    assert line.evidence is not None
    assert line.bar.last < line.evidence.first < line.evidence.last == 260
    assert chart.in_words == "230 allows 230, contradicted: the evidence allows 310 to 330"
    page = "".join(findings_as_html([numclaims.audit(analysis.document, evidence=known)]))
    assert '<rect class="evidence contradicted"' in page
    assert "what the evidence allows" in page


def test_numbers_of_one_noun_that_tell_of_different_things_are_not_drawn_together() -> None:
    assert charts(numclaims.extract("Floods killed 50 people. Some 500 people were displaced.")) == []


def test_one_number_said_twice_is_not_drawn() -> None:
    assert charts(numclaims.extract("It lost 3 ships. The 3 ships sank.")) == []


# In a browser

CHROMIUM = next((path for name in ("chromium", "chromium-browser", "google-chrome") if (path := shutil.which(name))), None)
AXE = find_spec("axe_playwright_python")
needs_chromium = pytest.mark.skipif(not CHROMIUM, reason="Chromium is not installed")


def _seen(page: str, probe: str, folder: Path, *options: str) -> Any:
    """What a probe gives that a browser runs on the page: the body of an async function in JavaScript."""
    script = f"""<script>addEventListener("load", async () => {{
        const seen = await (async () => {{ {probe} }})();
        document.body.innerHTML = ""; document.body.textContent = "<<" + JSON.stringify(seen) + ">>";
    }});</script></body>"""
    (folder / "page.html").write_text(page.replace("</body>", script), encoding="utf-8")
    command = [str(CHROMIUM), "--headless", "--no-sandbox", "--disable-gpu", "--virtual-time-budget=20000", *options, "--dump-dom"]
    done = subprocess.run([*command, (folder / "page.html").as_uri()], capture_output=True, text=True, timeout=120, check=True)
    return json.loads(unescape(done.stdout.partition("&lt;&lt;")[2].partition("&gt;&gt;")[0]))


@needs_chromium
@pytest.mark.parametrize("width", [360, 1280])
def test_a_browser_shows_it_without_scrolling_sideways_and_sorts_and_filters(tmp_path: Path, width: int) -> None:
    probe = """
        const rows = () => [...document.querySelectorAll("tbody tr")].filter((row) => !row.hidden);
        const values = () => rows().map((row) => row.querySelector(".number").textContent);
        const seen = {wide: document.documentElement.scrollWidth - document.documentElement.clientWidth};
        document.querySelectorAll("thead button")[2].click(); seen.up = values();
        document.querySelectorAll("thead button")[2].click(); seen.down = values();
        const input = document.querySelector("input"); input.value = "boats"; input.dispatchEvent(new Event("input")); seen.kept = values();
        seen.counted = document.querySelector("output").value;
        return seen;
    """
    long = Document("long", "It rained.", path=f"{'a-long-folder/' * 9}storm.txt")
    seen = _seen(_audited(STORM, long), probe, tmp_path, f"--window-size={width},900")
    assert seen["wide"] <= 0
    assert seen["up"] == sorted(seen["up"], key=lambda value: float(value or 0))
    assert seen["down"] == seen["up"][::-1]
    assert seen["kept"] == ["12", "12", "9"]
    assert seen["counted"] == f"3 of {len(seen['up'])}"


@needs_chromium
def test_the_parts_of_a_long_text_unfold_for_links_and_are_filtered_together(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(html_parts, "_CLAIMS", 4)
    text = "\n\n".join(f"The storm sank {number} of the 9 {noun}." for number, noun in enumerate(["boats", "ships", "ferries"] * 5))
    probe = """
        const folded = () => [...document.querySelectorAll("details.part, details.claims")].map((each) => each.open);
        const seen = [folded().filter(Boolean).length];
        location.hash = "#d0-f3"; await new Promise((done) => setTimeout(done, 100));
        seen.push(document.getElementById("d0-f3").closest("details").open);
        const input = document.querySelector("input"); input.value = "ferries 8"; input.dispatchEvent(new Event("input"));
        const tables = [...document.querySelectorAll("details.claims")];
        seen.push(tables.map((each) => !each.hidden), document.querySelector("output").value);
        input.value = ""; input.dispatchEvent(new Event("input"));
        seen.push(tables.some((each) => each.hidden));
        return seen;
    """
    assert _seen(_audited(Document("long", text)), probe, tmp_path) == [
        *(1, True, [False, False, False, False, True, False, False, False], "1 of 30", False)
    ]


@needs_chromium
def test_a_claim_that_is_tapped_shows_its_row_and_tapped_again_leads_to_it(tmp_path: Path) -> None:
    probe = """
        const claim = document.querySelectorAll("a.claim")[1], tip = claim.nextElementSibling;
        const shown = () => getComputedStyle(tip).display !== "none";
        const tap = (on) => on.dispatchEvent(new PointerEvent("click", {bubbles: true, cancelable: true, pointerType: "touch"}));
        const seen = [shown(), tap(claim), shown(), tap(claim), location.hash, shown(), tap(claim), shown(), tap(document.body), shown()];
        claim.focus(); tap(claim);
        claim.dispatchEvent(new KeyboardEvent("keydown", {key: "Escape", bubbles: true}));
        return [...seen, shown()];
    """
    first, second, elsewhere = [False, False, True], [True, "#d0-c1", False], [False, True, True, False]
    assert _seen(_audited(STORM), probe, tmp_path) == [*first, *second, *elsewhere, False]


@needs_chromium
@pytest.mark.skipif(not AXE, reason="axe-core is not installed")
@pytest.mark.parametrize("scheme", [0, 1])
@pytest.mark.parametrize("width", [360, 1280])
def test_axe_finds_nothing_to_mend(tmp_path: Path, width: int, scheme: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(html_parts, "_CLAIMS", 20)
    monkeypatch.setattr(page_module, "_MANY", 3)
    assert AXE is not None
    axe = (Path(str(AXE.origin)).parent / "axe.min.js").read_text(encoding="utf-8")
    tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
    probe = f"const done = await axe.run(document, {{runOnly: {json.dumps(tags)}}}); return done.violations.map((each) => each.id);"
    known = Evidence((row_of({"measure": "boats sunk", "item": "boats", "low": 3, "high": 5}, "known.csv", 2),))
    long = Document("long", "\n\n".join(f"The storm sank {number} of the 9 boats. Rain fell on 31 June." for number in range(3, 40)))
    audits = [numclaims.audit(STORM, evidence=known), *map(numclaims.audit, ("It rained.", long, Document("calm", "It snowed.")))]
    page = "".join(findings_as_html([*audits, Unreadable("a", None, "b")]))
    assert 'class="part"' in page
    options = (f"--window-size={width},900", f"--blink-settings=preferredColorScheme={scheme}")
    assert _seen(page.replace("</head>", f"<script>{axe}</script></head>"), probe, tmp_path, *options) == []


@needs_chromium
def test_every_page_of_a_printed_table_has_its_head(tmp_path: Path) -> None:
    text = " ".join(f"The storm sank {number} boats in the harbour of village {number}." for number in range(3, 180))
    (tmp_path / "page.html").write_text("".join(claims_as_html([numclaims.audit(text).analysis])), encoding="utf-8")
    command = [str(CHROMIUM), "--headless", "--no-sandbox", "--disable-gpu", f"--print-to-pdf={tmp_path / 'page.pdf'}"]
    subprocess.run([*command, (tmp_path / "page.html").as_uri()], capture_output=True, timeout=120, check=True)
    pages = [page.extract_text() for page in PdfReader(tmp_path / "page.pdf").pages]
    of_table = [page for page in pages if "exact" in page]
    assert len(of_table) > 2
    assert all("bound" in page for page in of_table)


# The way back to the file


def _extracted(
    path: str, text: str = "Old news.\n\nOn Friday the storm sank 12 of the 9 boats in it.\n\n| Boats | 14 of the 9 |", **more: Any
) -> Document:
    return Document("a", text, path=path, extracted=True, **more)


def test_a_finding_in_a_web_page_links_to_its_words_in_the_page() -> None:
    links = [link for link in _Page(_audited(_extracted("news/a b.html"))).links if ".html" in link]
    assert links == [
        "./news/a%20b.html#:~:text=On%20Friday%20the%20storm%20sank%2012%20of%20the%209%20boats%20in%20it.",
        "./news/a%20b.html#:~:text=14%20of%20the%209",
    ]


def test_a_finding_in_a_pdf_links_to_its_page() -> None:
    text = "Old news.\nThe storm sank 12 of the 9 boats.\n"
    links = [link for link in _Page(_audited(_extracted("a.pdf", text, pages=(0, text.index("The"))))).links if ".pdf" in link]
    assert links == ["./a.pdf#page=2"]


@pytest.mark.parametrize("path", ["a.docx", "a.eml", "-", "a.html.gz"])
def test_a_file_that_no_browser_shows_is_not_linked(path: str) -> None:
    assert all(link.startswith("#") for link in _Page(_audited(_extracted(path))).links)


@pytest.mark.parametrize(
    "path",
    [
        "javascript:alert(1)//.html",
        "//evil.example/a.html",
        "data:text/html,x.html",
        'a"onclick="x".html',
        "a\x00\ud800.html",
        "\\\\h\\a.html",
    ],
)
def test_a_file_of_any_name_is_linked_as_a_file_of_this_folder(path: str) -> None:
    page = _Page(_audited(_extracted(path)))
    links = [link for link in page.links if not link.startswith("#")]
    assert links
    assert page.handlers == []
    assert all(re.match(r"(?:\./|/(?!/))[\w%/.~-]*#:~:text=", link) for link in links), links


def test_absolute_paths_and_those_above_stay_what_they_are() -> None:
    for path in ("/srv/a.html", "../a.html"):
        assert f'href="{path}#' in _audited(_extracted(path))


def test_the_words_of_a_link_are_those_around_the_place() -> None:
    text = f"{'word ' * 30}12 of the 9 boats {'more ' * 30}"
    [link] = [link for link in _Page(_audited(_extracted("a.html", text))).links if ".html" in link]
    words = link.partition("text=")[2].replace("%20", " ")
    assert words in text
    assert words.startswith("word ")
    assert words.endswith(" more")
