"""The list of weights: a user's own is laid over it, and says nothing twice."""

from pathlib import Path

from events.link.weights import LinkingWeights


def test_a_kind_listed_again_counts_once(tmp_path: Path) -> None:
    own = '[families]\nfight = ["Armed clash"]\nattack = ["Attack", "Poisoning"]\n'
    (tmp_path / "linking.toml").write_text(own, encoding="utf-8")
    kinds = LinkingWeights.load(overlay=tmp_path).kinds()
    pairs = {(kind["one"], kind["other"]): kind["nearness"] for kind in kinds}
    shipped = {(kind["one"], kind["other"]): kind["nearness"] for kind in LinkingWeights.load().kinds()}
    assert len(kinds) == len(pairs)
    assert shipped.items() <= pairs.items()
    assert pairs["Poisoning", "Attack"] == LinkingWeights.load().nearness.same_family
