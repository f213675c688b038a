"""The shell completes commands, and a command waits only for what it needs."""

import os
import subprocess
import sys

import click
import pytest

from events.commands import COMMANDS
from events.commands import affray as program
from tests.events.commandline import COMMAND, Affray

HEAVY = ("spacy", "geopy", "shapely", "trafilatura")


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_each_shell_gets_its_script(affray: Affray, shell: str) -> None:
    ended = affray("completion", shell)
    assert ended.status in {None, 0}
    assert "_AFFRAY_COMPLETE" in ended.out


def test_a_word_begun_is_completed() -> None:
    asked = {"COMP_WORDS": "affray su", "COMP_CWORD": "1", "_AFFRAY_COMPLETE": "bash_complete"}
    run = (sys.executable, "-c", f"import sys; sys.argv[0] = 'affray'; {COMMAND[2]}")
    ended = subprocess.run(run, env={**os.environ, **asked}, capture_output=True, encoding="utf-8", check=False)
    assert ended.stdout.split() == ["plain,summary"]


@pytest.mark.parametrize("command", ["summary", "query", "export", "check"])
def test_reading_a_dataset_does_not_load_the_extractor(command: str) -> None:
    look = f"import sys; from events.commands import affray; affray.get_command(None, '{command}'); print(*sys.modules)"
    ended = subprocess.run([sys.executable, "-c", look], capture_output=True, encoding="utf-8", check=True)
    assert not set(HEAVY) & set(ended.stdout.split())


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_that_the_help_names_is_there(name: str) -> None:
    command = program.get_command(click.Context(program), name)
    assert command is not None
    assert command.name == name
