"""Health topics of MedlinePlus, as their XML is streamed: nothing that is declared in the file is ever expanded."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final
from xml.parsers import expat

from therapist_desktop.domain.errors import NotTheDirectory

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

EXPECTED: Final = "a file of MedlinePlus health topics"
MOST_LETTERS: Final = 2_000_000
"""In one topic."""
_ROOT: Final = "health-topics"
_TOPIC: Final = "health-topic"
_KEPT: Final = frozenset(
    {
        "also-called",
        "full-summary",
        "group",
        "language-mapped-topic",
        "primary-institute",
        "related-topic",
        "see-reference",
    }
)
_CHUNK: Final = 1 << 16
_DEEPEST: Final = 20

Element = tuple[str, dict[str, str], str]


class TopicElement:
    """A <health-topic>: its attributes, the elements in it that we read, and the line it begins on."""

    def __init__(self, line: int, attributes: dict[str, str]) -> None:
        self.line = line
        self.attributes = attributes
        self.elements: list[Element] = []

    def texts(self, name: str) -> list[str]:
        """The text of every element of this name, spaces put right."""
        return [text for one, _, text in self.elements if one == name and text]

    def first(self, name: str) -> tuple[dict[str, str], str]:
        """The first element of this name: attributes and text."""
        return next(((facts, text) for one, facts, text in self.elements if one == name), ({}, ""))


class _Refused(Exception):
    pass


class _Reading:
    def __init__(self) -> None:
        self.found: list[TopicElement] = []
        self._path: list[str] = []
        self._topic: TopicElement | None = None
        self._letters: list[str] = []
        self._size = 0
        self._facts: dict[str, str] = {}
        self.parser = expat.ParserCreate()
        self.parser.buffer_text = True
        self.parser.StartElementHandler = self._begin
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._take
        self.parser.EntityDeclHandler = self._refuse_entity
        self.parser.ExternalEntityRefHandler = self._refuse_entity

    def _begin(self, name: str, facts: dict[str, str]) -> None:
        if not self._path and name != _ROOT:
            raise _Refused(f"it begins with <{name}>")
        self._path.append(name)
        if len(self._path) > _DEEPEST:
            raise _Refused(f"its tags are nested more than {_DEEPEST} deep")
        if name == _TOPIC:
            self._topic, self._size = TopicElement(self.parser.CurrentLineNumber, facts), 0
        self._letters, self._facts = [], facts

    def _take(self, letters: str) -> None:
        self._size += len(letters)
        if self._size > MOST_LETTERS:
            raise _Refused(f"one topic has more than {MOST_LETTERS} letters")
        self._letters.append(letters)

    def _end(self, name: str) -> None:
        self._path.pop()
        if self._topic is None:
            self._size = 0
        elif name == _TOPIC:
            self.found.append(self._topic)
            self._topic, self._size = None, 0
        elif name in _KEPT:
            text = "".join(self._letters).strip()
            self._topic.elements.append((name, self._facts, text if name == "full-summary" else " ".join(text.split())))
        self._letters = []

    def _refuse_entity(self, *_facts: Any) -> int:
        raise _Refused("it declares entities, which no health topic needs")


def read_elements(file: Path) -> Iterator[TopicElement]:
    """The topics of a file one by one. Raises NotTheDirectory where it is something else or breaks off."""
    reading = _Reading()
    try:
        with file.open("rb") as stream:
            while chunk := stream.read(_CHUNK):
                reading.parser.Parse(chunk, False)
                yield from reading.found
                reading.found.clear()
        reading.parser.Parse(b"", True)
        yield from reading.found
    except (expat.ExpatError, _Refused) as error:
        what = f"line {reading.parser.CurrentLineNumber}: {error}"
        raise NotTheDirectory(file=file, expected=EXPECTED, what=what) from error
    except OSError as error:
        raise NotTheDirectory(file=file, expected=EXPECTED, what=error.strerror or "it cannot be read") from error
