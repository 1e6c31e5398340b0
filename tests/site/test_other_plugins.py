"""What other plugins do to a site, as hooks: read where files lie, move the site, run macros."""

import re
from base64 import b64encode
from collections.abc import Mapping
from hashlib import sha256

import pytest

from tests.conftest import Workshop
from tests.sites import configuration
from tests.small import SMALL

SOURCES = """
from pathlib import Path
from mkdocs.plugins import event_priority


@event_priority(-1000)
def on_files(files, config):
    for file in files:
        assert Path(file.abs_src_path).is_file(), file.src_uri


def on_page_markdown(markdown, page, config, files):
    assert Path(page.file.abs_src_path).is_file(), page.file.src_uri
"""
REWRAPPED = """
from pathlib import Path
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File, Files


@event_priority(-100)
def on_files(files, config):
    docs = Path(config.docs_dir)
    own = [file for file in files if Path(file.abs_src_path).is_relative_to(docs)]
    others = [file for file in files if file not in own]
    assert not any(file.is_documentation_page() for file in others)
    made = (
        File(file.src_path, config.docs_dir, config.site_dir, config.use_directory_urls)
        for file in own
    )
    return Files([*made, *others])
"""
MOVED = """
def on_config(config):
    config.site_url = "https://forum.example.org/2026"
"""
MACROS = """
import jinja2


def on_page_markdown(markdown, page, config, files):
    return jinja2.Template(markdown).render()
"""

WRITING = """
from pathlib import Path


def on_post_page(output, page, config):
    own = "<script>theirs()</script>"
    if page.file.src_uri.startswith(("membres/", "interventions/")):
        own += "<script>members()</script>"
    return output.replace("</body>", f"{own}</body>")
"""
FAILING = """
def on_post_page(output, page, config):
    if page.file.src_uri == "forum.md":
        raise ValueError("unknown page")
    return output
"""


def hooked(hook: str) -> Mapping[str, str]:
    """Give a small forum whose site has a hook."""
    options = configuration(hooks=["hooks.py"])
    return {**SMALL, "mkdocs.yml": options, "hooks.py": hook}


def test_sources(workshop: Workshop) -> None:
    """Every file has a path at which something lies, for plugins that ask the disk or git of it."""
    assert "Beaucoup." in workshop.write(hooked(SOURCES)).build(strict=True).main(
        "questions/prix/marge/"
    )


def test_files_made_anew(workshop: Workshop) -> None:
    """A plugin that makes each file of the docs folder anew takes none of the forum's."""
    site = workshop.write(hooked(REWRAPPED)).build(strict=True)
    assert "Beaucoup." in site.main("questions/prix/marge/")
    assert "assets/forum/forum.css" in site.files


def test_moved_site(workshop: Workshop) -> None:
    """Where a plugin moves the site to a folder, every address leads there, printed ones too."""
    site = workshop.write(hooked(MOVED)).build(strict=True)
    texts = {
        name: data.decode("utf-8", "replace")
        for name, data in site.files.items()
        if name.endswith((".html", ".json", ".xml", ".bib", ".ris", ".txt"))
    }
    run_together = {
        name: found
        for name, text in texts.items()
        if (found := re.findall(r"example\.org/2026(?![/\"\s<?#]|$).{10}", text))
    }
    assert run_together == {}
    lost = re.compile(r"https://forum\.example\.org/(?!2026)")
    assert [name for name, text in texts.items() if lost.search(text)] == []
    assert (
        "https://forum.example.org/2026/interventions/prix/"
        in texts["interventions/prix/index.html"]
    )


@pytest.mark.parametrize("question", ["Que vaut une marge ? {#marge}", "Que vaut une marge ?"])
def test_macros(workshop: Workshop, question: str) -> None:
    """The marks of questions are no signs of a plugin that runs macros."""
    talk = SMALL["docs/interventions/prix.md"].replace("Que vaut une marge ? {#marge}", question)
    answer = {"docs/reponses/prix/marge/bob.md": ""} if "{" not in question else {}
    files = {key: text for key, text in hooked(MACROS).items() if key not in answer}
    site = workshop.write(files, {"docs/interventions/prix.md": talk}).build(strict=True)
    name = "marge" if "{" in question else "que-vaut-une-marge"
    assert f'id="{name}"' in site.main("interventions/prix/")
    assert "forum:" not in site.main("interventions/prix/")


def test_scripts_of_other_plugins(workshop: Workshop) -> None:
    """What a plugin writes into every page may run; what it finds in a member's page may not."""
    site = workshop.write(hooked(WRITING)).build(strict=True)
    for url in ("", "membres/ana/", "questions/prix/marge/"):
        page = site.page(url)
        assert "theirs()</script>" in page
        assert _hash("theirs()") in page
        assert _hash("members()") not in page


def test_plugins_that_fail_at_an_empty_page(
    workshop: Workshop, caplog: pytest.LogCaptureFixture
) -> None:
    """A plugin that can't be asked for its scripts stops no build, a strict one neither."""
    site = workshop.write(hooked(FAILING)).build(strict=True)
    assert "Beaucoup." in site.main("questions/prix/marge/")
    (told,) = [line for line in caplog.messages if line.endswith("unknown page")]
    assert told.startswith("«\u202fhooks.py\u202f» ne dit pas quels scripts il écrit")


def _hash(script: str) -> str:
    return b64encode(sha256(script.encode()).digest()).decode()
