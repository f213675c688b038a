"""What a build tells while it works."""

from typing import Protocol

from schemas.report import Reject

__all__ = ["Progress", "Silent"]


class Progress(Protocol):
    """Hears how far a build is."""

    def found(self, reports: int) -> None:
        """Tell how many more reports there are that the dataset lacks."""

    def rejecting(self, reject: Reject) -> None:
        """Tell of something that was set aside."""

    def loaded(self, reports: int) -> None:
        """Tell how many reports a batch brought into the dataset."""

    def asking(self, server: str, agent: str) -> None:
        """Tell, before the first is sent, that names of places go to a server, and what calls itself there."""

    def linking(self) -> None:
        """Tell that all reports are in and the incidents are being formed."""


class Silent:
    """Tells nothing."""

    def found(self, reports: int) -> None:
        """Tell nothing."""

    def rejecting(self, reject: Reject) -> None:
        """Tell nothing."""

    def loaded(self, reports: int) -> None:
        """Tell nothing."""

    def asking(self, server: str, agent: str) -> None:
        """Tell nothing."""

    def linking(self) -> None:
        """Tell nothing."""
