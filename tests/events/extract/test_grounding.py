"""No value enters without words that are in the report."""

from collections.abc import Callable
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from events.extract.grounding import is_grounded, sift
from schemas.claim import Claim
from schemas.count import Count
from schemas.report import Report
from schemas.span import Span
from schemas.vocabulary import Basis, Field

TEXT = "Four people were killed in Hama. Nine people were hurt."
REPORT = Report.identified(text=TEXT, media_type="text/plain", raw_sha256="0" * 64)
MakeReport = Callable[..., Report]


def claim(quote: str | None, start: int | None = 0, **values: Any) -> Claim:  # noqa: ANN401 -- any of a claim's fields
    span = Span(start=start, end=start + max(len(quote or ""), 1)) if start is not None else None
    given_values = {"field": Field.KILLED, "count": Count.exactly(4), "rule": "harm-object", **values}
    return Claim.identified(
        report_id=REPORT.report_id, mention_id="m-1", extractor="rules", span=span, quote=quote, **given_values
    )


def inferred(*sources: Claim, best: int = 4) -> Claim:
    return claim(
        None,
        None,
        basis=Basis.INFERENCE,
        count=Count.exactly(best),
        rule="sum-of-parts",
        derived_from=tuple(source.claim_id for source in sources),
    )


def test_words_that_stand_at_the_span_are_proof() -> None:
    assert is_grounded(claim("Four people"), REPORT)


def test_words_that_stand_elsewhere_are_none() -> None:
    assert not is_grounded(claim("Nine people"), REPORT)
    assert is_grounded(claim("Nine people", TEXT.index("Nine")), REPORT)


def test_words_that_nobody_wrote_are_none() -> None:
    assert not is_grounded(claim("Forty people"), REPORT)
    assert not is_grounded(claim("four people"), REPORT)
    assert not is_grounded(claim("Four people", 10_000), REPORT)


def test_metadata_needs_no_quote() -> None:
    assert is_grounded(claim(None, None, basis=Basis.METADATA, field=Field.DATE, value="../2023-09-25"), REPORT)


def test_the_proven_are_parted_from_the_rest() -> None:
    proven, invented = claim("Four people"), claim("Forty people")
    assert sift([proven, invented], REPORT) == ((proven,), (invented,))


def test_what_follows_from_an_invented_value_goes_with_it() -> None:
    proven, invented = claim("Four people"), claim("Forty people")
    total = inferred(proven, invented)
    again = inferred(total, best=5)
    fine = inferred(proven, best=6)
    assert sift([again, total, proven, fine, invented], REPORT) == ((proven, fine), (again, total, invented))


def test_claims_that_follow_from_each_other_end() -> None:
    invented = claim("Forty people")
    one = inferred(invented)
    assert sift([one, one, invented], REPORT) == ((), (one, one, invented))


def test_no_claims_are_no_trouble() -> None:
    assert sift([], REPORT) == ((), ())


@given(st.text(min_size=1), st.data())
def test_whatever_is_cut_out_of_a_report_is_grounded_in_it(text: str, data: st.DataObject) -> None:
    report = Report.identified(text=text, media_type="text/plain", raw_sha256="0" * 64)
    start = data.draw(st.integers(0, len(report.text) - 1))
    end = data.draw(st.integers(start + 1, len(report.text)))
    quoted = claim(report.text[start:end], start)
    assert is_grounded(quoted, report)
    assert sift([quoted], report) == ((quoted,), ())
