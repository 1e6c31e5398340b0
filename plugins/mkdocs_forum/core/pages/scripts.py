"""Modules joined into one script, so that a page asks for one file instead of thirty.

Each module becomes a function that gives what the module exports. It takes the few forms of
`import` and `export` that the scripts of this package, and the libraries that they use, are
written in; what is loaded later stays a file of its own.
"""

import posixpath
import re
from collections.abc import Iterator, Mapping
from typing import Final

_IMPORT: Final = re.compile(
    r"^import (?:\* as (?P<all>\w+)|(?P<whole>\w+)|\{(?P<names>[^}]*)\}) "
    r'from "(?P<path>[^"]+)";?$',
    re.MULTILINE,
)
_EXPORT: Final = re.compile(
    r"^export (?P<default>default )?(?=(?:async )?(?:function\*?|class|const|let) (?P<name>\w+))",
    re.MULTILINE,
)
_ASIDE: Final = re.compile(
    r"^[ \t]*(?:/\*.*?\*/[ \t]*|//[^\n]*)\n|^[ \t]+", re.MULTILINE | re.DOTALL
)
_LIST: Final = re.compile(r"^export \{(?P<names>[^}]*)\};?$", re.MULTILINE)


def bundle(entry: str, sources: Mapping[str, str]) -> str:
    """Join a module with all that it imports.

    Arguments:
        entry: Path of the module, such as `js/forms.js`.
        sources: All modules by their paths.

    Raises:
        ValueError: Modules import each other.
    """
    order = list(_order(entry, sources, ()))
    if order == [entry]:
        return sources[entry]
    names = {path: f"module{number}" for number, path in enumerate(dict.fromkeys(order))}
    parts = [_part(path, sources[path], names) for path in names]
    exported = [name for name, _ in _exports(sources[entry])]
    if exported:
        parts.append(f"export const {{ {', '.join(exported)} }} = {names[entry]}\n")
    return "\n".join(parts)


def lean(source: str) -> str:
    """Give a module without indentation and comments that stand on lines of their own.

    Strings of several lines would lose theirs, too: the scripts of this package have none.
    """
    return _ASIDE.sub("", source)


def _order(path: str, sources: Mapping[str, str], above: tuple[str, ...]) -> Iterator[str]:
    """Give each module behind those that it imports."""
    if path in above:
        raise ValueError(f"modules import each other: {' → '.join((*above, path))}")
    for found in _IMPORT.finditer(sources[path]):
        yield from _order(_target(path, found["path"]), sources, (*above, path))
    yield path


def _target(path: str, named: str) -> str:
    return posixpath.normpath(posixpath.join(posixpath.dirname(path), named))


def _part(path: str, source: str, names: Mapping[str, str]) -> str:
    """Write a module as a function that is called once."""

    def taken(found: re.Match[str]) -> str:
        module = names[_target(path, found["path"])]
        if found["all"]:
            return f"const {found['all']} = {module}"
        wanted = f"default: {found['whole']}" if found["whole"] else _renamed(found["names"])
        return f"const {{ {wanted} }} = {module}"

    given = ", ".join(f"{name}: {local}" for name, local in _exports(source))
    body = _LIST.sub("", _EXPORT.sub("", _IMPORT.sub(taken, source)))
    return f"const {names[path]} = (() => {{\n{body}\nreturn {{ {given} }}\n}})()\n"


def _renamed(names: str) -> str:
    """Write names that are imported as those of a pattern: `a as b` is `a: b` there."""
    return ", ".join(
        re.sub(r"\s+as\s+", ": ", name.strip()) for name in names.split(",") if name.strip()
    )


def _exports(source: str) -> Iterator[tuple[str, str]]:
    """Give what a module exports, and what it calls that itself."""
    for found in _EXPORT.finditer(source):
        yield "default" if found["default"] else found["name"], found["name"]
    for found in _LIST.finditer(source):
        for name in filter(None, map(str.strip, found["names"].split(","))):
            local, _, other = name.partition(" as ")
            yield other or local, local
