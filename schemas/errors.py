"""Everything that affray raises on purpose.

The tree::

    AffrayError
    ├── UsageError            wrong words on the command line or in affray.toml  (ValueError)
    ├── NothingToReadError    no source holds a report                           (LookupError)
    ├── StoreError            the dataset cannot be used                         (OSError)
    │   ├── StoreBusyError    another process is writing
    │   ├── StoreTooNewError  written by a newer affray
    │   └── StoreMissingError there is no such file
    ├── SettingsConflictError affray.toml and the dataset disagree               (ValueError)
    ├── QueryError            the SQL cannot be answered                         (ValueError)
    ├── UnknownIdError        no row has this id                                 (LookupError)
    ├── JudgementError        a judgement that cannot be taken                   (ValueError)
    ├── UnknownPlaceError     no place of the gazetteer has this name            (LookupError)
    ├── CodebookError         a codebook's TOML is wrong                         (ValueError)
    ├── GazetteerError        the gazetteer cannot be built or used              (OSError)
    ├── ExportError           the export cannot be written                       (OSError)
    ├── MissingExtraError     a format needs a library that is not installed     (ImportError)
    ├── ModelStopError        no language model can be asked any more             (OSError)
    ├── CodedFileError        a list of coded events cannot be imported          (ValueError)
    └── GoldError             the coded reports to score against are broken      (ValueError)

Each also is the built-in exception that fits, and carries the exit status that the command line ends with.
A report that cannot be read is no exception to its caller: readers give a `Reject` and go on.
"""

from typing import ClassVar

from schemas.model_call import ModelCall

__all__ = [
    "AffrayError",
    "CodebookError",
    "CodedFileError",
    "ExportError",
    "GazetteerError",
    "GoldError",
    "JudgementError",
    "MissingExtraError",
    "ModelStopError",
    "NothingToReadError",
    "QueryError",
    "RawError",
    "SettingsConflictError",
    "StoreBusyError",
    "StoreError",
    "StoreMissingError",
    "StoreTooNewError",
    "UnknownIdError",
    "UnknownPlaceError",
    "UsageError",
]


class AffrayError(Exception):
    """Say in one line what is wrong, naming the value, then what to do."""

    exit_status: ClassVar[int] = 1


class UsageError(AffrayError, ValueError):
    """Mark words on the command line that affray cannot follow."""

    exit_status = 2


class NothingToReadError(AffrayError, LookupError):
    """Mark a build whose sources hold no report at all."""

    exit_status = 2


class StoreError(AffrayError, OSError):
    """Mark a dataset that cannot be opened or written."""


class StoreBusyError(StoreError):
    """Mark a dataset that another process is writing."""


class StoreTooNewError(StoreError):
    """Mark a dataset that a newer affray has written."""


class StoreMissingError(StoreError):
    """Mark a dataset that is not there."""

    exit_status = 2


class SettingsConflictError(AffrayError, ValueError):
    """Mark settings that differ from those the dataset was built with."""

    exit_status = 2


class QueryError(AffrayError, ValueError):
    """Mark SQL that the dataset cannot answer."""


class UnknownIdError(AffrayError, LookupError):
    """Mark an id that no row has."""


class JudgementError(AffrayError, ValueError):
    """Mark a person's judgement that cannot be taken; nothing was changed."""

    exit_status = 2


class UnknownPlaceError(AffrayError, LookupError):
    """Mark a name that no place of the gazetteer has."""


class CodebookError(AffrayError, ValueError):
    """Mark a codebook that is no TOML or has an entry that cannot be used."""

    exit_status = 2


class ModelStopError(AffrayError, OSError):
    """Tell that no language model can be asked any more: no server, a wrong key, a budget that is spent.

    `calls` are the attempts that came to nothing.
    """

    def __init__(self, reason: str, *, calls: tuple[ModelCall, ...] = ()) -> None:
        super().__init__(reason)
        self.calls = calls


class CodedFileError(AffrayError, ValueError):
    """Mark a list of coded events that cannot be read by the layout that was named."""

    exit_status = 2


class GazetteerError(AffrayError, OSError):
    """Mark a gazetteer that cannot be built or used."""


class ExportError(AffrayError, OSError):
    """Mark an export that could not be written."""


class RawError(AffrayError):
    """Mark a folder in which the bytes of reports cannot be kept."""


class MissingExtraError(AffrayError, ImportError):
    """Mark a library that only some formats need and that is not installed."""


class GoldError(AffrayError, ValueError):
    """Mark coded reports that nothing can be scored against."""

    exit_status = 2
