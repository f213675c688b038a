"""How geopy's geocoders speak HTTP here: by the standard library, whatever else is installed, and never without end."""

import json
from http.client import HTTPException
from ssl import SSLContext
from typing import Any
from urllib.error import HTTPError, URLError
from urllib.request import HTTPSHandler, Request, build_opener

from geopy.adapters import AdapterHTTPError, BaseSyncAdapter
from geopy.exc import GeocoderParseError, GeocoderTimedOut, GeocoderUnavailable, GeopyError

__all__ = ["BoundedAdapter"]

LONGEST_ANSWER = 4_000_000  # bytes; ten places take ten thousand


class BoundedAdapter(BaseSyncAdapter):  # type: ignore[misc]  # geopy ships no types
    """Reads so much of an answer and no more, and lets go of every connection; proxies are the system's."""

    def __init__(self, *, proxies: Any, ssl_context: SSLContext | None) -> None:  # noqa: ANN401 - geopy's own
        super().__init__(proxies=proxies, ssl_context=ssl_context)
        self._open = build_opener(HTTPSHandler(context=ssl_context)).open

    def get_json(self, url: str, *, timeout: float, headers: dict[str, str]) -> Any:  # noqa: ANN401 - any JSON
        """Ask and read the answer as JSON."""
        try:
            return json.loads(self.get_text(url, timeout=timeout, headers=headers))
        except (ValueError, RecursionError) as error:
            raise GeocoderParseError("its answer is no JSON") from error

    def get_text(self, url: str, *, timeout: float, headers: dict[str, str]) -> str:
        """Ask and read the answer as text.

        Raises:
            AdapterHTTPError: the server answers with an error; its headers are told in lower case.
            GeocoderServiceError: it answers with no text, or not at all.

        """
        try:
            # the address begins with http or https: geopy and the choice of the server see to that
            with self._open(Request(url, headers=headers), timeout=timeout) as page:  # noqa: S310
                return str(page.read(LONGEST_ANSWER), "utf-8")
        except HTTPError as error:
            with error:
                told = {name.lower(): value for name, value in error.headers.items()}
                raise AdapterHTTPError(
                    f"status {error.code}", status_code=error.code, headers=told, text=None
                ) from None
        except UnicodeDecodeError as error:
            raise GeocoderParseError("its answer is no text") from error
        except (OSError, HTTPException) as error:
            raise _silence(error, timeout) from error


def _silence(error: Exception, timeout: float) -> GeopyError:
    reason = error.reason if isinstance(error, URLError) else error
    if isinstance(reason, TimeoutError):
        return GeocoderTimedOut(f"it was silent for {timeout:.0f} seconds")
    return GeocoderUnavailable(getattr(reason, "strerror", None) or str(reason) or type(reason).__name__)
