"""Pictures of the real window over a real shelf: python -m tests.screenshots [OUT] [--docs] [--data-dir DIR]."""

from __future__ import annotations

import argparse
import os
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication

from therapist_desktop.app import Built, build
from therapist_desktop.domain.filters import Choice, Filters, Near
from therapist_desktop.domain.library import Section
from therapist_desktop.domain.places import Page
from therapist_desktop.domain.taxonomy import Facet
from therapist_desktop.services.paths import AppPaths
from therapist_desktop.services.shelf import Shelf
from therapist_desktop.services.starter import install_starter

if TYPE_CHECKING:
    from collections.abc import Callable

ROOT = Path(__file__).resolve().parent.parent
PATIENCE = 20.0
QUIET = 0.25
DOCS = ("find", "detail", "library", "reader", "crisis")


@dataclass(frozen=True, slots=True)
class Picture:
    """What is done before a picture is taken."""

    name: str
    prepare: Callable[[Built], None]
    size: tuple[int, int] = (1280, 720)
    zoom: float = 1.0


def main() -> int:
    """Take every picture in every scheme."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("out", nargs="?", type=Path, default=ROOT / "build" / "screenshots")
    parser.add_argument("--docs", action="store_true", help="also put the main ones into docs/pictures")
    parser.add_argument("--data-dir", type=Path, help="a data folder with a release; otherwise the starter is loaded")
    wanted = parser.parse_args()
    app = QApplication([])
    with tempfile.TemporaryDirectory() as folder:
        filled = AppPaths.under(wanted.data_dir or Path(folder) / "filled")
        filled.catalogues.mkdir(parents=True, exist_ok=True)
        install_starter(Shelf(filled.catalogues), lambda _: None)
        for scheme in ("light", "dark", "contrast"):
            for picture in PICTURES if scheme != "contrast" else PICTURES[:1]:
                _take(app, filled, picture, scheme, wanted.out)
                if wanted.docs and picture.name in DOCS and scheme != "contrast":
                    _take(app, filled, picture, scheme, ROOT / "docs" / "pictures")
            empty = AppPaths.under(Path(folder) / f"empty-{scheme}")
            _take(app, empty, Picture("first-use", lambda _: None), scheme, wanted.out, deeds=False)
            crisis = Picture("first-use-crisis", lambda built: built.window.show_crisis())
            _take(app, empty, crisis, scheme, wanted.out, deeds=False)
    return 0


def _take(app: QApplication, paths: AppPaths, picture: Picture, scheme: str, out: Path, *, deeds: bool = True) -> None:
    reads, doer = ThreadPoolExecutor(2), ThreadPoolExecutor(1)
    if not deeds:
        doer.submit(time.sleep, 1.5)  # the picture is of the moment before the starter is loaded
    built = build(app, paths, reads, doer)
    built.appearance.pin(scheme)
    built.appearance.set_zoom(picture.zoom)
    built.window.resize(*picture.size)
    built.window.show()
    _settle(app)
    picture.prepare(built)
    _settle(app)
    out.mkdir(parents=True, exist_ok=True)
    file = out / f"{picture.name}-{scheme}.png"
    built.window.grab().save(str(file))
    print(file)
    for executor in (reads, doer):
        executor.shutdown(wait=True, cancel_futures=True)
    built.window.close()
    built.window.deleteLater()
    built.appearance.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def _settle(app: QApplication) -> None:
    """Let everything come to rest."""
    until = time.monotonic() + QUIET
    while time.monotonic() < until:
        app.processEvents()


def _ask(built: Built, filters: Filters) -> None:
    built.window.filters.use(filters)
    app = QApplication.instance()
    if isinstance(app, QApplication):
        _settle(app)
        _settle(app)


def _detail(built: Built) -> None:
    _ask(built, Filters(near=Near("10001", 100.0), chosen=frozenset({Choice(Facet.PAYER, "medicaid")})))
    built.window.results.table.setFocus()
    built.window.results.table.setCurrentIndex(built.window.results.table.model().index(0, 0))


def _library(built: Built) -> None:
    built.window.show_page(Page.LIBRARY)
    built.places.open_section(Section.ARTICLE)
    built.window.library.mark_section(Section.ARTICLE)


def _reader(built: Built) -> None:
    _library(built)
    pieces = built.catalogue.pieces(Section.ARTICLE)
    built.places.open_piece(pieces[-1].id)


def _nothing(built: Built) -> None:
    chosen = frozenset({Choice(Facet.PAYER, "medicaid"), Choice(Facet.LANGUAGE, "es")})
    _ask(built, Filters(words="grief", near=Near("59718", 5.0), chosen=chosen))


PICTURES = (
    Picture("find", lambda _: None),
    Picture("detail", _detail),
    Picture("library", _library),
    Picture("reader", _reader),
    Picture("crisis", lambda built: built.window.show_crisis()),
    Picture("nothing-found", _nothing),
    Picture("narrow", _detail, (1000, 700)),
    Picture("small", _detail, (820, 600)),
    Picture("large-text", _detail, (1280, 800), 2.0),
)


if __name__ == "__main__":
    raise SystemExit(main())
