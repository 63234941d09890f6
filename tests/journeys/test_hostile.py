"""Whatever is pasted into the search box, the window answers, and goes on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.hostile import PATHOLOGICAL, naughty, random_texts

if TYPE_CHECKING:
    from tests.journeys.desks import Desk
    from therapist_desktop.ui.models.pages import Answer


def test_any_text_in_the_box_is_answered(desk: Desk) -> None:
    heard: list[Answer] = []
    everything = desk.rows
    desk.built.search.answered.connect(heard.append)
    texts = (*PATHOLOGICAL, *naughty()[::25], *random_texts(25), "anxiety shmit")
    for text in texts:
        desk.window.search_box.setText(text)
        typed = desk.window.search_box.text()
        desk.until(lambda words=typed: bool(heard) and heard[-1].results.filters.words == words)  # type: ignore[misc]
    assert desk.window.results.state == "results"
    assert '"shmit"' in desk.window.chips.remarks_text
    assert desk.window.chips.suggestions
    desk.window.search_box.clear()
    desk.until(lambda: desk.rows == everything)
    assert not desk.window.chips.suggestions
    assert not desk.window.chips.remarks_text
    assert desk.window.width() <= 1366


def test_a_suggestion_is_taken_with_the_keyboard(desk: Desk) -> None:
    desk.press("Ctrl+K")
    desk.type("night terrors albany, ny")
    near = "Within 25 mi of Albany, NY"
    desk.until(lambda: _offered(desk) == [near, "Nightmares"])
    value = desk.window.chips.suggestions[1]
    desk.window.search_box.setFocus()
    for _ in range(10):  # help in a crisis, the words, all filters, the place, the value
        if not value.hasFocus():
            desk.press("Tab")
    assert value.hasFocus()
    desk.press("Return")
    desk.until(lambda: "Nightmares" in desk.window.chips.texts)
    assert desk.window.search_box.text() == "albany, ny"
    desk.until(lambda: _offered(desk) == [near])
    desk.press("Space", desk.window.chips.suggestions[0])
    desk.until(lambda: near in desk.window.chips.texts)
    assert desk.window.search_box.text() == ""


def _offered(desk: Desk) -> list[str]:
    return [one.text() for one in desk.window.chips.suggestions if one.isEnabled()]
