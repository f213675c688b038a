"""Word classes out of the table are those that the pipeline's own rules give."""

import pytest

from events.extract.grammar.wordclass import WordClasses

PATTERNS = [
    {"patterns": [[{"TAG": "IN"}]], "attrs": {"POS": "ADP"}, "index": 0},
    {"patterns": [[{"TAG": "VBD"}], [{"TAG": "VB"}]], "attrs": {"POS": "VERB"}, "index": 0},
    {"patterns": [[{"TAG": "IN", "LOWER": {"IN": ["that", "if"]}}]], "attrs": {"POS": "SCONJ"}, "index": 0},
    {"patterns": [[{"TAG": {"NOT_IN": ["TO"]}, "DEP": {"IN": ["aux"]}}]], "attrs": {"POS": "AUX"}, "index": 0},
    {"patterns": [[{"DEP": "expl"}, {"LOWER": "were"}]], "attrs": {"POS": "VERB"}, "index": 1},
    {"patterns": [[{"LOWER": "gonna"}]], "attrs": {"LEMMA": "go"}, "index": 0},
    {"patterns": [[{"IS_SPACE": True}]], "attrs": {"POS": "SPACE"}, "index": 0},
]


@pytest.mark.parametrize(
    ("tag", "dep", "word", "before", "expected"),
    [
        ("IN", "prep", "near", "", "ADP"),
        ("IN", "mark", "that", "", "SCONJ"),
        ("VB", "ROOT", "go", "", "VERB"),
        ("VBD", "aux", "did", "", "AUX"),
        ("TO", "aux", "to", "", ""),
        ("VBD", "aux", "were", "expl", "VERB"),
        ("VBD", "aux", "were", "nsubj", "AUX"),
        ("NN", "dep", "\n\n", "", "SPACE"),
        ("NN", "dep", "town", "", ""),
    ],
)
def test_the_last_pattern_that_fits_decides(tag: str, dep: str, word: str, before: str, expected: str) -> None:
    classes = WordClasses(PATTERNS)
    assert [classes.of(tag, dep, word, before=before) for _ in range(2)] == [expected, expected]


@pytest.mark.parametrize(
    "pattern",
    [
        {"patterns": [[{"SHAPE": "dd"}]], "attrs": {"POS": "NUM"}},
        {"patterns": [[{"LOWER": "let"}, {"LOWER": "us"}]], "attrs": {"POS": "VERB"}},
        {"patterns": [[{"LOWER": "let"}, {"LOWER": "us"}]], "attrs": {"POS": "VERB"}, "index": 1},
    ],
)
def test_patterns_that_look_at_more_are_left_to_the_pipeline(pattern: dict[str, object]) -> None:
    assert not WordClasses.can_read([pattern])
    assert WordClasses.can_read(PATTERNS)
