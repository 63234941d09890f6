"""The terms of the dictionary, and where a text uses them."""

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import NamedTuple

from therapist_desktop.domain.text import fold

LONGEST_ABBREVIATION = 5
_LETTERS = "[^\\W_](?:[^\\W_]|[\u0300-\u036f])*"
_WORD = re.compile(f"{_LETTERS}(?:['\u2019\u02bc]{_LETTERS})*")
_BETWEEN = frozenset((" ", "-", "\u00a0", "\u2010", "\u2011", "/"))


@dataclass(frozen=True, slots=True)
class Definition:
    """One term of the dictionary: its names and what it means."""

    id: str
    title: str
    meaning: str
    also_called: tuple[str, ...] = ()


class Mention(NamedTuple):
    """A place in a text, and the term that stands there."""

    start: int
    length: int
    term: Definition


class _Name(NamedTuple):
    """One name of a term in folded words. `exact` is how an abbreviation must be written, else nothing."""

    words: tuple[str, ...]
    exact: str
    term: Definition


class Glossary:
    """All terms by their first words, so that a text is gone through once however many terms there are."""

    def __init__(self, terms: Iterable[Definition] = ()) -> None:
        self._by_id: dict[str, Definition] = {}
        self._by_first: dict[str, list[_Name]] = {}
        for term in terms:
            self._by_id[term.id] = term
            for name in (term.title, *term.also_called):
                self._take(name, term)
        for names in self._by_first.values():
            names.sort(key=lambda name: len(name.words), reverse=True)

    def __len__(self) -> int:
        return len(self._by_id)

    def term(self, term_id: str) -> Definition | None:
        """The term with this id."""
        return self._by_id.get(term_id)

    def called(self, names: Iterable[str]) -> set[str]:
        """The ids of the terms that have one of these names."""
        wanted = {tuple(_folded(name)) for name in names}
        firsts = {words[0] for words in wanted if words}
        return {name.term.id for first in firsts for name in self._by_first.get(first, ()) if name.words in wanted}

    def mentions(self, text: str, told: Collection[str] = ()) -> list[Mention]:
        """The first mention of each term that is not told yet, whole words only, the longest name first."""
        found: list[Mention] = []
        gone = set(told)
        places = list(_WORD.finditer(text))
        words = [_key(place[0]) for place in places]
        at = 0
        while at < len(words):
            name = self._name_at(text, places, words, at) if words[at] in self._by_first else None
            if name is None:
                at += 1
                continue
            end = at + len(name.words)
            if name.term.id not in gone:
                gone.add(name.term.id)
                start, stop = places[at].start(), places[end - 1].end()
                found.append(Mention(start, stop - start, name.term))
            at = end
        return found

    def _take(self, name: str, term: Definition) -> None:
        words = tuple(_folded(name))
        if not words:
            return
        bare = name.strip()
        exact = bare if len(words) == 1 and bare.isupper() and len(bare) <= LONGEST_ABBREVIATION else ""
        *first, last = words
        for form, written in ((last, exact), (_plural(last), f"{exact}s" if exact else "")):
            one = _Name((*first, form), written, term)
            self._by_first.setdefault(one.words[0], []).append(one)

    def _name_at(self, text: str, places: list[re.Match[str]], words: list[str], at: int) -> _Name | None:
        for name in self._by_first[words[at]]:
            end = at + len(name.words)
            if tuple(words[at:end]) != name.words or (name.exact and places[at][0] != name.exact):
                continue
            if all(text[places[one].end() : places[one + 1].start()] in _BETWEEN for one in range(at, end - 1)):
                return name
        return None


def _plural(word: str) -> str:
    """Several of these, as English spells it."""
    if word.endswith("y") and word[-2:-1] not in set("aeiou"):
        return f"{word[:-1]}ies"
    return f"{word}es" if word.endswith(("s", "x", "z", "ch", "sh")) else f"{word}s"


def _folded(name: str) -> list[str]:
    return [_key(place[0]) for place in _WORD.finditer(name)]


def _key(word: str) -> str:
    return word.lower() if word.isascii() and word.isalnum() else fold(word)
