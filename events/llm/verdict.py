"""What an answer is: events, or one of the ways of being none."""

from events.llm.answer import Answer, MalformedAnswerError, read_answer
from events.llm.cache import RawAnswer
from schemas.vocabulary import CallOutcome

__all__ = ["judged"]

CUT = ("length", "max_tokens")
FILTERED = ("content_filter",)


def judged(raw: RawAnswer) -> tuple[Answer | None, CallOutcome, str]:
    """Say whether an answer can be read, else what it is, in a word and in a sentence."""
    if raw.refusal or raw.finish in FILTERED:
        return None, CallOutcome.REFUSED, "the model refused"
    if raw.finish in CUT:
        return (
            None,
            CallOutcome.CUT_OFF,
            "the answer was cut off at answer_tokens; raise that or lower piece_characters",
        )
    if not raw.content.strip():
        return None, CallOutcome.EMPTY, "the answer is empty"
    try:
        return read_answer(raw.content), CallOutcome.ANSWERED, ""
    except MalformedAnswerError as error:
        return None, CallOutcome.MALFORMED, f"the answer is not of the schema: {error}"
