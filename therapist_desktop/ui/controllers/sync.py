"""Brings the newest release while the window goes on working, and says in plain words how it ended."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Signal, Slot

from therapist_desktop.domain.errors import Cancelled, Expired, NoSource, Shrunk
from therapist_desktop.ui.i18n import plural, translate
from therapist_desktop.ui.jobs import if_trouble

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from therapist_desktop.domain.errors import Trouble
    from therapist_desktop.domain.syncing import AlreadyCurrent, Installed, Progress, SyncOutcome, Tell
    from therapist_desktop.ui.jobs import OneAtATime

    Bring = Callable[["Asked", Tell], SyncOutcome]

TELL_SECONDS = 0.1


class Asked(NamedTuple):
    """What is asked of a sync. Without an address the source in use is asked."""

    address: str = ""
    trust: Path | None = None
    accept_shrink: bool = False
    accept_expired: bool = False


def say(outcome: Installed | AlreadyCurrent) -> str:
    """How a sync ended, in one sentence."""
    from therapist_desktop.domain.syncing import AlreadyCurrent

    if isinstance(outcome, AlreadyCurrent):
        return translate("Sync", "You have the newest release ({n}).").format(n=outcome.release.number)
    held = plural("Sync", "{n} listing", "{n} listings", outcome.release.listings)
    said = translate("Sync", "Release {n} is in use now: {held}.").format(n=outcome.release.number, held=held)
    if outcome.quarantined:
        left_out = plural(
            "Sync", "{n} broken record was left out.", "{n} broken records were left out.", outcome.quarantined
        )
        said = f"{said} {left_out}"
    return said


class _Reporter:
    """Carries progress out of the thread, not more often than eyes can follow, and stops the work when asked."""

    def __init__(self, tell: Callable[[Progress], None]) -> None:
        self._tell = tell
        self._last: tuple[object, float] = (None, 0.0)
        self.is_stopped = False

    def __call__(self, progress: Progress) -> None:
        if self.is_stopped:
            raise Cancelled
        step, then = self._last
        now = time.monotonic()
        if progress.step is not step or now - then >= TELL_SECONDS:
            self._last = (progress.step, now)
            self._tell(progress)


class SyncController(QObject):
    """One sync at a time. What was refused as far smaller or out of date can be asked for again with a yes."""

    progressed = Signal(object)  # Progress, or None when nothing runs
    catalogue_replaced = Signal()
    succeeded = Signal(str)
    problem_met = Signal(object)  # Trouble
    source_needed = Signal()
    _told = Signal(object)  # from the worker's thread

    def __init__(
        self,
        bring_newest: Bring,
        use_current: Callable[[], bool],
        usual_address: Callable[[], str],
        deeds: OneAtATime,
        parent: QObject | None = None,
    ) -> None:
        """`use_current` goes to the release on the shelf, and says whether that is another one."""
        super().__init__(parent)
        self._bring_newest = bring_newest
        self._use_current = use_current
        self._usual_address = usual_address
        self._deeds = deeds
        self._reporter: _Reporter | None = None
        self._asked = Asked()
        self._refused: Trouble | None = None
        self._told.connect(self._progress)

    @property
    def is_running(self) -> bool:
        """A sync is under way."""
        return self._reporter is not None

    @Slot()
    def start(self) -> None:
        """Sync from the source that is remembered."""
        self._start(Asked())

    def start_from(self, address: str, trust: Path | None) -> None:
        """Sync from another source."""
        self._start(Asked(address, trust))

    def start_again(self) -> None:
        """Sync as the last time."""
        self._start(self._asked._replace(accept_shrink=False, accept_expired=False))

    @property
    def can_load_anyway(self) -> bool:
        """What was refused last may be taken all the same; signatures that ran out only where a folder came late."""
        if isinstance(self._refused, Expired):
            address = self._asked.address or self._usual_address()
            return bool(address) and "://" not in address and not self._asked.accept_expired
        return isinstance(self._refused, Shrunk)

    def load_anyway(self) -> None:
        """Sync as the last time, and take what was refused."""
        if isinstance(self._refused, Expired):
            self._start(self._asked._replace(accept_expired=True))
        else:
            self._start(self._asked._replace(accept_shrink=True))

    def make_ready(self, install: Callable[[Tell], None]) -> None:
        """Load what came with the program, on a machine that has nothing yet."""
        reporter = self._reporter = _Reporter(self._told.emit)
        self._deeds.do(lambda: install(reporter), self._made_ready, self._failed)

    @Slot()
    def follow(self) -> None:
        """Take up what another window, or the command line, has brought."""
        if not self.is_running and self._use_current():
            self.catalogue_replaced.emit()

    @Slot()
    def cancel(self) -> None:
        """Stop at the next step; nothing is changed."""
        if self._reporter is not None:
            self._reporter.is_stopped = True

    def _start(self, asked: Asked) -> None:
        if self.is_running:
            return
        self._asked, self._refused = asked, None
        reporter = self._reporter = _Reporter(self._told.emit)
        bring = self._bring_newest
        self._deeds.do(lambda: bring(asked, reporter), self._ended, self._failed)

    @Slot(object)
    def _progress(self, progress: Progress) -> None:
        if self.is_running:
            self.progressed.emit(progress)

    def _ended(self, outcome: SyncOutcome) -> None:
        from therapist_desktop.domain.syncing import NotInstalled

        self._reporter = None
        self.progressed.emit(None)
        if isinstance(outcome, NotInstalled):
            self._tell_trouble(outcome.trouble)
            return
        self.follow()
        self.succeeded.emit(say(outcome))

    def _made_ready(self, _: None) -> None:
        self._reporter = None
        self.progressed.emit(None)
        self.follow()

    def _failed(self, error: BaseException) -> None:
        self._reporter = None
        self.progressed.emit(None)
        if_trouble(self._tell_trouble)(error)

    def _tell_trouble(self, trouble: Trouble) -> None:
        self._refused = trouble
        if isinstance(trouble, NoSource):
            self.source_needed.emit()
        else:
            self.problem_met.emit(trouble)
