"""One catalogue file, open for reading, and what the first painted window needs of it.

Only sqlite3 and light modules are loaded here; bitmaps, arrays and record types come with the first real question.
"""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing, contextmanager
from dataclasses import replace
from datetime import datetime
from functools import cached_property
from typing import TYPE_CHECKING, Any

from therapist_desktop.data.layout import KIND, LAYOUT
from therapist_desktop.data.reading.cards import cards_of, cards_with, row_of
from therapist_desktop.data.reading.days import band_counts, newest_rows
from therapist_desktop.data.reading.fair import FairRows
from therapist_desktop.data.reading.places import spot_of
from therapist_desktop.data.reading.values import read_counts, read_taxonomy
from therapist_desktop.data.trouble import explained
from therapist_desktop.domain.errors import CatalogueDamaged
from therapist_desktop.domain.filters import Kind, Order, Sort
from therapist_desktop.domain.release import Release
from therapist_desktop.domain.results import Results
from therapist_desktop.domain.taxonomy import Facet

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from datetime import date
    from pathlib import Path

    from therapist_desktop.data.reading.library_search import LibrarySearch
    from therapist_desktop.domain.filters import Filters
    from therapist_desktop.domain.finding import Hits, LookedUp
    from therapist_desktop.domain.glossary import Glossary
    from therapist_desktop.domain.library import Hotline, Piece, PieceCard, Section
    from therapist_desktop.domain.listing import Listing, PieceLink
    from therapist_desktop.domain.results import Card, Spot
    from therapist_desktop.domain.taxonomy import Taxonomy

_PRAGMAS = (
    "query_only = 1",
    "trusted_schema = 0",
    "cell_size_check = 1",
    "mmap_size = 0",
    "cache_size = -512",
)


class OpenCatalogue:
    """One published release. Each question opens its own connection, so it may be asked from any thread.

    Raises CatalogueDamaged where the file cannot be read or was built for another layout.
    """

    def __init__(self, file: Path) -> None:
        self.file = file
        self.address = f"{file.resolve().as_uri()}?mode=ro&immutable=1"

    @contextmanager
    def connection(self) -> Iterator[sqlite3.Connection]:
        """A read-only connection for one question."""
        with explained(self.file), closing(sqlite3.connect(self.address, uri=True)) as connection:
            for pragma in _PRAGMAS:
                connection.execute(f"PRAGMA {pragma}")
            yield connection

    @cached_property
    def _meta(self) -> Mapping[str, str]:
        with self.connection() as connection:
            try:
                meta = dict(connection.execute("SELECT key, value FROM meta"))
            except sqlite3.OperationalError as error:
                raise CatalogueDamaged(what=f"{self.file.name} is not a catalogue") from error
        if meta.get("layout") != str(LAYOUT):
            raise CatalogueDamaged(what=f"{self.file.name} was built by another version of this program")
        return meta

    @cached_property
    def _release(self) -> Release:
        return _release(json.loads(self._meta["header"]))

    @cached_property
    def _taxonomy(self) -> Taxonomy:
        with self.connection() as connection:
            return read_taxonomy(connection)

    def release(self) -> Release:
        """What the release says about itself."""
        return self._release

    def quarantined(self) -> int:
        """How many records were put aside when the catalogue was built."""
        return int(self._meta["quarantined"])

    def taxonomy(self) -> Taxonomy:
        """All facets with their values in screen order."""
        return self._taxonomy

    @property
    def rows(self) -> int:
        """How many row numbers there are; a few of them may stand for records that were put aside."""
        return int(self._meta["rows"])

    @property
    def listings(self) -> int:
        """How many listings can be found."""
        return int(self._meta["listings"])

    def opens_with(self, filters: Filters) -> bool:
        """Whether this asks for everything, which is answered without the engine."""
        plain = filters.is_open and filters.orders == (Order(Sort.RELEVANCE),) and not filters.preferred
        return plain and self.rows == self.listings

    def opening(self, filters: Filters, today: date, in_turn: Sequence[int] | None = None) -> Results | None:
        """The answer to "everything", made without the engine; None for any other question.

        `in_turn` are all rows in the order of the day, where they are known.
        """
        if not self.opens_with(filters):
            return None
        with self.connection() as connection:
            counts = read_counts(connection)
            bands = counts[Facet.VERIFIED] = band_counts(connection, today)
            rows = in_turn or FairRows(newest_rows(connection), tuple(bands.values()), today)
            kinds = counts.pop(KIND, {})
        return Results(
            filters=filters,
            release=self._release.number,
            total=self.rows,
            rows=rows,
            counts=counts,
            kinds={kind: kinds.get(kind, 0) for kind in Kind},
            listings=self.rows,
            state=self._release.state,
        )

    def cards(self, rows: Sequence[int], spot: Spot | None, today: date) -> tuple[Card, ...]:
        """Rows of the table in the order given."""
        with self.connection() as connection:
            return cards_of(connection, rows, spot, today)

    def cards_with(self, ids: Sequence[str], today: date) -> tuple[Card, ...]:
        """The cards of the listings with these ids that there are, in the order given."""
        with self.connection() as connection:
            return cards_with(connection, ids, today)

    def row_of(self, listing_id: str) -> int | None:
        """The row number of a listing, or None."""
        with self.connection() as connection:
            return row_of(connection, listing_id)

    def spot(self, place: str) -> Spot:
        """The middle of a ZIP code or a "City, ST". Raises UnknownValue."""
        with self.connection() as connection:
            return spot_of(connection, place)

    def listing(self, listing_id: str, today: date) -> Listing:
        """One listing, with the pieces about its values and its neighbours in the house. Raises NotFound."""
        from therapist_desktop.data.reading.listings import listing_of
        from therapist_desktop.data.reading.same_site import same_site
        from therapist_desktop.data.reading.topics import letters_of

        with self.connection() as connection:
            listing = listing_of(connection, self._taxonomy, listing_id, today)
            beside = same_site(connection, listing_id, today) if listing.kind is Kind.CENTER else ()
            letters = letters_of(connection, listing.credential) if listing.credential else ()
        parents = {(value.facet, value.parent) for value in listing.values if value.parent}
        groups = (value for facet, _ in parents for value in self._taxonomy.values(facet) if value.group)
        named = {value.key: value for value in groups if (value.facet, value.id) in parents}
        return replace(
            listing,
            groups=tuple(named.values()),
            topics=self.topics([value.key for value in listing.values] + [f"payer/{one.id}" for one in listing.payers]),
            letters=letters,
            same_site=beside,
        )

    def same_site(self, listing_id: str, today: date) -> tuple[Card, ...]:
        """The other listings in the same house, at most twenty. Raises NotFound."""
        from therapist_desktop.data.reading.same_site import same_site

        with self.connection() as connection:
            return same_site(connection, listing_id, today)

    def topics(self, keys: Iterable[str]) -> tuple[tuple[str, PieceLink], ...]:
        """The pieces about each of these values ("specialty/ptsd"), the most fitting first."""
        from therapist_desktop.data.reading.topics import topics_of

        with self.connection() as connection:
            return tuple(topics_of(connection, keys))

    def sections(self) -> Mapping[Section, int]:
        """How many pieces each section of the library holds; empty sections are left out."""
        from therapist_desktop.domain.library import Section

        with self.connection() as connection:
            found = dict(connection.execute("SELECT section, count(*) FROM piece GROUP BY section"))
        return {section: found[section] for section in Section if found.get(section)}

    def pieces(self, section: Section | None, words: str, limit: int) -> tuple[PieceCard, ...]:
        """The pieces of a section by title, or the best matches for words."""
        from therapist_desktop.data.reading.pieces import list_pieces

        if words.strip():
            return self.hits(words, section, limit, 0).cards
        with self.connection() as connection:
            return list_pieces(connection, section, limit)

    def hits(self, words: str, section: Section | None, limit: int, offset: int) -> Hits:
        """The pieces that hold all of these words, the best first."""
        with self.connection() as connection:
            return self._library.hits(connection, words, section, limit, offset)

    @cached_property
    def _library(self) -> LibrarySearch:
        from therapist_desktop.data.reading.library_search import LibrarySearch

        return LibrarySearch(self._taxonomy)

    def define(self, words: str) -> LookedUp:
        """The entry of the dictionary for these words."""
        from therapist_desktop.data.reading.defining import define

        with self.connection() as connection:
            return define(connection, words)

    def pieces_with(self, ids: Iterable[str]) -> tuple[PieceCard, ...]:
        """The pieces with these ids, in this order; those that are not there are left out."""
        from therapist_desktop.data.reading.piece_cards import cards_of_ids

        with self.connection() as connection:
            return cards_of_ids(connection, ids)

    def piece(self, piece_id: str) -> Piece:
        """One piece of the library. Raises NotFound."""
        from therapist_desktop.data.reading.pieces import piece_of

        with self.connection() as connection:
            return piece_of(connection, self._taxonomy, piece_id)

    def glossary(self) -> Glossary:
        """All terms of the dictionary, ready to be looked for in texts."""
        from therapist_desktop.data.reading.glossary import glossary_of
        from therapist_desktop.domain.glossary import Glossary

        with self.connection() as connection:
            return Glossary(glossary_of(connection))

    def now_called(self, ids: Iterable[str]) -> Mapping[str, str]:
        """Of these ids those that were merged into others, with the one each leads to."""
        from therapist_desktop.data.reading.redirects import now_called

        with self.connection() as connection:
            return now_called(connection, ids)

    def hotlines(self) -> tuple[Hotline, ...]:
        """All hotlines, the most important first."""
        from therapist_desktop.data.reading.pieces import hotlines_of

        with self.connection() as connection:
            return hotlines_of(connection)


def _release(header: Mapping[str, Any]) -> Release:
    return Release(
        number=header["number"],
        published=datetime.fromisoformat(header["published"]),
        title=header["title"],
        state=header["state"],
        publisher=header["publisher"]["name"],
        license=header.get("license", ""),
        format=header["format"],
        sample=header.get("sample", False),
        counts=header["counts"],
        sources=tuple(source["name"] for source in header.get("sources", ())),
    )
