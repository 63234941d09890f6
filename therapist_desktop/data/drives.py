"""What kind of drive a file lies on."""

from __future__ import annotations

import sys
from pathlib import Path

_SHARED = frozenset(
    {
        "9p",
        "afs",
        "cifs",
        "davfs",
        "fuse.glusterfs",
        "fuse.sshfs",
        "fuse.rclone",
        "ncpfs",
        "nfs",
        "nfs4",
        "smb3",
        "smbfs",
    }
)
_MOUNTS = Path("/proc/self/mounts")

if sys.platform == "win32":
    import ctypes

    _REMOTE = 4

    def is_remote(path: Path) -> bool:
        """Other machines can reach the drive as well: a write-ahead log is not safe there."""
        root = path.absolute().anchor
        return root.startswith("\\\\") or ctypes.windll.kernel32.GetDriveTypeW(root) == _REMOTE

else:

    def is_remote(path: Path, mounts: Path = _MOUNTS) -> bool:
        """Other machines can reach the drive as well: a write-ahead log is not safe there.

        Systems that have no list of their mounts to read count as local.
        """
        try:
            lines = mounts.read_text(encoding="utf-8", errors="replace").splitlines()
        except OSError:
            return False
        place, kind = "", ""
        where = str(path.resolve())
        for line in lines:
            _device, point, found, *_rest = line.split(" ")
            point = point.replace("\\040", " ")
            if len(point) >= len(place) and (where == point or where.startswith(point.rstrip("/") + "/")):
                place, kind = point, found
        return kind in _SHARED
