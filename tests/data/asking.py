"""What a text in the search box asks of one listing, in plain Python and shared with nothing in the program.

A listing is looked at as `Told`: the words of its fields, the names of its values, its numbers.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

HEAD = re.compile(
    r"""\s*(?:(?<!\S)(?P<no>-)(?=["\w]))?(?:(?P<scope>name|city|phone|npi|licen[cs]e):\s*)*""", re.IGNORECASE
)
QUOTED = re.compile(r'"(?P<quoted>[^"]*)"|"(?P<open>[^"]*)\Z')
PHONE = re.compile(
    r"""(?P<phone>(?:\+?1[-. /]{0,2})?(?:\([0-9]{3}\)|[0-9]{3})[-. /]{0,3}[0-9]{3}[-. /]{0,3}[0-9]{4}
        (?:[ ]?(?:ext\.?|x)[ ]?[0-9]{1,5})?(?!\w))
      | (?P<begun>(?:\+?1[-. /]{1,2})?(?:\([0-9]{3}\)[-. /]{0,3}|[0-9]{3}[-. /]{1,3})[0-9]{3}
        (?:[-. /]{1,3}[0-9]{0,3})?(?![\w(]))""",
    re.VERBOSE | re.IGNORECASE,
)
REST = re.compile(r'(?P<rest>[^\s"]+)|(?P<nothing>.|\Z)', re.DOTALL)


@dataclass(frozen=True)
class Told:
    """One listing: words of name, city and of every field; the folded names of its values; (what, number) pairs."""

    name: Sequence[str]
    city: Sequence[str]
    fields: Sequence[Sequence[str]]
    names: Sequence[Sequence[str]]
    numbers: frozenset[tuple[str, str]]


@dataclass(frozen=True)
class Wish:
    """One thing asked for: words (beginnings, or whole ones side by side) or numbers as (what, number, whole)."""

    no: bool = False
    scope: str = ""
    words: tuple[str, ...] = ()
    side_by_side: bool = False
    numbers: tuple[tuple[str, str, bool], ...] = ()

    def is_met(self, told: Told) -> bool:
        if any(_is_numbered(told, *number) for number in self.numbers):
            return True
        if not self.words:
            return False
        places = {"name": [told.name], "city": [told.city]}.get(self.scope, [*told.fields, *told.names])
        if self.side_by_side:
            size = len(self.words)
            return any(tuple(one[at : at + size]) == self.words for one in places for at in range(len(one)))
        return all(any(there.startswith(word) for one in places for there in one) for word in self.words)


def is_found(wishes: Sequence[Wish], told: Told) -> bool:
    """Whether a listing answers all wishes. Words in a row that are a name of one of its values are met by that."""
    return all(spoken or wish.is_met(told) is not wish.no for wish, spoken in _with_names(wishes, told))


def _with_names(wishes: Sequence[Wish], told: Told) -> Iterator[tuple[Wish, bool]]:
    row = [wish.words if not (wish.no or wish.scope or wish.side_by_side) else () for wish in wishes]
    spoken: set[int] = set()
    for first in range(len(row)):
        for last in range(first + 1, len(row) + 1):
            words = [word for one in row[first:last] for word in one]
            if all(row[first:last]) and any(list(name) == words for name in told.names):
                spoken.update(range(first, last))
    yield from ((wish, place in spoken) for place, wish in enumerate(wishes))


def wishes_of(text: str) -> list[Wish]:
    """What a text asks for."""
    plain = "".join(map(_plain, text))
    wishes: list[Wish] = []
    at = 0
    while at < len(plain):
        head = HEAD.match(plain, at)
        assert head is not None
        no, scope = bool(head["no"]), (head["scope"] or "").lower().replace("license", "licence")
        grouped = scope == "phone" or not (scope or no)
        kinds = (QUOTED, PHONE, REST) if grouped else (QUOTED, REST)
        value = next(match for kind in kinds if (match := kind.match(plain, head.end())))
        if value.groupdict().get("open") is not None and not (scope or no):
            at = value.start() + 1
            continue
        wishes += _wishes({"quoted": None, "open": None} | value.groupdict(), no, scope)
        at = value.end()
    return wishes


def _wishes(match: dict[str, str | None], no: bool, scope: str) -> Iterator[Wish]:
    said = next((text for kind, text in match.items() if kind != "nothing" and text is not None), "")
    if scope in {"phone", "npi", "licence"}:
        yield from _numbered(no, scope, said)
    elif match["quoted"] is not None or (match["open"] is not None and no):
        if found := tuple(words(said)):
            yield Wish(no, scope, found, side_by_side=True)
    elif not scope and not no and ("phone" in match) and not said.isdigit():
        digits = re.sub("[^0-9]", "", re.split("[ex]", said, flags=re.IGNORECASE)[0])
        digits = digits[1:] if re.match(r"\+?1[-. /(]", said) else digits
        yield Wish(
            words=() if match.get("phone") else tuple(words(said)), numbers=(("phone", digits, len(digits) == 10),)
        )
    elif not scope and not no:
        yield from _bare(said)
    elif no:
        yield Wish(no, scope, tuple(words(said)), side_by_side=True)
    else:
        yield from (Wish(no, scope, (word,)) for word in words(said))


def _bare(said: str) -> Iterator[Wish]:
    found = tuple(words(said))
    said = re.sub("^[^0-9a-zA-Z]+|[^0-9a-zA-Z]+$", "", said)
    joined = "".join(found)
    if re.fullmatch("[0-9]{6,11}", said):
        yield Wish(words=found, numbers=tuple(_digits(said)))
    elif re.fullmatch("[0-9]{5}-[0-9]{4}", said):
        yield Wish(words=(said[:5],))
    elif _is_like_a_licence(said) and len(joined) >= 5:
        yield Wish(words=found, numbers=(("licence", joined, len(joined) < 6),))
    else:
        yield from (Wish(words=(word,)) for word in found)


def _is_like_a_licence(said: str) -> bool:
    parts = re.split("[-/.#]", said)
    plain = all(part.isascii() and part.isalnum() for part in parts)
    return plain and bool(re.search("[a-zA-Z]", said)) and len(re.sub("[^0-9]", "", said)) >= 3


def _digits(said: str) -> Iterator[tuple[str, str, bool]]:
    phone = said[1:] if len(said) == 11 and said[0] == "1" else said
    yield "phone", phone, len(phone) == 10
    if said[0] == "1" and 6 < len(said) < 10:
        yield "phone", said[1:], False
    if len(said) < 10 or is_valid(said):
        yield "npi", said, len(said) == 10
    yield "licence", said, False


def _numbered(no: bool, scope: str, said: str) -> Iterator[Wish]:
    if scope == "licence":
        joined = "".join(words(said))
        if len(joined) >= 3:
            yield Wish(no, scope, numbers=((scope, joined, False),))
        return
    said = re.split("[ex]", said)[0] if scope == "phone" and said[-1:].isdigit() else said
    digits = re.sub("[^0-9]", "", said)
    digits = digits[1:] if scope == "phone" and digits.startswith("1") else digits
    wrong = (
        any(map(str.isalpha, said))
        or len(digits) > 10
        or (scope == "npi" and len(digits) == 10 and not is_valid(digits))
    )
    if wrong:
        yield Wish(no, scope)
    elif len(digits) >= 3:
        yield Wish(no, scope, numbers=((scope, digits, len(digits) == 10),))


def _is_numbered(told: Told, what: str, number: str, whole: bool) -> bool:
    return any(kind == what and (one == number if whole else one.startswith(number)) for kind, one in told.numbers)


def is_valid(number: str) -> bool:
    """The Luhn check over 80840 and the ten digits."""
    digits = [int(digit) for digit in "80840" + number]
    doubled = [sum(map(int, str(2 * digit))) for digit in digits[-2::-2]]
    return len(number) == 10 and (sum(doubled) + sum(digits[-1::-2])) % 10 == 0


def _plain(letter: str) -> str:
    if letter in "\u201c\u201d\u00ab\u00bb":
        return '"'
    return {"\u2013": "-", "\uff0d": "-"}.get(letter) or (
        unicodedata.normalize("NFKC", letter) if unicodedata.category(letter) in {"Nd", "Zs", "Ps", "Pe"} else letter
    )


def words(text: str) -> list[str]:
    """Folded words, written another way than the program does it."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(c))
    plain = plain.replace("'", "").replace("\u2019", "").replace(".", "")
    return "".join(c if c.isalnum() else " " for c in plain).split()
