"""Answers are kept one by one, whoever else has the file and however a build ends."""

import subprocess
import sys
import textwrap
from datetime import timedelta
from pathlib import Path

import duckdb
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from events.places.online.cache import AnswerCache, cache_beside
from events.places.online.question import Found, Question
from schemas.errors import GazetteerError
from schemas.place import Place
from schemas.vocabulary import PlaceKind
from tests.events.loopback import LONG_AGO, Watch

ZORBINKA = Question(name="Zorbinka", country_code="XK")
PLACE = Place(
    place_id="osm:node/7", name="Zorbinka", kind=PlaceKind.SETTLEMENT, latitude=42.9, longitude=20.8, radius_km=2.8,
    country_code="XK", admin1="Mitrovica", population=1200, source="nominatim", licence="ODbL 1.0",
)  # fmt: skip
FOUND = Found(place=PLACE, names=("Zorbinka", "Zorbinkë"))

# Opens the file given first, does what is given second, says so, and holds it until it is killed.
HOLDER = """
    import sys, duckdb
    connection = duckdb.connect(sys.argv[1])
    connection.execute(sys.argv[2])
    print("holding", flush=True)
    sys.stdin.read()
"""


def keep(cache: AnswerCache, question: Question, *found: Found, service: str = "nominatim") -> None:
    cache.keep(service, f"{service}.example.org", question, found, asked_at=LONG_AGO)


def known(cache: AnswerCache, question: Question) -> list[tuple[Found, ...]]:
    return [answer.found for answer in cache.known([question]).get((question.key, question.country_code), ())]


def holding(path: Path, statement: str) -> "subprocess.Popen[str]":
    process = subprocess.Popen(
        [sys.executable, "-c", textwrap.dedent(HOLDER), str(path), statement],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
    )  # fmt: skip
    assert process.stdout
    assert process.stdout.readline() == "holding\n"
    return process


def end(process: "subprocess.Popen[str]") -> None:
    process.kill()
    process.communicate()


def test_an_answer_is_given_to_its_question_only(cache: AnswerCache) -> None:
    keep(cache, ZORBINKA, FOUND)
    keep(cache, Question(name="Trelovac"))
    assert known(cache, ZORBINKA) == [(FOUND,)]
    assert known(cache, Question(name="ZORBINKA", country_code="XK")) == [(FOUND,)]
    assert known(cache, Question(name="Zorbinka")) == []
    assert known(cache, Question(name="Zorbinka", country_code="RS")) == []
    assert known(cache, Question(name="Trelovac")) == [()]


names = some.text(some.characters(exclude_categories=["Cs"]), min_size=1, max_size=8)


codes = some.sampled_from(["XK", "RS", None])


@given(asked=some.lists(some.builds(Question, name=names, country_code=codes), max_size=4))
@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_what_is_kept_is_known(cache: AnswerCache, asked: list[Question]) -> None:
    for question in asked:
        keep(cache, question, FOUND)
    assert set(cache.known(asked)) == {(question.key, question.country_code) for question in asked}


def test_a_newer_answer_of_a_server_takes_the_place_of_the_older(cache: AnswerCache) -> None:
    keep(cache, ZORBINKA)
    keep(cache, ZORBINKA, FOUND)
    keep(cache, ZORBINKA, service="photon")
    assert known(cache, ZORBINKA) == [(FOUND,), ()]


def test_the_digest_is_of_the_answers_not_of_their_days_or_order(tmp_path: Path, watch: Watch) -> None:
    digests = []
    for number, order in enumerate(([ZORBINKA, Question(name="Trelovac")], [Question(name="Trelovac"), ZORBINKA])):
        cache = AnswerCache(tmp_path / f"{number}.duckdb", sleep=watch.sleep)
        assert cache.digest() is None
        cache.make()
        assert cache.digest() is None
        for question in order:
            asked_at = LONG_AGO + timedelta(days=number)
            cache.keep("nominatim", "nominatim.example.org", question, (FOUND,), asked_at=asked_at)
        digests.append(cache.digest())
        keep(cache, Question(name="Gradivo"))
        assert cache.digest() not in digests
    assert digests[0] == digests[1]


def test_a_file_that_another_process_has_is_waited_for(tmp_path: Path) -> None:
    path = tmp_path / "gazetteer.online.duckdb"
    AnswerCache(path, sleep=lambda _: None).make()
    holder = holding(path, "select 1")
    # the other build lets go while this one sleeps
    keep(AnswerCache(path, sleep=lambda _: end(holder)), ZORBINKA, FOUND)
    assert known(AnswerCache(path, sleep=lambda _: None), ZORBINKA) == [(FOUND,)]


def test_a_file_that_is_never_let_go_of_is_an_error_in_a_line(tmp_path: Path, watch: Watch) -> None:
    path = tmp_path / "gazetteer.online.duckdb"
    cache = AnswerCache(path, sleep=watch.sleep)
    cache.make()
    holder = holding(path, "select 1")
    with pytest.raises(GazetteerError, match="another process does not let go of it"):
        keep(cache, ZORBINKA, FOUND)
    end(holder)
    assert sum(watch.slept) >= 20


def test_a_build_that_is_killed_keeps_every_answer_it_had(cache: AnswerCache) -> None:
    keep(cache, ZORBINKA, FOUND)
    written = "insert into answers select service, server, 'trelovac', null, 'Trelovac', asked_at, [] from answers"
    end(holding(cache.path, written))
    assert cache.path.with_name(f"{cache.path.name}.wal").exists()
    assert (known(cache, ZORBINKA), known(cache, Question(name="Trelovac"))) == ([(FOUND,)], [()])


def test_two_that_make_the_file_at_once_have_one(cache: AnswerCache, watch: Watch) -> None:
    keep(cache, ZORBINKA, FOUND)
    other = AnswerCache(cache.path, sleep=watch.sleep)
    other.make()
    assert known(other, ZORBINKA) == [(FOUND,)]
    assert [path.name for path in cache.path.parent.iterdir()] == [cache.path.name]


@pytest.mark.parametrize("content", [b"", b"no database", None])
def test_a_file_of_another_kind_is_refused_and_left(tmp_path: Path, watch: Watch, content: bytes | None) -> None:
    path = tmp_path / "gazetteer.online.duckdb"
    if content is None:
        duckdb.connect(str(path)).close()
    else:
        path.write_bytes(content)
    before = path.read_bytes()
    cache = AnswerCache(path, sleep=watch.sleep)
    with pytest.raises(GazetteerError, match="Move the file away") as error:
        cache.known([ZORBINKA])
    assert "\n" not in str(error.value)
    assert path.read_bytes() == before


def test_a_folder_that_cannot_be_written_is_an_error_before_anything_is_asked(tmp_path: Path, watch: Watch) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(GazetteerError, match="Answers cannot be kept"):
        AnswerCache(tmp_path / "file" / "x.duckdb", sleep=watch.sleep).make()


def test_a_clock_that_went_wrong_stops_nobody(cache: AnswerCache) -> None:
    assert cache.reserve("example.org", interval=1.0, at=1_000_000.0) == 0.0
    assert cache.reserve("example.org", interval=1.0, at=1_000_000.0) == 1.0
    assert cache.reserve("example.org", interval=1.0, at=10.0) == 0.0
    assert cache.reserve("example.net", interval=1.0, at=10.0) == 0.0


@pytest.mark.parametrize(
    ("gazetteer", "answers"),
    [
        ("cache/gazetteer.duckdb", "cache/gazetteer.online.duckdb"),
        ("cache/gazetteer-0123456789abcdef.duckdb", "cache/gazetteer.online.duckdb"),
        ("mine/sudan.duckdb", "mine/sudan.online.duckdb"),
    ],
)
def test_the_machines_own_gazetteers_share_their_answers(gazetteer: str, answers: str) -> None:
    assert cache_beside(Path(gazetteer), own_of_the_machine=Path("cache/gazetteer.duckdb")) == Path(answers)
