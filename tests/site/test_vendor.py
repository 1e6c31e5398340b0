"""Fetching the libraries of the preview: what the lock names and nothing else, or a clear word."""

import base64
import hashlib
import importlib.util
import io
import json
import tarfile
from collections.abc import Iterator, Mapping
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from types import ModuleType
from typing import Any

import pytest

from mkdocs_forum.core.pages.assets import LIBRARIES
from tests.sites import ROOT

LOCK = ROOT / ".ci" / "lock" / "package-lock.json"
REGISTRY = "https://registry.npmjs.org/"


@pytest.fixture(scope="module")
def script() -> ModuleType:
    """Load the script."""
    spec = importlib.util.spec_from_file_location("vendor", ROOT / ".ci" / "vendor.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_lock_names_one_host() -> None:
    """Whatever the lock names comes from npm's registry and has a digest of the strong kind."""
    packages = json.loads(LOCK.read_text(encoding="utf-8"))["packages"]
    named = {name: found for name, found in packages.items() if name}
    assert [
        name
        for name, found in named.items()
        if not found["resolved"].startswith(REGISTRY)
        or not found["integrity"].startswith("sha512-")
    ] == []


def _package(files: Mapping[str, str]) -> bytes:
    packed = io.BytesIO()
    with tarfile.open(fileobj=packed, mode="w:gz") as archive:
        for name, text in files.items():
            member = tarfile.TarInfo(f"package/{name}")
            member.size = len(text.encode())
            archive.addfile(member, io.BytesIO(text.encode()))
    return packed.getvalue()


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Say nothing of each request."""


@pytest.fixture
def mirror(
    script: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[dict[str, Any]]:
    """Serve a registry of small packages; give their lock, and name the registry."""
    packages: dict[str, Any] = {}
    (tmp_path / "registry").mkdir()
    for name in (*script.SCRIPTS, *script.WITHIN):
        files = {"LICENSE.txt": f"Licence of {name}.\n"}
        if path := script.SCRIPTS.get(name):
            files[path] = f"export default '{name}'\n"
        data = _package(files)
        (tmp_path / "registry" / f"{name}.tgz").write_bytes(data)
        digest = base64.b64encode(hashlib.sha512(data).digest()).decode()
        packages[f"node_modules/{name}"] = {
            "version": "1.0.0",
            "license": "MIT",
            "resolved": f"{REGISTRY}{name}.tgz",
            "integrity": f"sha512-{digest}",
        }
    handler = partial(_Quiet, directory=str(tmp_path / "registry"))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = Thread(target=server.serve_forever)
        thread.start()
        monkeypatch.setenv("npm_config_registry", f"http://127.0.0.1:{server.server_port}")
        yield packages
        server.shutdown()
        thread.join()


def _lock(folder: Path, packages: Mapping[str, Any]) -> Path:
    lock = folder / "package-lock.json"
    lock.write_text(json.dumps({"packages": packages}), encoding="utf-8")
    return lock


def test_fetched_once(script: ModuleType, mirror: dict[str, Any], tmp_path: Path) -> None:
    """The libraries and all licences are put beside each other; a second call has nothing to do."""
    folder, lock = tmp_path / "vendor", _lock(tmp_path, mirror)
    assert [script.vendor(folder, lock), script.vendor(folder, lock)] == [True, False]
    held = {path.name for path in folder.iterdir()}
    assert held == {*LIBRARIES, ".seal"}
    licences = (folder / "licences.txt").read_text(encoding="utf-8")
    names = (*script.SCRIPTS, *script.WITHIN)
    assert [name for name in names if f"Licence of {name}." not in licences] == []


def test_fetched_anew(script: ModuleType, mirror: dict[str, Any], tmp_path: Path) -> None:
    """What lacks, or belongs to another lock, is fetched anew."""
    folder, lock = tmp_path / "vendor", _lock(tmp_path, mirror)
    script.vendor(folder, lock)
    (folder / "dompurify.js").unlink()
    assert script.vendor(folder, lock)
    assert script.vendor(folder, _lock(tmp_path, {**mirror, "node_modules/other": {}}))


def test_other_bytes(script: ModuleType, mirror: dict[str, Any], tmp_path: Path) -> None:
    """A package that isn't what the lock names is refused, and nothing of any is kept."""
    mirror["node_modules/uc.micro"]["integrity"] = "sha512-AAAA"
    with pytest.raises(script.UnfetchedError, match=r"uc\.micro\.tgz isn't what"):
        script.vendor(tmp_path / "vendor", _lock(tmp_path, mirror))
    assert not (tmp_path / "vendor").exists()


def test_other_host(script: ModuleType, mirror: dict[str, Any], tmp_path: Path) -> None:
    """A lock that names another host is refused before anything is asked."""
    mirror["node_modules/dompurify"]["resolved"] = "https://registry.npmjs.org.example/x.tgz"
    with pytest.raises(script.UnfetchedError, match="names another host"):
        script.vendor(tmp_path / "vendor", _lock(tmp_path, mirror))


def test_offline(
    script: ModuleType, mirror: dict[str, Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without a network it is told what to do."""
    monkeypatch.setenv("npm_config_registry", "http://127.0.0.1:9/")
    with pytest.raises(script.UnfetchedError) as told:
        script.vendor(tmp_path / "vendor", _lock(tmp_path, mirror))
    assert [word in str(told.value) for word in ("can't be fetched", "npm_config_registry")] == [
        True
    ] * 2
