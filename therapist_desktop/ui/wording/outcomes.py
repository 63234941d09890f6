"""How a call ended, in words, with a shape and a colour."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QT_TRANSLATE_NOOP

from therapist_desktop.domain.notebook import Outcome, Standing
from therapist_desktop.ui.i18n import age, day, translate
from therapist_desktop.ui.wording.joining import dotted
from therapist_desktop.ui.wording.tones import Tone

if TYPE_CHECKING:
    from datetime import date


class _Look(NamedTuple):
    words: str
    tone: Tone


_LOOKS = {
    Outcome.TAKES_REFERRAL: _Look(str(QT_TRANSLATE_NOOP("Outcome", "Takes referrals")), Tone("fresh", "circle-check")),
    Outcome.LEFT_MESSAGE: _Look(str(QT_TRANSLATE_NOOP("Outcome", "Left message")), Tone("plain", "message-square")),
    Outcome.NO_ANSWER: _Look(str(QT_TRANSLATE_NOOP("Outcome", "No answer")), Tone("plain", "phone-missed")),
    Outcome.FULL: _Look(str(QT_TRANSLATE_NOOP("Outcome", "Full")), Tone("ageing", "user-x")),
    Outcome.WRONG_NUMBER: _Look(str(QT_TRANSLATE_NOOP("Outcome", "Wrong number")), Tone("stale", "phone-off")),
    Outcome.GONE: _Look(str(QT_TRANSLATE_NOOP("Outcome", "Not there")), Tone("stale", "circle-x")),
}


def outcome_name(outcome: Outcome) -> str:
    """The outcome in words."""
    return translate("Outcome", _LOOKS[outcome].words)


def outcome_tone(outcome: Outcome) -> Tone:
    """Its shape and its colour."""
    return _LOOKS[outcome].tone


def outcome_text(standing: Standing, today: date) -> str:
    """As short as a cell: "Left message, 3 d"."""
    if standing.outcome is None:
        return ""
    name = outcome_name(standing.outcome)
    if standing.noted_on is None:
        return name
    return dotted(name, age(standing.noted_on, today))


def outcome_sentence(standing: Standing) -> str:
    """As it is spoken: "we called on 17 Nov 2026: left message"."""
    if standing.outcome is None:
        return ""
    name = outcome_name(standing.outcome)
    name = name[:1].lower() + name[1:]
    if standing.noted_on is None:
        return translate("Outcome", "we called: {outcome}").format(outcome=name)
    return translate("Outcome", "we called on {day}: {outcome}").format(day=day(standing.noted_on), outcome=name)
