"""The body of a mail: the words in it, and what is attached."""

from email.message import EmailMessage
from typing import NamedTuple

from schemas.vocabulary import RejectReason
from sources.encoding import decode
from sources.html import plain_text
from sources.refusal import Refusal

__all__ = ["Body", "body_of"]

DEEPEST = 50  # boxes within boxes; a mail forwarded ten times has thirty
STUB = 300  # characters; a shorter plain text may only say that the mail is in HTML
MUCH_LONGER = 3  # times as long as such a stub
FLOWED = "flowed"


class Body(NamedTuple):
    """The words, None where there are none; what is attached; why pieces could not be read."""

    text: str | None
    attached: list[EmailMessage]
    refusals: list[Refusal]
    is_html: bool = False


def body_of(message: EmailMessage, *, depth: int = 0) -> Body:
    """Take a mail, or a box in it, apart; of several writings of the same words the plain one is preferred."""
    if depth > DEEPEST:
        refusal = Refusal(
            reason=RejectReason.MALFORMED,
            detail=f"The mail has more than {DEEPEST} boxes one within the other. Save its text as .txt.",
        )
        return Body(None, [], [refusal])
    kind = message.get_content_type()
    if message.is_multipart() and kind.startswith("multipart/"):
        bodies = [body_of(part, depth=depth + 1) for part in message.iter_parts() if isinstance(part, EmailMessage)]
        return _chosen(bodies) if kind == "multipart/alternative" else _joined(bodies)
    if kind.startswith("multipart/"):  # its boxes were stripped, or never there
        return _leaf(message, is_html=False)
    if kind not in ("text/plain", "text/html") or message.get_content_disposition() == "attachment":
        return Body(None, [message], [])
    return _leaf(message, is_html=kind == "text/html")


def _chosen(bodies: list[Body]) -> Body:
    """Choose among writings of the same words; what any of them has attached stays."""
    attached = [part for body in bodies for part in body.attached]
    written = [body for body in bodies if body.text]
    plain = next((body for body in written if not body.is_html), None)
    rich = next((body for body in written if body.is_html), None)
    best = plain or rich
    if plain and rich and len(plain.text or "") < STUB and len(rich.text or "") > MUCH_LONGER * STUB:
        best = rich
    if best is None:
        return Body(None, attached, [refusal for body in bodies for refusal in body.refusals][:1])
    return best._replace(attached=attached)


def _joined(bodies: list[Body]) -> Body:
    texts = [body.text for body in bodies if body.text]
    return Body(
        texts[0] if len(texts) == 1 else "\n\n".join(text.strip("\r\n") for text in texts) or None,
        [part for body in bodies for part in body.attached],
        [refusal for body in bodies for refusal in body.refusals],
        is_html=any(body.is_html for body in bodies),
    )


def _leaf(part: EmailMessage, *, is_html: bool) -> Body:
    data = part.get_payload(decode=True)
    if not isinstance(data, bytes) or not data.strip():
        return Body(None, [], [])
    decoded = decode(data, declared=_charset(part))
    if isinstance(decoded, Refusal):
        return Body(None, [], [decoded])
    if is_html:
        text = plain_text(decoded.text)
    else:
        text = _unflowed(decoded.text) if part.get_param("format") == FLOWED else decoded.text
    return Body(text if text.strip() else None, [], [], is_html=is_html)


def _charset(part: EmailMessage) -> str | None:
    try:
        return part.get_content_charset()
    except (LookupError, UnicodeError, ValueError):
        return None


def _unflowed(text: str) -> str:
    r"""Join the lines of a paragraph that end with a space, as RFC 3676 breaks them.

    >>> _unflowed("Two guards \ndied.\n From here on\n")
    'Two guards died.\nFrom here on\n'
    """
    lines: list[str] = []
    is_open = False
    for line in text.replace("\r\n", "\n").split("\n"):
        words = line.removeprefix(" ")  # stuffed before ">", "From " and spaces
        if is_open:
            lines[-1] += words
        else:
            lines.append(words)
        is_open = words.endswith(" ") and words != "-- "
    return "\n".join(lines)
