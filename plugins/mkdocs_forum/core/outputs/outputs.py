"""All that other tools read of a forum, put together in one place."""

from collections.abc import Iterator

from mkdocs_forum.core.outputs.calendars import calendars
from mkdocs_forum.core.outputs.contents import Contents
from mkdocs_forum.core.outputs.data.dump import dump
from mkdocs_forum.core.outputs.feeds.feeds import feeds
from mkdocs_forum.core.outputs.hosts.redirect_maps import redirect_maps
from mkdocs_forum.core.outputs.hosts.robots import robots
from mkdocs_forum.core.outputs.hosts.web_manifest import web_manifest
from mkdocs_forum.core.outputs.texts.llms import llms
from mkdocs_forum.core.outputs.texts.twins import twins
from mkdocs_forum.core.pages.output import Output


def outputs(contents: Contents) -> Iterator[Output]:
    """Give every file that is made of a forum for other tools than browsers."""
    yield from feeds(contents)
    yield from calendars(contents)
    yield from dump(contents)
    yield from twins(contents)
    yield from llms(contents)
    yield from redirect_maps(contents.library, contents.settings)
    yield from robots(contents.settings)
    yield from web_manifest(contents.settings)
