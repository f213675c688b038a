import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from events.commands.evaluate import command
from events.evaluate.finder import pair_up
from events.evaluate.places import answer_found, answer_marked, rows_of_places, score_places, section_of_places
from events.evaluate.toponyms import GoldToponyms, toponyms_from
from events.places.gazetteer import Gazetteer, ensure_gazetteer
from events.places.resolve import PlaceResolver
from schemas.errors import GoldError, UsageError
from schemas.place import PlaceReference
from schemas.report import Report
from schemas.span import Span

Place = tuple[float | None, float | None, int | None]
KABUL, GHAZNI, PARIS = (34.53, 69.17, 1138958), (33.55, 68.42, 1141269), (33.66, -95.56, 4717560)
NOWHERE = (None, None, None)


@pytest.fixture(scope="module")
def gazetteer() -> Iterator[Gazetteer]:
    with Gazetteer(ensure_gazetteer()) as opened:
        yield opened


@pytest.fixture(scope="module")
def resolver(gazetteer: Gazetteer) -> PlaceResolver:
    return PlaceResolver(gazetteer)


def marked(text: str, *places: Place, **outlet: str) -> dict[str, Any]:
    """Read a text in which each name stands in braces."""
    toponyms, plain = [], ""
    for index, part in enumerate(text.replace("}", "{").split("{")):
        if index % 2:
            lat, lon, number = places[index // 2]
            span = {"start": len(plain), "end": len(plain) + len(part), "text": part}
            toponyms.append({**span, "lat": lat, "lon": lon, "geonameid": number})
        plain += part
    return {"id": "one", "text": plain, "toponyms": toponyms, **outlet}


GOLD = marked("Trucks drove from {Kabul} to {Ghazni}, past {Qala Nowhere} and {Paris}.", KABUL, GHAZNI, NOWHERE, PARIS)


def gold(**changes: Any) -> GoldToponyms:  # noqa: ANN401
    return toponyms_from({**GOLD, **changes})


def test_every_name_with_a_point_is_scored_and_an_unanswered_one_is_wrong(
    gazetteer: Gazetteer, resolver: PlaceResolver
) -> None:
    report = gold()
    answers = answer_marked([report], resolver)
    unanswered = {"one": tuple(answer.model_copy(update={"place": None}) for answer in answers["one"])}
    scores, silent = (score_places([report], given, gazetteer) for given in (answers, unanswered))
    assert (scores.within_161_km.cases, scores.within_161_km.hits, scores.unscored) == (3, 2, 1)
    assert (scores.country.cases, scores.country.hits) == (3, 2)
    assert (scores.entry.cases, scores.entry.hits) == (3, 2)
    assert (silent.within_161_km.share, silent.country.share, silent.unanswered.share) == (0.0, 0.0, 1.0)


def test_nothing_of_the_coding_but_the_span_is_shown_to_the_resolver(resolver: PlaceResolver) -> None:
    blind = [{**entry, "lat": None, "lon": None, "geonameid": None} for entry in GOLD["toponyms"]]
    seeing, unseeing = (answer_marked([one], resolver)["one"] for one in (gold(), gold(toponyms=blind)))
    assert [answer.place for answer in seeing] == [answer.place for answer in unseeing]


def test_a_point_without_a_known_number_has_the_country_of_the_settlement_beside_it(
    gazetteer: Gazetteer, resolver: PlaceResolver
) -> None:
    report = toponyms_from(marked("A road near {Kabul}.", (34.5, 69.2, 999999999)))
    scores = score_places([report], answer_marked([report], resolver), gazetteer)
    assert (scores.country.cases, scores.country.hits, scores.entry.hits) == (1, 1, 0)


def test_a_row_is_given_for_each_name(resolver: PlaceResolver) -> None:
    rows = list(rows_of_places([gold()], answer_marked([gold()], resolver)))
    assert [row["text"] for row in rows] == ["Kabul", "Ghazni", "Qala Nowhere", "Paris"]
    assert rows[0] == {
        "id": "one",
        "start": 18,
        "end": 23,
        "text": "Kabul",
        "lat": pytest.approx(34.53, abs=0.1),
        "lon": pytest.approx(69.17, abs=0.1),
        "geonameid": 1138958,
        "country_code": "AF",
    }


def test_a_name_that_nothing_stands_near_is_answered_with_nothing(resolver: PlaceResolver) -> None:
    report = toponyms_from(marked("Nobody knows {Qala Nowhere}.", NOWHERE))
    (row,) = rows_of_places([report], answer_marked([report], resolver))
    assert (row["lat"], row["geonameid"], row["country_code"]) == (None, None, None)


def test_what_the_gazetteer_lacks_lies_beside_the_town_in_its_sentence_and_has_no_number(
    resolver: PlaceResolver,
) -> None:
    report = toponyms_from(marked("A barn in {Qala Nowhere}, a suburb of {Kabul}, burnt.", KABUL, KABUL))
    barn, town = rows_of_places([report], answer_marked([report], resolver))
    assert (barn["lat"], barn["geonameid"]) == (town["lat"], None)


def found_at(*spans: tuple[int, int]) -> Any:  # noqa: ANN401
    def find(reports: Sequence[Report]) -> list[list[PlaceReference]]:
        return [
            [PlaceReference(name=report.text[start:end], span=Span(start=start, end=end)) for start, end in spans]
            for report in reports
        ]

    return find


def test_a_found_name_that_overlaps_a_marked_one_is_a_match_and_others_cost_precision(
    gazetteer: Gazetteer, resolver: PlaceResolver
) -> None:
    report = gold()
    answers = answer_found([report], resolver, find=found_at((0, 6), (13, 23), (27, 33)))
    scores = score_places([report], answers, gazetteer, finds=True)
    assert scores.found is not None
    assert scores.end_to_end is not None
    assert (scores.found.expected, scores.found.given, scores.found.correct) == (4, 3, 2)
    assert (scores.end_to_end.expected, scores.end_to_end.correct) == (3, scores.within_161_km.hits)
    assert [line.verdict.value for line in section_of_places(report, answers["one"]).lines][-1] == "too many"


def test_a_name_that_spans_two_marked_ones_finds_only_one() -> None:
    assert pair_up([Span(start=0, end=20)], [Span(start=0, end=6), Span(start=8, end=20)]) == {0: 1}


def test_characters_are_counted_as_the_gold_counts_them_whatever_the_reader_makes_of_the_text(
    resolver: PlaceResolver,
) -> None:
    decomposed = "Cafe\u0301s closed.\r\nPolice came from {Kabul}."
    report = toponyms_from(marked(decomposed, KABUL))
    (answer,) = answer_marked([report], resolver)["one"]
    assert answer.span.of(report.read_text) == "Kabul"
    (row,) = rows_of_places([report], {"one": (answer,)})
    assert report.text[row["start"] : row["end"]] == "Kabul"


def test_a_date_that_is_none_and_an_outlet_told_by_its_domain_are_read(resolver: PlaceResolver) -> None:
    report = gold(published="7:58 AM ET", domain="example.co.uk")
    assert report.publisher == "example.co.uk"
    assert answer_marked([report], resolver)["one"][0].place is not None


def test_the_command_prints_the_shares_and_keeps_rows_and_a_page(tmp_path: Path) -> None:
    path, kept, page = (tmp_path / name for name in ("gold.jsonl", "rows.jsonl", "wrong.html"))
    path.write_text(json.dumps(GOLD), encoding="utf-8")
    asked = [str(path), "--task", "places", "--format", "json", "--predictions", str(kept), "--errors", str(page)]
    result = CliRunner().invoke(command, asked)
    assert result.exit_code == 0, result.output
    assert json.loads(result.stdout)["within_161_km"]["cases"] == 3
    assert len(kept.read_text(encoding="utf-8").splitlines()) == 4
    assert "Paris: 33.66, -95.56" in page.read_text(encoding="utf-8")


def test_the_command_finds_names_if_asked_and_only_for_places(tmp_path: Path) -> None:
    path = tmp_path / "gold.jsonl"
    path.write_text(json.dumps(marked("Gunmen killed five people in {Kabul} on Friday.", KABUL)), encoding="utf-8")
    result = CliRunner().invoke(command, [str(path), "--task", "places", "--find", "--format", "json"])
    assert result.exit_code == 0, result.output
    assert json.loads(result.stdout)["end_to_end"]["recall"] == 1.0
    with pytest.raises(UsageError, match="--task places, not dates"):
        CliRunner().invoke(command, [str(path), "--task", "dates", "--find"], catch_exceptions=False)


@pytest.mark.parametrize(
    "line",
    [
        {"id": "one", "text": "t"},
        {**GOLD, "toponyms": [{"start": 5, "end": 5, "text": "Kabul"}]},
        {**GOLD, "toponyms": [{"start": 5, "end": 5000, "text": "Kabul"}]},
        {**GOLD, "toponyms": [{"start": 18, "end": 23, "text": "Kabul", "lat": 134.5, "lon": 69.2}]},
    ],
)
def test_a_line_that_is_no_marked_report_is_named(tmp_path: Path, line: dict[str, Any]) -> None:
    path = tmp_path / "gold.jsonl"
    path.write_text(json.dumps(line), encoding="utf-8")
    with pytest.raises(GoldError, match="line 1"):
        CliRunner().invoke(command, [str(path), "--task", "places"], catch_exceptions=False)
