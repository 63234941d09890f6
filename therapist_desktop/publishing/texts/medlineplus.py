"""MedlinePlus health topics: the XML of the National Library of Medicine, and two JSON forms that others made of it."""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING, Final

import msgspec

from therapist_desktop.domain.errors import NotTheDirectory
from therapist_desktop.publishing.texts.found import ENGLISH, Rejected, Text, read_bytes, slug
from therapist_desktop.publishing.texts.topics_xml import EXPECTED, TopicElement, read_elements
from therapist_desktop.services.html import plain_text

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

PREFIX: Final = "topic:medlineplus."
QUESTIONS: Final = "topic:medquad."
CREDIT: Final = "MedlinePlus, National Library of Medicine"
_LANGUAGES: Final = {"English": ENGLISH, "Spanish": "es"}
_SPANISH: Final = re.compile(r"\b(?:de|la|el|los|las|que|una|puede|por|con)\b")
_ENGLISH: Final = re.compile(r"\b(?:the|of|and|is|are|you|your|to|can|with)\b")
_BREAK: Final = re.compile(r"\s{3,}")


class _Answer(msgspec.Struct):
    question: str = ""
    answer: str = ""


class _Questions(msgspec.Struct):
    """A line of MedQuAD: what was asked about a topic, and the summary as plain text."""

    id: str
    focus: str
    url: str = ""
    synonyms: tuple[str, ...] = ()
    qa: tuple[_Answer, ...] = ()


def read_topics(file: Path) -> Iterator[Text | Rejected]:
    """Every topic of a file. Raises NotTheDirectory."""
    if file.suffix == ".jsonl":
        yield from _from_questions(file)
    elif file.suffix == ".json":
        yield from _from_summaries(file)
    else:
        for element in read_elements(file):
            yield _from_element(element, file)


def _from_element(topic: TopicElement, file: Path) -> Text | Rejected:
    facts = topic.attributes
    number, language = facts.get("id", ""), _LANGUAGES.get(facts.get("language", "English"))
    if not number.isdecimal():
        return Rejected(file.name, topic.line, "id", "is not a number", number)
    if language is None:
        return Rejected(file.name, topic.line, "language", "is neither English nor Spanish", facts["language"])
    mapped, _ = topic.first("language-mapped-topic")
    institute, institute_name = topic.first("primary-institute")
    title = " ".join(facts.get("title", "").split())
    sources = [(f"{CREDIT}. {title}.", facts.get("url", ""))]
    if institute_name:
        sources.append((institute_name, institute.get("url", "")))
    related = [one.get("id", "") for name, one, _ in topic.elements if name == "related-topic"]
    return Text(
        file=file.name,
        line=topic.line,
        id=f"{PREFIX}{number}",
        title=title,
        html=topic.first("full-summary")[1],
        summary=facts.get("meta-desc", ""),
        address=facts.get("url", ""),
        language=language,
        original=f"{PREFIX}{mapped['id']}" if language != ENGLISH and mapped.get("id") else "",
        also_called=(*topic.texts("also-called"), *topic.texts("see-reference")),
        groups=tuple(topic.texts("group")),
        related=tuple(f"{PREFIX}{one}" for one in related),
        sources=tuple(sources),
    )


def _from_summaries(file: Path) -> Iterator[Text | Rejected]:
    """Titles with their summaries; the language is not said there."""
    try:
        summaries = msgspec.json.decode(read_bytes(file, EXPECTED), type=dict[str, str])
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise NotTheDirectory(file=file, expected=EXPECTED, what=f"{error}") from error
    for number, (title, text) in enumerate(summaries.items(), 1):
        id_ = f"{PREFIX}{slug(title)}"
        language = ENGLISH if _is_english(text) else "es"
        yield Text(file.name, number, id_, title, text, language=language, sources=((f"{CREDIT}. {title}.", ""),))


def _from_questions(file: Path) -> Iterator[Text | Rejected]:
    for number, line in enumerate(read_bytes(file, EXPECTED).split(b"\n"), 1):
        if not line.strip():
            continue
        try:
            one = msgspec.json.decode(line, type=_Questions)
        except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
            yield Rejected(file.name, number, "", str(error))
            continue
        yield Text(
            file=file.name,
            line=number,
            id=f"{QUESTIONS}{slug(one.id)}",
            title=one.focus,
            html="".join(map(_as_html, one.qa)),
            address=one.url,
            also_called=one.synonyms,
            sources=((f"{CREDIT}. {one.focus}.", one.url), ("MedQuAD, CC BY 4.0.", "")),
        )


def _as_html(one: _Answer) -> str:
    """An answer is plain text in which several spaces stand where a paragraph ended."""
    text = one.answer.removeprefix("Summary : ")
    return "".join(f"<p>{html.escape(part.strip())}</p>" for part in _BREAK.split(text) if part.strip(" -"))


def _is_english(text: str) -> bool:
    words = plain_text(text).lower()
    return len(_ENGLISH.findall(words)) >= len(_SPANISH.findall(words))
