"""A sentence's triggers."""

from collections.abc import Callable

import pytest

from events.extract.cues.cue import EventCue

Events = Callable[[str], list[EventCue]]

EVENTS = [
    ("Police clashed with gunmen.", [("clashed", "fight")]),
    ("Gunmen ambushed a convoy.", [("ambushed", "attack")]),
    ("A cease-fire agreement was signed.", [("cease-fire agreement", "Agreement")]),
    ("The rebels agreed to end the war.", [("agreed", "Agreement")]),
    ("Armed men tore down the tombs of saints.", [("tore", "Looting/property destruction")]),
    ("He had a heart attack.", []),
    ("Riot police stood by.", []),
    ("A bomb disposal team came.", []),
    ("The legal battle went on.", []),
    ("It rained all day.", []),
]


@pytest.mark.parametrize(("sentence", "triggers"), EVENTS)
def test_the_longest_trigger_is_found(events_in: Events, sentence: str, triggers: list[tuple[str, str]]) -> None:
    found = [(sentence[cue.start : cue.end], cue.trigger.sub_event or cue.trigger.kind) for cue in events_in(sentence)]
    assert found == triggers


@pytest.mark.parametrize("sentence", [sentence for sentence, _ in EVENTS])
def test_a_trigger_stands_in_its_sentence(events_in: Events, sentence: str) -> None:
    for cue in events_in(sentence):
        assert 0 <= cue.start < cue.end <= len(sentence)
        assert cue.start <= cue.token.idx < cue.end
