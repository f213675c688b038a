"""The head of a mail, read within bounds: what its lines say, and whether bytes begin like one."""

import re
from email.message import EmailMessage
from email.policy import EmailPolicy
from functools import lru_cache
from typing import Any

from sources.metadata import Metadata
from sources.outlet import outlet_named

__all__ = ["POLICY", "begins_like_a_mail", "said_by", "written"]

LONGEST = 2_000  # characters of a header that are looked at: the reading of one takes time by its square
TELLING = frozenset({b"from", b"subject", b"date"})
# What programs write and people do not: a report may begin with "From:" and "Date:" by hand.
TECHNICAL = frozenset(
    {
        *(b"message-id", b"mime-version", b"received", b"return-path", b"delivered-to"),
        *(b"content-type", b"content-transfer-encoding"),
    }
)
SAVED_PAGE = b"snapshot-content-location"  # a page saved by a browser looks like a mail

_HEADER = re.compile(rb"([!-9;-~]{1,100}):")
_ASIDE = re.compile(r"\s*(?:,|\||\(|\)|\bvia\b|\bat\b|\bfrom\b|[–—])\s*|\s+-\s+")


class _Policy(EmailPolicy):
    """Reads headers that are short, and those beyond as far as they are."""

    def header_fetch_parse(self, name: str, value: str) -> Any:  # noqa: ANN401  (a header of its own type for each name)
        return _parsed(name, value[:LONGEST])


_STRICT = EmailPolicy()
POLICY = _Policy()


@lru_cache(maxsize=256)
def _parsed(name: str, value: str) -> Any:  # noqa: ANN401  (as above)
    try:
        return _STRICT.header_fetch_parse(name, value)
    except Exception:  # noqa: BLE001  (hostile headers raise anything inside)
        return ""


def begins_like_a_mail(head: bytes) -> bool:
    """Say whether bytes begin with the lines that stand above a mail."""
    names = _names(head)
    if SAVED_PAGE in names:
        return False
    return names >= TELLING or bool(names & TELLING and names & TECHNICAL)


def _names(head: bytes) -> set[bytes]:
    """Give the names of the headers, in small letters; none where another line stands among them."""
    names: set[bytes] = set()
    for at, line in enumerate(head.split(b"\n")[:-1] or [head]):
        if not line.strip(b"\r"):
            break
        if line.startswith((b" ", b"\t")) or (not at and line.startswith(b"From ")):
            continue
        match = _HEADER.match(line)
        if not match:
            return set()
        names.add(match[1].lower())
    return names


def written(message: EmailMessage, name: str) -> str | None:
    """Give a header as it is written, decoded; None where it is not there or nothing is in it."""
    try:
        value = message[name]
        return None if value is None else " ".join(str(value).split()) or None
    except Exception:  # noqa: BLE001  (hostile headers raise anything inside)
        return None


def said_by(message: EmailMessage) -> Metadata:
    """Tell what the head says of the report in the mail.

    The sender is the outlet only where the name looks like one: "Jane Doe" may be a colleague who forwards it.
    """
    sender = _sender(message)
    names = [name for name in _ASIDE.split(sender) if name]
    publisher = next(filter(None, map(outlet_named, names)), None) or _list_outlet(message)
    byline = names[0] if publisher in names[1:] else None
    identity = written(message, "message-id")
    return Metadata(
        external_id=identity and identity.strip("<> "),
        publisher=publisher,
        title=written(message, "subject"),
        byline=byline,
        published=written(message, "date"),
    )


def _sender(message: EmailMessage) -> str:
    try:
        return str(message["from"].addresses[0].display_name)
    except Exception:  # noqa: BLE001  (no sender, or a hostile one)
        return ""


def _list_outlet(message: EmailMessage) -> str | None:
    r"""Give the outlet that a list is of: 'List-Id: "Example Daily alerts" <alerts.daily.example>'."""
    name = (written(message, "list-id") or "").partition("<")[0].strip("\" '")
    words = name.split()
    return next(filter(None, (outlet_named(" ".join(words[:count])) for count in range(len(words), 0, -1))), None)
