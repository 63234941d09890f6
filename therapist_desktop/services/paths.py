"""Where a person's files live. Nothing else in the program asks the system for folders."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import NamedTuple


class AppPaths(NamedTuple):
    """Every file and folder of one person, all below one data folder."""

    folder: Path
    catalogues: Path
    sources: Path
    log: Path
    notebook: Path
    local_steps: Path

    @classmethod
    def under(cls, folder: Path) -> AppPaths:
        """All of them below this folder. Nothing is made yet."""
        return cls(
            folder=folder,
            catalogues=folder / "catalogues",
            sources=folder / "sources",
            log=folder / "log.txt",
            notebook=folder / "notebook.sqlite",
            local_steps=folder / "crisis.json",
        )

    @classmethod
    def of_this_user(cls) -> AppPaths:
        """Where the system keeps data of this person on this machine; it never roams to other machines."""
        import platformdirs  # a folder that was named needs none of it

        return cls.under(platformdirs.user_data_path("TherapistDesktop", appauthor=False, roaming=False))


def typed_path(text: str) -> Path:
    """A path as a person types it: "~" is their own folder, and "~name" stays as it is where nobody has that name."""
    path = Path(text)
    with suppress(RuntimeError):
        return path.expanduser()
    return path
