"""Where releases come from, and whom we trust there. Everything TUF says no to leaves this module in our own words."""

from __future__ import annotations

import hashlib
import json
import re
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tuf.api import exceptions as tuf_errors
from tuf.api.metadata import Metadata, Root, TargetFile, Timestamp  # type: ignore[attr-defined] # re-exported there
from tuf.api.serialization import DeserializationError
from tuf.ngclient.config import UpdaterConfig
from tuf.ngclient.updater import Updater

from therapist_desktop.data.trouble import explained
from therapist_desktop.domain.errors import (
    DataFileBroken,
    Expired,
    NoSource,
    NotASource,
    NoTrust,
    NotTrusted,
    SteppedBack,
    Trouble,
    Unreachable,
    UsageTrouble,
)
from therapist_desktop.domain.text import shorten
from therapist_desktop.services.safely import write_safely
from therapist_desktop.services.transport import (
    METADATA,
    Fetcher,
    FolderTransport,
    Limits,
    Pulse,
    Transport,
    folder_of,
    is_web,
    transport_to,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

LATEST_ACCEPTED_DAYS = 365
_TARGETS = "targets/"
_RELEASE = re.compile(r"release-(\d{6,9})\.jsonl\.zst")
_MOST_ADDRESSES = 8
_USUAL_GROWTH = 10
_CONFIG = UpdaterConfig(
    max_root_rotations=64,
    max_delegations=0,
    root_max_length=64_000,
    timestamp_max_length=8_000,
    snapshot_max_length=64_000,
    targets_max_length=1_000_000,
)


@dataclass(frozen=True, slots=True)
class Offer:
    """The newest release of a source, as its publisher signed it. `size_out` is the size when unpacked."""

    number: int
    format: int
    state: str
    counts: Mapping[str, int]
    published: str
    title: str
    length: int
    size_out: int
    target: str


class Source:
    """One source with the root of trust that was handed over for it."""

    def __init__(self, folder: Path, transport: Transport, *, accept_expired: bool = False) -> None:
        self.fingerprint = folder.name
        self.address = transport.address
        self._folder = folder
        self._transport = transport
        self._accept_expired = accept_expired
        self._targets: dict[str, TargetFile] = {}
        self._fetched = b""

    def newest(self, pulse: Pulse) -> Offer:
        """Ask for the newest release. Raises a Refusal for what cannot be trusted, Unreachable, NotASource."""
        with self._explained(), explained(self._folder):
            updater = self._updater(pulse)
            updater.refresh()
            name = self._newest_name()
            target = updater.get_targetinfo(name)
        if target is None:
            raise NotTrusted(what=f"{name} is not among the signed files")
        self._targets[name] = target
        self._remember()
        return _offer(target)

    def fetch(self, offer: Offer, into: Path, pulse: Callable[[int], None]) -> int:
        """Bring the data file of an offer of `newest`, checked against its signature; returns its size in bytes."""
        target = self._targets[offer.target]
        name = _TARGETS + target.get_prefixed_paths()[0]
        with self._explained(), explained(into), into.open("w+b") as stream:
            for chunk in self._transport.chunks(name, lambda: pulse(stream.tell())):
                if stream.tell() + len(chunk) > target.length:
                    raise NotTrusted(what=f"{offer.target} is longer than its signature says")
                stream.write(chunk)
            pulse(stream.tell())
            target.verify_length_and_hashes(stream)
            return stream.tell()

    def _updater(self, pulse: Pulse) -> Updater:
        metadata = self._folder / "metadata"
        with explained(metadata):
            metadata.mkdir(parents=True, exist_ok=True)
            root = (self._folder / "root.json").read_bytes()
            updater = Updater(
                metadata_dir=str(metadata),
                metadata_base_url=METADATA,
                fetcher=Fetcher(self._transport, pulse, self._note_fetched),
                config=_CONFIG,
                bootstrap=root,
            )
        if self._accept_expired:
            self._turn_back(updater)
        return updater

    def _turn_back(self, updater: Updater) -> None:
        """Judge expiry at the time the offered files were good, for a folder that arrived late."""
        if not isinstance(self._transport, FolderTransport):
            return
        offered = Path(self._transport.address) / METADATA / "timestamp.json"
        with suppress(OSError, DeserializationError):
            end = Metadata[Timestamp].from_bytes(offered.read_bytes()[: _CONFIG.timestamp_max_length]).signed.expires
            now = datetime.now(UTC)
            if now - timedelta(days=LATEST_ACCEPTED_DAYS) < end < now:
                # TUF has no word for this (python-tuf issue 2359); a test fails when the attribute goes.
                updater._trusted_set.reference_time = end - timedelta(seconds=1)  # noqa: SLF001 - see above

    def _newest_name(self) -> str:
        """The name of the newest release. The list was verified by TUF just before; only names are taken from it."""
        listed = json.loads((self._folder / "metadata" / "targets.json").read_bytes())["signed"]["targets"]
        numbered = {int(match[1]): name for name in listed if (match := _RELEASE.fullmatch(name))}
        if not numbered:
            raise NotASource(address=self.address, what="its publisher has not released anything yet")
        return str(numbered[max(numbered)])

    @contextmanager
    def _explained(self) -> Iterator[None]:
        """What TUF says no to, in our own words."""
        try:
            yield
        except tuf_errors.DownloadError as error:
            raise self._download_trouble(error) from error
        except tuf_errors.RepositoryError as error:
            raise self._trust_trouble(error) from error

    def _download_trouble(self, error: tuf_errors.DownloadError) -> Trouble:
        match error:
            case tuf_errors.DownloadLengthMismatchError():
                return NotTrusted(what="a file is longer than it may be")
            case tuf_errors.DownloadHTTPError(status_code=404):
                name = str(error).split()[0].rstrip(":")
                if name == f"{METADATA}timestamp.json":
                    return NotASource(address=self.address, what=f"it has no {name}")
                what = f"{name} is missing there, perhaps because it is being uploaded just now"
                return Unreachable(address=self.address, what=what)
            case tuf_errors.DownloadHTTPError():
                return Unreachable(address=self.address, what=f"it answers with status {error.status_code}")
            case _:
                return Unreachable(address=self.address, what="the download failed")

    def _trust_trouble(self, error: tuf_errors.RepositoryError) -> Trouble:
        match error:
            case tuf_errors.ExpiredMetadataError():
                return Expired(what=self._age(str(error)))
            case tuf_errors.BadVersionNumberError():
                return SteppedBack(address=self.address, what=shorten(str(error), 120))
            case tuf_errors.LengthOrHashMismatchError():
                return NotTrusted(what="a file is not the one that was signed")
            case DeserializationError():
                return NotTrusted(what="the publisher's metadata cannot be read")
            case _:
                return NotTrusted(what=shorten(str(error), 120))

    def _age(self, message: str) -> str:
        """Which signature ran out and when. TUF names the role; its file is the root or the one fetched last."""
        role = message.partition(".json")[0].split()[-1]
        try:
            root = (self._folder / "metadata" / "root.json").read_bytes()
            signed = Metadata[Any].from_bytes(root if role == Root.type else self._fetched).signed
        except (OSError, DeserializationError):
            return f"the {role} signature is out of date"
        days = (datetime.now(UTC) - signed.expires).days
        return f"the {role} signature was good until {signed.expires:%d %B %Y}, {days} days ago"

    def _note_fetched(self, content: bytes) -> None:
        self._fetched = content

    def _remember(self) -> None:
        """From now on this address needs no key file. An address belongs to one source only."""
        for other in self._folder.parent.glob("*/source.json"):
            if other.parent != self._folder and self.address in _addresses(other.parent):
                _write_addresses(other.parent, [known for known in _addresses(other.parent) if known != self.address])
        kept = [known for known in _addresses(self._folder) if known != self.address]
        _write_addresses(self._folder, [self.address, *kept][:_MOST_ADDRESSES])


class Sources:
    """The sources this machine trusts, each in a folder of its own named after its first root of trust."""

    def __init__(self, folder: Path, limits: Limits | None = None) -> None:
        self._folder = folder
        self._limits = limits or Limits()

    def known(self) -> Mapping[str, str]:
        """The fingerprint of the source at each known address."""
        folders = [file.parent for file in sorted(self._folder.glob("*/source.json"))]
        return {address: folder.name for folder in folders for address in _addresses(folder)}

    def open(self, address: str, trust: Path | None = None, *, accept_expired: bool = False) -> Source:
        """The source at an address. A new one needs its publisher's root.json; without it NoTrust is raised."""
        if not address.strip():
            raise NoSource
        transport = transport_to(_absolute(address.strip()), self._limits)
        known = self.known()
        if trust is not None:
            folder = self._trusting(trust)
        elif transport.address in known:
            folder = self._folder / known[transport.address]
        else:
            raise NoTrust(address=transport.address)
        return Source(folder, transport, accept_expired=accept_expired)

    def _trusting(self, file: Path) -> Path:
        what = f"{file} is not a publisher's key file (root.json)"
        try:
            root = file.read_bytes()
            signed = Metadata[Any].from_bytes(root).signed
        except OSError as error:
            raise UsageTrouble(what=f"{file} cannot be read ({error.strerror})") from error
        except DeserializationError as error:
            raise UsageTrouble(what=what) from error
        if not isinstance(signed, Root) or len(root) > _CONFIG.root_max_length:
            raise UsageTrouble(what=what)
        folder = self._folder / hashlib.sha256(root).hexdigest()[:16]
        write_safely(folder / "root.json", root)
        return folder


def _absolute(address: str) -> str:
    """A folder by its full path, so that it is the same source from wherever the program is started."""
    if is_web(address):
        return address
    return str(folder_of(address).resolve())


def _offer(target: TargetFile) -> Offer:
    try:
        custom = target.custom
        offer = Offer(
            number=int(custom["release"]),
            format=int(custom["format"]),
            state=str(custom["state"]),
            counts={str(kind): int(count) for kind, count in custom["counts"].items()},
            published=str(custom["published"]),
            title=str(custom["title"]),
            length=target.length,
            size_out=int(custom.get("size_out", 0)) or _USUAL_GROWTH * target.length,
            target=target.path,
        )
    except (LookupError, TypeError, ValueError, AttributeError) as error:
        raise DataFileBroken(file=target.path, what="its signed description is incomplete") from error
    if target.path != f"release-{offer.number:06d}.jsonl.zst":
        raise DataFileBroken(file=target.path, what=f"its signed description is that of release {offer.number}")
    return offer


def _addresses(folder: Path) -> list[str]:
    try:
        return [str(address) for address in json.loads((folder / "source.json").read_bytes())["addresses"]]
    except (OSError, ValueError, LookupError, TypeError):
        return []


def _write_addresses(folder: Path, addresses: list[str]) -> None:
    if addresses != _addresses(folder):
        write_safely(folder / "source.json", json.dumps({"addresses": addresses}, indent=1).encode() + b"\n")
