"""The clinic's own steps, from their file to the crisis page and back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from therapist_desktop.domain.errors import Trouble
from therapist_desktop.ui.jobs import if_trouble
from therapist_desktop.ui.wording.messages import explain

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from therapist_desktop.domain.local_steps import LocalSteps
    from therapist_desktop.services.local_steps import LocalStepsFile
    from therapist_desktop.ui.jobs import OneAtATime
    from therapist_desktop.ui.main_window import MainWindow
    from therapist_desktop.ui.theme import Appearance


def connect_crisis(
    window: MainWindow, file: LocalStepsFile, deeds: OneAtATime, appearance: Appearance, today: Callable[[], date]
) -> None:
    """Load the steps behind the first picture; a sync that is under way does not hold them up."""
    from therapist_desktop.domain.local_steps import LocalSteps

    latest = LocalSteps()  # as somebody wrote them last, on disk or not: nobody writes them twice

    def show(steps: LocalSteps) -> None:
        nonlocal latest
        latest = steps
        window.crisis.show_local_steps(steps)

    def save(steps: LocalSteps) -> None:
        nonlocal latest
        latest = steps
        deeds.do(lambda: file.save(steps, today()), show, if_trouble(window.banner.show_problem))

    def load() -> None:
        try:
            show(file.load())
        except Trouble as trouble:
            message = explain(trouble)
            window.crisis.show_local_steps(LocalSteps(), f"{message.sentence} {message.next_step}")

    def edit() -> None:
        from therapist_desktop.ui.dialogs.local_steps import LocalStepsDialog

        window.furnish()
        dialog = LocalStepsDialog(latest, appearance, window)
        dialog.written.connect(save)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    window.actions_["local_steps"].triggered.connect(edit)
    load()
    window.crisis.edit_requested.connect(edit)
