"""Names that nobody can take for a real person's or a real practice's."""

from __future__ import annotations

from typing import TYPE_CHECKING

from therapist_desktop.publishing.samples.chances import Draw, pick, shuffled

if TYPE_CHECKING:
    from collections.abc import Iterator

_WOMEN = (
    "Ada Aisha Amara Ana Anh Anneke Beatriz Camila Chloe Deepa Dina Ebony Elena Esther Farah Fatima Grace Hana Ines"
    " Keisha Leila Lucía Mei Miriam Naomi Nia Paloma Priya Rosa Ruth Sofia Thuy Uma Wanda Xiomara Zoë"
)
_MEN = (
    "Alejandro Amir Andre Arjun Carlos Chidi Daniel Eitan Emeka Gabriel Hassan Isaac Jamal Jonah José Lars Malik Marcus"
    " Omar Rafael Samir Tariq Victor Yusuf"
)
_EITHER = "Bo Jin Kai Lin Noor Quinn"
LIKELY = {
    **dict.fromkeys(_WOMEN.split(), "woman"),
    **dict.fromkeys(_MEN.split(), "man"),
    **dict.fromkeys(_EITHER.split(), ""),
}
"""First names, and the gender most people with that name have."""

LAST_NAMES = (
    "Sample",
    "Sampleton",
    "Testwood",
    "Exampleby",
    "Demoford",
    "Sampleworth",
    "Testingham",
    "Placeholder",
    "Examplestone",
    "Demofield",
    "O'Sample",
    "Garcia-Sample",
    "Nguyen-Testwood",
    "Okafor-Sample",
    "McSampleton",
    "Kim-Exampleby",
    "St. Sample",
    "Silva-Demoford",
)
MARKS = ("Sample", "Test", "Example", "Demo", "Placeholder")
"""Every invented surname, practice and center name holds one of these."""

_PRACTICES = (
    "{mark} Street Counseling",
    "{mark} Psychotherapy Group",
    "{mark} Behavioral Health Associates",
    "{mark} Family Therapy Center",
    "{mark} Wellness Collective",
    "{mark} Mind and Body Practice",
    "{mark} Psychological Services",
    "{mark} Community Clinic",
    "{mark} Recovery Partners",
    "{mark} Child and Teen Therapy",
)
_CENTERS = (
    "{mark} Harbor Recovery Center",
    "{mark} County Behavioral Health",
    "{mark} Valley Mental Health Clinic",
    "{mark} Bridge Treatment Services",
    "{mark} Memorial Hospital, Behavioral Health Unit",
    "{mark} House",
    "{mark} Youth and Family Services",
    "{mark} Opioid Treatment Program",
    "{mark} Veterans Counseling Center",
    "{mark} Lakes Residential Program",
)
_BEFORE = ("North", "South", "East", "West", "New", "Upper", "Lower", "Old", "Greater", "Central")
_PLACES = ("River", "Hill", "Park", "Grove", "Bay", "Prairie", "Canyon", "Meadow", "Spring", "Orchard")
_STREETS = ("Sample Street", "Example Avenue", "Testing Lane", "Demo Road", "Sample Boulevard", "Placeholder Way")


def people(draw: Draw) -> Iterator[tuple[str, str]]:
    """First and last names, each pair once; then with a middle initial, and so on for ever."""
    pairs = shuffled([(first, last) for first in LIKELY for last in LAST_NAMES], draw)
    yield from pairs
    turn = 0
    while True:
        middle = " ".join(f"{letter}." for letter in _letters(turn))
        yield from ((f"{first} {middle}", last) for first, last in pairs)
        turn += 1


def practice(draw: Draw) -> str:
    """The name of a practice."""
    return _named(_PRACTICES, draw)


def center(draw: Draw) -> str:
    """The name of a treatment center."""
    return _named(_CENTERS, draw)


def street(draw: Draw) -> str:
    """A street address."""
    return f"{100 + int(draw() * 9_800)} {pick(_STREETS, draw)}"


def _named(forms: tuple[str, ...], draw: Draw) -> str:
    mark = pick(("Sample", "Example", "Testwood", "Demoford"), draw)
    return pick(forms, draw).format(mark=f"{pick(_BEFORE, draw)} {mark} {pick(_PLACES, draw)}")


def _letters(turn: int) -> str:
    letters = ""
    while True:
        letters += chr(ord("A") + turn % 26)
        turn = turn // 26
        if not turn:
            return letters
