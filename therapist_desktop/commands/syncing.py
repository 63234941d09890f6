"""sync: bring the newest release."""

from __future__ import annotations

import signal
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, TextIO

from therapist_desktop.commands.printing import print_json, print_lines, say
from therapist_desktop.commands.wording import number_of
from therapist_desktop.domain.errors import Cancelled, Refusal
from therapist_desktop.domain.syncing import AlreadyCurrent, Installed, NotInstalled, Progress, Step, SyncOutcome
from therapist_desktop.services.journal import journal
from therapist_desktop.services.paths import typed_path
from therapist_desktop.services.shelf import Shelf

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Iterator
    from types import FrameType

    from therapist_desktop.services.paths import AppPaths

WORDS = {
    Step.LOOKING: "Looking for the newest release",
    Step.COMPARING: "Comparing it with the one in use",
    Step.FETCHING: "Fetching",
    Step.CHECKING: "Checking",
    Step.LOADING: "Loading",
    Step.PROVING: "Proving",
    Step.ADMITTING: "Putting it in use",
}


def run(args: Namespace, paths: AppPaths) -> int:
    """Sync, with progress on standard error."""
    from therapist_desktop.services.sync import Wish, sync_as_wished

    wish = Wish(
        address=args.source or "",
        trust=typed_path(args.trust) if args.trust else None,
        accept_shrink=args.accept_shrink,
        accept_expired=args.accept_expired,
    )
    shelf = Shelf(paths.catalogues)
    with journal(paths.log), _stoppable(Teller(sys.stderr)) as teller:
        outcome = sync_as_wished(paths, wish, teller)
        teller.end()
    if args.json:
        print_json(_answer(outcome, teller.step, shelf))
    return _say(outcome, quiet=args.json)


class Teller:
    """Tells of the steps; on a terminal also how far each of them is. `stop` ends the sync at the next breath."""

    def __init__(self, stream: TextIO) -> None:
        self.step: Step | None = None
        self._stream = stream
        self._live = stream.isatty()
        self._percent = -1
        self._stopped = False

    def __call__(self, progress: Progress) -> None:
        """Hear of progress."""
        if self._stopped:
            raise Cancelled
        if progress.step is not self.step:
            self.end()
            self.step, self._percent = progress.step, -1
            self._stream.write(f"{WORDS[progress.step]} ...{'' if self._live else chr(10)}")
        percent = 100 * progress.done // progress.total if progress.total else 0
        if self._live and percent != self._percent:
            self._stream.write(f"\r{WORDS[progress.step]} ... {percent} %")
            self._percent = percent
        self._stream.flush()

    def end(self) -> None:
        """End the line of the last step."""
        if self._live and self.step is not None:
            self._stream.write("\n")
            self._stream.flush()

    def stop(self) -> None:
        """Stop at the next breath."""
        self._stopped = True


@contextmanager
def _stoppable(teller: Teller) -> Iterator[Teller]:
    """Ctrl+C stops in an orderly way, so that what is said about it is true."""

    def heard(_signal: int, _frame: FrameType | None) -> None:
        teller.stop()

    try:
        before = signal.signal(signal.SIGINT, heard)
    except ValueError:  # not on the main thread
        yield teller
        return
    try:
        yield teller
    finally:
        signal.signal(signal.SIGINT, before)


def _answer(outcome: SyncOutcome, step: Step | None, shelf: Shelf) -> dict[str, Any]:
    pointer = shelf.pointer()
    answer: dict[str, Any] = {
        "outcome": "failed",
        "release": pointer.current.release.number if pointer.current else None,
        "previous": pointer.previous.release.number if pointer.previous else None,
        "via": None,
        "bytes": 0,
        "seconds": 0.0,
        "counts": dict(sorted(pointer.current.counts.items())) if pointer.current else {},
        "why": "",
        "step": step,
        "quarantined": [],
    }
    match outcome:
        case Installed():
            return answer | {
                "outcome": "installed",
                "via": outcome.via,
                "bytes": outcome.bytes,
                "seconds": round(outcome.seconds, 3),
                "quarantined": shelf.quarantined(),
            }
        case AlreadyCurrent():
            return answer | {"outcome": "already-current"}
        case NotInstalled(trouble=trouble):
            ending = "refused" if isinstance(trouble, Refusal) else "failed"
            return answer | {"outcome": ending, "why": str(trouble), "trouble": type(trouble).__name__}


def _say(outcome: SyncOutcome, *, quiet: bool) -> int:
    match outcome:
        case Installed(release=release):
            if not quiet:
                listings = number_of(release.listings, "listing")
                print_lines([f"Release {release.number}, {release.title}, is in use: {listings}."])
                if outcome.quarantined:
                    print(f"{number_of(outcome.quarantined, 'record')} did not follow the format and were put aside.")
            return 0
        case AlreadyCurrent(release=release):
            if not quiet:
                print_lines([f"Release {release.number}, {release.title}, is the newest and was in use already."])
            return 0
        case NotInstalled(trouble=trouble):
            say(trouble.line())
            return trouble.exit_code
