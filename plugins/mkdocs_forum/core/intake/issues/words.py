"""The words of the forms of issues, where the descriptions of the keys don't give them."""

from collections.abc import Mapping
from typing import Final

from mkdocs_forum.core.words.language import N_

LABELS: Final[Mapping[str, str]] = {
    "question": N_("Question that you answer"),
    "author": N_("Your name"),
    "sources": N_("Sources"),
    "title": N_("Title"),
    "edition": N_("Edition"),
    "speakers": N_("Presented by"),
    "topics": N_("Topics"),
    "answers_on": N_("Topics on which you are glad to be asked"),
    "summary": N_("Summary"),
    "materials": N_("Slides, recording"),
    "role": N_("Your work"),
    "website": N_("Web site"),
    "account": N_("Name of your account here"),
    "photo": N_("Photograph"),
    "told_of": N_("What to notify you about"),
}
"""What a field is called, as on the site's forms, where the description of the key is no name."""
HELP: Final[Mapping[str, str]] = {
    "question": N_("Address of the question's page, or its name as 'talk/question'."),
    "author": N_("Your name, as your page on this site has it."),
    "speakers": N_("Their names as on their pages, with commas between them."),
    "edition": N_("Its title or its year; empty for the next one."),
    "summary": N_("A sentence or two, shown in lists."),
    "topics": N_("With commas between them; take those of the site where they fit."),
    "answers_on": N_("Questions on them that wait for an answer will show your name."),
    "sources": N_("One per line."),
    "materials": N_(
        "One per line: a title, then the address where it is, or a PDF document that you drop here."
    ),
    "account": N_(
        "If you want to be notified there of answers to your questions; no page shows it."
    ),
    "photo": N_("Drop it here: everybody will see it at once."),
    "told_of": N_(
        "Through your account, or by mail if you agree that your e-mail address is published."
    ),
    "email": N_("Everybody can read an issue at once: leave out what may not be published."),
}
TEXTS: Final[Mapping[str, str]] = {
    "answers": N_("Your answer"),
    "talks": N_("Text of the talk"),
    "members": N_("Presentation"),
}
TOLD_OF: Final[Mapping[str, str]] = {
    "mine": N_("My texts, and answers to my questions"),
    "discussions": N_("Answers to the questions that I answered, too"),
    "topics": N_("Also what is about my topics"),
    "everything": N_("Every text"),
    "nothing": N_("Nothing"),
}
"""What a member may be told of, as on the site's form."""
CONSENT: Final[Mapping[str, str]] = {
    "email": N_("I agree that my e-mail address is published."),
    "phone": N_("I agree that my telephone number is published."),
    "address": N_("I agree that my postal address is published."),
    "photo": N_("I agree that my photograph is published."),
}
