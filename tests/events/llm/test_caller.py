"""Calls are paced, tried again within limits, paid within the budget, and never paid twice."""

from pathlib import Path

import pytest

from events.llm.cache import AnswerCache, RawAnswer, Usage
from events.llm.choice import Price
from events.llm.endpoint import CallFailedError
from events.llm.purse import cost_of
from schemas.errors import ModelStopError
from schemas.vocabulary import CallOutcome
from tests.events.llm.scripted import BANJSKA, Clock, Scripted, answer, banjska, extractor_of, report_of

REPORT = report_of(BANJSKA)
FAILED = CallFailedError(CallOutcome.FAILED, "oops", status=500)
PRICES = {"scripted": {"input": 1.0, "output": 2.0}}


def limited(retry_after: str | None) -> CallFailedError:
    return CallFailedError(CallOutcome.LIMITED, "slow down", status=429, retry_after=retry_after)


def test_a_failure_is_tried_again_after_longer_and_longer_pauses(tmp_path: Path) -> None:
    clock = Clock()
    endpoint = Scripted(FAILED, FAILED, FAILED, answer(banjska()))
    (extraction,) = extractor_of(tmp_path, endpoint, clock=clock).extract([REPORT])
    assert clock.slept == [1, 2, 4]
    assert [call.outcome.value for call in extraction.calls] == ["failed", "failed", "failed", "answered"]
    assert [call.attempt for call in extraction.calls] == [1, 2, 3, 4]


def test_a_server_that_fails_for_an_hour_ends_the_reading_in_one_line(tmp_path: Path) -> None:
    clock = Clock()
    with pytest.raises(ModelStopError, match=r"failed 6 times \(HTTP 500: oops\)") as stop:
        list(extractor_of(tmp_path, Scripted(FAILED), clock=clock).extract([REPORT]))
    assert "\n" not in str(stop.value)
    assert len(stop.value.calls) == 6
    assert clock.slept == [1, 2, 4, 8, 16]


@pytest.mark.parametrize(
    ("retry_after", "pause"), [("7", 7), ("0.5", 0.5), ("Thu, 01 Jan 2026 00:00:13 GMT", 8), (None, 1), ("soon", 1)]
)
def test_a_server_that_asks_to_wait_is_waited_for(retry_after: str | None, pause: float, tmp_path: Path) -> None:
    clock = Clock()
    endpoint = Scripted(limited(retry_after), answer())
    list(extractor_of(tmp_path, endpoint, clock=clock).extract([REPORT]))
    assert clock.slept == [pytest.approx(pause, abs=5)]
    assert retry_after is None or "GMT" in retry_after or clock.slept == [pause]


def test_a_server_that_asks_to_wait_for_a_day_is_not(tmp_path: Path) -> None:
    clock = Clock()
    with pytest.raises(ModelStopError, match="86,400 seconds"):
        list(extractor_of(tmp_path, Scripted(limited("86400")), clock=clock).extract([REPORT]))
    assert clock.slept == []


@pytest.mark.parametrize(
    ("status", "words"),
    [(401, "refuses the key"), (403, "refuses the key"), (404, "has no model 'scripted'"), (307, "not followed")],
)
def test_what_no_patience_mends_is_not_tried_again(status: int, words: str, tmp_path: Path) -> None:
    endpoint = Scripted(CallFailedError(CallOutcome.DENIED, "no", status=status))
    with pytest.raises(ModelStopError, match=words):
        list(extractor_of(tmp_path, endpoint).extract([REPORT]))
    assert len(endpoint.bodies) == 1


def test_a_server_without_schemas_is_asked_for_json_and_then_for_text(tmp_path: Path) -> None:
    cannot = CallFailedError(CallOutcome.DENIED, "response_format json_schema is not supported", status=400)
    endpoint = Scripted(cannot, cannot, cannot, answer(banjska()), answer(banjska()))
    first, second = extractor_of(tmp_path, endpoint).extract([REPORT, report_of("Another.")])
    kinds = [body.get("response_format", {}).get("type") for body in endpoint.bodies]
    assert kinds == ["json_schema", "json_object", "json_object", None, None]
    assert first.is_read
    assert len(second.calls) == 1


def test_a_model_with_the_newer_name_for_its_limit_is_asked_by_it(tmp_path: Path) -> None:
    cannot = CallFailedError(CallOutcome.DENIED, "Use 'max_completion_tokens' instead.", status=400)
    endpoint = Scripted(cannot, answer())
    list(extractor_of(tmp_path, endpoint).extract([REPORT]))
    assert "max_tokens" in endpoint.bodies[0]
    assert "max_completion_tokens" in endpoint.bodies[1]
    assert "max_tokens" not in endpoint.bodies[1]


def test_an_answer_is_paid_once(tmp_path: Path) -> None:
    first = Scripted(answer(banjska()))
    (paid,) = extractor_of(tmp_path, first, prices=PRICES).extract([REPORT])
    second = Scripted(FAILED)
    (again,) = extractor_of(tmp_path, second, prices=PRICES).extract([REPORT])
    assert again.claims == paid.claims
    assert second.bodies == []
    assert paid.calls[0].cost == pytest.approx((1_000 * 1.0 + 100 * 2.0) / 1e6)
    assert (again.calls[0].cost, again.calls[0].from_cache) == (0.0, True)


def test_replay_asks_nobody(tmp_path: Path) -> None:
    endpoint = Scripted(answer())
    with pytest.raises(ModelStopError, match="--replay asks no model"):
        list(extractor_of(tmp_path, endpoint, replay=True).extract([REPORT]))
    assert endpoint.bodies == []


def test_a_change_of_what_is_asked_asks_anew(tmp_path: Path) -> None:
    for changed in ({}, {"temperature": 0.7}, {"seed": 3}, {"answer_tokens": 99}):
        endpoint = Scripted(answer())
        list(extractor_of(tmp_path, endpoint, **changed).extract([REPORT]))
        assert len(endpoint.bodies) == 1
    for kept in ({"concurrency": 4}, {"timeout": 3.0}, {"answer_format": "json"}):
        endpoint = Scripted(answer())
        list(extractor_of(tmp_path, endpoint, **kept).extract([REPORT]))
        assert endpoint.bodies == []


def test_the_budget_ends_the_reading_before_the_call_that_might_exceed_it(tmp_path: Path) -> None:
    endpoint = Scripted(answer())
    reports = [report_of(BANJSKA, title=str(number)) for number in range(50)]
    extractor = extractor_of(tmp_path, endpoint, prices=PRICES, budget=0.03)
    read = []
    with pytest.raises(ModelStopError, match=r"budget of 0\.03 USD"):
        read.extend(extractor.extract(reports))
    spent = sum(call.cost or 0 for extraction in read for call in extraction.calls)
    assert 0 < spent <= 0.03
    assert len(endpoint.bodies) == len(read)


def test_an_unknown_price_is_unknown_and_never_nothing() -> None:
    usage = Usage(input=10, output=10)
    assert cost_of(usage, Price()) is None
    assert cost_of(usage, Price(input=1.0)) is None
    assert cost_of(Usage(input=10), Price(input=1.0, output=1.0)) is None
    assert cost_of(Usage(input=10, cached=4, output=0), Price(input=1e6, cached=0.5e6, output=0.0)) == 8.0


def test_half_a_line_of_a_killed_run_spoils_no_answer(tmp_path: Path) -> None:
    path = tmp_path / "answers.jsonl"
    AnswerCache(path).put(RawAnswer(key="a", model="m", content="1\n\u2028é"))
    with path.open("ab") as file:
        file.write(b'{"key": "b", "mod')
    AnswerCache(path).put(RawAnswer(key="c", model="m", content="3"))
    again = AnswerCache(path)
    assert [(answer.key, answer.content) for answer in again] == [("a", "1\n\u2028é"), ("c", "3")]
