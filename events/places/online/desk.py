"""Where a build's questions are answered: in its one process that writes, whichever process asks."""

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta

from events.places.online.asker import Asker, NoAnswerError
from events.places.online.cache import Answer, AnswerCache
from events.places.online.question import Answers, Found, Question
from schemas.report import Reject
from schemas.vocabulary import RejectReason

__all__ = ["AnswerDesk"]

NAMES_TOLD = 5


class AnswerDesk:
    """Answers from what is kept, and asks `asker`, if there is one, what nobody has answered yet.

    `answered` counts the questions that were sent and answered, `found` those that were answered with a place.

    `asking` is called once, before the first question leaves the machine. Answers older than `refresh`
    are asked for again.
    """

    def __init__(
        self,
        cache: AnswerCache,
        asker: Asker | None = None,
        *,
        asking: Callable[[], None] = lambda: None,
        now: Callable[[], datetime] | None = None,
        refresh: timedelta | None = None,
    ) -> None:
        self._cache, self._asker, self._asking = cache, asker, asking
        self._oldest = now() - refresh if now and refresh is not None else None
        self._unanswered: dict[tuple[str, str | None], tuple[str, str]] = {}
        self.answered = 0
        self.found = 0

    def __call__(self, questions: Sequence[Question]) -> Answers:
        """Give what is known to each question, after asking what was not."""
        if self._asker:
            self._ask(questions, self._asker)
        known = self._cache.known(questions)
        return {question: _places(known.get((question.key, question.country_code), ())) for question in questions}

    def digest(self) -> str | None:
        """Name all that is known; None where there is nothing."""
        return self._cache.digest()

    def unanswered(self) -> Reject | None:
        """Say in one line what was left without an answer; None where nothing was."""
        if not self._unanswered or self._asker is None:
            return None
        names = [name for name, _ in self._unanswered.values()]
        *_, (_, reason) = self._unanswered.values()
        more = f" and {len(names) - NAMES_TOLD} more" if len(names) > NAMES_TOLD else ""
        told = "a name was" if len(names) == 1 else f"{len(names)} names were"
        return Reject(
            path=self._asker.access.place,
            reason=RejectReason.UNANSWERED,
            detail=f"It gave no answer ({reason}); {told} placed without one: {', '.join(names[:NAMES_TOLD])}{more}.",
        )

    def _ask(self, questions: Sequence[Question], asker: Asker) -> None:
        known = self._cache.known(questions)
        for question in questions:
            key = (question.key, question.country_code)
            if key in self._unanswered or not self._is_open(known.get(key, ()), asker):
                continue
            # another build, or this one in other letters, may have asked it meanwhile
            if not self._is_open(self._cache.known([question]).get(key, ()), asker):
                continue
            if not self.answered and not self._unanswered:
                self._asking()
            try:
                found = asker.ask(question)
                self.answered += 1
                self.found += bool(found)
            except NoAnswerError as error:
                self._unanswered[key] = (question.name, str(error))

    def _is_open(self, answers: Sequence[Answer], asker: Asker) -> bool:
        """Say whether a question is still to be asked: no service knows a place, and this one has not been asked."""
        fresh = [answer for answer in answers if self._oldest is None or answer.asked_at >= self._oldest]
        return not any(answer.found or answer.server == asker.access.place for answer in fresh)


def _places(answers: Sequence[Answer]) -> tuple[Found, ...]:
    """Join what several services answered; the same object of OpenStreetMap once."""
    return tuple({one.place.place_id: one for answer in reversed(answers) for one in reversed(answer.found)}.values())
