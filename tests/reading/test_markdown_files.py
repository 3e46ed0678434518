"""Markdown to documents: what is no prose is blanked, and nothing moves."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from numclaims import audit, extract
from numclaims.model import Document
from numclaims.places import Places
from numclaims.reading import read_documents
from numclaims.reading.markdown import blank_markup


def shape(text: str) -> list[int]:
    return [len(line) for line in text.split("\n")]


@pytest.mark.parametrize(
    ("text", "prose"),
    [
        ("---\ntitle: 5 men\ndate: 2023-01-01\n---\nSix men.", "Six men."),
        ("---\n# made by hand\nweight: 3\n...\nSix men.", "Six men."),
        ("---\n\nFive men.\n\n---\n\nSix men.", "--- Five men. --- Six men."),
        ("---\nnever: closed\nSix men.", "--- never: closed Six men."),
        ("Six men.\n---\na: 1\n---\n", "Six men. --- a: 1 ---"),
        ("One.\n```\nx = 3\n```\nTwo.", "One. Two."),
        ("One.\n~~~~ python\nx = 3\n~~~\n```\n~~~~\nTwo.", "One. Two."),
        ("One.\n````\n```\nx\n```\n````\nTwo.", "One. Two."),
        ("- One.\n  ```sh\n  run 3\n  ```\n- Two.", "- One. - Two."),
        ("One.\n```\nx = 3", "One."),
        ("One ```code``` two.", "One code two."),
        ("Run ` x = 3 ` and `ls 5`, `close()` or `os.path`.", "Run and , close() or os.path ."),
        ("``` not `a` fence\nOne.", "``` not a fence One."),
        ("---\na: 1\n---\n```\n2\n```\nThree.", "Three."),
    ],
)
def test_front_matter_and_fenced_code_are_blanked(text: str, prose: str) -> None:
    blanked = blank_markup(text)
    assert " ".join(blanked.split()) == prose
    assert shape(blanked) == shape(text)


@pytest.mark.parametrize(
    ("text", "prose"),
    [
        ("+++\nweight = 3\n+++\nSix men.", "Six men."),
        ("One.\n\n    x = 3\n\n    y = 4\nTwo.", "One. Two."),
        ("One.\n\n\tx = 3\n\nTwo.", "One. Two."),
        ("    x = 3\nOne.", "One."),
        ("One,\n    which goes on.", "One, which goes on."),
        ("# Head\n    x = 3\n", "# Head"),
        ("- One.\n\n    Two is part of it.\n\n     Three too.", "- One. Two is part of it. Three too."),
        ("- One.\n\n      x = 3", "- One."),
        ("- One.\n  lazily\nlonger\n\n    Two is part of it.", "- One. lazily longer Two is part of it."),
        ("10. One.\n\n    Two is part of it.\n\n        x = 3\n", "10. One. Two is part of it."),
        ("- One.\n    - Two.\n\n        Three is part of it.\n\nFour.\n\n    x = 3", "- One. - Two. Three is part of it. Four."),
        ("> ```\n> x = 3\n> ```\n> One.", "> One."),
        ("> ```\n> x = 3\n\nOne.", "One."),
        (">     x = 3\n\nOne.", "> One."),
        ("```\n> ```\n```\nOne.", "One."),
        ("<!-- 12\n\n9 --> One.", "One."),
        ("<!-- ```\n-->\nOne.", "One."),
        ("One.\n\n<!-- never closed\n9", "One."),
        ("<pre>\n12\n\n9</pre>\nOne.\n<script src='5.js'>x = 3</script>", "One."),
    ],
)
def test_blocks_that_are_no_prose_are_blanked(text: str, prose: str) -> None:
    blanked = blank_markup(text)
    assert " ".join(blanked.split()) == prose
    assert shape(blanked) == shape(text)


@pytest.mark.parametrize(
    ("text", "prose"),
    [
        ("One `x = 3` two.", "One two."),
        ("One ``a ` 3`` two `b\nc` three.", "One two three."),
        ("One ` two.\n\nThree ` four.", "One ` two. Three ` four."),
        ("- One ` two\n- three ` four", "- One ` two - three ` four"),
        ("One <!-- 12\n9 --> two <!-- three.", "One two <!-- three."),
        ("One `<!--` two --> three.", "One two --> three."),
        ("The [12 boats](https://example.org/2024/9_(a)) sank.", "The 12 boats sank."),
        ('The [12 boats](boats.md "all 9") and [nine][9] and [ten][].', "The 12 boats and nine and ten ."),
        ("[![Twelve boats](12.png)](13.html) sank.", "Twelve boats sank."),
        ("The boats [sic] (12) sank [9 of them].", "The boats [sic] (12) sank [9 of them]."),
        ("One.[^1]\n\n[^1]: Two.\n\n[9]: https://example.org/12 'Thirteen'\n", "One. Two."),
        ("[Editor]: 12 boats sank.", "[Editor]: 12 boats sank."),
        ("See <https://example.org/12> and <a href='x?n=12' hidden>nine</a><br/>ten.", "See and nine ten."),
        ("If 3 < 5 and 7 > 6, x <b and 5> y.", "If 3 < 5 and 7 > 6, x <b and 5> y."),
        ("Some CO<sub>2</sub> and a note<sup>12</sup>.", "Some CO and a note ."),
        ("**12** of *the* __9__ (_ten_) ***boats***.", "12 of the 9 ( ten ) boats ."),
        ("5 * 3 is 15, 5*3 too, and snake_case_9 is a name.", "5 * 3 is 15, 5*3 too, and snake_case_9 is a name."),
        ("* One\n* *two*", "* One * two"),
        ("So $x^2 + 3$ and $\\alpha = 0.05$ hold.", "So and hold."),
        ("It cost $5 and $6 = $11, or $1,000 and 3$.", "It cost $5 and $6 = $11, or $1,000 and 3$."),
        ("One.\n\n$$\nx = 3 + 9\n$$\n\nTwo.", "One. Two."),
        ("It cost \\$5, ~~not 6~~ or 5&nbsp;dollars.", "It cost $5, or 5 dollars."),
    ],
)
def test_what_is_no_prose_in_a_line_is_blanked(text: str, prose: str) -> None:
    blanked = blank_markup(text)
    assert " ".join(blanked.split()) == prose
    assert shape(blanked) == shape(text)


def test_numbers_are_found_through_markup_and_not_in_it(tmp_path: Path) -> None:
    text = (
        "Fever was seen in **12** of the [48 patients](/w/2024/99) (_35%_).\n\n    12 of the 9\n\n"
        "Run `7 of 5` or <b title='6 of 4'>rest</b>.\n"
    )
    path = tmp_path / "fever.md"
    path.write_text(text, encoding="utf-8")
    (document,) = read_documents([path])
    assert isinstance(document, Document)
    assert [claim.text for claim in extract(document)] == ["12", "48", "35%"]
    (finding,) = audit(document).findings
    assert (finding.rule, [text[span.start : span.end] for span in finding.spans]) == ("PCT001", ["12", "48", "35%"])


_MARKUP = "--- +++ a:1 ``` ~~~~ ` `` <!-- --> <pre> </pre> <b <sub> [ ]( ][ ) ![ [^1] ]: * ** _ ~~ \\ > - 1. &nbsp; # | Seven men".split()


@pytest.mark.parametrize(
    ("matter", "title", "day"),
    [
        ("---\ntitle: Goats of Rum\ndate: 2023-05-02\n---\n", "Goats of Rum", datetime.date(2023, 5, 2)),
        (
            "---\nlayout: post\nTitle: 'Goats: 12 of them'\ndate: '2023-05-02T09:00:00Z'\n...\n",
            "Goats: 12 of them",
            datetime.date(2023, 5, 2),
        ),
        ('+++\ntitle = "Goats of Rum"\ndate = 2023-05-02\n+++\n', "Goats of Rum", datetime.date(2023, 5, 2)),
        ("---\ntitle: Goats\ndate: 2 May 2023\n---\n", "Goats", None),
        ("---\ntitle: Goats\ndate: 2023-02-31\n---\n", "Goats", None),
        ("---\nlayout: post\n---\n", "", None),
        ("", "", None),
    ],
)
def test_title_and_day_of_the_front_matter_are_those_of_the_document(
    tmp_path: Path, matter: str, title: str, day: datetime.date | None
) -> None:
    path = tmp_path / "a.md"
    path.write_text(f"{matter}# Goats of Rum\n\nNine goats.\n")
    (document,) = read_documents([path])
    assert isinstance(document, Document)
    assert (document.title, document.date) == (title, day)
    assert document.text.split()[-2:] == ["Nine", "goats."]


def test_lines_stay_those_of_the_file_where_the_front_matter_has_a_title(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text("---\ntitle: Goats of Rum\n---\n# Goats of Rum\n\nFoxes took 14 of the 9 goats.\n")
    (document,) = read_documents([path])
    assert isinstance(document, Document)
    assert Places(document).place(document.full_text.index("14")) == f"{path}:6:12"


def test_powers_are_read_where_they_are_raised() -> None:
    text = "The lake has 12 m<sup>2</sup> and 3×10<sup>5</sup> fish, 1,200<SUP>3</SUP> boats<sup>12</sup> on the 21<sup>st</sup>."
    blanked = blank_markup(text)
    assert " ".join(blanked.split()) == "The lake has 12 m² and 3×10⁵ fish, 1,200 boats on the 21st ."
    assert shape(blanked) == shape(text)
    assert [(claim.value, claim.unit) for claim in extract(blanked)][:3] == [(12, "square meter"), (3e5, ""), (1200, "")]


@given(st.lists(st.sampled_from([*_MARKUP, " ", "    ", "\t", "\n", "\n\n"])).map("".join))
def test_blanking_markup_moves_nothing(text: str) -> None:
    blanked = blank_markup(text)
    assert shape(blanked) == shape(text)
    assert all(after in (before, " ") for before, after in zip(text, blanked, strict=True))


@given(st.lists(st.sampled_from(["---", "...", "a: 1", "```", "~~~~", "````x", "  ~~~", "Seven men.", "", "# 1"])).map("\n".join))
def test_blanking_moves_nothing(text: str) -> None:
    blanked = blank_markup(text)
    assert shape(blanked) == shape(text)
    assert all(after in (before, " ") for before, after in zip(text, blanked, strict=True))
