"""What is built from a data file: every posting and column, the same whoever builds it."""

import random
from array import array
from collections import defaultdict
from datetime import date
from pathlib import Path

import pytest
import zstandard

from tests.data.tables import column, listed, postings, rows_of, tables_of
from tests.made import a_center, a_provider, build, crowd, whole, write
from therapist_desktop.data.datafile.canonical import encode
from therapist_desktop.data.datafile.fields import PhoneNumber, Record
from therapist_desktop.data.datafile.ordering import place_in_file
from therapist_desktop.data.datafile.reading import DataFile
from therapist_desktop.data.datafile.records import Licence, Listed, Provider
from therapist_desktop.data.layout import PREFIX_TERMS, Column, Field
from therapist_desktop.data.writing import words
from therapist_desktop.data.writing.building import check_and_build
from therapist_desktop.domain.errors import DataFileBroken, WrongState
from therapist_desktop.domain.text import words_of

BAD = b'{"address":{"city":7},"id":"test:bad","kind":"center","name":"Lost words here"}'


def lines_in_order(records: list[Record | bytes]) -> list[bytes]:
    lines = [one if isinstance(one, bytes) else encode(one) for one in records]
    return sorted(lines, key=place_in_file)


def some_listings() -> list[Listed]:
    odd = a_provider(
        9001,
        name="\u00c9lodie Stra\u00dfe-O'Neil",
        organization="\u4e2d\u6587 \u8aee\u5546",
        description="nul\x00byte and\x1funit, \ud55c\uad6d\uc5b4",
        npi="1234567893",
        phones=(PhoneNumber(number="12125550101"), PhoneNumber(number="2125550101"), PhoneNumber(raw="ask")),
        licenses=(Licence(type="LCSW", number="ab-12.3"), Licence(number="AB123"), Licence(number="--")),
        credential="PhD",
    )
    return [*crowd(700), odd, a_center(9002, name="\u00e9", alternate_name="\u00c9lan vital")]


def texts_of(one: Listed) -> dict[str, list[str]]:
    part = one.organization if isinstance(one, Provider) else one.alternate_name
    more = one.credential if isinstance(one, Provider) else ""
    near = [part, one.address.city, one.address.postal_code or ""]
    return {
        "name": [one.name],
        "city": [one.address.city],
        "near": near,
        "all": [one.name, *near, one.description, one.next_step, one.address.address_1, more],
    }


def day_of(ordinal: int) -> date | None:
    return date.fromordinal(ordinal) if ordinal else None


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[int, Listed]]:
    """A catalogue of some odd listings, with a hole in its rows, and the listing of each row."""
    listings = some_listings()
    folder = tmp_path_factory.mktemp("made")
    file, _ = build(folder, lines_in_order([*whole(listings), BAD]))
    by_id = {one.id: one for one in listings}
    return file, {int(str(row)): by_id[str(known)] for row, known in rows_of(file, "card", "row, id")}


@pytest.mark.parametrize("field", list(Field))
def test_every_word_leads_to_the_rows_that_have_it(made: tuple[Path, dict[int, Listed]], field: Field) -> None:
    file, listings = made
    expected: defaultdict[str, set[int]] = defaultdict(set)
    for row, one in listings.items():
        for text in texts_of(one)[field.name.lower()]:
            for word in words_of(text):
                expected[word].add(row)
    found, prefixes = postings(file, field)
    assert found == expected
    assert list(found) == sorted(found)
    assert list(prefixes) == sorted(prefixes)
    for prefix, rows in prefixes.items():
        assert rows == set().union(*(rows for word, rows in expected.items() if word.startswith(prefix)))
    shared = {word[:1] for word in expected if sum(other.startswith(word[:1]) for other in expected) >= PREFIX_TERMS}
    assert {prefix for prefix in prefixes if len(prefix) == 1} == shared


def test_the_wording_can_be_read_back(made: tuple[Path, dict[int, Listed]]) -> None:
    file, listings = made
    vocabulary = listed(file, Column.words(Field.ALL))
    by_number = dict(zip(array("I", column(file, Column.WORD_NUMBERS)), vocabulary, strict=True))
    unpack = zstandard.ZstdDecompressor().decompress
    ((piece, starts, numbers),) = rows_of(file, "wording")
    begin, held = array("I", unpack(starts)), array("I", unpack(numbers))  # type: ignore[arg-type]
    assert piece == 0
    assert len(begin) == max(listings) + 2
    for row in range(max(listings) + 1):
        own = [by_number.get(number, "|") for number in held[begin[row] : begin[row + 1]]]
        texts = texts_of(listings[row])["all"] if row in listings else []
        assert own == [word for text in texts for word in (*words_of(text), "|")]


def test_numbers_lead_to_their_rows_once(made: tuple[Path, dict[int, Listed]]) -> None:
    file, listings = made
    (odd,) = (row for row, one in listings.items() if one.id == "test:p9001")
    found = [(number, what) for number, row, what in rows_of(file, "number") if row == odd]
    assert found == [("1234567893", "npi"), ("2125550101", "phone"), ("ab123", "licence")]
    assert len(rows_of(file, "number")) == len(set(rows_of(file, "number", "number, row")))


def test_columns_have_an_entry_for_every_row(made: tuple[Path, dict[int, Listed]]) -> None:
    file, listings = made
    latitude = array("i", column(file, Column.LATITUDE))
    newest, days = array("I", column(file, Column.NEWEST_ROWS)), array("i", column(file, Column.NEWEST_DAYS))
    ends = array("I", column(file, Column.NEWEST_ENDS))
    assert len(latitude) == len(newest) == len(listings) + 1
    for row, one in listings.items():
        assert one.address.latitude in {latitude[row], None}
    start = 0
    for day, end in zip(days, ends, strict=True):
        run = newest[start:end]
        assert list(run) == sorted(run)
        assert {listings[row].verified_on for row in run if row in listings} <= {day_of(day)}
        start = end
    assert list(days) == sorted(days, reverse=True)
    assert end == len(newest)


def test_a_listing_that_was_put_aside_is_found_by_nothing(made: tuple[Path, dict[int, Listed]]) -> None:
    file, listings = made
    (hole,) = set(range(max(listings) + 1)) - set(listings)
    found, _ = postings(file, Field.ALL)
    assert "lost" not in found
    assert all(hole not in rows for rows in found.values())


def test_many_runs_give_what_one_gives(
    made: tuple[Path, dict[int, Listed]], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(words, "WORDING_ROWS", 64)
    monkeypatch.setattr(words, "_RUN_ROWS", 128)
    file, _ = build(tmp_path, lines_in_order([*whole(some_listings()), BAD]))
    for table in ("post", "col", "number"):
        assert rows_of(file, table) == rows_of(made[0], table)
    assert len(rows_of(file, "wording")) == -(-(len(made[1]) + 1) // 64)


def test_lines_in_any_order_give_the_same_catalogue(made: tuple[Path, dict[int, Listed]], tmp_path: Path) -> None:
    lines = lines_in_order([*whole(some_listings()), BAD])
    places = [line for line in lines if place_in_file(line)[0] < 2]  # these keep the order they come in
    others = lines[len(places) :]
    random.Random(4).shuffle(others)
    mixed = [*others[:300], *places, *others[300:]]
    data_file = DataFile(write(tmp_path / "mixed.jsonl.zst", mixed))
    built = check_and_build(data_file, tmp_path / "catalogue.sqlite")
    found, expected = tables_of(tmp_path / "catalogue.sqlite"), tables_of(made[0])
    assert [bad.line for bad in built.quarantined] == [mixed.index(BAD) + 2]
    assert [row[1:] for row in found.pop("quarantine")] == [row[1:] for row in expected.pop("quarantine")]
    assert found == expected
    assert sorted(one.name for one in tmp_path.iterdir()) == ["catalogue.sqlite", "mixed.jsonl.zst"]


@pytest.mark.parametrize(
    "twice",
    [
        [a_center(1), a_center(1, name="Zeta")],
        [a_center(1), b'{"id":"test:c1","kind":"center","name":""}'],
        [b'{"id":"zip:10001","kind":"provider","name":"Pat"}'],
        [b'{"id":"term:rapport","kind":"center","name":"Pat"}'],
        [b'{"id":"test:x","kind":"widget"}', b'{"id":"test:x","kind":"gadget"}'],
    ],
)
def test_an_id_stands_only_once_in_the_whole_file(tmp_path: Path, twice: list[Record | bytes]) -> None:
    data_file = DataFile(write(tmp_path / "twice.jsonl.zst", lines_in_order(whole(twice))))
    with pytest.raises(DataFileBroken, match=r"line \d+ repeats the id \w+:\w+"):
        check_and_build(data_file, tmp_path / "catalogue.sqlite")


def test_a_file_that_does_not_add_up_is_refused_while_it_is_built(tmp_path: Path) -> None:
    lines = lines_in_order(whole(crowd(50)))
    good = DataFile(write(tmp_path / "good.jsonl.zst", lines))
    text = zstandard.ZstdDecompressor().decompressobj().decompress(good.path.read_bytes())
    path = tmp_path / "altered.jsonl.zst"
    path.write_bytes(zstandard.ZstdCompressor().compress(text.replace(b"2125550100", b"2125550199", 1)))
    with pytest.raises(WrongState):
        check_and_build(DataFile(path), tmp_path / "catalogue.sqlite")
    path.write_bytes(zstandard.ZstdCompressor().compress(text.replace(lines[-1] + b"\n", b"")))
    with pytest.raises(DataFileBroken, match="promises"):
        check_and_build(DataFile(path), tmp_path / "other.sqlite")


def test_no_listings_at_all_make_an_empty_catalogue(tmp_path: Path) -> None:
    file, built = build(tmp_path, [])
    assert built.counts == {}
    assert (rows_of(file, "post"), rows_of(file, "wording"), rows_of(file, "number")) == ([], [], [])
