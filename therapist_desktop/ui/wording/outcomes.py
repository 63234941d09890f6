"""How a call ended, in words, with a shape and a colour."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QT_TRANSLATE_NOOP

from therapist_desktop.domain.notebook import Outcome, Standing
from therapist_desktop.ui.i18n import age, day, translate

if TYPE_CHECKING:
    from datetime import date

    from therapist_desktop.ui.theme import Theme


class _Look(NamedTuple):
    words: str
    icon: str
    tone: str


_LOOKS = {
    Outcome.TAKES_REFERRAL: _Look(str(QT_TRANSLATE_NOOP("Outcome", "Takes referrals")), "circle-check", "fresh"),
    Outcome.LEFT_MESSAGE: _Look(str(QT_TRANSLATE_NOOP("Outcome", "Left message")), "message-square", "muted"),
    Outcome.NO_ANSWER: _Look(str(QT_TRANSLATE_NOOP("Outcome", "No answer")), "phone-missed", "muted"),
    Outcome.FULL: _Look(str(QT_TRANSLATE_NOOP("Outcome", "Full")), "user-x", "ageing"),
    Outcome.WRONG_NUMBER: _Look(str(QT_TRANSLATE_NOOP("Outcome", "Wrong number")), "phone-off", "stale"),
    Outcome.GONE: _Look(str(QT_TRANSLATE_NOOP("Outcome", "Not there")), "circle-x", "stale"),
}


def outcome_name(outcome: Outcome) -> str:
    """The outcome in words."""
    return translate("Outcome", _LOOKS[outcome].words)


def outcome_icon(outcome: Outcome) -> str:
    """The name of its icon."""
    return _LOOKS[outcome].icon


def outcome_colour(outcome: Outcome, theme: Theme) -> str:
    """The colour of its words."""
    return {"fresh": theme.fresh, "ageing": theme.ageing, "stale": theme.stale}.get(_LOOKS[outcome].tone, theme.muted)


def outcome_text(standing: Standing, today: date) -> str:
    """As short as a cell: "Left message, 3 d"."""
    if standing.outcome is None:
        return ""
    name = outcome_name(standing.outcome)
    if standing.noted_on is None:
        return name
    return f"{name} \u00b7 {age(standing.noted_on, today)}"


def outcome_sentence(standing: Standing) -> str:
    """As it is spoken: "we called on 17 Nov 2026: left message"."""
    if standing.outcome is None:
        return ""
    name = outcome_name(standing.outcome)
    name = name[:1].lower() + name[1:]
    if standing.noted_on is None:
        return translate("Outcome", "we called: {outcome}").format(outcome=name)
    return translate("Outcome", "we called on {day}: {outcome}").format(day=day(standing.noted_on), outcome=name)
