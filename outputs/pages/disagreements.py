"""The page of two extractors: a table of the fields, then one report after the other, the words of both marked."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from outputs.pages.errors.hypertext import safe

__all__ = ["FieldRow", "Told", "disagreement_page"]

# Whatever an escape may have missed can run nothing and fetch nothing.
POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
STYLE = """
body { font: 16px/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; }
body { color: #1b1b1b; background: #fff; }
table { border-collapse: collapse; margin: 1rem 0; }
th, td { padding: .25rem .75rem; text-align: left; border-bottom: 1px solid #ccc; vertical-align: top; }
td.number, th.number { text-align: right; }
article { border-top: 2px solid #888; margin-top: 2rem; }
pre { white-space: pre-wrap; overflow-wrap: anywhere; font: inherit; }
q { font-style: italic; }
.first { background: #fde68a; }
.second { background: #bfdbfe; }
.first.second { background: linear-gradient(#fde68a 50%, #bfdbfe 50%); }
@media (prefers-color-scheme: dark) { body { color: #eee; background: #1b1b1b; } mark { color: #111; } }
"""


class FieldRow(NamedTuple):
    """One field's numbers, as they are written."""

    field: str
    numbers: tuple[str, ...]


class Told(NamedTuple):
    """A field of one report as each extractor tells it, with its words; None where it does not."""

    field: str
    first: str | None
    first_quote: str | None
    second: str | None
    second_quote: str | None


def disagreement_page(
    names: tuple[str, str],
    headings: Sequence[str],
    fields: Iterable[FieldRow],
    reports: Iterable[tuple[str, str, str, Sequence[Told]]],
    *,
    title: str,
) -> Iterator[str]:
    """Write the page piece by piece; `reports` are id, title, text and what differs."""
    yield '<!doctype html><html lang="en"><head><meta charset="utf-8">'
    yield f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield f"<title>{safe(title)}</title><style>{STYLE}</style></head><body><h1>{safe(title)}</h1>"
    yield f'<p><mark class="first">{safe(names[0])}</mark> is the dataset\'s extractor, '
    yield f'<mark class="second">{safe(names[1])}</mark> the second one; its claims derive nothing.</p>'
    yield from _table(headings, fields)
    for report_id, headline, text, told in reports:
        yield f'<article id="{safe(report_id)}"><h2>{safe(headline)}</h2><p>{safe(report_id)}</p>'
        yield f"<table><tr><th>field</th><th>{safe(names[0])}</th><th>{safe(names[1])}</th></tr>"
        for one in told:
            yield f"<tr><td>{safe(one.field)}</td>{_cell(one.first, one.first_quote)}"
            yield f"{_cell(one.second, one.second_quote)}</tr>"
        yield "</table><pre>"
        yield from _marked(text, _marks(told))
        yield "</pre></article>"
    yield "</body></html>\n"


def _table(headings: Sequence[str], fields: Iterable[FieldRow]) -> Iterator[str]:
    yield "<table><tr><th>field</th>"
    yield from (f'<th class="number">{safe(heading)}</th>' for heading in headings)
    yield "</tr>"
    for row in fields:
        yield f"<tr><td>{safe(row.field)}</td>"
        yield from (f'<td class="number">{safe(number)}</td>' for number in row.numbers)
        yield "</tr>"
    yield "</table>"


def _cell(value: str | None, quote: str | None) -> str:
    words = f"<br><q>{safe(quote)}</q>" if quote else ""
    return f"<td>{safe('–' if value is None else value)}{words}</td>"


def _marks(told: Sequence[Told]) -> Mapping[str, set[str]]:
    """Give the quotes and the classes of their marks, each part of a quote by itself."""
    marks: dict[str, set[str]] = {}
    for one in told:
        for name, quote in (("first", one.first_quote), ("second", one.second_quote)):
            for part in quote.split(" … ") if quote else ():
                marks.setdefault(part, set()).add(name)
    return marks


def _marked(text: str, marks: Mapping[str, set[str]]) -> Iterator[str]:
    """Mark where quotes stand, their first place; of those that overlap the one that begins first."""
    places = sorted((text.find(quote), -len(quote), quote) for quote in marks if quote in text)
    position = 0
    for start, _, quote in places:
        if start < position:
            continue
        yield safe(text[position:start])
        classes = " ".join(sorted(marks[quote]))
        yield f'<mark class="{classes}">{safe(quote)}</mark>'
        position = start + len(quote)
    yield safe(text[position:])
