"""What imports what: the core survives a change of generator."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import mkdocs_forum

PACKAGE = Path(mkdocs_forum.__file__).parent
MODULES = sorted(PACKAGE.rglob("*.py"))
CORE = [path for path in MODULES if path.is_relative_to(PACKAGE / "core")]
NAMES = [path.relative_to(PACKAGE).as_posix() for path in MODULES]
LIBRARIES = frozenset(
    {
        *("babel", "frontmatter", "imagesize", "jinja2", "markdown", "markupsafe", "nh3"),
        *("pydantic", "pydantic_core", "segno", "weasyprint", "yaml"),
    }
)
"""Libraries that the core may use; none of them knows of MkDocs."""


def imported(path: Path) -> Iterator[str]:
    """Give the name of everything that a module imports, wherever in it."""
    parts = ("mkdocs_forum", *path.relative_to(PACKAGE).with_suffix("").parts)
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = (
                ".".join([*parts[: -node.level], node.module or ""]) if node.level else node.module
            )
            yield from (f"{base}.{alias.name}" for alias in node.names)


@pytest.mark.parametrize("path", CORE, ids=[path.name for path in CORE])
def test_core_imports_no_generator(path: Path) -> None:
    """A module of the core imports the standard library, its few libraries and the core."""
    foreign = [
        name
        for name in imported(path)
        if not name.startswith("mkdocs_forum.core.")
        and name.split(".")[0] not in LIBRARIES | sys.stdlib_module_names
    ]
    assert foreign == []


@pytest.mark.parametrize("path", MODULES, ids=NAMES)
def test_nothing_imports_the_ends(path: Path) -> None:
    """Nothing imports the plugin or the command line."""
    ends = ("mkdocs_forum.plugin", "mkdocs_forum.cli.main")
    assert [
        name for name in imported(path) if f"{name}.".startswith(tuple(f"{e}." for e in ends))
    ] == []


def test_core_loads_no_generator() -> None:
    """No module of MkDocs or of its theme is loaded with the core, however indirectly."""
    names = [
        ".".join(path.relative_to(PACKAGE.parent).with_suffix("").parts).removesuffix(".__init__")
        for path in CORE
    ]
    script = f"import sys, {', '.join(names)}\nprint(*sys.modules)"
    run = subprocess.run(
        [sys.executable, "-c", script],
        cwd=PACKAGE.parent,
        capture_output=True,
        text=True,
        check=True,
    )
    loaded = {name for name in run.stdout.split() if name.startswith(("mkdocs", "material"))}
    assert loaded == {*names, "mkdocs_forum"}


@pytest.mark.parametrize("path", MODULES, ids=NAMES)
def test_size(path: Path) -> None:
    """No module is longer than 352 lines: beyond, it holds a second thought."""
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 352


@pytest.mark.parametrize("path", MODULES, ids=NAMES)
def test_docstrings(path: Path) -> None:
    """Every module and every public function or class in it says what it gives."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    silent = [
        node.name
        for node in tree.body
        if isinstance(node, ast.FunctionDef | ast.ClassDef)
        and not node.name.startswith("_")
        and ast.get_docstring(node) is None
    ]
    assert (ast.get_docstring(tree) is not None, silent) == (True, [])
