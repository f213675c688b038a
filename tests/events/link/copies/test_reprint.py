"""A text that is cut, or under another headline or name, is a reprint; another number, name or day makes it another."""

import pytest

from events.link.copies.reprint import reprints
from events.link.copies.sketch import sketch
from events.link.copies.wording import wording

LEAD = "Gunmen attacked a village near the town of Hama on Monday, killing four people and wounding nine, police said."
BODY = (
    "The attackers arrived on motorcycles and opened fire in the market as traders were closing their stalls.\n"
    "A police spokesman said that the men had fled towards the hills before soldiers reached the village.\n"
    "Nobody claimed the attack. Residents told reporters that shots were heard for more than an hour."
)
LAST = "Fighting in the region has displaced 20,000 people since 2014, according to the United Nations."
WIRE = f"{LEAD}\n{BODY}\n{LAST}"

REPRINTS = [
    ("the same", WIRE),
    ("cut at the end", f"{LEAD}\n{BODY}"),
    ("cut within the last paragraph", f"{LEAD}\n{BODY.rpartition('. ')[0]}."),
    ("another headline", f"Four dead as gunmen storm village near Hama\n{WIRE}"),
    ("a headline and a byline", f"Gunmen kill four in Hama\nBy Jane Doe\n{WIRE}"),
    ("a byline alone", f"Jane Doe, Hama\n{WIRE}"),
    ("a dateline", f"HAMA, March 2 (Reuters) - {WIRE}"),
    ("a credit in brackets", WIRE.replace("Gunmen attacked", "Gunmen (AFP) attacked")),
    ("credits at the end", f"{WIRE}\nReporting by Jane Doe; editing by John Roe"),
    ("a word or two otherwise", WIRE.replace("had fled towards", "had run off towards")),
]
OTHERS = [
    ("a toll that has risen", WIRE.replace("killing four people", "killing five people")),
    ("another place", WIRE.replace("Hama", "Homs")),
    ("another day", WIRE.replace("Monday", "Tuesday")),
    ("numbers the other way round", WIRE.replace("four", "X").replace("nine", "four").replace("X", "nine")),
    ("a sentence with news", f"{WIRE}\nThe toll later rose to six, a hospital said."),
    ("a lead with news", f"Two of the wounded died in hospital on Tuesday.\n{WIRE}"),
    ("another who says so", WIRE.replace("police said", "the Red Crescent said")),
    (
        "another story",
        "Police in the capital detained a dozen protesters on Sunday as crowds marched over prices. " * 3,
    ),
    ("nothing", ""),
]


@pytest.mark.parametrize("text", [text for _, text in REPRINTS], ids=[name for name, _ in REPRINTS])
def test_a_reprint_tells_nothing_of_its_own(text: str) -> None:
    assert reprints(wording(text), wording(WIRE))
    assert set(sketch(wording(text).words)) & set(sketch(wording(WIRE).words))


@pytest.mark.parametrize("text", [text for _, text in OTHERS], ids=[name for name, _ in OTHERS])
def test_what_tells_anything_otherwise_is_another_report(text: str) -> None:
    assert not reprints(wording(text), wording(WIRE))


def test_a_cut_text_does_not_tell_what_the_whole_one_does() -> None:
    assert not reprints(wording(WIRE), wording(f"{LEAD}\n{BODY}"))


NOTE = (
    "Police in {town} said on {day} that {killed} people were killed and {wounded} wounded in the district.\n"
    "Whoever has seen anything is asked to call the police. The office of the district answers day and night, and "
    "names are not passed on. This note is issued every day by the press office of the police."
)
FIRST = {"town": "Hama", "day": "Monday", "killed": "two", "wounded": "three"}


@pytest.mark.parametrize(
    "changed",
    [{"town": "Homs"}, {"day": "Tuesday"}, {"killed": "three"}, {"killed": "three", "wounded": "two"}],
    ids=["town", "day", "number", "numbers that change places"],
)
def test_notes_of_one_form_are_reports_of_their_own(changed: dict[str, str]) -> None:
    one, other = wording(NOTE.format(**FIRST)), wording(NOTE.format(**FIRST | changed))
    assert not reprints(one, other)
    assert not reprints(other, one)


def test_a_text_in_a_script_without_capitals_is_a_reprint_only_where_no_word_differs() -> None:
    text = "قتل أربعة أشخاص في هجوم شنه مسلحون على قرية قرب مدينة حماة مساء الاثنين وفق ما قالت الشرطة للصحفيين"
    assert reprints(wording(text), wording(f"{text}.\nواصيب تسعة اخرون بجروح"))
    assert not reprints(wording(text.replace("حماة", "حمص")), wording(text))


def test_a_short_text_has_no_sketch() -> None:
    assert sketch(wording("Four people were killed in Hama.").words) == []


def test_a_sketch_is_the_same_everywhere() -> None:
    assert sketch(wording(WIRE).words)[:2] == sketch(wording(WIRE.upper()).words)[:2]
    assert len(sketch(wording(WIRE).words)) == 16
