"""What callers say for a value: a name of it, said by one word or several in a row."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from therapist_desktop.data.reading.vocabulary import LAST
from therapist_desktop.domain.taxonomy import Value
from therapist_desktop.domain.text import words_of

_BRACKETED = re.compile(r"\(([^)]*)\)")
_BEGUN = 4
"""From so many letters on, the beginning of a name is taken for a name."""
_NO_PLURAL = ("ss", "us", "is")
_EVERYDAY = frozenset({"as", "de", "hi", "id", "in", "la", "ma", "me", "mi", "no", "ok", "or", "pa"})
"""Short for states, and words of every day: taken for a state only where written in capitals."""


@dataclass(frozen=True, slots=True)
class Said:
    """Words that stand for values, from the first to before the last of those looked at."""

    first: int
    last: int
    values: tuple[Value, ...]
    exactly: bool


class Sayings:
    """All names of all values, by their words."""

    def __init__(self, values: Sequence[Value]) -> None:
        called: dict[str, dict[str, Value]] = {}
        for value in values:
            for name in _names(value):
                if words := words_of(name):
                    called.setdefault(_key(words), {})[value.key] = value
        self._values = {name: tuple(meant.values()) for name, meant in called.items()}
        self._names = sorted(self._values)
        self._longest = max((name.count(" ") + 1 for name in self._names), default=0)

    def said(self, words: Sequence[str], typed: Sequence[str]) -> Iterator[Said]:
        """The longest names that begin at each word, none inside another; `typed` are the words as they were written.

        The last words may be the beginning of a name that is still being typed.
        """
        first = 0
        while first < len(words):
            found = self._longest_from(first, words, typed) or self._begun_from(first, words)
            if found:
                yield found
            first = found.last if found else first + 1

    def _longest_from(self, first: int, words: Sequence[str], typed: Sequence[str]) -> Said | None:
        for last in range(min(len(words), first + self._longest), first, -1):
            values = self._values.get(_key(words[first:last]))
            everyday = last == first + 1 and words[first] in _EVERYDAY and not typed[first].isupper()
            if values and not everyday:
                return Said(first, last, values, exactly=True)
        return None

    def _begun_from(self, first: int, words: Sequence[str]) -> Said | None:
        begun = " ".join(words[first:])
        if len(begun) < _BEGUN:
            return None
        names = self._names[bisect_left(self._names, begun) : bisect_left(self._names, begun + LAST)]
        values = {value.key: value for name in names for value in self._values[name]}
        return Said(first, len(words), tuple(values.values()), exactly=False) if values else None


def _names(value: Value) -> Iterator[str]:
    """Label and other names; of "Dialectical behavior therapy (DBT)" also both parts alone."""
    yield value.label
    yield _BRACKETED.sub(" ", value.label)
    yield from _BRACKETED.findall(value.label)
    yield from value.aliases


def _key(words: Sequence[str]) -> str:
    """The words without the s of a plural at the end."""
    *others, last = words
    is_plural = len(last) >= _BEGUN and last.endswith("s") and not last.endswith(_NO_PLURAL)
    return " ".join([*others, last[:-1] if is_plural else last])
