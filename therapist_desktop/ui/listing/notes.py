"""The tab with what the person at this desk has kept about a listing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QPushButton, QWidget

from therapist_desktop.domain.notebook import Outcome
from therapist_desktop.ui.i18n import translate
from therapist_desktop.ui.icons import icon
from therapist_desktop.ui.widgets.callout import REMARK, Callout
from therapist_desktop.ui.widgets.fact import Fact
from therapist_desktop.ui.widgets.flowing import Flowing
from therapist_desktop.ui.widgets.words import Words
from therapist_desktop.ui.wording.listing import last_call
from therapist_desktop.ui.wording.outcomes import outcome_name, outcome_tone
from therapist_desktop.ui.wording.tones import Tone

if TYPE_CHECKING:
    from collections.abc import Iterator

    from therapist_desktop.ui.listing.maker import Maker, Section

_MARKED, _NOT_MARKED = Tone("fresh", "star-full"), Tone("plain", "star")
_NO_CALL = Tone("plain", "phone")


def notes(make: Maker) -> Iterator[Section]:
    """Where it stands, and what can be noted about it."""
    standing = make.standing
    if standing is None:
        words = translate("Detail", "Your notebook is not open.")
        more = translate("Detail", "Marks and calls can be noted here as soon as it is.")
        yield translate("Detail", "Mark"), [Callout(words, more, REMARK, make.appearance)]
        return
    marked = standing.marked
    stands = translate("Detail", "Marked for the shortlist") if marked else translate("Detail", "Not marked")
    deed = translate("Detail", "Take the mark away") if marked else translate("Detail", "Mark")
    button = _button(make, deed, "star", translate("Detail", "{deed} (Ctrl+M)").format(deed=deed))
    button.clicked.connect(lambda _=False: make.asks.mark_requested.emit())
    shown = Fact(stands, "", _MARKED if marked else _NOT_MARKED, make.appearance)
    yield translate("Detail", "Mark"), [shown, Flowing(0).hold([button])]
    tone = outcome_tone(standing.outcome) if standing.outcome else _NO_CALL
    yield translate("Detail", "Last call"), [Fact(last_call(standing), "", tone, make.appearance)]
    yield translate("Detail", "How did the call end?"), [_outcomes(make)]
    rule = translate(
        "Detail", "About the listing only, never about a patient. Kept on this computer; no sync touches it."
    )
    yield "", [Words(rule, "caption")]


def _outcomes(make: Maker) -> QWidget:
    buttons = []
    for outcome in Outcome:
        word = outcome_name(outcome)
        tip = translate("Detail", "Note that the call ended so: {outcome}").format(outcome=word)
        button = _button(make, word, outcome_tone(outcome).icon, tip)
        button.clicked.connect(lambda _=False, one=outcome: make.asks.outcome_requested.emit(one))
        buttons.append(button)
    return Flowing(make.appearance.px(8)).hold(buttons)


def _button(make: Maker, words: str, picture: str, tip: str) -> QPushButton:
    side = make.appearance.px(16)
    button = QPushButton(f" {words}")
    button.setIcon(icon(picture, make.appearance.theme.muted, side))
    button.setIconSize(QSize(side, side))
    button.setAccessibleName(words)
    button.setToolTip(tip)
    return button
