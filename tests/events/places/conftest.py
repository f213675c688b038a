"""The bundled gazetteer, built once for the machine, and reports typed in a line."""

from collections.abc import Callable, Iterator

import pytest

from events.places.gazetteer import Gazetteer, ensure_gazetteer
from events.places.resolve import PlaceResolver
from schemas.incident import Account, Extraction, Telling
from schemas.place import Location, PlaceReference
from schemas.report import Report
from schemas.span import Span
from schemas.vocabulary import EventType, Status
from schemas.when import When

Locate = Callable[..., Location]


@pytest.fixture(scope="session")
def gazetteer() -> Iterator[Gazetteer]:
    with Gazetteer(ensure_gazetteer()) as opened:
        yield opened


@pytest.fixture(scope="session")
def resolver(gazetteer: Gazetteer) -> PlaceResolver:
    return PlaceResolver(gazetteer)


@pytest.fixture(scope="session")
def locate(resolver: PlaceResolver) -> Locate:
    """Place one incident told by references (name, or name and its other fields) of a text that names them in order."""

    def place(*places: str | PlaceReference, others: tuple[str | PlaceReference, ...] = (), **fields: str) -> Location:
        text = fields.pop("text", None) or " ; ".join(_name(reference) for reference in (*places, *others))
        tied = tuple(_standing(reference, text) for reference in places)
        report = Report.identified(text=text, media_type="text/plain", raw_sha256="0", **fields)
        telling = Telling(
            mention_id="m-1",
            report_id=report.report_id,
            trigger=Span(start=0, end=1),
            status=Status.HAPPENED,
            account=Account(when=When.unknown(), event_type=EventType.BATTLES, sub_event_type="Armed clash"),
            places=tied,
        )
        extraction = Extraction(
            report_id=report.report_id,
            tellings=(telling,),
            toponyms=tuple(_standing(reference, text) for reference in others),
        )
        return resolver.locate([extraction], {report.report_id: report})["m-1"]

    return place


def _name(reference: str | PlaceReference) -> str:
    return reference if isinstance(reference, str) else reference.name


def _standing(reference: str | PlaceReference, text: str) -> PlaceReference:
    """Set the span to where the text first has the name."""
    start = text.index(_name(reference))
    span = Span(start=start, end=start + len(_name(reference)))
    if isinstance(reference, str):
        return PlaceReference(name=reference, span=span)
    return reference.model_copy(update={"span": span})
