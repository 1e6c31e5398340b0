"""What is wrong with a site that is served, in the terminal and below its pages."""

import logging
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from jinja2 import Environment

from mkdocs_forum.adapter.kept.told import Line
from mkdocs_forum.adapter.live.state import State
from mkdocs_forum.adapter.log import closing, log, stops
from mkdocs_forum.adapter.options.forum import shown_root
from mkdocs_forum.core.faults.code import Severity
from mkdocs_forum.core.faults.diagnostic import Diagnostic, in_order
from mkdocs_forum.core.words.language import Language


@dataclass(frozen=True)
class Remark:
    """A fault as it was told."""

    level: int
    """How much it stops, as a level of the log."""
    text: str
    """Where it is, what was found, and what to write."""

    @property
    def is_error(self) -> bool:
        """Whether no page is made as long as it is there."""
        return self.level >= logging.ERROR


@dataclass(frozen=True)
class Remarks:
    """What is told of a site."""

    content: Sequence[Remark] = ()
    """Faults of the forum's content."""
    others: Sequence[Remark] = ()
    """What MkDocs and other plugins told when the whole site was built."""
    is_held: bool = False
    """Whether the pages are those from before the last edit."""

    def bar(self, environment: Environment) -> bytes:
        """Give the HTML that tells readers of a page; nothing where nothing is wrong."""
        all_told = dict.fromkeys([*self.content, *self.others])
        told = sorted(all_told, key=lambda remark: not remark.is_error)
        if not told and not self.is_held:
            return b""
        template = environment.get_template("forum/partials/faults-bar.html")
        return template.render(remarks=told, is_held=self.is_held).encode()


def of_build(told: Iterable[Line], *, is_held: bool) -> Remarks:
    """Give what a build of the whole site told.

    Arguments:
        told: What was told from warnings up.
        is_held: Whether it failed.
    """
    lines = [(name == log.name, Remark(level, text)) for name, level, text in told]
    return Remarks(
        [remark for is_own, remark in lines if is_own],
        [remark for is_own, remark in lines if not is_own],
        is_held,
    )


def of_edit(
    faults: Sequence[Diagnostic],
    changed: Collection[str],
    before: Remarks,
    good: Remarks,
    state: State,
) -> Remarks:
    """Give what is to be told after an edit of texts, and tell what is new of it.

    Arguments:
        faults: All faults of the content.
        changed: Paths of the texts; what was told of them otherwise may be mended.
        before: What was told before.
        good: What the last good build of the whole site told.
        state: What the site was made of.
    """
    language, root = Language(state.build.settings.language), shown_root(state.config)
    # What is no fault isn't told to who writes, and holds nothing up.
    faults = [fault for fault in faults if fault.severity is not Severity.NOTICE]
    content = [
        Remark(fault.severity.level, fault.tell(language.tell, root)) for fault in in_order(faults)
    ]
    for remark in content:
        if remark not in before.content:
            log.log(remark.level, "%s", remark.text)
    is_held = stops(faults, is_strict=state.config.strict)
    if is_held:
        log.error("%s", closing(faults, language))
    others = [each for each in good.others if not any(path in each.text for path in changed)]
    return Remarks(content, others, is_held)
