"""The colours and sizes of a page, which may be others than those of the window around it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QFont, QFontMetricsF

from therapist_desktop.domain.overriding import override
from therapist_desktop.domain.reading_look import PageColours, ReadingLook, Typeface
from therapist_desktop.ui import fonts
from therapist_desktop.ui.theme import (
    CONTRAST_DARK,
    CONTRAST_LIGHT,
    DARK,
    LIGHT,
    READING,
    SEPIA,
    Appearance,
    Theme,
    scaled,
)

if TYPE_CHECKING:
    from PySide6.QtCore import QObject

_THEMES = {PageColours.LIGHT: LIGHT, PageColours.SEPIA: SEPIA, PageColours.DARK: DARK}
FAMILIES = {
    Typeface.SANS: fonts.INTERFACE,
    Typeface.SERIF: fonts.READING,
    Typeface.LEGIBLE: fonts.LEGIBLE,
    Typeface.DYSLEXIC: fonts.DYSLEXIC,
}
_HUNDRED = 100
_CLOSER = {Typeface.DYSLEXIC: (-0.05, -0.3)}
"""OpenDyslexic sets its letters and words so far apart that few fit in a line."""


class PageAppearance(Appearance):
    """Follows the window, except in what the person wants otherwise for pages."""

    _window: Appearance | None = None
    _look = ReadingLook()

    def __init__(self, window: Appearance, parent: QObject | None = None) -> None:
        super().__init__(window.scheme, window.zoom, parent, still=window.is_still)
        self._window = window
        self._theme = self._wanted()
        window.changed.connect(self._follow)

    @property
    def look(self) -> ReadingLook:
        """What the person wants of pages."""
        return self._look

    @property
    @override
    def zoom(self) -> float:
        around = self._window.zoom if self._window else super().zoom
        return around * self._look.zoom / _HUNDRED

    @property
    @override
    def motion_ms(self) -> int:
        return self._window.motion_ms if self._window else super().motion_ms

    @override
    def px(self, pixels: float) -> int:
        return scaled(pixels, self.zoom)

    def use(self, look: ReadingLook) -> None:
        """Look like this from now on, and say so."""
        self._look = look
        self._follow()

    @property
    def families(self) -> tuple[str, ...]:
        """What the text is set in, and what stands in for it."""
        return fonts.reading_families(FAMILIES[self._look.typeface])

    @property
    def title_families(self) -> tuple[str, ...]:
        """What titles are set in: a serif, unless the text is in letters for those who need them."""
        plain = self._look.typeface in {Typeface.SANS, Typeface.SERIF}
        return fonts.reading_families(fonts.READING) if plain else self.families

    @property
    def font(self) -> QFont:
        """The typeface of the text at its size, with the space between letters that is wanted."""
        family = FAMILIES[self._look.typeface]
        fonts.load(family)
        font = QFont()
        font.setFamilies(list(self.families))
        font.setPixelSize(scaled(READING, self.zoom))
        font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
        letters, words = self.spacing
        if letters:
            font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, font.pixelSize() * letters)
        font.setWordSpacing(font.pixelSize() * words)
        return font

    @property
    def spacing(self) -> tuple[float, float]:
        """What stands between two letters and two words more than the typeface says, in sizes of the letters."""
        letters, words = _CLOSER.get(self._look.typeface, (0.0, 0.0))
        return letters + self._look.letters / _HUNDRED, words

    @property
    def line_height(self) -> int:
        """How far lines stand apart, in percent of what the typeface takes by itself: as far in each of them."""
        fonts.load(fonts.INTERFACE)
        usual, own = QFontMetricsF(fonts.interface_font(_HUNDRED)), QFont(self.font)
        own.setPixelSize(_HUNDRED)
        return round(self._look.lines * usual.height() / QFontMetricsF(own).height())

    @override
    def _wanted(self) -> Theme:
        around = self._window.theme if self._window else super()._wanted()
        if self._look.colours is PageColours.CONTRAST:
            return CONTRAST_DARK if around.dark else CONTRAST_LIGHT
        return _THEMES.get(self._look.colours, around)

    def _follow(self, *_theme: object) -> None:
        self._theme = self._wanted()
        self.changed.emit(self._theme)
