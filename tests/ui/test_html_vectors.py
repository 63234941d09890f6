"""Everything that ever broke out of HTML, in a real widget: nothing is asked for, and only harmless tags are left."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QTextBrowser
from typing_extensions import override

from tests.qt_vectors import LOCAL, VECTORS
from tests.shared import SHARED
from tests.ui.showing import shown
from tests.ui.test_html_cleaning import HOSTILE, assert_harmless
from therapist_desktop.domain.library import Piece, PieceKind, Section
from therapist_desktop.services.html import clean, cleaned
from therapist_desktop.ui.fonts import interface_font
from therapist_desktop.ui.reading import html as reading
from therapist_desktop.ui.reading.browser import SafeBrowser

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from pytestqt.qtbot import QtBot

LEAST_PAYLOADS = 6_600
AT_ONCE = 60


class Asked(SafeBrowser):
    """The reader's own browser, which also notes what its document asks for."""

    def __init__(self) -> None:
        super().__init__()
        self.names: list[str] = []

    @override
    def loadResource(self, kind: int, name: object) -> object:
        self.names.append(str(name))
        return super().loadResource(kind, name)  # type: ignore[arg-type]

    def read(self, html: str) -> None:
        self.show_html(html, "", interface_font(16))
        self.grab()


class Bare(QTextBrowser):
    """What Qt gives: the control."""

    def __init__(self) -> None:
        super().__init__()
        self.names: list[str] = []

    @override
    def loadResource(self, kind: int, name: object) -> object:
        self.names.append(str(name))
        return None

    def read(self, html: str) -> None:
        self.setHtml(html)
        self.grab()


def payloads() -> list[str]:
    """Every line of every list that is there."""
    if not (SHARED / "xss").is_dir():
        pytest.skip("the lists of payloads are not there (../shared/data/xss)")
    files = [file for file in SHARED.glob("xss/**/*") if file.suffix in {".txt", ".json"}]
    texts = [file.read_text(encoding="utf-8", errors="replace") for file in sorted(files)]
    lines = [line for text in texts for line in text.splitlines() if line.strip()]
    assert len(lines) >= LEAST_PAYLOADS
    return lines


def assert_safe(texts: Iterable[str]) -> list[str]:
    kept = []
    for text in texts:
        safe = clean(text)
        assert_harmless(safe)
        assert clean(safe) == safe, text
        kept.append(safe)
    return kept


def asked_by(browser: Asked | Bare, pages: Sequence[str]) -> list[str]:
    for page in pages:
        browser.read(page)
    return browser.names


def test_there_are_enough_ways_in() -> None:
    assert len(set(VECTORS)) >= 60 + len(HOSTILE) // 2


def test_no_vector_gets_through(qtbot: QtBot) -> None:
    browser = shown(qtbot, Asked(), 600, 100)
    assert_safe([*VECTORS, *HOSTILE])
    assert asked_by(browser, [*VECTORS, *HOSTILE]) == []


@pytest.mark.qt_log_level_fail("CRITICAL")  # Qt complains of what it then cannot load
def test_the_same_vectors_do_get_through_without_cleaning(qtbot: QtBot) -> None:
    bare = shown(qtbot, Bare(), 600, 100)
    asked = asked_by(bare, [one for one in VECTORS if "100000" not in one and "<table><tr><td>" * 9 not in one])
    assert len(asked) >= len(VECTORS) // 8
    assert any(LOCAL in name for name in asked)


def test_no_payload_of_the_lists_gets_through(qtbot: QtBot) -> None:
    found = payloads()
    browser = shown(qtbot, Asked(), 600, 100)
    safe = assert_safe(found)
    assert asked_by(browser, batches(safe)) == []
    assert asked_by(browser, batches(found)) == []


@pytest.mark.qt_log_level_fail("CRITICAL")
def test_the_same_payloads_do_get_through_without_cleaning(qtbot: QtBot) -> None:
    bare = shown(qtbot, Bare(), 600, 100)
    assert asked_by(bare, batches(payloads()))


REFUSED = {
    "too large": "<p>many words</p>" * 40_000,
    "too deep": "<div>" * 10_000 + "a" + "</div>" * 10_000,
    "table in table": "<table><tr><td>" * 3 + "a",
    "a word without end": f"<p>{'x' * 5_000}</p>",
    "too many tags": "<br>" * 21_000,
}


@pytest.mark.parametrize("name", REFUSED)
def test_the_reader_says_that_it_does_not_show_a_page(qtbot: QtBot, name: str) -> None:
    piece = Piece("article:x", PieceKind.ARTICLE, Section.ARTICLE, "X", body=REFUSED[name])
    assert cleaned(piece.body) is None
    browser = shown(qtbot, Asked(), 600, 100)
    browser.read(reading.article(piece))
    words = browser.toPlainText()
    assert words.startswith("This page is too large or too tangled to be shown safely.\nTell its publisher")
    assert len(words) < 300
    assert browser.names == []


def batches(texts: Sequence[str]) -> list[str]:
    """Some texts a page, so that the real widget is quick enough to see all of them."""
    return ["\n".join(texts[at : at + AT_ONCE]) for at in range(0, len(texts), AT_ONCE)]
