"""Scores: what is measured on incidents, each measure with its definition."""

from events.evaluate.tally import Rate, Tally
from schemas.record import Record

__all__ = ["CountScore", "Json", "Scores", "rate_json", "tally_json"]

Json = dict[str, "Json | float | int | str | None"]


class CountScore(Record):
    """How often a count is exact in reports that were coded with exactly one incident.

    Ours is the sum over all scored incidents that affray finds in the report, nobody stated being 0,
    so an incident told in two pieces with the same dead is wrong.

    * `overall`: all such reports whose count can be judged; 0 is right where nobody is coded.
    * `where_somebody`: those in which somebody was killed (injured, abducted).
    * `subset`: the gold counts some people only (aid workers); ours are the civilians where the sides
      are told apart, else everyone. Empty for gold that counts everyone.
    """

    overall: Rate = Rate()
    where_somebody: Rate = Rate()
    subset: Rate = Rate()


class Scores(Record):
    """The scores of one run over coded reports.

    * `reports`: coded reports; `left_out` were not: their project found them not relevant to itself, and
      what they tell is not coded.
    * `incidents`: expected are the coded ones, optional ones only when found; given are predictions that
      happened or were attempted, of single scope; correct are the pairs of `align`.
    * `aligned`: each slot within the pairs alone. `overall`: the slots of incidents that were missed are
      expected, too, those of incidents that are none of the gold's are given. A slot that the gold
      nowhere codes is left out. See `slots` for what agrees.
    * `aligned_pooled`, `overall_pooled`: all pooled slots together, each value counting once.
    * `counts`: see `CountScore`.
    * `false_where_none`: reports coded with no incident at all; a hit gives one nevertheless. MUC-4 leaves
      out clashes, so a hit there need not be an error.
    * `false_where_no_violence`: the same for reports that the coders set aside because they tell no violence.
    * `silent`: reports coded with an incident that must be found; a hit gives none.
    * `towns`: see `nearness`.
    """

    reports: int
    left_out: int
    incidents: Tally
    aligned: dict[str, Tally]
    overall: dict[str, Tally]
    aligned_pooled: Tally
    overall_pooled: Tally
    counts: dict[str, CountScore]
    false_where_none: Rate
    false_where_no_violence: Rate
    silent: Rate
    towns: Tally = Tally()

    def as_json(self) -> Json:
        """Give all numbers under stable keys, None where there was nothing to measure."""
        return {
            "task": "incidents",
            "reports": self.reports,
            "left_out": self.left_out,
            "incidents": tally_json(self.incidents),
            "slots": {
                "aligned": _slots_json(self.aligned, self.aligned_pooled),
                "overall": _slots_json(self.overall, self.overall_pooled),
            },
            "counts": {
                kind: {part: rate_json(getattr(score, part)) for part in CountScore.model_fields}
                for kind, score in self.counts.items()
            },
            "false_where_none": rate_json(self.false_where_none),
            "false_where_no_violence": rate_json(self.false_where_no_violence),
            "silent": rate_json(self.silent),
            "towns": tally_json(self.towns),
        }


def _slots_json(slots: dict[str, Tally], pooled: Tally) -> Json:
    return {**{name: tally_json(tally) for name, tally in slots.items()}, "pooled": tally_json(pooled)}


def tally_json(tally: Tally) -> Json:
    """Give a tally under stable keys."""
    return {
        "expected": tally.expected,
        "given": tally.given,
        "correct": tally.correct,
        "recall": tally.recall,
        "precision": tally.precision,
        "f1": tally.f1,
    }


def rate_json(rate: Rate) -> Json:
    """Give a rate under stable keys."""
    return {"cases": rate.cases, "hits": rate.hits, "share": rate.share}
