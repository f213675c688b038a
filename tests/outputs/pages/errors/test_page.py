"""The page of errors tells each mistake once, and a report's words stand on it as words."""

from collections.abc import Iterator
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from outputs.pages.dossier import ToldClaim
from outputs.pages.errors.page import error_page
from outputs.pages.errors.wrong import Line, Section, Verdict, WrongReport
from outputs.pages.marks import marks_of

KILLED = Line(field="killed", expected="3", given="4", verdict=Verdict.WRONG)
PLACE = Line(field="place", expected="Hama", given="Hama", verdict=Verdict.RIGHT)
HOSTILE = [
    "<script>alert(1)</script>",
    "</style></div><img src=x onerror=alert(1)>",
    '" onmouseover="alert(1)',
    "&lt;b&gt; &amp; ]]> <!-- ",
    "\u202e turned \u2066 round",
    "\x00\x1b[2J\ud800".encode("utf-8", "replace").decode(),
]


class Reader(HTMLParser):
    """Reads what a browser would show: tags that there are, and the text of the report with its marks."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.marked: list[str] = []
        self._open: list[int] = []
        self._is_in_text, self._is_in_label = False, False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        self._is_in_text |= ("class", "text") in attrs
        self._is_in_label |= ("class", "label") in attrs
        if tag == "mark":
            self._open.append(len(self.text))

    def handle_endtag(self, tag: str) -> None:
        if tag == "mark":
            self.marked.append(self.text[self._open.pop() :])
        self._is_in_text &= tag != "div"
        self._is_in_label &= tag != "span"

    def handle_data(self, data: str) -> None:
        if self._is_in_text and not self._is_in_label:
            self.text += data


def claim(text: str, words: str, *, field: str = "killed", rule: str = "victims") -> ToldClaim:
    start = text.index(words)
    return ToldClaim(
        claim_id=f"c-{field}-{start}",
        report_id="r-1",
        mention_id="m-1",
        field=field,
        value=None,
        low=4,
        best=4,
        high=4,
        side=None,
        span_start=start,
        span_end=start + len(words),
        quote=words,
        speaker="the mayor",
        modality="attributed",
        basis="quote",
        confidence=None,
        extractor="rules",
        rule=rule,
        derived_from=(),
    )


def wrong(text: str, *claims: ToldClaim, name: str = "one", lines: tuple[Line, ...] = (KILLED, PLACE)) -> WrongReport:
    marks = marks_of(claims, taken={each.claim_id for each in claims})
    return WrongReport(id=name, text=text, marks=marks, claims=claims, sections=(Section(title="Pair", lines=lines),))


def written(*reports: WrongReport, right: int = 0) -> str:
    judged = [(report.id, report.sections) for report in reports] + [("right", ())] * right
    return "".join(error_page(judged, reports, title="Errors"))


def read(page: str) -> Reader:
    reader = Reader()
    reader.feed(page)
    return reader


def test_where_nothing_is_wrong_the_page_says_so() -> None:
    page = written(right=3)
    assert "Nothing is wrong in 3 reports." in page
    assert "<article" not in page


def test_a_mistake_is_counted_once_and_what_is_right_not_at_all() -> None:
    page = written(wrong("Four died."), right=1)
    assert "1 mistakes in 1 of 2 reports." in page
    assert 'for="pick-killed-wrong">1</label>' in page
    assert "pick-place" not in page
    assert page.count('class="v-wrong"') == 1


def test_an_incident_that_is_missing_is_one_mistake_however_many_values_it_has() -> None:
    lines = (Line(field="killed", expected="3", verdict=Verdict.NOT_JUDGED),)
    section = Section(title="Missing", verdict=Verdict.MISSING, lines=lines)
    page = written(WrongReport(id="one", text="t", sections=(section,)))
    assert "1 mistakes in 1 of 1 reports." in page
    assert 'for="pick-incident-missing">1</label>' in page


def test_a_picked_number_leaves_the_reports_that_have_the_mistake() -> None:
    page = written(wrong("Four died."), wrong("Five died.", name="two", lines=(PLACE, KILLED)))
    assert "body:has(#pick-killed-wrong:checked) :is(article, .index li):not(.killed-wrong)" in page
    assert page.count('<article id="report-1" class="killed-wrong">') == 1
    assert page.count('<a href="#report-1">two</a>') == 1


def test_marks_stand_on_their_words_and_tell_rule_modality_and_speaker() -> None:
    text = "On Friday four men died & two <fled>."
    page = read(written(wrong(text, claim(text, "four men died"), claim(text, "four men", field="victim"))))
    assert page.text == text
    assert page.marked == ["four men", "four men died"]
    titles = [attributes["title"] for tag, attributes in page.tags if tag == "mark"]
    assert titles[0] == "killed: 4 · rule victims · attributed · says the mayor"


@pytest.mark.parametrize("words", HOSTILE)
def test_hostile_words_make_no_tag_and_no_attribute(words: str) -> None:
    text = f"Four died. {words}"
    plain = read(written(wrong("Four died. x", claim("Four died. x", "x"), lines=(KILLED,))))
    line = Line(field="killed", expected=words, given=words, verdict=Verdict.WRONG)
    report = wrong(text, claim(text, words, rule=words), lines=(line,)).model_copy(update={"title": words})
    hostile = read(written(report))
    assert [tag for tag, _ in hostile.tags] == [tag for tag, _ in plain.tags]
    assert [set(attributes) for _, attributes in hostile.tags] == [set(attributes) for _, attributes in plain.tags]


def test_a_browser_is_told_to_run_and_to_fetch_nothing() -> None:
    page = read(written(wrong("Four died.")))
    policies = [attributes.get("content") for tag, attributes in page.tags if tag == "meta"]
    assert any(policy and policy.startswith("default-src 'none'") for policy in policies)
    assert not {"script", "link", "img", "iframe"} & {tag for tag, _ in page.tags}


@given(st.text(alphabet=st.characters(codec="utf-8", exclude_categories=["C", "Z"]) | st.just(" "), min_size=1))
def test_any_visible_text_comes_out_as_it_is(text: str) -> None:
    assert read(written(wrong(text, claim(text, text)))).text == text


def test_the_page_asks_for_one_report_at_a_time() -> None:
    asked = []

    def reports() -> Iterator[WrongReport]:
        for number in range(3):
            asked.append(number)
            yield wrong("Four died.", name=str(number))

    judged = [(str(number), wrong("Four died.").sections) for number in range(3)]
    page = error_page(judged, reports(), title="Errors")
    next(piece for piece in page if piece.startswith('<article id="report-0"'))
    assert asked == [0]
