"""The kinds of fault that show only where a forum is seen as a whole."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from mkdocs_forum.core.faults.code import Code, error, warning
from mkdocs_forum.core.words.language import N_

LIBRARY_CODES: Final[Mapping[str, Code]] = MappingProxyType(
    {
        "F201": error(
            N_("A question that isn't there"),
            N_("An answer or a synthesis needs its question; most often a name is misspelt."),
        ),
        "F202": error(
            N_("An edition that isn't there"),
            N_("A talk is shown on the page of its edition."),
        ),
        "F203": error(
            N_("A member who isn't there"),
            N_("Speakers and authors have a page, in a file of their own."),
        ),
        "F204": error(
            N_("A question is its own duplicate"),
            N_("The page of a duplicate leads to the other question."),
        ),
        "F205": error(
            N_("A former name of a question leads nowhere"),
            N_("Each former name stands before the present one."),
        ),
        "F206": error(
            N_("A former address is taken"),
            N_("A page stands there, or the address is given twice."),
        ),
        "F207": warning(
            N_("The other question of a duplicate is asked in a draft"),
            N_("Its page doesn't exist yet, so the link would lead nowhere."),
        ),
        "F208": error(
            N_("Two answers have one name"),
            N_("Only one of them could be shown."),
        ),
        "F209": warning(
            N_("An answer that is older than its talk"),
            N_("Nobody answers a question before it is asked: one of the two dates is wrong."),
        ),
        "F210": error(
            N_("A published address leads nowhere any more"),
            N_(
                "People keep links and print addresses: a page that moves leaves its former "
                "address under 'aliases'. Told where the check compares with another commit."
            ),
        ),
        "F211": warning(
            N_("A question that a faulty list lacks"),
            N_(
                "The list of questions of the talk is at fault, and the question may be in it. "
                "What refers to it isn't shown until the list is mended, and nothing of it is lost."
            ),
        ),
        "F212": warning(
            N_("An answer without text"),
            N_("It would be counted, and the question no longer waits for one."),
        ),
        "F213": warning(
            N_("A text among the syntheses that doesn't say what it is"),
            N_(
                "What stands in that folder is shown above the answers, as the conclusion. "
                "A synthesis has a status or names who wrote it."
            ),
        ),
        "F214": warning(
            N_("A day that is still to come"),
            N_("Nobody has written or agreed to anything on it yet: most often a digit is wrong."),
        ),
        "F215": warning(
            N_("A last day that is before the first one"),
            N_("One of the two days is wrong, or they changed places."),
        ),
        "F216": warning(
            N_("A day on which the edition doesn't take place"),
            N_("The programme would show it on a day when nobody is there."),
        ),
        "F217": warning(
            N_("Two things at once in one room"),
            N_("Where no room is named, all that names none takes place in the same one."),
        ),
        "F218": warning(
            N_("Somebody who speaks at two places at once"),
            N_("One of the two times is wrong, or one of the names."),
        ),
        "F301": warning(
            N_("Contact data without consent"),
            N_("It isn't shown on the site, but everybody can read it in the repository."),
        ),
        "F302": warning(
            N_("A topic is spelt in two ways"),
            N_("Both are shown as one; write it as elsewhere."),
        ),
        "F303": warning(
            N_("The legal notice is empty"),
            N_("The law wants to know who publishes a site, who answers for it and who hosts it."),
        ),
        "F304": warning(
            N_("A photo that isn't there"),
            N_("The page of the member is shown without it."),
        ),
        "F305": warning(
            N_("A link to a file that isn't there"),
            N_(
                "Readers would be sent to an error: the text is shown without the link. "
                "A path is written as it is seen from the folder of the file."
            ),
        ),
        "F306": warning(
            N_("A link to a place that isn't there"),
            N_(
                "The page has no heading of that name, or it was reworded: "
                "the link leads to the head of the page."
            ),
        ),
        "F307": warning(
            N_("A picture that isn't there"),
            N_("Its alternative text is shown in its place."),
        ),
        "F308": warning(
            N_("A picture without alternative text"),
            N_("Those who can't see it don't know what it shows, nor does a search."),
        ),
        "F309": warning(
            N_("An address that the site doesn't show"),
            N_(
                "Links lead to sites, mail and telephones alone, and a picture of another site "
                "would tell that one who reads what: the text is shown without them."
            ),
        ),
        "F310": warning(
            N_("HTML that the site doesn't show"),
            N_("It could run, or change the page; or it is a word that looks like HTML."),
        ),
        "F315": warning(
            N_("A link that isn't read as one"),
            N_("Addresses end at a space, on GitHub too: the text is shown with its brackets."),
        ),
        "F316": warning(
            N_("Code that nothing closes"),
            N_("All that stands below is shown as code, on GitHub too, questions among it."),
        ),
        "F311": warning(
            N_("Contact data in a text"),
            N_(
                "The repository is public at once: programs gather numbers and addresses there. "
                "They stand on a member's page, under 'contact', with the member's consent. "
                "In a proposal this counts as an error."
            ),
        ),
        "F317": warning(
            N_("A text that can't be rendered"),
            N_("An extension of the site fails at it: readers see it as it was written."),
        ),
        "F318": warning(
            N_("Words that the site doesn't show"),
            N_("They were taken for signs of Markdown, such as attributes or a definition."),
        ),
        "F312": warning(
            N_("A member whom nobody can tell"),
            N_(
                "Mails go to an address that its owner agreed to publish; others are told on the "
                "forge, by their account."
            ),
        ),
        "F319": warning(
            N_("A list begins with the signs of another program"),
            N_(
                "Word and mail programs write '•' before an item; Markdown wants a dash, and runs "
                "other lines together."
            ),
            mechanical=True,
        ),
        "F320": warning(
            N_("A page that is still to be filled in"),
            N_("Readers see the words in brackets. Only 'mkdocs-forum check' tells it, no build."),
        ),
        "F401": error(
            N_("A PDF document could not be made"),
            N_("The others are made; the last site stays until this one can be made, too."),
        ),
        "F402": warning(
            N_("A picture that a PDF document can't show"),
            N_("It isn't there, or can't be read: the document has its words in its place."),
        ),
    }
)
"""Their codes, in order."""
