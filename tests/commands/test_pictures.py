"""`mkdocs-forum check --fix`: names of pictures; with `--fetch`, pictures of other sites."""

import socket
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer

import click
import pytest

import mkdocs_forum.cli.pictures as pictures
from mkdocs_forum.cli.pictures import RefusedError, download
from mkdocs_forum.core.reading.files import LARGEST
from tests.commands.conftest import Forum
from tests.core.reading.test_files import png

REMOTE = "https://images.example.org/Le%20Marché.jpg?size=2"
MEMBER = (
    "---\nname: Ève Noël\nphoto: 'photos/eve.jpg'\nconsent:\n  publish: [photo]\n"
    "  date: 2024-11-02\n---\n\n![Ève](photos/eve.jpg) [plein cadre](photos/eve.jpg)\n"
)


def test_ending(forum: Forum) -> None:
    """A picture gets the ending of what it is, and all that leads to it follows."""
    forum.put("docs/membres/eve.md", MEMBER)
    forum.put("docs/membres/photos/eve.jpg", png(64, 64))
    result = forum.run("check", "--fix", "--strict")
    assert result.exit_code == 0, result.output
    assert forum.files["docs/membres/photos/eve.png"] == png(64, 64)
    assert "docs/membres/photos/eve.jpg" not in forum.files
    assert forum.files["docs/membres/eve.md"].decode() == MEMBER.replace(".jpg", ".png")


def test_ending_taken(forum: Forum) -> None:
    """A picture never takes another one's place: it is told, and stays."""
    forum.put("docs/membres/photos/eve.jpg", png(64, 64))
    forum.put("docs/membres/photos/eve.png", png(32, 32))
    before = forum.files
    result = forum.run("check", "--fix", "--lang", "en")
    assert "F152 'eve.jpg' isn't what its name says\n    hint: name it 'eve.png'" in result.output
    assert forum.files == before


def test_links(forum: Forum) -> None:
    """Addresses that need no judgement are mended where they stand."""
    text = "---\nname: Ève Noël\n---\n\n[moi](%s), [elle](%s), [site](%s)\n"
    forum.put("docs/membres/eve.md", text % ("a@example.org", "..\\membres\\ana.md", "www.x.org"))
    assert forum.run("check", "--fix").exit_code == 0
    mended = text % ("mailto:a@example.org", "../membres/ana.md", "https://www.x.org")
    assert forum.files["docs/membres/eve.md"].decode() == mended


@pytest.fixture
def remote(forum: Forum, monkeypatch: pytest.MonkeyPatch) -> Forum:
    """Give a forum of which a text shows a picture of another site, and somebody to be asked."""
    forum.put("docs/membres/eve.md", f"---\nname: Ève Noël\n---\n\n![Marché]({REMOTE})\n")
    monkeypatch.setattr(pictures, "in_terminal", lambda: True)
    return forum


def test_brought(remote: Forum, monkeypatch: pytest.MonkeyPatch) -> None:
    """Once somebody agrees, the picture lies beside the text under the ending of what it is."""
    asked: list[str] = []

    def given(address: str) -> bytes:
        asked.append(address)
        return png(64, 64)

    monkeypatch.setattr(pictures, "download", given)
    monkeypatch.setattr(click, "confirm", lambda *_, **__: True)
    result = remote.run("check", "--fix", "--fetch", "--strict")
    assert (result.exit_code, asked) == (0, [REMOTE])
    assert remote.files["docs/membres/le-marche.png"] == png(64, 64)
    assert b"](le-marche.png)" in remote.files["docs/membres/eve.md"]


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"<!doctype html>", "it isn't a picture that the site can show"),
        (png(0, 64), "it has too many pixels"),
        (png(60_000, 60_000), "it has too many pixels"),
    ],
)
def test_no_picture(remote: Forum, monkeypatch: pytest.MonkeyPatch, data: bytes, told: str) -> None:
    """What is no picture, or too large a one, is told, and nothing is written."""
    before = remote.files
    monkeypatch.setattr(pictures, "download", lambda _: data)
    monkeypatch.setattr(click, "confirm", lambda *_, **__: True)
    result = remote.run("check", "--fix", "--fetch", "--lang", "en")
    assert f"{REMOTE}: {told}\n" in result.output
    assert remote.files == before


def test_declined(remote: Forum, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever says no is obeyed: no site is asked for anything."""
    monkeypatch.setattr(pictures, "download", pytest.fail)
    monkeypatch.setattr(click, "confirm", lambda *_, **__: False)
    result = remote.run("check", "--fix", "--fetch", "--lang", "en")
    assert f"docs/membres/eve.md:5:11: {REMOTE}\n" in result.output


def test_nobody_to_ask(forum: Forum, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where nobody can be asked no site is, and the way that works is told."""
    forum.put("docs/membres/eve.md", f"---\nname: Ève\n---\n\n![Marché]({REMOTE})\n")
    monkeypatch.setattr(pictures, "download", pytest.fail)
    result = forum.run("check", "--fix", "--fetch", "--lang", "en")
    assert (result.exit_code, "it needs a terminal" in result.output) == (2, True)


def test_without_fix(forum: Forum) -> None:
    """What changes files is asked for by name."""
    result = forum.run("check", "--fetch", "--lang", "en")
    assert (result.exit_code, "add '--fix' to it" in result.output) == (2, True)


@pytest.mark.parametrize(
    "address",
    [
        "http://127.0.0.1/a.png",
        "http://[::1]/a.png",
        "http://10.0.0.1/a.png",
        "http://169.254.169.254/latest/",
        "file:///etc/passwd",
    ],
)
def test_own_network(address: str) -> None:
    """A stranger's text can't have somebody's own network asked."""
    with pytest.raises(RefusedError):
        download(address)


class _Server(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        moved = {"/away": "/a.png", "/inside": "http://192.168.0.1/a.png"}.get(self.path)
        self.send_response(302 if moved else 404 if self.path == "/none" else 200)
        if moved:
            self.send_header("Location", moved)
        self.end_headers()
        if not moved:
            self.wfile.write(bytes(LARGEST + 1) if self.path == "/large" else b"picture")

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture(scope="module")
def port() -> Iterator[int]:
    """Serve a site."""
    server = HTTPServer(("127.0.0.1", 0), _Server)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield server.server_port
    server.shutdown()
    server.server_close()


@pytest.fixture
def site(port: int, monkeypatch: pytest.MonkeyPatch) -> str:
    """Give the address of that site, which is said to be public."""
    real = socket.getaddrinfo

    def found(host: str, *rest: object, **named: object) -> object:
        if host == "images.example.org":
            return real("127.0.0.1", *rest, **named)  # type: ignore[arg-type]
        return real(host, *rest, **named)  # type: ignore[arg-type]

    monkeypatch.setattr(socket, "getaddrinfo", found)
    demand = pictures._demand_public

    def lenient(address: str) -> None:
        if "images.example.org" not in address:
            demand(address)

    monkeypatch.setattr(pictures, "_demand_public", lenient)
    return f"http://images.example.org:{port}"


def test_download(site: str) -> None:
    """What stands at an address is read, also where the site leads on."""
    assert download(f"{site}/a.png") == download(f"{site}/away") == b"picture"


@pytest.mark.parametrize("path", ["none", "large", "inside"])
def test_no_download(site: str, path: str) -> None:
    """What isn't there, is too large or leads into somebody's own network is refused."""
    with pytest.raises(RefusedError):
        download(f"{site}/{path}")
