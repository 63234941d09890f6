"""The forms of an English word that mean the same in a search: one and many, and the stem that they grow from."""

from typing import Final

_SHORTEST, _SHORTEST_STEM = 4, 4
_ENDINGS: Final = (
    *("ations", "ation", "nesses", "ness", "ments", "ment", "ically", "ingly", "ities", "iety"),
    *("ious", "ing", "ity", "ous", "ies", "ed", "ly", "es", "al", "ic", "s", "y", "e"),
)
_SIBILANT: Final = ("s", "x", "z", "ch", "sh")
STOP_WORDS: Final = frozenset(
    {
        *(
            "a",
            "am",
            "an",
            "and",
            "are",
            "as",
            "at",
            "be",
            "by",
            "can",
            "do",
            "does",
            "for",
            "from",
            "have",
            "how",
            "i",
        ),
        "if",
        *("in", "is", "it", "me", "my", "of", "on", "or", "that", "the", "their", "there", "they", "this", "to", "was"),
        *("what", "when", "where", "which", "who", "why", "will", "with", "you", "your"),
        *("de", "del", "el", "en", "la", "las", "los", "para", "que", "un", "una", "y"),
    }
)
"""Words that stand in every text, in English and Spanish."""


def forms_of(word: str) -> tuple[str, ...]:
    """The word itself, then it as one or as many."""
    if len(word) < _SHORTEST or not word.isalpha():
        return (word,)
    other: tuple[str, ...]
    if word.endswith("ies"):
        other = (f"{word[:-3]}y",)
    elif word.endswith("es") and word[:-2].endswith(_SIBILANT):
        other = (word[:-2], word[:-1])
    elif word.endswith("s") and not word.endswith(("ss", "us", "is")):
        other = (word[:-1],)
    elif word.endswith("y") and word[-2] not in "aeiou":
        other = (f"{word[:-1]}ies",)
    else:
        other = (f"{word}es" if word.endswith(_SIBILANT) else f"{word}s",)
    return (word, *other)


def stem_of(word: str) -> str:
    """The beginning that its relatives share, or nothing where the word is too short to have one."""
    if not word.isalpha():
        return ""
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST_STEM:
            return word[: -len(ending)]
    return ""


def without_stop_words(words: tuple[str, ...]) -> tuple[str, ...]:
    """The words that say something; all of them where none does."""
    return tuple(word for word in words if word not in STOP_WORDS) or words
