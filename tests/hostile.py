"""Texts that nobody means well: the Big List of Naughty Strings where it is there, and what is made here."""

import json
import random
import sys
from collections.abc import Iterator
from pathlib import Path

BLNS = Path(__file__).parents[2] / "shared" / "data" / "blns" / "blns.json"
"""Not part of the project. Where it lies beside the checkout (in ../shared) tests use it."""

_SIGNS = (
    '"',
    "\u201c",
    "-",
    "name:",
    "npi:",
    "phone:",
    "licence:",
    "city:",
    "(",
    ")",
    " ",
    "212",
    "+1",
    "ext",
    "\u00e9",
)
PATHOLOGICAL = (
    "x" * 100_000,
    "word " * 5_000,
    " ".join(f"w{number}" for number in range(5_000)),
    " ".join("abcdefghijklmnopqrstuvwx"),
    " ".join(f'-"{letter}"' for letter in "abcdefghijklmnopqrstuvwx"),
    '"the and of to a in is"',
    "!?;,.:/\\()[]{}<>|~^*+=#@$%&" * 20,
    "-" * 10_000,
    '"' * 10_001,
    "name:" * 5_000,
    "npi:" + "9" * 5_000,
    "212 " * 2_000,
    "a" + "\u0301" * 5_000,
    "\ufdfa" * 5_000,
    "\u0645\u0631\u062d\u0628\u0627 \u05e9\u05dc\u05d5\u05dd " * 50,
    "\u202e\u2066evil\u2069",
    "a\x00b\x00\x00c",
    "\ud800 \udfff a\ud83d",
    "\U0001f468\u200d\U0001f469\u200d\U0001f467 " * 100,
    "<b>bold</b> <img src=x onerror=alert(1)>",
    "' OR 1=1; DROP TABLE card; --",
    "%s %n {0} {words} ${x}",
    "\n\r\t\v\f\x85\u2028\u2029",
)


def naughty() -> list[str]:
    """The list, or nothing where it is not there."""
    return json.loads(BLNS.read_text(encoding="utf-8")) if BLNS.is_file() else []


def random_texts(count: int) -> Iterator[str]:
    """Letters from everywhere in Unicode with signs of the search language between them, always the same ones."""
    chance = random.Random(20261123)
    for _ in range(count):
        letters = (chr(chance.randrange(sys.maxunicode + 1)) for _ in range(chance.randint(0, 20)))
        yield "".join(part for letter in letters for part in (letter, *chance.choices(("", *_SIGNS), (9, *[1] * 15))))
