"""What is kept of the theme from one build to the next: it takes most of a small build.

These are its compiled templates, and which of its files a site takes: there are fourteen thousand.
"""

import sysconfig
from collections.abc import Callable
from functools import partial, wraps
from hashlib import sha256
from pathlib import Path
from unittest.mock import patch

import jinja2
from jinja2.bccache import Bucket
from mkdocs.theme import Theme

KEPT = Path(__file__).parent.parent / ".cache/templates"
"""Where they are kept, for all processes that build; `make clean` removes them."""


class Kept(jinja2.FileSystemBytecodeCache):
    """Keeps what was compiled, by all that it depends on."""

    def get_bucket(
        self, environment: jinja2.Environment, name: str, filename: str | None, source: str
    ) -> Bucket:
        """Give the place of a template in the store.

        Escaping, extensions and the language are compiled into it.
        """
        settings = environment.globals.get("forum_settings")
        escapes = environment.autoescape
        facts = (
            jinja2.__version__,
            name,
            filename,
            escapes(name) if callable(escapes) else escapes,
            sorted(environment.extensions),
            sorted(environment.filters),
            getattr(settings, "language", None),
        )
        key = sha256(repr(facts).encode()).hexdigest()
        read = environment.preprocess(source, name, filename)
        bucket = Bucket(environment, key, self.get_source_checksum(read))
        self.load_bytecode(bucket)
        return bucket


_INSTALLED = sysconfig.get_path("purelib")
_taken: dict[tuple[str, frozenset[str]], set[str]] = {}
"""Names of files that a site takes from an installed theme, which no test changes.

Which these are depends on the templates of which each makes one page.
"""


def _list(theme: Theme, filter_func: Callable[[str], bool]) -> list[str]:
    """Give the names of the files that a site takes from its theme's folders."""
    names: set[str] = set()
    for folder in theme.dirs:
        key = folder, frozenset(theme.static_templates)
        taken = _taken.get(key)
        if taken is None:
            taken = set(filter(filter_func, jinja2.FileSystemLoader(folder).list_templates()))
        if folder.startswith(_INSTALLED):
            _taken[key] = taken
        names |= taken
    return sorted(names)


def keep_templates() -> None:
    """Let every build of this process take compiled templates and lists of files from the store."""
    KEPT.mkdir(parents=True, exist_ok=True)
    store = Kept(str(KEPT))
    made = Theme.get_env

    @wraps(made)
    def get_env(theme: Theme) -> jinja2.Environment:
        environment = made(theme)
        environment.bytecode_cache = store
        setattr(environment, "list_templates", partial(_list, theme))  # noqa: B010
        return environment

    patch.object(Theme, "get_env", get_env).start()
