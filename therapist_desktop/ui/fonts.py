"""The typefaces: Inter for the interface, others for reading, the system's own where they are missing."""

from __future__ import annotations

from functools import cache, lru_cache

from PySide6.QtGui import QFont, QFontDatabase

from therapist_desktop.services.shipped import shipped

INTERFACE = "Inter"
READING = "Source Serif 4"
LEGIBLE = "Atkinson Hyperlegible"
DYSLEXIC = "OpenDyslexic"
_FALLBACK = ("Segoe UI", "Helvetica Neue", "Noto Sans", "DejaVu Sans")
_READING_FALLBACK = ("Georgia", "Noto Serif", "DejaVu Serif")


@cache
def load(family: str) -> None:
    """Make a typeface of the program known to Qt, with all its weights, once. What is missing is done without."""
    for file in sorted(shipped("fonts").glob(f"{family.replace(' ', '')}-*.[ot]tf")):
        QFontDatabase.addApplicationFont(str(file))


@lru_cache(maxsize=64)
def interface_font(pixels: int, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    """The typeface of controls, lists and labels. It is shared: change a copy."""
    return _font((INTERFACE, *_FALLBACK), pixels, weight)


def reading_families(first: str) -> tuple[str, ...]:
    """This typeface for reading, and what stands in for it."""
    return (first, *(_READING_FALLBACK if first == READING else _FALLBACK))


def tabular(font: QFont) -> QFont:
    """The same font with figures of equal width, for columns of numbers."""
    figures = QFont(font)
    figures.setFeature(QFont.Tag("tnum"), 1)
    return figures


def families(reading: bool = False) -> str:  # noqa: FBT001, FBT002 - two families, named at every call
    """The list of families as a style sheet names them."""
    names = (READING, *_READING_FALLBACK) if reading else (INTERFACE, *_FALLBACK)
    return ", ".join(f'"{name}"' for name in names)


def _font(names: tuple[str, ...], pixels: int, weight: QFont.Weight) -> QFont:
    font = QFont()
    font.setFamilies(list(names))
    font.setPixelSize(pixels)
    font.setWeight(weight)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font
