"""How likely a scene tells of the same incident as what was told before, with the reasons in words."""

from typing import TYPE_CHECKING, NamedTuple

from events.extract.weaving.families import ALONE, go_together
from events.extract.weaving.scenes import Scene

if TYPE_CHECKING:
    from events.extract.weaving.strands import Strand

__all__ = ["Kinship", "kinship"]

# what speaks for one incident and what against; a scene joins the best strand at 0 or above
WEIGHTS = {
    "other kind": -4.0,
    "other day": -6.0,
    "another": -4.0,
    "elsewhere": -1.5,
    "other town": -3.0,
    "victims in another town": -1.0,
    "other person": -3.0,
    "other target": -2.0,
    "other victims": -1.5,
    "says which": 0.0,
    "told as new": -0.5,
    "told longer ago": -1.0,
    "a kind of incident": -4.0,
    "below the headline": 2.5,
    "points back": 3.0,
    "known actors": 1.5,
    "harmed, too": 4.0,
    "what became of them": 7.0,
    "same person": 4.0,
    "same victims": 1.0,
    "same target": 2.0,
    "same day": 0.5,
    "same town": 1.0,
    "same kind": 0.5,
    "no new event": 1.5,
    "told last": 1.0,
}


class Kinship(NamedTuple):
    """A score and why: "same person, same town"."""

    score: float
    reasons: tuple[str, ...]


def kinship(scene: Scene, strand: "Strand", *, is_last: bool) -> Kinship:
    """Weigh what speaks for and against a scene telling of a strand's incident."""
    reasons = (
        *_by_kind(scene, strand),
        *_by_time_and_place(scene, strand),
        *_by_identity(scene, strand),
        *_by_reference(scene, strand),
        "told last" if is_last else "told longer ago",
    )
    return Kinship(sum(WEIGHTS[reason] for reason in reasons), reasons)


def _by_kind(scene: Scene, strand: "Strand") -> list[str]:
    if scene.is_of_a_kind != strand.is_of_a_kind and not scene.points_back:
        return ["a kind of incident"]
    ours, theirs = scene.families, strand.families
    if not ours or not theirs:
        return ["other kind"] if ALONE & (ours | theirs) else []
    if ours & theirs:
        return ["same kind"]
    return [] if any(go_together(one, other) for one in ours for other in theirs) else ["other kind"]


def _by_time_and_place(scene: Scene, strand: "Strand") -> list[str]:
    reasons = []
    days = scene.days
    if days and strand.when:
        is_other = any(not day.overlaps(strand.when) for day in days)
        reasons.append("other day" if is_other else "same day")
    here, there = strand.place_names, scene.towns
    if here and there:
        elsewhere = "other town" if scene.families else "victims in another town"
        reasons.append("same town" if _share_a_word(here, there) else elsewhere)
    return reasons


def _by_identity(scene: Scene, strand: "Strand") -> list[str]:
    ours, theirs = scene.identity, strand.identity
    if ours.names_one_of(theirs):
        return ["same person"]
    reasons = []
    if ours.names and theirs.names and ours.is_single and theirs.is_single:
        reasons.append("other person")
    if ours.things & theirs.things:
        reasons.append("same target")
    elif ours.heads & theirs.heads:
        reasons.append("same victims")
    elif ours.new_things and theirs.things and not scene.points_back:
        reasons.append("other target")
    elif scene.says_which and (ours.names or ours.heads) and (theirs.names or theirs.heads):
        reasons.append("other victims")
    return reasons


def _by_reference(scene: Scene, strand: "Strand") -> list[str]:
    reasons = []
    if strand.is_headline:
        reasons.append("below the headline")
    if scene.is_fate or scene.is_fate_of(strand.kinds, strand.identity.heads):
        reasons.append("what became of them")
    if scene.is_harm_too:
        reasons.append("harmed, too")
    if scene.is_another:
        reasons.append("another")
    elif scene.points_back:
        reasons.append("points back")
    elif scene.says_which:
        reasons.append("says which")
    elif not scene.families:
        reasons.append("no new event")
    elif scene.identity.knows_actors:
        reasons.append("known actors")
    else:
        reasons.append("told as new")
    if any(piece.reading.is_separate for piece in scene.pieces) and strand.last_position != scene.position:
        reasons.append("elsewhere")
    return reasons


def _share_a_word(here: set[str], there: set[str]) -> bool:
    """Know "Banjska" again in "Banjska Orthodox monastery"."""
    return bool({word for name in here for word in name.split()} & {word for name in there for word in name.split()})
