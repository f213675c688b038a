"""A bundle is taken by the validators, is the same every time, and holds no more words than it may."""

import json
from hashlib import sha256
from pathlib import Path

import frictionless
import mlcroissant
import pytest
import yaml

from outputs.publish.publish import publish
from outputs.publish.terms import Terms
from schemas.errors import ExportError

HOSTILE = 'A "title": <script>\n- key: [x](javascript:1) | \u202e Zürich 東京'
TERMS = Terms(
    title=HOSTILE,
    version="1.0",
    authors=("A: B # c",),
    licence="CC-BY-4.0",
    layouts=("affray", "acled"),
    formats=("csv", "parquet"),
)


@pytest.fixture(scope="module")
def bundle(master: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("published") / "bundle"
    publish(master, folder, TERMS, force=False)
    return folder


def test_frictionless_accepts_it(bundle: Path) -> None:
    report = frictionless.validate(str(bundle / "datapackage.json"))
    assert report.valid, report.flatten(["type", "note"])


@pytest.mark.filterwarnings("ignore")
def test_mlcroissant_accepts_it(bundle: Path) -> None:
    dataset = mlcroissant.Dataset(jsonld=str(bundle / "croissant.json"))
    assert "incidents" in [records.id for records in dataset.metadata.record_sets]


def test_the_citation_has_the_keys_that_its_format_requires(bundle: Path) -> None:
    told = yaml.safe_load((bundle / "CITATION.cff").read_text(encoding="utf-8"))
    assert {"cff-version", "message", "title", "authors"} <= set(told)
    assert told["authors"] == [{"name": "A: B # c"}]
    assert told["license"] == "CC-BY-4.0"


def test_every_file_has_its_digest(bundle: Path) -> None:
    lines = (bundle / "SHA256SUMS").read_text(encoding="utf-8").splitlines()
    told = {name: digest for digest, name in (line.split("  ", 1) for line in lines)}
    files = {path.relative_to(bundle).as_posix(): path for path in bundle.rglob("*") if path.is_file()}
    assert told == {n: sha256(p.read_bytes()).hexdigest() for n, p in files.items() if n != "SHA256SUMS"}


def test_the_same_dataset_gives_the_same_bytes(bundle: Path, master: Path, tmp_path: Path) -> None:
    publish(master, tmp_path / "again", TERMS, force=False)
    assert (tmp_path / "again/SHA256SUMS").read_bytes() == (bundle / "SHA256SUMS").read_bytes()


def test_texts_stay_behind_and_markdown_stays_text(bundle: Path) -> None:
    assert "-2 of them" not in (bundle / "data/reports.csv").read_text(encoding="utf-8")
    assert "\\<script\\>" in (bundle / "README.md").read_text(encoding="utf-8")
    assert json.loads((bundle / "datapackage.json").read_text(encoding="utf-8"))["version"] == "1.0"


def test_a_folder_that_is_no_bundle_stays(master: Path, tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    with pytest.raises(ExportError, match="none of affray's"):
        publish(master, tmp_path / "mine", TERMS, force=True)
    assert [path.name for path in tmp_path.iterdir()] == ["mine"]


def test_a_redacted_bundle_tells_no_town(master: Path, tmp_path: Path) -> None:
    terms = Terms(title="Redacted", version="1.0", redacted=frozenset({"names", "places"}))
    publish(master, tmp_path / "safe", terms, force=False)
    told = [path.name for path in (tmp_path / "safe").rglob("*") if path.is_file() and b"Banjska" in path.read_bytes()]
    assert told == []
