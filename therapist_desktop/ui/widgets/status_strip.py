"""The lower edge: which release is in use, how old it is, and a sync while it runs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QProgressBar, QPushButton, QWidget

from therapist_desktop.ui.i18n import day, number, plural, translate
from therapist_desktop.ui.icons import pixmap
from therapist_desktop.ui.theme import SPACE_8, SPACE_12, SPACE_16, Appearance
from therapist_desktop.ui.widgets.elided_label import ElidedLabel
from therapist_desktop.ui.widgets.spacing import space
from therapist_desktop.ui.wording.joining import dotted

if TYPE_CHECKING:
    from datetime import date

    from therapist_desktop.domain.release import Release
    from therapist_desktop.domain.syncing import Progress

OLD_DAYS, VERY_OLD_DAYS = 30, 90
BAR = 140


def release_line(release: Release, source: str) -> str:
    """Which release this is, in one line."""
    held = [plural("Status", "{n} listing", "{n} listings", release.listings)]
    if release.pieces:
        held.append(plural("Status", "{n} library page", "{n} library pages", release.pieces))
    parts = [
        translate("Status", "Release {n}").format(n=release.number),
        day(release.published.date()),
        ", ".join(held),
        translate("Status", "came with the program") if source == "bundled" else source or release.publisher,
    ]
    return dotted(*parts)


def age_warning(release: Release, today: date) -> str:
    """A word about data that nobody has renewed for a month or more."""
    days = (today - release.published.date()).days
    if days < OLD_DAYS:
        return ""
    if days < VERY_OLD_DAYS:
        return translate("Status", "{n} days old").format(n=number(days))
    return translate("Status", "{n} days old, sync soon").format(n=number(days))


def progress_text(progress: Progress) -> str:
    """What a sync is doing."""
    from therapist_desktop.domain.syncing import Step

    words = {
        Step.LOOKING: translate("Sync", "Looking for a newer release"),
        Step.COMPARING: translate("Sync", "Comparing"),
        Step.FETCHING: translate("Sync", "Fetching"),
        Step.CHECKING: translate("Sync", "Checking the signature"),
        Step.LOADING: translate("Sync", "Loading"),
        Step.PROVING: translate("Sync", "Proving"),
        Step.ADMITTING: translate("Sync", "Putting it in place"),
    }
    return words[progress.step]


class StatusStrip(QFrame):
    """Always there, never in the way."""

    cancel_requested = Signal()

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self.setProperty("role", "status")
        self._release = ElidedLabel(self.tr("No release yet"))
        self._sample = QLabel(self.tr("SAMPLE DATA"))
        self._sample.setToolTip(self.tr("Some or all listings of this release are made up, to show the program."))
        self._age = QLabel()
        self._doing = QLabel()
        self._bar = QProgressBar(textVisible=False)
        self._bar.setAccessibleName(self.tr("Progress of the sync"))
        self._cancel = QPushButton(self.tr("Cancel"))
        self._cancel.setProperty("role", "strip")
        self._cancel.setToolTip(self.tr("Stop the sync; nothing is changed"))
        self._cancel.clicked.connect(self.cancel_requested)
        self._ready_mark = QLabel()
        self._ready = QLabel(self.tr("Offline ready"))
        for quiet in (self._release, self._ready, self._doing):
            quiet.setProperty("role", "muted")
        self._sample.setProperty("role", "sample")
        self._age.setProperty("role", "status-age")

        row = QHBoxLayout(self)
        space(row, appearance, SPACE_8, (SPACE_12, 2, SPACE_16, 2))
        parts: tuple[QWidget, ...] = (self._release, self._age, self._sample)
        for part in parts:
            row.addWidget(part, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addStretch(1)
        parts = (self._doing, self._bar, self._cancel, self._ready_mark, self._ready)
        for part in parts:
            row.addWidget(part)
        self._sample.hide()
        self._age.hide()
        self._show_ready(ready=False)
        self.show_progress(None)
        appearance.changed.connect(self._restyle)
        self._restyle()

    @property
    def text(self) -> str:
        """Everything it says now."""
        shown = (self._release, self._age, self._sample, self._doing, self._ready)
        return " ".join(part.text() for part in shown if part.isVisibleTo(self))

    @property
    def cancel_button(self) -> QPushButton:
        """What stops a sync."""
        return self._cancel

    def show_release(self, release: Release, source: str, today: date) -> None:
        """Say which release is in use."""
        self._release.setText(release_line(release, source))
        warning = age_warning(release, today)
        self._age.setText(warning)
        self._age.setVisible(bool(warning))
        self._sample.setVisible(release.sample)
        self._show_ready(ready=release.listings > 0)

    def show_progress(self, progress: Progress | None) -> None:
        """Say what a sync is doing, or nothing when none runs."""
        for part in (self._doing, self._bar, self._cancel):
            part.setVisible(progress is not None)
        if progress is None:
            return
        self._doing.setText(progress_text(progress))
        known = progress.total > 0
        self._bar.setRange(0, 1000 if known else 0)
        if known:
            self._bar.setValue(min(1000, progress.done * 1000 // progress.total))

    def _show_ready(self, *, ready: bool) -> None:
        self._ready.setVisible(ready)
        self._ready_mark.setVisible(ready)

    def _restyle(self) -> None:
        self._bar.setFixedWidth(self._appearance.px(BAR))
        side = self._appearance.px(14)
        ink = self._appearance.theme.fresh
        self._ready_mark.setPixmap(pixmap("circle-check", ink, side, self.devicePixelRatioF()))
