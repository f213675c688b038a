"""An extractor of one sentence, quick enough to build thousands of reports, chosen by its entry point as any is.

It reads "4 killed in Hama", and stumbles or invents where a report holds these words.
"""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from schemas.casualties import Casualties
from schemas.claim import Claim
from schemas.count import Count
from schemas.incident import Account, Extraction, Telling
from schemas.place import PlaceReference
from schemas.record import content_id
from schemas.report import Report
from schemas.span import Span
from schemas.vocabulary import CasualtyKind, EventType, Field, Side, Status
from schemas.when import When

__all__ = ["PlainExtractor"]

TOLD = re.compile(r"(?P<recalled>Recalled: )?(?P<dead>[0-9]+) (?P<trigger>killed) in (?P<place>[A-Z][a-z]+)")
STUMBLES_OVER = "stumble"


class PlainExtractor:
    name = "plain"
    version = "1"

    def __init__(self, *, pipeline: str, codebook: Path | None = None, date_order: str | None = None) -> None:
        del pipeline, codebook, date_order

    def extract(self, reports: Iterable[Report]) -> Iterator[Extraction]:
        for report in reports:
            if STUMBLES_OVER in report.text:
                raise ValueError("It stumbled\nover a word")
            told = [self._told(report, match) for match in TOLD.finditer(report.text)]
            yield Extraction(
                report_id=report.report_id,
                tellings=tuple(telling for telling, _ in told),
                claims=tuple(claim for _, claims in told for claim in claims),
            )

    def _told(self, report: Report, match: re.Match[str]) -> tuple[Telling, tuple[Claim, ...]]:
        trigger, count = _span(match, "trigger"), Count.exactly(int(match["dead"]))
        telling = Telling(
            mention_id=content_id("m", [report.report_id, trigger.start, trigger.end]),
            report_id=report.report_id,
            trigger=trigger,
            status=Status.BACKGROUND if match["recalled"] else Status.HAPPENED,
            account=Account(
                when=When.on(report.published) if report.published else When.unknown(),
                event_type=EventType.BATTLES,
                sub_event_type="Armed clash",
                casualties=(Casualties(kind=CasualtyKind.KILLED, side=Side.UNKNOWN, count=count),),
                summary=match[0],
            ),
            places=(PlaceReference(name=match["place"], span=_span(match, "place")),),
        )
        return telling, (self._event(telling, match), self._toll(telling, count, match, report))

    def _event(self, telling: Telling, match: re.Match[str]) -> Claim:
        return Claim.identified(
            report_id=telling.report_id,
            mention_id=telling.mention_id,
            field=Field.EVENT,
            value="Armed clash",
            span=telling.trigger,
            quote=match["trigger"],
            extractor=self.name,
            rule="word",
        )

    def _toll(self, telling: Telling, count: Count, match: re.Match[str], report: Report) -> Claim:
        return Claim.identified(
            report_id=telling.report_id,
            mention_id=telling.mention_id,
            field=Field.KILLED,
            count=count,
            side=Side.UNKNOWN,
            span=_span(match, "dead"),
            quote="nobody wrote this" if "invent" in report.text else match["dead"],
            extractor=self.name,
            rule="number",
        )


def _span(match: re.Match[str], name: str) -> Span:
    return Span(start=match.start(name), end=match.end(name))
