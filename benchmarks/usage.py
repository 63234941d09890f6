"""How much memory a process takes, from what Linux tells about it."""

from dataclasses import dataclass
from pathlib import Path

_KILO = 1024
_MEGA = 1_000_000


@dataclass(frozen=True, slots=True)
class Usage:
    """Megabytes: in memory now, of those the process's own, and the most there ever were in memory."""

    resident: float
    own: float
    peak: float


def can_be_told() -> bool:
    """Whether this system tells it."""
    return _status("self").is_file()


def usage(process: str = "self") -> Usage:
    """Of one process by its number. Raises OSError where it is gone."""
    found: dict[str, float] = {}
    for line in _status(process).read_text(encoding="ascii", errors="replace").splitlines():
        name, _, rest = line.partition(":")
        if rest.endswith(" kB"):
            found[name] = int(rest.split()[0]) * _KILO / _MEGA
    return Usage(found.get("VmRSS", 0.0), found.get("RssAnon", 0.0), found.get("VmHWM", 0.0))


def _status(process: str) -> Path:
    return Path("/proc") / process / "status"
