"""The option `--redact`: what must not leave."""

import click

from outputs.redaction.redaction import KINDS, redaction_named

__all__ = ["redact_option"]


def _kinds(_context: click.Context, _parameter: click.Parameter, told: str | None) -> frozenset[str]:
    return redaction_named(told) if told is not None else frozenset()


redact_option = click.option(
    "--redact",
    "redacted",
    metavar=",".join(KINDS),
    callback=_kinds,
    help="Hide persons' names, and places closer than the second-order division; no words of reports leave either.",
)
