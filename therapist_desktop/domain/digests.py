"""The one digest that bytes are known by: blake2b, 16 bytes long."""

from __future__ import annotations

from _blake2 import blake2b  # the one that hashlib hands out; hashlib loads OpenSSL as well, 4 MB of memory
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

DIGEST_BYTES = 16
_PIECE = 1 << 18


def digest(data: bytes) -> bytes:
    """The digest of some bytes."""
    return blake2b(data, digest_size=DIGEST_BYTES).digest()


def digest_of_file(file: Path) -> str:
    """The digest of a whole file, in hex. Raises OSError."""
    found, piece = blake2b(digest_size=DIGEST_BYTES), bytearray(_PIECE)
    with file.open("rb", buffering=0) as stream:
        while size := stream.readinto(piece):
            found.update(memoryview(piece)[:size])
    return found.hexdigest()
