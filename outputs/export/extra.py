"""Libraries that only some formats need: absent ones are told by what installs them."""

from importlib import import_module
from types import ModuleType

from schemas.errors import MissingExtraError

__all__ = ["library"]


def library(name: str, *, extra: str, for_what: str) -> ModuleType:
    """Import what one of affray's extras brings, when it is needed and no sooner.

    Raises:
        MissingExtraError: it is not installed.

    """
    try:
        return import_module(name)
    except ImportError as error:
        raise MissingExtraError(
            f"{for_what} needs affray[{extra}], which is not installed. Install it: pip install 'affray[{extra}]'"
        ) from error
