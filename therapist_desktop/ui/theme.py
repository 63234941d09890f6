"""How the window looks: the one place that names colours, sizes and spacing."""

from __future__ import annotations

from functools import lru_cache
from string import Template
from typing import NamedTuple

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QColor, QGuiApplication, QPalette

from therapist_desktop.services.shipped import shipped
from therapist_desktop.ui.fonts import families

SPACE_4, SPACE_8, SPACE_12, SPACE_16, SPACE_24, SPACE_32 = (4, 8, 12, 16, 24, 32)
CAPTION, BODY, ROW_TITLE, READING, TITLE, PHONE, ARTICLE = (12, 13, 14, 16, 20, 22, 30)
CORNER = 10
SHEETS = ("window", "call", "map", "facets", "detail", "results", "places", "keeping", "library", "aloud")
"""The style sheets under `resources/styles`, in the order in which they are put together."""
ROW, ROW_COMPACT = 52, 34
MOTION_MS = 120
MIN_ZOOM, MAX_ZOOM = 0.7, 2.0
SCHEMES = ("system", "light", "dark", "contrast")


class Theme(NamedTuple):
    """The colours of the window. `control` bounds what can be operated; `line` only separates."""

    name: str
    dark: bool
    window: str
    surface: str
    sunken: str
    line: str
    control: str
    text: str
    muted: str
    faint: str
    accent: str
    accent_soft: str
    on_accent: str
    link: str
    selected: str
    fresh: str
    fresh_soft: str
    ageing: str
    ageing_soft: str
    stale: str
    stale_soft: str

    @property
    def contrast(self) -> bool:
        """One of the two high contrast themes: no soft fills, lines instead."""
        return self.name.startswith("contrast")

    @property
    def line_width(self) -> int:
        """How strong lines are."""
        return 2 if self.contrast else 1


LIGHT = Theme(
    name="light",
    dark=False,
    window="#F6F7F9",
    surface="#FFFFFF",
    sunken="#EEF1F4",
    line="#DCE1E7",
    control="#76838F",
    text="#17212B",
    muted="#52606D",
    faint="#616E7B",
    accent="#0B6E6E",
    accent_soft="#DDF1EF",
    on_accent="#FFFFFF",
    link="#0B5CAD",
    selected="#E3F1F0",
    fresh="#1B7A43",
    fresh_soft="#E2F4E9",
    ageing="#8A5A00",
    ageing_soft="#FFF1D6",
    stale="#B3261E",
    stale_soft="#FDE7E5",
)

DARK = Theme(
    name="dark",
    dark=True,
    window="#12171C",
    surface="#1A2128",
    sunken="#151B21",
    line="#2C3640",
    control="#73828F",
    text="#E8EDF2",
    muted="#A7B3BF",
    faint="#8A97A4",
    accent="#4FC3B8",
    accent_soft="#17393A",
    on_accent="#06201F",
    link="#7DB8F5",
    selected="#1E3336",
    fresh="#6FD195",
    fresh_soft="#16321F",
    ageing="#F0B94B",
    ageing_soft="#35280C",
    stale="#FF8A80",
    stale_soft="#3B1B19",
)

CONTRAST_LIGHT = Theme(
    name="contrast-light",
    dark=False,
    window="#FFFFFF",
    surface="#FFFFFF",
    sunken="#FFFFFF",
    line="#000000",
    control="#000000",
    text="#000000",
    muted="#000000",
    faint="#202020",
    accent="#00308F",
    accent_soft="#FFFFFF",
    on_accent="#FFFFFF",
    link="#0000B0",
    selected="#FFFFFF",
    fresh="#004D1A",
    fresh_soft="#FFFFFF",
    ageing="#5C3A00",
    ageing_soft="#FFFFFF",
    stale="#8B0000",
    stale_soft="#FFFFFF",
)

CONTRAST_DARK = Theme(
    name="contrast-dark",
    dark=True,
    window="#000000",
    surface="#000000",
    sunken="#000000",
    line="#FFFFFF",
    control="#FFFFFF",
    text="#FFFFFF",
    muted="#FFFFFF",
    faint="#E6E6E6",
    accent="#FFE45C",
    accent_soft="#000000",
    on_accent="#000000",
    link="#9CD3FF",
    selected="#000000",
    fresh="#8CFFB0",
    fresh_soft="#000000",
    ageing="#FFD24A",
    ageing_soft="#000000",
    stale="#FFA39C",
    stale_soft="#000000",
)

SEPIA = Theme(
    name="sepia",
    dark=False,
    window="#F3EAD6",
    surface="#FAF4E6",
    sunken="#F0E6CF",
    line="#DCCDAE",
    control="#85744F",
    text="#352A1C",
    muted="#5C4C36",
    faint="#66553D",
    accent="#0A5F5F",
    accent_soft="#DCE8DA",
    on_accent="#FFFFFF",
    link="#0A4F96",
    selected="#E9E3CC",
    fresh="#1A6B3A",
    fresh_soft="#DDEBD3",
    ageing="#7C4E00",
    ageing_soft="#F7E3B5",
    stale="#A32019",
    stale_soft="#F6DAD0",
)
"""For pages to read: like paper."""

HIGHLIGHTS = {
    "yellow": ("#FFF0A8", "#7A5B00"),
    "green": ("#CFF0D6", "#1B6B3A"),
    "blue": ("#D3E6FB", "#0B5CAD"),
    "pink": ("#FBD9EA", "#A3195B"),
}
"""Behind highlighted words and below them."""
HIGHLIGHTS_ON_DARK = {
    "yellow": ("#4A3F10", "#F2CF57"),
    "green": ("#173D26", "#7BD89D"),
    "blue": ("#16365A", "#8CC2FA"),
    "pink": ("#4B1C36", "#F79BC8"),
}

THEMES = (LIGHT, DARK, SEPIA, CONTRAST_LIGHT, CONTRAST_DARK)


def scaled(pixels: float, zoom: float) -> int:
    """A length at this zoom, never nothing."""
    return max(1, round(pixels * zoom))


@lru_cache(maxsize=8)
def stylesheet(theme: Theme, zoom: float = 1.0) -> str:
    """The style sheet of the whole program in these colours at this size of text."""
    values = {key: str(value) for key, value in theme._asdict().items()}
    values |= {f"s{size}": f"{scaled(size, zoom)}px" for size in range(1, 41)}
    values |= {"edge": f"{theme.line_width}px", "decoration": "underline" if theme.contrast else "none"}
    for soft in ("accent", "fresh", "ageing", "stale"):  # without soft fills, a line shows where a thing ends
        values[f"{soft}_edge"] = values[soft] if theme.contrast else values[f"{soft}_soft"]
    ground = "dark" if theme.dark else "light"
    values |= {name: shipped("icons", f"menu-{name}-{ground}.svg").as_posix() for name in ("check", "right")}
    values["off"] = "dashed" if theme.contrast else "solid"  # where there is no fill that could be pale
    values |= {"interface": families(), "reading": families(reading=True)}
    sheet = "\n".join(shipped("styles", f"{name}.qss").read_text(encoding="utf-8") for name in SHEETS)
    return Template(sheet).substitute(values)


def palette(theme: Theme) -> QPalette:
    """The palette for what Qt draws itself."""
    made = QPalette()
    roles = {
        QPalette.ColorRole.Window: theme.window,
        QPalette.ColorRole.WindowText: theme.text,
        QPalette.ColorRole.Base: theme.surface,
        QPalette.ColorRole.AlternateBase: theme.sunken,
        QPalette.ColorRole.Text: theme.text,
        QPalette.ColorRole.Button: theme.surface,
        QPalette.ColorRole.ButtonText: theme.text,
        QPalette.ColorRole.BrightText: theme.on_accent,
        QPalette.ColorRole.Highlight: theme.accent,
        QPalette.ColorRole.HighlightedText: theme.on_accent,
        QPalette.ColorRole.Link: theme.link,
        QPalette.ColorRole.LinkVisited: theme.link,
        QPalette.ColorRole.ToolTipBase: theme.surface,
        QPalette.ColorRole.ToolTipText: theme.text,
        QPalette.ColorRole.PlaceholderText: theme.faint,
        QPalette.ColorRole.Accent: theme.accent,
        QPalette.ColorRole.Mid: theme.line,
        QPalette.ColorRole.Light: theme.surface,
        QPalette.ColorRole.Dark: theme.control,
    }
    for role, colour in roles.items():
        made.setColor(role, QColor(colour))
    for role in (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, role, QColor(theme.faint))
    return made


class Appearance(QObject):
    """The theme and the size of text in use. Follows the system unless the person has pinned one."""

    changed = Signal(object)  # Theme

    def __init__(
        self, scheme: str = "system", zoom: float = 1.0, parent: QObject | None = None, *, still: bool = False
    ) -> None:
        super().__init__(parent)
        self._still = still
        self._scheme = scheme if scheme in SCHEMES else "system"
        self._zoom = _within(zoom)
        hints = QGuiApplication.styleHints()
        hints.colorSchemeChanged.connect(self._look_again)
        hints.accessibility().contrastPreferenceChanged.connect(self._look_again)
        self._theme = self._wanted()

    @property
    def theme(self) -> Theme:
        """The colours in use."""
        return self._theme

    @property
    def scheme(self) -> str:
        """What the person has chosen: "system", "light", "dark" or "contrast"."""
        return self._scheme

    @property
    def zoom(self) -> float:
        """How large text is, 1.0 being the usual."""
        return self._zoom

    @property
    def motion_ms(self) -> int:
        """How long a movement lasts: nothing where the person wants none."""
        return 0 if self._still else MOTION_MS

    @property
    def is_still(self) -> bool:
        """Nothing slides or fades."""
        return self._still

    def set_still(self, still: bool) -> None:  # noqa: FBT001 - a slot
        """Show everything at once from now on, or let it move again."""
        self._still = still

    def px(self, pixels: float) -> int:
        """A length at the zoom in use."""
        return scaled(pixels, self._zoom)

    def pin(self, scheme: str) -> None:
        """Use this scheme from now on, or follow the system again."""
        self._scheme = scheme if scheme in SCHEMES else "system"
        self._look_again()

    def set_zoom(self, zoom: float) -> None:
        """Make all text of the window larger or smaller."""
        if _within(zoom) != self._zoom:
            self._zoom = _within(zoom)
            self.changed.emit(self._theme)

    @Slot()
    def _look_again(self) -> None:
        wanted = self._wanted()
        if wanted != self._theme:
            self._theme = wanted
            self.changed.emit(wanted)

    def _wanted(self) -> Theme:
        hints = QGuiApplication.styleHints()
        dark = hints.colorScheme() is Qt.ColorScheme.Dark
        follows = self._scheme == "system"
        strong = hints.accessibility().contrastPreference() is Qt.ContrastPreference.HighContrast
        if self._scheme == "contrast" or (follows and strong):
            return CONTRAST_DARK if dark else CONTRAST_LIGHT
        return DARK if self._scheme == "dark" or (follows and dark) else LIGHT


def _within(zoom: float) -> float:
    return round(min(MAX_ZOOM, max(MIN_ZOOM, zoom)), 2)
