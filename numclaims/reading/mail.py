"""E-mails (.eml) to Documents: subject, date and what the sender wrote. Earlier mail that it quotes and attachments are left out."""

from __future__ import annotations

import datetime
import re
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
_ANSWERED = re.compile(r"-{2,}\s?Original (?:Message|Appointment)\s?-{2,}\s*$", re.IGNORECASE)
_FROM, _SENT = re.compile(r"\*?(?:From|Von|De|Da):\*? "), re.compile(r"\*?(?:Sent|Date|Gesendet|Envoyé|Inviato|Enviado(?: el)?):\*? ")
_WROTE = re.compile(r"\b(?:wrote|writes|schrieb|a écrit|escribió|ha scritto)\s?:\s*$")
_PASSED_ON = re.compile(r"\s*(?:fwd?|wg|tr|i|rv)\s*:", re.IGNORECASE)
_NEAR = 3
_QUOTES = (
    "//blockquote[@type='cite'] | //*[contains(concat(' ', @class, ' '), ' gmail_quote ')] | //*[@id='divRplyFwdMsg']"
    " | //*[contains(concat(' ', @class, ' '), ' moz-cite-prefix ')] | //*[contains(concat(' ', @class, ' '), ' gmail_attr ')]"
)
"""What programs put around the mail that is answered (XPath)."""


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
    subject = _subject(message)
    passed_on = bool(_PASSED_ON.match(subject))  # then that is what its sender has to say
    if body.get_content_subtype() == "html":
        text = page_of(text, without="" if passed_on else _QUOTES).text
    if not passed_on:
        text = "\n".join(_own(text.split("\n")))
    if not text.strip():
        raise ConversionError("holds no text of its own")
    if attached:
        warnings.append(f"{original.path}: {attached:,} attachment{'s are' if attached > 1 else ' is'} not read")
    text = encodable(normalise_line_ends(text))
    yield document_of_text(original, text, subject, _day(message), warnings=tuple(warnings), extracted=True)


def _own(lines: list[str]) -> Iterator[str]:
    """The lines that the sender wrote, up to the signature or the mail that is answered below.

    Quoted lines become empty, as does what tells whom they are of.
    """
    for at, line in enumerate(lines):
        following = lines[at + 1] if at + 1 < len(lines) else ""
        if line == _SIGNATURE or _ANSWERED.match(line) or (_FROM.match(line) and _SENT.match(following)):
            return
        told = _tells(lines, at) or (line.startswith("On ") and _tells(lines, at + 1))
        yield "" if line.startswith(">") or told else line


def _tells(lines: list[str], at: int) -> bool:
    """Whether a line says who wrote what is quoted below it: "Ann Ost <ann@example.org> wrote:"."""
    if at >= len(lines) or not _WROTE.search(lines[at]):
        return False
    return next((line.startswith(">") for line in lines[at + 1 : at + 1 + _NEAR] if line.strip()), False)


def _subject(message: EmailMessage) -> str:
    with suppress(Exception):  # headers raise what they like where they are malformed
        return encodable(" ".join(str(message["subject"] or "").split()))
    return ""


def _day(message: EmailMessage) -> datetime.date | None:
    with suppress(Exception):
        day: datetime.date = message["date"].datetime.date()
        return day
    return None
