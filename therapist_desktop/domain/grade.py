"""The school grade a text reads at.

The formula is Flesch-Kincaid's (Kincaid, Fishburne, Rogers and Chissom, 1975):
0.39 x words per sentence + 11.8 x syllables per word - 15.59. Syllables are counted by the spelling.
"""

import re

HIGHEST = 30
"""What is harder still is as hard as this."""
LEAST_WORDS = 30
"""Below this a grade says nothing."""

_SENTENCE = re.compile(r"(?<=[.!?])[)\]\"\u201d]*\s+")
_ENDED = re.compile(r"[.!?:][)\]\"\u201d]*$")
_LEAST_POINT = 8  # words; shorter lines without an end are headings and points of a list
_WORD = re.compile(r"[A-Za-z]+(?:['\u2019][A-Za-z]+)?")
_VOWELS = re.compile(r"[aeiouy]+")
_SILENT = re.compile(r"(?:[^laeiouy]e|[^aeiouytd]ed|[^aeiouyscxzgh]es|ely|eful|eless|ement)$")
_TWO = re.compile(r"i[ao](?!r)|eo|e(?:a$|ing)|ua|uo|ie[rt]|(?<![ct])ient|iu|[^aeiouy]ism$")
_ONE = re.compile(r"[cstg]i[ao]|[gq]u[ao]|eopl")


def grade(text: str) -> int | None:
    """The grade of a plain text, a line for each paragraph; None where it is too short for that.

    Headings and short points of a list are left out: they are no sentences, and would make any text look easy.
    """
    lines = [line for line in text.splitlines() if _ENDED.search(line) or len(line.split()) >= _LEAST_POINT]
    sentences = [words for line in lines for part in _SENTENCE.split(line) if (words := _WORD.findall(part))]
    count = sum(map(len, sentences))
    if count < LEAST_WORDS:
        return None
    syllables = sum(_syllables(word) for words in sentences for word in words)
    return min(HIGHEST, max(0, round(0.39 * count / len(sentences) + 11.8 * syllables / count - 15.59)))


def _syllables(word: str) -> int:
    plain = word.lower().replace("\u2019", "'").partition("'")[0]
    count = len(_VOWELS.findall(plain)) + len(_TWO.findall(plain)) - len(_ONE.findall(plain))
    if _SILENT.search(plain):
        count -= 1
    return max(1, count)
