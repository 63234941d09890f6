"""The command line of the publisher: `therapist-publish`."""

from __future__ import annotations

import argparse
import errno
import io
import json
import os
import sys
from collections.abc import Callable, Sequence
from dataclasses import asdict
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, NamedTuple, NoReturn

from therapist_desktop import __version__
from therapist_desktop.domain.errors import Cancelled, DiskFull, NotWritable, Trouble, UsageTrouble
from therapist_desktop.domain.overriding import override
from therapist_desktop.domain.release import HIGHEST
from therapist_desktop.services.shipped import shipped

if TYPE_CHECKING:
    from therapist_desktop.publishing.releasing import Order, Released

DONE: Final = 0
FAILED: Final = 1


class Outcome(NamedTuple):
    """What a command has to say: the JSON answer, the same in words, and how it went."""

    answer: dict[str, Any]
    words: str
    code: int = DONE


class _Parser(argparse.ArgumentParser):
    """A parser whose complaints are one line like all others."""

    @override
    def error(self, message: str) -> NoReturn:
        raise UsageTrouble(what=message[:1].upper() + message[1:])


Run = Callable[[argparse.Namespace], Outcome]


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command. Returns 0 done, 1 failed, 2 wrong usage, 3 refused."""
    try:
        asked = _parser().parse_args(argv)
        run: Run = asked.run
        outcome = run(asked)
    except SystemExit as ended:  # --help and --version
        return ended.code if isinstance(ended.code, int) else FAILED
    except Trouble as trouble:
        return _failed(trouble)
    except OSError as error:
        return _failed(_explained(error))
    except KeyboardInterrupt:
        return _failed(Cancelled())
    return _say(json.dumps(outcome.answer) if asked.json else outcome.words, outcome.code)


def _init(asked: argparse.Namespace) -> Outcome:
    from therapist_desktop.publishing.keys import make_keys

    make_keys(asked.folder, _now())
    words = (
        f"Made the keys in {asked.folder}: keep a copy of the whole folder in a safe place and show it to nobody; "
        "only root.json is for readers. Edit publisher.toml next."
    )
    return Outcome({"folder": str(asked.folder), "root": str(asked.folder / "root.json")}, words)


def _import(asked: argparse.Namespace) -> Outcome:
    if asked.format == "samhsa":
        from therapist_desktop.publishing.samhsa.importing import import_samhsa

        report, (one, many) = (
            import_samhsa(asked.input, asked.output, shipped(), asked.year, _tell),
            ("rows", "listings"),
        )
    else:
        from therapist_desktop.publishing.texts.importing import import_texts

        report, (one, many) = import_texts(asked.format, asked.input, asked.output, _tell), ("texts", "pages")
    words = (
        f"Read {report.read} {one}: {report.listings} {many}, {report.merged} merged, {report.rejected} rejected, "
        f"{report.skipped} skipped."
    )
    lines = [words, *(f"  {one['count']} x {one['rule']} {one['value']}".rstrip() for one in report.warnings)]
    if report.reject_file:
        lines.append(f"The rejected ones and the reasons are in {report.reject_file}.")
    return Outcome(asdict(report), "\n".join(lines))


def _sample(asked: argparse.Namespace) -> Outcome:
    from therapist_desktop.publishing.samples.filling import fill

    if min(asked.number, asked.centers) < 0:
        raise UsageTrouble(what="A number of listings cannot be negative")
    fill(asked.output, shipped(), (asked.number, asked.centers), asked.seed, asked.today)
    answer = {"providers": asked.number, "centers": asked.centers, "seed": asked.seed, "work": str(asked.output)}
    return Outcome(answer, f"Made up {asked.number} providers and {asked.centers} centers in {asked.output}.")


def _build(asked: argparse.Namespace) -> Outcome:
    from therapist_desktop.publishing.releasing import build_release

    return _released(build_release(asked.work, asked.output, shipped(), _order(asked), _tell))


def _release(asked: argparse.Namespace) -> Outcome:
    from therapist_desktop.publishing.releasing import release

    return _released(release(asked.work, asked.output, asked.keys, shipped(), _order(asked), _tell))


def _refresh(asked: argparse.Namespace) -> Outcome:
    from therapist_desktop.publishing.releasing import refresh

    number, expires = refresh(asked.repository, asked.keys, _now())
    answer = {"release": number, "expires": _stamp(expires)}
    return Outcome(answer, f"Release {number} is signed anew, until {expires:%Y-%m-%d}.")


def _check(asked: argparse.Namespace) -> Outcome:
    from therapist_desktop.publishing.inspection import check_file, check_library, check_work, is_library

    if is_library(asked.file):
        found = check_library(asked.file, _now().date())
    elif asked.file.is_dir():
        found = check_work(asked.file, shipped(), _now().date())
    elif asked.file.is_file():
        found = check_file(asked.file, _now().date())
    else:
        raise UsageTrouble(what=f"{asked.file} does not exist")
    lines = [f"error: {finding.as_line()}" for finding in found.errors]
    lines += [f"warning: {finding.as_line()}" for finding in found.warnings]
    lines.append(f"{len(found.errors)} errors, {len(found.warnings)} warnings.")
    return Outcome(found.as_dict(), "\n".join(lines), FAILED if found.errors else DONE)


def _starter(asked: argparse.Namespace) -> Outcome:
    from therapist_desktop.publishing.starter import FILE, build_starter, starter_lines

    header = build_starter(starter_lines(shipped()), asked.output)
    file = asked.output / FILE
    answer = {"file": str(file), "bytes": file.stat().st_size, "state": header.state, "counts": header.counts}
    return Outcome(answer, f"Wrote {file} ({answer['bytes']} bytes).")


def _outline(asked: argparse.Namespace) -> Outcome:
    from therapist_desktop.publishing.outlining import make_outline

    made = make_outline(asked.input, asked.output)
    words = f"Wrote {made.places} places, {made.lines} lines, {made.points} points, {made.bytes} bytes: {asked.output}"
    return Outcome({"file": str(asked.output), **made._asdict()}, words)


def _released(made: Released) -> Outcome:
    header = made.header
    answer = {
        "release": header.number,
        "published": _stamp(header.published),
        "title": header.title,
        "file": made.file,
        "bytes": made.bytes,
        "counts": header.counts,
        "state": header.state,
        "previous": made.previous or None,
        "warnings": made.warnings,
        "shrunk": made.shrunk,
        "expires": _stamp(made.expires) if made.expires else None,
    }
    listings = header.counts.get("provider", 0) + header.counts.get("center", 0)
    words = f"Release {header.number}: {listings} listings, {made.bytes} bytes, {made.warnings} warnings: {made.file}"
    for kind, percent in made.shrunk.items():
        words += (
            f"\nIt holds {percent} % fewer {kind} records than release {made.previous}: readers will be asked first."
        )
    if made.expires:
        words += f"\nSign again before {made.expires:%Y-%m-%d}: therapist-publish refresh REPO --keys DIR."
    return Outcome(answer, words)


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(prog="therapist-publish", description="Make and sign releases of a directory.")
    parser.add_argument("--version", action="version", version=__version__)
    commands = parser.add_subparsers(required=True, metavar="COMMAND")

    init = _command(commands, "init", _init, "make the publisher's keys and root.json")
    init.add_argument("folder", type=Path, metavar="DIR")

    import_ = _command(commands, "import", _import, "bring open data into a work folder")
    formats = "samhsa: National Directory workbooks; articles: JSON lists, .md and .html; medlineplus: health topics"
    import_.add_argument("format", choices=["samhsa", "articles", "medlineplus"], metavar="FORMAT", help=formats)
    import_.add_argument("input", type=Path, nargs="+", metavar="INPUT")
    import_.add_argument("--year", default="", help="the year of the book, where its file name does not say it")
    _into(import_, "WORK")

    sample = _command(commands, "sample", _sample, "make up providers and centers for trying things out")
    sample.add_argument("-n", dest="number", type=int, required=True, metavar="N", help="how many providers")
    sample.add_argument("--centers", type=int, default=0, metavar="M", help="how many centers")
    sample.add_argument("--seed", type=int, default=1)
    sample.add_argument("--today", type=_day, default=date(2026, 11, 20), help="the day verification counts from")
    _into(sample, "WORK")

    for name, run, where, what in (
        ("build", _build, "RELEASE", "write the data file of a work folder"),
        ("release", _release, "REPO", "write and sign the next release into a repository"),
    ):
        command = _command(commands, name, run, what)
        command.add_argument("work", type=Path, metavar="WORK")
        command.add_argument("--number", type=_number, help="the number of the release (default: the next one)")
        command.add_argument(
            "--published", type=_time, help="when it is published (default: now), as 2026-11-20T09:00:00Z"
        )
        _into(command, where)
        if name == "release":
            _with_keys(command)

    refresh = _command(commands, "refresh", _refresh, "sign the newest release anew before the signature runs out")
    refresh.add_argument("repository", type=Path, metavar="REPO")
    _with_keys(refresh)

    check = _command(commands, "check", _check, "say what is wrong in a data file, a work folder or the library")
    check.add_argument("file", type=Path, metavar="FILE", help="or a work folder, or the resources of this program")

    starter = _command(commands, "starter", _starter, "build the release that the program is delivered with")
    _into(starter, "DIR")

    outline = _command(commands, "outline", _outline, "make the outline of the states that the map is drawn on")
    outline.add_argument("input", type=Path, metavar="INPUT", help="Census boundaries of the states as TopoJSON")
    _into(outline, "FILE")
    return parser


def _command(commands: Any, name: str, run: Run, what: str) -> argparse.ArgumentParser:
    command: argparse.ArgumentParser = commands.add_parser(name, help=what, description=what)
    command.add_argument("--json", action="store_true", help="answer with one JSON document")
    command.set_defaults(run=run)
    return command


def _into(command: argparse.ArgumentParser, what: str) -> None:
    command.add_argument("-o", dest="output", type=Path, required=True, metavar=what)


def _with_keys(command: argparse.ArgumentParser) -> None:
    command.add_argument("--keys", type=Path, required=True, metavar="DIR", help="the folder that init made")


def _order(asked: argparse.Namespace) -> Order:
    from therapist_desktop.publishing.releasing import Order

    now = _now()
    return Order(asked.number, asked.published or now, now)


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"{text} is not a day such as 2026-11-20") from error


def _time(text: str) -> datetime:
    try:
        time = datetime.fromisoformat(text)
        return (time if time.tzinfo else time.replace(tzinfo=UTC)).astimezone(UTC).replace(microsecond=0)
    except (ValueError, OverflowError) as error:
        raise argparse.ArgumentTypeError(f"{text} is not a time such as 2026-11-20T09:00:00Z") from error


def _number(text: str) -> int:
    if not text.isdecimal() or len(text) > len(str(HIGHEST)) or int(text) < 1:
        raise argparse.ArgumentTypeError(f"{text} is not a number from 1 to {HIGHEST}")
    return int(text)


def _now() -> datetime:
    return datetime.now(UTC).replace(microsecond=0)


def _stamp(time: datetime) -> str:
    return f"{time.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}"


def _tell(line: str) -> None:
    """Progress, for people who watch."""
    if sys.stderr.isatty():
        print(line, file=sys.stderr)


def _say(text: str, code: int) -> int:
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="replace")
    try:
        print(text, flush=True)
    except BrokenPipeError:  # the reader had enough: `| head`
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return code


def _failed(trouble: Trouble) -> int:
    print(f"therapist-publish: {trouble.line()}", file=sys.stderr)
    return trouble.exit_code


def _explained(error: OSError) -> Trouble:
    if error.errno == errno.ENOSPC:
        return DiskFull(what=error.filename or "the release")
    return NotWritable(file=error.filename or "the file", what=error.strerror or "unknown reason")
