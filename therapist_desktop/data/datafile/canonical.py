"""The one canonical encoding of a record, and the hash over all records of a release.

A line of a data file is the canonical encoding: UTF-8 JSON, keys sorted, no spaces, defaults left out. The state of a
release is the sum modulo 2**128 of the digests of its lines, without the header and without line ends. It
does not depend on the order of the lines, and a delta carries it over by adding and taking away digests. Forgery is
stopped by the signatures around the file; the state finds damage and mistakes.
"""

from collections.abc import Iterable

import msgspec

from therapist_desktop.data.datafile.defaults import without_defaults

_ENCODER = msgspec.json.Encoder(order="sorted")
_MODULUS = 1 << 128


def encode(record: object) -> bytes:
    """The canonical bytes of a record or of a plain JSON value, without a line end."""
    return _ENCODER.encode(without_defaults(record) if isinstance(record, msgspec.Struct) else record)


class StateHash:
    """The running hash over the records of a release."""

    def __init__(self, state: str = "0" * 32) -> None:
        self._sum = int(state, 16)

    def add(self, line_digest: bytes) -> None:
        """One record more."""
        self._sum = (self._sum + int.from_bytes(line_digest, "big")) % _MODULUS

    def add_all(self, line_digests: Iterable[bytes]) -> None:
        """Many records more."""
        self._sum = (self._sum + sum(map(int.from_bytes, line_digests))) % _MODULUS

    def remove(self, line_digest: bytes) -> None:
        """One record less."""
        self._sum = (self._sum - int.from_bytes(line_digest, "big")) % _MODULUS

    def hex(self) -> str:
        """32 hexadecimal digits."""
        return f"{self._sum:032x}"
