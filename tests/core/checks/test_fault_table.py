"""The table of faulty files in `tests/faults`: each case word for word, each code in a case."""

import datetime
import os
import re
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from mkdocs_forum.core.checks.addresses.publication import Publication
from mkdocs_forum.core.checks.addresses.remedies import check_permanence
from mkdocs_forum.core.faults.catalogue.codes import CODES
from mkdocs_forum.core.faults.diagnostic import in_order
from mkdocs_forum.core.forum import load
from mkdocs_forum.core.model.settings import Settings
from mkdocs_forum.core.reading.files import check_files
from mkdocs_forum.core.reading.folder import list_files
from mkdocs_forum.core.words.language import Language
from tests.faults import (
    FORUM,
    Case,
    Channel,
    Content,
    Link,
    encodings,
    files,
    french,
    frontmatter,
    keys,
    names,
    past,
    questions,
    relations,
    sizes,
)
from tests.faults.files import THEMES
from tests.faults.site import CASES as ON_THE_SITE
from tests.faults.site import DOCUMENTS, FAILING, UNBOUND

SETTINGS = Settings(today=datetime.date(2024, 12, 1))
GROUPS = (encodings, files, frontmatter, keys, names, questions, relations, sizes)
CASES: Mapping[str, Case] = {
    f"{group.__name__.rpartition('.')[2]}: {name}": case
    for group in GROUPS
    for name, case in group.CASES.items()
}


def told(folder: Path, files: Mapping[str, Content], language: str = "en") -> list[str]:
    """Give what is told of a forum in a folder, once some files are laid over it."""
    for name, content in {**FORUM, **files}.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if isinstance(content, Link):
            path.symlink_to(content.target)
        elif isinstance(content, Channel):
            os.mkfifo(path)
        else:
            path.write_bytes(content.encode() if isinstance(content, str) else content)
    paths, faults = list_files(folder)
    # MkDocs takes what begins with a dot out of every site.
    read = [path for path in paths if path.endswith(".md") and "/." not in path]
    texts = {path: (folder / path).read_bytes() for path in read}
    shown = [path for path in paths if "/." not in path]
    faults += check_files(folder, shown, SETTINGS, lambda path: path == THEMES)
    tell = Language(language).tell
    return [fault.tell(tell) for fault in in_order([*faults, *load(texts, SETTINGS)[1]])]


@pytest.mark.parametrize(("files", "messages"), CASES.values(), ids=CASES)
def test_faulty_files(tmp_path: Path, files: Mapping[str, Content], messages: list[str]) -> None:
    """Exactly this is told, and nothing but this: no fault is passed over, and none invented."""
    assert told(tmp_path, files) == messages


@pytest.mark.parametrize(("files", "messages"), french.CASES.values(), ids=french.CASES)
def test_faulty_files_in_french(
    tmp_path: Path, files: Mapping[str, Content], messages: list[str]
) -> None:
    """The same is told in French, with the spaces that French asks for."""
    assert told(tmp_path, files, "fr") == messages


@pytest.mark.parametrize(("former", "present", "messages"), past.CASES.values(), ids=past.CASES)
def test_lost_addresses(former: past.Files, present: past.Files, messages: list[str]) -> None:
    """Exactly this is told of the addresses that files had and no longer have."""
    lost = check_permanence(published(former), published(present), {})
    assert [str(fault) for fault in in_order(lost)] == messages


def published(files: past.Files) -> Publication:
    """Give what a forum publishes once some files are laid over it, or taken off."""
    texts = {path: text for path, text in {**FORUM, **files}.items() if text is not None}
    # The check reads drafts, too.
    settings = replace(SETTINGS, drafts=True)
    forum = load(texts, settings)
    return Publication(forum.library, forum.missing, settings)


def test_every_code() -> None:
    """Every code is told by a case, and none that isn't explained."""
    tables: list[Mapping[str, tuple[Any, ...]]] = [CASES, past.CASES, ON_THE_SITE]
    tables += [DOCUMENTS, FAILING, UNBOUND]
    told = [message for table in tables for *_, messages in table.values() for message in messages]
    found = {code for message in told for code in re.findall(r":\d+:\d+: (F\d+) ", message)}
    # What a new forum has still to fill in is told in tests/commands/test_init.py, what no talk
    # names in tests/commands/test_check_files.py.
    assert found == set(CODES) - {"F222", "F320"}
