"""The publisher's key folder: one key for each role of the signed repository, and the root that names them."""

from __future__ import annotations

import os
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Final

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import load_pem_private_key
from securesystemslib.signer import CryptoSigner  # type: ignore[attr-defined] # public, not re-exported by name
from tuf.api.exceptions import RepositoryError
from tuf.api.metadata import Metadata, Root  # type: ignore[attr-defined] # public, not re-exported by name
from tuf.api.serialization.json import JSONSerializer

from therapist_desktop.domain.errors import KeysUnusable, UsageTrouble
from therapist_desktop.publishing.files import write_whole
from therapist_desktop.publishing.imprint import PUBLISHER_FILE, publisher_text

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

ROLES: Final = ("root", "targets", "snapshot", "timestamp")
ROOT_FILE: Final = "root.json"
ROOT_DAYS: Final = 730
_SECRET: Final = 0o600
_FOLDER: Final = 0o700


@dataclass(frozen=True, slots=True)
class Keys:
    """The signers of a publisher, with the root metadata exactly as it is handed to readers."""

    signers: Mapping[str, CryptoSigner]
    root: Metadata[Root]
    root_bytes: bytes


def make_keys(folder: Path, now: datetime) -> None:
    """Make four Ed25519 keys, a signed root.json and a publisher.toml to edit. Raises UsageTrouble, OSError."""
    files = [*(key_file(folder, role) for role in ROLES), folder / ROOT_FILE]
    if any(file.exists() for file in files):
        raise UsageTrouble(
            what=f"{folder} holds a publisher's keys already, and keys are never overwritten; name a new folder"
        )
    signers = {role: CryptoSigner.generate_ed25519() for role in ROLES}
    root = Root(expires=now + timedelta(days=ROOT_DAYS), consistent_snapshot=True)
    for role, signer in signers.items():
        root.add_key(signer.public_key, role)
    signed = Metadata(root)
    signed.sign(signers["root"])
    folder.mkdir(parents=True, exist_ok=True)
    if os.name != "nt":
        folder.chmod(_FOLDER)
    for role, signer in signers.items():
        write_whole(key_file(folder, role), signer.private_bytes, _SECRET)
    if not (folder / PUBLISHER_FILE).exists():
        write_whole(folder / PUBLISHER_FILE, publisher_text().encode())
    write_whole(folder / ROOT_FILE, signed.to_bytes(JSONSerializer()))


def read_keys(folder: Path, now: datetime) -> Keys:
    """The keys of a folder, proved against its root.json. Raises KeysUnusable."""
    try:
        root_bytes = (folder / ROOT_FILE).read_bytes()
        root = Metadata[Root].from_bytes(root_bytes)
        root.verify_delegate("root", root)
    except OSError as error:
        raise KeysUnusable(folder=folder, what=f"{ROOT_FILE} cannot be read") from error
    except (RepositoryError, ValueError) as error:
        raise KeysUnusable(folder=folder, what=f"{ROOT_FILE} is damaged or not signed by its own key") from error
    if root.signed.is_expired(now):
        raise KeysUnusable(folder=folder, what=f"{ROOT_FILE} ran out on {root.signed.expires:%Y-%m-%d}")
    signers = {role: _signer(folder, role) for role in ROLES}
    for role, signer in signers.items():
        if signer.public_key.keyid not in root.signed.roles[role].keyids:
            raise KeysUnusable(folder=folder, what=f"the {role} key is not the one that {ROOT_FILE} names")
    return Keys(signers, root, root_bytes)


def key_file(folder: Path, role: str) -> Path:
    """Where the private key of a role lies."""
    return folder / f"{role}.private.pem"


def _signer(folder: Path, role: str) -> CryptoSigner:
    file = key_file(folder, role)
    try:
        key = load_pem_private_key(file.read_bytes(), password=None)
    except OSError as error:
        raise KeysUnusable(folder=folder, what=f"{file.name} cannot be read") from error
    except (TypeError, ValueError) as error:
        raise KeysUnusable(folder=folder, what=f"{file.name} is damaged or locked with a password") from error
    if not isinstance(key, Ed25519PrivateKey):
        raise KeysUnusable(folder=folder, what=f"{file.name} is not an Ed25519 key")
    return CryptoSigner(key)
