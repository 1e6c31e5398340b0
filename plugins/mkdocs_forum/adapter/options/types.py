"""Types of options that MkDocs has none for."""

import re
from collections import Counter
from collections.abc import Iterable

from mkdocs.config import base

from mkdocs_forum.core.model.settings import PDF_ENGINES
from mkdocs_forum.core.words.slugs import is_slug


class Slugs(base.BaseConfigOption[dict[str, str]]):
    """A mapping whose keys are known and whose values are slugs."""

    def __init__(self, keys: frozenset[str]) -> None:
        super().__init__()
        self.default: dict[str, str] = {}
        self._keys = keys

    def run_validation(self, value: object) -> dict[str, str]:
        """Give the mapping if each of its names can be an address."""
        if not isinstance(value, dict):
            raise base.ValidationError("Write a mapping of names.")
        for key, name in value.items():
            if key not in self._keys:
                raise base.ValidationError(f"'{key}' is none of: {', '.join(sorted(self._keys))}.")
            if not isinstance(name, str) or not is_slug(name):
                raise base.ValidationError(
                    f"'{name}' can't be an address: "
                    "use lower-case letters without accents, digits and hyphens."
                )
        if twice := repeated(value.values()):
            raise base.ValidationError(f"The name '{twice}' is given twice.")
        return value


def repeated(names: Iterable[str]) -> str | None:
    """Give the first name that is there twice."""
    seen = Counter(names)
    return next((name for name, count in seen.items() if count > 1), None)


class Pattern(base.BaseConfigOption[re.Pattern[str]]):
    """A regular expression."""

    def run_validation(self, value: object) -> re.Pattern[str]:
        """Give the expression."""
        try:
            return value if isinstance(value, re.Pattern) else re.compile(str(value))
        except re.error as error:
            raise base.ValidationError(f"'{value}' is no regular expression: {error}.") from error


class Engine(base.BaseConfigOption[str]):
    """Whether something is made, and by which engine; yes alone chooses the first one."""

    def __init__(self, default: str) -> None:
        super().__init__()
        self.default = default

    def run_validation(self, value: object) -> str:
        """Give the name of the engine; nothing if none is wanted."""
        engines: dict[object, str] = {False: "", "": "", True: PDF_ENGINES[0]}
        engines |= {name: name for name in PDF_ENGINES}
        if not isinstance(value, str | bool) or value not in engines:
            raise base.ValidationError(f"Write true, false, {' or '.join(PDF_ENGINES)}.")
        return engines[value]
