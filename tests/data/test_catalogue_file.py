"""A catalogue file: what went in comes out, and damage on the disk is found."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tests.made import TODAY, a_center, a_header, a_provider, build, catalogue, crowd, whole, write
from therapist_desktop.data.datafile.checking import survey
from therapist_desktop.data.datafile.fields import PhoneNumber, Source
from therapist_desktop.data.datafile.library import Book, HotlineRecord
from therapist_desktop.data.datafile.reading import DataFile
from therapist_desktop.data.datafile.records import Accepting, Address, Fees, Licence, Payer
from therapist_desktop.data.writing.building import build_catalogue
from therapist_desktop.data.writing.proving import prove
from therapist_desktop.domain.errors import Cancelled, CatalogueDamaged, NotFound, Trouble, WrongState
from therapist_desktop.domain.filters import Filters
from therapist_desktop.domain.library import PieceKind, Section
from therapist_desktop.domain.taxonomy import Facet
from therapist_desktop.services.catalogue import Catalogue

BAD = b'{"kind":"center","id":"test:bad","name":"","phones":[]}'


def test_a_catalogue_proves_itself(tmp_path: Path) -> None:
    file, built = build(tmp_path, [*whole(crowd(500)), BAD])
    header = DataFile(tmp_path / "release.jsonl.zst").header
    seen: list[int] = []
    prove(file, header, seen.append)
    assert built.counts["provider"] + built.counts["center"] == 500
    (bad,) = built.quarantined
    assert (bad.id, bad.field, bad.line) == ("test:bad", "name", sum(header.counts.values()) + 1)
    opened = Catalogue(file)
    assert opened.search(Filters(), TODAY).total == 500
    assert opened.release().counts == header.counts


def test_a_state_that_was_not_signed_is_refused(tmp_path: Path) -> None:
    file, _ = build(tmp_path, whole(crowd(20)))
    with pytest.raises(WrongState):
        prove(file, a_header(state="f" * 32))


@pytest.mark.parametrize("table", ["detail", "piece", "other", "quarantine"])
def test_an_altered_record_is_found(tmp_path: Path, table: str) -> None:
    file, _ = build(tmp_path, [*whole(crowd(20)), BAD])
    header = DataFile(tmp_path / "release.jsonl.zst").header
    with closing(sqlite3.connect(file)) as connection, connection:
        rowid, record = connection.execute(f"SELECT rowid, record FROM {table} LIMIT 1").fetchone()
        altered = record[:-1] + bytes([record[-1] ^ 1])
        connection.execute(f"UPDATE {table} SET record = ? WHERE rowid = ?", (altered, rowid))
    with pytest.raises(CatalogueDamaged):
        prove(file, header)


def test_a_missing_record_is_found(tmp_path: Path) -> None:
    file, _ = build(tmp_path, whole(crowd(20)))
    with closing(sqlite3.connect(file)) as connection, connection:
        connection.execute("DELETE FROM detail WHERE row = 3")
    with pytest.raises(Trouble):
        prove(file, DataFile(tmp_path / "release.jsonl.zst").header)


def test_damage_anywhere_is_one_sentence_never_a_crash(tmp_path: Path) -> None:
    file, _ = build(tmp_path, whole(crowd(200)))
    data = file.read_bytes()
    found: list[str] = []
    for start in range(0, len(data), max(4096, len(data) // 25)):
        file.write_bytes(data[:start] + b"\xa5" * 512 + data[start + 512 :])
        try:
            prove(file, DataFile(tmp_path / "release.jsonl.zst").header)
        except Trouble as trouble:
            found.append(str(trouble))
    assert len(found) > 10


@pytest.mark.parametrize("content", [b"", b"not a database at all, just text" * 200])
def test_what_is_not_a_catalogue_is_said_so(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "odd.sqlite"
    file.write_bytes(content)
    with pytest.raises(CatalogueDamaged):
        Catalogue(file).release()


def test_building_can_be_stopped(tmp_path: Path) -> None:
    data_file = DataFile(write(tmp_path / "release.jsonl.zst", whole(crowd(6000))))

    def stop(_lines: int) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        build_catalogue(data_file, survey(data_file), tmp_path / "catalogue.sqlite", stop)


def test_a_provider_comes_back_whole(tmp_path: Path) -> None:
    listing = a_provider(
        0,
        name="Ana Sample",
        credential="LCSW",
        organization="Harbor",
        phones=(
            PhoneNumber(number="8888526672", vanity="888-85COMPA", extension="12", description="Intake"),
            PhoneNumber(raw="call the desk"),
        ),
        payer=(Payer(id="medicaid", role="in-network", verified_on=TODAY), Payer(id="acme", role="out-of-network")),
        specialty=("depression", "unheard-of"),
        accepting=Accepting(status="waitlist", note="until March", verified_on=TODAY),
        address=Address(address_1="1 Main St", city="Albany", state_province="NY", postal_code="12207"),
        fees=Fees(session=15000, low=4000),
        licenses=(Licence(type="LCSW", number="0001", state_province="NY"),),
        sources=(Source(name="Test list", date="2026"),),
        sample=True,
    )
    shown = catalogue(tmp_path, whole([listing])).listing("test:p0", TODAY)
    assert shown.intact
    assert shown.sample
    assert shown.phones[0].shown == "888-85COMPA (888-852-6672) ext. 12"
    assert shown.phones[0].dialable == "888-852-6672 ext. 12"
    assert shown.phones[0].address == "tel:+18888526672;ext=12"
    assert shown.phones[1].shown == "call the desk"
    assert [(payer.label, payer.role) for payer in shown.payers] == [
        ("Medicaid", "in-network"),
        ("Acme Health", "out-of-network"),
    ]
    assert [value.label for value in shown.having(Facet.SPECIALTY)] == ["Depression", "unheard of"]
    assert shown.location.lines == ("1 Main St", "Albany, NY 12207")
    assert shown.fees == "$150 a session, sliding scale from $40"
    assert [article.id for article in shown.articles] == ["article:alliance"]
    assert (shown.accepting, shown.accepting_note, shown.accepting_verified_on) == ("waitlist", "until March", TODAY)


def test_out_of_network_does_not_count_as_taken(tmp_path: Path) -> None:
    listing = a_provider(1, payer=(Payer(id="acme", role="out-of-network"),))
    results = catalogue(tmp_path, whole([listing])).search(Filters(), TODAY)
    assert results.counts["payer"]["acme"] == 0


def test_an_altered_record_on_screen_is_said_so(tmp_path: Path) -> None:
    file, _ = build(tmp_path, whole([a_center(1), a_center(2)]))
    with closing(sqlite3.connect(file)) as connection, connection:
        other = connection.execute("SELECT record FROM detail WHERE row = 1").fetchone()[0]
        connection.execute("UPDATE detail SET record = ? WHERE row = 0", (other,))
    assert not Catalogue(file).listing("test:c1", TODAY).intact
    assert Catalogue(file).listing("test:c2", TODAY).intact


def test_what_is_not_there_is_said_so(tmp_path: Path) -> None:
    opened = catalogue(tmp_path, whole([]))
    with pytest.raises(NotFound, match="test:nobody"):
        opened.listing("test:nobody")
    with pytest.raises(NotFound, match="topic:nothing"):
        opened.piece("topic:nothing")


def test_the_library_lists_searches_and_opens(tmp_path: Path) -> None:
    opened = catalogue(tmp_path, whole([a_provider(0)]))
    assert opened.sections() == {Section.DISORDER: 1, Section.ARTICLE: 1, Section.TERM: 1, Section.HOTLINE: 2}
    assert [card.title for card in opened.pieces(Section.HOTLINE)] == ["Emergency", "988 Suicide and Crisis Lifeline"]
    (found,) = opened.pieces(None, "joy mood")
    assert found.id == "topic:depression"
    assert "<b>joy</b>" in found.snippet
    assert "&amp;" in found.snippet
    topic = opened.piece("topic:depression")
    assert topic.crisis
    assert [link.id for link in topic.related] == ["term:rapport", "hotline:988"]
    assert topic.listings == (("specialty/depression", "Depression"),)
    assert opened.piece("term:rapport").body == "<p>A feeling of being in tune &lt;with&gt; somebody.</p>"
    assert opened.piece("article:alliance").author is not None
    assert opened.piece("hotline:988").kind is PieceKind.HOTLINE
    assert [line.phones[0].number for line in opened.hotlines()] == ["911", "988"]


@pytest.mark.parametrize(
    "words", ['"', "NEAR(", "a OR", "*", "title:x", "-", "\x00", "( AND )", "' OR 1=1 --", "^", "{}"]
)
def test_odd_words_never_break_the_library_search(tmp_path: Path, words: str) -> None:
    opened = catalogue(tmp_path, whole([]))
    assert isinstance(opened.pieces(None, words), tuple)


@pytest.mark.parametrize(("confidence", "confirmed"), [("high", True), ("medium", False), ("low", False)])
def test_a_hotline_says_whether_its_owner_confirmed_it(tmp_path: Path, confidence: str, confirmed: bool) -> None:
    line = HotlineRecord(
        id="hotline:help",
        title="Help",
        what_for="Help.",
        phones=(PhoneNumber(number="8005550100"),),
        verified_on=TODAY,
        confidence=confidence,  # type: ignore[arg-type]
    )
    opened = catalogue(tmp_path, [line])
    assert [one.confirmed for one in opened.hotlines()] == [confirmed]
    assert ("Checked" in dict(opened.piece("hotline:help").facts)) is not confirmed


def test_a_piece_without_a_summary_is_summed_up_by_its_first_words(tmp_path: Path) -> None:
    line = HotlineRecord(
        id="hotline:help",
        title="Help",
        what_for="Help with food.",
        what_for_es="Ayuda con comida.",
        notes="Ask for the night desk.",
        phones=(PhoneNumber(number="8005550100"),),
        verified_on=TODAY,
    )
    book = Book(id="book:one", title="One", authors=("Ana Sample", "Lin Testwood"), publisher="Sample Press")
    opened = catalogue(tmp_path, [line, book])
    assert [card.summary for card in opened.pieces()] == ["Help with food.", "Ana Sample, Lin Testwood"]
    assert [card.id for card in opened.pieces(words="comida")] == ["hotline:help"]


def test_a_hotline_that_was_altered_is_left_out(tmp_path: Path) -> None:
    file, _ = build(tmp_path, whole([]))
    with closing(sqlite3.connect(file)) as connection, connection:
        other = connection.execute("SELECT record FROM piece WHERE id = 'hotline:911'").fetchone()[0]
        connection.execute("UPDATE piece SET record = ? WHERE id = 'hotline:988'", (other,))
    assert [line.id for line in Catalogue(file).hotlines()] == ["hotline:911"]
