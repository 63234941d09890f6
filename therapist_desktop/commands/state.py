"""status and doctor: what this machine has, and whether it is well."""

from __future__ import annotations

from typing import TYPE_CHECKING

from therapist_desktop.commands.opening import release_in_use
from therapist_desktop.commands.printing import facts, print_json, print_lines
from therapist_desktop.commands.wording import age, day_of
from therapist_desktop.domain.errors import NotebookTrouble, Trouble
from therapist_desktop.services.catalogue import Catalogue
from therapist_desktop.services.clock import local_day
from therapist_desktop.services.doctor import Finding, examine
from therapist_desktop.services.notebook import Notebook
from therapist_desktop.services.shelf import Shelf
from therapist_desktop.services.status import status_json, status_of

if TYPE_CHECKING:
    from argparse import Namespace

    from therapist_desktop.domain.release import Status
    from therapist_desktop.services.paths import AppPaths
    from therapist_desktop.services.pointer import Shelved


def status(args: Namespace, paths: AppPaths) -> int:
    """What is in use."""
    current = release_in_use(paths)
    found = status_of(Shelf(paths.catalogues))
    if args.json:
        print_json(status_json(found, current.counts, paths) | {"sections": _sections(current)})
    else:
        print_lines(_lines(found, current, paths))
    return 0


def doctor(args: Namespace, paths: AppPaths) -> int:
    """Look everything over."""
    found = []
    for finding in examine(paths, lambda _progress: None):
        found.append(finding)
        if not args.json:
            print_lines(_finding(finding))
    well = all(finding.ok for finding in found)
    if args.json:
        print_json({"ok": well, "checks": found})
    return 0 if well else 1


def _lines(found: Status, current: Shelved, paths: AppPaths) -> list[str]:
    release, today = found.release, local_day()
    published = release.published.date()
    checked = found.checked.date() if found.checked else None
    kinds = sorted(current.counts.items(), key=lambda one: (-one[1], one[0]))
    return facts(
        [
            ("Release", f"{release.number}, {release.title}{' (SAMPLE data)' if release.sample else ''}"),
            ("Publisher", release.publisher),
            ("Published", f"{day_of(published)} ({age(published, today)})"),
            ("Source", f"{found.source} (checked {age(checked, today)})"),
            ("Previous", f"release {found.previous}" if found.previous is not None else "none"),
            ("Records", ", ".join(f"{kind.replace('_', ' ')} {count:,}" for kind, count in kinds)),
            ("Library", ", ".join(f"{one.replace('_', ' ')} {count:,}" for one, count in _sections(current).items())),
            ("Put aside", f"{found.quarantined:,} records" if found.quarantined else ""),
            ("Notebook", _notebook(paths)),
            ("Folder", str(paths.folder)),
            ("Versions", ", ".join(f"{name} {version}" for name, version in found.versions.items())),
        ]
    )


def _sections(current: Shelved) -> dict[str, int]:
    """How many pieces each section of the library holds; nothing where the catalogue cannot be read."""
    try:
        return {section.value: count for section, count in Catalogue(current.file).sections().items()}
    except Trouble:
        return {}


def _notebook(paths: AppPaths) -> str:
    try:
        kept = Notebook(paths.notebook).summary()
    except NotebookTrouble as trouble:
        return str(trouble)
    if not kept.revision:
        return "not begun yet"
    copied = f"last copied {age(kept.last_backup, local_day())}" if kept.last_backup else "not copied yet"
    pages = ", ".join(f"{name.replace('_', ' ')} {count:,}" for name, count in kept.of_pages._asdict().items() if count)
    return ", ".join(
        part for part in (f"marks {kept.marks:,}", f"outcomes of calls {kept.outcomes:,}", pages, copied) if part
    )


def _finding(finding: Finding) -> list[str]:
    told = facts([("ok" if finding.ok else "TROUBLE", f"{finding.name}: {finding.what}")])
    return [*told, *facts([("  to do", finding.next_step)])]
