"""What the service codes of a book mean in our own values.

A row's codes stand in blocks between asterisks, one block for each category, in the order of the categories. The block
does not name its category: the book's own code list (sheet 2) says to which one a code belongs.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from therapist_desktop.data.datafile.fields import ValueKey
from therapist_desktop.domain.errors import WorkBroken
from therapist_desktop.publishing import toml

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

_BETWEEN = "*"
_Means = dict[str, dict[str, tuple[ValueKey, ...]]]


class Unknown(NamedTuple):
    """A code that nothing explains, or that explains nothing to us."""

    rule: str
    code: str


@dataclass(frozen=True, slots=True)
class Read:
    """The values of one row by facet, and the codes that were not understood."""

    values: Mapping[str, tuple[str, ...]]
    unknown: tuple[Unknown, ...] = ()


@dataclass(frozen=True, slots=True)
class CodeMap:
    """Our reading of every (category, code). `position` orders the values of a facet as on screen."""

    means: Mapping[str, Mapping[str, tuple[str, ...]]]
    position: Mapping[str, int]
    categories: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def read(self, text: str, reference: Mapping[str, tuple[str, ...]]) -> Read:
        """Every value the codes of a row stand for."""
        keys: set[str] = set()
        unknown: list[Unknown] = []
        for block in text.split(_BETWEEN):
            codes = block.split()
            category = self._category(codes, reference)
            for code in codes:
                if code not in reference:
                    unknown.append(Unknown("not in the code list of the workbook", code))
                meaning = self.means.get(category, {}).get(code)
                if meaning is None and code in reference:
                    unknown.append(Unknown("in the code list of the workbook and not in ours", f"{category} {code}"))
                keys.update(meaning or ())
        return Read(self._by_facet(keys), tuple(unknown))

    def _category(self, codes: list[str], reference: Mapping[str, tuple[str, ...]]) -> str:
        """The category that most codes of a block can belong to; the first in the book's order at a tie."""
        votes: dict[str, int] = {}
        for code in codes:
            for category in reference.get(code) or self.categories.get(code, ()):
                votes[category] = votes.get(category, 0) + 1
        return max(votes, key=votes.__getitem__) if votes else ""

    def _by_facet(self, keys: set[str]) -> dict[str, tuple[str, ...]]:
        found: dict[str, list[str]] = {}
        for key in sorted(keys, key=lambda key: (self.position.get(key, len(self.position)), key)):
            facet, _, value = key.partition("/")
            found.setdefault(facet, []).append(value)
        return {facet: tuple(values) for facet, values in found.items()}


def read_code_map(file: Path, values: Mapping[str, int]) -> CodeMap:
    """Our code list. `values` are the taxonomy's keys in screen order.

    Raises WorkBroken with the line of a code that stands for a value the taxonomy does not have.
    """
    text = toml.read_text(file)
    table = toml.parse(text, file)
    try:
        means = msgspec.convert(table, _Means)
    except msgspec.ValidationError as error:
        raise toml.trouble(error, text, file) from error
    categories: dict[str, tuple[str, ...]] = {}
    for category, codes in means.items():
        for code, keys in codes.items():
            categories[code] = (*categories.get(code, ()), category)
            for key in keys:
                if key not in values:
                    line = _line_of(category, code, text)
                    raise WorkBroken(file=file, line=line, what=f"{key} is not a value of the taxonomy")
    return CodeMap(means, values, categories)


def _line_of(category: str, code: str, text: str) -> int:
    above, found, below = text.partition(f"[{category}]")
    return above.count("\n") + toml.line_of(code, below) if found else 1
