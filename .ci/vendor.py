"""Fetch the libraries of the forms: what the lock names, checked, and nothing else.

They are published with the site as they come, so that a reader's browser asks nobody but the site.
Needs the standard library alone: neither Node nor npm.
"""

import base64
import hashlib
import io
import json
import os
import sys
import tarfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final
from urllib.error import URLError
from urllib.request import urlopen

ROOT: Final = Path(__file__).parent.parent
LOCK: Final = ROOT / ".ci" / "lock" / "package-lock.json"
FOLDER: Final = ROOT / "plugins" / "mkdocs_forum" / "assets" / "vendor"
REGISTRY: Final = "https://registry.npmjs.org/"
"""The one host that the lock may name; `npm_config_registry` takes its place."""
SCRIPTS: Final[Mapping[str, str]] = {
    "dompurify": "dist/purify.es.mjs",
    "markdown-it": "dist/browser/markdown-it.esm.min.mjs",
    "markdown-it-abbr": "index.mjs",
    "markdown-it-deflist": "index.mjs",
    "markdown-it-footnote": "index.mjs",
    "turndown": "lib/turndown.browser.es.js",
    "turndown-plugin-gfm": "lib/turndown-plugin-gfm.es.js",
}
"""The file of each library that is published, as `<library>.js`."""
WITHIN: Final = ("entities", "linkify-it", "mdurl", "punycode.js", "uc.micro")
"""Packages that the file of markdown-it contains: their licences hold, too."""
LICENCES: Final = "licences.txt"
SEAL: Final = ".seal"
"""File that holds the digest of all that the folder was made from."""
_SECONDS = 30
_MIRROR: Final = "npm_config_registry"
_HELP: Final = """\
The libraries of the forms can't be fetched: {reason}.
They come from {registry}. Connect this machine to the network once, or set
npm_config_registry to a mirror of npm that it can reach, then type the command again."""


class UnfetchedError(Exception):
    """The libraries can't be had; the text says what to do."""


def vendor(folder: Path = FOLDER, lock: Path = LOCK) -> bool:
    """Put the libraries into a folder, unless they are there.

    Returns:
        Whether anything was fetched.

    Raises:
        UnfetchedError: The registry can't be reached, or gives something else than the lock names.
    """
    names = {*(f"{name}.js" for name in SCRIPTS), LICENCES}
    seal = hashlib.sha512(lock.read_bytes() + Path(__file__).read_bytes()).hexdigest()
    sealed = folder / SEAL
    if sealed.is_file() and sealed.read_text() == seal and _holds(folder, names):
        return False
    files = dict(_files(json.loads(lock.read_text(encoding="utf-8"))["packages"]))
    folder.mkdir(parents=True, exist_ok=True)
    # Two builds may do this at a time: each file is whole at every moment, the seal comes last.
    for name, data in {**files, SEAL: seal.encode()}.items():
        part = folder / f".{name}.{os.getpid()}"
        part.write_bytes(data)
        part.replace(folder / name)
    return True


def _holds(folder: Path, names: set[str]) -> bool:
    return names == {path.name for path in folder.iterdir() if path.name != SEAL}


def _files(packages: Mapping[str, Mapping[str, str]]) -> Iterator[tuple[str, bytes]]:
    """Give each file of the folder by its name."""
    licences = []
    for name in (*SCRIPTS, *WITHIN):
        package = packages[f"node_modules/{name}"]
        held = fetched(package["resolved"], package["integrity"])
        if script := SCRIPTS.get(name):
            yield f"{name}.js", held[script]
        path = next(path for path in sorted(held) if path.startswith("LICENSE"))
        title = f"{name} {package['version']} ({package['license']})"
        text = held[path].decode().replace("\r\n", "\n").strip("\n")
        licences.append(f"{title}\n{'=' * len(title)}\n\n{text}\n")
    yield LICENCES, "\n\n".join(licences).encode()


def fetched(url: str, integrity: str) -> Mapping[str, bytes]:
    """Give the files of a package by their paths, once it is known for what the lock names."""
    registry = os.environ.get(_MIRROR, REGISTRY).rstrip("/") + "/"
    if not url.startswith(REGISTRY):
        raise UnfetchedError(f"{LOCK.name} names another host than {REGISTRY}: {url}")
    url = registry + url.removeprefix(REGISTRY)
    try:
        with urlopen(url, timeout=_SECONDS) as answer:
            data: bytes = answer.read()
    except (URLError, OSError) as error:
        reason = getattr(error, "reason", error)
        raise UnfetchedError(_HELP.format(reason=reason, registry=registry)) from error
    digest = base64.b64encode(hashlib.sha512(data).digest()).decode()
    if f"sha512-{digest}" != integrity:
        raise UnfetchedError(
            f"{url} isn't what {LOCK.name} names: its sha512 is {digest}. Nothing of it was kept."
        )
    with tarfile.open(fileobj=io.BytesIO(data)) as archive:
        return {
            member.name.partition("/")[2]: found.read()
            for member in archive
            if member.isfile() and (found := archive.extractfile(member))
        }


def main() -> int:
    """Fetch what is lacking."""
    try:
        if vendor():
            print(f"Fetched: {FOLDER.relative_to(ROOT)}")
    except UnfetchedError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
