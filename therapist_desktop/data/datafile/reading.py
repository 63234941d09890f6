"""Read a data file as a stream: bounded memory, bounded lines, one sentence for whatever is wrong."""

from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from typing import NamedTuple

import msgspec
import zstandard

from therapist_desktop.data.datafile.records import FORMAT, Header
from therapist_desktop.domain.errors import DataFileBroken, FormatTooNew

MAX_LINE = 1 << 20
_PIECE = 1 << 11  # small pieces bound how much one step of a decompression bomb can grow
_ENOUGH = 1 << 17
_WINDOW = 1 << 23


class NumberedLine(NamedTuple):
    """One line and its number in the file; the header is line 1."""

    number: int
    text: bytes


class Batch(NamedTuple):
    """Lines that follow each other, and the number of the first."""

    first: int
    lines: list[bytes]


class _Format(msgspec.Struct):
    """The little of a header that every format, known or not, will have."""

    kind: str
    format: int


_HEADER = msgspec.json.Decoder(Header)
_FORMAT = msgspec.json.Decoder(_Format)


class DataFile:
    """A data file open for reading. It may be read more than once; each pass reads the file anew.

    Raises DataFileBroken for anything that is not a whole data file and FormatTooNew for a format above FORMAT.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        with self._guarded():
            first = next(self._batches(), None)
        if first is None:
            raise self._broken("it is empty")
        self.header = self._read_header(first.lines[0])

    def lines(self) -> Iterator[NumberedLine]:
        """Every line after the header, in order."""
        for batch in self.batches():
            yield from map(NumberedLine, count(batch.first), batch.lines)

    def batches(self) -> Iterator[Batch]:
        """The same, some hundred lines at a time, which is faster."""
        with self._guarded():
            batches = self._batches()
            first = next(batches)
            yield Batch(first.first + 1, first.lines[1:])
            yield from batches

    def _read_header(self, line: bytes) -> Header:
        try:
            known = _FORMAT.decode(line)
        except msgspec.DecodeError as error:
            raise self._broken("line 1 is not a release header") from error
        if known.kind != "release":
            raise self._broken("line 1 is not a release header")
        if known.format > FORMAT:
            raise FormatTooNew(file=self.path.name, found=known.format, known=FORMAT)
        try:
            return _HEADER.decode(line)
        except msgspec.ValidationError as error:
            raise self._broken(f"line 1, the release header: {error}") from error

    def _batches(self) -> Iterator[Batch]:
        number, rest = 1, b""
        for piece in self._pieces():
            lines = (rest + piece).split(b"\n")
            rest = lines[-1]
            if max(map(len, lines)) > MAX_LINE:
                place = next(place for place, line in enumerate(lines, number) if len(line) > MAX_LINE)
                raise self._broken(f"line {place} is longer than {MAX_LINE} bytes")
            del lines[-1]
            if lines:
                yield Batch(number, lines)
                number += len(lines)
        if rest:
            raise self._broken(f"it ends in the middle of line {number}")

    def _pieces(self) -> Iterator[bytes]:
        stream = zstandard.ZstdDecompressor(max_window_size=_WINDOW).decompressobj()
        grown: list[bytes] = []
        with self.path.open("rb") as file:
            while piece := file.read(_PIECE):
                if stream.eof:
                    raise self._broken("there is something after its end")
                grown.append(stream.decompress(piece))
                if sum(map(len, grown)) >= _ENOUGH:
                    yield b"".join(grown)
                    grown.clear()
        if not stream.eof:
            raise self._broken("it is cut short")
        if stream.unused_data:
            raise self._broken("there is something after its end")
        if any(grown):
            yield b"".join(grown)

    @contextmanager
    def _guarded(self) -> Iterator[None]:
        try:
            yield
        except zstandard.ZstdError as error:
            raise self._broken("it is not zstd data, or it is damaged") from error
        except OSError as error:
            raise self._broken(error.strerror or "it cannot be read") from error

    def _broken(self, what: str) -> DataFileBroken:
        return DataFileBroken(file=self.path.name, what=what)
