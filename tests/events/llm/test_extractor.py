"""What a model quotes rightly becomes tellings and claims by the rules that every extractor shares."""

import itertools
import json
from pathlib import Path

import pytest

from events.extract.grounding import sift
from events.llm.cache import Usage
from events.llm.endpoint import CallFailedError, Completion
from schemas.errors import ModelStopError
from schemas.vocabulary import ActorType, CallOutcome, CasualtyKind, Field, Modality, Side
from tests.events.llm.scripted import BANJSKA, Scripted, answer, banjska, extractor_of, harmed, report_of


def test_a_right_answer_becomes_an_incident_with_its_proof(tmp_path: Path) -> None:
    report = report_of(BANJSKA)
    (extraction,) = extractor_of(tmp_path, Scripted(answer(banjska()))).extract([report])
    (telling,) = extraction.tellings
    account = telling.account
    assert (str(account.when), account.sub_event_type, account.ucdp_type) == ("2023-09-24", "Armed clash", 1)
    assert [(place.name, place.relation, place.within) for place in telling.places] == [
        ("Banjska", "near", ("Kosovo",))
    ]
    killed = {c.side: c.count.best for c in account.casualties if c.kind is CasualtyKind.KILLED}
    assert killed == {Side.A: 1, Side.B: 3}, "the total of four is the sum of its parts"
    assert {p.type for p in account.participants} == {ActorType.STATE_FORCES, ActorType.POLITICAL_MILITIA}
    assert extraction.rejects == ()
    kept, rejected = sift(extraction.claims, report)
    assert rejected == ()
    (total,) = (claim for claim in kept if claim.quote == "Four people were killed in all")
    assert (total.modality, total.speaker) == (Modality.ATTRIBUTED, "Xhelal Svecla")
    assert {claim.extractor for claim in kept} == {"llm"}


def test_what_does_not_stand_is_set_aside_with_what_the_model_wrote_and_the_rest_enters(tmp_path: Path) -> None:
    wrong = harmed("Forty people were killed in all", 4, "killed", 40, "total", None)
    event = banjska(casualties=[wrong], places=[{"sentence": 1, "words": "Banjska", "within": ["Atlantis"]}])
    (extraction,) = extractor_of(tmp_path, Scripted(answer(event))).extract([report_of(BANJSKA)])
    assert [claim.field for claim in extraction.claims if claim.field is Field.KILLED] == []
    assert extraction.tellings[0].places[0].within == ()
    details = [reject.detail for reject in extraction.rejects]
    assert len(details) == 2
    assert any("Atlantis" in detail for detail in details)
    assert any('"number":40' in detail for detail in details)


def test_a_number_that_its_quote_does_not_tell_is_set_aside(tmp_path: Path) -> None:
    event = banjska(casualties=[harmed("Four people were killed", 4, "killed", 14, "total", None)])
    (extraction,) = extractor_of(tmp_path, Scripted(answer(event))).extract([report_of(BANJSKA)])
    assert extraction.tellings[0].account.casualties == ()
    assert "not 14" in extraction.rejects[0].detail


def test_a_day_is_read_by_affrays_rules_and_never_taken_from_the_model(tmp_path: Path) -> None:
    event = banjska(date={"sentence": 2, "words": "a patrol"})
    (extraction,) = extractor_of(tmp_path, Scripted(answer(event))).extract([report_of(BANJSKA)])
    assert str(extraction.tellings[0].account.when) == "../2023-09-25"
    assert "reads no day" in extraction.rejects[0].detail


def test_an_answer_that_is_not_of_the_schema_is_asked_for_once_more(tmp_path: Path) -> None:
    endpoint = Scripted("The events are these:", answer(banjska()))
    (extraction,) = extractor_of(tmp_path, endpoint).extract([report_of(BANJSKA)])
    assert len(extraction.tellings) == 1
    assert [call.outcome for call in extraction.calls] == [CallOutcome.MALFORMED, CallOutcome.ANSWERED]
    assert [message["role"] for message in endpoint.bodies[1]["messages"]] == ["system", "user", "assistant", "user"]


@pytest.mark.parametrize(
    ("completion", "outcome", "calls"),
    [
        (Completion("no JSON", "stop", None, Usage()), CallOutcome.MALFORMED, 2),
        (Completion('{"events": [', "length", None, Usage()), CallOutcome.CUT_OFF, 1),
        (Completion("", "stop", "I will not read this.", Usage()), CallOutcome.REFUSED, 1),
        (Completion("", "content_filter", None, Usage()), CallOutcome.REFUSED, 1),
        (Completion("  ", "stop", None, Usage()), CallOutcome.EMPTY, 1),
    ],
)
def test_a_report_without_a_readable_answer_is_kept_unread(
    completion: Completion, outcome: CallOutcome, calls: int, tmp_path: Path
) -> None:
    (extraction,) = extractor_of(tmp_path, Scripted(completion)).extract([report_of(BANJSKA)])
    assert not extraction.is_read
    assert extraction.claims == ()
    assert extraction.calls[-1].outcome is outcome
    assert len(extraction.calls) == calls
    assert len(extraction.rejects) == 1


def test_a_report_that_the_server_will_not_have_does_not_stop_the_others(tmp_path: Path) -> None:
    denied = CallFailedError(CallOutcome.DENIED, "this is too long for the model", status=400)
    endpoint = Scripted(denied, answer(banjska()))
    first, second = extractor_of(tmp_path, endpoint).extract([report_of("Too long."), report_of(BANJSKA)])
    assert (first.is_read, second.is_read) == (False, True)
    assert "too long for the model" in first.rejects[0].detail


def test_what_was_read_before_a_stop_is_given(tmp_path: Path) -> None:
    key = CallFailedError(CallOutcome.DENIED, "bad key", status=401)
    extractor = extractor_of(tmp_path, Scripted(answer(banjska()), key))
    stream = extractor.extract([report_of(BANJSKA), report_of("Another.")])
    assert len(next(stream).tellings) == 1
    with pytest.raises(ModelStopError, match="AFFRAY_LLM_KEY") as stop:
        next(stream)
    assert [call.outcome for call in stop.value.calls] == [CallOutcome.DENIED]


def test_the_calls_for_a_long_report_cover_all_of_it(tmp_path: Path) -> None:
    text = "\n\n".join(f"Paragraph {number} tells of the council, which met again." for number in range(200))
    endpoint = Scripted(answer())
    report = report_of(text)
    (extraction,) = extractor_of(tmp_path, endpoint, piece_characters=2_000).extract([report])
    assert len(extraction.calls) > 3
    ends = sorted((call.span_start, call.span_end) for call in extraction.calls)
    assert ends[0][0] == 0
    assert ends[-1][1] == len(report.text)
    assert all(one[1] == other[0] for one, other in itertools.pairwise(ends))
    shown = "".join(
        words for body in endpoint.bodies for _, words in json.loads(body["messages"][1]["content"])["sentences"]
    )
    assert all(f"Paragraph {number} tells" in shown for number in range(200))


def test_an_incident_that_two_pieces_show_is_told_once(tmp_path: Path) -> None:
    filler = "The council of the town met again in the hall to talk. " * 18
    text = f"{filler}\n\n{BANJSKA}\n\n{filler}"
    report = report_of(text)

    def tell(body: object) -> str:
        pairs = json.loads(body["messages"][1]["content"])["sentences"]  # type: ignore[index]
        number = next((number for number, words in pairs if "police officer was killed" in words), None)
        if number is None:
            return answer()
        return answer(banjska(trigger={"sentence": number, "words": "was killed"}, casualties=[], participants=[]))

    extractor = extractor_of(tmp_path, Scripted(tell), piece_characters=1_400)
    (extraction,) = extractor.extract([report])
    assert len(extraction.calls) > 1
    assert len(extraction.tellings) == 1
