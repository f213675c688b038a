"""One mail as reports: its own words, and the files attached to it as members."""

import io
import mimetypes
import re
from collections.abc import Iterator
from dataclasses import replace
from email.message import EmailMessage
from email.parser import BytesParser
from typing import cast

from schemas.report import Reject, Report
from schemas.vocabulary import RejectReason
from sources.articles import reports_in
from sources.draft import Draft
from sources.mail.body import Body, body_of
from sources.mail.headers import POLICY, said_by
from sources.options import ReadOptions
from sources.raw import digest
from sources.refusal import Refusal, quoted
from sources.source import HEAD, Source, too_large

__all__ = ["MESSAGE", "read_mail"]

MESSAGE = 5  # times the largest report: a mail with its attachments, which are a third longer than they were
MOST_PARTS = 1_000
MOST_STEPS = 50_000_000  # of the parser, which asks of every line whether it ends one of the open boxes
LONGEST_ENDING = 10
LONGEST_NAME = 100  # characters of an attachment's name
MEDIA_TYPE = "message/rfc822"
FORWARDED = "message/rfc822"
# What is attached and is no document: pictures, signatures, invitations.
NO_DOCUMENTS = (
    "image/",
    "audio/",
    "video/",
    "font/",
    "message/",
    "text/rfc822-headers",
    "text/calendar",
    "text/css",
    "text/x-vcard",
    "text/vcard",
    "application/pgp",
    "application/pkcs7",
    "application/x-pkcs7",
    "application/ics",
)

_UNFIT = re.compile(r"[\x00-\x1f\x7f/\\:]+")


def read_mail(
    data: bytes, source: Source, options: ReadOptions, *, part: str | None
) -> Iterator[Source | Report | Reject]:
    """Give the report in a mail, those in the mails that it forwards, and its attachments to be read as files."""
    message = _parsed(data, options)
    if isinstance(message, Refusal):
        yield source.refused(message, part=part)
        return
    yield from _entries(message, digest(data, options), source, options, part=part, depth=0)


def _parsed(data: bytes, options: ReadOptions) -> EmailMessage | Refusal:
    if len(data) > MESSAGE * options.largest_report:
        return too_large(len(data), MESSAGE * options.largest_report)
    small = data.lower()
    boxes, parts = small.count(b"boundary"), small.count(b"content-type:")
    if parts > MOST_PARTS or boxes * data.count(b"\n") > MOST_STEPS:
        return _too_many(parts)
    try:
        return cast("EmailMessage", BytesParser(EmailMessage, policy=POLICY).parsebytes(data))
    except RecursionError:
        return _too_many(parts)
    except Exception as error:  # noqa: BLE001  (hostile mails raise anything inside)
        return _broken(error)


def _entries(
    message: EmailMessage, sha256: str, source: Source, options: ReadOptions, *, part: str | None, depth: int
) -> Iterator[Source | Report | Reject]:
    if depth >= options.deepest:
        detail = f"It is forwarded within {depth:,} mails, which is the most. Save it as a file of its own."
        yield source.refused(Refusal(reason=RejectReason.TOO_LARGE, detail=detail), part=part)
        return
    try:
        body = body_of(message)
    except Exception as error:  # noqa: BLE001  (hostile mails raise anything inside)
        yield source.refused(_broken(error), part=part)
        return
    members = list(_attached(body, source, part=part))
    forwarded = [inner for attachment in body.attached if (inner := _forwarded(attachment))]
    for refusal in body.refusals:
        yield source.refused(refusal, part=part)
    if body.text or not (members or forwarded or body.refusals):
        said = said_by(message)
        draft = Draft(
            **said.model_dump(exclude_none=True), text=body.text or "", media_type=MEDIA_TYPE, raw_sha256=sha256
        )
        yield from _reports(draft, options, replace(source, part=part))
    for number, inner in enumerate(forwarded, start=1):
        name = f"forwarded mail {number}"
        within = f"{part}, {name}" if part else name
        yield from _entries(inner, sha256, source, options, part=within, depth=depth + 1)
    yield from members


def _reports(draft: Draft, options: ReadOptions, source: Source) -> Iterator[Report | Reject]:
    size = len(draft.text.encode("utf-8", "surrogatepass"))
    if size > options.largest_report:
        yield source.refused(too_large(size, options.largest_report))
    else:
        yield from reports_in(draft, options, source)


def _forwarded(attachment: EmailMessage) -> EmailMessage | None:
    """Give the mail that is attached as such."""
    if attachment.get_content_type() != FORWARDED or not attachment.is_multipart():
        return None
    inner = attachment.get_payload(0)
    return inner if isinstance(inner, EmailMessage) else None


def _attached(body: Body, source: Source, *, part: str | None) -> Iterator[Source]:
    """Give the documents that are attached, each as a file beside the mail."""
    for number, attachment in enumerate(body.attached, start=1):
        name = _name(attachment, number)
        kinds = (attachment.get_content_type(), mimetypes.guess_type(name)[0] or "")
        if any(kind.startswith(NO_DOCUMENTS) for kind in kinds):
            continue
        data = attachment.get_payload(decode=True)
        if isinstance(data, bytes) and data.strip():
            yield Source(f"{source.path}/{name}", data[:HEAD], io.BytesIO(data), len(data), part=part)


def _name(attachment: EmailMessage, number: int) -> str:
    """Give an attachment's name, fit to be shown, with an ending that tells what it is."""
    try:
        name = attachment.get_filename() or ""
    except Exception:  # noqa: BLE001  (hostile names raise anything inside)
        name = ""
    fit = _UNFIT.sub("_", name).strip(". ").encode("utf-8", "replace").decode()
    stem, dot, ending = fit.rpartition(".")
    if dot:
        return f"{stem[:LONGEST_NAME]}.{ending[:LONGEST_ENDING]}"
    guessed = mimetypes.guess_extension(attachment.get_content_type()) or ""
    return f"{ending[:LONGEST_NAME] or f'attachment-{number}'}{guessed}"


def _too_many(parts: int) -> Refusal:
    return Refusal(
        reason=RejectReason.TOO_LARGE,
        detail=f"The mail is made of {parts:,} parts, nested or too many to be read. Save its text as .txt.",
    )


def _broken(error: Exception) -> Refusal:
    told = quoted(str(error) or type(error).__name__)
    return Refusal(
        reason=RejectReason.MALFORMED, detail=f"The mail is broken ({told}). Fetch it again, or save it as .txt."
    )
