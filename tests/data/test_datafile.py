"""The data file: what is written is read, and whatever is wrong is said in one sentence."""

import random
from pathlib import Path

import pytest
import zstandard

from tests.made import a_center, a_header, a_provider, crowd, whole, write
from therapist_desktop.data.datafile.canonical import StateHash, encode
from therapist_desktop.data.datafile.checking import Quarantined, decode, survey
from therapist_desktop.data.datafile.reading import MAX_LINE, DataFile
from therapist_desktop.data.datafile.schema import json_schema
from therapist_desktop.data.datafile.writing import write_data_file
from therapist_desktop.domain.digests import digest
from therapist_desktop.domain.errors import DataFileBroken, FormatTooNew, Trouble, WrongState

SCHEMA = Path(__file__).parents[2] / "resources" / "schema" / "data-file-1.schema.json"


@pytest.fixture
def good(tmp_path: Path) -> Path:
    return write(tmp_path / "good.jsonl.zst", whole(crowd(300)))


def packed(path: Path, *lines: bytes) -> Path:
    path.write_bytes(zstandard.ZstdCompressor().compress(b"".join(line + b"\n" for line in lines)))
    return path


def read_all(path: Path) -> None:
    data_file = DataFile(path)
    survey(data_file)


def test_what_is_written_is_read(good: Path) -> None:
    records = whole(crowd(300))
    lines = list(DataFile(good).lines())
    assert [decode(line) for line in lines] == records
    assert [line.number for line in lines] == list(range(2, len(records) + 2))
    assert DataFile(good).header.counts["place"] == 4


def test_the_same_records_give_the_same_bytes(tmp_path: Path, good: Path) -> None:
    again = write(tmp_path / "again.jsonl.zst", whole(crowd(300)))
    assert again.read_bytes() == good.read_bytes()


def test_the_state_does_not_depend_on_the_order_of_lines(tmp_path: Path, good: Path) -> None:
    records = whole(crowd(300))
    random.Random(1).shuffle(records)
    other = DataFile(write(tmp_path / "other.jsonl.zst", records))
    assert other.header.state == DataFile(good).header.state
    assert survey(other).state == other.header.state


def test_the_state_follows_a_change(good: Path) -> None:
    state = StateHash(DataFile(good).header.state)
    old, new = encode(a_center(1)), encode(a_center(1, name="Renamed"))
    state.add(digest(old))
    state.remove(digest(old))
    assert state.hex() == DataFile(good).header.state
    state.add(digest(new))
    assert state.hex() != DataFile(good).header.state


def test_a_wrong_state_is_refused(tmp_path: Path, good: Path) -> None:
    text = zstandard.ZstdDecompressor().decompressobj().decompress(good.read_bytes())
    altered = text.replace(b"2125550100", b"2125550199", 1)
    assert altered != text
    with pytest.raises(WrongState):
        read_all(packed(tmp_path / "altered.jsonl.zst", *altered.splitlines()))


def test_wrong_counts_are_refused(tmp_path: Path, good: Path) -> None:
    text = zstandard.ZstdDecompressor().decompressobj().decompress(good.read_bytes())
    with pytest.raises(DataFileBroken, match="promises"):
        read_all(packed(tmp_path / "short.jsonl.zst", *text.splitlines()[:-1]))


def test_an_id_may_stand_only_once(tmp_path: Path) -> None:
    path = write(tmp_path / "twice.jsonl.zst", [a_center(1), a_center(2), a_center(1, name="Again")])
    with pytest.raises(DataFileBroken, match=r"line 4 repeats the id test:c1"):
        read_all(path)


@pytest.mark.parametrize("cut", [1, 5, 40, 200])
def test_a_truncated_file_is_refused(tmp_path: Path, good: Path, cut: int) -> None:
    path = tmp_path / "cut.jsonl.zst"
    path.write_bytes(good.read_bytes()[:-cut])
    with pytest.raises(DataFileBroken):
        read_all(path)


def test_every_flipped_byte_is_noticed(tmp_path: Path, good: Path) -> None:
    data = good.read_bytes()
    path = tmp_path / "flipped.jsonl.zst"
    chance = random.Random(3)
    for _ in range(150):
        place = chance.randrange(len(data))
        path.write_bytes(data[:place] + bytes([data[place] ^ (1 << chance.randrange(8))]) + data[place + 1 :])
        try:
            data_file = DataFile(path)
            same = survey(data_file).state == DataFile(good).header.state and data_file.header == DataFile(good).header
        except Trouble:
            same = True
        assert same, f"byte {place}"


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "cut short"),
        (b"hello", "not zstd"),
        (b"PK\x03\x04 a zip", "not zstd"),
        (zstandard.ZstdCompressor().compress(b""), "empty"),
        (zstandard.ZstdCompressor().compress(b"hello\n"), "line 1 is not a release header"),
        (zstandard.ZstdCompressor().compress(b'{"kind":"provider","format":1}\n'), "line 1 is not a release header"),
        (zstandard.ZstdCompressor().compress(b'{"kind":"release","format":1}\n'), "line 1, the release header"),
        (zstandard.ZstdCompressor().compress(b"no line end"), "ends in the middle of line 1"),
    ],
)
def test_what_is_not_a_data_file_is_said_so(tmp_path: Path, content: bytes, says: str) -> None:
    path = tmp_path / "odd.jsonl.zst"
    path.write_bytes(content)
    with pytest.raises(DataFileBroken, match=says):
        read_all(path)


def test_a_missing_file_is_said_so(tmp_path: Path) -> None:
    with pytest.raises(DataFileBroken, match="No such file"):
        DataFile(tmp_path / "gone.jsonl.zst")


def test_a_newer_format_asks_for_a_newer_program(tmp_path: Path) -> None:
    path = packed(tmp_path / "new.jsonl.zst", b'{"kind":"release","format":2,"shape":"unheard of"}', b"{}")
    with pytest.raises(FormatTooNew, match="format 2"):
        DataFile(path)


def test_nothing_may_follow_the_end(tmp_path: Path, good: Path) -> None:
    path = tmp_path / "more.jsonl.zst"
    path.write_bytes(good.read_bytes() * 2)
    with pytest.raises(DataFileBroken, match="after its end"):
        read_all(path)


@pytest.mark.parametrize("size", [MAX_LINE * 3, 1 << 28])
def test_a_bomb_is_refused_before_it_grows(tmp_path: Path, size: int) -> None:
    header = encode(a_header())
    path = tmp_path / "bomb.jsonl.zst"
    stream = zstandard.ZstdCompressor().compressobj()
    with path.open("wb") as file:
        file.write(stream.compress(header + b"\n"))
        for _ in range(max(1, size >> 20)):
            file.write(stream.compress(b" " * min(size, 1 << 20)))
        file.write(stream.compress(b" ") + stream.flush())
    with pytest.raises(DataFileBroken, match="line 2 is longer than"):
        read_all(path)


def test_a_huge_window_is_refused(tmp_path: Path) -> None:
    settings = zstandard.ZstdCompressionParameters.from_level(1, window_log=27)
    path = tmp_path / "window.jsonl.zst"
    compressor = zstandard.ZstdCompressor(compression_params=settings).compressobj()
    chance = random.Random(5)
    path.write_bytes(compressor.compress(encode(a_header()) + b"\n" + chance.randbytes(1 << 24)) + compressor.flush())
    with pytest.raises(DataFileBroken):
        read_all(path)


@pytest.mark.parametrize(
    ("line", "field", "rule"),
    [
        (b'{"kind":"center","id":"test:c","name":""}', "name", "length >= 1"),
        (b'{"kind":"center","id":"no colon","name":"X"}', "id", "regex"),
        (b'{"kind":"center","id":"test:c","name":"X","phones":[{"number":"12"}]}', "phones[0].number", "regex"),
        (b'{"kind":"center","id":"test:c","name":"X","colour":"red"}', "", "unknown field `colour`"),
        (b'{"kind":"center","id":"test:c"}', "", "missing required field `name`"),
        (
            b'{"kind":"provider","id":"test:p","name":"X","accepting":{"status":"maybe"}}',
            "accepting.status",
            "Invalid enum",
        ),
        (b'{"kind":"place","id":"zip:1","postal_code":"1"}', "postal_code", "regex"),
        (b'{"kind":"widget","id":"test:w"}', "kind", "widget"),
        (b"not json", "", "malformed"),
        (b'{"kind":"center","id":"test:c","name":"\xff"}', "", "utf-8"),
        (b"[" * 5000, "", ""),
        (b"", "", ""),
    ],
)
def test_a_bad_record_is_put_aside_with_line_field_and_rule(tmp_path: Path, line: bytes, field: str, rule: str) -> None:
    path = write(tmp_path / "one-bad.jsonl.zst", [a_center(1), line, a_provider(2)])
    data_file = DataFile(path)
    survey(data_file)
    good, bad, other = (decode(one) for one in data_file.lines())
    assert (good, other) == (a_center(1), a_provider(2))
    assert isinstance(bad, Quarantined)
    assert bad.line == 3
    assert bad.field == field
    assert rule.lower() in bad.rule.lower()


def test_a_half_written_file_never_has_the_name_of_a_whole_one(tmp_path: Path) -> None:
    def failing() -> object:
        yield a_center(1)
        raise OSError(28, "No space left on device")

    path = tmp_path / "release.jsonl.zst"
    with pytest.raises(OSError, match="space"):
        write_data_file(path, a_header(), failing())  # type: ignore[arg-type]
    assert list(tmp_path.iterdir()) == []


def test_the_committed_schema_is_the_one_of_the_record_types() -> None:
    assert SCHEMA.read_text(encoding="utf-8") == json_schema(), "run: python -m therapist_desktop.data.datafile.schema"
