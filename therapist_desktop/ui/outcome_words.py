"""How a call ended, in words and with a shape."""

from __future__ import annotations

from typing import TYPE_CHECKING

from therapist_desktop.domain.notebook import Outcome
from therapist_desktop.ui.i18n import day, translate
from therapist_desktop.ui.widgets.badge import Tone

if TYPE_CHECKING:
    from therapist_desktop.domain.notebook import Standing

OUTCOME_TONES = {
    Outcome.TAKES_REFERRAL: Tone("fresh", "circle-check"),
    Outcome.LEFT_MESSAGE: Tone("plain", "message-square"),
    Outcome.NO_ANSWER: Tone("plain", "phone-missed"),
    Outcome.FULL: Tone("ageing", "user-x"),
    Outcome.WRONG_NUMBER: Tone("stale", "phone-off"),
    Outcome.GONE: Tone("stale", "circle-x"),
}


def outcome_word(outcome: Outcome) -> str:
    """What stands on the button."""
    return {
        Outcome.TAKES_REFERRAL: translate("Outcome", "Takes the referral"),
        Outcome.LEFT_MESSAGE: translate("Outcome", "Left a message"),
        Outcome.NO_ANSWER: translate("Outcome", "No answer"),
        Outcome.FULL: translate("Outcome", "Full"),
        Outcome.WRONG_NUMBER: translate("Outcome", "Wrong number"),
        Outcome.GONE: translate("Outcome", "No longer there"),
    }[outcome]


def last_call(standing: Standing) -> str:
    """How the last call ended, and when; or that there was none."""
    if standing.outcome is None:
        return translate("Outcome", "No call has been noted.")
    word = outcome_word(standing.outcome)
    if standing.noted_on is None:
        return word
    return translate("Outcome", "{outcome}, {day}").format(outcome=word, day=day(standing.noted_on))
