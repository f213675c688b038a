"""What a model is asked to answer: events, each value with the words that tell it. The schema is made from these."""

from typing import Any, ClassVar, Literal

from pydantic import BaseModel, ConfigDict, ValidationError

from schemas.vocabulary import ActorKind, ActorType, CasualtyKind, Role, Scope, Status, Weapon

__all__ = [
    "SUB_EVENT_TYPES",
    "Answer",
    "Crowd",
    "Harmed",
    "MalformedAnswerError",
    "Party",
    "Quoted",
    "Site",
    "ToldEvent",
    "answer_schema",
    "read_answer",
]

# ACLED's 25 sub-event types; that the codebook event_types has the same is tested.
SUB_EVENT_TYPES = (
    "Government regains territory",
    "Non-state actor overtakes territory",
    "Armed clash",
    "Excessive force against protesters",
    "Protest with intervention",
    "Peaceful protest",
    "Violent demonstration",
    "Mob violence",
    "Chemical weapon",
    "Air/drone strike",
    "Suicide bomb",
    "Shelling/artillery/missile attack",
    "Remote explosive/landmine/IED",
    "Grenade",
    "Sexual violence",
    "Attack",
    "Abduction/forced disappearance",
    "Agreement",
    "Arrests",
    "Change to group/activity",
    "Disrupted weapons use",
    "Headquarters or base established",
    "Looting/property destruction",
    "Non-violent transfer of territory",
    "Other",
)


class MalformedAnswerError(ValueError):
    """An answer is no JSON of the schema; the message says where it departs from it."""


class Asked(BaseModel):
    """A part of an answer: every field is there, null where nothing is told, and no other."""

    model_config: ClassVar[ConfigDict] = ConfigDict(frozen=True, extra="forbid", strict=True)


class Quoted(Asked):
    """Words copied from one sentence, and the number that stands before it."""

    sentence: int
    words: str


class Site(Quoted):
    """A place's name, and the names of what holds it, the narrowest first."""

    within: list[str]


class Party(Quoted):
    """One who takes part, as the report calls it; `number` is how many they were."""

    role: Role
    kind: ActorKind
    type: ActorType | None
    number: int | None


class Harmed(Quoted):
    """A group of people to whom the same thing happened; `number` is None for "dozens"."""

    fate: CasualtyKind
    number: int | None
    counts: Literal["total", "part", "more", "group"]
    victims: ActorType | None
    speaker: str | None


class Armed(Quoted):
    """The words that tell the weapon."""

    type: Weapon


class Crowd(Quoted):
    """How many demonstrated."""

    number: int | None


class ToldEvent(Asked):
    """One incident as the report tells it; `trigger` are the words that say that it happened."""

    trigger: Quoted
    status: Status
    scope: Scope
    sub_event_type: Literal[SUB_EVENT_TYPES]  # type: ignore[valid-type]  # the codebook's words, told once above
    date: Quoted | None
    places: list[Site]
    participants: list[Party]
    casualties: list[Harmed]
    weapon: Armed | None
    crowd: Crowd | None


class Answer(Asked):
    """All that a model finds in a piece of a report."""

    events: list[ToldEvent]


def answer_schema() -> dict[str, Any]:
    """Give the strict JSON schema of an answer: every field required, none besides, null where nothing is told."""
    schema: dict[str, Any] = _strict(Answer.model_json_schema())
    return schema


def _strict(part: Any) -> Any:  # noqa: ANN401 -- a JSON schema is any JSON
    """Leave out what strict modes refuse: titles, descriptions and defaults."""
    if isinstance(part, list):
        return [_strict(one) for one in part]
    if not isinstance(part, dict):
        return part
    kept = {name: _strict(value) for name, value in part.items() if name not in ("title", "description", "default")}
    if "properties" in part:  # a property may be called "title" itself
        kept["properties"] = {name: _strict(value) for name, value in part["properties"].items()}
        kept["required"] = list(part["properties"])
        kept["additionalProperties"] = False
    return kept


def read_answer(content: str) -> Answer:
    """Read what a model wrote.

    Raises:
        MalformedAnswerError: it is no JSON, or not of the schema.

    """
    try:
        return Answer.model_validate_json(_unfenced(content))
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False, include_context=False)[0]
        where = ".".join(str(part) for part in first["loc"]) or "the whole"
        raise MalformedAnswerError(f"{where}: {first['msg']}"[:300]) from error
    except RecursionError as error:
        raise MalformedAnswerError("it is nested too deep") from error


def _unfenced(content: str) -> str:
    """Take JSON out of the fence that models put around it; nothing else is mended."""
    bare = content.strip()
    if bare.startswith("```") and bare.endswith("```") and "\n" in bare:
        return bare[bare.index("\n") : -3]
    return bare
