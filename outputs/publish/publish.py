"""The bundle: data, codebook, descriptions and README in one folder."""

from collections.abc import Iterable
from dataclasses import replace
from hashlib import file_digest
from pathlib import Path

from outputs.excerpts.excerpts import Excerpts
from outputs.export.folder import replacing_folder
from outputs.publish.contents import other_files, write_data
from outputs.publish.descriptions import citation, croissant, datapackage
from outputs.publish.facts import facts_of
from outputs.publish.paper import write_paper
from outputs.publish.prose import codebook, readme
from outputs.publish.terms import Terms
from outputs.query.session import locked

__all__ = ["publish"]

SUMS = "SHA256SUMS"
DATA_PACKAGE = "datapackage.json"


def publish(dataset: Path, output: Path, terms: Terms, *, force: bool, as_of: str | None = None) -> int:
    """Write a dataset's bundle into the folder `output`; give the number of its files.

    The same dataset and terms give the same bytes.

    Raises:
        UsageError: there is no such moment.
        ExportError: `output` cannot be written; what was there stays.
        StoreError: the dataset cannot be read.

    """
    with replacing_folder(output, mark=DATA_PACKAGE, force=force) as folder:
        excerpts = Excerpts(terms.quote_characters, texts=terms.texts)
        with locked(dataset, as_of=as_of, redacted=terms.redacted, excerpts=excerpts) as connection:
            facts = facts_of(connection)
        terms = replace(terms, version=terms.version or str(facts.day))
        files = write_data(dataset, folder, terms, as_of=as_of)
        _write(folder / "codebook.md", codebook(terms, files))
        write_paper(folder / "codebook.pdf", terms, files, facts.day)
        digests = _digests(folder, [*(file.path for file in files), *other_files(folder)])
        _write(folder / DATA_PACKAGE, datapackage(terms, files, facts, digests))
        _write(folder / "croissant.json", croissant(terms, files, facts, digests))
        _write(folder / "CITATION.cff", citation(terms, facts))
        _write(folder / "README.md", readme(terms, facts, files, _digests(folder, _names(folder))))
        sums = _digests(folder, _names(folder))
        _write(folder / SUMS, "".join(f"{digest}  {name}\n" for name, digest in sums.items()))
    return len(sums) + 1


def _names(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


def _digests(folder: Path, names: Iterable[str]) -> dict[str, str]:
    digests = {}
    for name in names:
        with (folder / name).open("rb") as file:
            digests[name] = file_digest(file, "sha256").hexdigest()
    return digests


def _write(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8", newline="\n")
