"""The same over TLS, where reading a socket in short waits has traps of its own."""

from __future__ import annotations

import datetime
import ipaddress
import ssl
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from tests.services.machines import Machine
from tests.services.repositories import Repository
from tests.services.servers import answering, serving, tunnelling
from tests.services.test_transport import HASTY, drips, read, says_nothing, stalls
from therapist_desktop.domain.errors import Unreachable


@pytest.fixture
def certificate(tmp_path: Path) -> Path:
    """A certificate for this machine, made a moment ago, with its key in the same file."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "127.0.0.1")])
    now = datetime.datetime.now(datetime.UTC)
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - datetime.timedelta(hours=1))
        .not_valid_after(now + datetime.timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.IPAddress(ipaddress.ip_address("127.0.0.1"))]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    file = tmp_path / "certificate.pem"
    secret = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    file.write_bytes(secret + made.public_bytes(serialization.Encoding.PEM))
    return file


@pytest.fixture
def tls(certificate: Path) -> ssl.SSLContext:
    """What a server needs."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate)
    return context


def test_a_sync_over_tls(
    publisher: Repository, machine: Machine, tls: ssl.SSLContext, certificate: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    publisher.release(42, size=2_000)
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
    with serving(publisher.folder, tls) as address:
        assert address.startswith("https://")
        machine.install(address, publisher.trust)
    assert machine.holds(42)


def test_a_certificate_nobody_vouches_for(publisher: Repository, machine: Machine, tls: ssl.SSLContext) -> None:
    publisher.release(42)
    with serving(publisher.folder, tls) as address:
        trouble = machine.refuse(Unreachable, machine.sync(address, trust=publisher.trust))
    assert "certificate" in str(trouble)


def test_a_sync_over_tls_through_a_proxy(
    publisher: Repository, machine: Machine, tls: ssl.SSLContext, certificate: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    publisher.release(42, size=2_000)
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
    for name in ("no_proxy", "NO_PROXY"):
        monkeypatch.delenv(name, raising=False)
    with serving(publisher.folder, tls) as address, tunnelling() as (proxy, asked):
        monkeypatch.setenv("https_proxy", proxy)
        machine.install(address, publisher.trust)
        assert set(asked) == {address.removeprefix("https://")}
    assert machine.holds(42)


@pytest.mark.parametrize("answer", [drips, stalls, says_nothing])
def test_a_slow_server_is_left_over_tls_too(
    answer: object, tls: ssl.SSLContext, certificate: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
    with answering(answer, tls) as address, pytest.raises(Unreachable, match="too slowly"):  # type: ignore[arg-type]
        read(address, limits=HASTY)
