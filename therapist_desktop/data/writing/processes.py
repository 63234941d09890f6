"""The one road to another process: jobs are done side by side in processes of their own, or one after the other here.

A process is this same Python started anew, so it works alike on every system. It is handed jobs as lines of JSON and
answers with lines of JSON; records never travel. It ends when the process that started it is gone: its input ends, or
nobody reads what it says. It has nothing to clean up: whoever handed out the job owns the files.
"""

import contextlib
import gc
import json
import os
import signal
import subprocess
import sys
import traceback
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from importlib import import_module
from typing import IO, Any, Final, Protocol, cast

from therapist_desktop.domain import errors
from therapist_desktop.domain.errors import LoadingStopped, Trouble

MOST: Final = 2
"""How many jobs there are at most at a time."""
_ENVIRONMENT: Final = {"OPENBLAS_NUM_THREADS": "1"}
"""numpy would start a thread for each core, which spins while it has nothing to do: it took a sixth of all the time."""
_MOST_NEWS: Final = 200
"""How often a process says how far it is. All of it fits into the pipe, so that it never waits to be heard."""


@dataclass(frozen=True, slots=True)
class Job:
    """A function of a module, to be called with these plain values and `tell`, which hears how far it is (of `total`).

    It gives back plain values. Numbers, texts, lists and dictionaries of them are plain.
    """

    work: Callable[..., Any]
    arguments: Sequence[Any]
    total: int = 1


class Do(Protocol):
    """Does jobs and gives back what each gave; `tell` hears how many thousandths of all are done and may raise."""

    def __call__(self, jobs: Sequence[Job], tell: Callable[[int], None]) -> list[Any]: ...


class GivenUp(Exception):
    """A job raises this to say that it cannot be done this way; it reaches whoever handed it out."""


class JobFailed(Exception):
    """A job came to a fault of the program; what is said is its trace."""


def one_after_the_other(jobs: Sequence[Job], tell: Callable[[int], None]) -> list[Any]:
    """Do them in this process."""

    def telling(place: int, total: int) -> Callable[[int], None]:
        return lambda done: tell((1000 * place + 1000 * done // max(1, total)) // len(jobs))

    return [job.work(*job.arguments, telling(place, job.total)) for place, job in enumerate(jobs)]


@contextlib.contextmanager
def side_by_side(how_many: int = MOST) -> Iterator[Do]:
    """So many processes, for as many jobs at a time; they are ended when this is left, or when a job fails.

    Where this Python cannot be started anew (it is sealed into a program of one file, or the system has no room for
    it), the jobs are done here. A Trouble or GivenUp is raised here as it was, a fault of the program as JobFailed, and
    a process that was ended from outside as LoadingStopped.
    """
    processes: list[_Process] = []

    def do(jobs: Sequence[Job], tell: Callable[[int], None]) -> list[Any]:
        if not processes and not _start(processes, how_many):
            return one_after_the_other(jobs, tell)
        try:
            return _together(processes, jobs, tell)
        except BaseException:
            _end(processes)  # the others are in the middle of what nobody waits for any more
            raise

    try:
        yield do
    finally:
        _end(processes)


def _start(processes: list["_Process"], how_many: int) -> bool:
    """Start so many, or none."""
    if not sys.executable or getattr(sys, "frozen", False):
        return False
    try:
        for _ in range(how_many):
            processes.append(_Process())  # noqa: PERF401 - each that was started must be ended
    except OSError:
        _end(processes)
    return bool(processes)


def _end(processes: list["_Process"]) -> None:
    while processes:
        processes.pop().end()


def _together(processes: Sequence["_Process"], jobs: Sequence[Job], tell: Callable[[int], None]) -> list[Any]:
    done = [0] * len(jobs)
    working = processes[: len(jobs)]
    for process, job in zip(working, jobs, strict=True):
        process.hand(job)
    answers = []
    for place, process in enumerate(working):
        for news in process.news():
            if "done" in news:
                done[place] = news["done"]
                tell(sum(done) // len(jobs))
            else:
                answers.append(news["answer"])
        done[place] = 1000
    return answers


class _Process:
    """A process that waits for jobs."""

    def __init__(self) -> None:
        found = os.pathsep.join(path for path in sys.path if path)
        self._process = subprocess.Popen(
            [sys.executable, "-P", "-c", f"from {__name__} import work; work()"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={**os.environ, **_ENVIRONMENT, "PYTHONPATH": found},
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
        self._jobs, self._news = cast("IO[bytes]", self._process.stdin), cast("IO[bytes]", self._process.stdout)

    def hand(self, job: Job) -> None:
        """Begin a job. Raises LoadingStopped where the process is gone."""
        asked = {"module": job.work.__module__, "name": job.work.__name__, "arguments": job.arguments}
        try:
            self._jobs.write(json.dumps({**asked, "total": job.total}).encode() + b"\n")
            self._jobs.flush()
        except OSError as error:
            raise self._gone() from error

    def news(self) -> Iterator[dict[str, Any]]:
        """What it says up to its answer. Raises its Trouble, GivenUp, JobFailed for a bug, or LoadingStopped."""
        for line in self._news:
            news = json.loads(line)
            if "trouble" in news:
                raise getattr(errors, news["trouble"])(**news["facts"])
            if "given_up" in news:
                raise GivenUp(news["given_up"])
            if "bug" in news:
                raise JobFailed(news["bug"])
            yield news
            if "answer" in news:
                return
        raise self._gone()

    def _gone(self) -> LoadingStopped:
        return LoadingStopped(what=f"exit code {self._process.wait()}")

    def end(self) -> None:
        """End it, whatever it is doing, and wait until it is gone."""
        self._process.kill()
        self._process.wait()
        for pipe in (self._jobs, self._news):
            with contextlib.suppress(OSError):
                pipe.close()


def work() -> None:
    """What the other process does: one job after the other, until nobody hands out any or wants to hear of it."""
    with contextlib.suppress(BrokenPipeError):
        _work()


def _work() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the keyboard interrupts whoever handed out the job
    gc.disable()  # nothing here makes circles, and looking for them takes a tenth of the time
    for line in sys.stdin.buffer:
        asked = json.loads(line)
        try:
            work = getattr(import_module(asked["module"]), asked["name"])
            _say(answer=work(*asked["arguments"], _Telling(asked["total"])))
        except Trouble as trouble:
            facts = {name: fact if isinstance(fact, int) else str(fact) for name, fact in trouble.facts.items()}
            _say(trouble=type(trouble).__name__, facts=facts)
        except GivenUp as reason:
            _say(given_up=str(reason))
        except Exception:
            _say(bug=traceback.format_exc())


class _Telling:
    """Says how far a job is, in thousandths, now and then."""

    def __init__(self, total: int) -> None:
        self._total = max(1, total)
        self._said = 0

    def __call__(self, done: int) -> None:
        now = 1000 * done // self._total
        if now - self._said >= 1000 // _MOST_NEWS:
            self._said = now
            _say(done=now)


def _say(**news: object) -> None:
    sys.stdout.buffer.write(json.dumps(news).encode() + b"\n")
    sys.stdout.buffer.flush()
