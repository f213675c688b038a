"""What calls cost, and the budget that no call may exceed."""

import threading

from events.llm.cache import Usage
from events.llm.choice import LlmChoice, Price
from events.llm.request import Request
from schemas.errors import ModelStopError

__all__ = ["Purse", "cost_of", "most_of"]

MILLION = 1_000_000


def cost_of(usage: Usage, price: Price) -> float | None:
    """Give what a call cost by its tokens; None where a price or a count is unknown.

    >>> cost_of(Usage(input=1_000_000, output=0), Price(input=0.15, output=0.6))
    0.15
    """
    if usage.input is None or usage.output is None or price.input is None or price.output is None:
        return None
    cached = usage.cached or 0
    cached_price = price.input if price.cached is None else price.cached
    paid = (usage.input - cached) * price.input + cached * cached_price + usage.output * price.output
    return round(paid / MILLION, 9)


def most_of(request: Request, price: Price) -> float | None:
    """Give the most that a call can cost: as many tokens as it has bytes, and all the tokens of the answer."""
    return cost_of(Usage(input=request.size, output=request.answer_tokens), price)


class Purse:
    """Keeps what was spent and what calls under way may cost still, within the budget of one run."""

    def __init__(self, choice: LlmChoice) -> None:
        self._price = choice.price
        self._budget = choice.budget
        self._currency = choice.currency
        self._lock = threading.Lock()
        self._held = 0.0
        self.spent = 0.0

    def hold(self, request: Request) -> float:
        """Put by what a call may cost at most.

        Raises:
            ModelStopError: that may exceed the budget.

        """
        most = most_of(request, self._price) or 0.0
        with self._lock:
            if self._budget is not None and self.spent + self._held + most > self._budget:
                raise ModelStopError(
                    f"The budget of {self._budget:g} {self._currency} does not suffice for another call "
                    f"({self.spent:.4f} are spent). What was read is kept; run the same command again with more."
                )
            self._held += most
        return most

    def settle(self, held: float, cost: float | None) -> None:
        """Take what a call cost out of what was put by for it; what is unknown counts as the most."""
        with self._lock:
            self._held -= held
            self.spent += held if cost is None else cost
