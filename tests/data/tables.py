"""The tables of a catalogue file, to be compared with those of another."""

import sqlite3
from contextlib import closing
from pathlib import Path

from pyroaring import BitMap

from therapist_desktop.data.layout import Column, Field, prefix_post, word_post

TABLES = (
    "meta",
    "card",
    "detail",
    "facet",
    "post",
    "number",
    "wording",
    "col",
    "place",
    "piece",
    "other",
    "quarantine",
)


def rows_of(file: Path, table: str, columns: str = "*") -> list[tuple[object, ...]]:
    """All rows of a table in their order."""
    with closing(sqlite3.connect(file)) as connection:
        return sorted(connection.execute(f"SELECT {columns} FROM {table}"))


def tables_of(file: Path) -> dict[str, list[tuple[object, ...]]]:
    """Everything a catalogue holds."""
    return {table: rows_of(file, table) for table in TABLES} | {"words": rows_of(file, "piece_words")}


def column(file: Path, name: str) -> bytes:
    """The bytes of a stored column."""
    found: dict[object, bytes] = dict(rows_of(file, "col"))  # type: ignore[arg-type]
    return found[name]


def listed(file: Path, name: str) -> list[str]:
    """The words or prefixes of a stored column."""
    text = column(file, name).decode()
    return text.split("\n") if text else []


def postings(file: Path, field: Field) -> tuple[dict[str, set[int]], dict[str, set[int]]]:
    """The rows of each word of a field, and of each prefix that has its own set."""
    stored = {number: set(BitMap.deserialize(rows)) for number, rows in rows_of(file, "post")}  # type: ignore[arg-type]
    words, prefixes = listed(file, Column.words(field)), listed(file, Column.prefixes(field))
    return (
        {word: stored[word_post(field, place)] for place, word in enumerate(words)},
        {prefix: stored[prefix_post(field, place)] for place, prefix in enumerate(prefixes)},
    )
