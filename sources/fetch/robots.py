"""What sites ask of programs in their robots.txt: which pages they keep to people, and how slowly to come."""

from urllib.robotparser import RobotFileParser

from schemas.vocabulary import RejectReason
from sources.fetch.address import Address, split_address
from sources.fetch.getting import Getting, get, said
from sources.refusal import Refusal

__all__ = ["Robots"]

NAME = "affray"
FOUND = 200
CLOSED = frozenset({401, 403})
GONE = range(400, 500)
LARGEST = 500_000  # bytes, as search engines read


class Robots:
    """Knows the rules of each site, read once; where a site's rules cannot be read, its pages are left alone."""

    def __init__(self, getting: Getting) -> None:
        self._getting = getting
        self._rules: dict[str, RobotFileParser | Refusal] = {}

    def objection(self, address: Address) -> Refusal | None:
        """Say why a page may not be fetched; None where it may."""
        rules = self._of(address)
        if isinstance(rules, Refusal):
            return rules
        if rules.can_fetch(NAME, address.url):
            return None
        return Refusal(
            reason=RejectReason.UNREADABLE,
            detail="The site's robots.txt keeps this page from programs. Save it in a browser and read it as a file.",
        )

    def pause(self, address: Address) -> float:
        """Give the seconds that the site wants between two pages; 0 where it names none."""
        rules = self._of(address)
        delay = None if isinstance(rules, Refusal) else rules.crawl_delay(NAME)
        return float(delay) if delay else 0.0

    def _of(self, address: Address) -> RobotFileParser | Refusal:
        if address.origin not in self._rules:
            self._rules[address.origin] = self._read(address)
        return self._rules[address.origin]

    def _read(self, address: Address) -> RobotFileParser | Refusal:
        asked = split_address(f"{address.scheme}://{address.host_header}/robots.txt")
        page = asked if isinstance(asked, Refusal) else get(asked, self._getting)
        if isinstance(page, Refusal):
            return page
        rules = RobotFileParser()
        if page.status == FOUND:
            rules.parse(page.body[:LARGEST].decode("utf-8", "replace").splitlines())
        elif page.status in CLOSED:
            rules.parse(["User-agent: *", "Disallow: /"])
        elif page.status in GONE:
            rules.parse([])
        else:
            return Refusal(
                reason=RejectReason.UNREADABLE,
                detail=f"What the site's robots.txt says is not known: {said(page.status)}. Try again later.",
            )
        return rules
