"""Names that nobody can take for a real person's or a real practice's."""

from __future__ import annotations

from collections.abc import Iterator

from therapist_desktop.publishing.samples.chances import Draw, pick, shuffled

FIRST_NAMES = (
    "Ada Aisha Alejandra Amara Amir Ana Andre Anh Anneke Arjun Beatriz Bo Camila Carlos Chidi Chloe Daniel Deepa Dina"
    " Ebony Eitan Elena Emeka Esther Farah Fatima Gabriel Grace Hana Hassan Ines Isaac Jamal Jin Jonah José Kai Keisha"
    " Lars Leila Lin Lucía Malik Marcus Mei Miriam Naomi Nia Noor Omar Paloma Priya Quinn Rafael Rosa Ruth Samir Sofia"
    " Tariq Thuy Uma Victor Wanda Xiomara Yusuf Zoë"
).split()
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
    "Mc Sampleton",
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
    pairs = shuffled([(first, last) for first in FIRST_NAMES for last in LAST_NAMES], draw)
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
