"""Fetching one page, against a server on this machine."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from peelian.documents import NotFetched, TooLarge, fetch
from peelian.documents.web import fetch_bytes

PAGE = "<html><body><h1>Officer dismissed</h1><p>PC Siân Vane was fined £140.</p></body></html>".encode(
    "cp1252"
)


class Handler(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        routes = {
            "/page": (200, {"Content-Type": "text/html; charset=windows-1252"}, PAGE),
            "/moved": (302, {"Location": "/page"}, b""),
            "/loop": (302, {"Location": "/loop?x"}, b""),
            "/file": (302, {"Location": "file:///etc/passwd"}, b""),
            "/big": (200, {"Content-Type": "text/html"}, b"x" * 200_000),
            "/empty": (200, {"Content-Type": "text/html"}, b""),
        }
        if self.path == "/slow":
            time.sleep(1.5)
        status, headers, body = routes.get(self.path.split("?")[0], (404, {}, b"no"))
        if self.path.startswith("/hop"):
            status, headers, body = 302, {"Location": f"/hop{int(self.path[4:] or 0) + 1}"}, b""
        try:
            self.send_response(status)
            for key, value in headers.items():
                self.send_header(key, value)
            self.send_header("Content-Length", str(len(body) + (100 if self.path == "/short" else 0)))
            self.end_headers()
            if self.path == "/drip":
                return
            self.wfile.write(body)
        except OSError:
            pass  # the client has gone, as it should

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture(scope="module")
def site() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_address[1]}"
    server.shutdown()
    server.server_close()


@pytest.fixture(autouse=True)
def _no_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("no_proxy", "127.0.0.1")


def test_a_page_with_its_address_and_encoding(site: str) -> None:
    for path in ("/page", "/moved"):
        document = fetch(site + path)
        assert document.text == "Officer dismissed\n\nPC Siân Vane was fined £140.\n"
        assert document.url == site + "/page"
        assert document.id.endswith("-page")
        assert document.origin == site + path


@pytest.mark.parametrize(
    ("path", "cause"),
    [
        ("/none", "404"),
        ("/loop", "redirect|infinite"),
        ("/hop", "redirect|infinite"),
        ("/file", "not allowed|only http and https"),
    ],
)
def test_what_is_not_fetched(site: str, path: str, cause: str) -> None:
    with pytest.raises(NotFetched, match=cause):
        fetch(site + path)


def test_limits_of_size_and_time(site: str) -> None:
    with pytest.raises(TooLarge, match="100,000 bytes"):
        fetch(site + "/big", max_bytes=100_000)
    with pytest.raises(NotFetched, match="timed out"):
        fetch_bytes(site + "/slow", timeout=0.3)


@pytest.mark.parametrize(
    "url", ["file:///etc/passwd", "ftp://x.example/", "//x", "http://", "nonsense", "data:text/html,x"]
)
def test_other_schemes_are_refused(url: str) -> None:
    with pytest.raises(NotFetched, match="only http and https"):
        fetch(url)


def test_nobody_there() -> None:
    with pytest.raises(NotFetched, match="no page came back"):
        fetch_bytes("http://127.0.0.1:9/", timeout=2)
