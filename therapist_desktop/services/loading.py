"""From a data file on the workbench to a proven catalogue beside it."""

from __future__ import annotations

import os
from contextlib import nullcontext
from dataclasses import dataclass
from typing import TYPE_CHECKING

from therapist_desktop.data.datafile.reading import DataFile
from therapist_desktop.data.datafile.records import Header, Publisher
from therapist_desktop.data.writing.building import check_and_build
from therapist_desktop.data.writing.changing import next_release
from therapist_desktop.data.writing.processes import Do, one_after_the_other, side_by_side
from therapist_desktop.data.writing.proving import prove
from therapist_desktop.domain.errors import CatalogueDamaged, DataFileBroken
from therapist_desktop.domain.filters import Filters
from therapist_desktop.domain.release import Release
from therapist_desktop.domain.syncing import Progress, Step, Tell
from therapist_desktop.services.catalogue import Catalogue
from therapist_desktop.services.shelf import Arrival

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from contextlib import AbstractContextManager
    from pathlib import Path

    from therapist_desktop.data.datafile.checking import Quarantined
    from therapist_desktop.services.pointer import Shelved

_SAMPLE = 3
_MANY = 20_000
"""From so many listings on, starting processes costs less than they save."""


@dataclass(frozen=True, slots=True)
class Loaded:
    """A proven catalogue file and what is in it."""

    file: Path
    release: Release
    counts: Mapping[str, int]
    quarantined: tuple[Quarantined, ...]

    def arrival(self, source: str, address: str) -> Arrival:
        """The same, labelled with where it came from."""
        return Arrival(
            file=self.file,
            release=self.release,
            source=source,
            address=address,
            counts=dict(self.counts),
            quarantined=[_report(bad) for bad in self.quarantined],
        )


def opened(file: Path) -> DataFile:
    """A full data file, its header read. Raises DataFileBroken or FormatTooNew."""
    data_file = DataFile(file)
    if data_file.header.base is not None:
        raise DataFileBroken(file=file.name, what="it holds only the changes to another release")
    return data_file


def load(data_file: DataFile, bench: Path, tell: Tell, *, alone: bool | None = None) -> Loaded:
    """Check, build and prove; whatever does not hold is raised and nothing outside the bench was touched.

    `alone`: all is done in this process; by default only where that is better. The catalogue is the same.
    """
    header = data_file.header
    total = sum(header.counts.values())
    tell(Progress(Step.CHECKING, 0, total))
    file = bench / "catalogue.sqlite"
    with hands(header, alone=alone) as do:
        tell(Progress(Step.LOADING, 0, total))
        built = check_and_build(data_file, file, _telling(tell, Step.LOADING, total), do)
        tell(Progress(Step.PROVING, 0, total))
        prove(file, header, _telling(tell, Step.PROVING, total), do)
    ask_a_sample(Catalogue(file), built.counts)
    return Loaded(file, _release(header), built.counts, built.quarantined)


def load_delta(delta: DataFile, base_catalogue: Path, bench: Path, tell: Tell) -> Loaded:
    """The same from the changes to the release whose catalogue is `base_catalogue`, which is only read.

    Raises WrongState where the changes do not lead to what was signed; then the full file must be loaded.
    """
    tell(Progress(Step.CHECKING, 0, sum(delta.header.counts.values())))
    return load(next_release(base_catalogue, delta, bench / "merged.jsonl.zst"), bench, tell)


def hands(header: Header, *, alone: bool | None = None) -> AbstractContextManager[Do]:
    """Who does the work: other processes, or this one alone where there is one core or they would not pay."""
    if alone is None:
        listings = header.counts.get("provider", 0) + header.counts.get("center", 0)
        alone = listings < _MANY or os.cpu_count() == 1
    return nullcontext(one_after_the_other) if alone else side_by_side()


def _telling(tell: Tell, step: Step, total: int) -> Callable[[int], None]:
    """From thousandths to records; never going back, even where the work has to begin anew."""
    most = 0

    def tell_thousandths(thousandths: int) -> None:
        nonlocal most
        most = max(most, min(thousandths, 1000))
        tell(Progress(step, total * most // 1000, total))

    return tell_thousandths


def prove_again(shelved: Shelved, tell: Tell) -> None:
    """Prove a catalogue that was admitted long ago. Raises CatalogueDamaged or WrongState.

    The records are signed; that nothing made from them has changed since, the digest of the file says.
    """
    if not shelved.is_whole:
        raise CatalogueDamaged(what=f"{shelved.file.name} has changed since it was loaded")
    release, total = shelved.release, sum(shelved.counts.values())
    header = Header(
        format=release.format,
        number=release.number,
        published=release.published,
        title=release.title,
        publisher=Publisher(name=release.publisher),
        state=release.state,
        counts=dict(release.counts),
    )
    with hands(header) as do:
        prove(shelved.file, header, _telling(tell, Step.PROVING, total), do)
    ask_a_sample(Catalogue(shelved.file), shelved.counts)


def ask_a_sample(catalogue: Catalogue, counts: Mapping[str, int]) -> None:
    """Ask what a person would ask, through the room that will answer persons. Raises CatalogueDamaged."""
    expected = counts.get("provider", 0) + counts.get("center", 0)
    results = catalogue.search(Filters())
    if results.total != expected:
        raise CatalogueDamaged(what=f"a search finds {results.total} listings of {expected}")
    for card in catalogue.page(results, max(0, expected // 2 - 1), _SAMPLE):
        listing = catalogue.listing(card.id)
        if not listing.intact or listing.id != card.id:
            raise CatalogueDamaged(what=f"the listing {card.id} does not read back as it was written")
    if len(catalogue.hotlines()) != counts.get("hotline", 0):
        raise CatalogueDamaged(what="hotlines are missing")
    for piece in catalogue.pieces(limit=_SAMPLE):
        if not catalogue.piece(piece.id).intact:
            raise CatalogueDamaged(what=f"the piece {piece.id} does not read back as it was written")


def _release(header: Header) -> Release:
    return Release(
        number=header.number,
        published=header.published,
        title=header.title,
        state=header.state,
        publisher=header.publisher.name,
        license=header.license,
        format=header.format,
        sample=header.sample,
        counts=dict(header.counts),
        sources=tuple(source.name for source in header.sources),
    )


def _report(bad: Quarantined) -> Mapping[str, object]:
    return {"line": bad.line, "kind": bad.kind, "id": bad.id, "field": bad.field, "rule": bad.rule}
