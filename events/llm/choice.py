"""How a model is asked: the table `llm` of affray.toml."""

import ipaddress
from collections.abc import Mapping
from typing import Annotated, Any, Literal
from urllib.parse import urlsplit

from pydantic import Field, NonNegativeFloat, PositiveFloat, PositiveInt, ValidationError, field_validator

from schemas.errors import UsageError
from schemas.record import Record

__all__ = ["LlmChoice", "ModelSettings", "Price", "choice_of", "is_this_machine"]

EXAMPLE = 'Write [llm], and below it model = "..." and base_url = "http://127.0.0.1:8080/v1".'


class Price(Record):
    """What a million tokens cost; None is unknown, which is not nothing."""

    input: NonNegativeFloat | None = None
    cached: NonNegativeFloat | None = None
    output: NonNegativeFloat | None = None


class ModelSettings(Record):
    """What of the choice decides the answers: kept in the dataset, the same for every report."""

    model: str
    temperature: float
    seed: int
    omit: tuple[str, ...] = ()
    piece_characters: int
    answer_tokens: int


class LlmChoice(Record):
    """Whom to ask, how, and what it may cost.

    `base_url` is the address of an endpoint that speaks OpenAI's chat completions. `key_variable` names the
    variable of the environment that holds the key. `temperature` and `seed` are sent unless `omit` names them,
    for models that refuse them. `concurrency` is the number of calls under way at once, `timeout` the seconds
    that one may take, `attempts` how often one is tried, `longest_wait` the seconds that a server may ask to wait.
    `piece_characters` bounds what is read at once, `answer_tokens` what is answered. `prices` are by model, for a
    million tokens, in `currency`; `budget` is the most that one run may cost. `cache` is the file of answers,
    beside the dataset unless it is a path of its own.
    """

    model: Annotated[str, Field(min_length=1)]
    base_url: str = "http://127.0.0.1:8080/v1"
    allow_remote: bool = False
    key_variable: str = "AFFRAY_LLM_KEY"
    temperature: NonNegativeFloat = 0.0
    seed: int = 0
    omit: tuple[Literal["temperature", "seed"], ...] = ()
    answer_format: Literal["auto", "schema", "json-schema", "json", "text"] = "auto"
    concurrency: PositiveInt = 2
    timeout: PositiveFloat = 120.0
    attempts: PositiveInt = 6
    longest_wait: PositiveFloat = 120.0
    piece_characters: Annotated[int, Field(ge=1_000)] = 12_000
    answer_tokens: PositiveInt = 4_096
    prices: dict[str, Price] = {}  # noqa: RUF012 -- pydantic gives each record its own
    currency: str = "USD"
    budget: NonNegativeFloat | None = None
    cache: str | None = None
    replay: bool = False

    @field_validator("base_url")
    @classmethod
    def _is_an_address(cls, url: str) -> str:
        parts = urlsplit(url)
        if parts.scheme not in ("http", "https") or not parts.hostname:
            raise ValueError(f"'{url}' is no address of an endpoint. Write it as http://127.0.0.1:8080/v1")
        if parts.username or parts.password or parts.query:
            raise ValueError("a key does not stand in an address. Put it in the environment, see key_variable")
        return url.rstrip("/")

    @property
    def host(self) -> str:
        """Name whom reports are sent to."""
        parts = urlsplit(self.base_url)
        return parts.netloc

    @property
    def kept(self) -> ModelSettings:
        """Give what the dataset keeps of it."""
        return ModelSettings(**self.model_dump(include=set(ModelSettings.model_fields)))

    @property
    def price(self) -> Price:
        """Give what the model costs."""
        return self.prices.get(self.model, Price())


def is_this_machine(url: str) -> bool:
    """Say whether an address is this machine's own: "localhost", or an address of the loopback.

    >>> is_this_machine("http://127.0.0.1:8080/v1"), is_this_machine("https://api.example.org/v1")
    (True, False)
    """
    host = urlsplit(url).hostname or ""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def choice_of(table: Mapping[str, Any]) -> LlmChoice:
    """Read the table `llm`.

    Raises:
        UsageError: it names no model, sets what affray does not know, names an address that is not this machine
            without `allow_remote`, or a budget without a price.

    """
    if not table.get("model"):
        raise UsageError(f"affray.toml names no model to ask. {EXAMPLE}")
    try:
        choice = LlmChoice(**table)
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        name = ".".join(str(part) for part in first["loc"])
        known = ", ".join(LlmChoice.model_fields)
        raise UsageError(f"affray.toml, [llm] '{name}': {first['msg']}. There is: {known}.") from error
    if not choice.allow_remote and not is_this_machine(choice.base_url):
        raise UsageError(
            f"[llm] base_url is {choice.host}, which is not this machine: reports would be sent there. "
            "If they may, write allow_remote = true below [llm]."
        )
    if choice.budget is not None and None in (choice.price.input, choice.price.output):
        raise UsageError(
            f"A budget needs the prices of '{choice.model}'. Write [llm.prices.\"{choice.model}\"], and below it "
            "input and output, each for a million tokens."
        )
    return choice
