"""What a clinic itself does in a crisis: its own steps and numbers. They are about staff, never about a patient."""

from datetime import date
from typing import NamedTuple

from therapist_desktop.domain.text import tidied

MOST_STEPS = 12
MOST_NUMBERS = 8
LONGEST = 300
_FEWEST_DIGITS = 3  # 911 and 988 have three


class LocalNumber(NamedTuple):
    """Somebody to call, as the clinic writes it: "Dr. on call", "555-0142 ext. 3", "Mon to Fri until 6"."""

    name: str
    phone: str
    note: str = ""


class LocalSteps(NamedTuple):
    """The clinic's own part of the crisis page. `reviewed` is the day on which somebody last saved it."""

    steps: tuple[str, ...] = ()
    numbers: tuple[LocalNumber, ...] = ()
    reviewed: date | None = None

    @property
    def is_empty(self) -> bool:
        """Nothing has been written."""
        return not self.steps and not self.numbers


def wrong_numbers(numbers: tuple[LocalNumber, ...]) -> tuple[LocalNumber, ...]:
    """Those that nobody could call: no name, or fewer digits than the shortest number there is."""
    return tuple(
        one for one in numbers if not one.name or sum(letter.isdigit() for letter in one.phone) < _FEWEST_DIGITS
    )


def tidy(steps: LocalSteps) -> LocalSteps:
    """Blanks taken away, empty lines left out, everything within its limits."""
    lines = (_line(step) for step in steps.steps)
    numbers = (LocalNumber(*map(_line, one)) for one in steps.numbers)
    return steps._replace(
        steps=tuple(line for line in lines if line)[:MOST_STEPS],
        numbers=tuple(one for one in numbers if any(one))[:MOST_NUMBERS],
    )


def _line(text: str) -> str:
    return tidied(text)[:LONGEST]
