"""library: what there is to read."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from therapist_desktop.commands.opening import catalogue_in_use
from therapist_desktop.commands.printing import print_json, print_lines, table
from therapist_desktop.commands.wording import number_of
from therapist_desktop.domain.library import PieceCard, Section

if TYPE_CHECKING:
    from argparse import Namespace
    from datetime import date

    from therapist_desktop.services.catalogue import Catalogue
    from therapist_desktop.services.paths import AppPaths

_MOST = 100_000


def run(args: Namespace, paths: AppPaths) -> int:
    """List or search the library."""
    started = time.perf_counter()
    catalogue = catalogue_in_use(paths)
    found = _found(catalogue, " ".join(args.words), args.kind)
    took = (time.perf_counter() - started) * 1000
    shown = found[args.offset : args.offset + args.limit]
    release = catalogue.release()
    if args.json:
        answer = {
            "release": release.number,
            "total": len(found),
            "rows": shown,
            "sections": catalogue.sections(),
            "took_ms": round(took, 3),
        }
        print_json(answer)
        return 0
    part = f", {args.offset + 1} to {args.offset + len(shown)} shown" if len(shown) < len(found) else ""
    listed = ["", *table(("TITLE", "KIND", "UPDATED", "ID"), map(_cells, shown))] if shown else []
    print_lines([f"{number_of(len(found), 'piece')}{part} (release {release.number}, {release.title})", *listed])
    return 0


def _found(catalogue: Catalogue, words: str, kind: str | None) -> tuple[PieceCard, ...]:
    section = Section(kind) if kind in set(Section) else None
    found = catalogue.pieces(section, words, _MOST)
    if kind is None or section is not None:
        return found
    return tuple(piece for piece in found if piece.kind == kind)


def _cells(piece: PieceCard) -> tuple[str, str, str, str]:
    updated: date | None = piece.updated
    return (piece.title, piece.section.replace("_", " "), updated.isoformat() if updated else "", piece.id)
