"""The language of the search box: from text to what it asks for.

Words are all asked for, each may be the beginning of one. "a phrase" is whole words in this order, -word and
-"a phrase" are left out, name: city: phone: npi: licence: ask one thing only, and numbers are recognised however they
are written. Any text is a query: what makes no sense as one of these is taken as plain words.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from therapist_desktop.domain.npi import DIGITS as NPI_DIGITS
from therapist_desktop.domain.npi import is_npi
from therapist_desktop.domain.phone import national
from therapist_desktop.domain.remarks import Remark, Saying
from therapist_desktop.domain.text import MAX_TEXT, MAX_WORDS, Placed, placed_words

_PHONE_DIGITS = 10
_BEGUN = 6
"""From so many digits on, a number is recognised while it is typed."""
_BEGUN_IN_SCOPE = 3
_LICENCE_LENGTH = 5
_LEFT_OUT = 200

_QUOTES = "\u201c\u201d\u201e\u201f\u00ab\u00bb\u301d\u301e\u301f"
_DASHES = "\u2010\u2011\u2012\u2013\u2212"
_SCOPE = re.compile(r"(name|city|phone|npi|licen[cs]e):\s*", re.IGNORECASE)
_CHUNK = re.compile(r'[^\s"]+')
_EXTENSION = r"(?: {0,2}(?:ext(?:ension)?\.?|x|#) ?\d{0,7})?"
_WHOLE_PHONE = re.compile(
    r"(?:\+?1[ .\-/]{0,2})?(?:\(\d{3}\)|\d{3})[ .\-/]{0,3}\d{3}[ .\-/]{0,3}\d{4}" + _EXTENSION + r"(?!\w)",
    re.IGNORECASE,
)
_BEGUN_PHONE = re.compile(
    r"(?:\+?1[ .\-/]{1,2})?(?:\(\d{3}\)[ .\-/]{0,3}|\d{3}[ .\-/]{1,3})\d{3}(?:[ .\-/]{1,3}\d{0,3})?(?![\w(])"
)
_DIGITS = re.compile(r"\W*(\d+)\W*")
_ZIP_PLUS = re.compile(r"\W*(\d{5})-\d{4}\W*")
_LICENCE = re.compile(
    r"(?=\S*[a-z])(?=(?:\D*\d){3})[^a-z0-9]*([a-z0-9]+(?:[\-/.#][a-z0-9]+)*)[^a-z0-9]*", re.IGNORECASE
)


class Scope(StrEnum):
    """What a term can be looked for in alone; the last three are numbers a listing is looked up by."""

    NAME = "name"
    CITY = "city"
    PHONE = "phone"
    NPI = "npi"
    LICENCE = "licence"


NUMBERS = (Scope.PHONE, Scope.NPI, Scope.LICENCE)


class Lookup(NamedTuple):
    """A number as it is stored, or the beginning of one that is still being typed."""

    what: Scope
    number: str
    whole: bool


@dataclass(frozen=True, slots=True)
class Term:
    """One thing asked for: all of `words`, or one of `numbers`; with neither, something that no listing has.

    Each word may be the beginning of one, unless the term is `quoted` (whole words side by side in one field) or
    `excluded` (nothing that has it). `start` and `end` say where it stands in the text.
    """

    start: int
    end: int
    words: tuple[str, ...] = ()
    numbers: tuple[Lookup, ...] = ()
    scope: Scope | None = None
    quoted: bool = False
    excluded: bool = False

    @property
    def is_plain(self) -> bool:
        """Words as anybody types them, which may stand for something else: an illness, a payer, a place."""
        return bool(self.words) and self.scope is None and not self.quoted and not self.excluded


@dataclass(frozen=True, slots=True)
class Query:
    """What a text asks for, and what there is to say about it. `text` is the part that was looked at."""

    text: str = ""
    terms: tuple[Term, ...] = ()
    remarks: tuple[Remark, ...] = ()

    @property
    def wanted(self) -> tuple[Term, ...]:
        """The terms that a listing must have."""
        return tuple(term for term in self.terms if not term.excluded)


def query_of(text: str) -> Query:
    """What this text asks for. Never raises; at most MAX_TEXT characters and MAX_WORDS words are looked at."""
    looked_at = _first_part(text)
    scanner = _Scanner(looked_at)
    terms: list[Term] = []
    words = 0
    end = len(looked_at)
    for term in scanner.terms():
        words += max(1, len(term.words))
        if words > MAX_WORDS:
            end = term.start
            break
        terms.append(term)
    left_out = text[end : end + _LEFT_OUT].strip()
    remarks = scanner.remarks
    if left_out and placed_words(left_out):
        remarks = [*remarks, Remark(Saying.LEFT_OUT, left_out)]
    return Query(looked_at, tuple(terms), tuple(remarks))


def without_part(text: str, start: int, end: int) -> str:
    """The text with a part taken out, and without the comma or blank that stood beside it."""
    before, after = text[:start].rstrip(" ,;"), text[end:].lstrip(" ,;.")
    return " ".join(f"{before} {after}".split())


def _first_part(text: str) -> str:
    """At most MAX_TEXT characters, cut between words where that is possible."""
    if len(text) <= MAX_TEXT or text[MAX_TEXT].isspace():
        return text[:MAX_TEXT]
    first = text[:MAX_TEXT]
    between = max((place for place, letter in enumerate(first) if letter.isspace()), default=MAX_TEXT)
    return first[:between]


class _Scanner:
    """Cuts one text into terms. `signs` is the text as the grammar sees it, letter for letter: plain digits, one kind
    of quote, one kind of hyphen, and a space for every blank and control character."""

    def __init__(self, text: str) -> None:
        self.remarks: list[Remark] = []
        self._text = text
        self._signs = "".join(map(_sign, text))
        self._excluded = False

    def terms(self) -> Iterator[Term]:
        """The terms in their order."""
        place = 0
        while place < len(self._signs):
            if self._signs[place] == " ":
                place += 1
                continue
            self._excluded = self._is_exclusion(place)
            place += self._excluded
            scope, place = self._scope(place)
            found, place = self._value(place, scope)
            yield from found

    def _is_exclusion(self, place: int) -> bool:
        begins = place == 0 or self._signs[place - 1] == " "
        following = self._signs[place + 1 : place + 2]
        return begins and self._signs[place] == "-" and (following == '"' or following.isalnum())

    def _scope(self, place: int) -> tuple[Scope | None, int]:
        """The scope that begins here, if any; of several in a row the last, for the others ask for nothing."""
        scope = None
        while match := _SCOPE.match(self._signs, place):
            name = match[1].lower()
            scope = Scope.LICENCE if name == "license" else Scope(name)
            place = match.end()
        return scope, place

    def _value(self, place: int, scope: Scope | None) -> tuple[list[Term], int]:
        if place >= len(self._signs):
            return [], place
        if self._signs[place] == '"':
            return self._quotation(place, scope)
        if scope in {None, Scope.PHONE} and not (self._excluded and scope is None):
            for pattern in (_WHOLE_PHONE, _BEGUN_PHONE):
                if match := pattern.match(self._signs, place):
                    return self._phone(match, scope), match.end()
        match = _CHUNK.match(self._signs, place)
        end = match.end() if match else place + 1
        return self._chunk(place, end, scope), end

    def _quotation(self, place: int, scope: Scope | None) -> tuple[list[Term], int]:
        """Up to the closing quote. Without one, the words behind it are plain ones that may still be typed, except that
        what is excluded is excluded as it stands."""
        closing = self._signs.find('"', place + 1)
        is_open = closing < 0
        end = len(self._signs) if is_open else closing
        if scope in NUMBERS:
            return self._number(place + 1, end, scope), end + 1
        words = placed_words(self._text[place + 1 : end])
        if is_open and not self._excluded:
            if scope is None:
                return [], place + 1
            return self._words(words, place + 1, scope), end
        if not words:
            return [], end + 1
        term = Term(
            place,
            end + (not is_open),
            tuple(one.word for one in words),
            (),
            scope,
            quoted=True,
            excluded=self._excluded,
        )
        return [term], end + 1

    def _phone(self, match: re.Match[str], scope: Scope | None) -> list[Term]:
        """A number in groups. One that is not whole yet may as well be words."""
        whole = match.re is _WHOLE_PHONE
        written = re.split("[ex#]", match[0], maxsplit=1, flags=re.IGNORECASE)[0]
        digits = "".join(re.findall(r"\d", written))
        if whole and not re.search(r"\D", match[0]):
            return self._chunk(match.start(), match.end(), scope)
        number = digits[1:] if digits.startswith("1") and re.match(r"\+?1[ .\-/(]", match[0]) else national(digits)
        words = () if whole or scope else tuple(one.word for one in placed_words(match[0]))
        lookup = Lookup(Scope.PHONE, number, whole)
        return [Term(match.start(), match.end(), words, (lookup,), scope, excluded=self._excluded)]

    def _chunk(self, start: int, end: int, scope: Scope | None) -> list[Term]:
        """What stands between blanks."""
        if scope in NUMBERS:
            return self._number(start, end, scope)
        signs = self._signs[start:end]
        words = placed_words(self._text[start:end])
        if scope is None and not self._excluded:
            if (match := _DIGITS.fullmatch(signs)) and (numbers := _bare_number(match[1])):
                return [Term(start, end, tuple(one.word for one in words), numbers)]
            if match := _ZIP_PLUS.fullmatch(signs):
                return [Term(start, end, (match[1],))]
            if (match := _LICENCE.fullmatch(signs)) and (numbers := _licence(match[1], _BEGUN)):
                return [Term(start, end, tuple(one.word for one in words), numbers)]
        if self._excluded and len(words) > 1:
            return [Term(start, end, tuple(one.word for one in words), (), scope, quoted=True, excluded=True)]
        return self._words(words, start, scope)

    def _words(self, words: list[Placed], offset: int, scope: Scope | None) -> list[Term]:
        return [
            Term(offset + one.start, offset + one.end, (one.word,), (), scope, excluded=self._excluded) for one in words
        ]

    def _number(self, start: int, end: int, scope: Scope | None) -> list[Term]:
        """A number behind phone:, npi: or licence:. Too little of one asks for nothing yet."""
        typed = self._text[start:end].strip()
        signs = self._signs[start:end]
        if scope is Scope.LICENCE:
            numbers = _licence("".join(one.word for one in placed_words(typed)), _BEGUN_IN_SCOPE)
            return self._asked(start, end, scope, numbers)
        digits = "".join(re.findall(r"\d", signs))
        saying = _mistake(scope, signs, digits)
        if saying:
            self.remarks.append(Remark(saying, typed))
            return self._asked(start, end, scope, (), is_wrong=True)
        if scope is Scope.PHONE and digits.startswith("1"):
            digits = digits[1:]
        whole = len(digits) == _PHONE_DIGITS
        numbers = (Lookup(scope or Scope.PHONE, digits, whole),) if len(digits) >= _BEGUN_IN_SCOPE else ()
        return self._asked(start, end, scope, numbers)

    def _asked(
        self, start: int, end: int, scope: Scope | None, numbers: tuple[Lookup, ...], *, is_wrong: bool = False
    ) -> list[Term]:
        if not numbers and not is_wrong:
            return []
        return [Term(start, end, (), numbers, scope, excluded=self._excluded)]


def _mistake(scope: Scope | None, signs: str, digits: str) -> Saying | None:
    """What is wrong with a number that is asked for as a phone or an NPI."""
    strange = any(sign.isalpha() for sign in signs)
    if scope is Scope.PHONE:
        return Saying.NOT_A_PHONE if strange or len(national(digits)) > _PHONE_DIGITS else None
    if strange or len(digits) > NPI_DIGITS:
        return Saying.NOT_AN_NPI
    return Saying.CHECK_DIGIT if len(digits) == NPI_DIGITS and not is_npi(digits) else None


def _bare_number(digits: str) -> tuple[Lookup, ...]:
    """What digits in one row may be: a phone with or without the 1 in front, an NPI, a licence."""
    if not _BEGUN <= len(digits) <= _PHONE_DIGITS + 1:
        return ()
    phones = {national(digits)}
    if digits.startswith("1") and _BEGUN < len(digits) < _PHONE_DIGITS:
        phones.add(digits[1:])
    found = [Lookup(Scope.PHONE, phone, len(phone) == _PHONE_DIGITS) for phone in sorted(phones)]
    if len(digits) < NPI_DIGITS or is_npi(digits):
        found.append(Lookup(Scope.NPI, digits, len(digits) == NPI_DIGITS))
    return (*found, Lookup(Scope.LICENCE, digits, whole=False))


def _licence(text: str, begun: int) -> tuple[Lookup, ...]:
    """A licence number: its letters and digits, the beginning of it once enough is typed."""
    number = "".join(one.word for one in placed_words(text))
    if len(number) < min(begun, _LICENCE_LENGTH):
        return ()
    return (Lookup(Scope.LICENCE, number, whole=len(number) < begun),)


def _sign(letter: str) -> str:
    if letter.isascii():
        return letter if letter.isprintable() else " "
    if letter in _QUOTES:
        return '"'
    if letter in _DASHES:
        return "-"
    if letter.isdecimal():
        return str(unicodedata.decimal(letter))
    plain = unicodedata.normalize("NFKC", letter)
    if len(plain) == 1 and plain.isascii():
        return plain if plain.isprintable() else " "
    return " " if letter.isspace() or unicodedata.category(letter) in {"Cc", "Cf", "Cs", "Cn"} else letter
