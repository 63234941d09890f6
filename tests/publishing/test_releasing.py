"""From made-up listings to a signed repository that a real TUF client accepts."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from tuf.api.exceptions import DownloadHTTPError
from tuf.ngclient import FetcherInterface, Updater  # type: ignore[attr-defined] # public, not re-exported by name
from typing_extensions import override

from tests.publishing.conftest import Run
from therapist_desktop.data.datafile.checking import survey
from therapist_desktop.data.datafile.reading import DataFile
from therapist_desktop.data.datafile.records import Header, Publisher
from therapist_desktop.data.datafile.writing import file_name, write_data_file
from therapist_desktop.publishing.commands import main
from therapist_desktop.publishing.keys import ROLES, key_file, read_keys
from therapist_desktop.publishing.repository import publish, read_repository


class FromFolder(FetcherInterface):
    """Reads the repository as a web server would hand it out."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    @override
    def _fetch(self, url: str) -> Any:
        file = self._folder / url.removeprefix("https://sample.example/")
        if not file.is_file():
            raise DownloadHTTPError("not here", 404)
        return iter([file.read_bytes()])


def updater_for(repository: Path, cache: Path, root: Path) -> Updater:
    cache.mkdir(exist_ok=True)
    return Updater(
        metadata_dir=str(cache),
        metadata_base_url="https://sample.example/metadata/",
        target_dir=str(cache),
        target_base_url="https://sample.example/targets/",
        fetcher=FromFolder(repository),
        bootstrap=root.read_bytes(),
    )


def a_header(number: int) -> Header:
    return Header(
        format=1,
        number=number,
        published=datetime(2026, 11, 20, tzinfo=UTC),
        title="Sample",
        publisher=Publisher(name="Sample County"),
        state="0" * 32,
        counts={},
    )


@pytest.fixture
def keys(tmp_path: Path, run: Run) -> Path:
    assert run("init", tmp_path / "keys")[0] == 0
    return tmp_path / "keys"


@pytest.fixture
def work(tmp_path: Path, run: Run) -> Path:
    assert run("sample", "-n", 20, "--centers", 4, "-o", tmp_path / "work")[0] == 0
    return tmp_path / "work"


def test_a_tuf_client_finds_and_verifies_the_release(tmp_path: Path, keys: Path, work: Path, run: Run) -> None:
    code, answer = run("release", work, "-o", tmp_path / "repo", "--keys", keys)
    assert (code, answer["release"], answer["previous"]) == (0, 1, None)
    updater = updater_for(tmp_path / "repo", tmp_path / "cache", keys / "root.json")
    updater.refresh()
    target = updater.get_targetinfo("release-000001.jsonl.zst")
    assert target is not None
    custom = target.unrecognized_fields["custom"]
    data = DataFile(Path(updater.download_target(target)))
    lines = sum(len(line.text) + 1 for line in data.lines())
    assert (custom["release"], custom["format"], custom["state"]) == (1, 1, data.header.state)
    assert custom["counts"] == dict(survey(data).counts) == data.header.counts
    assert custom["size_out"] > lines
    assert data.header.sample


def test_releases_follow_each_other_and_ten_are_kept(tmp_path: Path, keys: Path) -> None:
    repo, now = tmp_path / "repo", datetime.now(UTC).replace(microsecond=0)
    signers = read_keys(keys, now)
    for number in range(1, 13):
        current = read_repository(repo, signers)
        assert current.newest == number - 1
        file = tmp_path / file_name(number)
        header = write_data_file(file, a_header(number), [])
        publish(repo, current, file, header, signers, now)
    updater = updater_for(repo, tmp_path / "cache", keys / "root.json")
    updater.refresh()
    assert updater.get_targetinfo("release-000012.jsonl.zst") is not None
    assert updater.get_targetinfo("release-000002.jsonl.zst") is None
    assert len(list((repo / "targets").iterdir())) == 10
    assert not [file for file in repo.rglob("*") if file.name.endswith(".part") or file.name.startswith(".")]


def test_an_older_number_is_refused(tmp_path: Path, keys: Path, work: Path, run: Run) -> None:
    run("release", work, "-o", tmp_path / "repo", "--keys", keys, "--number", 7)
    code, line = run("release", work, "-o", tmp_path / "repo", "--keys", keys, "--number", 7)
    assert code == 2
    assert "release 7 is published" in line


def test_nothing_is_visible_before_the_timestamp(tmp_path: Path, keys: Path, work: Path, run: Run) -> None:
    repo = tmp_path / "repo"
    run("release", work, "-o", repo, "--keys", keys)
    before = (repo / "metadata" / "timestamp.json").read_bytes()
    run("release", work, "-o", repo, "--keys", keys)
    (repo / "metadata" / "timestamp.json").write_bytes(before)
    updater = updater_for(repo, tmp_path / "cache", keys / "root.json")
    updater.refresh()
    assert updater.get_targetinfo("release-000002.jsonl.zst") is None
    assert run("release", work, "-o", repo, "--keys", keys)[1]["release"] == 2


def test_refresh_signs_the_timestamp_anew(tmp_path: Path, keys: Path, work: Path, run: Run) -> None:
    repo = tmp_path / "repo"
    run("release", work, "-o", repo, "--keys", keys)
    code, answer = run("refresh", repo, "--keys", keys)
    timestamp = json.loads((repo / "metadata" / "timestamp.json").read_text(encoding="utf-8"))
    assert (code, answer["release"], timestamp["signed"]["version"]) == (0, 1, 2)
    updater_for(repo, tmp_path / "cache", keys / "root.json").refresh()


def test_keys_are_private_and_never_overwritten(keys: Path, run: Run) -> None:
    assert {key_file(keys, role).stat().st_mode & 0o777 for role in ROLES} == {0o600}
    before = {file: file.read_bytes() for file in keys.iterdir()}
    code, line = run("init", keys)
    assert code == 2
    assert "never overwritten" in line
    assert {file: file.read_bytes() for file in keys.iterdir()} == before
    assert len(set(before.values())) == len(before)


def test_a_missing_or_strange_key_is_told(tmp_path: Path, keys: Path, work: Path, run: Run) -> None:
    key_file(keys, "targets").write_bytes(key_file(keys, "snapshot").read_bytes())
    code, line = run("release", work, "-o", tmp_path / "repo", "--keys", keys)
    assert code == 1
    assert "the targets key is not the one" in line
    key_file(keys, "targets").unlink()
    assert "targets.private.pem cannot be read" in run("release", work, "-o", tmp_path / "repo", "--keys", keys)[1]
    assert not (tmp_path / "repo").exists()


def test_the_repository_of_another_publisher_is_left_alone(tmp_path: Path, keys: Path, work: Path, run: Run) -> None:
    run("release", work, "-o", tmp_path / "repo", "--keys", keys)
    run("init", tmp_path / "others")
    code, line = run("release", work, "-o", tmp_path / "repo", "--keys", tmp_path / "others")
    assert code == 1
    assert "another root.json" in line


def test_building_twice_gives_the_same_bytes(tmp_path: Path, work: Path, run: Run) -> None:
    published = "2026-11-20T09:00:00Z"
    for folder in ("one", "two"):
        code, answer = run("build", work, "-o", tmp_path / folder, "--number", 42, "--published", published)
        assert (code, answer["release"], answer["published"]) == (0, 42, published)
    name = "release-000042.jsonl.zst"
    assert (tmp_path / "one" / name).read_bytes() == (tmp_path / "two" / name).read_bytes()
    assert DataFile(tmp_path / "one" / name).header.published == datetime(2026, 11, 20, 9, tzinfo=UTC)


def test_a_work_folder_speaks_for_itself(tmp_path: Path, work: Path, run: Run) -> None:
    (work / "work.toml").write_text(
        'title = "Our county"\npublisher = "Sample County"\nnext_number = 5\n[[source]]\nname = "County list"\n',
        encoding="utf-8",
    )
    assert run("build", work, "-o", tmp_path / "out")[1]["release"] == 5
    header = DataFile(tmp_path / "out" / "release-000005.jsonl.zst").header
    assert (header.title, header.publisher.name) == ("Our county", "Sample County")
    assert [source.name for source in header.sources] == ["County list", "Sample data of Therapist Desktop"]
    (work / "work.toml").write_text('title = "Our county"\ncolour = "red"\n', encoding="utf-8")
    code, line = run("build", work, "-o", tmp_path / "out")
    assert code == 1
    assert "work.toml, line 2" in line


def test_a_release_that_shrinks_says_so(tmp_path: Path, keys: Path, work: Path, run: Run) -> None:
    run("release", work, "-o", tmp_path / "repo", "--keys", keys)
    run("sample", "-n", 10, "--centers", 4, "-o", work)
    code, answer = run("release", work, "-o", tmp_path / "repo", "--keys", keys)
    assert (code, answer["previous"], answer["shrunk"]) == (0, 1, {"provider": 50})


@pytest.mark.parametrize(
    "words",
    [
        (),
        ("publish",),
        ("sample", "-o", "work"),
        ("sample", "-n", "-1", "-o", "work"),
        ("build", "nowhere", "-o", "out"),
        ("build", "nowhere", "-o", "out", "--number", "0"),
        ("build", "nowhere", "-o", "out", "--published", "soon"),
        ("check", "nowhere"),
        ("import", "csv", "x", "-o", "work"),
    ],
    ids=" ".join,
)
def test_wrong_usage_is_one_line_and_exit_code_2(
    words: tuple[str, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    code = main(words)
    said = capsys.readouterr()
    assert (code, said.out) == (2, "")
    assert said.err.startswith("therapist-publish: ")
    assert said.err.count("\n") == 1
    assert not list(tmp_path.iterdir())
