"""The dictionary as it is read for explaining words."""

import sqlite3
from contextlib import closing
from pathlib import Path

from tests.made import catalogue, pieces
from therapist_desktop.data.datafile.library import Term


def test_the_terms_come_with_all_their_names(tmp_path: Path) -> None:
    copay = Term(id="term:copay", title="Copay", definition="A set amount.", also_called=("copayment",))
    glossary = catalogue(tmp_path, [*pieces(), copay]).glossary()
    assert len(glossary) == 2
    found = glossary.mentions("A copayment needs no rapport.")
    assert [(one.term.title, one.term.meaning) for one in found] == [
        ("Copay", "A set amount."),
        ("Rapport", "A feeling of being in tune <with> somebody."),
    ]


def test_a_term_that_was_altered_is_left_out(tmp_path: Path) -> None:
    opened = catalogue(tmp_path, pieces())
    with closing(sqlite3.connect(opened.file)) as connection, connection:
        connection.execute("UPDATE piece SET digest = zeroblob(32) WHERE id = 'term:rapport'")
    assert len(opened.glossary()) == 0
