"""Put the lines of a release into the order of the format, on disk, whatever order they come in."""

import sqlite3
from array import array
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from itertools import chain
from pathlib import Path

from therapist_desktop.data.datafile.ordering import place_in_file
from therapist_desktop.data.datafile.reading import DataFile, NumberedLine
from therapist_desktop.data.datafile.writing import write_lines
from therapist_desktop.data.layout import pack
from therapist_desktop.data.trouble import explained

_TABLE = "CREATE TABLE line (section INTEGER, name TEXT, id TEXT, number INTEGER, text BLOB)"
_INSERT = "INSERT INTO line VALUES (?, ?, ?, ?, ?)"
_ORDERED = "SELECT number, text FROM line ORDER BY section, name, id, number"


def arrange(data_file: DataFile, target: Path, numbers: Path) -> None:
    """Write the same release in order to `target`, and for each of its lines the number it had to `numbers`.

    Raises DataFileBroken, DiskFull or NotWritable.
    """
    had = array("I")

    def texts(lines: Iterable[NumberedLine]) -> Iterator[bytes]:
        for line in lines:
            had.append(line.number)
            yield line.text

    with explained(target), in_order(data_file.lines(), target.parent) as lines:
        write_lines(target, data_file.header, texts(lines))
        numbers.write_bytes(pack(had))


@contextmanager
def in_order(lines: Iterable[NumberedLine], bench: Path) -> Iterator[Iterator[NumberedLine]]:
    """These lines in the order of the format, equals by their number; they wait in a file on the bench meanwhile."""
    file = bench / "arranging.sqlite"
    try:
        with closing(sqlite3.connect(file)) as connection:
            for pragma in ("journal_mode = OFF", "synchronous = OFF"):
                connection.execute(f"PRAGMA {pragma}")
            connection.execute(_TABLE)
            connection.executemany(_INSERT, (_row(line) for line in lines))
            connection.commit()
            yield (NumberedLine(*row) for row in connection.execute(_ORDERED))
    finally:
        file.unlink(missing_ok=True)


def _row(line: NumberedLine) -> tuple[object, ...]:
    return tuple(chain(place_in_file(line.text), line))
