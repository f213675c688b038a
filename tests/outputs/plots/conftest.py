"""The dataset of the pages' tests: two hostile reports of one incident."""

from tests.outputs.pages.conftest import told_path

__all__ = ["told_path"]
