"""What a floor loads, seen in a fresh interpreter. What it may import is checked by ``lint-imports``."""

import sysconfig
from pathlib import Path

from tests.rules.source import loaded_by, modules_of

START_UP = ("therapist_desktop.app", "therapist_desktop.cli")
LOADED_AFTER_THE_FIRST_PAINT = {
    "alembic",
    "concurrent.futures",
    "hashlib",
    "logging.handlers",
    "msgspec",
    "numpy",
    "platformdirs",
    "pyroaring",
    "rapidfuzz",
    "socket",
    "sqlalchemy",
    "therapist_desktop.commands",
    "therapist_desktop.data.writing",
    "therapist_desktop.domain.syncing",
    "therapist_desktop.publishing",
    "tuf",
}
QT = {"PySide6", "shiboken6"}


def test_the_window_opens_without_the_heavy_libraries() -> None:
    loaded = loaded_by(START_UP)
    assert "PySide6.QtWidgets" in loaded
    assert not LOADED_AFTER_THE_FIRST_PAINT.intersection(loaded)


def test_the_window_hands_out_what_is_noted_without_the_library_that_writes_it() -> None:
    """It is loaded where the deed is done: in another process, for it stalls and fattens the one that loads it."""
    room = "therapist_desktop.data.writing.notebook"
    hands_out = [f"{room}.deeds", f"{room}.copying", "therapist_desktop.data.writing.processes"]
    loaded = loaded_by(["therapist_desktop.services.notebook", *hands_out])
    assert not {"alembic", "sqlalchemy"}.intersection(loaded)
    assert "sqlalchemy" in loaded_by([f"{room}.room"])


def test_a_command_line_loads_no_qt() -> None:
    loaded = loaded_by(["therapist_desktop.cli"])
    assert not QT.intersection(loaded)


def test_services_load_no_qt() -> None:
    modules = modules_of("therapist_desktop.services")
    assert len(modules) >= 5
    assert not QT.intersection(loaded_by(modules))


def test_the_floors_below_load_no_qt() -> None:
    modules = [*modules_of("therapist_desktop.data"), *modules_of("therapist_desktop.domain")]
    assert len(modules) >= 10
    assert not QT.intersection(loaded_by(modules))


def test_the_domain_knows_only_the_standard_library() -> None:
    modules = modules_of("therapist_desktop.domain")
    assert len(modules) >= 5
    installed = {Path(sysconfig.get_path(kind)) for kind in ("purelib", "platlib")}
    foreign = {
        name
        for name, file in loaded_by(modules).items()
        if installed.intersection(Path(file).parents) and name != "typing_extensions"
    }
    assert not foreign
