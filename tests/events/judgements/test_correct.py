"""A correction changes the values that it says and those that must agree, is proved, and can be taken back."""

import json
import random
import signal
import subprocess
import sys
import textwrap
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.events.judgements.desk import Desk

SIDES = ("killed_side_a", "killed_side_b", "killed_civilians", "killed_unknown")


@pytest.mark.parametrize(
    ("words", "columns"),
    [
        (["scope=aggregate"], {"scope": "aggregate"}),
        (
            ["date=2023-09-23"],
            {"date_start": date(2023, 9, 23), "date_end": date(2023, 9, 23), "date_precision": "day"},
        ),
        (["date=../2023-09-23"], {"date_start": None, "date_end": date(2023, 9, 23), "date_precision": "unknown"}),
        (
            ["date=2023-09-20/2023-09-24", "date_extent=throughout"],
            {"date_start": date(2023, 9, 20), "date_extent": "throughout", "date_precision": "days"},
        ),
        (["date_start=2023-09-23"], {"date_start": date(2023, 9, 23), "date_end": date(2023, 9, 24)}),
        (
            ["place=Hama"],
            {
                "country_code": "SY",
                "country": "Syria",
                "admin1": "Hama",
                "place_as_written": "Hama",
                "place_precision": "settlement",
                "disputed_by": [],
            },
        ),
        (
            ["place=43.1,20.7,4"],
            {"place": None, "latitude": 43.1, "longitude": 20.7, "radius_km": 4.0, "place_precision": "near"},
        ),
        (["place=unknown"], {"place": None, "latitude": None, "country_code": None, "place_precision": "unknown"}),
        (["country=RS"], {"country_code": "RS", "place": "Serbia", "place_precision": "country", "admin1": None}),
        (["country=Kosovo"], {"country_code": "XK", "place": "Banjska", "place_precision": "settlement"}),
        (
            ["sub_event_type=mob violence"],
            {
                "event_type": "Riots",
                "sub_event_type": "Mob violence",
                "plover_event": "ASSAULT",
                "plover_mode": "beat",
                "ucdp_type": None,
                "weapon": "Firearms",
            },
        ),
        (["weapon=Explosives"], {"weapon": "Explosives", "plover_mode": "explosives"}),
        (["ucdp_type=2"], {"ucdp_type": 2}),
        (["actor1=Hezbollah"], {"actor1": "Hezbollah"}),
        (["actor2=Local men", "actor2_type=Rioters"], {"actor2": "Local men", "actor2_type": "Rioters"}),
        (["actor2=unknown"], {"actor2": None, "actor2_type": None}),
        (["perpetrator=Local men; Others"], {"perpetrator": "Local men; Others"}),
        (["target=a bridge"], {"target": "a bridge"}),
        (["killed=4"], {"killed_low": 4, "killed": 4, "killed_high": 4}),
        (["killed=3..4..9"], {"killed_low": 3, "killed": 4, "killed_high": 9}),
        (["killed=unknown"], {"killed": None, "killed_low": None, **dict.fromkeys(SIDES)}),
        (["killed=0"], {"killed": 0, **dict.fromkeys(SIDES, 0)}),
        (
            ["killed=6", "killed_side_a=1", "killed_side_b=4"],
            dict(zip(("killed", *SIDES), (6, 1, 4, 0, 1), strict=True)),
        ),
        (["injured=2-3"], {"injured_low": 2, "injured": 2, "injured_high": 3}),
        (["missing=1", "abducted=2"], {"missing": 1, "abducted": 2}),
        (["detained=unknown", "released=3", "displaced=40"], {"detained": None, "released": 3, "displaced": 40}),
        (["crowd_size=2000"], {"crowd_size": 2000}),
        (["civilian_targeting=yes"], {"civilian_targeting": True}),
        (["summary=Gunmen fought police."], {"summary": "Gunmen fought police."}),
    ],
)
def test_a_field_takes_what_was_said_and_all_that_agrees_with_it(
    desk: Desk, words: list[str], columns: dict[str, Any]
) -> None:
    ended = desk.correct(*words, by="A. Haddad")
    assert (ended.status, ended.err) == (0, "")
    assert len(ended.out.splitlines()) == 1
    assert dict(zip(columns, desk.columns(*columns), strict=True)) == columns
    assert desk.columns("review_status") == ("corrected",)
    claims = desk.rows(desk.path, "select distinct speaker, basis, quote, rule from evidence where basis = 'person'")
    assert claims == [("A. Haddad", "person", None, "correction")]
    assert desk.rows(desk.path, "select count(*) > 0 from derivations where rule = 'correction'") == [(True,)]


def test_every_value_that_was_said_is_proved(desk: Desk) -> None:
    words = [
        *("scope=aggregate", "date=2023-09", "date_extent=throughout", "country=RS", "event=Attack", "weapon=Melee"),
        *("ucdp_type=3", "actor1=Local men", "actor1_type=Rioters", "actor2=ISIS", "perpetrator=Others; Local men"),
        *("target=a bridge", "killed=4..5..6", "killed_side_a=1", "injured=2-3", "missing=1", "crowd_size=40"),
        *("civilian_targeting=yes", "summary=Men fought.", "detained=unknown"),
    ]
    before = desk.said()
    assert desk.correct(*words, by="Haddad").status == 0
    assert desk.affray("check", desk.path).status == 0
    page = json.loads(desk.affray("show", desk.path, desk.incident_id, "--format", "json").out)
    assert "no claim" not in json.dumps(page)
    assert "Haddad" in desk.affray("show", desk.path, desk.incident_id).out
    assert desk.affray("undo", desk.path, *desk.judgement_ids()).status == 0
    assert desk.said() == before


def test_what_changed_is_told_old_and_new_in_one_line(desk: Desk) -> None:
    (old,) = desk.columns("killed_low")
    ended = desk.correct("killed=4..5..9")
    (judgement_id,) = desk.judgement_ids()
    assert ended.out.startswith(
        f"{desk.incident_id} corrected ({judgement_id}): review_status unreviewed -> corrected; "
    )
    assert f"killed_low {old} -> 4" in ended.out
    assert desk.correct("killed=4..5..9").out.endswith(": it was so already\n")


def test_judgements_stand_with_all_that_was_said(desk: Desk) -> None:
    assert desk.correct("weapon=melee", "killed=7", why="The list", by="A. Haddad").status == 0
    told = "select kind, incident_id, said, why, made_by, undone_run, bound, bound_to from judgements"
    said = {"weapon": "Melee", "killed": "7"}
    one = desk.incident_id
    assert desk.rows(desk.path, told) == [("correct", one, said, "The list", "A. Haddad", None, True, one)]
    (judgement_id,) = desk.judgement_ids()
    ended = desk.affray("undo", desk.path, judgement_id[:9], "--why", "Another day's list", "--by", "B")
    assert ended.status == 0
    assert "killed 7 -> " in ended.out
    undone = "select undone_run - run_id, undone_why, undone_by, bound, bound_to from judgements"
    assert desk.rows(desk.path, undone) == [(1, "Another day's list", "B", None, None)]
    commands = desk.rows(desk.path, "select command from runs order by run_id")
    assert commands == [("build",), ("correct",), ("undo",)]


def test_the_last_word_on_a_field_holds(desk: Desk) -> None:
    for words in (["killed=7", "weapon=Melee"], ["killed=8", "killed_side_b=8"], ["killed=9"]):
        assert desk.correct(*words).status == 0
    assert desk.columns("killed", "weapon") == (9, "Melee")
    last, middle, _ = desk.judgement_ids()
    desk.affray("undo", desk.path, last)
    assert desk.columns("killed", "killed_side_b") == (8, 8)
    desk.affray("undo", desk.path, middle)
    assert desk.columns("killed", "weapon") == (7, "Melee")


def test_a_place_said_first_holds_where_its_country_is_said_later(desk: Desk) -> None:
    desk.correct("place=Hama")
    desk.correct("country=SY")
    assert desk.columns("country_code", "admin1") == ("SY", "Hama")
    desk.correct("country=LB")
    assert desk.columns("country_code", "admin1", "place_precision") == ("LB", None, "country")


def test_an_army_abroad_is_told_by_the_place_that_was_said_unless_its_type_was(desk: Desk) -> None:
    assert desk.columns("actor1_type") == ("State forces",)
    desk.correct("place=Hama")
    assert desk.columns("actor1_type") == ("External/Other forces",)
    desk.correct("actor1_type=State forces")
    assert desk.columns("actor1_type") == ("State forces",)


def test_an_actor_whom_the_codebook_knows_is_that_one(desk: Desk) -> None:
    assert desk.correct("actor2=ISIS").status == 0
    assert desk.columns("actor2", "actor2_type") == ("Islamic State", "Rebel group")
    known = "select actor from participants join actors using (actor_id) where mention_id is null and side = 'b'"
    assert ("Islamic State",) in desk.rows(desk.path, known)


def test_review_status_is_that_of_the_last_judgement_that_stands(desk: Desk) -> None:
    says: list[tuple[str, tuple[str, ...]]] = [
        ("confirmed", ("confirm", str(desk.path), desk.incident_id)),
        ("dismissed", ("dismiss", str(desk.path), desk.incident_id, "--why", "An anniversary")),
        ("corrected", ("correct", str(desk.path), desk.incident_id, "killed=4", "--why", "List")),
        ("confirmed", ("confirm", str(desk.path), desk.incident_id, "--why", "Seen")),
    ]
    for status, words in says:
        assert desk.affray(*words).status == 0
        assert desk.columns("review_status") == (status,)
    for status in ("corrected", "dismissed", "confirmed", "unreviewed"):
        assert desk.affray("undo", desk.path, desk.judgement_ids()[0]).status == 0
        assert desk.columns("review_status") == (status,)


def test_a_mention_stands_for_its_incident(desk: Desk) -> None:
    (mention_id,) = desk.rows(desk.path, f"select mention_id from mentions where incident_id = '{desk.incident_id}'")[0]
    assert desk.affray("correct", desk.path, mention_id, "killed=9", "--why", "List").status == 0
    assert desk.columns("killed") == (9,)


BAD = [
    (["correct", "{file}", "{id}", "killed=4"], "Say why"),
    (["correct", "{file}", "{id}", "killed=4", "--why", "  "], "says nothing"),
    (["correct", "{file}", "{id}", "killed=4", "--why", "x", "--by", ""], "says nothing"),
    (["correct", "{file}", "{id}", "--why", "x"], "field=value"),
    (["correct", "{file}", "{id}", "kiled=4", "--why", "x"], "Did you mean killed?"),
    (["correct", "{file}", "{id}", "killed=some", "--why", "x"], "Write a number (4)"),
    (["correct", "{file}", "{id}", "killed=2", "killed_side_b=3", "--why", "x"], "The sides make 3"),
    (["correct", "{file}", "{id}", "sub_event_type=Atack", "--why", "x"], "Did you mean 'Attack'?"),
    (["correct", "{file}", "{id}", "place=Nowhere at all", "--why", "x"], "affray gazetteer add"),
    (["correct", "{file}", "{id}", "place=\x1b[2J", "--why", "x"], "No place named"),
    (["correct", "{file}", "i-zzzzz", "killed=4", "--why", "x"], "No id of this dataset"),
    (["correct", "{file}", "", "killed=4", "--why", "x"], "No id of this dataset"),
    (["correct", "{file}", "i-", "killed=4", "--why", "x"], "begins several ids"),
    (["correct", "{file}", "r-", "killed=4", "--why", "x"], "begins several ids"),
    (["correct", "{file}.not", "{id}", "killed=4", "--why", "x"], "There is no"),
    (["merge", "{file}", "{id}", "{id}", "--why", "x"], "cannot be merged with itself"),
    (["merge", "{file}", "{id}", "--why", "x"], "cannot be merged with itself"),
    (["merge", "{file}", "{id}", "{mention}", "--why", "x"], "cannot be merged with itself"),
    (["merge", "{file}", "{id}", "i-zzz", "--why", "x"], "No id of this dataset"),
    (["split", "{file}", "{id}", "{mentions}", "--why", "x"], "leaves nothing"),
    (["split", "{file}", "{id}", "{stranger}", "--why", "x"], "is no mention of"),
    (["split", "{file}", "{id}", "{id}", "--why", "x"], "Name a mention"),
    (["dismiss", "{file}", "{id}"], "Say why"),
    (["undo", "{file}", "j-zzz"], "There is no judgement"),
    (["undo", "{file}", ""], "There is no judgement"),
    (["add", "{file}", "--report", "{report}", "--quote", "the", "event=Attack", "--why", "x"], "Say which with --nth"),
    (["add", "{file}", "--report", "{report}", "--quote", "qqq", "event=Attack", "--why", "x"], "does not say 'qqq'"),
    (["add", "{file}", "--report", "{report}", "--quote", " ", "event=Attack", "--why", "x"], "does not say"),
    (["add", "{file}", "--report", "{report}", "--quote", "the", "--nth", "999", "event=Attack", "--why", "x"], "999"),
    (
        ["add", "{file}", "--report", "{report}", "--quote", "the", "--nth", "0", "event=Attack", "--why", "x"],
        "--nth 0",
    ),
    (["add", "{file}", "--report", "{report}", "--quote", "the", "--nth", "1", "killed=1", "--why", "x"], "its kind"),
    (["add", "{file}", "--report", "{id}", "--quote", "the", "event=Attack", "--why", "x"], "Name a report"),
]


@pytest.mark.parametrize(("words", "told"), BAD)
def test_what_cannot_be_judged_is_told_in_one_line_and_changes_nothing(
    desk: Desk, words: list[str], told: str, tables: Callable[..., dict[str, list[tuple[Any, ...]]]]
) -> None:
    before = tables(desk.path)
    own = desk.rows(desk.path, f"select mention_id, report_id from mentions where incident_id = '{desk.incident_id}'")
    others = desk.rows(desk.path, f"select mention_id from mentions where incident_id <> '{desk.incident_id}'")
    given = {
        "file": desk.path,
        "id": desk.incident_id,
        "mention": own[0][0],
        "report": own[0][1],
        "stranger": others[0][0],
    }
    asked = [
        part for word in words for part in ([m for m, _ in own] if word == "{mentions}" else [word.format(**given)])
    ]
    ended = desk.affray(*asked)
    assert (ended.status, ended.out) == (2, "")
    (line,) = ended.lines
    assert told in line
    assert line.isprintable()
    assert tables(desk.path) == before


def test_a_judgement_is_taken_back_once(desk: Desk) -> None:
    desk.correct("killed=4")
    (judgement_id,) = desk.judgement_ids()
    assert desk.affray("undo", desk.path, judgement_id).status == 0
    again = desk.affray("undo", desk.path, judgement_id)
    assert again.status == 2
    assert "was taken back already, in run 3" in again.err


def test_hostile_words_are_kept_as_words(desk: Desk) -> None:
    words = "'); drop table runs; --\x1b[2J\u202e"
    ended = desk.correct(f"summary={words}", f"actor2={words}", why=words, by=words)
    assert ended.status == 0
    assert ended.out.strip().isprintable()
    assert desk.rows(desk.path, "select why, made_by, said['actor2'] from judgements") == [(words, words, words)]
    assert desk.columns("summary", "actor2") == (words, words)
    assert desk.affray("check", desk.path).status == 0
    assert desk.affray("query", desk.path, "from judgements").out.replace("\n", "").isprintable()


said = st.fixed_dictionaries(
    {},
    optional={
        "killed": st.sampled_from(["0", "4", "3..4..9", "unknown"]),
        "injured": st.sampled_from(["1", "unknown"]),
        "place": st.sampled_from(["Hama", "43.1,20.7", "unknown"]),
        "country": st.sampled_from(["XK", "RS"]),
        "date": st.sampled_from(["2023-09", "unknown", "../2023-09-24"]),
        "sub_event_type": st.sampled_from(["Attack", "Peaceful protest"]),
        "weapon": st.sampled_from(["Melee"]),
        "actor1": st.sampled_from(["ISIS", "unknown", "Nobody in particular"]),
        "perpetrator": st.sampled_from(["ISIS", "unknown"]),
        "scope": st.sampled_from(["aggregate"]),
    },
).filter(bool)


@settings(max_examples=3, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(corrections=st.lists(said, min_size=1, max_size=3), order=st.randoms(use_true_random=False))
def test_corrections_taken_back_in_any_order_leave_no_trace(
    desk: Desk, corrections: list[dict[str, str]], order: random.Random
) -> None:
    before = desk.said()
    made = []
    for correction in corrections:
        words = [f"{field}={value}" for field, value in correction.items()]
        if {"place", "country"} <= correction.keys() and correction["place"] == "Hama":
            words.remove(f"country={correction['country']}")  # there is no Hama there
        assert desk.correct(*words).status == 0
        made.append(desk.judgement_ids()[0])
    order.shuffle(made)
    for judgement_id in made:
        assert desk.affray("undo", desk.path, judgement_id).status == 0
    assert desk.said() == before


DOOMED = """
    import os, signal, sys
    from events.commands import judging
    from events.judgements import hearing
    from events.commands import main

    moment, times = sys.argv[1], int(sys.argv[2])

    def doomed(whole):
        def dies(*words, **named):
            found = whole(*words, **named)
            os.kill(os.getpid(), signal.SIGKILL)
            return found
        return dies

    setattr(hearing, moment, doomed(getattr(hearing, moment)))
    sys.argv = ["affray", *sys.argv[3:]]
    main()
"""


@pytest.mark.parametrize("moment", ["begin_run", "insert_judgement", "relink", "finish_run"])
def test_a_correction_that_is_killed_has_changed_nothing(
    desk: Desk, moment: str, tables: Callable[..., dict[str, list[tuple[Any, ...]]]]
) -> None:
    before = tables(desk.path)
    words = ["correct", str(desk.path), desk.incident_id, "killed=4", "--why", "List"]
    program = [sys.executable, "-c", textwrap.dedent(DOOMED), moment, "1", *words]
    assert subprocess.run(program, check=False, capture_output=True).returncode == -signal.SIGKILL
    assert tables(desk.path) == before
    assert desk.correct("killed=4").status == 0
