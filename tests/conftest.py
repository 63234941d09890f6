"""What every test gets: windows without a screen, and no failure that only a log would have told.

Fixtures of one subject live in a module of their own, named in ``pytest_plugins`` below (pytest takes
that list only in this file). Catalogues and data files: ``tests/catalogue_fixtures.py``.

What Python or Qt merely print is a failure here: pytest-qt reports exceptions in slots and Qt's own
warnings, and ``filterwarnings = error`` does so for exceptions in finalizers and threads.
"""

import logging
import os
from collections.abc import Iterator

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

pytest_plugins = ["tests.catalogue_fixtures"]


class ExpectedLog:
    """The log lines a test knows will come; each must come, and no other may."""

    def __init__(self) -> None:
        self._texts: list[str] = []

    def __call__(self, text: str) -> None:
        self._texts.append(text)

    def check(self, messages: list[str]) -> None:
        loud = [message for message in messages if not any(text in message for text in self._texts)]
        assert not loud, f"unexpected log lines: {loud}"
        absent = [text for text in self._texts if not any(text in message for message in messages)]
        assert not absent, f"log lines that never came: {absent}"


@pytest.fixture(autouse=True)
def expected_log(caplog: pytest.LogCaptureFixture) -> Iterator[ExpectedLog]:
    """Fails a test that logs a warning or worse, save what it announced: ``expected_log("disk is full")``."""
    expected = ExpectedLog()
    yield expected
    records = [*caplog.get_records("setup"), *caplog.get_records("call")]
    expected.check([record.getMessage() for record in records if record.levelno >= logging.WARNING])
