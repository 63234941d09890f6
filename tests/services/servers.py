"""Web servers for tests: on this machine only, on any free port, honest or hostile."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from http.server import BaseHTTPRequestHandler, SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from typing_extensions import override

Answer = Callable[[BaseHTTPRequestHandler, threading.Event], None]


class _Quiet(SimpleHTTPRequestHandler):
    @override
    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    @override
    def handle_error(self, request: object, client_address: object) -> None:
        """A client that goes away in the middle is what these tests are about."""


@contextmanager
def serving(folder: Path) -> Iterator[str]:
    """An honest server of a folder; yields its address."""
    with _running(partial(_Quiet, directory=str(folder))) as address:
        yield address


@contextmanager
def answering(answer: Answer) -> Iterator[str]:
    """A server that answers every question this way. The event is set when the test is over."""
    over = threading.Event()

    class Hostile(_Quiet):
        protocol_version = "HTTP/1.1"

        @override
        def do_GET(self) -> None:
            answer(self, over)
            self.close_connection = True

    try:
        with _running(Hostile) as address:
            yield address
    finally:
        over.set()


@contextmanager
def _running(handler: Callable[..., BaseHTTPRequestHandler]) -> Iterator[str]:
    server = _Server(("127.0.0.1", 0), handler)
    thread = threading.Thread(target=server.serve_forever, args=(0.01,))
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
