"""The page itself: one HTML file, a summary at the top, then one report after the other as they come."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from importlib import resources

from outputs.pages.errors.hypertext import claim_note, marked_html, safe
from outputs.pages.errors.wrong import Line, Section, Verdict, WrongReport

__all__ = ["Judged", "error_page"]

Judged = Sequence[tuple[str, Sequence[Section]]]
"""Every report by its id with what was judged of it."""

Mistake = tuple[str, Verdict]

# Whatever an escape may have missed can run nothing and fetch nothing.
POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
VERDICTS = tuple(verdict for verdict in Verdict if verdict.is_mistake)


def error_page(judged: Judged, reports: Iterable[WrongReport], *, title: str) -> Iterator[str]:
    """Write the page piece by piece; `reports` are asked for one at a time, in the order of the wrong of `judged`."""
    wrong = [(report_id, _mistakes(sections)) for report_id, sections in judged]
    wrong = [(report_id, mistakes) for report_id, mistakes in wrong if mistakes]
    tally = Counter(mistake for _, mistakes in wrong for mistake in mistakes)
    yield from _head(title, tally)
    yield f'<body><h1 id="top">{safe(title)}</h1>'
    yield f"<p>{_told(len(wrong), len(judged), sum(tally.values()))}</p>"
    if wrong:
        yield from _summary(tally)
        yield from _index(wrong)
    for number, report in enumerate(reports):
        yield from _article(report, number)
    yield "</body></html>\n"


def _mistakes(sections: Iterable[Section]) -> list[Mistake]:
    return [mistake for section in sections for mistake in section.mistakes()]


def _told(wrong: int, judged: int, mistakes: int) -> str:
    if not wrong:
        return f"Nothing is wrong in {judged:,} reports."
    return f"{mistakes:,} mistakes in {wrong:,} of {judged:,} reports."


def _head(title: str, tally: Mapping[Mistake, int]) -> Iterator[str]:
    style = resources.files("outputs.pages.errors").joinpath("page.css").read_text(encoding="utf-8")
    yield '<!doctype html><html lang="en"><head><meta charset="utf-8">'
    yield f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield f"<title>{safe(title)}</title><style>{style}"
    for mistake in tally:
        name = _name(mistake)
        yield f"body:has(#pick-{name}:checked) :is(article, .index li):not(.{name}) {{ display: none; }}\n"
    yield "</style></head>"


def _summary(tally: Mapping[Mistake, int]) -> Iterator[str]:
    """Write the counts, each of which, picked, leaves only the reports that have such a mistake."""
    yield '<table class="summary"><tr><th>field</th>'
    yield from (f"<th>{verdict}</th>" for verdict in VERDICTS)
    yield "</tr>"
    for field in dict.fromkeys(field for field, _ in sorted(tally)):
        yield f"<tr><td>{safe(field)}</td>"
        for verdict in VERDICTS:
            yield f"<td>{_pick(_name((field, verdict)), tally.get((field, verdict), 0))}</td>"
        yield "</tr>"
    yield "</table><p>Pick a number to see only the reports that have such a mistake. "
    yield f'<span class="summary">{_radio("every")}<label for="pick-every">Show all again</label></span></p>'


def _pick(name: str, count: int) -> str:
    return f'{_radio(name)}<label for="pick-{name}">{count:,}</label>' if count else ""


def _radio(name: str) -> str:
    checked = " checked" if name == "every" else ""
    return f'<input type="radio" name="pick" id="pick-{name}"{checked}>'


def _index(wrong: Iterable[tuple[str, list[Mistake]]]) -> Iterator[str]:
    yield '<details><summary>The reports</summary><ul class="index">'
    for number, (report_id, mistakes) in enumerate(wrong):
        fields = ", ".join(dict.fromkeys(field for field, _ in mistakes))
        yield f'<li class="{_classes(mistakes)}"><a href="#report-{number}">{safe(report_id)}</a> '
        yield f'<span class="faint">{safe(fields)}</span></li>'
    yield "</ul></details>"


def _article(report: WrongReport, number: int) -> Iterator[str]:
    yield f'<article id="report-{number}" class="{_classes(_mistakes(report.sections))}">'
    yield f'<h2>{safe(report.id)}</h2><p class="faint">'
    yield " · ".join(safe(part) for part in (report.published or "no date", report.title) if part)
    yield ' · <a href="#top">up</a></p><div class="columns"><div>'
    claims = {claim.claim_id: claim for claim in report.claims}
    yield '<div class="text" dir="auto">'
    yield from marked_html(report.text, report.marks, claims)
    yield "</div>"
    yield from _claims(report)
    yield "</div><div>"
    for section in report.sections:
        yield from _section(section)
    yield "</div></div></article>\n"


def _section(section: Section) -> Iterator[str]:
    verdict = f" {_verdict(section.verdict)}" if section.verdict.is_mistake else ""
    yield f"<h3>{safe(section.title)}{verdict}</h3><table>"
    yield "<tr><th>field</th><th>expected</th><th>given</th><th></th></tr>"
    yield from map(_line, section.lines)
    yield "</table>"


def _line(line: Line) -> str:
    cells = "".join(f"<td>{safe(words)}</td>" for words in (line.field, line.expected, line.given))
    return f"<tr>{cells}<td>{_verdict(line.verdict)}</td></tr>"


def _verdict(verdict: Verdict) -> str:
    words = "" if verdict is Verdict.NOT_JUDGED else verdict.value
    return f'<span class="v-{verdict.value.replace(" ", "-")}">{words}</span>'


def _claims(report: WrongReport) -> Iterator[str]:
    """List every claim with its rule, those without words of their own among them."""
    if not report.claims:
        return
    yield f"<details><summary>{len(report.claims):,} claims</summary><ul>"
    for claim in report.claims:
        quote = f" <q>{safe(claim.quote)}</q>" if claim.quote else ""
        yield f"<li>{safe(claim_note(claim))}{quote}</li>"
    yield "</ul></details>"


def _name(mistake: Mistake) -> str:
    """Give the class of a mistake, in signs that need no escape anywhere."""
    return "-".join(mistake).replace(" ", "-")


def _classes(mistakes: Iterable[Mistake]) -> str:
    return " ".join(dict.fromkeys(map(_name, mistakes)))
