"""The option `--as-of`: a dataset asked as it stood."""

import click

__all__ = ["as_of_option"]

as_of_option = click.option(
    "--as-of",
    "as_of",
    metavar="DATE|TAG",
    help="As the dataset stood at the end of a day (UTC), or at a tag.",
)
