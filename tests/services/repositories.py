"""Publishers made for tests: real keys, real signatures, real files, and every way of getting them wrong."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from securesystemslib.signer import CryptoSigner, Signer  # type: ignore[attr-defined] # re-exported there
from tuf.api.metadata import (  # type: ignore[attr-defined] # re-exported there
    Metadata,
    MetaFile,
    Role,
    Root,
    Snapshot,
    TargetFile,
    Targets,
    Timestamp,
)

from tests.made import a_header, crowd, whole
from therapist_desktop.data.datafile.fields import Record
from therapist_desktop.data.datafile.records import Header
from therapist_desktop.data.datafile.writing import file_name, write_data_file

ROLES = ("root", "targets", "snapshot", "timestamp")
LIFE = timedelta(days=30)


class Repository:
    """A publisher's folder with metadata and targets, as it would lie on a web server or a stick."""

    def __init__(self, folder: Path, life: timedelta = LIFE) -> None:
        self.folder = folder
        self.metadata = folder / "metadata"
        self.targets = folder / "targets"
        self.signers: dict[str, Signer] = {role: CryptoSigner.generate_ed25519() for role in ROLES}
        self._expires = datetime.now(UTC).replace(microsecond=0) + life
        self._files: dict[str, TargetFile] = {}
        self._version = 0
        self._root_version = 1
        self.metadata.mkdir(parents=True)
        self.targets.mkdir()
        self.trust = self._write_root()

    def release(self, number: int = 42, size: int = 40, **custom: Any) -> Header:
        """Publish a release of so many listings; `custom` overrides what is signed about it."""
        return self.publish(number, whole(crowd(size)), **custom)

    def publish(self, number: int, records: Iterable[Record | bytes], *, inside: int = 0, **custom: Any) -> Header:
        """Publish these records. `inside` is the number the file gives itself, where that differs."""
        file = self.folder / "new"
        header = write_data_file(file, a_header(number=inside or number), records, level=1)
        self.add(number, file, header, **custom)
        return header

    def add(self, number: int, file: Path, header: Header, **custom: Any) -> None:
        """Publish any file as a release."""
        name = file_name(number)
        target = TargetFile.from_file(name, str(file))
        target.unrecognized_fields["custom"] = {
            "release": number,
            "format": 1,
            "state": header.state,
            "counts": header.counts,
            "published": header.published.isoformat(),
            "title": header.title,
            "size_out": 1_000_000,
        } | custom
        shutil.move(file, self.targets / target.get_prefixed_paths()[0])
        self._files[name] = target
        self.sign()

    def sign(self, life: timedelta | None = None, version: int | None = None) -> None:
        """Sign anew, for so long."""
        expires = self._expires if life is None else datetime.now(UTC).replace(microsecond=0) + life
        self._version = version or self._version + 1
        one = self._version
        self._write("targets", Targets(version=one, expires=expires, targets=dict(self._files)), f"{one}.targets.json")
        snapshot = Snapshot(version=one, expires=expires, meta={"targets.json": MetaFile(one)})
        self._write("snapshot", snapshot, f"{one}.snapshot.json")
        self._write("timestamp", Timestamp(version=one, expires=expires, snapshot_meta=MetaFile(one)), "timestamp.json")

    def file_of(self, role: str) -> Path:
        """The newest metadata file of a role."""
        if role == "timestamp":
            return self.metadata / "timestamp.json"
        return self.metadata / (f"{self._version}.{role}.json" if role != "root" else "1.root.json")

    def target_file(self, number: int = 42) -> Path:
        """The data file of a release."""
        return next(self.targets.glob(f"*.{file_name(number)}"))

    def copy(self, folder: Path) -> Path:
        """The folder as it is now, for going back later."""
        shutil.copytree(self.folder, folder)
        return folder

    def go_back_to(self, folder: Path) -> None:
        """Serve an earlier state again."""
        shutil.rmtree(self.folder)
        shutil.copytree(folder, self.folder)

    def rotate(self, *roles: str) -> None:
        """Give these roles new keys, in a root that the old root key vouches for."""
        old = self.signers["root"]
        for role in roles:
            self.signers[role] = CryptoSigner.generate_ed25519()
        self._root_version += 1
        self._write_root(self._root_version, old)

    def _write_root(self, version: int = 1, old: Signer | None = None) -> Path:
        root = Root(version=version, expires=datetime.now(UTC).replace(microsecond=0) + timedelta(days=700))
        root.consistent_snapshot = True
        for role in ROLES:
            root.roles[role] = Role([], 1)
            root.add_key(self.signers[role].public_key, role)
        file = self._write("root", root, f"{version}.root.json")
        if old is not None and old is not self.signers["root"]:
            metadata = Metadata[Root].from_file(str(file))
            metadata.sign(old, append=True)
            metadata.to_file(str(file))
        return file

    def _write(self, role: str, signed: Any, name: str) -> Path:
        metadata: Metadata[Any] = Metadata(signed)
        metadata.sign(self.signers[role])
        file = self.metadata / name
        metadata.to_file(str(file))
        return file


def edit(file: Path, **changes: Any) -> None:
    """Change what is signed in a metadata file without signing it anew."""
    content = json.loads(file.read_bytes())
    content["signed"] |= changes
    file.write_text(json.dumps(content))
