"""What a benchmark says while it works: on stderr, so that stdout holds the figures and nothing else."""

import sys
from collections.abc import Iterable, Iterator
from typing import TypeVar

_Thing = TypeVar("_Thing")
_EVERY = 50_000


def say(text: str) -> None:
    """One line about what is being done now."""
    print(f"{text} ...", file=sys.stderr, flush=True)


def warn(text: str) -> None:
    """One line about what a reader of the figures has to know."""
    print(f"note: {text}", file=sys.stderr, flush=True)


def counted(things: Iterable[_Thing], total: int, what: str) -> Iterator[_Thing]:
    """The same things; says now and then how many of them have passed."""
    say(f"{what}: {total:,}")
    for number, thing in enumerate(things, 1):
        if number % _EVERY == 0 and number < total:
            say(f"{what}: {number:,} of {total:,}")
        yield thing
