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
            N_("The file isn't saved as UTF-8"),
            N_(
                "Other encodings garble accents. Save the file as UTF-8 in your editor, or "
                "let the check correct it."
            ),
            mechanical=True,
        ),
        "F102": error(
            N_("The file has no frontmatter"),
            N_("The lines between '---' at its head say what a file is: title, date, author."),
        ),
        "F103": error(
            N_("The frontmatter isn't closed"),
            N_("A line with nothing but '---' separates the keys from the text."),
        ),
        "F104": error(
            N_("A line of the frontmatter can't be read"),
            N_("Each line reads 'key: value'; a text with special signs goes between quotes."),
        ),
        "F105": error(
            N_("The frontmatter isn't a list of keys"),
            N_("Each line reads 'key: value', without a dash before it."),
        ),
        "F106": error(
            N_("A key is given twice"),
            N_("Only one of the two values could be kept, and it isn't clear which."),
        ),
        "F107": error(
            N_("A reference or a tag of YAML"),
            N_(
                "'&', '*' and '!' have a special meaning in YAML that isn't allowed here: "
                "put the text between quotes."
            ),
        ),
        "F108": error(
            N_("The frontmatter is nested too deeply"),
            N_("No key needs more than three levels."),
        ),
        "F109": warning(
            N_("A comment in the middle of a value"),
            N_(
                "What follows ' #' is ignored: put the whole text between quotes if it "
                "belongs to it."
            ),
        ),
        "F110": error(
            N_("A text with a colon isn't between quotes"),
            N_("A colon followed by a space begins a value; between quotes it is just a colon."),
            mechanical=True,
        ),
        "F111": error(
            N_("A key that doesn't exist"),
            N_("It would be lost without a warning; most often it is a typing mistake."),
        ),
        "F112": error(
            N_("A key is missing"),
            N_("Without it the text can't be placed or shown."),
        ),
        "F113": error(
            N_("A value that isn't allowed"),
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
            N_(
                "The very first line of a file must be '---'; otherwise its keys would be "
                "plain text."
            ),
            mechanical=True,
        ),
        "F117": error(
            N_("A character that can't be seen"),
            N_("It comes from another program, and causes trouble that nobody notices."),
            mechanical=True,
        ),
        "F118": error(
            N_("A character that reverses the direction of writing"),
            N_("It makes a text look different from what it says."),
            mechanical=True,
        ),
        "F119": warning(
            N_("Accents are separated from their letters"),
            N_("They look alike, but a search doesn't find them; the check can correct it."),
            mechanical=True,
        ),
        "F120": warning(
            N_("Several topics in one value"),
            N_(
                "Commas don't separate topics: each is an item of a list, such as '[Price, "
                "Margin]'."
            ),
        ),
        "F121": error(
            N_("The file is in a place where it isn't read"),
            N_(
                "Each kind of text has its folder, and an answer the folders of its talk "
                "and its question."
            ),
        ),
        "F122": error(
            N_("The file's name can't be an address"),
            N_("Names consist of lower-case letters without accents, digits and hyphens."),
        ),
        "F123": error(
            N_("The file's name is taken by a page of the forum"),
            N_("The two pages would have the same address."),
        ),
        "F124": error(
            N_("A symbolic link"),
            N_("It could publish files from outside the forum: put the file itself there."),
        ),
        "F125": warning(
            N_("Two names that look alike"),
            N_("Readers would mistake one for the other."),
        ),
        "F126": warning(
            N_("A file that seems meant for a folder of the forum"),
            N_(
                "Only the forum's own folders are read. Anywhere else, a talk is a page "
                "like any other, and an answer belongs to no question."
            ),
        ),
        "F127": warning(
            N_("A character that can't be seen was left out"),
            N_(
                "Word and web pages leave such characters in what is copied from them. "
                "They mean nothing, and a search stumbles over them; the check can remove "
                "them."
            ),
            mechanical=True,
        ),
        "F128": error(
            N_("Something that isn't a file"),
            N_("A build would wait for a pipe for ever, and read a device without end."),
        ),
        "F130": warning(
            N_("The name of a question isn't read"),
            N_(
                "A name goes between braces at the very end of a question, in the section "
                "of questions; anywhere else readers see it, and the address is made from "
                "the wording."
            ),
        ),
        "F131": warning(
            N_("The section of questions has no list"),
            N_("Each question is a line that begins with '- '."),
        ),
        "F132": warning(
            N_("A question begins with another sign"),
            N_("A question begins with '- '. This one is read anyway."),
            mechanical=True,
        ),
        "F134": error(
            N_("Two questions of a talk have one name"),
            N_("Their pages would have the same address."),
        ),
        "F135": warning(
            N_("The name of a question isn't written correctly"),
            N_("Names consist of lower-case letters without accents, digits and hyphens."),
            mechanical=True,
        ),
        "F136": error(
            N_("A question without text"),
            N_("Nothing can be shown, and no address can be made from it."),
        ),
        "F137": warning(
            N_("A question isn't shown as one"),
            N_("Its text is read as something else: write it as plain text on one line."),
        ),
        "F138": warning(
            N_("A list that looks like questions is ignored"),
            N_(
                "Questions are read below a heading such as '## Questions' (an option of "
                "the forum says how it begins); if there are several, only below the last "
                "one."
            ),
        ),
        "F139": warning(
            N_("A question that has answers has no name of its own"),
            N_(
                "Its address is made from its wording: rewording it would separate it from "
                "its answers. The check can write the name."
            ),
            mechanical=True,
        ),
        "F141": error(
            N_("The frontmatter is too large"), N_("What you want to publish comes below it.")
        ),
        "F142": error(
            N_("The file is too large"),
            N_("Nobody reads a text that long, and it could prevent the site from being built."),
        ),
        "F143": error(N_("Too many brackets"), N_("Rendering them could take too long.")),
        "F144": error(
            N_("Too much is defined"), N_("Each definition is searched for in the whole text.")
        ),
        "F145": error(
            N_("Nested too deeply"), N_("Readers can't follow it, and rendering it could fail.")
        ),
        "F146": error(N_("Too much of one thing"), N_("Rendering it could take too long.")),
        "F151": error(
            N_("A file that is neither Markdown nor a picture"),
            N_("It would be published as it is, whatever it contains."),
        ),
        "F152": error(
            N_("A picture or a document isn't what its name says"),
            N_("A browser may take it for something else, such as a page."),
        ),
        "F153": error(
            N_("A picture is too large"),
            N_("Readers would have to wait for it, and the repository keeps it for ever."),
        ),
        "F154": error(
            N_("An SVG picture"),
            N_("It is a document that may contain scripts and call other sites."),
        ),
        "F155": error(
            N_("The name of a picture can't be an address"),
            N_("Some characters have a meaning in addresses, and would lead elsewhere."),
        ),
        "F156": error(
            N_("A text includes another one"),
            N_("It could publish any file of the machine that builds the site."),
        ),
        "F157": error(
            N_("A file replaces one of the theme"),
            N_("It would change every page of the site."),
        ),
        "F158": warning(
            N_("Two versions of a text stand side by side"),
            N_("Git couldn't tell which one is right, and readers would see both."),
        ),
        "F159": warning(
            N_("Another file begins in a text"),
            N_(
                "Perhaps a whole message was copied: the text of one file would appear on "
                "the page of another."
            ),
        ),
        "F160": error(
            N_("A PDF document that does more than be read"),
            N_(
                "Scripts, programs that it starts, files that it carries and passwords put readers "
                "at risk, or hide what is published."
            ),
        ),
        "F161": error(
            N_("A document or a transcript is too large"),
            N_("Readers would have to wait for it, and the repository keeps it for ever."),
        ),
    }
)
"""Every code, in order."""
