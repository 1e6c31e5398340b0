"""What lets editors check the keys of a file while it is written: remark reads our schemas."""

import json
from collections.abc import Iterator
from typing import Final

from mkdocs_forum.core.model.settings import Settings
from mkdocs_forum.core.outputs.published_schemas import schemas
from mkdocs_forum.core.outputs.schemas import MARK, SCHEMAS
from mkdocs_forum.core.pages.output import Output
from mkdocs_forum.core.reading.entry import START_PAGES

CONFIGURATION: Final = ".remarkrc.mjs"
"""File by which remark knows what to check."""

_BELOW: Final = {"answers": "**/", "questions": "*/"}
"""Folders between that of a kind and its files."""
_START: Final = "!({})".format("|".join(sorted(START_PAGES)))
"""What matches every name but those of the pages that present a folder."""


def wiring(settings: Settings, docs: str, language: str | None) -> Iterator[Output]:
    """Give the schemas, and the file that says which files each is for.

    Arguments:
        settings: The options.
        docs: Path of the docs folder as it is seen from the files that are written.
        language: Language of the descriptions; by default the site's.
    """
    files = {}
    for output, (name, kind) in zip(schemas(settings, language), SCHEMAS.items(), strict=True):
        path = f"schemas/{name}.json"
        files[f"./{path}"] = [
            f"./{docs}/{settings.folders[kind]}/{_BELOW.get(kind, '')}{_START}.md"
        ]
        yield Output(path, output.text)
    yield Output(
        CONFIGURATION,
        f"// {MARK} --write\n"
        'import frontmatter from "remark-frontmatter";\n'
        'import schema from "remark-lint-frontmatter-schema";\n\n'
        f"const schemas = {json.dumps(files, ensure_ascii=False, indent=2)};\n\n"
        "export default { plugins: [frontmatter, [schema, { schemas }]] };\n",
    )
