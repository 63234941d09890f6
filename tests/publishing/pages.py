"""A small library on disk in which nothing is wrong, to plant mistakes in."""

from __future__ import annotations

import shutil
from pathlib import Path

RESOURCES = Path(__file__).parents[2] / "resources"

_SENTENCE = "People talk with someone they trust, and then they try one small new thing at home. "
WORDS = _SENTENCE * 40
TOPIC = f"""+++
title = "Low tide"
section = "disorder"
summary = "What low tide is, and what helps."
updated = 2026-11-01
reviewed = 2026-11-02
crisis = true

[[references]]
text = "First Institute. Low tide."

[[references]]
text = "Second Institute. Low tide, once more."
+++

## Signs

{WORDS}

## What helps

Call or text [988](hotline:988).
"""
SPANISH = f"""+++
title = "Marea baja"
summary = "Lo que es y lo que ayuda."
reviewed = 2026-11-02
+++

## Signos

{WORDS}

## Ayuda

Llame al [988](hotline:988).
"""
TERM = """title = "Ebb"
definition = "The time in which the water goes out, day after day, whatever anybody does."
also_called = ["outgoing tide"]
reviewed = 2026-11-02
"""
LINE = """title = "{number} line"
title_es = "Línea {number}"
what_for = "Free talk with somebody trained at any hour."
what_for_es = "Ayuda gratis a cualquier hora."
phones = [{{ number = "{number}", label = "Call" }}]
hours = "24/7"
verified_on = 2026-11-02

[[references]]
text = "Owner of {number}."
"""
BOOK = """title = "The Tides"
authors = ["A. Writer"]
year = 1999
isbn = "978-0-306-40615-7"
summary = "A careful book about the sea and what it does to people who live near it."
"""
MEDICINE = TOPIC.replace('section = "disorder"', 'section = "medication"').replace(
    "crisis = true", '[medicine]\ngenerics = ["tidalol"]'
)
ARTICLE = TOPIC.replace('section = "disorder"\n', "").replace("crisis = true", '[author]\nname = "A. Writer"')


def small_library(folder: Path) -> Path:
    """A folder of resources with a library of a few good pieces."""
    shutil.copytree(RESOURCES / "taxonomy", folder / "taxonomy")
    for name, text in {
        "topic/low-tide.md": TOPIC,
        "topic/low-tide.es.md": SPANISH,
        "topic/tidalol.md": MEDICINE,
        "article/tides.md": ARTICLE,
        "term/ebb.toml": TERM,
        "hotline/988.toml": LINE.format(number="988"),
        "hotline/911.toml": LINE.format(number="911"),
        "book/the-tides.toml": BOOK,
    }.items():
        put(folder, name, text)
    return folder


def put(folder: Path, name: str, text: str) -> None:
    """Write a file of the library."""
    file = folder / "library" / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
