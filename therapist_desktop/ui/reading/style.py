"""What the reading side adds to the style of the window, in the colours of the theme."""

from __future__ import annotations

from functools import lru_cache
from string import Template
from typing import TYPE_CHECKING

from therapist_desktop.services.shipped import shipped
from therapist_desktop.ui.theme import ARTICLE, BODY, READING, Theme, scaled

if TYPE_CHECKING:
    from therapist_desktop.ui.reading.page_appearance import PageAppearance

LARGE = 0.6
"""How much of a zoom large letters take on: a title at 300 % need not fill the page."""
_HUNDRED = 100


@lru_cache(maxsize=8)
def reading_sheet(theme: Theme, zoom: float) -> str:
    """The style sheet of a pane of the reading side."""
    return Template(_written("reading")).substitute(_values(theme, zoom))


def page_sheet(page: PageAppearance) -> str:
    """The style sheet of a page of the library, which has colours, letters and a size of its own."""
    return _page_sheet(page.theme, page.zoom, (page.families, page.title_families), page.spacing)


def document_sheet(page: PageAppearance) -> str:
    """The style of a text of the library: lines 1.5 apart or more, paragraphs further, never justified."""
    theme, zoom, look = page.theme, page.zoom, page.look
    size = scaled(READING, zoom)
    gap = round(size * look.lines / _HUNDRED / 2)
    less = damped(zoom) / zoom
    lines = f"color: {theme.text}; line-height: {page.line_height}%;"
    rules = {
        "body, p, li, dd, dt, td, th, blockquote": lines,
        "p": f"margin-top: 0; margin-bottom: {gap}px;",
        "li": f"margin-bottom: {round(gap / 2)}px;",
        "ul, ol": f"margin-top: 0; margin-bottom: {gap}px;",
        "dt": "font-weight: 700;",
        "dd": f"margin-left: {size}px; margin-bottom: {round(gap / 2)}px;",
        "h1, h2": _heading(theme, size * max(1.1, 1.375 * less), gap * 2, round(gap * 0.7)),
        "h3": _heading(theme, size * max(1.05, 1.15 * less), round(gap * 1.6), round(gap * 0.5)),
        "h4, h5, h6": _heading(theme, size, round(gap * 1.4), round(gap * 0.4)),
        "a": f"color: {theme.link}; text-decoration: underline;",
        "blockquote": f"margin: {gap}px {size}px {gap}px {size * 1.5:.0f}px;",
        "blockquote, blockquote p": f"color: {theme.muted}; font-style: italic;",
        "th": f"background-color: {theme.sunken}; font-weight: 700;",
        "code, pre, kbd, samp": f"background-color: {theme.sunken};",
        "small, caption, figcaption": f"color: {theme.muted};",
        "mark": f"background-color: {theme.ageing_soft}; color: {theme.text};",
    }
    return " ".join(f"{which} {{ {how} }}" for which, how in rules.items())


def damped(zoom: float) -> float:
    """The zoom that large letters take on."""
    return zoom if zoom <= 1 else 1 + (zoom - 1) * LARGE


@lru_cache(maxsize=8)
def _page_sheet(
    theme: Theme, zoom: float, families: tuple[tuple[str, ...], tuple[str, ...]], spacing: tuple[float, float]
) -> str:
    letters, title = families
    values = _values(theme, zoom) | {
        "letters": _named(letters),
        "between_letters": f"{spacing[0] * BODY * zoom:.1f}px",
        "between_words": f"{spacing[1] * BODY * zoom:.1f}px",
        "title_letters": _named(title),
        "title": f"{scaled(ARTICLE, damped(zoom))}px",
    }
    return Template(f"{_written('reading')}\n{_written('page')}").substitute(values)


def _values(theme: Theme, zoom: float) -> dict[str, str]:
    values = {key: str(value) for key, value in theme._asdict().items()}
    values |= {f"s{size}": f"{scaled(size, zoom)}px" for size in range(1, 41)}
    values |= {"edge": f"{theme.line_width}px", "decoration": "underline" if theme.contrast else "none"}
    values["tag_line"] = theme.control if theme.contrast else theme.line
    for tone in ("fresh", "ageing", "stale"):
        values[f"{tone}_line"] = values[tone if theme.contrast else f"{tone}_soft"]
    return values


def _written(name: str) -> str:
    return shipped("styles", f"{name}.qss").read_text(encoding="utf-8")


def _named(families: tuple[str, ...]) -> str:
    return ", ".join(f'"{name}"' for name in families)


def _heading(theme: Theme, size: float, above: int, below: int) -> str:
    return (
        f"color: {theme.text}; font-size: {size:.0f}px; font-weight: 700; line-height: 125%;"
        f" margin-top: {above}px; margin-bottom: {below}px;"
    )
