"""The task `places`: which places affray takes the names for that people marked."""

import hashlib
import io
from collections.abc import Iterable, Iterator, Mapping, Sequence

from events.evaluate.finder import Finder, pair_up
from events.evaluate.place_scores import FAR_KM, Judged, PlaceScores, place_scores
from events.evaluate.predictions import Row
from events.evaluate.tally import Tally
from events.evaluate.toponyms import GoldToponyms, Toponym
from events.places.gazetteer import Gazetteer
from events.places.resolve import PlaceResolver
from events.places.sphere import distance_km
from outputs.pages.errors.wrong import Line, Section, Verdict, WrongReport
from outputs.pages.marks import Label, Mark, nest
from schemas.place import Place, PlaceReference
from schemas.record import Record
from schemas.report import Report
from schemas.span import Span
from sources.draft import Draft, finished
from sources.options import ReadOptions
from sources.source import Source

__all__ = [
    "Answer",
    "Answers",
    "answer_found",
    "answer_marked",
    "rows_of_places",
    "score_places",
    "section_of_places",
    "wrong_places",
]

NEAREST_KM = 161.0  # a settlement further off does not tell whose land it is


class Answer(Record):
    """What a name of a report is taken for; `marked` is the gold's name, None where a found one meets none.

    A name that the gazetteer lacks has the place beside it in its place, and no number.
    """

    span: Span
    text: str
    marked: Toponym | None = None
    place: Place | None = None
    geonames_id: int | None = None


Answers = Mapping[str, tuple[Answer, ...]]


def answer_marked(gold: Sequence[GoldToponyms], resolver: PlaceResolver) -> Answers:
    """Take each marked name for its likeliest place: that it is a place's name need not be doubted."""
    marked = {
        report.id: tuple(Answer(span=report.span_of(name), text=name.text, marked=name) for name in report.toponyms)
        for report in gold
    }
    references = {
        name: [PlaceReference(name=answer.text, span=answer.span) for answer in answers]
        for name, answers in marked.items()
    }
    return _taken(marked, references, gold, resolver)


def answer_found(gold: Sequence[GoldToponyms], resolver: PlaceResolver, *, find: Finder) -> Answers:
    """Find the names, and take each for its likeliest place, as the finder has doubted it enough.

    Marked names that were missed follow.
    """
    found = find([_report(report) for report in gold])
    references = dict(zip((report.id for report in gold), found, strict=True))
    answers = {report.id: tuple(_found(report, references[report.id])) for report in gold}
    return _taken(answers, references, gold, resolver)


def _found(report: GoldToponyms, references: Sequence[PlaceReference]) -> Iterator[Answer]:
    spans = [reference.span for reference in references]
    pairs = pair_up(spans, [report.span_of(name) for name in report.toponyms])
    for position, span in enumerate(spans):
        marked = pairs.get(position)
        name = None if marked is None else report.toponyms[marked]
        yield Answer(span=span, text=span.of(report.read_text), marked=name)


def _taken(
    answers: Mapping[str, Sequence[Answer]],
    references: Mapping[str, Sequence[PlaceReference]],
    gold: Sequence[GoldToponyms],
    resolver: PlaceResolver,
) -> Answers:
    reports = {report.id: _report(report) for report in gold}
    places = resolver.resolve_names(references, reports)
    own = {name: [places[name].best(reference) for reference in some] for name, some in references.items()}
    numbers = resolver.gazetteer.geonames_ids(place.place_id for some in own.values() for place in some if place)
    return {
        name: tuple(
            answer.model_copy(
                update={
                    "place": place or places[name].beside(reference),
                    "geonames_id": numbers.get(place.place_id) if place else None,
                }
            )
            for answer, place, reference in zip(some, own[name], references[name], strict=True)
        )
        for name, some in answers.items()
    }


def _report(gold: GoldToponyms) -> Report:
    """Make the report that a reader would: of the marked names nothing is handed on."""
    draft = Draft(
        text=gold.text,
        media_type="application/jsonl",
        raw_sha256=hashlib.sha256(gold.text.encode()).hexdigest(),
        external_id=gold.id,
        publisher=gold.publisher,
        title=gold.title,
        url=gold.url,
        published=gold.published,
    )
    source = Source(path=gold.id, head=b"", stream=io.BytesIO())
    return next(one for one in finished(draft, ReadOptions(), source) if isinstance(one, Report))


def rows_of_places(gold: Iterable[GoldToponyms], answers: Answers) -> Iterator[Row]:
    """Give one row for each name, its characters counted as the gold counts them."""
    for report in gold:
        for answer in answers[report.id]:
            at = answer.marked or answer.span
            place = answer.place
            yield {
                "id": report.id,
                "start": at.start,
                "end": at.end,
                "text": answer.text,
                "lat": place.latitude if place else None,
                "lon": place.longitude if place else None,
                "geonameid": answer.geonames_id,
                "country_code": place.country_code if place else None,
            }


def score_places(
    gold: Sequence[GoldToponyms], answers: Answers, gazetteer: Gazetteer, *, finds: bool = False
) -> PlaceScores:
    """Compare the places; with `finds`, the finding too."""
    countries = _countries(gold, gazetteer)
    by_name = {(report.id, answer.marked): answer for report in gold for answer in answers[report.id] if answer.marked}
    marked = [(report.id, name) for report in gold for name in report.toponyms]
    judged = [_judged(name, by_name.get((report_id, name)), countries) for report_id, name in marked if name.point]
    every = [answer for report in gold for answer in answers[report.id]]
    found = Tally(expected=len(marked), given=len(every), correct=len(by_name)) if finds else None
    given = [answer for answer in every if answer.place and not (answer.marked and answer.marked.point is None)]
    return place_scores(judged, reports=len(gold), unscored=len(marked) - len(judged), found=found, given=len(given))


def _judged(name: Toponym, answer: Answer | None, countries: Mapping[Toponym, str | None]) -> Judged:
    place = answer.place if answer else None
    code = countries[name]
    return Judged(
        km=_km(name, place) if place else None,
        same_country=None if code is None else place is not None and place.country_code == code,
        same_entry=None if name.geonameid is None else answer is not None and answer.geonames_id == name.geonameid,
    )


def _km(name: Toponym, place: Place) -> float:
    return distance_km(*(name.point or (0.0, 0.0)), place.latitude, place.longitude)


def _countries(gold: Iterable[GoldToponyms], gazetteer: Gazetteer) -> dict[Toponym, str | None]:
    """Tell the country of each marked name by its entry, else by the settlement nearest to its point."""
    names = {name for report in gold for name in report.toponyms if name.point}
    entries = gazetteer.by_geonames_id(name.geonameid for name in names if name.geonameid is not None)
    return {
        name: entry.country_code if (entry := entries.get(name.geonameid or 0)) else _nearest_country(name, gazetteer)
        for name in names
    }


def _nearest_country(name: Toponym, gazetteer: Gazetteer) -> str | None:
    latitude, longitude = name.point or (0.0, 0.0)
    nearest = gazetteer.nearest(latitude, longitude, km=NEAREST_KM)
    return nearest[0].country_code if nearest else None


def wrong_places(gold: Iterable[GoldToponyms], answers: Answers) -> Iterator[WrongReport]:
    """Give the reports in which a name is taken for a place too far off, the names shown in them."""
    for report in gold:
        section = section_of_places(report, answers[report.id])
        if any(True for _ in section.mistakes()):
            marks = nest(_mark(answer) for answer in answers[report.id])
            yield WrongReport(
                id=report.id,
                title=report.title,
                published=report.published,
                text=report.read_text,
                marks=marks,
                sections=(section,),
            )


def section_of_places(report: GoldToponyms, answers: Sequence[Answer]) -> Section:
    """Lay out the names of a report with what was expected and given."""
    by_name = {answer.marked: answer for answer in answers if answer.marked}
    lines = [_line(name, by_name.get(name)) for name in report.toponyms]
    spare = [
        Line(field="name", given=_told(answer), verdict=Verdict.TOO_MANY) for answer in answers if not answer.marked
    ]
    return Section(title="Names of places", lines=(*lines, *spare))


def _line(name: Toponym, answer: Answer | None) -> Line:
    place = answer.place if answer else None
    if name.point is None:
        verdict = Verdict.NOT_JUDGED
    elif place is None:
        verdict = Verdict.MISSING
    else:
        verdict = Verdict.RIGHT if _km(name, place) <= FAR_KM else Verdict.WRONG
    expected = f"{name.text}: {name.lat}, {name.lon}" if name.point else name.text
    return Line(field="place", expected=expected, given=_told(answer) if answer else "", verdict=verdict)


def _told(answer: Answer) -> str:
    place = answer.place
    if place is None:
        return answer.text
    parts = (place.name, place.admin1, place.country_code)
    where = ", ".join(dict.fromkeys(part for part in parts if part))
    return f"{answer.text}: {where} ({place.latitude}, {place.longitude})"


def _mark(answer: Answer) -> Mark:
    label = Label(claim_id="", field="place", words=answer.place.name if answer.place else "no place")
    return Mark(start=answer.span.start, end=answer.span.end, labels=(label,))
