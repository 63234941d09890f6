"""Pure text: folding accents and case away, and cutting text into search words."""

import re
import unicodedata
from collections.abc import Sequence
from typing import Final, NamedTuple

MAX_WORDS = 24
MAX_TEXT = 400
_WORD = re.compile(r"[^\W_]+")
_JOINERS = str.maketrans("", "", "'\u2019\u02bc`.")
_PLAIN_ASCII = {
    code: None if code in _JOINERS else chr(code).lower() if chr(code).isalnum() else " " for code in range(128)
}
TEXT_END: Final = "\x00"
"""What `words_of_all` puts behind each text. No word contains it."""
_PLAIN_ASCII_AND_ENDS = _PLAIN_ASCII | {ord(TEXT_END): TEXT_END}
_TEXT_END_APART = f" {TEXT_END} "
# Everything that steers instead of saying: controls, direction marks and overrides, byte order marks, tag
# letters, halves of surrogate pairs, and code points that are no characters at all.
_STEERING = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff"
    "\ufff9-\ufffb\ufdd0-\ufdef\ufffe\uffff\ud800-\udfff\U000e0000-\U000e007f]"
)
_LETTERS = {
    "\u00e6": "ae",
    "\u0153": "oe",
    "\u00f8": "o",
    "\u0111": "d",
    "\u0142": "l",
    "\u00fe": "th",
    "\u00f0": "d",
}


def fold(text: str) -> str:
    """Text without case, accents, apostrophes and punctuation, single spaces between words."""
    return " ".join(words_of(text))


def words_of(text: str) -> list[str]:
    """The folded words of a text in their order. "O'Brien-Lee, Ph.D." gives ["obrien", "lee", "phd"]."""
    if text.isascii():
        return text.translate(_PLAIN_ASCII).split()
    return _WORD.findall(_plain(text).translate(_JOINERS))


class Placed(NamedTuple):
    """A folded word and the part of the text it stands for, with the apostrophes and accents behind it."""

    word: str
    start: int
    end: int


def placed_words(text: str) -> list[Placed]:
    """The words of `words_of` and where each of them stands. Letter by letter: for short texts."""
    letters = [(one, place) for place, letter in enumerate(text) for one in _folded_letter(letter)]
    places = [place for _, place in letters] + [len(text)]
    return [
        Placed(match[0], places[match.start()], max(places[match.end() - 1] + 1, places[match.end()]))
        for match in _WORD.finditer("".join(one for one, _ in letters))
    ]


def words_of_all(texts: Sequence[str]) -> list[str]:
    """The folded words of all these texts in one list, TEXT_END behind each text: much faster than one by one."""
    plain = [text if text.isascii() else fold(text) for text in texts]
    joined = _TEXT_END_APART.join([*plain, ""])
    if joined.isascii() and joined.count(TEXT_END) == len(plain):
        return joined.translate(_PLAIN_ASCII_AND_ENDS).split()
    return [word for text in texts for word in (*words_of(text), TEXT_END)]


def search_words(text: str) -> tuple[str, ...]:
    """The distinct words a person typed, in order; a very long paste is cut, never refused."""
    return tuple(dict.fromkeys(words_of(text[:MAX_TEXT])))[:MAX_WORDS]


def tidied(text: str) -> str:
    """Single blanks between words and none around them."""
    return " ".join(text.split())


def shorten(text: str, limit: int) -> str:
    """At most `limit` characters, cut between words, with an ellipsis where something was left out."""
    tidy = tidied(text)
    if len(tidy) <= limit:
        return tidy
    cut = tidy[: limit - 1].rsplit(" ", 1)[0] or tidy[: limit - 1]
    return cut.rstrip(" ,;:.") + "\u2026"


def without_steering(text: str) -> str:
    """Text without control characters and without the marks that turn its direction."""
    return _STEERING.sub("", text)


def steers(text: str) -> bool:
    """Whether `without_steering` would take something away."""
    return _STEERING.search(text) is not None


def one_line(text: str) -> str:
    """Text that cannot break a line, colour a terminal or turn its direction."""
    return without_steering(" ".join(re.split(r"[\t\n\v\f\r\x85\u2028\u2029]+", text)))


def _folded_letter(letter: str) -> str:
    return (letter if letter.isascii() else _plain(letter)).translate(_PLAIN_ASCII).translate(_JOINERS)


def _plain(text: str) -> str:
    decomposed = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold())
    bare = "".join(letter for letter in decomposed if not unicodedata.combining(letter))
    return "".join(_LETTERS.get(letter, letter) for letter in bare)
