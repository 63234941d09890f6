"""The command line. Without a verb it opens the window; what a verb does is loaded when it is asked for."""

from __future__ import annotations

import argparse
import builtins
import gc
import io
import logging
import os
import sys
from importlib import import_module
from itertools import takewhile
from typing import TYPE_CHECKING, NoReturn

from therapist_desktop import __version__
from therapist_desktop.domain.errors import Trouble
from therapist_desktop.domain.overriding import override
from therapist_desktop.domain.text import one_line, shorten

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from therapist_desktop.domain.filters import Order

PROGRAM = "therapist-desktop"
_OF_THE_WINDOW = ("--data-dir", "--source")
_LINK = f"{PROGRAM}:"
"""How a link to a page begins (domain/app_link); here is no time to load that."""
_USAGE = 2
_ROWS = 20
_LONGEST = 300
_DIGITS = 18
_PIECES = 100
_VERBS = {
    "search": ("search", "run"),
    "show": ("show", "run"),
    "library": ("library", "run"),
    "sync": ("syncing", "run"),
    "status": ("state", "status"),
    "doctor": ("state", "doctor"),
}


class Parser(argparse.ArgumentParser):
    """Says what is wrong in one line."""

    @override
    def error(self, message: str) -> NoReturn:
        wrong = shorten(one_line(message), _LONGEST)
        self.exit(_USAGE, f"{wrong[:1].upper()}{wrong[1:]}. Run {self.prog} --help to see how it is used.\n")


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; returns the exit code (0 done, 1 failed, 2 wrong usage, 3 refused for trust)."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")
    try:
        return _do(sys.argv[1:] if argv is None else argv)
    except SystemExit as end:  # --help, --version and wrong usage
        return end.code if isinstance(end.code, int) else 0
    except Trouble as trouble:
        print(trouble.line(), file=sys.stderr)
        return trouble.exit_code
    except KeyboardInterrupt:
        print("Stopped.", file=sys.stderr)
        return 1
    except BrokenPipeError:  # the reader had enough: `| head`
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0


def _do(words: Sequence[str]) -> int:
    options = window_options(words)
    if options is None:
        args = _parsed(words)
        if args.verb is not None:
            return _run(args)
        options = {"--data-dir": args.data_dir or "", "--source": args.source or ""}
    return _window(options.get("--data-dir", ""), options.get("--source", ""), options.get(_LINK, ""))


def window_options(words: Sequence[str]) -> dict[str, str] | None:
    """What is said about the window, where nothing but the window is asked for; else None.

    The parser knows all verbs and takes its time to be made; what is not plain is left to it.
    """
    said: dict[str, str] = {}
    rest = iter(words)
    for word in rest:
        if word.lower().startswith(_LINK):
            said[_LINK] = word
            continue
        name, joined, value = word.partition("=")
        value = value if joined else next(rest, "")
        if name not in _OF_THE_WINDOW or not value or value.startswith("-"):
            return None
        said[name] = value
    return said


def _run(args: argparse.Namespace) -> int:
    from therapist_desktop.services.paths import AppPaths, typed_path

    paths = AppPaths.under(typed_path(args.data_dir)) if args.data_dir else AppPaths.of_this_user()
    module, function = _VERBS[args.verb]
    try:
        code: int = getattr(import_module(f"therapist_desktop.commands.{module}"), function)(args, paths)
        sys.stdout.flush()
    except (Trouble, BrokenPipeError):
        raise
    except Exception as fault:
        _note(fault, paths.log)
        return 1
    return code


def _note(fault: Exception, log: Path) -> None:
    """What is not in the tree of troubles is a bug: one line for the person, where it happened for the log."""
    from therapist_desktop.services.journal import journal

    with journal(log):
        logging.getLogger("therapist_desktop.cli").critical("a fault in the program", exc_info=fault)
    step = f"Send {log} to your support contact."
    print(one_line(f"A fault in the program: {type(fault).__name__}: {fault}. {step}"), file=sys.stderr)


def _window(data_dir: str, source: str, link: str) -> int:
    gc.disable()  # until the window is furnished: what is loaded until then stays
    import_plainly()
    from therapist_desktop.app import run
    from therapist_desktop.services.paths import typed_path

    return run(typed_path(data_dir) if data_dir else None, source, link)


def import_plainly() -> None:
    """Give Python its own import back.

    PySide puts one in its place that reads the source of every module in search of "from __feature__". We use none of
    its features, and all that reading takes as long as a tenth of a bare window.
    """
    import_module("PySide6.QtCore")  # puts its own in place

    builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)


def _parsed(argv: Sequence[str]) -> argparse.Namespace:
    parser = _parser()
    if any(word.endswith("=--") for word in takewhile(lambda word: word != "--", argv)):
        parser.error("-- is not a value")  # argparse would hand on an empty list
    args, rest = parser.parse_known_args(argv)
    if args.source and args.verb not in {None, "sync"}:
        parser.error(f"--source belongs to the window and to sync, not to {args.verb}")
    if rest:
        # Words may stand among the options; argparse takes them only in one place.
        if args.verb not in {"search", "library"} or any(word.startswith("-") for word in rest):
            parser.error(f"unrecognized arguments: {' '.join(rest)}")
        args.words = [*args.words, *rest]
    return args


def _parser() -> Parser:
    parser = Parser(
        prog=PROGRAM,
        description="Find therapists and treatment centers offline. No verb: open the window, at the page of a LINK.",
    )
    parser.add_argument("--version", action="version", version=f"{PROGRAM} {__version__}")
    parser.add_argument("--data-dir", metavar="DIR", help="keep all data in this folder")
    parser.add_argument("--source", metavar="URL_OR_FOLDER", help="where releases come from")
    verbs = parser.add_subparsers(dest="verb", metavar="VERB", parser_class=Parser)
    shared = Parser(add_help=False)
    shared.add_argument("--data-dir", metavar="DIR", default=argparse.SUPPRESS, help="keep all data in this folder")
    shared.add_argument("--json", action="store_true", help="answer with one JSON document")

    _add_search(verbs.add_parser("search", parents=[shared], help="search providers and centers"))
    show = verbs.add_parser("show", parents=[shared], help="show one listing or piece of the library")
    show.add_argument("id", metavar="ID")
    _add_library(verbs.add_parser("library", parents=[shared], help="list or search the library"))
    _add_sync(verbs.add_parser("sync", parents=[shared], help="bring the newest release"))
    verbs.add_parser("status", parents=[shared], help="what is in use, and how old it is")
    verbs.add_parser("doctor", parents=[shared], help="look everything over that can go wrong")
    return parser


def _add_search(search: argparse.ArgumentParser) -> None:
    from therapist_desktop.domain.filters import Kind, Sort

    search.add_argument("words", metavar="WORDS", nargs="*", help="names, places, problems")
    search.add_argument("--kind", choices=[kind.value for kind in Kind])
    search.add_argument("--facet", metavar="NAME=VALUE", action="append", default=[], help="may be given several times")
    search.add_argument("--prefer", metavar="NAME=VALUE", action="append", default=[], help="wished for, not demanded")
    search.add_argument("--near", metavar="ZIP|CITY,ST")
    search.add_argument("--within", metavar="MILES", type=float)
    keys = ", ".join(sort.value for sort in Sort)
    search.add_argument(
        "--sort",
        metavar="KEY[,KEY]...",
        type=_orders,
        action="extend",
        default=[],
        help=f"{keys}; a later key orders what those before it leave equal, a hyphen in front turns one round: "
        "--sort=openings,-verified",
    )
    search.add_argument("--counts", action="store_true", help="how many listings each value would leave")
    _add_page(search, _ROWS)


def _add_library(library: argparse.ArgumentParser) -> None:
    from therapist_desktop.domain.library import PieceKind, Section

    kinds = dict.fromkeys([*(kind.value for kind in PieceKind), *(section.value for section in Section)])
    library.add_argument("words", metavar="WORDS", nargs="*")
    library.add_argument("--kind", choices=list(kinds), metavar="KIND", help=", ".join(kinds))
    _add_page(library, _PIECES)


def _add_sync(sync: argparse.ArgumentParser) -> None:
    hidden = argparse.SUPPRESS
    sync.add_argument("--source", metavar="URL_OR_FOLDER", default=hidden, help="where releases come from")
    sync.add_argument("--trust", metavar="ROOT.json", help="the publisher's key file, for a new source")
    sync.add_argument("--accept-shrink", action="store_true", help="take a release with far fewer records")
    sync.add_argument("--accept-expired", action="store_true", help="take a folder whose signatures ran out")


def _add_page(parser: argparse.ArgumentParser, limit: int) -> None:
    parser.add_argument("--limit", metavar="N", type=_count, default=limit, help="how many to show")
    parser.add_argument("--offset", metavar="N", type=_count, default=0, help="how many to skip")


def _orders(text: str) -> list[Order]:
    from therapist_desktop.domain.filters import Order, Sort

    orders = []
    for key in text.split(","):
        name = key.strip().removeprefix("-")
        if name not in list(Sort):
            raise argparse.ArgumentTypeError(f'"{name}" is none of {", ".join(Sort)}')
        orders.append(Order(Sort(name), key.strip().startswith("-")))
    return orders


def _count(text: str) -> int:
    if not text.isdecimal():
        raise argparse.ArgumentTypeError(f'a whole number is needed, not "{text}"')
    return int(text) if len(text) <= _DIGITS else 10**_DIGITS  # more than there can be
