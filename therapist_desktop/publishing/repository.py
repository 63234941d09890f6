"""A signed repository of releases: static files that any web server or USB stick can carry.

Everything is written under new names first and `timestamp.json` last. It is the only file a reader starts from, so an
upload that stops half way changes nothing for anybody.
"""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Final, TypeVar

import zstandard
from tuf.api.exceptions import RepositoryError
from tuf.api.metadata import (  # type: ignore[attr-defined] # public, not re-exported by name
    Metadata,
    MetaFile,
    Root,
    Snapshot,
    TargetFile,
    Targets,
    Timestamp,
)
from tuf.api.serialization.json import JSONSerializer

from therapist_desktop.domain.errors import KeysUnusable, NotASource
from therapist_desktop.publishing.files import write_whole
from therapist_desktop.publishing.keys import ROOT_FILE, Keys
from therapist_desktop.services.safely import sync_folder

if TYPE_CHECKING:
    from collections.abc import Mapping

    from therapist_desktop.data.datafile.records import Header

KEPT: Final = 10
LIFETIMES: Final = {"timestamp": 35, "snapshot": 365, "targets": 365}
_RENEWED_BEFORE: Final = 90
_FRAME_HEADER: Final = 18
_Role = TypeVar("_Role", Timestamp, Snapshot, Targets)


@dataclass(frozen=True, slots=True)
class Current:
    """The signed state of a repository. All versions are 0 in one that is empty."""

    targets: Targets
    snapshot: Snapshot
    timestamp: Timestamp

    @property
    def newest(self) -> int:
        """The number of the newest release, 0 where there is none."""
        return max((release_of(target) for target in self.targets.targets.values()), default=0)

    @property
    def counts(self) -> Mapping[str, int]:
        """How many records of each kind the newest release holds."""
        newest = max(self.targets.targets.values(), key=release_of, default=None)
        counts = (newest.custom or {}).get("counts") if newest else None
        return counts if isinstance(counts, dict) else {}


def release_of(target: TargetFile) -> int:
    """The release number of a target, 0 where it has none."""
    number = (target.custom or {}).get("release")
    return number if isinstance(number, int) else 0


def read_repository(folder: Path, keys: Keys) -> Current:
    """What is published in a folder, proved with the publisher's root. Raises NotASource and KeysUnusable."""
    metadata = folder / "metadata"
    if not (metadata / "timestamp.json").exists():
        return Current(Targets(version=1), Snapshot(version=1), Timestamp(version=1))
    try:
        if (metadata / ROOT_FILE).read_bytes() != keys.root_bytes:
            raise KeysUnusable(folder=folder, what="this repository was begun with another root.json")
        timestamp = _verified(keys.root, "timestamp", Metadata[Timestamp].from_file(str(metadata / "timestamp.json")))
        version = timestamp.snapshot_meta.version
        snapshot = _verified(keys.root, "snapshot", Metadata[Snapshot].from_file(_name(metadata, version, "snapshot")))
        version = snapshot.meta["targets.json"].version
        targets = _verified(keys.root, "targets", Metadata[Targets].from_file(_name(metadata, version, "targets")))
    except (OSError, RepositoryError, LookupError, ValueError) as error:
        what = "its metadata is damaged, or signed with other keys"
        raise NotASource(address=folder, what=what) from error
    return Current(targets, snapshot, timestamp)


def publish(folder: Path, current: Current, file: Path, header: Header, keys: Keys, now: datetime) -> TargetFile:
    """Move a data file into the repository and sign the new state. Raises OSError."""
    target = _target(file, header)
    (folder / "targets").mkdir(parents=True, exist_ok=True)
    stored = folder / "targets" / f"{target.hashes['sha256']}.{file.name}"
    shutil.move(file, stored)
    sync_folder(stored.parent)
    targets = {**current.targets.targets, file.name: target}
    newest = sorted(targets, key=lambda name: release_of(targets[name]), reverse=True)
    current.targets.targets = {name: targets[name] for name in sorted(newest[:KEPT])}
    sign(folder, current, keys, now, {"targets", "snapshot", "timestamp"})
    for name in newest[KEPT:]:
        (folder / "targets" / f"{targets[name].hashes['sha256']}.{name}").unlink(missing_ok=True)
    return target


def renew(folder: Path, current: Current, keys: Keys, now: datetime) -> datetime:
    """Sign the same releases anew, before a signature runs out; returns the new last day. Raises OSError."""
    soon = now + timedelta(days=_RENEWED_BEFORE)
    roles = {"timestamp"}
    if current.targets.is_expired(soon):
        roles |= {"targets", "snapshot"}
    elif current.snapshot.is_expired(soon):
        roles |= {"snapshot"}
    sign(folder, current, keys, now, roles)
    return current.timestamp.expires


def sign(folder: Path, current: Current, keys: Keys, now: datetime, roles: set[str]) -> None:
    """Sign these roles in a new version and write them, timestamp last. Raises OSError."""
    metadata = folder / "metadata"
    fresh = not (metadata / "timestamp.json").exists()
    for role, signed in (
        ("targets", current.targets),
        ("snapshot", current.snapshot),
        ("timestamp", current.timestamp),
    ):
        if role in roles:
            signed.version += 0 if fresh else 1
            signed.expires = now + timedelta(days=LIFETIMES[role])
    current.snapshot.meta["targets.json"] = MetaFile(version=current.targets.version)
    current.timestamp.snapshot_meta = MetaFile(version=current.snapshot.version)
    write_whole(metadata / f"{keys.root.signed.version}.root.json", keys.root_bytes)
    write_whole(metadata / ROOT_FILE, keys.root_bytes)
    if "targets" in roles:
        write_whole(Path(_name(metadata, current.targets.version, "targets")), _signed(current.targets, keys))
    if "snapshot" in roles:
        write_whole(Path(_name(metadata, current.snapshot.version, "snapshot")), _signed(current.snapshot, keys))
    write_whole(metadata / "timestamp.json", _signed(current.timestamp, keys))


def _signed(signed: _Role, keys: Keys) -> bytes:
    document = Metadata(signed)
    document.sign(keys.signers[signed.type])
    return document.to_bytes(JSONSerializer())


def _verified(root: Metadata[Root], role: str, document: Metadata[_Role]) -> _Role:
    root.verify_delegate(role, document)
    return document.signed


def _name(metadata: Path, version: int, role: str) -> str:
    return str(metadata / f"{version}.{role}.json")


def _target(file: Path, header: Header) -> TargetFile:
    with file.open("rb") as opened:
        size_out = zstandard.get_frame_parameters(opened.read(_FRAME_HEADER)).content_size
        opened.seek(0)
        digest = sha256()
        while piece := opened.read(1 << 20):
            digest.update(piece)
    custom = {
        "release": header.number,
        "format": header.format,
        "state": header.state,
        "counts": header.counts,
        "published": f"{header.published:%Y-%m-%dT%H:%M:%SZ}",
        "title": header.title,
        "size_out": size_out,
    }
    return TargetFile(file.stat().st_size, {"sha256": digest.hexdigest()}, file.name, {"custom": custom})
