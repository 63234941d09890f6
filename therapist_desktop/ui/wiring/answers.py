"""The search box and the answers below it."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from therapist_desktop.domain.places import Page
from therapist_desktop.domain.text import tidied
from therapist_desktop.ui.focus_travel import has_focus
from therapist_desktop.ui.i18n import number
from therapist_desktop.ui.wiring.leading import Leading

if TYPE_CHECKING:
    from collections.abc import Iterator

    from therapist_desktop.domain.answers import Answers, Group
    from therapist_desktop.ui.controllers.answers import AnswersController
    from therapist_desktop.ui.controllers.places import PlacesController
    from therapist_desktop.ui.controllers.search import SearchController
    from therapist_desktop.ui.controllers.sync import SyncController
    from therapist_desktop.ui.main_window import MainWindow
    from therapist_desktop.ui.models.answers import Line
    from therapist_desktop.ui.models.pages import Answer
    from therapist_desktop.ui.theme import Appearance
    from therapist_desktop.ui.widgets.answers_panel import AnswersPanel

_SCOPE = re.compile(r"\s*([pctadh]):\s*", re.IGNORECASE)


def connect_answers(
    window: MainWindow,
    search: SearchController,
    places: PlacesController,
    answers: AnswersController,
    appearance: Appearance,
    syncing: SyncController,
) -> None:
    """From what is typed to the answers, and from an answer to its place."""
    talk = _Talk(window, places, answers, appearance)
    box = window.search_box
    box.words_changed.connect(talk.typed)
    box.submitted.connect(talk.submit)
    box.summoned.connect(talk.summoned)
    box.walked.connect(talk.walk)
    box.answers_closed.connect(talk.close)
    box.scope_left.connect(lambda: talk.look_through(None))
    box.focus_changed.connect(lambda: QTimer.singleShot(0, talk, talk.follow_focus))
    search.answered.connect(talk.count)
    search.answered.connect(answers.come_after_table)
    search.failed.connect(answers.come_after_table)
    answers.answered.connect(talk.show)
    answers.failed.connect(talk.go_without)
    syncing.catalogue_replaced.connect(talk.ask_anew)
    window.actions_["clear_call"].triggered.connect(talk.forget)
    places.place_shown.connect(talk.leave)
    window.page_shown.connect(talk.leave)
    window.furnish_with(talk.furnish)


class _Talk(QObject):
    """What was typed, what is looked through, and what came back."""

    def __init__(
        self, window: MainWindow, places: PlacesController, answers: AnswersController, appearance: Appearance
    ) -> None:
        super().__init__(window)
        self._window, self._places, self._asking = window, places, answers
        self._leading = Leading(window, places)
        self._appearance = appearance
        self._panel: AnswersPanel | None = None
        self._scope: Group | None = None
        self._answers: Answers | None = None
        self._total: int | None = None
        self._has_walked = False
        self._awaits: bool | None = None  # Enter was pressed before the answers came, in a new tab or not

    @property
    def _words(self) -> str:
        return tidied(self._window.search_box.text())

    @property
    def _is_answered(self) -> bool:
        """The answers are about the words that stand there, not about what they were before."""
        return self._answers is not None and tidied(self._answers.words) == self._words

    @property
    def _is_open(self) -> bool:
        return self._panel is not None and not self._panel.isHidden()

    def furnish(self) -> Iterator[None]:
        """The first key must not wait for the panel."""
        yield
        self._made_panel()

    def typed(self, text: str) -> None:
        """Other words: those that were answered are about others."""
        self._awaits = None
        scoped = _SCOPE.match(text)
        if scoped is not None:
            self._begin_scope(scoped[1].lower(), text[scoped.end() :])
            return
        if not self._window.is_furnished:
            return
        self._has_walked = False
        self._total = None
        if not self._words:
            self._asking.forget()
            self._answers = None
            if self._is_open:
                self._show_recent()
            return
        self._ask()

    def forget(self) -> None:
        """Another caller: nothing of what was answered is left, out of sight or not."""
        self._answers = self._total = None
        if self._panel is not None:
            self._panel.forget()

    def ask_anew(self) -> None:
        """Another release: what it answers may be something else."""
        if self._is_open and self._words:
            self._ask()

    def count(self, answer: Answer) -> None:
        """How many rows the table has."""
        if tidied(answer.results.filters.words) == self._words:
            self._total = answer.results.total
            if self._is_open and self._words:
                self._show_lines()

    def show(self, answers: Answers) -> None:
        """The answers came."""
        if tidied(answers.words) != self._words:
            return
        self._answers = answers
        if self._is_open:
            self._show_lines()
        if self._awaits is not None:
            is_apart, self._awaits = self._awaits, None
            self.submit(is_apart)

    def go_without(self) -> None:
        """No answers will come."""
        self._answers = None
        if self._awaits is not None:
            is_apart, self._awaits = self._awaits, None
            self._open_everything(is_apart)

    def submit(self, is_apart: bool) -> None:  # noqa: FBT001 - a slot
        """Enter: open what was walked to, or what was named, or everything."""
        panel = self._panel
        if panel is not None and self._is_open and (self._has_walked or self._is_answered):
            line = panel.current
            if line is not None:
                self.open(line, is_apart)
                return
        if self._is_open and self._asking.is_waiting:
            self._awaits = is_apart
            self._asking.ask_now()
            return
        self._open_everything(is_apart)

    def open(self, line: Line, is_apart: bool) -> None:  # noqa: FBT001 - a slot
        """Go where this line leads."""
        from therapist_desktop.ui.models.answers import Kind

        if line.kind is Kind.ALL:
            self._open_everything(is_apart)
            return
        self._places.settle()
        self.close()
        self._forget_scope()
        if line.answer is not None:
            is_listing = line.answer.group.is_listings
            self._places.name(line.answer.id, line.answer.title)
            self._leading.to_one(line.answer.id, is_listing=is_listing, is_apart=is_apart)
        elif line.recent is not None:
            self._leading.to_recent(line.recent, is_apart=is_apart)

    def walk(self, step: int) -> None:
        """Through the answers."""
        if self._panel is not None:
            self._has_walked = True
            self._panel.walk(step)

    def summoned(self) -> None:
        """The keyboard was sent to the box: while it is empty, offer what was there before."""
        if self._window.is_furnished and not self._words and not self._is_open:
            self._show_recent()

    def look_through(self, scope: Group | None) -> None:
        """Look through this group only, or through everything."""
        if scope is self._scope:
            return
        self._scope = scope
        panel = self._made_panel()
        panel.show_scope(scope)
        self._answers = None
        if self._words:
            self._ask(at_once=True)
        if not has_focus(panel):
            self._window.search_box.setFocus()

    def close(self) -> None:
        """Put the answers away; the words stay."""
        self._window.search_box.has_answers = False
        self._window.search_box.setAccessibleDescription("")
        self._has_walked = False
        if self._panel is not None:
            self._panel.hide()

    def leave(self, *_: object) -> None:
        """Somewhere else now: nobody waits for answers any more."""
        here = self._places.here
        has_typed = self._window.search_box.hasFocus() and bool(self._words)
        if has_typed and here.page is Page.LIBRARY and tidied(here.words) == self._words:
            return  # typing has led here
        self._awaits = None
        self._asking.forget()
        self.close()
        self._forget_scope()

    def follow_focus(self) -> None:
        """The answers go with the keyboard."""
        now = self._window.focusWidget()
        panel = self._panel
        if panel is None or now is self._window.search_box:
            return
        if not panel.isAncestorOf(now):
            self.close()
            self._forget_scope()

    def _forget_scope(self) -> None:
        self._scope = None
        if self._panel is not None:
            self._panel.show_scope(None)

    def _begin_scope(self, letter: str, rest: str) -> None:
        from therapist_desktop.ui.models.answers import LETTERS

        if not self._window.is_furnished:
            return
        group = next(group for group, one in LETTERS.items() if one == letter)
        self._made_panel().show_scope(group)
        self._scope = group
        self._window.search_box.setText(rest)
        if not rest:
            self._show_recent()

    def _ask(self, *, at_once: bool = False) -> None:
        on_find = self._window.page is not Page.LIBRARY
        self._asking.want(self._words, self._scope, after_table=on_find and not at_once)
        self._show_lines()

    def _made_panel(self) -> AnswersPanel:
        if self._panel is None:
            from therapist_desktop.ui.widgets.answers_panel import AnswersPanel

            window = self._window
            self._panel = panel = AnswersPanel(self._appearance, window.search_box, window.frame)
            panel.line_chosen.connect(self.open)
            panel.scope_chosen.connect(self.look_through)
            panel.left.connect(window.search_box.setFocus)
            for before, after in pairwise((window.search_box, *panel.scopes)):
                window.setTabOrder(before, after)
        return self._panel

    def _show_recent(self) -> None:
        from therapist_desktop.ui.models.answers import recent_lines

        lines = recent_lines(self._places.recents, self._places.names)
        self._made_panel().show_lines(lines, -1)
        self._window.search_box.has_answers = any(line.can_be_chosen for line in lines)

    def _show_lines(self) -> None:
        from therapist_desktop.ui.models.answers import answer_lines

        panel = self._made_panel()
        kept = panel.current if self._has_walked else None
        lines = answer_lines(self._everything(), self._answers, has_headings=self._scope is None)
        wanted = kept or self._named()
        one = wanted.answer.id if wanted is not None and wanted.answer is not None else None
        places = [place for place, line in enumerate(lines) if line.answer is not None and line.answer.id == one]
        panel.show_lines(lines, places[0] if places else 0)
        self._window.search_box.has_answers = True

    def _named(self) -> Line | None:
        """The line that Enter opens instead of everything: on Find a listing, unless there is none."""
        from therapist_desktop.ui.models.answers import ICONS, Kind, Line, named

        if self._answers is None or not self._is_answered:
            return None
        listings: bool | None = self._window.page is not Page.LIBRARY
        if self._scope is not None or (listings and not any(one.is_listings for one in self._answers.groups)):
            listings = None
        best = named(self._answers, listings=listings)
        return Line(Kind.ANSWER, best.title, icon=ICONS[best.group], answer=best) if best else None

    def _everything(self) -> Line:
        from therapist_desktop.ui.models.answers import Kind, Line
        from therapist_desktop.ui.wording.answers import everything_with

        is_filtered = not replace(self._window.filters.filters, words="").is_open
        text = everything_with(self._words, self._scope, self._window.page, is_filtered=is_filtered)
        return Line(Kind.ALL, text, self._count_of_everything(), "search")

    def _count_of_everything(self) -> str:
        if self._scope is None and self._window.page is not Page.LIBRARY:
            return number(self._total) if self._total is not None else ""
        if self._answers is None:
            return ""
        found = self._answers.groups
        wanted = [group for group in found if self._scope is group or (self._scope is None and not group.is_listings)]
        return number(sum(found[group].total for group in wanted))

    def _open_everything(self, is_apart: bool) -> None:  # noqa: FBT001 - as it came
        scope, words = self._scope, self._words
        self._places.settle()
        self.close()
        self._forget_scope()
        self._leading.to_everything(scope, words, is_apart=is_apart)
