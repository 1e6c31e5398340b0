"""The keys that the guide of a new forum lists."""

from datetime import date

import pytest

from mkdocs_forum.core.reading.entry import MODELS
from mkdocs_forum.core.scaffold.choices import Choices
from mkdocs_forum.core.scaffold.files import forum_files
from mkdocs_forum.core.words.language import Language

PAGES = {
    "en": "docs/contribute/keys.md",
    "fr": "docs/contribuer/cles.md",
    "de": "docs/mitmachen/schluessel.md",
}


@pytest.mark.parametrize(("code", "path"), PAGES.items(), ids=PAGES)
def test_every_key(code: str, path: str) -> None:
    """Every key of the model stands there in the words of its language, with those below it."""
    page = forum_files(Choices("Forum", code, date(2026, 11, 20)))[path]
    tell = Language(code).tell
    rows = page.split("\n")
    for model in MODELS.values():
        for name, field in model.model_fields.items():
            star = " \\*" if field.is_required() and name not in {"question", "author"} else ""
            says = " ".join(tell(str(field.description)).split())
            assert f"| `{name}`{star} | {says} |" in rows
    for name in ("call: opens", "schedule: start", "materials: file", "notice: text"):
        assert any(row.startswith(f"| `{name}` |") for row in rows)
    assert page.count("\n## ") == len(MODELS)
