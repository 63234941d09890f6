"""Tables where there is no room for columns."""

import pytest
from pytestqt.qtbot import QtBot

from tests.reading_builders import a_piece
from tests.ui.arriving import arrive
from tests.ui.reading_by_hand import a_pane, read
from therapist_desktop.services.html import clean
from therapist_desktop.ui.reading.narrow_tables import letters_needed, stacked

TABLE = (
    "<table><thead><tr><th>Approach</th><th>How long</th></tr></thead><tbody>"
    "<tr><td><p>Interpersonal</p></td><td>12 to 16</td></tr><tr><td>Other &amp; more</td><td></td></tr></tbody></table>"
)


def test_a_row_becomes_a_paragraph_with_the_names_of_its_columns() -> None:
    (needed,) = letters_needed(TABLE)
    assert stacked(f"<p>a</p>{TABLE}", needed) == f"<p>a</p>{TABLE}"
    assert stacked(f"<p>a</p>{TABLE}", needed - 1) == (
        "<p>a</p><p><b>Interpersonal</b><br><i>How long:</i> 12 to 16</p>"
        "<p><b>Other &amp; more</b><br><i>How long:</i> </p>"
    )


@pytest.mark.parametrize(
    ("table", "needed"),
    [
        ("<table></table>", 0),
        ("<table><tbody><tr><td>Only one</td></tr></tbody></table>", 0),
        ('<table><tbody><tr><td colspan="2">wide</td></tr><tr><td>a</td><td>b</td></tr></tbody></table>', 0),
        ("<table><tbody><tr><td>four</td><td>x</td></tr><tr><td>a</td></tr></tbody></table>", 12),
    ],
)
def test_what_has_no_plain_columns_stays_a_table(table: str, needed: int) -> None:
    assert letters_needed(clean(table)) == (needed,)
    assert (stacked(table, 1) == table) is (needed == 0)


def test_without_a_head_the_cells_stand_below_each_other() -> None:
    table = "<table><tbody><tr><td>one</td><td>two</td></tr></tbody></table>"
    assert stacked(table, 1) == "<p><b>one</b><br>two</p>"


def test_a_table_changes_its_shape_with_the_room_and_the_size(qtbot: QtBot) -> None:
    wide = TABLE.replace("12 to 16", "Psychotherapy").replace("Other", "Psychoeducation")
    wide = wide.replace("<th>How", "<th>Otherwise</th><th>How").replace("<td></td>", "<td></td><td></td>")
    wide = wide.replace("<td>Psychotherapy", "<td>Pharmacological</td><td>Psychotherapy")
    pane = a_pane(qtbot, width=900)
    read(pane, a_piece(body=wide))
    assert "How long:" not in pane.browser.toPlainText()
    pane.resize(420, 600)
    qtbot.waitUntil(lambda: pane.is_whole and "How long: Psychotherapy" in pane.browser.toPlainText())
    pane.resize(900, 600)
    qtbot.waitUntil(lambda: pane.is_whole and "How long:" not in pane.browser.toPlainText())
    pane.set_zoom(300)
    arrive(pane)
    assert "How long: Psychotherapy" in pane.browser.toPlainText()
