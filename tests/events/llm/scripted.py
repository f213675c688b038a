"""A model that answers what a test says, and reports for it to read."""

import json
from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

from events.llm.cache import Usage
from events.llm.choice import LlmChoice
from events.llm.endpoint import CallFailedError, Completion
from events.llm.extractor import LlmExtractor
from schemas.report import Report

__all__ = ["BANJSKA", "Clock", "Scripted", "answer", "banjska", "extractor_of", "report_of"]

BANJSKA = (
    "A Kosovo police officer was killed and another wounded on Sunday near the village of Banjska, officials said.\n\n"
    "About 30 gunmen in armoured vehicles had attacked a patrol at 3 a.m. Police later killed three of the attackers. "
    "Four people were killed in all, the interior minister, Xhelal Svecla, said."
)


class Clock:
    """A clock that goes on by one second whenever it is read, and by what is slept."""

    def __init__(self) -> None:
        self.time = datetime(2026, 1, 1, tzinfo=UTC)
        self.slept: list[float] = []

    def now(self) -> datetime:
        self.time += timedelta(seconds=1)
        return self.time

    def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.time += timedelta(seconds=seconds)


class Scripted:
    """An endpoint whose answers are given one after the other, the last one for ever; failures are raised."""

    def __init__(self, *answers: str | Completion | CallFailedError | Callable[[Mapping[str, Any]], str]) -> None:
        self.answers = list(answers)
        self.bodies: list[Mapping[str, Any]] = []

    def __call__(self, _choice: LlmChoice) -> "Scripted":
        return self

    def complete(self, body: Mapping[str, Any]) -> Completion:
        self.bodies.append(body)
        given = self.answers.pop(0) if len(self.answers) > 1 else self.answers[0]
        if isinstance(given, CallFailedError):
            raise given
        if isinstance(given, Completion):
            return given
        content = given if isinstance(given, str) else given(body)
        return Completion(content, "stop", None, Usage(input=1_000, output=100))


def extractor_of(folder: Path, endpoint: Scripted, *, clock: Clock | None = None, **choice: object) -> LlmExtractor:
    clock = clock or Clock()
    told: dict[str, Any] = {"model": "scripted", "cache": str(folder / "answers.jsonl"), "concurrency": 1, **choice}
    return LlmExtractor(
        pipeline="none",
        llm=LlmChoice(**told),
        endpoint=endpoint,
        sleep=clock.sleep,
        now=clock.now,
        tell=lambda _words: None,
    )


def report_of(text: str, **told: object) -> Report:
    known: dict[str, Any] = {"published": date(2023, 9, 25), "media_type": "text/plain", "raw_sha256": "0" * 64, **told}
    return Report.identified(text=text, **known)


def banjska(**changed: object) -> dict[str, Any]:
    """Give a right answer to the report above."""
    event: dict[str, Any] = {
        "trigger": {"sentence": 1, "words": "was killed"},
        "status": "happened",
        "scope": "single",
        "sub_event_type": "Armed clash",
        "date": {"sentence": 1, "words": "on Sunday"},
        "places": [{"sentence": 1, "words": "Banjska", "within": ["Kosovo"]}],
        "participants": [
            party("About 30 gunmen", 2, "perpetrator", "Political militia", 30),
            party("A Kosovo police officer", 1, "victim", "State forces", 1),
        ],
        "casualties": [
            harmed("A Kosovo police officer was killed", 1, "killed", 1, "part", "State forces"),
            harmed("killed three of the attackers", 3, "killed", 3, "part", "Political militia"),
            harmed("Four people were killed in all", 4, "killed", 4, "total", None, speaker="Xhelal Svecla"),
        ],
        "weapon": None,
        "crowd": None,
    }
    return event | changed


def party(words: str, sentence: int, role: str, kind: str | None, number: int | None) -> dict[str, Any]:
    return {"sentence": sentence, "words": words, "role": role, "kind": "group", "type": kind, "number": number}


def harmed(  # noqa: PLR0917 -- a row of a table
    words: str,
    sentence: int,
    fate: str,
    number: int | None,
    counts: str,
    victims: str | None = None,
    *,
    speaker: str | None = None,
) -> dict[str, Any]:
    told = {"sentence": sentence, "words": words, "fate": fate, "number": number}
    return told | {"counts": counts, "victims": victims, "speaker": speaker}


def answer(*events: Mapping[str, Any]) -> str:
    return json.dumps({"events": list(events)}, ensure_ascii=False)
