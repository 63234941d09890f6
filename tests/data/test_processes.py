"""Jobs in processes of their own: answers, troubles, being stopped, and never outliving who asked."""

import os
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from tests.data.tables import tables_of
from tests.made import crowd, whole, write
from tests.rules.source import ROOT
from therapist_desktop.data.datafile.canonical import encode
from therapist_desktop.data.datafile.fields import Record
from therapist_desktop.data.datafile.ordering import place_in_file
from therapist_desktop.data.datafile.writing import write_lines
from therapist_desktop.data.writing.processes import Job, JobFailed, one_after_the_other, side_by_side
from therapist_desktop.domain.errors import Cancelled, DataFileBroken, DiskFull, LoadingStopped, WrongState
from therapist_desktop.domain.syncing import Progress, Step
from therapist_desktop.services.loading import load, opened

BAD = b'{"id":"test:bad","kind":"center","name":""}'
ORPHAN = """
import sys
from tests.data.test_processes import busy_job
from therapist_desktop.data.writing.processes import Job, side_by_side
with side_by_side(1) as do:
    do([Job(busy_job, (sys.argv[1],), 1000)], lambda done: print(done, flush=True))
"""


def adding_job(first: int, second: int, tell: Callable[[int], None]) -> int:
    tell(5)
    tell(10)
    return first + second


def failing_job(tell: Callable[[int], None]) -> None:
    raise DiskFull(what="the new release")


def faulty_job(tell: Callable[[int], None]) -> None:
    raise KeyError("a fault in the program")


def dying_job(tell: Callable[[int], None]) -> None:
    os._exit(7)


def busy_job(sign_of_life: str, tell: Callable[[int], None]) -> None:
    """Works until it is ended; whoever reads the named pipe sees its end."""
    with Path(sign_of_life).open("wb"):
        for done in range(10**9):
            tell(done)


@pytest.mark.parametrize("do", [one_after_the_other, None], ids=["here", "there"])
def test_answers_come_in_the_order_of_the_jobs(do: object) -> None:
    heard: list[int] = []
    jobs = [Job(adding_job, (1, 2), 10), Job(adding_job, (3, 4), 10)]
    with side_by_side(2) as there:
        answers = (do or there)(jobs, heard.append)  # type: ignore[operator]
        assert (do or there)(jobs[:1], heard.append) == [3]  # type: ignore[operator]
    assert answers == [3, 7]
    assert max(heard) == 1000


def test_a_trouble_comes_back_as_itself() -> None:
    with side_by_side(1) as do, pytest.raises(DiskFull, match="no room left on the disk for the new release"):
        do([Job(failing_job, ())], lambda _done: None)


@pytest.mark.parametrize(
    ("job", "kind", "says"),
    [(faulty_job, JobFailed, "a fault in the program"), (dying_job, LoadingStopped, "exit code 7")],
)
def test_a_fault_comes_back_as_a_fault_and_a_lost_process_as_trouble(
    job: Callable[..., None], kind: type[Exception], says: str
) -> None:
    with side_by_side(2) as do, pytest.raises(kind, match=says):
        do([Job(job, ()), Job(adding_job, (1, 2), 10)], lambda _done: None)


needs_named_pipes = pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="the end of a process is seen on a named pipe")


@needs_named_pipes
def test_stopping_ends_the_processes(tmp_path: Path) -> None:
    alive = tmp_path / "alive"
    os.mkfifo(alive)
    reading = os.open(alive, os.O_RDONLY | os.O_NONBLOCK)

    def stop(_done: int) -> None:
        raise Cancelled

    with pytest.raises(Cancelled), side_by_side(2) as do:
        do([Job(busy_job, (str(alive),), 1000), Job(adding_job, (1, 2))], stop)
    assert os.read(reading, 1) == b""
    os.close(reading)


@needs_named_pipes
def test_a_process_ends_when_its_parent_is_gone(tmp_path: Path) -> None:
    alive = tmp_path / "alive"
    os.mkfifo(alive)
    parent = subprocess.Popen([sys.executable, "-c", ORPHAN, str(alive)], cwd=ROOT, stdout=subprocess.PIPE)
    with alive.open("rb") as sign, parent:
        assert parent.stdout
        parent.stdout.readline()
        parent.kill()
        assert sign.read() == b""  # comes to an end only when nobody can write any more


def sorted_lines(records: list[Record | bytes]) -> list[bytes]:
    return sorted((one if isinstance(one, bytes) else encode(one) for one in records), key=place_in_file)


def load_with(
    folder: Path, records: Sequence[Record | bytes], tell: Callable[[Progress], None], *, alone: bool
) -> Path:
    folder.mkdir()
    file = write(folder / "release.jsonl.zst", records)
    bench = folder / "bench"
    bench.mkdir()
    return load(opened(file), bench, tell, alone=alone).file


@pytest.mark.parametrize("more", [[], [BAD]], ids=["whole", "one put aside"])
@pytest.mark.parametrize("arrange", [sorted_lines, list], ids=["in order", "in any order"])
def test_a_catalogue_is_the_same_however_many_processes_made_it(
    tmp_path: Path, more: list[bytes], arrange: Callable[[list[Record | bytes]], Sequence[Record | bytes]]
) -> None:
    records = arrange([*whole(crowd(3_000)), *more])
    heard: list[Progress] = []
    here = load_with(tmp_path / "one", records, heard.append, alone=True)
    there = load_with(tmp_path / "two", records, heard.append, alone=False)
    assert here.read_bytes() == there.read_bytes()
    assert len(tables_of(there)["card"]) == 3_000
    assert [one.name for one in there.parent.iterdir()] == ["catalogue.sqlite"]
    assert {one.step for one in heard} == {Step.CHECKING, Step.LOADING, Step.PROVING}
    assert all(0 <= one.done <= one.total == len(records) for one in heard)


@pytest.mark.parametrize(
    ("old", "new", "trouble"),
    [
        (b"2125550100", b"2125550199", WrongState),
        (b'"id":"test:p3"', b'"id":"test:p4"', DataFileBroken),
    ],
)
def test_a_broken_file_is_refused_alike(tmp_path: Path, old: bytes, new: bytes, trouble: type[Exception]) -> None:
    lines = [line.text for line in opened(write(tmp_path / "good.jsonl.zst", whole(crowd(300)))).lines()]
    header = opened(tmp_path / "good.jsonl.zst").header
    assert any(old in line for line in lines)
    said = []
    for alone in (True, False):
        folder = tmp_path / str(alone)
        folder.mkdir()
        write_lines(folder / "bad.jsonl.zst", header, [line.replace(old, new) for line in lines])
        with pytest.raises(trouble) as caught:
            load(opened(folder / "bad.jsonl.zst"), folder, lambda _progress: None, alone=alone)
        said.append(str(caught.value))
    assert said[0] == said[1]


@pytest.mark.parametrize("step", [Step.LOADING, Step.PROVING])
def test_stopping_a_load_leaves_nobody_at_work(tmp_path: Path, step: Step) -> None:
    def stop(progress: Progress) -> None:
        if progress.step is step and progress.done:
            raise Cancelled

    with pytest.raises(Cancelled):
        load_with(tmp_path / "stopped", whole(crowd(3_000)), stop, alone=False)
    again = load_with(tmp_path / "again", whole(crowd(50)), lambda _progress: None, alone=False)
    assert again.is_file()
