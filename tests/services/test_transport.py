"""Servers that are slow, endless, broken or somebody else; no test waits longer than its own small limits."""

from __future__ import annotations

import threading
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler
from itertools import repeat
from pathlib import Path

import pytest
from tuf.api.exceptions import DownloadHTTPError

from tests.services.machines import nothing
from tests.services.repositories import Repository
from tests.services.servers import Answer, answering, serving
from therapist_desktop.domain.errors import Cancelled, NotASource, NotTrusted, Trouble, Unreachable
from therapist_desktop.services.shelf import Shelf
from therapist_desktop.services.sources import Sources
from therapist_desktop.services.sync import sync
from therapist_desktop.services.transport import FolderTransport, Limits, WebTransport, transport_to

PATIENT = Limits(poll=0.02)
HASTY = Limits(window=0.2, least_bytes=1_000, poll=0.02)


def no_pulse() -> None:
    """Nobody wants to stop."""


def read(address: str, pulse: Callable[[], None] = no_pulse, limits: Limits = PATIENT) -> bytes:
    content = b""
    for chunk in transport_to(address, limits).chunks("metadata/timestamp.json", pulse):
        content += chunk
    return content


def says(status: int, body: bytes = b"", **headers: str) -> Answer:
    def answer(handler: BaseHTTPRequestHandler, over: threading.Event) -> None:
        handler.send_response(status)
        for name, value in ({"Content-Length": str(len(body))} | headers).items():
            handler.send_header(name.replace("_", "-"), value)
        handler.end_headers()
        handler.wfile.write(body)

    return answer


def drips(handler: BaseHTTPRequestHandler, over: threading.Event) -> None:
    handler.send_response(200)
    handler.end_headers()
    while not over.wait(0.01):
        handler.wfile.write(b"x")


def drips_headers(handler: BaseHTTPRequestHandler, over: threading.Event) -> None:
    handler.wfile.write(b"HTTP/1.1 200 OK\r\nX-Slow: ")
    while not over.wait(0.01):
        handler.wfile.write(b"x")


def says_nothing(handler: BaseHTTPRequestHandler, over: threading.Event) -> None:
    over.wait()


def stalls(handler: BaseHTTPRequestHandler, over: threading.Event) -> None:
    handler.send_response(200)
    handler.send_header("Content-Length", "100000")
    handler.end_headers()
    handler.wfile.write(b"x" * 5_000)
    over.wait()


def never_ends(handler: BaseHTTPRequestHandler, over: threading.Event) -> None:
    handler.send_response(200)
    handler.end_headers()
    for block in repeat(b"{" * 65_536):
        if over.is_set():
            break
        handler.wfile.write(block)


def breaks_off(handler: BaseHTTPRequestHandler, over: threading.Event) -> None:
    handler.send_response(200)
    handler.send_header("Content-Length", "1000")
    handler.end_headers()
    handler.wfile.write(b"x" * 500)


def talks_nonsense(handler: BaseHTTPRequestHandler, over: threading.Event) -> None:
    handler.wfile.write(b"220 mail.example.org\r\n")


def counts_in_pieces(handler: BaseHTTPRequestHandler, over: threading.Event) -> None:
    handler.send_response(200)
    handler.send_header("Transfer-Encoding", "chunked")
    handler.end_headers()
    handler.wfile.write(b"3\r\nabc\r\n2\r\nde\r\n0\r\n\r\n")


def test_an_honest_answer() -> None:
    with answering(says(200, b"hello")) as address:
        assert read(address) == b"hello"
    with answering(counts_in_pieces) as address:
        assert read(address) == b"abcde"


def test_nothing_is_unpacked_on_the_way() -> None:
    with answering(says(200, b"\x1f\x8b\x08", Content_Encoding="gzip")) as address:
        assert read(address) == b"\x1f\x8b\x08"


def test_a_proxy_is_not_used_for_this_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:9")
    monkeypatch.setenv("no_proxy", "127.0.0.1")
    with answering(says(200, b"hello")) as address:
        assert read(address) == b"hello"


def test_a_proxy_is_used_for_others(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("no_proxy", raising=False)
    monkeypatch.delenv("NO_PROXY", raising=False)
    with answering(says(200, b"from the proxy")) as proxy:
        monkeypatch.setenv("http_proxy", proxy)
        assert read("http://source.invalid") == b"from the proxy"


@pytest.mark.parametrize("status", [301, 302, 307, 308])
def test_redirects_are_refused(status: int) -> None:
    with answering(says(200, b"stolen")) as other:
        elsewhere = says(status, Location=f"{other}/metadata/timestamp.json")
        with answering(elsewhere) as address, pytest.raises(Unreachable, match="another address"):
            read(address)


@pytest.mark.parametrize("status", [400, 403, 404, 410, 500, 503])
def test_a_refusal_is_told_as_tuf_wants_it(status: int) -> None:
    with answering(says(status)) as address, pytest.raises(DownloadHTTPError) as told:
        read(address)
    assert told.value.status_code == status


@pytest.mark.parametrize("answer", [drips, drips_headers, says_nothing, stalls])
def test_a_slow_server_is_left(answer: Answer) -> None:
    with answering(answer) as address, pytest.raises(Unreachable, match="too slowly"):
        read(address, limits=HASTY)


@pytest.mark.parametrize("answer", [breaks_off, talks_nonsense])
def test_a_broken_answer_is_a_broken_answer(answer: Answer) -> None:
    with answering(answer) as address, pytest.raises(Unreachable):
        read(address)


@pytest.mark.parametrize("answer", [drips, drips_headers, says_nothing, stalls, never_ends])
def test_stopping_works_while_the_server_keeps_us_waiting(answer: Answer) -> None:
    pulses: list[None] = []

    def impatient() -> None:
        pulses.append(None)
        if len(pulses) > 3:
            raise Cancelled

    with answering(answer) as address, pytest.raises(Cancelled):
        read(address, impatient)


def test_nobody_there(machine_port: int) -> None:
    with pytest.raises(Unreachable, match="nothing answers there"):
        read(f"http://127.0.0.1:{machine_port}")
    with pytest.raises(Unreachable, match="its name is not known"):
        read("http://source.invalid")


@pytest.fixture
def machine_port() -> int:
    """A port on which nobody listens any more."""
    with answering(says(200)) as address:
        return int(address.rsplit(":", 1)[1])


def test_a_folder_reads_only_files_that_are_there(tmp_path: Path) -> None:
    (tmp_path / "metadata").mkdir()
    with pytest.raises(DownloadHTTPError):
        list(FolderTransport(tmp_path).chunks("metadata", no_pulse))
    with pytest.raises(Unreachable):
        list(FolderTransport(tmp_path / "gone").chunks("x", no_pulse))


def test_addresses_with_and_without_a_slash_are_one() -> None:
    assert WebTransport("http://x/", PATIENT).address == WebTransport("http://x", PATIENT).address


@pytest.mark.parametrize(
    ("answer", "kind"),
    [
        (says(200, b"<!doctype html><title>Log in</title>"), NotASource),
        (says(200, b""), NotTrusted),
        (says(200, b"{}"), NotTrusted),
        (says(404), NotASource),
        (says(403), Unreachable),
        (says(500), Unreachable),
        (says(302, Location="http://portal.invalid/"), Unreachable),
        (drips, Unreachable),
        (says_nothing, Unreachable),
        (never_ends, NotTrusted),
    ],
    ids=["portal", "empty", "nothing", "404", "403", "500", "redirect", "drips", "silent", "endless"],
)
def test_a_sync_from_something_else(answer: Answer, kind: type[Trouble], publisher: Repository, tmp_path: Path) -> None:
    shelf = Shelf(tmp_path / "shelf")
    with answering(answer) as address:
        limits = HASTY if answer in {drips, says_nothing} else PATIENT
        source = Sources(tmp_path / "sources", limits).open(address, publisher.trust)
        outcome = sync(source, shelf, nothing)
    assert isinstance(getattr(outcome, "trouble", None), kind), outcome
    assert not list(shelf.folder.glob("bench-*"))


def test_a_data_file_that_never_ends_is_cut_at_its_signed_length(publisher: Repository, tmp_path: Path) -> None:
    publisher.release(42)
    whole = tmp_path / "whole"
    publisher.copy(whole)
    with serving(whole) as address:
        source = Sources(tmp_path / "sources", PATIENT).open(address, publisher.trust)
        offer = source.newest(no_pulse)
        with (whole / "targets" / publisher.target_file().name).open("ab") as file:
            file.write(b"x" * 5_000_000)
        with pytest.raises(NotTrusted, match="longer"):
            source.fetch(offer, tmp_path / "fetched", lambda _done: None)
    assert (tmp_path / "fetched").stat().st_size <= offer.length
