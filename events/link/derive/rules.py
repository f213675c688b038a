"""Which rule gives which field, as the settings say."""

from collections.abc import Iterator

from events.settings import COUNTED_FIELDS, DERIVED_FIELDS, OF_NUMBERS, Settings

__all__ = ["rules_by_field"]


def rules_by_field(settings: Settings) -> dict[str, str]:
    """Give the rule of each derived field; of words none is the lowest, so there the latest account is taken."""
    return dict(_rules(settings))


def _rules(settings: Settings) -> Iterator[tuple[str, str]]:
    for field in DERIVED_FIELDS:
        general = settings.derivation
        fits = field in COUNTED_FIELDS or general not in OF_NUMBERS
        yield field, settings.derivation_by_field.get(field, general if fits else "latest")
