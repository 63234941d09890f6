"""Texts that nobody means well, and how long the worst of them takes."""

import time
from random import Random

from benchmarks.directory import TODAY
from benchmarks.figures import Figure
from benchmarks.questions import PAGE
from benchmarks.telling import say
from therapist_desktop.domain.filters import Filters
from therapist_desktop.services.catalogue import Catalogue

_AT_ONCE_MS = 100.0
_SLOWEST = 10
_TRIES = 3
_SEED = 7
_LAST_CHARACTER = 0x10FFFF
_SURROGATES = range(0xD800, 0xE000)


def hostile_texts(number: int = 200) -> tuple[str, ...]:
    """Pastes, tricks and noise; the same ones every time."""
    draw = Random(_SEED)
    written = [
        "anxiety " * 12_500,
        "a" * 100_000,
        " ".join(f"word{n}" for n in range(5_000)),
        " ".join("abcdefghijklmnopqrstuvwxyz"),
        "!?;:,.-()[]{}<>@#$%^&*+=/|\\~" * 50,
        "\u05e9\u05dc\u05d5\u05dd \u202e\u0645\u0631\u062d\u0628\u0627\u202c",
        "\u200f\u202e" * 200 + "anxiety",
        "\x00",
        "\x00anxiety\x00" * 100,
        "' OR 1=1; DROP TABLE card; --",
        "%_*?" * 100,
        "\ufdfa" * 400,
        "e" + "\u0301" * 399,
        "\U0001f469\u200d\U0001f469\u200d\U0001f467" * 100,
        "\udcff\ud800",
        "\uffff\uffff",
        "9" * 400,
        " \t\r\n\u2028\u00a0",
        "qzxj " * 80,
        " ".join("qzxj"[n % 4] + "wvkq"[n // 4 % 4] * (1 + n % 7) for n in range(200)),
    ]
    return (*written, *(_noise(draw) for _ in range(number - len(written))))


def worst_of_hostile(catalogue: Catalogue) -> Figure:
    """The slowest text, the slow ones at their best of a few tries: a hiccup of the machine is not one of ours."""
    say("asking what nobody means well")
    first = {text: _ms(catalogue, text) for text in hostile_texts()}
    slow = sorted(first, key=lambda text: -first[text])[:_SLOWEST]
    worst = max(min(_ms(catalogue, text) for _ in range(_TRIES)) for text in slow)
    return Figure("worst of the hostile texts", worst, "ms", "felt as at once", _AT_ONCE_MS, 1.0)


def _ms(catalogue: Catalogue, text: str) -> float:
    started = time.perf_counter()
    results = catalogue.search(Filters(words=text), TODAY)
    catalogue.page(results, 0, PAGE, TODAY)
    return (time.perf_counter() - started) * 1000


def _noise(draw: Random) -> str:
    """Letters from one corner of Unicode, or from all of it, in words of all lengths."""
    first = draw.choice((0x20, 0x61, 0xC0, 0x370, 0x400, 0x590, 0x900, 0x3040, 0x4E00, 0xAC00, 0x1F300, 0))
    last = first + 25 if first else _LAST_CHARACTER
    codes = (draw.randint(first, last) for _ in range(draw.randint(1, 400)))
    letters = (chr(code) for code in codes if code not in _SURROGATES)
    return "".join(letter if draw.random() < 0.85 else " " for letter in letters)
