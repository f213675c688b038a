"""The choice of a model for one dataset: the table beside it, and what the command line says besides."""

from pathlib import Path
from typing import Any

from events.llm.choice import LlmChoice, choice_of
from events.settings import read_llm_table, settings_to_come
from schemas.errors import UsageError

__all__ = ["EXTRACTOR", "llm_choice", "llm_of"]

EXTRACTOR = "llm"


def llm_of(
    dataset: Path, chosen: dict[str, Any], *, budget: float | None = None, replay: bool = False
) -> LlmChoice | None:
    """Give how a model is asked where the extractor of a dataset asks one, and add to `chosen` what is kept of it.

    Raises:
        UsageError: the table `llm` is missing or wrong; a budget, or a replay, is for an extractor that asks none.

    """
    if settings_to_come(dataset, chosen).extractor != EXTRACTOR:
        if budget is not None or replay:
            raise UsageError("--budget and --replay are for a language model. Use them with --extractor llm.")
        return None
    choice = llm_choice(dataset, budget=budget, replay=replay)
    chosen["llm"] = choice.kept
    return choice


def llm_choice(dataset: Path, *, budget: float | None = None, replay: bool = False) -> LlmChoice:
    """Give how a model is asked for a dataset; answers are kept beside it, as NAME.answers.jsonl.

    Raises:
        UsageError: the table `llm` of affray.toml is missing or wrong.

    """
    table: dict[str, Any] = dict(read_llm_table(dataset))
    cache = dataset.parent / table["cache"] if table.get("cache") else dataset.with_suffix(".answers.jsonl")
    table["cache"] = str(cache)
    if budget is not None:
        table["budget"] = budget
    if replay:
        table["replay"] = True
    return choice_of(table)
