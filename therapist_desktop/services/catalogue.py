"""The release in use, behind one handle that may be moved to another file while questions are still running."""

from __future__ import annotations

import os
from dataclasses import replace
from threading import Lock
from typing import TYPE_CHECKING

from therapist_desktop.data.reading.fair import FairRows, TurnRows
from therapist_desktop.data.reading.opening import OpenCatalogue
from therapist_desktop.services.clock import local_day

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from datetime import date
    from pathlib import Path

    from therapist_desktop.data.reading.engine import Engine
    from therapist_desktop.domain.answers import Answers, Group
    from therapist_desktop.domain.filters import Filters
    from therapist_desktop.domain.finding import Hits, LookedUp
    from therapist_desktop.domain.glossary import Glossary
    from therapist_desktop.domain.library import Hotline, Piece, PieceCard, Section
    from therapist_desktop.domain.listing import Listing, PieceLink
    from therapist_desktop.domain.mapping import Box, Clusters
    from therapist_desktop.domain.release import Release
    from therapist_desktop.domain.results import Card, Results
    from therapist_desktop.domain.taxonomy import Taxonomy


class Catalogue:
    """Answers every question about the release in use. Safe to ask from any thread.

    Every method raises CatalogueDamaged when the file does not read back as it was written.
    """

    def __init__(self, file: Path) -> None:
        self._opened = _Opened(file)

    @property
    def file(self) -> Path:
        """The file that is asked now."""
        return self._opened.file.file

    def move_to(self, file: Path) -> None:
        """Use another release from the next question on; running ones end on the old file."""
        self._opened = _Opened(file)

    def release(self) -> Release:
        """What the release says about itself."""
        return self._opened.file.release()

    def taxonomy(self) -> Taxonomy:
        """All facets with their values in screen order."""
        return self._opened.file.taxonomy()

    def opens_with(self, filters: Filters) -> bool:
        """Whether this is answered in a few milliseconds, without loading the search engine."""
        return self._opened.file.opens_with(filters)

    def search(
        self, filters: Filters, today: date | None = None, *, still: Callable[[], None] | None = None
    ) -> Results:
        """All matches with live counts. `still` is called every few milliseconds and may raise Outdated to give up.

        Raises UnknownValue for a facet value or place the release does not have.
        """
        opened, day = self._opened, today or local_day()
        opening = opened.file.opening(filters, day, opened.in_turn(day))
        if opening is not None:
            return opening
        engine = opened.engine()
        return engine.search(filters, day, still) if still else engine.search(filters, day)

    def page(self, results: Results, offset: int, limit: int, today: date | None = None) -> tuple[Card, ...]:
        """The rows of a result from `offset` on, at most `limit`. Fewer come back where the release has moved on."""
        opened, day = self._opened, today or local_day()
        if results.state != opened.file.release().state:
            return ()
        rows = list(results.rows[offset : offset + limit])
        cards = opened.file.cards(rows, results.spot, day)
        nothing_wished = results.filters.is_open and not results.filters.preferred
        return cards if nothing_wished else opened.engine().explained(cards, results.filters, day)

    def cards_of(self, ids: Sequence[str], today: date | None = None) -> tuple[Card, ...]:
        """The cards of the listings with these ids, in this order; those the release does not have are left out."""
        return self._opened.file.cards_with(ids, today or local_day())

    def position(self, results: Results, listing_id: str) -> int | None:
        """Where a listing stands in a result, or None if it is not in it or the release has moved on."""
        opened = self._opened
        if results.state != opened.file.release().state:
            return None
        row = opened.file.row_of(listing_id)
        if row is None:
            return None
        if isinstance(results.rows, FairRows | TurnRows):
            return results.rows.index(row)
        return opened.engine().position(results, row)

    def answers(
        self,
        words: str,
        today: date | None = None,
        *,
        scope: Group | None = None,
        most: int = 4,
        still: Callable[[], None] | None = None,
    ) -> Answers:
        """The best of everything that answers to these words, in groups; of one group alone where a scope is given.

        `still` is called every few milliseconds and may raise Outdated to give up.
        """
        from therapist_desktop.domain.answers import Answers, Group

        if not words.strip():
            return Answers(words)
        groups = frozenset(Group if scope is None else (scope,))
        engine, day = self._opened.engine(), today or local_day()
        return engine.answers(words, day, groups, most, still) if still else engine.answers(words, day, groups, most)

    def clusters(self, results: Results, zoom: int, within: Box | None = None) -> Clusters:
        """A result as dots on the map, those in a box alone if one is given; none where the release has moved on.

        Never more than MOST_DOTS: ask with the box that is on screen where places lie far apart.
        """
        opened = self._opened
        if results.state != opened.file.release().state:
            from therapist_desktop.domain.mapping import Clusters

            return Clusters(zoom)
        return opened.engine().clusters(results, zoom, within)

    def inside(self, results: Results, box: Box, limit: int, today: date | None = None) -> tuple[Card, ...]:
        """Those of a result that are in a box of the map, by name, at most `limit`."""
        opened = self._opened
        if results.state != opened.file.release().state:
            return ()
        return self.of_rows(results, opened.engine().inside(results, box)[:limit], today)

    def of_rows(self, results: Results, rows: Sequence[int], today: date | None = None) -> tuple[Card, ...]:
        """The cards of some rows of a result."""
        return self.page(replace(results, rows=rows), 0, len(rows), today)

    def listing(self, listing_id: str, today: date | None = None) -> Listing:
        """One listing, its stored bytes checked against their digest. Raises NotFound."""
        return self._opened.file.listing(listing_id, today or local_day())

    def same_site(self, listing_id: str, today: date | None = None) -> tuple[Card, ...]:
        """The other listings in the same house, by name, at most twenty. Raises NotFound."""
        return self._opened.file.same_site(listing_id, today or local_day())

    def topics(self, keys: Iterable[str]) -> tuple[tuple[str, PieceLink], ...]:
        """The pieces of the library about each of these values ("specialty/ptsd"), the most fitting first."""
        return self._opened.file.topics(keys)

    def sections(self) -> Mapping[Section, int]:
        """How many pieces each section of the library holds; empty sections are left out."""
        return self._opened.file.sections()

    def pieces(self, section: Section | None = None, words: str = "", limit: int = 1000) -> tuple[PieceCard, ...]:
        """The pieces of a section by title, or with words the best matches first with snippets."""
        return self._opened.file.pieces(section, words, limit)

    def hits(self, words: str, section: Section | None = None, limit: int = 1000, offset: int = 0) -> Hits:
        """The pieces that hold all of these words, the best first, how many there are and in which sections."""
        return self._opened.file.hits(words, section, limit, offset)

    def define(self, words: str) -> LookedUp:
        """The entry of the dictionary for these words, or those that are written nearly so."""
        return self._opened.file.define(words)

    def pieces_with(self, ids: Iterable[str]) -> tuple[PieceCard, ...]:
        """The pieces with these ids, in this order; those that the release does not have are left out."""
        return self._opened.file.pieces_with(ids)

    def piece(self, piece_id: str) -> Piece:
        """One piece of the library, its stored bytes checked against their digest. Raises NotFound."""
        return self._opened.file.piece(piece_id)

    def glossary(self) -> Glossary:
        """All terms of the dictionary, ready to be looked for in texts; thousands of them take a tenth of a second."""
        return self._opened.file.glossary()

    def now_called(self, ids: Iterable[str]) -> Mapping[str, str]:
        """Of these ids those that were merged into others, with the one each leads to, so that notes can follow."""
        return self._opened.file.now_called(ids)

    def hotlines(self) -> tuple[Hotline, ...]:
        """All hotlines, the most important first."""
        return self._opened.file.hotlines()

    def warm(self) -> None:
        """Load the search engine and what a first question needs; call it in the background after the first paint."""
        from therapist_desktop.services.memory import keep_warm

        engine = self._opened.engine()
        self.settle()
        engine.prepare(local_day())
        self.settle()
        keep_warm()

    def settle(self) -> None:
        """Hand back the memory that the last question has freed: a millisecond, off the GUI thread."""
        from therapist_desktop.services.memory import give_back

        give_back()


class _Opened:
    """One catalogue file and the engine over it, which is made on the first real search."""

    def __init__(self, file: Path) -> None:
        self.file = OpenCatalogue(file)
        self._engine: Engine | None = None
        self._making = Lock()

    def in_turn(self, day: date) -> Sequence[int] | None:
        """All rows in the order of a day, where the engine is there and knows it."""
        return self._engine.everyone(day) if self._engine is not None else None

    def engine(self) -> Engine:
        with self._making:  # two first questions at once make one engine
            if self._engine is None:
                os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # numpy's own threads would only spin
                from therapist_desktop.data.reading.engine import Engine

                self._engine = Engine(self.file)
            return self._engine
