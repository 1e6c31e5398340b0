"""Rules over promises: nobody forgets what was promised."""

import datetime
from collections.abc import Iterator

from mkdocs_forum.core.faults.diagnostic import Diagnostic, say
from mkdocs_forum.core.library.asking.promises import State, promises
from mkdocs_forum.core.library.library import Library


def check_promises(library: Library, today: datetime.date) -> Iterator[Diagnostic]:
    """Tell of answers that were promised by a day which has passed."""
    for promise in promises(library, today):
        if promise.state is State.OVERDUE:
            message = say(
                "'{name}' promised an answer by {day}", name=promise.member, day=promise.day
            )
            hint = say("ask again, agree on another day, or remove the line")
            outcome = library.outcomes[promise.question]
            where = outcome.source.locate("promised_by", promise.member)
            yield Diagnostic(where, "F330", message, hint)
