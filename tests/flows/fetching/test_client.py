"""One document from a server that behaves in every bad way; only what it saw counts."""

from __future__ import annotations

import base64
import ctypes
import datetime as dt
import gzip
import hashlib
import ipaddress
import os
import re
import signal
import socket
import ssl
import sys
import threading
import time
import zlib
from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path
from typing import IO

import httpx
import pytest

from flows.fetching.client import Answer, Client, Validators, _redirected
from flows.fetching.errors import RequestError, TemporaryError
from flows.fetching.pace import Pace
from flows.fetching.policy import Policy
from flows.stopping import ended_by_signals
from flows.usererror import UserError
from tests.flows.fetching.server import Reply, Server, serving

BODY = b'{"title": "Sorter", "abstract": "It is 2x faster."}\n'


class Getter:
    """Gets documents into a file, with a policy."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / "document"
        self._pace = Pace(folder)

    def __call__(self, url: str, known: Validators | None = None, **policy: float | str) -> Answer | None:
        with Client(Policy(**policy), self._pace) as client:  # type: ignore[arg-type]
            return client.get(url, self.path, known)

    def fails(self, url: str, said: str, *, is_temporary: bool, **policy: float | str) -> None:
        with pytest.raises(RequestError) as caught:
            self(url, None, **policy)
        assert re.search(said, str(caught.value)), str(caught.value)
        assert isinstance(caught.value, TemporaryError) is is_temporary


@pytest.fixture
def get(tmp_path: Path) -> Getter:
    return Getter(tmp_path)


def test_a_document_comes_byte_for_byte(server: Server, get: Getter) -> None:
    url = server.on("/feed", Reply(BODY, headers={"ETag": '"1"', "Last-Modified": "then", "Content-Type": "text/x"}))
    answer = get(url)
    assert answer
    assert get.path.read_bytes() == BODY
    assert (answer.url, answer.status, answer.content_type) == (url, 200, "text/x")
    assert answer.validators == Validators('"1"', "then")
    received = answer.received
    assert (received.sha256, received.size, received.sent) == (hashlib.sha256(BODY).hexdigest(), len(BODY), len(BODY))


def test_the_server_is_told_who_asks(server: Server, get: Getter) -> None:
    get(server.on("/feed", Reply(BODY)), contact="mailto:me@example.org")
    [seen] = server.seen
    assert seen.headers["user-agent"] == f"paperclaims/{version('paperclaims')} (mailto:me@example.org)"
    assert "authorization" not in seen.headers
    assert "if-none-match" not in seen.headers


def test_the_contact_may_come_from_the_environment(
    server: Server, get: Getter, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PAPERCLAIMS_CONTACT", "https://example.org/me")
    get(server.on("/feed", Reply(BODY)))
    assert server.seen[0].headers["user-agent"].endswith(" (https://example.org/me)")


def test_a_contact_of_two_lines_is_refused() -> None:
    with pytest.raises(UserError, match="is not one line of plain characters"):
        Policy(contact="me\r\nX-Other: 1")


def test_a_document_that_is_known_is_asked_for_conditionally(server: Server, get: Getter) -> None:
    url = server.on("/feed", Reply(status=304))
    assert get(url, Validators('"1"', "Sun, 29 Nov 2026 11:02:08 GMT")) is None
    assert server.seen[0].headers["if-none-match"] == '"1"'
    assert server.seen[0].headers["if-modified-since"] == "Sun, 29 Nov 2026 11:02:08 GMT"


def test_not_modified_without_a_condition_is_an_error(server: Server, get: Getter) -> None:
    get.fails(server.on("/feed", Reply(status=304)), "answers 304 Not Modified", is_temporary=False)


# Time.


def test_an_answer_that_does_not_come(server: Server, get: Getter) -> None:
    url = server.on("/feed", lambda _: server.ended.wait(5))
    get.fails(url, r"^nothing came for 0\.2 s$", is_temporary=True, read=0.2)


def test_a_body_that_stops(server: Server, get: Getter) -> None:
    url = server.on("/feed", Reply(pieces=(b"a", b"b"), pause=3))
    get.fails(url, r"^nothing came for 0\.2 s$", is_temporary=True, read=0.2)


def dripped_head(server: Server) -> str:
    def drip(out: IO[bytes]) -> None:
        out.write(b"HTTP/1.1 200 OK\r\n")
        while not server.ended.wait(0.05):
            out.write(b"X-More: yes\r\n")

    return server.on("/feed", drip)


@pytest.mark.parametrize("declared", [1000, None])
def test_a_body_that_drips(server: Server, get: Getter, declared: int | None) -> None:
    began = time.monotonic()
    url = server.on("/feed", Reply(pieces=(b"a",) * 1000, pause=0.05, declared=declared))
    get.fails(url, r"^took longer than 0\.5 s altogether", is_temporary=False, total=0.5)
    assert time.monotonic() - began < 5


def test_a_head_that_drips(server: Server, get: Getter) -> None:
    began = time.monotonic()
    get.fails(dripped_head(server), r"^took longer than 0\.5 s altogether", is_temporary=False, total=0.5)
    assert time.monotonic() - began < 5


def test_a_document_that_is_quick_enough_is_whole(server: Server, get: Getter) -> None:
    get(server.on("/feed", Reply(pieces=(b"a",) * 5, pause=0.05)), total=30, read=5)
    assert get.path.read_bytes() == b"aaaaa"
    assert [thread for thread in threading.enumerate() if isinstance(thread, threading.Timer)] == []


# Size.


def test_a_declared_size_that_is_too_large_is_not_waited_for(server: Server, get: Getter) -> None:
    url = server.on("/feed", Reply(pieces=(b"",), pause=5, declared=1001))
    began = time.monotonic()
    get.fails(url, r"^is larger than 1,000 bytes", is_temporary=False, max_size=1000)
    assert time.monotonic() - began < 4
    assert not get.path.exists()


def test_a_body_without_end(server: Server, get: Getter) -> None:
    def pour(out: IO[bytes]) -> None:
        out.write(b"HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n")
        while not server.ended.is_set():
            out.write(b"x" * 65536)

    get.fails(server.on("/feed", pour), r"^is larger than 1,000,000 bytes", is_temporary=False, max_size=1_000_000)
    assert get.path.stat().st_size <= 1_000_000


def test_a_bomb(server: Server, get: Getter) -> None:
    packed = gzip.compress(bytes(100_000_000), 9)
    assert len(packed) < 200_000
    url = server.on("/feed", Reply(packed, headers={"Content-Encoding": "gzip"}))
    get.fails(url, r"^is larger than 2,000,000 bytes", is_temporary=False, max_size=2_000_000)
    assert get.path.stat().st_size <= 2_000_000


def test_an_empty_answer(server: Server, get: Getter) -> None:
    get.fails(server.on("/feed", Reply()), "^the answer is empty$", is_temporary=False)


# Bodies that are not whole, or not what they are said to be.


def test_a_compressed_body_is_unpacked(server: Server, get: Getter) -> None:
    packed = gzip.compress(BODY[:20]) + gzip.compress(BODY[20:])
    answer = get(server.on("/feed", Reply(packed, headers={"Content-Encoding": "gzip"})))
    assert answer
    assert get.path.read_bytes() == BODY
    assert (answer.content_encoding, answer.received.sent, answer.received.size) == ("gzip", len(packed), len(BODY))
    assert server.seen[0].headers["accept-encoding"] == "gzip"


def test_a_compressed_file_stays_as_it_is(server: Server, get: Getter) -> None:
    packed = gzip.compress(BODY)
    get(server.on("/feed.gz", Reply(packed, headers={"Content-Type": "application/gzip"})))
    assert get.path.read_bytes() == packed


BROKEN: dict[str, tuple[Reply, str]] = {
    "ends early": (Reply(BODY, declared=100), rf"^the connection ended after {len(BODY)} of 100 bytes$"),
    "chunks cut off": (
        Reply(b"5\r\nhello\r\n8\r\nwor", headers={"Transfer-Encoding": "chunked"}, declared=None),
        "^the connection ended in the middle of the answer$",
    ),
    "chunks without their end": (
        Reply(b"5\r\nhello\r\n", headers={"Transfer-Encoding": "chunked"}, declared=None),
        "^the connection ended in the middle of the answer$",
    ),
    "half a gzip stream": (
        Reply(gzip.compress(BODY)[:30], headers={"Content-Encoding": "gzip"}),
        "^the compressed data ends early$",
    ),
    "damaged gzip": (Reply(BODY, headers={"Content-Encoding": "gzip"}), r"^the compressed data is damaged \("),
}


@pytest.mark.parametrize(("reply", "said"), BROKEN.values(), ids=BROKEN)
def test_what_is_not_whole_is_asked_for_again(server: Server, get: Getter, reply: Reply, said: str) -> None:
    get.fails(server.on("/feed", reply), said, is_temporary=True)


def test_an_encoding_that_was_not_asked_for(server: Server, get: Getter) -> None:
    url = server.on("/feed", Reply(zlib.compress(BODY), headers={"Content-Encoding": "br"}))
    get.fails(url, "^is encoded as 'br', which was not asked for$", is_temporary=False)


def test_two_lengths_at_once(server: Server, get: Getter) -> None:
    def confuse(out: IO[bytes]) -> None:
        out.write(b"HTTP/1.1 200 OK\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\nhello!")

    get.fails(server.on("/feed", confuse), "^the answer is not HTTP$", is_temporary=True)


@pytest.mark.parametrize(
    ("sent", "said"), [(b"", "ended without an answer$"), (b"SSH-2.0-Some\r\n\r\n", "^the answer is not HTTP$")]
)
def test_no_answer(server: Server, get: Getter, sent: bytes, said: str) -> None:
    get.fails(server.on("/feed", lambda out: out.write(sent)), said, is_temporary=True)


# Statuses.


@pytest.mark.parametrize(
    ("status", "said", "is_temporary"),
    [
        (404, "^the server answers 404 Not Found$", False),
        (403, "403 Forbidden", False),
        (401, "401 Unauthorized", False),
        (410, "410 Gone", False),
        (206, "206 Partial Content", False),
        (204, "204 No Content", False),
        (299, "299 an unknown status", False),
        (429, "429 Too Many Requests", True),
        (500, "500 Internal Server Error", True),
        (503, "503 Service Unavailable", True),
    ],
)
def test_a_status_that_is_no_document(
    server: Server, get: Getter, status: int, said: str, is_temporary: bool
) -> None:
    get.fails(server.on("/feed", Reply(status=status, declared=0)), said, is_temporary=is_temporary)


def test_what_an_error_page_says_is_told_and_can_do_no_harm(server: Server, get: Getter) -> None:
    page = b"<!DOCTYPE html><html><head><title>Out of\norder \x1b[2J &amp; closed</title>"
    get.fails(
        server.on("/feed", Reply(page, 503)),
        r"503 Service Unavailable \(Out of order \[2J & closed\)$",
        is_temporary=True,
    )


def test_what_arxiv_says_is_told(server: Server, get: Getter) -> None:
    page = (
        b"<?xml version='1.0'?><feed xmlns='http://www.w3.org/2005/Atom'><entry>"
        b"<id>https://arxiv.org/api/errors#bad</id><summary>no such field</summary></entry></feed>"
    )
    get.fails(server.on("/feed", Reply(page, 400)), r"400 Bad Request \(no such field\)$", is_temporary=False)


# Redirects.


def to(place: str, status: int = 302) -> Reply:
    return Reply(status=status, headers={"Location": place})


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_a_redirect_is_followed(server: Server, get: Getter, status: int) -> None:
    server.on("/new", Reply(BODY))
    answer = get(server.on("/old", to("/new", status)))
    assert answer
    assert answer.url == server.url("/new")
    assert server.targets == ["/old", "/new"]


def test_a_circle(server: Server, get: Getter) -> None:
    server.on("/b", to("/a"))
    get.fails(
        server.on("/a", to("/b")), f"^is redirected in a circle, to {server.url('/a')} again$", is_temporary=False
    )
    assert server.targets == ["/a", "/b"]


def test_too_many_redirects(server: Server, get: Getter) -> None:
    for number in range(9):
        server.on(f"/{number}", to(f"/{number + 1}"))
    get.fails(server.url("/0"), "^is redirected more than 3 times$", is_temporary=False, redirects=3)
    assert server.targets == ["/0", "/1", "/2", "/3"]


@pytest.mark.parametrize(
    ("place", "said"),
    [
        ("file:///etc/passwd", "^is redirected to file:///etc/passwd, which is not fetched$"),
        ("ftp://example.org/a", "which is not fetched$"),
        ("http://[bad", "^is redirected to what is not a URL$"),
    ],
)
def test_a_redirect_that_is_not_followed(server: Server, get: Getter, place: str, said: str) -> None:
    get.fails(server.on("/old", to(place)), said, is_temporary=False)
    assert server.targets == ["/old"]


def test_a_redirect_to_nowhere(server: Server, get: Getter) -> None:
    get.fails(server.on("/old", Reply(status=302)), "^is redirected to nowhere$", is_temporary=False)


def test_a_redirect_never_gives_up_encryption() -> None:
    answer = httpx.Response(302, headers={"Location": "http://example.org/a?key=secret"})
    with pytest.raises(
        RequestError, match=r"^is redirected from https:// to http://example.org/a\?key=\*\*\*, which"
    ):
        _redirected("https://example.org/a", answer)


def test_credentials_go_to_their_own_server_only(server: Server, get: Getter) -> None:
    with serving() as other:
        other.on("/there", Reply(BODY))
        server.on("/a", to("/b"))
        server.on("/b", to(server.url("/c")))
        server.on("/c", to(other.url("/there", "robber")))
        get(server.url("/a", "me:sec%20ret"))
        expected = "Basic " + base64.b64encode(b"me:sec ret").decode()
        assert [seen.headers.get("authorization") for seen in server.seen] == [expected] * 3
        assert [seen.headers.get("authorization") for seen in other.seen] == [None]


# Connections.


def test_a_refused_connection(get: Getter) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
    get.fails(f"http://127.0.0.1:{port}/", "^the connection is refused$", is_temporary=True)


@pytest.mark.parametrize(
    ("number", "said", "is_temporary"),
    [
        (socket.EAI_NONAME, "^there is no host of that name$", False),
        (socket.EAI_AGAIN, "^the host's name can not be looked up at the moment$", True),
    ],
)
def test_a_name_that_is_not_found(
    get: Getter, monkeypatch: pytest.MonkeyPatch, number: int, said: str, is_temporary: bool
) -> None:
    def look_up(*_: object, **__: object) -> None:
        raise socket.gaierror(number, "not found")

    monkeypatch.setattr(socket, "getaddrinfo", look_up)
    get.fails("http://nobody.invalid/", said, is_temporary=is_temporary)


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_is_heard_where_polars_has_taken_it_over(
    server: Server, get: Getter, number: signal.Signals
) -> None:
    """What it does to SIGINT: a wait that the signal interrupts is begun again."""
    url = server.on("/feed", lambda _: server.ended.wait(6))
    signaller = threading.Timer(0.5, lambda: os.kill(os.getpid(), number))
    with ended_by_signals():
        signal.siginterrupt(number, False)
        signaller.start()
        began = time.monotonic()
        with pytest.raises(SystemExit if number == signal.SIGTERM else KeyboardInterrupt):
            get(url)
    assert 0.4 < time.monotonic() - began < 4


def test_a_signal_is_heard_while_a_name_is_looked_up(get: Getter, monkeypatch: pytest.MonkeyPatch) -> None:
    """As deaf as the system's look-up: a function in C that goes on when a signal has come."""
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: ctypes.CDLL(None).system(b"exec sleep 6"))
    began = time.monotonic()
    signaller = threading.Timer(0.5, lambda: os.kill(os.getpid(), signal.SIGTERM))
    with ended_by_signals():
        signaller.start()
        with pytest.raises(SystemExit):
            get("http://nobody.invalid/")
    assert 0.4 < time.monotonic() - began < 4


def test_a_proxy_is_used_and_local_names_are_not_sent_to_it(
    server: Server, get: Getter, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HTTP_PROXY", server.url("", "me:secret"))
    server.on("http://papers.invalid/feed", Reply(BODY))
    get("http://papers.invalid/feed")
    [seen] = server.seen
    assert seen.target == "http://papers.invalid/feed"
    assert seen.headers["proxy-authorization"].startswith("Basic ")
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    get(server.on("/direct", Reply(BODY)))
    assert server.targets[1:] == ["/direct"]


def test_a_proxy_of_no_known_kind(get: Getter, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ALL_PROXY", "gopher://me:secret@127.0.0.1:1")
    with pytest.raises(RequestError, match=r"^the proxy that the environment names can not be used") as caught:
        get("http://papers.invalid/")
    assert "secret" not in str(caught.value)


def test_a_socks_proxy_needs_a_package(get: Getter, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "socksio", None)
    monkeypatch.setenv("ALL_PROXY", "socks5://127.0.0.1:1")
    get.fails("http://papers.invalid/", "^the environment names a SOCKS proxy, which needs", is_temporary=False)


@pytest.mark.parametrize("host", ["a" * 70 + ".example.org", "a..b", "xn--a.example.org", "256.256.256.256", "☃.org"])
def test_a_name_that_no_host_can_have(get: Getter, host: str) -> None:
    get.fails(f"http://{host}/", "^is not a URL that can be fetched$", is_temporary=False)


def test_a_redirect_to_a_name_that_no_host_can_have(server: Server, get: Getter) -> None:
    url = server.on("/old", to(f"http://{'a' * 70}.example.org/"))
    get.fails(url, "^is not a URL that can be fetched$", is_temporary=False)


def test_a_validator_that_can_not_be_sent_back_is_not(server: Server, get: Getter) -> None:
    get(server.on("/feed", Reply(BODY)), Validators('"\xe9"', "then"))
    assert "if-none-match" not in server.seen[0].headers
    assert server.seen[0].headers["if-modified-since"] == "then"


# TLS.


@pytest.mark.parametrize(("name", "said"), [("none.pem", "No such file or directory"), ("empty.pem", "")])
def test_certificates_that_can_not_be_read(
    get: Getter, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, said: str
) -> None:
    (tmp_path / "empty.pem").write_text("")
    monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / name))
    expected = rf"^the certificates that SSL_CERT_FILE or SSL_CERT_DIR names can not be read \({said}"
    get.fails("https://127.0.0.1:1/", expected, is_temporary=False)


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A certificate for this machine that nobody trusts, with its key, in one file."""
    from cryptography import x509
    from cryptography.hazmat.primitives import hashes, serialization
    from cryptography.hazmat.primitives.asymmetric import ec

    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "a test")])
    now = dt.datetime.now(dt.UTC)
    made = (
        x509.CertificateBuilder(name, name, key.public_key(), x509.random_serial_number(), now, now + dt.timedelta(1))
        .add_extension(x509.SubjectAlternativeName([x509.IPAddress(ipaddress.ip_address("127.0.0.1"))]), False)
        .add_extension(x509.BasicConstraints(True, None), True)
        .sign(key, hashes.SHA256())
    )
    path = tmp_path_factory.mktemp("tls") / "both.pem"
    path.write_bytes(
        key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
        + made.public_bytes(serialization.Encoding.PEM)
    )
    return path


@pytest.fixture
def secure(certificate: Path) -> Iterator[str]:
    """A server over TLS whose one document drips for ever at /drip, and is whole elsewhere."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate)
    ended = threading.Event()

    def serve(listener: socket.socket) -> None:
        while not ended.is_set():
            try:
                connection, _ = listener.accept()
                with context.wrap_socket(connection, server_side=True) as stream:
                    is_drip = b"/drip" in stream.recv(4096)
                    stream.sendall(b"HTTP/1.1 200 OK\r\nConnection: close\r\n\r\nwhole\n")
                    while is_drip and not ended.wait(0.05):
                        stream.sendall(b"x")
            except OSError:
                continue

    with socket.create_server(("127.0.0.1", 0)) as listener:
        thread = threading.Thread(target=serve, args=(listener,), daemon=True)
        thread.start()
        yield f"https://127.0.0.1:{listener.getsockname()[1]}"
        ended.set()
        listener.shutdown(socket.SHUT_RDWR)
        thread.join(5)


def test_a_certificate_that_nobody_trusts(secure: str, get: Getter) -> None:
    get.fails(f"{secure}/", r"^TLS: the certificate is not to be trusted: self.signed", is_temporary=False)


def test_a_certificate_that_the_user_trusts(
    secure: str, get: Getter, certificate: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
    get(f"{secure}/")
    assert get.path.read_bytes() == b"whole\n"


def test_a_drip_over_tls(secure: str, get: Getter, certificate: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
    began = time.monotonic()
    get.fails(f"{secure}/drip", r"^took longer than 0\.5 s altogether", is_temporary=False, total=0.5)
    assert time.monotonic() - began < 5


def test_a_server_that_knows_no_tls(server: Server, get: Getter) -> None:
    get.fails(server.url("/").replace("http:", "https:"), "^TLS: no secure connection", is_temporary=False)
