"""Words of a report in HTML: every sign as it stands or as a sign that can be read, and never as markup."""

from collections.abc import Iterator, Mapping, Sequence
from html import escape

from outputs.pages.dossier import ToldClaim
from outputs.pages.looks import written
from outputs.pages.marks import Mark
from outputs.query.visible import visible

__all__ = ["claim_note", "marked_html", "safe"]


def safe(words: object) -> str:
    r"""Write words into HTML; line breaks are kept, what would steer a browser or the reading order is shown.

    >>> safe("<b>\u202e & 'so'")
    '&lt;b&gt;\\u202e &amp; &#x27;so&#x27;'
    """
    lines = str(words).replace("\r\n", "\n").replace("\r", "\n").replace("\t", " ").split("\n")
    return "\n".join(escape(visible(line)) for line in lines)


def marked_html(text: str, marks: Sequence[Mark], claims: Mapping[str, ToldClaim]) -> Iterator[str]:
    """Write a text with its marks, one inside the other; `claims` by their ids tell what a mark's title says."""
    return _marked(text, marks, claims, 0, len(text))


def _marked(text: str, marks: Sequence[Mark], claims: Mapping[str, ToldClaim], start: int, end: int) -> Iterator[str]:
    position = start
    for mark in marks:
        yield safe(text[position : mark.start])
        labels = ", ".join(written(label.words) for label in mark.labels)
        notes = "\n".join(claim_note(claims[label.claim_id]) for label in mark.labels if label.claim_id in claims)
        field = mark.labels[0].field
        yield f'<mark class="{_class_of(field)}" title="{safe(notes or labels)}">'
        yield f'<span class="label">{safe(labels)}</span>'
        yield from _marked(text, mark.inside, claims, mark.start, mark.end)
        yield "</mark>"
        position = mark.end
    yield safe(text[position:end])


def claim_note(claim: ToldClaim) -> str:
    """Say in a line what a claim is: field, value, rule, modality, speaker."""
    parts = [
        f"{claim.field}: {claim.value if claim.best is None else claim.best}",
        f"rule {claim.rule}" if claim.rule else "",
        claim.modality or "",
        f"says {claim.speaker}" if claim.speaker else "",
        claim.basis if claim.basis != "quote" else "",
    ]
    return " · ".join(written(part) for part in parts if part)


def _class_of(field: str) -> str:
    """Give the CSS class of a field, letters alone, whatever a plugged-in extractor calls it."""
    return "m-" + "".join(sign for sign in field if sign.isascii() and (sign.isalnum() or sign == "_"))
