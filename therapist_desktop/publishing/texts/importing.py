"""Bring texts of others into a work folder as pieces of the library."""

from __future__ import annotations

import html
import re
from collections import Counter
from dataclasses import asdict, dataclass, field, replace
from typing import TYPE_CHECKING, Final

import msgspec

from therapist_desktop.data.datafile.canonical import encode
from therapist_desktop.data.datafile.checking import Quarantined, decode
from therapist_desktop.data.datafile.library import Article, Citation, Medicine, Topic, Translation
from therapist_desktop.data.datafile.reading import NumberedLine
from therapist_desktop.domain.grade import grade
from therapist_desktop.publishing import work
from therapist_desktop.publishing.files import write_lines
from therapist_desktop.publishing.reports import Report
from therapist_desktop.publishing.texts.articles import PREFIX, read_articles
from therapist_desktop.publishing.texts.found import ENGLISH, Rejected, Text
from therapist_desktop.publishing.texts.medlineplus import read_topics
from therapist_desktop.services.html import cleaned, link_scheme, plain_text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from pathlib import Path

Page = Article | Topic
READERS: Final[Mapping[str, Callable[[Path], Iterator[Text | Rejected]]]] = {
    "articles": read_articles,
    "medlineplus": read_topics,
}
TITLE: Final = "Directory and library"
LICENSE: Final[Mapping[str, str]] = {
    "articles": "",
    "medlineplus": "Health topics: courtesy of MedlinePlus from the National Library of Medicine. Library: MIT.",
}
_ADDRESS: Final = re.compile(r"""(<a\b[^>]*?\bhref\s*=\s*)(?:"([^"]*)"|'([^']*)')""", re.IGNORECASE)
_LINK: Final = re.compile(r"<a\b[^>]*\bhref\b", re.IGNORECASE)
_AS_IT_STANDS: Final = re.compile(r"<pre\b", re.IGNORECASE)
_KEPT: Final = re.compile(r"<a href=")
_OF_DRUGS: Final = re.compile(r"\b(?:drug therapy|medicines?|medications?|drugs)\b", re.IGNORECASE)
_SENTENCE: Final = re.compile(r"(?<=[.!?])\s")
_MOST_SUMMARY: Final = 300
_LOST: Final = "links that lead nowhere from here were taken away; their words stay"


@dataclass(slots=True)
class _Run:
    """What has been read, and what has become of it so far."""

    texts: dict[str, Text] = field(default_factory=dict)
    rejected: list[Rejected] = field(default_factory=list)
    warned: Counter[tuple[str, str]] = field(default_factory=Counter)
    read: int = 0
    merged: int = 0

    def take(self, one: Text | Rejected) -> None:
        """Keep a text; a later one of the same id stands for an earlier one."""
        self.read += 1
        if isinstance(one, Rejected):
            self.rejected.append(one)
            return
        self.merged += one.id in self.texts
        self.texts[one.id] = one


def import_texts(
    format_: str, files: Sequence[Path], folder: Path, tell: Callable[[str], None] = lambda _line: None
) -> Report:
    """Read the files and put their texts in the place of those of the same files or the same owner.

    Everything is read before anything is written. Raises NotTheDirectory, WorkBroken, OSError.
    """
    run = _Run()
    for file in files:
        tell(f"reading {file.name}")
        for one in READERS[format_](file):
            run.take(one)
    prefixes = tuple({id_.partition(".")[0] + "." for id_ in run.texts})
    pieces = _pieces(run)
    kind = "article" if format_ == "articles" else "topic"
    if prefixes:
        work.merge(folder, kind, pieces.values(), lambda record: record.id.startswith(prefixes))
    work.begin(folder, TITLE, LICENSE[format_])
    rejects = folder / "rejects" / f"{format_}.jsonl"
    if run.rejected:
        write_lines(rejects, (encode(asdict(one)) for one in run.rejected))
    else:
        rejects.unlink(missing_ok=True)
    return Report(
        read=run.read,
        listings=len(pieces),
        merged=run.merged,
        rejected=len(run.rejected),
        skipped=0,
        reject_file=str(rejects) if run.rejected else None,
        warnings=tuple({"rule": rule, "value": value, "count": n} for (rule, value), n in sorted(run.warned.items())),
    )


def _pieces(run: _Run) -> dict[str, Page]:
    """Pages first, then the translations into them."""
    leads = {one.address: one.id for one in run.texts.values() if one.address and one.language == ENGLISH}
    pages: dict[str, Page] = {}
    for one in sorted(run.texts.values(), key=lambda one: one.language != ENGLISH):
        body = _body(one, leads, run)
        if body is None:
            continue
        if one.language != ENGLISH:
            _translate(one, body, pages, run)
            continue
        page = decode(NumberedLine(one.line, encode(_facts(one, body, run.texts))))
        if isinstance(page, Quarantined):
            run.rejected.append(Rejected(one.file, one.line, page.field, page.rule, page.value))
        elif isinstance(page, Page):
            pages[one.id] = page
    ids = pages.keys()
    kept = {id_: tuple(other for other in page.related if other in ids) for id_, page in pages.items()}
    return {id_: msgspec.structs.replace(page, related=kept[id_]) for id_, page in pages.items()}


def _body(one: Text, leads: Mapping[str, str], run: _Run) -> str | None:
    """The text as it is published; None where it is rejected."""
    if not one.title.strip():
        run.rejected.append(Rejected(one.file, one.line, "title", "is missing"))
        return None
    before = _ADDRESS.sub(lambda found: f'{found[1]}"{_led(found[2] or found[3] or "", one, leads)}"', one.html)
    body = cleaned(before if _AS_IT_STANDS.search(before) else " ".join(before.split()))
    if body is None:
        run.rejected.append(Rejected(one.file, one.line, "text", "is too large or too tangled to be shown safely"))
        return None
    body = body.strip()
    if not plain_text(body):
        run.rejected.append(Rejected(one.file, one.line, "text", "is missing"))
        return None
    lost = len(_LINK.findall(one.html)) - len(_KEPT.findall(body))
    if lost > 0:
        run.warned[_LOST, one.id] += lost
    return body


def _led(address: str, one: Text, leads: Mapping[str, str]) -> str:
    """Where a link leads from here: to the piece that another text has become, or where it led."""
    plain = html.unescape(address).partition("#")[0].strip()
    known = leads.get(plain) or leads.get(plain.rsplit("/", 1)[-1] if "://" not in plain else "")
    if known and known != one.id:
        return known
    secure = plain.replace("http://", "https://", 1)
    return html.escape(secure if plain.startswith("http://") and link_scheme(secure) else html.unescape(address))


def _facts(one: Text, body: str, texts: Mapping[str, Text]) -> dict[str, object]:
    """The page as a line of a data file, which the schema has yet to judge."""
    words = plain_text(body)
    facts: dict[str, object] = {
        "kind": "article",
        "id": one.id,
        "title": one.title.strip(),
        "summary": _summary(one, words),
        "also_called": tuple(dict.fromkeys(name for name in one.also_called if name != one.title)),
        "related": tuple(other for other in dict.fromkeys(one.related) if other in texts and other != one.id),
        "references": tuple(
            Citation(text=text, url=url if link_scheme(url) == "https" else None) for text, url in one.sources if text
        ),
        "body": body,
        "breadcrumb": one.groups[:1],
        "grade": grade(words),
    }
    if one.id.startswith(PREFIX):
        return facts
    if any(_OF_DRUGS.search(group) for group in one.groups):
        return {**facts, "kind": "topic", "section": "medication", "medicine": Medicine(drug_class=one.title)}
    return {**facts, "kind": "topic", "section": "disorder"}


def _summary(one: Text, words: str) -> str:
    text = " ".join((one.summary or _SENTENCE.split(words.partition("\n")[0])[0]).split())
    return text if len(text) <= _MOST_SUMMARY else text[: _MOST_SUMMARY - 1].rsplit(" ", 1)[0] + "\u2026"


def _translate(one: Text, body: str, pages: dict[str, Page], run: _Run) -> None:
    page = pages.get(one.original)
    if page is None:
        run.rejected.append(Rejected(one.file, one.line, "language", "its English page is not among them", one.title))
        return
    summary = _summary(replace(one, summary=""), plain_text(body))
    translation = Translation(language=one.language, title=one.title.strip(), body=body, summary=summary)
    with_it = encode(msgspec.structs.replace(page, translations=(*page.translations, translation)))
    if isinstance(made := decode(NumberedLine(one.line, with_it)), Page):
        pages[one.original] = made
        run.merged += 1
    elif isinstance(made, Quarantined):
        run.rejected.append(Rejected(one.file, one.line, made.field, made.rule, made.value))
