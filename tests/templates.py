"""Compiled templates, kept from one build to the next: the theme's take most of a small build."""

from functools import wraps
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


def keep_templates() -> None:
    """Let every build of this process take compiled templates from the store."""
    KEPT.mkdir(parents=True, exist_ok=True)
    store = Kept(str(KEPT))
    made = Theme.get_env

    @wraps(made)
    def get_env(theme: Theme) -> jinja2.Environment:
        environment = made(theme)
        environment.bytecode_cache = store
        return environment

    patch.object(Theme, "get_env", get_env).start()
