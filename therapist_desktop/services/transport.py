"""The one way out of this machine: files by name from a web address or a folder, paced, capped and stoppable.

TUF asks for its metadata through `Fetcher`. Nothing here trusts what arrives; services/sources.py does the checking.
"""

from __future__ import annotations

import http.client
import io
import time
import urllib.request
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, cast
from urllib.parse import quote, urlsplit

import urllib3
import urllib3.connection
import urllib3.connectionpool
from tuf.api.exceptions import DownloadHTTPError
from tuf.ngclient.fetcher import FetcherInterface

from therapist_desktop import __version__
from therapist_desktop.domain.errors import NotASource, Unreachable
from therapist_desktop.domain.overriding import override
from therapist_desktop.services.paths import typed_path

if TYPE_CHECKING:
    import socket

    from typing_extensions import Buffer

Pulse = Callable[[], None]
"""Called often while waiting and reading. It may raise Cancelled."""

METADATA = "metadata/"
CHUNK = 1 << 16
_HTTP_OK = 200
_REDIRECTS = range(300, 400)
_NOT_FOUND = 404


@dataclass(frozen=True, slots=True)
class Limits:
    """How patient we are, in seconds: at least `least_bytes` must come in every `window`."""

    connect: float = 10.0
    window: float = 20.0
    least_bytes: int = 20_000
    poll: float = 0.25


class Transport(Protocol):
    """Where files come from. `chunks` yields what is there; resuming will be a start offset here."""

    address: str

    def chunks(self, name: str, pulse: Pulse) -> Iterator[bytes]:
        """The bytes of a file. Raises DownloadHTTPError where there is none, Unreachable where nothing answers."""
        ...


def transport_to(address: str, limits: Limits = Limits()) -> Transport:
    """A web address or a folder. Raises NotASource for an address of another kind."""
    if is_web(address):
        return WebTransport(address, limits)
    return FolderTransport(folder_of(address))


def is_web(address: str) -> bool:
    """Whether this is the address of a web server. Raises NotASource for one that names none."""
    if address.partition("://")[0].lower() not in {"http", "https"}:
        return False
    try:
        named = urlsplit(address).hostname
    except ValueError:
        named = None
    if not named:
        raise NotASource(address=address, what="it is not written as an address")
    return True


def folder_of(address: str) -> Path:
    """The folder that a path or a file:// address means. Raises NotASource for any other scheme."""
    scheme, colons, _ = address.partition("://")
    if not colons:
        return typed_path(address)
    if scheme.lower() != "file":
        raise NotASource(address=address, what=f"{scheme}:// addresses are not supported")
    parts = urlsplit(address)
    if parts.netloc not in {"", "localhost"}:
        raise NotASource(address=address, what="a file:// address must name a folder of this computer")
    return Path(urllib.request.url2pathname(parts.path))


class FolderTransport:
    """A folder: on this disk, on a stick, on a share."""

    def __init__(self, folder: Path) -> None:
        self.address = str(folder)
        self._folder = folder

    def chunks(self, name: str, pulse: Pulse) -> Iterator[bytes]:
        """The bytes of a file in the folder."""
        if not self._folder.is_dir():
            raise Unreachable(address=self.address, what="there is no such folder")
        file = self._folder / name
        if not file.is_file():
            raise DownloadHTTPError(f"{name} is not there", _NOT_FOUND)
        try:
            with file.open("rb") as stream:
                while chunk := stream.read(CHUNK):
                    pulse()
                    yield chunk
        except OSError as error:
            raise Unreachable(address=self.address, what=error.strerror or "it cannot be read") from error


class WebTransport:
    """A web server. Redirects are refused, nothing is unpacked on the way, the system's proxy is used."""

    def __init__(self, address: str, limits: Limits) -> None:
        self.address = address.rstrip("/")
        self._limits = limits

    def chunks(self, name: str, pulse: Pulse) -> Iterator[bytes]:
        """The bytes of a file below the address."""
        pace = _Pace(self._limits, pulse)
        try:
            with self._manager(pace) as manager:
                response = self._opened(manager, name)
                try:
                    while chunk := response.read1(CHUNK, decode_content=False):
                        yield chunk
                finally:
                    response.close()
        except _TooSlow as error:
            raise self._unreachable("it sends too slowly") from error
        except urllib3.exceptions.HTTPError as error:
            raise self._unreachable(_in_words(error)) from error
        except (OSError, http.client.HTTPException) as error:
            raise self._unreachable("the connection broke off") from error

    def _opened(self, manager: urllib3.PoolManager, name: str) -> urllib3.BaseHTTPResponse:
        response = manager.request(
            "GET",
            f"{self.address}/{quote(name)}",
            headers={"Accept-Encoding": "identity", "User-Agent": f"TherapistDesktop/{__version__}"},
            preload_content=False,
            redirect=False,
            retries=False,
            timeout=urllib3.Timeout(connect=self._limits.connect, read=self._limits.window),
        )
        if response.status == _HTTP_OK:
            return response
        response.close()
        if response.status in _REDIRECTS:
            raise self._unreachable("it sends us on to another address, which is not followed")
        raise DownloadHTTPError(f"{name}: status {response.status}", response.status)

    def _manager(self, pace: _Pace) -> urllib3.PoolManager:
        parts = urlsplit(self.address)
        proxy = urllib.request.getproxies().get(parts.scheme)
        if proxy and not urllib.request.proxy_bypass(parts.hostname or ""):
            manager: urllib3.PoolManager = urllib3.ProxyManager(proxy)
        else:
            manager = urllib3.PoolManager()
        manager.pool_classes_by_scheme = _paced_pools(pace)
        return manager

    def _unreachable(self, what: str) -> Unreachable:
        return Unreachable(address=self.address, what=what)


class Fetcher(FetcherInterface):
    """What TUF reads its metadata through. Its addresses are names below the address of the source."""

    def __init__(self, transport: Transport, pulse: Pulse, fetched: Callable[[bytes], None]) -> None:
        self._transport = transport
        self._pulse = pulse
        self._fetched = fetched

    @override
    def _fetch(self, url: str) -> Iterator[bytes]:
        # A generator, so that our own troubles rise while TUF reads it: what rises earlier is wrapped by TUF.
        content = b""
        for chunk in self._transport.chunks(url, self._pulse):
            content += chunk
            if content.lstrip()[:1] == b"<":
                what = "it answers with a web page, perhaps the log-in page of this network"
                raise NotASource(address=self._transport.address, what=what)
            yield chunk
        self._fetched(content)


class _TooSlow(Exception):
    """Fewer bytes than the limit came in a window."""


class _Pace:
    """Watches one answer: the minimum rate, and the person who may want to stop it."""

    def __init__(self, limits: Limits, pulse: Pulse) -> None:
        self.poll = limits.poll
        self._limits = limits
        self._pulse = pulse
        self._since = time.monotonic()
        self._came = 0

    def beat(self, came: int) -> None:
        """So many bytes came just now."""
        self._pulse()
        self._came += came
        now = time.monotonic()
        if now - self._since < self._limits.window:
            return
        if self._came < self._limits.least_bytes:
            raise _TooSlow
        self._since, self._came = now, 0


class _PacedReading(io.RawIOBase):
    """Reads a socket in short waits, so that a server that says nothing cannot hold us, not even in its headers."""

    def __init__(self, connection: socket.socket, pace: _Pace) -> None:
        self._connection = connection
        self._holder = connection.makefile("rb", buffering=0)  # keeps the socket open as long as this is
        self._pace = pace

    @override
    def readable(self) -> bool:
        return True

    @override
    def readinto(self, buffer: Buffer, /) -> int:
        patience = self._connection.gettimeout()
        self._connection.settimeout(self._pace.poll)
        try:
            while (came := self._received(buffer)) is None:
                self._pace.beat(0)
            self._pace.beat(came)
            return came
        finally:
            self._connection.settimeout(patience)  # a proxy's tunnel goes on with the same socket

    def _received(self, buffer: Buffer) -> int | None:
        try:
            return self._connection.recv_into(cast("bytearray", buffer))
        except TimeoutError:
            return None

    @override
    def close(self) -> None:
        self._holder.close()
        super().close()


class _Socket:
    """As much of a socket as an HTTP response asks for."""

    def __init__(self, connection: socket.socket, pace: _Pace) -> None:
        self._reading = _PacedReading(connection, pace)

    def makefile(self, _mode: str) -> io.BufferedReader:
        """The one file there is to read."""
        return io.BufferedReader(self._reading)


def _paced_pools(pace: _Pace) -> dict[str, type[urllib3.connectionpool.HTTPConnectionPool]]:
    """The two kinds of connection of urllib3, reading through the pace."""

    class PacedResponse(http.client.HTTPResponse):
        def __init__(self, sock: socket.socket, debuglevel: int = 0, method: str | None = None) -> None:
            super().__init__(cast("socket.socket", _Socket(sock, pace)), debuglevel, method)

    class PacedConnection(urllib3.connection.HTTPConnection):
        response_class = PacedResponse

    class PacedTlsConnection(urllib3.connection.HTTPSConnection):
        response_class = PacedResponse

    class PacedPool(urllib3.connectionpool.HTTPConnectionPool):
        ConnectionCls = PacedConnection

    class PacedTlsPool(urllib3.connectionpool.HTTPSConnectionPool):
        ConnectionCls = PacedTlsConnection

    return {"http": PacedPool, "https": PacedTlsPool}


def _in_words(error: urllib3.exceptions.HTTPError) -> str:
    match error:
        case urllib3.exceptions.NameResolutionError():
            return "its name is not known here"
        case urllib3.exceptions.NewConnectionError():
            return "nothing answers there"
        case urllib3.exceptions.TimeoutError():
            return "it does not answer in time"
        case urllib3.exceptions.SSLError():
            return "its certificate does not hold"
        case urllib3.exceptions.LocationParseError() | urllib3.exceptions.LocationValueError():
            return "the address is not written as an address"
        case _:
            return "the connection broke off"
