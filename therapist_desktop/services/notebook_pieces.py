"""The part of the notebook about pages: bookmarks, reading list, highlights, places in pages, reports of errors."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from therapist_desktop.data.reading import notebook_pieces as reading

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from contextlib import AbstractContextManager
    from pathlib import Path

    from therapist_desktop.domain.notebook import KeptCounts
    from therapist_desktop.domain.reading_notes import (
        Bookmark,
        Highlight,
        Reading,
        ReadingNotes,
        Report,
        ShownPiece,
        ToRead,
    )

    Kept = Bookmark | Highlight | Reading | Report | ToRead


class NotebookPieces:
    """What is kept while reading. As with the notebook: reading is quick, writing is done on its one thread."""

    def __init__(self, file: Path, note: Callable[..., Any], told: Callable[[], AbstractContextManager[None]]) -> None:
        self._file, self._note, self._told = file, note, told

    def all(self) -> ReadingNotes:
        """Everything that is kept."""
        with self._told():
            return reading.reading_notes(self._file)

    def ids(self) -> tuple[str, ...]:
        """The pages of which something is kept."""
        with self._told():
            return reading.piece_ids(self._file)

    def counts(self) -> KeptCounts:
        """How much is kept, in whatever revision the notebook is."""
        with self._told():
            return reading.piece_counts(self._file)

    def keep_bookmark(self, one: Bookmark) -> None:
        """Put a bookmark in a page."""
        self._keep("bookmark", one)

    def drop_bookmark(self, piece_id: str) -> None:
        """Take the bookmark out of a page."""
        self._drop("bookmark", piece_id)

    def keep_to_read(self, one: ToRead) -> None:
        """Put a page on the reading list, or say that it is read or is not."""
        self._keep("to_read", one)

    def drop_to_read(self, piece_id: str) -> None:
        """Take a page off the reading list."""
        self._drop("to_read", piece_id)

    def keep_highlight(self, one: Highlight) -> None:
        """Highlight words, give highlighted words another colour or note, or put back what was taken away."""
        self._keep("highlight", one)

    def drop_highlight(self, highlight_id: str) -> None:
        """Take a highlight away with its note."""
        self._drop("highlight", highlight_id)

    def keep_reading(self, one: Reading) -> None:
        """How far a page was read."""
        self._keep("reading", one)

    def drop_reading(self, piece_id: str) -> None:
        """Forget that a page was read."""
        self._drop("reading", piece_id)

    def forget_readings(self) -> None:
        """Forget what was read."""
        from therapist_desktop.data.writing.notebook import piece_deeds

        self._note(piece_deeds.forget_readings)

    def keep_report(self, one: Report) -> None:
        """Keep a report of an error, or a draft of it."""
        self._keep("report", one)

    def drop_report(self, report_id: str) -> None:
        """Throw a report away."""
        self._drop("report", report_id)

    def rename(self, pieces: Sequence[ShownPiece]) -> None:
        """Pages of which something is kept are called so now."""
        from therapist_desktop.data.writing.notebook import piece_deeds

        if pieces:
            self._note(piece_deeds.rename, piece_deeds.plain(list(pieces)))

    def follow(self, moved: Mapping[str, str]) -> None:
        """Move what is kept of pages that were merged, old id to new, to the pages they are now."""
        from therapist_desktop.data.writing.notebook import piece_deeds

        known = frozenset(self.ids())
        kept = {old: new for old, new in moved.items() if old in known}
        if kept:
            self._note(piece_deeds.follow, kept)

    def _keep(self, kind: str, one: Kept) -> None:
        from therapist_desktop.data.writing.notebook import piece_deeds

        self._note(piece_deeds.keep, kind, piece_deeds.plain(one))

    def _drop(self, kind: str, key: str) -> None:
        from therapist_desktop.data.writing.notebook import piece_deeds

        self._note(piece_deeds.drop, kind, key)
