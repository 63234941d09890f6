"""What can be wrong with a page, and what a report of it says."""

from __future__ import annotations

from therapist_desktop.domain.reading_notes import Wrong
from therapist_desktop.ui.i18n import translate


def wrong_name(wrong: Wrong) -> str:
    """What is wrong, in a few words."""
    return {
        Wrong.FACT: translate("Reports", "A fact is wrong"),
        Wrong.OUT_OF_DATE: translate("Reports", "It is out of date"),
        Wrong.SOURCE: translate("Reports", "A source is missing or wrong"),
        Wrong.SPELLING: translate("Reports", "A spelling or language mistake"),
        Wrong.HARMFUL: translate("Reports", "It could harm or hurt somebody"),
        Wrong.CONTACT: translate("Reports", "A number, address or link is wrong"),
        Wrong.OTHER: translate("Reports", "Something else"),
    }[wrong]


def wrong_names() -> dict[str, str]:
    """All of them by their codes."""
    return {wrong.value: wrong_name(wrong) for wrong in Wrong}


def heading() -> str:
    """Above a file of reports."""
    return translate("Reports", "Errors found in the library")
