"""Bring the newest published release on to the shelf, or change nothing at all."""

from __future__ import annotations

import logging
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

from therapist_desktop.data.datafile.records import FORMAT, Header
from therapist_desktop.domain.errors import (
    CatalogueDamaged,
    FormatTooNew,
    NotTrusted,
    RolledBack,
    Shrunk,
    Trouble,
    WrongState,
)
from therapist_desktop.domain.syncing import (
    AlreadyCurrent,
    Installed,
    NotInstalled,
    Progress,
    Step,
    SyncOutcome,
    Tell,
    shrunk,
)
from therapist_desktop.services.loading import load, opened, prove_again
from therapist_desktop.services.shelf import Shelf
from therapist_desktop.services.sources import Offer, Source, Sources

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from therapist_desktop.services.paths import AppPaths
    from therapist_desktop.services.pointer import Pointer, Shelved

_LOG = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Wish:
    """What a person asked for. Without an address the source in use is asked."""

    address: str = ""
    trust: Path | None = None
    accept_shrink: bool = False
    accept_expired: bool = False


def sync_as_wished(paths: AppPaths, wish: Wish, tell: Tell) -> SyncOutcome:
    """Find the source and sync from it. Every trouble comes back as an outcome."""
    shelf = Shelf(paths.catalogues)
    shelf.tidy()
    current = shelf.current()
    try:
        sources = Sources(paths.sources)
        address = wish.address or _usual_address(sources, shelf.pointer())
        source = sources.open(address, wish.trust, accept_expired=wish.accept_expired)
    except Trouble as trouble:
        return NotInstalled(trouble, current.release if current else None)
    return sync(source, shelf, tell, accept_shrink=wish.accept_shrink)


def sync(source: Source, shelf: Shelf, tell: Tell, *, accept_shrink: bool = False) -> SyncOutcome:
    """Look, compare, fetch, check, load, prove, admit. Whatever goes wrong, the old release stays in use."""
    try:
        with shelf.locked():
            outcome = _sync(source, shelf, tell, accept_shrink=accept_shrink)
    except Trouble as trouble:
        current = shelf.current()
        outcome = NotInstalled(trouble, current.release if current else None)
    _note(outcome)
    return outcome


def _sync(source: Source, shelf: Shelf, tell: Tell, *, accept_shrink: bool) -> SyncOutcome:
    started = time.monotonic()
    tell(Progress(Step.LOOKING))
    offer = source.newest(lambda: tell(Progress(Step.LOOKING)))

    tell(Progress(Step.COMPARING))
    pointer = shelf.pointer()
    current = _same_release(offer, source, pointer)
    if current is not None and _is_sound(current, tell):
        shelf.mark_checked()
        return AlreadyCurrent(current.release)
    _hold_may_replace(offer, source, pointer)
    if not accept_shrink:
        _hold_not_shrunk(offer.number, offer.counts, source, pointer)

    with shelf.workbench() as bench:
        tell(Progress(Step.FETCHING, 0, offer.length))
        shelf.make_sure_of_room(offer.length, offer.size_out)
        file = bench / offer.target
        size = source.fetch(offer, file, lambda done: tell(Progress(Step.FETCHING, done, offer.length)))
        data_file = opened(file)
        _hold_as_offered(data_file.header, offer)
        loaded = load(data_file, bench, tell)
        if not accept_shrink:
            _hold_not_shrunk(offer.number, loaded.counts, source, pointer)
        tell(Progress(Step.ADMITTING))
        shelved = shelf.admit(loaded.arrival(source.fingerprint, source.address))

    after = shelf.pointer()
    return Installed(
        release=shelved.release,
        previous=after.previous.release.number if after.previous else None,
        via="full",
        bytes=size,
        seconds=time.monotonic() - started,
        counts=shelved.counts,
        quarantined=shelved.quarantined,
    )


def _note(outcome: SyncOutcome) -> None:
    """A line for the log."""
    match outcome:
        case Installed():
            facts = (outcome.release.number, outcome.bytes, outcome.seconds, outcome.quarantined)
            _LOG.info("installed release %d: %d bytes, %.1f s, %d records put aside", *facts)
        case AlreadyCurrent():
            _LOG.info("release %d is current", outcome.release.number)
        case NotInstalled():
            _LOG.info("nothing was installed: %s: %s", type(outcome.trouble).__name__, outcome.trouble)


def _usual_address(sources: Sources, pointer: Pointer) -> str:
    """The address that is asked when none is named: that of the release in use, or the only one there is."""
    known = sources.known()
    if pointer.current and known.get(pointer.current.address) == pointer.current.source:
        return pointer.current.address
    return next(iter(known)) if len(set(known.values())) == 1 else ""


def _same_release(offer: Offer, source: Source, pointer: Pointer) -> Shelved | None:
    """The release in use, where it is the one on offer."""
    current = pointer.current
    if current is None or (current.source, current.release.number) != (source.fingerprint, offer.number):
        return None
    if current.release.state != offer.state:
        raise NotTrusted(what=f"release {offer.number} is not the release {offer.number} that this machine has")
    return current


def _is_sound(current: Shelved, tell: Tell) -> bool:
    """The catalogue in use reads back as it was signed. One that does not is loaded anew."""
    tell(Progress(Step.PROVING))
    try:
        prove_again(current, tell)
    except (CatalogueDamaged, WrongState):
        return False
    return True


def _hold_may_replace(offer: Offer, source: Source, pointer: Pointer) -> None:
    seen = pointer.seen.get(source.fingerprint, 0)
    if offer.number < seen:
        raise RolledBack(offered=offer.number, seen=seen)
    if offer.format > FORMAT:
        raise FormatTooNew(file=offer.target, found=offer.format, known=FORMAT)


def _hold_not_shrunk(offered: int, counts: Mapping[str, int], source: Source, pointer: Pointer) -> None:
    """Against the release in use, where that is of the same source."""
    if pointer.current is None or pointer.current.source != source.fingerprint:
        return
    before = pointer.current.counts
    for kind, percent in shrunk(before, counts).items():
        raise Shrunk(offered=offered, now=counts.get(kind, 0), kind=kind, percent=percent, before=before[kind])


def _hold_as_offered(header: Header, offer: Offer) -> None:
    """What the file says about itself is what was signed about it."""
    if header.state != offer.state:
        raise WrongState(expected=offer.state, found=header.state)
    said = (header.number, header.format, _without_zeros(header.counts))
    if said != (offer.number, offer.format, _without_zeros(offer.counts)):
        what = f"the file calls itself release {header.number} and is described otherwise than release {offer.number}"
        raise NotTrusted(what=what)


def _without_zeros(counts: Mapping[str, int]) -> Mapping[str, int]:
    return {kind: count for kind, count in counts.items() if count}
