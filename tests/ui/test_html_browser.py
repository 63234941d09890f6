"""The browser loads nothing, goes nowhere, and asks before anything outside is opened."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray, QObject, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices, QTextCursor, QTextDocument
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.showing import shown
from therapist_desktop.ui.dialogs.outside import OutsideDialog, ask_to_open
from therapist_desktop.ui.fonts import interface_font
from therapist_desktop.ui.reading.browser import SafeBrowser


class Desktop(QObject):
    """Stands where the system would open an address."""

    def __init__(self) -> None:
        super().__init__()
        self.opened: list[str] = []

    @Slot(QUrl)
    def open(self, url: QUrl) -> None:
        self.opened.append(url.toString())


@pytest.fixture
def desktop(qapp: object) -> Iterator[Desktop]:
    desktop = Desktop()
    for scheme in ("https", "mailto", "tel"):
        QDesktopServices.setUrlHandler(scheme, desktop, "open")  # type: ignore[arg-type] # the stub says bytes, PySide takes str
    yield desktop
    for scheme in ("https", "mailto", "tel"):
        QDesktopServices.unsetUrlHandler(scheme)


@pytest.fixture
def browser(qtbot: QtBot) -> SafeBrowser:
    return shown(qtbot, SafeBrowser(), 400, 100)


def show(browser: SafeBrowser, html: str) -> None:
    browser.show_html(html, "", interface_font(16))


def follow_first_link(browser: SafeBrowser) -> None:
    browser.setFocus()
    browser.moveCursor(QTextCursor.MoveOperation.Start)
    QTest.keyClick(browser, Qt.Key.Key_Tab)
    QTest.keyClick(browser, Qt.Key.Key_Return)


def asked(browser: SafeBrowser) -> list[OutsideDialog]:
    return [dialog for dialog in browser.findChildren(OutsideDialog) if dialog.isVisible()]


@pytest.mark.parametrize(
    "link", ["topic:anxiety", "support_group:al-anon", "listing:npi:1234567893", "section:approach", "hotline:988"]
)
def test_a_link_inside_is_said_as_it_was_written(browser: SafeBrowser, link: str, desktop: Desktop) -> None:
    heard: list[str] = []
    browser.link_requested.connect(heard.append)
    show(browser, f'<p><a href="{link}">there</a></p>')
    follow_first_link(browser)
    assert heard == [link]
    assert asked(browser) == []
    assert desktop.opened == []


@pytest.mark.parametrize(
    ("link", "named"),
    [
        ("https://www.example.org/a?b=c", "www.example.org"),
        ("https://b\u00fccher.example/a", "xn--bcher-kva.example"),
        ("https://example.org:8443/", "example.org:8443"),
        ("mailto:desk@example.org", "desk@example.org"),
        ("tel:+1-555-555-0142", "+1-555-555-0142"),
    ],
)
def test_an_outside_link_is_named_in_full_and_opened_only_on_yes(
    browser: SafeBrowser, desktop: Desktop, link: str, named: str
) -> None:
    show(browser, f'<p><a href="{link}">there</a></p>')
    follow_first_link(browser)
    (dialog,) = asked(browser)
    assert dialog.target.words == named
    assert desktop.opened == []
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert desktop.opened == []
    follow_first_link(browser)
    QTest.mouseClick(asked(browser)[0].open_button, Qt.MouseButton.LeftButton)
    assert len(desktop.opened) == 1


@pytest.mark.parametrize("address", ["file:///etc/passwd", "http://plain.example", "javascript:x", "topic:a", ""])
def test_nothing_else_is_even_asked_about(browser: SafeBrowser, desktop: Desktop, address: str) -> None:
    assert ask_to_open(address, browser) is None
    browser.anchorClicked.emit(QUrl(address))
    assert asked(browser) == []
    assert desktop.opened == []


def test_return_in_the_dialog_stays_here(browser: SafeBrowser, desktop: Desktop) -> None:
    dialog = ask_to_open("https://www.example.org", browser)
    assert dialog is not None
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    assert desktop.opened == []


def test_no_local_file_is_ever_read(browser: SafeBrowser, tmp_path: Path) -> None:
    secret = tmp_path / "secret.html"
    secret.write_text("<p>secret words</p>", encoding="utf-8")
    browser.setSearchPaths([str(tmp_path)])
    show(browser, f'<p>before <img src="{secret}"> <a href="secret.html">x</a> <a href="{secret.as_uri()}">y</a></p>')
    browser.setSource(QUrl.fromLocalFile(str(secret)))
    browser.setSource(QUrl("secret.html"), QTextDocument.ResourceType.HtmlResource)
    browser.anchorClicked.emit(QUrl.fromLocalFile(str(secret)))
    browser.reload()
    assert "secret words" not in browser.toPlainText()
    assert browser.toPlainText().startswith("before")
    assert browser.loadResource(2, QUrl.fromLocalFile(str(secret))) == QByteArray()


def test_it_is_as_tall_as_its_text(browser: SafeBrowser) -> None:
    show(browser, "<p>one</p>")
    short = browser.height()
    show(browser, "<p>one</p>" * 40)
    assert browser.height() > 20 * short
    assert browser.verticalScrollBar().maximum() == 0


def test_page_keys_are_left_to_what_scrolls(browser: SafeBrowser) -> None:
    show(browser, "<p>one</p>" * 40)
    for key in (Qt.Key.Key_PageDown, Qt.Key.Key_Home, Qt.Key.Key_Down):
        QTest.keyClick(browser, key)
    QApplication.processEvents()
    assert browser.textCursor().position() == 0
