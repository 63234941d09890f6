"""What this machine has: for the status bar and `status --json`."""

from __future__ import annotations

import platform
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from therapist_desktop import __version__
from therapist_desktop.data.storage import sqlite_version
from therapist_desktop.domain.errors import NotebookTrouble
from therapist_desktop.domain.notebook import KeptCounts
from therapist_desktop.domain.release import Status
from therapist_desktop.services.notebook import Notebook

if TYPE_CHECKING:
    from collections.abc import Mapping

    from therapist_desktop.services.paths import AppPaths
    from therapist_desktop.services.shelf import Shelf

_KEPT = ("marks", "outcomes", *KeptCounts._fields, "revision", "last_backup")


def status_of(shelf: Shelf, now: datetime | None = None) -> Status:
    """The release in use and its age. Raises NoCatalogue on an empty shelf."""
    current, pointer = shelf.in_use(), shelf.pointer()
    age = (now or datetime.now(UTC)) - current.release.published
    return Status(
        release=current.release,
        source=current.address,
        previous=pointer.previous.release.number if pointer.previous else None,
        age_days=max(0, age.days),
        checked=pointer.checked,
        quarantined=current.quarantined,
        versions=versions(),
    )


def versions() -> Mapping[str, str]:
    """The program and what it stands on."""
    return {
        "program": __version__,
        "python": platform.python_version(),
        "sqlite": sqlite_version(),
        "system": f"{platform.system()} {platform.release()}",
    }


def status_json(status: Status, counts: Mapping[str, int], paths: AppPaths) -> dict[str, Any]:
    """The answer of `status --json`. `counts` is what loaded, by kind."""
    release = status.release
    return {
        "release": {
            "number": release.number,
            "published": release.published.isoformat(),
            "title": release.title,
            "publisher": release.publisher,
            "state": release.state,
        },
        "counts": dict(sorted(counts.items())),
        "age_days": status.age_days,
        "source": status.source,
        "checked": status.checked.isoformat() if status.checked else None,
        "previous": status.previous,
        "sample": release.sample,
        "quarantined": status.quarantined,
        "notebook": _notebook(paths),
        "versions": dict(status.versions),
    }


def _notebook(paths: AppPaths) -> dict[str, Any]:
    try:
        kept = Notebook(paths.notebook).summary()
    except NotebookTrouble as trouble:
        return {"file": str(paths.notebook), **dict.fromkeys(_KEPT), "trouble": trouble.line()}
    return {
        "file": str(kept.file),
        "marks": kept.marks,
        "outcomes": kept.outcomes,
        **kept.of_pages._asdict(),
        "revision": kept.revision or None,
        "last_backup": kept.last_backup.isoformat() if kept.last_backup else None,
    }
