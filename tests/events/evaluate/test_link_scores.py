from hypothesis import given
from hypothesis import strategies as st

from events.evaluate.entries import Entry
from events.evaluate.link_scores import LinkScores, link_scores
from events.evaluate.tally import Tally


def entries(*clusters: str | None, sources: str = "") -> list[Entry]:
    """Make entries a0, a1, ... of the given clusters; a letter of `sources` for each says who coded it."""
    named = sources or "x" * len(clusters)
    return [
        Entry(id=f"a{number}", source=source, cluster=cluster)
        for number, (cluster, source) in enumerate(zip(clusters, named, strict=True))
    ]


def scored(gold: list[Entry], *ours: str) -> LinkScores:
    return link_scores(gold, {entry.id: cluster for entry, cluster in zip(gold, ours, strict=True)})


def test_a_pair_is_right_where_both_put_it_together() -> None:
    scores = scored(entries("1", "1", "1", "2", "2"), "p", "p", "q", "q", "q")
    assert scores.pairs == Tally(expected=4, given=4, correct=2)
    assert scores.clusters == Tally(expected=2, given=2, correct=0)


def test_b_cubed_is_the_mean_over_entries() -> None:
    # a0, a1: 2 of 3 found, all of the given right; a2: 1 of 3, 1 of 3; a3, a4: all found, 2 of 3 right
    scores = scored(entries("1", "1", "1", "2", "2"), "p", "p", "q", "q", "q")
    assert scores.b_cubed.recall == round((2 / 3 + 2 / 3 + 1 / 3 + 1 + 1) / 5, 4)
    assert scores.b_cubed.precision == round((1 + 1 + 1 / 3 + 2 / 3 + 2 / 3) / 5, 4)


def test_clusters_are_exact_at_their_size() -> None:
    scores = scored(entries("1", "1", "2", "3", "3", "3"), "p", "p", "q", "r", "r", "s")
    assert scores.sizes == {
        1: Tally(expected=1, given=2, correct=1),
        2: Tally(expected=1, given=2, correct=1),
        3: Tally(expected=1, given=0, correct=0),
    }


def test_pairs_are_told_apart_by_who_coded_them() -> None:
    scores = scored(entries("1", "1", "1", sources="aab"), "p", "p", "p")
    assert (scores.of_one_source.expected, scores.of_two_sources.expected) == (1, 2)


def test_entries_that_nobody_judged_are_left_out() -> None:
    scores = scored(entries("1", "1", None), "p", "p", "p")
    assert (scores.entries, scores.left_out) == (2, 1)
    assert scores.pairs == Tally(expected=1, given=1, correct=1)


def test_nothing_judged_is_no_score() -> None:
    scores = scored(entries(None), "p")
    assert (scores.pairs.f1, scores.b_cubed.f1, scores.measures()) == (None, None, {})


@given(st.lists(st.tuples(st.sampled_from("123"), st.sampled_from("pqr"), st.sampled_from("ab")), max_size=12))
def test_a_partition_turned_round_swaps_recall_and_precision(told: list[tuple[str, str, str]]) -> None:
    one = [Entry(id=f"a{at}", source=source, cluster=gold) for at, (gold, _, source) in enumerate(told)]
    other = [entry.model_copy(update={"cluster": ours}) for entry, (_, ours, _) in zip(one, told, strict=True)]
    there = scored(one, *(ours for _, ours, _ in told))
    back = scored(other, *(gold for gold, _, _ in told))
    assert (there.pairs.recall, there.pairs.precision) == (back.pairs.precision, back.pairs.recall)
    assert (there.b_cubed.recall, there.b_cubed.precision) == (back.b_cubed.precision, back.b_cubed.recall)


@given(st.lists(st.sampled_from("1234"), max_size=12))
def test_the_gold_itself_is_all_right(clusters: list[str]) -> None:
    scores = scored(entries(*clusters), *clusters)
    assert scores.pairs.correct == scores.pairs.expected == scores.pairs.given
    assert scores.clusters.correct == scores.clusters.expected == scores.clusters.given == len(set(clusters))
