"""The one cleaning of HTML. The publisher runs it before a text is published, the reader before it is shown.

What comes out loads nothing, runs nothing and lays out quickly. What is too large or too tangled is refused: there is
nothing to show then but a sentence (`cleaned`), or at most its plain words (`clean`).
"""

import html as entities
import re
import textwrap
from collections.abc import Iterator
from functools import cache
from itertools import islice
from typing import TYPE_CHECKING

from therapist_desktop.domain.nesting import is_deeper
from therapist_desktop.domain.text import steers, without_steering

if TYPE_CHECKING:
    import nh3

ID_SCHEMES = (
    "article",
    "topic",
    "term",
    "hotline",
    "support_group",
    "book",
    "website",
    "news",
    "faq",
    "listing",
    "section",
)
MAX_BYTES = 400_000
MAX_TAGS = 20_000
MAX_DEPTH = 40
MAX_RAW_DEPTH = 1_000
MAX_WORD = 2_000

# fmt: off
_TAGS = {
    "a", "abbr", "b", "blockquote", "br", "caption", "cite", "code", "dd", "del", "dfn", "div",
    "dl", "dt", "em", "figcaption", "figure", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "i", "ins",
    "kbd", "li", "mark", "ol", "p", "pre", "q", "s", "samp", "small", "span", "strong", "sub",
    "sup", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "u", "ul", "var",
}
_DROPPED_WITH_CONTENT = {
    "applet", "audio", "canvas", "embed", "frameset", "iframe", "math", "noembed", "noframes",
    "noscript", "object", "script", "select", "style", "svg", "template", "textarea", "title",
    "video", "xmp",
}
# fmt: on
_RAW_TEXT = {"script", "style", "template", "textarea", "title", "xmp", "iframe", "noscript"}
_VOID = {"br", "hr"}
_BREAKS = re.compile(r"/?(?:address|blockquote|d[dlt]|div|fig|h[1-6r]|li|ol|p|pre|section|table|tr|ul|br)\b")

_LINKS = {
    "https": re.compile(r"(?i:https)://[^\s/?#@\\<>\"']+(?:[/?#][^\s\\<>\"']*)?"),
    "mailto": re.compile(r"(?i:mailto):[A-Za-z0-9._+-]{1,64}@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+"),
    "tel": re.compile(r"(?i:tel):\+?[0-9][0-9().-]{1,24}(?:;ext=[0-9]{1,8})?"),
}
_ID_LINK = re.compile(rf"(?:{'|'.join(ID_SCHEMES)}):[A-Za-z0-9][A-Za-z0-9._:-]{{0,139}}")
_SPAN = re.compile(r"[1-9]|1[0-9]|20")
_START = re.compile(r"[0-9]{1,4}")

_MARKUP = re.compile(r"<(/?)([a-z0-9]+)[^<>]*>")
_AFTER_PRE = re.compile(r"<pre>\n+")  # a parser takes the first line break away, each time it parses
_LONG_WORD = re.compile(rf"\S{{{MAX_WORD + 1}}}")


def cleaned(html: str) -> str | None:
    """Safe HTML with the same words; None where it is too large or too tangled. To clean it again changes nothing."""
    if _too_much(html):
        return None
    # The parser turns &#x202e; into the character itself, so the output is looked through once more.
    safe = _AFTER_PRE.sub("<pre>", without_steering(_cleaner().clean(without_steering(html))))
    return None if _too_tangled(safe) else safe


def clean(html: str) -> str:
    """The same, with plain paragraphs instead of what is refused."""
    safe = cleaned(html)
    return _paragraphs(plain_text(html)) if safe is None else safe


def link_scheme(address: str) -> str:
    """The kind of a link: "https", "mailto", "tel", "id" for one inside the program, "" for a refused one."""
    if steers(address):
        return ""
    if _ID_LINK.fullmatch(address):
        return "id"
    return next((scheme for scheme, form in _LINKS.items() if form.fullmatch(address)), "")


def plain_text(html: str) -> str:
    """The words of a text without its markup, a line for each paragraph."""
    lines = "".join(_words(without_steering(html[:MAX_BYTES]))).splitlines()
    tidy = (" ".join(entities.unescape(line).split()) for line in lines)
    return "\n".join(line for line in tidy if line)


@cache
def _cleaner() -> "nh3.Cleaner":
    import nh3

    return nh3.Cleaner(
        tags=_TAGS,
        clean_content_tags=_DROPPED_WITH_CONTENT,
        attributes={
            "*": set(),
            "a": {"href"},
            "ol": {"start"},
            "td": {"colspan", "rowspan"},
            "th": {"colspan", "rowspan"},
        },
        attribute_filter=_allowed,
        strip_comments=True,
        link_rel=None,
        url_schemes={"https", "mailto", "tel", *ID_SCHEMES},
        # A scheme with an underscore (support_group:) is a relative address to an URL parser.
        url_relative=lambda url: url if _ID_LINK.fullmatch(url) else None,
    )


def _allowed(_tag: str, attribute: str, value: str) -> str | None:
    match attribute:
        case "href":
            return value if link_scheme(value) else None
        case "start":
            return value if _START.fullmatch(value) else None
        case _:
            return value if _SPAN.fullmatch(value) else None


def _too_much(html: str) -> bool:
    """Looked at before anything is parsed, for to parse what is nested very deep takes the square of its depth."""
    if len(html) > MAX_BYTES or html.count("<") > 2 * MAX_TAGS:
        return True
    return len(html.encode(errors="replace")) > MAX_BYTES or is_deeper(html, MAX_RAW_DEPTH)


def _too_tangled(cleaned: str) -> bool:
    tags = depth = tables = 0
    for closing, name in _MARKUP.findall(cleaned):
        tags += 1
        if tags > MAX_TAGS:
            return True
        if name in _VOID:
            continue
        step = -1 if closing else 1
        depth += step
        tables += step if name == "table" else 0
        if tables > 1 or depth > MAX_DEPTH:
            return True
    return len(cleaned.encode()) > MAX_BYTES or _LONG_WORD.search(_MARKUP.sub(" ", cleaned)) is not None


def _words(html: str) -> Iterator[str]:
    head, *parts = html.split("<")
    yield head
    waiting_for = ""
    for part in parts:
        name = re.match(r"/?[A-Za-z][A-Za-z0-9]*|!", part)
        tag, closed, text = part.partition(">")
        if waiting_for:
            if name and name[0].lower() == f"/{waiting_for}":
                waiting_for = ""
                yield text
            continue
        if name is None:
            yield f"&lt;{part}"
            continue
        if name[0].lower() in _RAW_TEXT and closed and not tag.endswith("/"):
            waiting_for = name[0].lower()
            continue
        yield ("\n" if _BREAKS.match(name[0].lower()) else "") + text


def _paragraphs(text: str) -> str:
    pieces = (piece for line in text.splitlines() for piece in textwrap.wrap(line, MAX_WORD))
    kept: list[str] = []
    room = MAX_BYTES
    for piece in islice(pieces, MAX_TAGS // 2):
        paragraph = f"<p>{entities.escape(piece, quote=False)}</p>"
        room -= len(paragraph.encode()) + 1
        if room < 0:
            break
        kept.append(paragraph)
    return "\n".join(kept)
