"""What the groups of answers are called, and what leads to everything."""

from __future__ import annotations

from therapist_desktop.domain.answers import Group
from therapist_desktop.domain.places import Page
from therapist_desktop.ui.i18n import translate


def group_name(group: Group) -> str:
    """What a group is called."""
    return {
        Group.PEOPLE: translate("Answers", "People"),
        Group.CENTERS: translate("Answers", "Centers"),
        Group.TOPICS: translate("Answers", "Topics"),
        Group.ARTICLES: translate("Answers", "Articles"),
        Group.TERMS: translate("Answers", "Dictionary"),
        Group.HOTLINES: translate("Answers", "Hotlines"),
        Group.OTHER: translate("Answers", "More of the library"),
    }[group]


def everything_with(words: str, scope: Group | None, page: Page, *, is_filtered: bool) -> str:
    """The line above all answers: what Enter shows where nothing was named."""
    if scope is not None:
        text = translate("Answers", "{group} with \u201c{words}\u201d").format(group=group_name(scope), words=words)
    elif page is Page.LIBRARY:
        text = translate("Answers", "All library pages with \u201c{words}\u201d").format(words=words)
    elif is_filtered:
        text = translate("Answers", "All listings with \u201c{words}\u201d and your filters").format(words=words)
    else:
        text = translate("Answers", "All listings with \u201c{words}\u201d").format(words=words)
    return text
