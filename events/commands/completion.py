"""`affray completion`: the script by which a shell completes commands and options."""

import click
from click.shell_completion import get_completion_class

__all__ = ["command"]

HELP = """Print the script by which a shell completes affray's commands and options.

\b
Example:
  affray completion bash >> ~/.bashrc
  affray completion zsh >> ~/.zshrc
  affray completion fish > ~/.config/fish/completions/affray.fish
"""


@click.command("completion", help=HELP, short_help="Print the script for completion by a shell.")
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
@click.pass_context
def command(context: click.Context, shell: str) -> None:
    """Print the script that click writes for the shell."""
    completion = get_completion_class(shell)
    assert completion is not None, shell  # noqa: S101 - click knows the three choices
    program = context.find_root()
    name = program.info_name or "affray"
    click.echo(completion(program.command, {}, name, "_AFFRAY_COMPLETE").source())
