"""Why a listing is among the results, in the words of the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QT_TRANSLATE_NOOP

from therapist_desktop.ui.i18n import translate

if TYPE_CHECKING:
    from therapist_desktop.domain.reasons import Reason

_TEXTS = (
    QT_TRANSLATE_NOOP("Why", "phone number"),
    QT_TRANSLATE_NOOP("Why", "NPI"),
    QT_TRANSLATE_NOOP("Why", "licence"),
    QT_TRANSLATE_NOOP("Why", 'name matches "{subject}"'),
    QT_TRANSLATE_NOOP("Why", 'sounds like "{subject}"'),
    QT_TRANSLATE_NOOP("Why", "may see clients in {subject}"),
    QT_TRANSLATE_NOOP("Why", 'mentions the phrase "{subject}"'),
    QT_TRANSLATE_NOOP("Why", 'mentions "{subject}"'),
    QT_TRANSLATE_NOOP("Why", "{subject} mi"),
    QT_TRANSLATE_NOOP("Why", "verified lately"),
)


def reason_text(reason: Reason) -> str:
    """One reason: "may see clients in New York"."""
    return translate("Why", reason.kind).format(subject=reason.subject)
