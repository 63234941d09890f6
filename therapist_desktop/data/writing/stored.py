"""The lines of a release, read back from its catalogue file."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import zstandard

from therapist_desktop.data.layout import Column
from therapist_desktop.data.trouble import explained
from therapist_desktop.domain.errors import CatalogueDamaged


@contextmanager
def opened_for_good(file: Path) -> Iterator[sqlite3.Connection]:
    """A catalogue file that nobody writes to any more. Raises CatalogueDamaged."""
    address = f"{file.resolve().as_uri()}?mode=ro&immutable=1"
    with explained(file), closing(sqlite3.connect(address, uri=True)) as connection:
        try:
            yield connection
        except zstandard.ZstdError as error:
            raise CatalogueDamaged(what="a record cannot be unpacked") from error


def unpacker(connection: sqlite3.Connection) -> Callable[[bytes], bytes]:
    """From a packed record of this catalogue to its line."""
    dictionary = connection.execute("SELECT data FROM col WHERE name = ?", (Column.DICTIONARY,)).fetchone()[0]
    known = zstandard.ZstdCompressionDict(dictionary) if dictionary else None
    return zstandard.ZstdDecompressor(dict_data=known).decompress
