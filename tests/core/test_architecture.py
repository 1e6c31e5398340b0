"""What imports what, and how large a room is: the core survives a change of generator."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import mkdocs_forum

ROOT = Path(__file__).parents[2]
PACKAGE = Path(mkdocs_forum.__file__).parent
CORE = PACKAGE / "core"
MODULES = sorted(PACKAGE.rglob("*.py"))
LIBRARIES = frozenset(
    {
        *("PIL", "babel", "frontmatter", "icalendar", "imagesize", "jinja2", "mammoth", "markdown"),
        *(
            "latex2mathml",
            "markdown_it",
            "markupsafe",
            "nh3",
            "odfdo",
            "pydantic",
            "pydantic_core",
            "pypdf",
            "segno",
            "snowballstemmer",
            "weasyprint",
            "yaml",
            "ziamath",
        ),
    }
)
"""Libraries that the core may use; none of them knows of MkDocs."""
LONGEST = 300
"""Lines of a module: beyond, it holds a second thought."""
MOST = 15
"""Modules in a package: beyond, nobody sees at once what is there."""


def tree(path: Path) -> ast.Module:
    """Read a module."""
    return ast.parse(path.read_text(encoding="utf-8"))


def imported(path: Path) -> Iterator[str]:
    """Give the name of the library of everything that a module imports, wherever in it."""
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Import):
            yield from (alias.name.split(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.module
            assert node.level == 0, f"{path}: write the whole name of what is imported"
            yield node.module.split(".")[0]


def test_contracts() -> None:
    """A package uses what stands before it on the way of the data, as pyproject.toml says."""
    # In a process of its own, since it silences the loggers that are there.
    script = "from importlinter.cli import lint_imports_command as lint; lint()"
    run = subprocess.run(
        [sys.executable, "-c", script, "--no-cache"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, run.stdout


def test_core_imports_few_libraries() -> None:
    """The core imports the standard library, its few libraries and itself."""
    names = {name for path in CORE.rglob("*.py") for name in imported(path)}
    assert names - LIBRARIES - sys.stdlib_module_names == {"mkdocs_forum"}


def test_core_loads_no_generator() -> None:
    """No module of MkDocs or of its theme is loaded with the core, however indirectly."""
    names = [
        ".".join(path.relative_to(PACKAGE.parent).with_suffix("").parts).removesuffix(".__init__")
        for path in CORE.rglob("*.py")
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


def test_rooms() -> None:
    """Every package is small enough to be seen at once; only the way itself stands loose."""
    rooms = {path.parent for path in MODULES}
    sizes = {room.relative_to(PACKAGE).as_posix(): len(list(room.glob("*.py"))) for room in rooms}
    loose = [path.name for path in CORE.glob("*.py")]
    assert ({room: size for room, size in sizes.items() if size > MOST + 1}, sorted(loose)) == (
        {},
        ["__init__.py", "forum.py"],
    )


def test_size() -> None:
    """No module is long."""
    lines = {
        path.relative_to(PACKAGE).as_posix(): len(path.read_text(encoding="utf-8").splitlines())
        for path in MODULES
    }
    assert {name: size for name, size in lines.items() if size > LONGEST} == {}


def test_docstrings() -> None:
    """Every module and every public function or class in it says what it gives."""
    silent = []
    for path in MODULES:
        module = tree(path)
        silent += [path.name] if ast.get_docstring(module) is None else []
        silent += [
            f"{path.name}: {node.name}"
            for node in module.body
            if isinstance(node, ast.FunctionDef | ast.ClassDef)
            and not node.name.startswith("_")
            and ast.get_docstring(node) is None
        ]
    assert silent == []
