"""Descriptions for machines: Frictionless' datapackage.json, croissant.json and CITATION.cff."""

import json
import re
from collections.abc import Mapping, Sequence
from typing import Any

from outputs.publish.contents import DataFile
from outputs.publish.facts import Facts
from outputs.publish.terms import Terms
from outputs.query.visible import visible

__all__ = ["citation", "croissant", "datapackage"]

Entry = dict[str, Any]

# Table Schema's types, schema.org's, by DuckDB's.
TYPES = {
    "INTEGER": ("integer", "sc:Integer"),
    "BIGINT": ("integer", "sc:Integer"),
    "DOUBLE": ("number", "sc:Float"),
    "BOOLEAN": ("boolean", "sc:Boolean"),
    "DATE": ("date", "sc:Date"),
}
TEXT = ("string", "sc:Text")
SPDX = re.compile(r"CC0-1\.0|CC-BY(-NC)?(-SA|-ND)?-[34]\.0|ODbL-1\.0|ODC-By-1\.0|MIT")
MEDIA = {"csv": "text/csv", "jsonl": "application/jsonl", "parquet": "application/vnd.apache.parquet"}
BINARY = "application/octet-stream"
CONTEXT = {
    "@language": "en",
    "@vocab": "https://schema.org/",
    "sc": "https://schema.org/",
    "cr": "http://mlcommons.org/croissant/",
    "dct": "http://purl.org/dc/terms/",
    "conformsTo": "dct:conformsTo",
    "citeAs": "cr:citeAs",
    "column": "cr:column",
    "data": {"@id": "cr:data", "@type": "@json"},
    "dataType": {"@id": "cr:dataType", "@type": "@vocab"},
    "extract": "cr:extract",
    "field": "cr:field",
    "fileObject": "cr:fileObject",
    "recordSet": "cr:recordSet",
    "source": "cr:source",
}


def datapackage(terms: Terms, files: Sequence[DataFile], facts: Facts, digests: Mapping[str, str]) -> str:
    """Describe the files by Frictionless' Data Package; those in CSV with a Table Schema."""
    package: Entry = {
        "name": "affray-dataset",
        "title": visible(terms.title),
        "version": visible(terms.version),
        "created": f"{facts.day}T00:00:00Z",
        "contributors": [{"title": visible(name), "role": "author"} for name in terms.authors],
        "resources": [_resource(file, digests[file.path]) for file in files],
    }
    if terms.licence:
        package["licenses"] = [
            {"name": re.sub(r"[^A-Za-z0-9._-]+", "-", terms.licence), "title": visible(terms.licence)}
        ]
    if not terms.authors:
        del package["contributors"]
    return _json(package)


def _resource(file: DataFile, digest: str) -> Entry:
    entry: Entry = {
        "name": re.sub(r"[^a-z0-9._-]", "-", file.path.lower()),
        "path": file.path,
        "mediatype": MEDIA.get(file.form, BINARY),
        "hash": f"sha256:{digest}",
    }
    if file.form == "csv":
        fields = [{"name": one.name, "type": _types(one.type)[0], "description": one.means} for one in file.columns]
        entry |= {
            "format": "csv",
            "encoding": "utf-8",
            "profile": "tabular-data-resource",
            "schema": {"fields": fields},
        }
    else:
        entry["type"] = "file"  # else Frictionless reads it as a table, and fails on lists in Parquet
    return entry


def croissant(terms: Terms, files: Sequence[DataFile], facts: Facts, digests: Mapping[str, str]) -> str:
    """Describe the files by MLCommons' Croissant 1.0."""
    names = terms.authors or ("anonymous",)
    return _json(
        {
            "@context": CONTEXT,
            "@type": "sc:Dataset",
            "conformsTo": "http://mlcommons.org/croissant/1.0",
            "name": visible(terms.title),
            "description": f"Incidents in the news: {facts.counts['incidents']}, made with affray.",
            "version": visible(terms.version),
            "datePublished": str(facts.day),
            "creator": [{"@type": "sc:Organization", "name": visible(name)} for name in names],
            **({"license": visible(terms.licence)} if terms.licence else {}),
            "citeAs": visible(f"{', '.join(names)}: {terms.title}, version {terms.version}, {facts.day.year}"),
            "distribution": [
                {
                    "@type": "cr:FileObject",
                    "@id": file.path,
                    "name": file.path,
                    "contentUrl": file.path,
                    "encodingFormat": MEDIA.get(file.form, BINARY),
                    "sha256": digests[file.path],
                }
                for file in files
            ],
            "recordSet": [_record_set(file) for file in files if file.form == "csv"],
        }
    )


def _record_set(file: DataFile) -> Entry:
    name = file.what if file.layout == "affray" else file.layout
    return {
        "@type": "cr:RecordSet",
        "@id": name,
        "name": name,
        "field": [
            {
                "@type": "cr:Field",
                "@id": f"{name}/{one.name}",
                "name": f"{name}/{one.name}",
                "description": one.means,
                "dataType": _types(one.type)[1],
                "source": {"fileObject": {"@id": file.path}, "extract": {"column": one.name}},
            }
            for one in file.columns
        ],
    }


def citation(terms: Terms, facts: Facts) -> str:
    """Write the Citation File Format 1.2.0; every value as a JSON string, which YAML reads as it is."""
    told = ["cff-version: 1.2.0", "message: If you use this dataset, cite it as below.", "type: dataset"]
    told += [f"title: {_quoted(terms.title)}", f"version: {_quoted(terms.version)}", f"date-released: {facts.day}"]
    told += ["authors:", *(f"  - name: {_quoted(name)}" for name in terms.authors or ("anonymous",))]
    if terms.licence and re.fullmatch(
        r"CC0-1\.0|CC-BY(-NC)?(-SA|-ND)?-[34]\.0|ODbL-1\.0|ODC-By-1\.0|MIT", terms.licence
    ):
        told.append(f"license: {terms.licence}")  # the format takes identifiers of SPDX alone
    return "\n".join(told) + "\n"


def _quoted(text: str) -> str:
    return json.dumps(visible(text), ensure_ascii=False)


def _types(duckdb_type: str) -> tuple[str, str]:
    return TYPES.get(duckdb_type, TEXT)


def _json(entry: Entry) -> str:
    return json.dumps(entry, ensure_ascii=False, indent=2) + "\n"
