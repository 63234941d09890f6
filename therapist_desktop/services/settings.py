"""What a person has set: one frozen value, of which only the differences are written."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, replace
from typing import TYPE_CHECKING, Any

from therapist_desktop.services.safely import write_safely

if TYPE_CHECKING:
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class Settings:
    """The defaults are what a new person gets."""

    sync_at_start: bool = False


class SettingsFile:
    """Settings on disk. A file or a value that cannot be read counts as not set."""

    def __init__(self, file: Path) -> None:
        self._file = file

    def load(self) -> Settings:
        """The settings as they are now."""
        stored = self._stored()
        usual = asdict(Settings())
        good: dict[str, Any] = {name: stored[name] for name in usual if type(stored.get(name)) is type(usual[name])}
        return replace(Settings(), **good)

    def save(self, settings: Settings) -> None:
        """Write what differs from the defaults. Raises DiskFull or NotWritable."""
        usual = asdict(Settings())
        changed = {name: value for name, value in asdict(settings).items() if value != usual[name]}
        write_safely(self._file, json.dumps(changed, indent=1, sort_keys=True).encode() + b"\n")

    def _stored(self) -> dict[str, Any]:
        try:
            stored = json.loads(self._file.read_bytes())
        except (OSError, ValueError, RecursionError):
            return {}
        return stored if isinstance(stored, dict) else {}
