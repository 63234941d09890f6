"""Web servers for tests: on this machine only, on any free port, honest or hostile."""

from __future__ import annotations

import socket
import ssl
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
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
def serving(folder: Path, tls: ssl.SSLContext | None = None) -> Iterator[str]:
    """An honest server of a folder; yields its address."""
    with _running(partial(_Quiet, directory=str(folder)), tls) as address:
        yield address


@contextmanager
def answering(answer: Answer, tls: ssl.SSLContext | None = None) -> Iterator[str]:
    """A server that answers every question this way. The event is set when the test is over."""
    over = threading.Event()

    class Hostile(_Quiet):
        protocol_version = "HTTP/1.1"

        @override
        def do_GET(self) -> None:
            answer(self, over)
            self.close_connection = True

    try:
        with _running(Hostile, tls) as address:
            yield address
    finally:
        over.set()


@contextmanager
def tunnelling() -> Iterator[tuple[str, list[str]]]:
    """A proxy that opens tunnels; yields its address and the list of where it was asked to go."""
    asked: list[str] = []

    class Proxy(_Quiet):
        def do_CONNECT(self) -> None:
            asked.append(self.path)
            host, port = self.path.split(":")
            with socket.create_connection((host, int(port))) as other:
                self.send_response(200)
                self.end_headers()
                back = threading.Thread(target=_relay, args=(other, self.connection))
                back.start()
                _relay(self.connection, other)
                back.join()
            self.close_connection = True

    with _running(Proxy, None) as address:
        yield address, asked


def _relay(one: socket.socket, other: socket.socket) -> None:
    with suppress(OSError):
        while data := one.recv(65_536):
            other.sendall(data)
        other.shutdown(socket.SHUT_WR)


@contextmanager
def _running(handler: Callable[..., BaseHTTPRequestHandler], tls: ssl.SSLContext | None) -> Iterator[str]:
    server = _Server(("127.0.0.1", 0), handler)
    if tls is not None:
        server.socket = tls.wrap_socket(server.socket, server_side=True)
    thread = threading.Thread(target=server.serve_forever, args=(0.01,))
    thread.start()
    try:
        yield f"{'https' if tls else 'http'}://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
