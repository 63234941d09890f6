"""Articles of others: a JSON list of HTML fragments, or a folder of Markdown and HTML files."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

import msgspec

from therapist_desktop.domain.errors import NotTheDirectory, WorkBroken
from therapist_desktop.publishing.markdown import read_page, rendered
from therapist_desktop.publishing.texts.found import Rejected, Text, read_bytes, slug
from therapist_desktop.publishing.toml import read_text
from therapist_desktop.services.html import plain_text

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

PREFIX: Final = "article:"
EXPECTED: Final = "a list of articles"
_TITLE: Final = re.compile(r"<(title|h1)\b[^>]*>(.*?)</\1\s*>", re.IGNORECASE | re.DOTALL)
_HEADING: Final = re.compile(r"^# +(.+?)\s*#*$", re.MULTILINE)
_FENCE: Final = "+++"


class _Item(msgspec.Struct):
    """One entry of the JSON list; what else stands there is not ours."""

    title: str
    html: str
    id: str = ""
    summary: str = ""
    url: str = ""
    source: str = ""


def read_articles(file: Path) -> Iterator[Text | Rejected]:
    """Every article of a file, or of all files of a folder. Raises NotTheDirectory."""
    if file.is_dir():
        for one in sorted(file.rglob("*")):
            if one.suffix in {".md", ".html", ".htm"}:
                yield _from_file(one, file)
    elif file.suffix in {".md", ".html", ".htm"}:
        yield _from_file(file, file.parent)
    else:
        yield from _from_list(file)


def _from_list(file: Path) -> Iterator[Text | Rejected]:
    try:
        items = msgspec.json.decode(read_bytes(file, EXPECTED), type=list[msgspec.Raw])
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise NotTheDirectory(file=file, expected=EXPECTED, what=f"{error}") from error
    for number, raw in enumerate(items, 1):
        try:
            item = msgspec.json.decode(raw, type=_Item)
        except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
            yield Rejected(file.name, number, "", str(error))
            continue
        yield Text(
            file=file.name,
            line=number,
            id=f"{PREFIX}{slug(file.stem)}.{slug(item.id or item.title)}",
            title=item.title,
            html=item.html,
            summary=item.summary,
            address=item.url or item.id,
            sources=((item.source or file.stem.replace("_", " "), item.url),),
        )


def _from_file(file: Path, folder: Path) -> Text | Rejected:
    name = file.relative_to(folder.parent).as_posix()
    try:
        title, html, summary = _markdown(file) if file.suffix == ".md" else _html(file)
    except WorkBroken as error:
        return Rejected(name, int(str(error.facts["line"])), "", str(error.facts["what"]))
    id_ = f"{PREFIX}{slug(folder.name)}.{slug(file.relative_to(folder).with_suffix('').as_posix())}"
    return Text(name, 1, id_, title, html, summary, address=file.name, sources=((folder.name, ""),))


def _markdown(file: Path) -> tuple[str, str, str]:
    text, title, summary = read_text(file), "", ""
    if text.split("\n", 1)[0].rstrip() == _FENCE:
        page = read_page(file)
        text = page.text
        title, summary = (str(page.table.get(name, "")) for name in ("title", "summary"))
    heading = _HEADING.search(text)
    if not title and heading:
        title = heading[1]
        text = text[: heading.start()] + text[heading.end() :]
    return title, rendered(text, file), summary


def _html(file: Path) -> tuple[str, str, str]:
    text = read_text(file)
    found = _TITLE.search(text)
    return (" ".join(plain_text(found[2]).split()) if found else ""), text, ""
