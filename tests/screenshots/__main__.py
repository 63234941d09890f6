"""Pictures of every screen: python -m tests.screenshots [OUT] [--docs] [--only NAME]... [--data-dir DIR]."""

from __future__ import annotations

import argparse
import gc
import os
import tempfile
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication

from tests.screenshots.screens import CONTRAST, DOCUMENTED, SCREENS
from tests.screenshots.sheet import contact_sheet
from tests.screenshots.states import STATES
from tests.screenshots.taking import DESK, take
from therapist_desktop.services.paths import AppPaths
from therapist_desktop.services.shelf import Shelf
from therapist_desktop.services.starter import install_starter

ROOT = Path(__file__).resolve().parent.parent.parent


def main() -> int:
    """Take every picture in every scheme and size, and put them all on one sheet."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("out", nargs="?", type=Path, default=ROOT / "build" / "screenshots")
    parser.add_argument("--docs", action="store_true", help="also put the main ones into docs/pictures")
    parser.add_argument("--only", action="append", metavar="NAME", help="only this screen")
    parser.add_argument("--data-dir", type=Path, help="a data folder with a release; otherwise the starter is loaded")
    wanted = parser.parse_args()
    wanted.out.mkdir(parents=True, exist_ok=True)
    app = QApplication([])
    gc.disable()  # as in the program: what goes, goes in the thread of the window
    taken = []
    with tempfile.TemporaryDirectory() as folder:
        filled = AppPaths.under(wanted.data_dir or Path(folder) / "filled")
        filled.catalogues.mkdir(parents=True, exist_ok=True)
        install_starter(Shelf(filled.catalogues), lambda _: None)
        shots = [
            (screen, scheme, size)
            for screen in (*SCREENS, *STATES)
            for scheme in ("light", "dark")
            for size in screen.sizes
        ]
        shots += [(screen, "contrast", DESK) for screen in CONTRAST]
        for place, (screen, scheme, size) in enumerate(shots):
            if wanted.only and screen.name not in wanted.only:
                continue
            own = AppPaths.under(Path(folder) / f"own-{place}")
            own.folder.mkdir()
            paths = own if screen.is_empty else filled._replace(notebook=own.folder / "notebook.sqlite")
            picture = take(app, paths, screen, scheme, size)
            gc.collect()
            name = f"{screen.name}-{scheme}-{size[0]}x{size[1]}"
            picture.save(str(wanted.out / f"{name}.png"))
            print(wanted.out / f"{name}.png")
            taken.append((name, picture))
            if wanted.docs and screen.name in DOCUMENTED and size == DESK and scheme != "contrast":
                picture.save(str(ROOT / "docs" / "pictures" / f"{screen.name}-{scheme}.png"))
        contact_sheet(taken).save(str(wanted.out / "contact-sheet.png"))
        print(wanted.out / "contact-sheet.png")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
