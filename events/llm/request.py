"""What a model is sent: the instructions, a piece of a report as data, the schema of the answer."""

import hashlib
import json
from dataclasses import dataclass
from functools import cache, cached_property
from importlib import resources
from typing import Any

from events.llm.answer import answer_schema
from events.llm.choice import LlmChoice
from events.llm.pieces import Piece
from schemas.report import Report

__all__ = ["PROMPT_VERSION", "Request", "repair_of", "request_for"]

PROMPT_VERSION = "1"  # of the instructions, which tests hold to their digest
SCHEMA_NAME = "events"
# What chat templates take for the end of a message stands in no report unescaped.
ESCAPED = {"<": "\\u003c", ">": "\\u003e", "[INST": "\\u005bINST", "[/INST": "\\u005b/INST"}
REPAIR = (
    "That is not JSON of the schema ({fault}). Give the same answer again as JSON of the schema, and nothing else. "
    "The schema: {schema}"
)
SPOILT = 2_000  # characters of a spoilt answer that are shown again


@dataclass(frozen=True)
class Request:
    """Messages to a model, whatever the endpoint; `key` names all that the answer can depend on."""

    model: str
    messages: tuple[tuple[str, str], ...]
    temperature: float
    seed: int
    answer_tokens: int

    @cached_property
    def key(self) -> str:
        """Hash model, settings, schema, version of the prompt, and words."""
        told = [
            PROMPT_VERSION,
            self.model,
            self.temperature,
            self.seed,
            self.answer_tokens,
            answer_schema(),
            self.messages,
        ]
        words = json.dumps(told, ensure_ascii=False, sort_keys=True).encode("utf-8", "surrogatepass")
        return hashlib.sha256(words).hexdigest()

    @property
    def size(self) -> int:
        """Count the bytes of what is said: no tokeniser that reads bytes makes more tokens of it."""
        return sum(len(words.encode("utf-8", "surrogatepass")) for _, words in self.messages)

    def body(self, choice: LlmChoice, *, answer_format: str, tokens_name: str = "max_tokens") -> dict[str, Any]:
        """Write it as an endpoint takes it; `answer_format` is schema, json-schema, json or text."""
        body: dict[str, Any] = {
            "model": self.model,
            "messages": [{"role": role, "content": words} for role, words in self.messages],
            tokens_name: self.answer_tokens,
        }
        sent = {"temperature": self.temperature, "seed": self.seed}
        body |= {name: value for name, value in sent.items() if name not in choice.omit}
        if answer_format == "schema":
            schema = {"name": SCHEMA_NAME, "strict": True, "schema": answer_schema()}
            body["response_format"] = {"type": "json_schema", "json_schema": schema}
        elif answer_format == "json-schema":
            body["response_format"] = {"type": "json_object", "schema": answer_schema()}
        elif answer_format == "json":
            body["response_format"] = {"type": "json_object"}
        return body


def request_for(report: Report, piece: Piece, choice: LlmChoice, *, include_crime: bool = False) -> Request:
    """Ask for the events of one piece of a report."""
    told = {
        "published": report.published.isoformat() if report.published else None,
        "publisher": report.publisher,
        "title": report.title,
        "sentences": [[each.number, report.text[each.start : each.end]] for each in piece.sentences],
    }
    crime = "Ordinary crime counts, too." if include_crime else "Leave out ordinary crime and accidents."
    return Request(
        model=choice.model,
        messages=(("system", f"{_instructions()}\n{crime}\n"), ("user", _as_data(told))),
        temperature=choice.temperature,
        seed=choice.seed,
        answer_tokens=choice.answer_tokens,
    )


def repair_of(request: Request, content: str, fault: str) -> Request:
    """Ask once more for what could not be read."""
    schema = json.dumps(answer_schema(), separators=(",", ":"))
    shown = content[:SPOILT] or "{}"
    said = (("assistant", _escaped(shown)), ("user", REPAIR.format(fault=fault, schema=schema)))
    return Request(
        model=request.model,
        messages=(*request.messages, *said),
        temperature=request.temperature,
        seed=request.seed,
        answer_tokens=request.answer_tokens,
    )


def _as_data(told: object) -> str:
    """Write JSON that no words in it can leave."""
    return _escaped(json.dumps(told, ensure_ascii=False, separators=(",", ":")))


def _escaped(words: str) -> str:
    for mark, escaped in ESCAPED.items():
        words = words.replace(mark, escaped)
    return words


@cache
def _instructions() -> str:
    return resources.files("events.llm").joinpath("instructions.md").read_text(encoding="utf-8")
