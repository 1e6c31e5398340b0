"""The kinds of fault: what each is called, how much it stops, why it matters.

A code is for ever: its meaning never changes, and one that is given up is not used again. The page
that explains the codes, the reports and the tests take them from here.
"""

import logging
from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from types import MappingProxyType
from typing import Final

from mkdocs_forum.core.language import N_


class Severity(Enum):
    """How much a fault stops."""

    ERROR = "error"
    """An entry can't be understood or placed: no build."""
    WARNING = "warning"
    """The site can be built, but something is not as its author meant it: no strict build."""

    @property
    def level(self) -> int:
        """Level of the standard library's logging."""
        return logging.ERROR if self is Severity.ERROR else logging.WARNING


@dataclass(frozen=True)
class Code:
    """One kind of fault."""

    severity: Severity
    title: str
    """What is wrong, in a few words."""
    reason: str
    """Why it matters and how to mend it, in a sentence or two."""
    is_mechanical: bool = False
    """Whether the check can mend it: no judgement is needed."""


def _error(title: str, reason: str, *, mechanical: bool = False) -> Code:
    return Code(Severity.ERROR, title, reason, mechanical)


def _warning(title: str, reason: str, *, mechanical: bool = False) -> Code:
    return Code(Severity.WARNING, title, reason, mechanical)


CODES: Final[Mapping[str, Code]] = MappingProxyType(
    {
        "F101": _error(
            N_("The file isn't written in UTF-8"),
            N_(
                "Other encodings garble accents. Save the file as UTF-8 in your editor, "
                "or let the check mend it."
            ),
            mechanical=True,
        ),
        "F102": _error(
            N_("The file has no frontmatter"),
            N_("The lines between '---' at its head say what a file is: title, date, author."),
        ),
        "F103": _error(
            N_("The frontmatter isn't closed"),
            N_("A line '---' of its own parts the keys from the text."),
        ),
        "F104": _error(
            N_("A line of the frontmatter can't be read"),
            N_("Each line reads 'key: value'; a text with special signs stands between quotes."),
        ),
        "F105": _error(
            N_("The frontmatter is no list of keys"),
            N_("Each line reads 'key: value', without a dash before it."),
        ),
        "F106": _error(
            N_("A key is given twice"),
            N_("Only one of the two values could be kept, and nobody could tell which."),
        ),
        "F107": _error(
            N_("A reference or a tag of YAML"),
            N_("'&', '*' and '!' begin things that aren't read here: put the text in quotes."),
        ),
        "F108": _error(
            N_("The frontmatter is nested too deeply"),
            N_("No key of a forum needs more than three levels."),
        ),
        "F109": _warning(
            N_("A remark in the middle of a value"),
            N_("What follows ' #' isn't read: put the whole text in quotes if it belongs to it."),
        ),
        "F110": _error(
            N_("A text with a colon isn't between quotes"),
            N_("A colon followed by a space begins a value; between quotes it is a sign."),
            mechanical=True,
        ),
        "F111": _error(
            N_("A key that doesn't exist"),
            N_("It would be lost without a word; most often it is a slip of the keyboard."),
        ),
        "F112": _error(
            N_("A key is missing"),
            N_("Without it the entry can't be placed or shown."),
        ),
        "F113": _error(
            N_("A value can't be understood"),
            N_("A date, an address or a name isn't written as it should be."),
        ),
        "F114": _error(
            N_("The path and a key contradict each other"),
            N_("An answer's path says its question and its author: the keys may be left out."),
        ),
        "F115": _error(
            N_("A tab in the frontmatter"),
            N_("Frontmatter is indented with spaces."),
            mechanical=True,
        ),
        "F116": _error(
            N_("Empty lines above the frontmatter"),
            N_("The very first line of a file is '---'; otherwise its keys would be plain text."),
            mechanical=True,
        ),
        "F117": _error(
            N_("A character that can't be seen"),
            N_("It comes from another program, and does harm where nobody notices it."),
            mechanical=True,
        ),
        "F118": _error(
            N_("A character that turns the direction of writing"),
            N_("It makes a text look otherwise than it reads."),
            mechanical=True,
        ),
        "F119": _warning(
            N_("Accents stand apart from their letters"),
            N_("They look alike, but a search doesn't find them; the check mends it."),
            mechanical=True,
        ),
        "F121": _error(
            N_("The file stands where it isn't read"),
            N_("Every kind of entry has its folder, and an answer those of talk and question."),
        ),
        "F122": _error(
            N_("The file's name can't be an address"),
            N_("Names are made of lower-case letters without accents, digits and hyphens."),
        ),
        "F123": _error(
            N_("The file's name is taken by a page of the forum"),
            N_("The two pages would stand at one address."),
        ),
        "F124": _error(
            N_("A symbolic link"),
            N_("It could publish what lies outside of the forum: put the file itself there."),
        ),
        "F125": _warning(
            N_("Two names that look alike"),
            N_("Readers would take one for the other."),
        ),
        "F130": _warning(
            N_("The name of a question isn't read"),
            N_(
                "A name stands between '{#' and '}' at the very end of a question, in the section "
                "of questions; elsewhere readers see it, and the address is made of the wording."
            ),
        ),
        "F131": _warning(
            N_("The section of questions has no list"),
            N_("Each question is a line that begins with '- '."),
        ),
        "F132": _warning(
            N_("A question begins with another sign"),
            N_("A question begins with '- '. It is read all the same."),
            mechanical=True,
        ),
        "F133": _warning(
            N_("No empty line above the list of questions"),
            N_("Without it other programs take the list for a part of the paragraph."),
            mechanical=True,
        ),
        "F134": _error(
            N_("Two questions of a talk have one name"),
            N_("Their pages would stand at one address."),
        ),
        "F135": _warning(
            N_("The name of a question isn't written as it should be"),
            N_("Names are made of lower-case letters without accents, digits and hyphens."),
            mechanical=True,
        ),
        "F136": _error(
            N_("A question without text"),
            N_("Nothing can be shown, and no address can be made of it."),
        ),
        "F137": _warning(
            N_("A question isn't shown as one"),
            N_("Its text is taken for something else: write it as plain text on one line."),
        ),
        "F138": _warning(
            N_("A list that looks like questions isn't read"),
            N_(
                "Questions are read below a heading that begins as the forum's option says, such "
                "as '## Questions', and of several such headings below the last one alone."
            ),
        ),
        "F139": _warning(
            N_("A question that has answers has no name of its own"),
            N_(
                "Its address is made of its wording: whoever rewords it parts it from its answers. "
                "The check writes the name."
            ),
            mechanical=True,
        ),
        "F141": _error(
            N_("The frontmatter is too large"), N_("What is to be read stands below it.")
        ),
        "F142": _error(
            N_("The file is too large"),
            N_(
                "Nobody reads so long a text, and a large one could keep the site from being built."
            ),
        ),
        "F143": _error(
            N_("Too many brackets"), N_("Rendering them could take longer than a build may.")
        ),
        "F144": _error(
            N_("Too much is defined"), N_("Each definition is sought in the whole text.")
        ),
        "F145": _error(
            N_("Nested too deeply"), N_("Nobody follows it, and rendering it could fail.")
        ),
        "F146": _error(
            N_("Too much of one thing"), N_("Rendering it could take longer than a build may.")
        ),
        "F151": _error(
            N_("A file that is neither Markdown nor a picture"),
            N_("It would be published as it is, with whatever it does."),
        ),
        "F152": _error(
            N_("A picture isn't what its name says"),
            N_("A browser may take it for something else, such as a page."),
        ),
        "F153": _error(
            N_("A picture is too large"),
            N_("Readers would wait for it, and the repository keeps it for ever."),
        ),
        "F154": _error(
            N_("An SVG picture"),
            N_("It is a document that may hold scripts and look at other sites."),
        ),
        "F155": _error(
            N_("The name of a picture can't be an address"),
            N_("Signs that mean something in an address lead to another place."),
        ),
        "F156": _error(
            N_("A text brings in another one"),
            N_("It could publish any file of the machine that builds the site."),
        ),
        "F157": _error(
            N_("A file takes the place of the theme's"),
            N_("It would change every page of the site."),
        ),
        "F201": _error(
            N_("A question that isn't there"),
            N_("An answer or a synthesis needs its question; most often a name is misspelt."),
        ),
        "F202": _error(
            N_("An edition that isn't there"),
            N_("A talk is shown on the page of its edition."),
        ),
        "F203": _error(
            N_("A member who isn't there"),
            N_("Speakers and authors have a page, in a file of their own."),
        ),
        "F204": _error(
            N_("A question is its own duplicate"),
            N_("The page of a duplicate leads to the other question."),
        ),
        "F205": _error(
            N_("A former name of a question leads nowhere"),
            N_("Each former name stands before the present one."),
        ),
        "F206": _error(
            N_("A former address is taken"),
            N_("A page stands there, or the address is given twice."),
        ),
        "F207": _warning(
            N_("The other question of a duplicate is asked in a draft"),
            N_("Its page doesn't exist yet, so the link would lead nowhere."),
        ),
        "F208": _error(
            N_("Two answers have one name"),
            N_("Only one of them could be shown."),
        ),
        "F209": _warning(
            N_("An answer that is older than its talk"),
            N_("Nobody answers a question before it is asked: one of the two dates is wrong."),
        ),
        "F210": _error(
            N_("A published address leads nowhere any more"),
            N_(
                "People keep links and print addresses: a page that moves leaves its former "
                "address under 'aliases'. Told where the check compares with another commit."
            ),
        ),
        "F301": _warning(
            N_("Contact data without consent"),
            N_("It isn't shown on the site, but everybody can read it in the repository."),
        ),
        "F302": _warning(
            N_("A topic is spelt in two ways"),
            N_("Both are shown as one; write it as elsewhere."),
        ),
        "F303": _warning(
            N_("The legal notice is empty"),
            N_("The law wants to know who publishes a site, who answers for it and who hosts it."),
        ),
        "F304": _warning(
            N_("A photo that isn't there"),
            N_("The page of the member is shown without it."),
        ),
        "F305": _warning(
            N_("A link to a file that isn't there"),
            N_(
                "Readers would be sent to an error: the text is shown without the link. "
                "A path is written as it is seen from the folder of the file."
            ),
        ),
        "F306": _warning(
            N_("A link to a place that isn't there"),
            N_(
                "The page has no heading of that name, or it was reworded: "
                "the link leads to the head of the page."
            ),
        ),
        "F307": _warning(
            N_("A picture that isn't there"),
            N_("Its alternative text is shown in its place."),
        ),
        "F308": _warning(
            N_("A picture without alternative text"),
            N_("Those who can't see it don't know what it shows, nor does a search."),
        ),
        "F401": _error(
            N_("A PDF document could not be made"),
            N_("The others are made; the last site stays until this one can be made, too."),
        ),
    }
)
"""Every code, in order."""
