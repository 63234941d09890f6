"""Write a data file: the same records always give the same bytes."""

import os
import tempfile
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import msgspec
import zstandard

from therapist_desktop.data.datafile.canonical import StateHash, encode
from therapist_desktop.data.datafile.checking import identity
from therapist_desktop.data.datafile.fields import Record
from therapist_desktop.data.datafile.records import Header
from therapist_desktop.domain.digests import digest

LEVEL = 12
_FAST = 1
_WINDOW_LOG = 23


def file_name(number: int) -> str:
    """release-000042.jsonl.zst"""
    return f"release-{number:06d}.jsonl.zst"


def write_data_file(path: Path, header: Header, records: Iterable[Record | bytes], level: int = LEVEL) -> Header:
    """Write header and records; returns the header with the counts and the state as found.

    Records are written in the order given; bytes are written as they are (one line, no line end). The file appears
    under its name only when it is whole.
    """
    state, counts = StateHash(), Counter[str]()

    def lines() -> Iterator[bytes]:
        for record in records:
            line = record if isinstance(record, bytes) else encode(record)
            state.add(digest(line))
            counts[_kind(record)] += 1
            yield line

    def found() -> Header:
        return msgspec.structs.replace(header, counts=dict(sorted(counts.items())), state=state.hex())

    return _write(path, lines(), found, level)


def write_lines(path: Path, header: Header, lines: Iterable[bytes], level: int = _FAST) -> None:
    """Write lines as they are behind a header that already says what they add up to."""
    _write(path, lines, lambda: header, level)


def _write(path: Path, lines: Iterable[bytes], header: Callable[[], Header], level: int) -> Header:
    with tempfile.TemporaryFile(dir=path.parent) as waiting:
        waiting.writelines(line + b"\n" for line in lines)
        size = waiting.tell()
        waiting.seek(0)
        full = header()
        _compress(path, encode(full) + b"\n", waiting, size, level)
    return full


def _kind(record: Record | bytes) -> str:
    return identity(record).kind if isinstance(record, bytes) else str(record.__struct_config__.tag)


def _compress(path: Path, first: bytes, lines: Iterable[bytes], size: int, level: int) -> None:
    total = len(first) + size
    settings = zstandard.ZstdCompressionParameters.from_level(
        level,
        source_size=total,
        window_log=min(_WINDOW_LOG, max(10, total.bit_length())),
        write_checksum=True,
    )
    half = path.with_name(path.name + ".part")
    try:
        with half.open("wb") as file:
            with zstandard.ZstdCompressor(compression_params=settings).stream_writer(
                file, size=total, closefd=False
            ) as stream:
                stream.write(first)
                for line in lines:
                    stream.write(line)
            file.flush()
            os.fsync(file.fileno())
        half.replace(path)
    finally:
        half.unlink(missing_ok=True)
