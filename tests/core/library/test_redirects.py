"""Former addresses: each leads to the page that took its place."""

from dataclasses import replace

import pytest
from jinja2 import DictLoader, Environment

from mkdocs_forum.core.forum import load
from mkdocs_forum.core.library.library import Library
from mkdocs_forum.core.library.redirects import all_redirects, redirects
from mkdocs_forum.core.model.settings import Settings
from mkdocs_forum.core.outputs.redirects import redirect_pages


def with_aliases(forum: dict[str, str]) -> Library:
    """Give a forum's library, each kind of entry with former addresses."""
    for path, keys in {
        "editions/2004.md": "aliases: [forum2004.html, 2004/]\n",
        "talks/prix.md": "aliases: old/prix\nquestion_aliases: {marges: marge}\n",
        "members/ana.md": "aliases: people/ana/index.html\n",
        "answers/prix/marge/bob.md": "aliases: answer-12/\n",
    }.items():
        forum[path] = forum[path].replace("---\n", f"---\n{keys}", 1)
    library, problems, _ = load(forum)
    assert [str(problem) for problem in problems] == []
    return library


TARGETS: dict[bool, dict[str, str]] = {
    True: {
        "forum2004.html": "editions/2004/",
        "2004/index.html": "editions/2004/",
        "old/prix/index.html": "talks/prix/",
        "people/ana/index.html": "members/ana/",
        "answer-12/index.html": "questions/prix/marge/#bob",
        "questions/prix/marges/index.html": "questions/prix/marge/",
    },
    False: {
        "forum2004.html": "editions/2004.html",
        "2004/index.html": "editions/2004.html",
        "old/prix/index.html": "talks/prix.html",
        "people/ana/index.html": "members/ana.html",
        "answer-12/index.html": "questions/prix/marge.html#bob",
        "questions/prix/marges.html": "questions/prix/marge.html",
    },
}


@pytest.mark.parametrize(("directory_urls", "expected"), TARGETS.items(), ids=["folders", "files"])
def test_redirects(
    forum: dict[str, str], expected: dict[str, str], *, directory_urls: bool
) -> None:
    """A file stands at the very address that was given and leads to the present one."""
    found = redirects(with_aliases(forum), Settings(directory_urls=directory_urls))
    assert {redirect.target: redirect.url for redirect in found} == expected


FORMER: dict[str, tuple[bool, str, list[str]]] = {
    "folder": (
        True,
        "talks/former/",
        ["talks/former/index.html", "questions/former/qui/index.html"],
    ),
    "file": (
        False,
        "talks/former.html",
        ["talks/former.html", "questions/former/qui.html"],
    ),
    "elsewhere": (True, "former/", ["former/index.html"]),
}


@pytest.mark.parametrize(("directory_urls", "alias", "targets"), FORMER.values(), ids=FORMER)
def test_renamed_talk(
    forum: dict[str, str], alias: str, targets: list[str], *, directory_urls: bool
) -> None:
    """A talk that was renamed takes the addresses of its questions along."""
    forum["talks/accord.md"] = forum["talks/accord.md"].replace(
        "---\n", f"---\naliases: {alias}\n", 1
    )
    library, _, _ = load(forum)
    found = all_redirects(library, Settings(directory_urls=directory_urls))
    assert [redirect.target for redirect in found] == targets


def test_renamed_question_of_a_renamed_talk(forum: dict[str, str]) -> None:
    """Each former name of a question stands below each former name of its talk."""
    keys = "aliases: talks/former/\nquestion_aliases: {qu: qui}\n"
    forum["talks/accord.md"] = forum["talks/accord.md"].replace("---\n", f"---\n{keys}", 1)
    library, _, _ = load(forum)
    assert {redirect.target: redirect.url for redirect in all_redirects(library, Settings())} == {
        "talks/former/index.html": "talks/accord/",
        "questions/accord/qu/index.html": "questions/accord/qui/",
        "questions/former/qui/index.html": "questions/accord/qui/",
        "questions/former/qu/index.html": "questions/accord/qui/",
    }


def test_places(forum: dict[str, str]) -> None:
    """Each redirect knows where its former address is written."""
    places = [str(redirect.location) for redirect in redirects(with_aliases(forum), Settings())]
    assert places == [
        "editions/2004.md:2:11",
        "editions/2004.md:2:27",
        "talks/prix.md:2:10",
        "members/ana.md:2:10",
        "answers/prix/marge/bob.md:2:10",
        "talks/prix.md:3:28",
    ]


def test_pages(forum: dict[str, str]) -> None:
    """Each redirect is a page that knows its own address, the present one and the site's."""
    template = "{{ page.url }} > {{ url }} @ {{ forum_settings.site_url }}"
    environment = Environment(loader=DictLoader({"forum/redirect.html": template}), autoescape=True)
    library = with_aliases(forum)
    settings = Settings(site_url="https://a.org/")
    environment.globals["forum_settings"] = settings
    pages = redirect_pages(library, settings, environment)
    assert {page.target: page.text for page in list(pages)[:3]} == {
        "forum2004.html": "forum2004.html > editions/2004/ @ https://a.org/",
        "2004/index.html": "2004/ > editions/2004/ @ https://a.org/",
        "old/prix/index.html": "old/prix/ > talks/prix/ @ https://a.org/",
    }


def test_no_draft(forum: dict[str, str]) -> None:
    """The former addresses of a draft lead nowhere."""
    library = with_aliases(forum)
    hidden = replace(library, talks={}, answers={})
    assert [redirect.target for redirect in redirects(hidden, Settings())] == [
        "forum2004.html",
        "2004/index.html",
        "people/ana/index.html",
    ]


@pytest.mark.parametrize("alias", ["404.html", "sitemap.xml", "assets/a", "search/a.html"])
def test_addresses_of_the_site(forum: dict[str, str], alias: str) -> None:
    """No former address takes the place of what the site itself keeps at its root."""
    text = forum["members/ana.md"].replace("---\n", f"---\naliases: {alias}\n", 1)
    forum["members/ana.md"] = text
    told = [str(fault) for fault in load(forum)[1]]
    address = alias if alias.endswith(".html") else f"{alias}/"
    assert told == [
        f"members/ana.md:2:10: F206 the address '{address}' is taken\n"
        "    hint: remove this line, or give the other page another name"
    ]
