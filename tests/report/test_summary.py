"""What a run amounts to is counted once, in however many pieces a document comes."""

from __future__ import annotations

from numclaims.context.claims import analyse, analyse_in_pieces
from numclaims.model import Document
from numclaims.report.summary import Summary

LONG = Document("long", "The port lost 12 boats on Monday.\n\n" * 4000, title="Port loses 12 boats")


def test_a_long_document_in_pieces_counts_as_one() -> None:
    pieces, whole = Summary(), Summary()
    assert len(list(pieces.follow(analyse_in_pieces(LONG)))) > 1
    assert list(whole.follow([analyse(LONG)]))
    assert pieces.read_line() == whole.read_line()
    assert pieces.documents == 1


def test_two_documents_of_one_text_count_as_two() -> None:
    summary = Summary()
    documents = [Document(name, "The port lost 12 boats.") for name in ("a", "b")]
    assert len(list(summary.follow(map(analyse, documents)))) == 2
    assert summary.documents == 2
