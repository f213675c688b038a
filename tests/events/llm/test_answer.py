"""The schema that a model is held to is strict, and its words are the vocabularies'."""

import json
from typing import Any

import pytest

from events.llm.answer import SUB_EVENT_TYPES, MalformedAnswerError, answer_schema, read_answer
from events.llm.request import PROMPT_VERSION, _instructions
from schemas.codebook import load_codebook
from schemas.record import content_id
from tests.events.llm.scripted import answer, banjska


def objects(part: object) -> list[dict[str, Any]]:
    if isinstance(part, list):
        return [found for one in part for found in objects(one)]
    if not isinstance(part, dict):
        return []
    own = [part] if "properties" in part else []
    return [*own, *(found for one in part.values() for found in objects(one))]


def test_every_field_is_required_and_no_other_is_allowed() -> None:
    found = objects(answer_schema())
    assert len(found) == 8
    for one in found:
        assert one["required"] == list(one["properties"])
        assert one["additionalProperties"] is False


def test_the_sub_event_types_are_the_codebooks() -> None:
    assert tuple(load_codebook("event_types")["event"]) == SUB_EVENT_TYPES


def test_the_version_of_the_prompt_goes_with_its_words() -> None:
    # Who changes the instructions or the schema counts the version up: old answers are not answers to them.
    told = content_id("p", [_instructions(), json.dumps(answer_schema(), sort_keys=True)])
    assert (PROMPT_VERSION, told) == ("1", "p-n6uwflgp5yy3qvj2")


def test_the_example_of_the_instructions_is_an_answer() -> None:
    example = _instructions().strip().splitlines()[-1]
    (event,) = read_answer(example).events
    assert event.trigger.words == "shot dead"


def test_a_fence_around_an_answer_is_taken_off() -> None:
    assert len(read_answer(f"```json\n{answer(banjska())}\n```").events) == 1


@pytest.mark.parametrize(
    ("content", "fault"),
    [
        ("", "Invalid JSON"),
        ("I am sorry.", "Invalid JSON"),
        ('{"events": [', "Invalid JSON"),
        ("[]", "should be an object"),
        ("{}", "events: Field required"),
        ('{"events": [], "more": 1}', "Extra inputs"),
        (answer(banjska(status="maybe")), "events.0.status"),
        (answer(banjska(sub_event_type="Fight")), "events.0.sub_event_type"),
        (answer(banjska(trigger={"sentence": "1", "words": "was killed"})), "events.0.trigger.sentence"),
        (answer(banjska(trigger={"sentence": 1.5, "words": "was killed"})), "events.0.trigger.sentence"),
        ('{"events": ' + "[" * 100_000, "JSON"),
    ],
)
def test_what_is_not_of_the_schema_is_refused_with_its_place(content: str, fault: str) -> None:
    with pytest.raises(MalformedAnswerError, match=fault):
        read_answer(content)
