"""E-mails (.eml) to Documents: subject, date and what the sender wrote. Earlier mail that it quotes and attachments are left out."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from contextlib import suppress
from email import message_from_bytes
from email.errors import MessageError
from email.message import EmailMessage
from email.policy import default

from numclaims.model import Document
from numclaims.reading.encoding import is_encoding, open_text
from numclaims.reading.html import page_of
from numclaims.reading.source import ConversionError, Original, encodable, normalise_line_ends
from numclaims.reading.text import document_of_text
from numclaims.reading.unreadable import Unreadable

_SIGNATURE = "-- "


def read(original: Original) -> Iterator[Document | Unreadable]:
    """The body of the mail as one document; its HTML only where it has no plain text."""
    from io import BytesIO

    content = original.whole()
    try:
        message = message_from_bytes(content, _class=EmailMessage, policy=default)
        body = message.get_body(("plain", "html"))
        attached = sum(1 for _ in message.iter_attachments()) if message.is_multipart() else 0
    except (MessageError, RecursionError) as error:
        raise ConversionError(f"is damaged or no e-mail: {error}") from None
    if not isinstance(body, EmailMessage) or not message.keys():
        raise ConversionError("is no e-mail, or one without a text")
    encoding = body.get_content_charset("")
    raw = body.get_payload(decode=True)
    with open_text(BytesIO(raw if isinstance(raw, bytes) else b""), encoding if is_encoding(encoding) else original.encoding) as stream:
        text = stream.read()
        warnings = [warning] if (warning := stream.decoded.warning(original.path)) else []
    text = page_of(text).text if body.get_content_subtype() == "html" else "\n".join(_own(text.split("\n")))
    if not text.strip():
        raise ConversionError("holds no text of its own")
    if attached:
        warnings.append(f"{original.path}: {attached:,} attachment{'s are' if attached > 1 else ' is'} not read")
    text = encodable(normalise_line_ends(text))
    yield document_of_text(original, text, _subject(message), _day(message), warnings=tuple(warnings), extracted=True)


def _own(lines: list[str]) -> Iterator[str]:
    """The lines that the sender wrote, up to the signature; quoted ones become empty."""
    for line in lines:
        if line == _SIGNATURE:
            return
        yield "" if line.startswith(">") else line


def _subject(message: EmailMessage) -> str:
    with suppress(Exception):  # headers raise what they like where they are malformed
        return encodable(" ".join(str(message["subject"] or "").split()))
    return ""


def _day(message: EmailMessage) -> datetime.date | None:
    with suppress(Exception):
        day: datetime.date = message["date"].datetime.date()
        return day
    return None
