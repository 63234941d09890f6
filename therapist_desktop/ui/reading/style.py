"""What the reading side adds to the style of the window, in the colours of the theme."""

from functools import lru_cache
from string import Template

from therapist_desktop.services.shipped import shipped
from therapist_desktop.ui.fonts import families
from therapist_desktop.ui.theme import ARTICLE, BODY, CAPTION, PHONE, READING, Theme, scaled

MEASURE = 66


@lru_cache(maxsize=8)
def reading_sheet(theme: Theme, zoom: float) -> str:
    """The style sheet of a pane of the reading side."""
    values = {key: str(value) for key, value in theme._asdict().items()}
    values |= {f"s{size}": f"{scaled(size, zoom)}px" for size in range(1, 41)}
    values |= {"edge": f"{theme.line_width}px", "decoration": "underline" if theme.contrast else "none"}
    values["tag_line"] = theme.control if theme.contrast else theme.line
    for tone in ("fresh", "ageing", "stale"):
        values[f"{tone}_line"] = values[tone if theme.contrast else f"{tone}_soft"]
    sheet = shipped("styles", "reading.qss").read_text(encoding="utf-8")
    return Template(sheet).substitute(values)


def column_sheet(zoom: float) -> str:
    """The sizes of the reader's column, which has a zoom of its own."""
    return (
        f'QLabel[role="article-title"] {{ font-family: {families(reading=True)};'
        f" font-size: {scaled(ARTICLE, zoom)}px; font-weight: 700; }}"
        f' QLabel[role="by-line"], QPushButton[role="by-line"] {{ font-size: {scaled(14, zoom)}px; }}'
        f' QLabel[role="lead"] {{ font-size: {scaled(READING, zoom)}px; }}'
        f' QLabel[role="fact"], QLabel[role="muted"] {{ font-size: {scaled(BODY + 1, zoom)}px; }}'
        f' QLabel[role="heading"], QLabel[role="caption"] {{ font-size: {scaled(CAPTION, zoom)}px; }}'
        f' QLabel[role="phone"] {{ font-size: {scaled(PHONE, zoom)}px; }}'
    )


def document_sheet(theme: Theme, zoom: float) -> str:
    """The style of a text of the library: lines 1.5 apart, paragraphs further, never justified."""
    size = scaled(READING, zoom)
    gap = round(size * 0.75)
    rules = {
        "body, p, li, dd, dt, td, th, blockquote": f"color: {theme.text}; line-height: 150%;",
        "p": f"margin-top: 0; margin-bottom: {gap}px;",
        "li": f"margin-bottom: {round(gap / 2)}px;",
        "h1, h2": _heading(theme, size * 1.3, gap),
        "h3": _heading(theme, size * 1.12, gap),
        "h4, h5, h6": _heading(theme, size, gap),
        "a": f"color: {theme.link}; text-decoration: underline;",
        "blockquote": f"margin: {gap}px {size}px {gap}px {size * 1.5:.0f}px;",
        "blockquote, blockquote p": f"color: {theme.muted}; font-style: italic;",
        "th": f"background-color: {theme.sunken}; font-weight: 700;",
        "code, pre, kbd, samp": f"background-color: {theme.sunken};",
        "small, caption, figcaption": f"color: {theme.muted};",
        "mark": f"background-color: {theme.ageing_soft}; color: {theme.text};",
    }
    return " ".join(f"{which} {{ {how} }}" for which, how in rules.items())


def _heading(theme: Theme, size: float, gap: int) -> str:
    return (
        f"color: {theme.text}; font-size: {size:.0f}px; font-weight: 700; line-height: 125%;"
        f" margin-top: {gap * 2}px; margin-bottom: {gap}px;"
    )
