"""The names that a batch of reports lacks, asked together, and the candidates that the answers give."""

from collections.abc import Iterable, Mapping

from events.places.gazetteer import Gazetteer, Match
from events.places.online.adopt import adopted
from events.places.online.lacking import lacking
from events.places.online.question import Answering
from events.places.reading import ReportPlaces
from schemas.incident import Extraction

__all__ = ["answered"]


def answered(
    extractions: Iterable[Extraction], places: Mapping[str, ReportPlaces], answering: Answering, gazetteer: Gazetteer
) -> dict[str, dict[str, tuple[Match, ...]]]:
    """Ask for what tellings lack, all at once, and give what was answered; reports without an answer are left out."""
    wanted = {entry.report_id: lacking(entry.tellings, places[entry.report_id]) for entry in extractions}
    questions = dict.fromkeys(question for asked in wanted.values() for question in asked.values())
    if not questions:
        return {}
    answers = answering(list(questions))
    found = {
        report_id: {name: matches for name, one in asked.items() if (matches := adopted(one, answers[one], gazetteer))}
        for report_id, asked in wanted.items()
    }
    return {report_id: matches for report_id, matches in found.items() if matches}
