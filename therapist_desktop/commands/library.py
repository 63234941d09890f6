"""library: what there is to read."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from therapist_desktop.commands.opening import catalogue_in_use
from therapist_desktop.commands.printing import print_json, print_lines, table
from therapist_desktop.commands.wording import number_of
from therapist_desktop.domain.library import Section

if TYPE_CHECKING:
    from argparse import Namespace
    from datetime import date

    from therapist_desktop.domain.library import PieceCard
    from therapist_desktop.services.paths import AppPaths

_MOST = 100_000


def run(args: Namespace, paths: AppPaths) -> int:
    """List or search the library."""
    started = time.perf_counter()
    catalogue = catalogue_in_use(paths)
    words = " ".join(args.words)
    hits = catalogue.hits(words, limit=_MOST) if words.strip() else None
    section = Section(args.kind) if args.kind in set(Section) else None
    found = _of_kind(catalogue.pieces(section, limit=_MOST) if hits is None else hits.cards, args.kind)
    took = (time.perf_counter() - started) * 1000
    shown = found[args.offset : args.offset + args.limit]
    release = catalogue.release()
    if args.json:
        answer = {
            "release": release.number,
            "total": len(found),
            "rows": shown,
            "sections": catalogue.sections(),
            "found": catalogue.sections() if hits is None else hits.sections,
            "meant": hits.meant if hits else "",
            "took_ms": round(took, 3),
        }
        print_json(answer)
        return 0
    part = f", {args.offset + 1} to {args.offset + len(shown)} shown" if len(shown) < len(found) else ""
    listed = ["", *table(("TITLE", "KIND", "UPDATED", "ID"), map(_cells, shown))] if shown else []
    meant = [f"Did you mean: {hits.meant}"] if hits and hits.meant else []
    print_lines(
        [f"{number_of(len(found), 'piece')}{part} (release {release.number}, {release.title})", *meant, *listed]
    )
    return 0


def _of_kind(found: tuple[PieceCard, ...], kind: str | None) -> tuple[PieceCard, ...]:
    return tuple(piece for piece in found if kind is None or kind in (piece.kind, piece.section))


def _cells(piece: PieceCard) -> tuple[str, str, str, str]:
    updated: date | None = piece.updated
    return (piece.title, piece.section.replace("_", " "), updated.isoformat() if updated else "", piece.id)
