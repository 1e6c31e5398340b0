"""The kinds of fault: what each is called, how much it stops, why it matters.

A code is for ever: its meaning never changes, and one that is given up is not used again. The page
that explains the codes, the reports and the tests take them from here.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from mkdocs_forum.core.faults.code import Code, error, warning
from mkdocs_forum.core.words.language import N_

READING_CODES: Final[Mapping[str, Code]] = MappingProxyType(
    {
        "F101": error(
            N_("The file isn't written in UTF-8"),
            N_(
                "Other encodings garble accents. Save the file as UTF-8 in your editor, "
                "or let the check mend it."
            ),
            mechanical=True,
        ),
        "F102": error(
            N_("The file has no frontmatter"),
            N_("The lines between '---' at its head say what a file is: title, date, author."),
        ),
        "F103": error(
            N_("The frontmatter isn't closed"),
            N_("A line '---' of its own parts the keys from the text."),
        ),
        "F104": error(
            N_("A line of the frontmatter can't be read"),
            N_("Each line reads 'key: value'; a text with special signs stands between quotes."),
        ),
        "F105": error(
            N_("The frontmatter is no list of keys"),
            N_("Each line reads 'key: value', without a dash before it."),
        ),
        "F106": error(
            N_("A key is given twice"),
            N_("Only one of the two values could be kept, and nobody could tell which."),
        ),
        "F107": error(
            N_("A reference or a tag of YAML"),
            N_("'&', '*' and '!' begin things that aren't read here: put the text in quotes."),
        ),
        "F108": error(
            N_("The frontmatter is nested too deeply"),
            N_("No key of a forum needs more than three levels."),
        ),
        "F109": warning(
            N_("A remark in the middle of a value"),
            N_("What follows ' #' isn't read: put the whole text in quotes if it belongs to it."),
        ),
        "F110": error(
            N_("A text with a colon isn't between quotes"),
            N_("A colon followed by a space begins a value; between quotes it is a sign."),
            mechanical=True,
        ),
        "F111": error(
            N_("A key that doesn't exist"),
            N_("It would be lost without a word; most often it is a slip of the keyboard."),
        ),
        "F112": error(
            N_("A key is missing"),
            N_("Without it the entry can't be placed or shown."),
        ),
        "F113": error(
            N_("A value can't be understood"),
            N_("A date, an address or a name isn't written as it should be."),
        ),
        "F114": error(
            N_("The path and a key contradict each other"),
            N_("An answer's path says its question and its author: the keys may be left out."),
        ),
        "F115": error(
            N_("A tab in the frontmatter"),
            N_("Frontmatter is indented with spaces."),
            mechanical=True,
        ),
        "F116": error(
            N_("Empty lines above the frontmatter"),
            N_("The very first line of a file is '---'; otherwise its keys would be plain text."),
            mechanical=True,
        ),
        "F117": error(
            N_("A character that can't be seen"),
            N_("It comes from another program, and does harm where nobody notices it."),
            mechanical=True,
        ),
        "F118": error(
            N_("A character that turns the direction of writing"),
            N_("It makes a text look otherwise than it reads."),
            mechanical=True,
        ),
        "F119": warning(
            N_("Accents stand apart from their letters"),
            N_("They look alike, but a search doesn't find them; the check mends it."),
            mechanical=True,
        ),
        "F120": warning(
            N_("Several topics in one text"),
            N_("A comma doesn't part topics: each is an item of a list, as '[Price, Margin]'."),
        ),
        "F121": error(
            N_("The file stands where it isn't read"),
            N_("Every kind of entry has its folder, and an answer those of talk and question."),
        ),
        "F122": error(
            N_("The file's name can't be an address"),
            N_("Names are made of lower-case letters without accents, digits and hyphens."),
        ),
        "F123": error(
            N_("The file's name is taken by a page of the forum"),
            N_("The two pages would stand at one address."),
        ),
        "F124": error(
            N_("A symbolic link"),
            N_("It could publish what lies outside of the forum: put the file itself there."),
        ),
        "F125": warning(
            N_("Two names that look alike"),
            N_("Readers would take one for the other."),
        ),
        "F126": warning(
            N_("A file that seems meant for a folder of the forum"),
            N_(
                "Only the forum's own folders are read. Elsewhere a talk is a page as any other, "
                "and an answer is shown with no question."
            ),
        ),
        "F127": warning(
            N_("A character that can't be seen was left out"),
            N_(
                "Word and web pages leave such signs in what is copied from them. They mean "
                "nothing, and a search stumbles over them; the check takes them off the file."
            ),
            mechanical=True,
        ),
        "F128": error(
            N_("Something that is no file"),
            N_("A build would wait for a channel for ever, and read a device without end."),
        ),
        "F130": warning(
            N_("The name of a question isn't read"),
            N_(
                "A name stands between braces at the very end of a question, in the section of "
                "questions; elsewhere readers see it, and the address is made of the wording."
            ),
        ),
        "F131": warning(
            N_("The section of questions has no list"),
            N_("Each question is a line that begins with '- '."),
        ),
        "F132": warning(
            N_("A question begins with another sign"),
            N_("A question begins with '- '. It is read all the same."),
            mechanical=True,
        ),
        "F134": error(
            N_("Two questions of a talk have one name"),
            N_("Their pages would stand at one address."),
        ),
        "F135": warning(
            N_("The name of a question isn't written as it should be"),
            N_("Names are made of lower-case letters without accents, digits and hyphens."),
            mechanical=True,
        ),
        "F136": error(
            N_("A question without text"),
            N_("Nothing can be shown, and no address can be made of it."),
        ),
        "F137": warning(
            N_("A question isn't shown as one"),
            N_("Its text is taken for something else: write it as plain text on one line."),
        ),
        "F138": warning(
            N_("A list that looks like questions isn't read"),
            N_(
                "Questions are read below a heading that begins as the forum's option says, such "
                "as '## Questions', and of several such headings below the last one alone."
            ),
        ),
        "F139": warning(
            N_("A question that has answers has no name of its own"),
            N_(
                "Its address is made of its wording: whoever rewords it parts it from its answers. "
                "The check writes the name."
            ),
            mechanical=True,
        ),
        "F141": error(
            N_("The frontmatter is too large"), N_("What is to be read stands below it.")
        ),
        "F142": error(
            N_("The file is too large"),
            N_(
                "Nobody reads so long a text, and a large one could keep the site from being built."
            ),
        ),
        "F143": error(
            N_("Too many brackets"), N_("Rendering them could take longer than a build may.")
        ),
        "F144": error(
            N_("Too much is defined"), N_("Each definition is sought in the whole text.")
        ),
        "F145": error(
            N_("Nested too deeply"), N_("Nobody follows it, and rendering it could fail.")
        ),
        "F146": error(
            N_("Too much of one thing"), N_("Rendering it could take longer than a build may.")
        ),
        "F151": error(
            N_("A file that is neither Markdown nor a picture"),
            N_("It would be published as it is, with whatever it does."),
        ),
        "F152": error(
            N_("A picture isn't what its name says"),
            N_("A browser may take it for something else, such as a page."),
        ),
        "F153": error(
            N_("A picture is too large"),
            N_("Readers would wait for it, and the repository keeps it for ever."),
        ),
        "F154": error(
            N_("An SVG picture"),
            N_("It is a document that may hold scripts and look at other sites."),
        ),
        "F155": error(
            N_("The name of a picture can't be an address"),
            N_("Signs that mean something in an address lead to another place."),
        ),
        "F156": error(
            N_("A text brings in another one"),
            N_("It could publish any file of the machine that builds the site."),
        ),
        "F157": error(
            N_("A file takes the place of the theme's"),
            N_("It would change every page of the site."),
        ),
        "F158": warning(
            N_("Two versions of a text stand side by side"),
            N_("Git couldn't tell which one counts, and readers would see both."),
        ),
        "F159": warning(
            N_("Another file begins in a text"),
            N_(
                "A whole message was copied, perhaps: the text of one file would stand on the page "
                "of another."
            ),
        ),
    }
)
"""Every code, in order."""
