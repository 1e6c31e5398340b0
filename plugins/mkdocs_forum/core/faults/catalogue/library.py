"""The kinds of fault that show only where a forum is seen as a whole."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from mkdocs_forum.core.faults.code import Code, error, notice, warning
from mkdocs_forum.core.words.language import N_

LIBRARY_CODES: Final[Mapping[str, Code]] = MappingProxyType(
    {
        "F201": error(
            N_("A question that doesn't exist"),
            N_("An answer or a synthesis needs its question; most often a name is misspelt."),
        ),
        "F202": error(
            N_("An edition that doesn't exist"),
            N_("A talk is shown on the page of its edition."),
        ),
        "F203": error(
            N_("A member who doesn't exist"),
            N_("Speakers and authors need a page, in a file of their own."),
        ),
        "F204": error(
            N_("A question is its own duplicate"),
            N_("The page of a duplicate leads to the other question."),
        ),
        "F205": error(
            N_("A former name of a question leads nowhere"),
            N_("Each former name comes before the present one."),
        ),
        "F206": error(
            N_("A former address is taken"),
            N_("A page has this address already, or the address is given twice."),
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
            N_("Nobody can answer a question before it is asked: one of the two dates is wrong."),
        ),
        "F210": error(
            N_("A published address no longer leads anywhere"),
            N_(
                "People keep links and print addresses: a page that moves keeps its former "
                "address under 'aliases'. Reported when the check compares with another "
                "commit."
            ),
        ),
        "F211": warning(
            N_("A question missing from a list with a mistake"),
            N_(
                "The talk's list of questions has a mistake, and the question may be in "
                "it. What refers to it isn't shown until the list is corrected; nothing is "
                "lost."
            ),
        ),
        "F212": warning(
            N_("An answer or a synthesis without text"),
            N_("It would be counted, and the question would no longer wait for one."),
        ),
        "F213": warning(
            N_("A text among the syntheses that doesn't say what it is"),
            N_(
                "What is in that folder is shown above the answers, as the conclusion. A "
                "synthesis has a status or says who wrote it."
            ),
        ),
        "F214": warning(
            N_("A day in the future"),
            N_(
                "Nothing can have been written or agreed to on that day yet: most often a "
                "digit is wrong."
            ),
        ),
        "F215": warning(
            N_("A last day that is before the first one"),
            N_("One of the two days is wrong, or they are the wrong way round."),
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
        "F219": warning(
            N_("A text by somebody whose page is a draft"),
            N_("Readers would be led to a page that doesn't exist yet, so the text isn't shown."),
        ),
        "F220": warning(
            N_("An answer that refers to one that doesn't exist"),
            N_(
                "Answers reply to others, or differ from them, of the same question alone; they "
                "are named by their files. The answer is shown without it."
            ),
        ),
        "F221": warning(
            N_("A file of a talk's materials that doesn't exist"),
            N_("Readers would end up at an error. A path starts from the folder of the talks."),
        ),
        "F222": warning(
            N_("A document that no talk names"),
            N_(
                "It isn't published, but everybody can read it in the repository. Only "
                "'mkdocs-forum check' reports this, not the build."
            ),
        ),
        "F230": error(
            N_("A talk that doesn't exist"),
            N_("A translation is shown with the talk that it translates."),
        ),
        "F231": warning(
            N_("A question that only the translation asks"),
            N_(
                "Talk and translation have the same questions, each with one page: this one has "
                "none. It stands for a question of the talk by its name or by its place."
            ),
        ),
        "F232": warning(
            N_("A translation into a language that is there already"),
            N_("Readers choose a text by its language."),
        ),
        "F233": warning(
            N_("A translation that belongs elsewhere than its talk"),
            N_("The lists of the forum show both as one talk, at the place of the first one."),
        ),
        "F301": warning(
            N_("Contact data without consent"),
            N_("It isn't shown on the site, but everybody can read it in the repository."),
        ),
        "F302": warning(
            N_("A topic with two spellings"),
            N_("Both are shown as one topic; use the same spelling everywhere."),
        ),
        "F303": warning(
            N_("The legal notice is empty"),
            N_(
                "The law requires a site to say who publishes it, who is responsible for "
                "it and who hosts it."
            ),
        ),
        "F304": warning(
            N_("A photo that doesn't exist"),
            N_("The page of the member is shown without it."),
        ),
        "F305": warning(
            N_("A link to a file that doesn't exist"),
            N_(
                "Readers would end up at an error: the text is shown without the link. A "
                "path starts from the folder of the file that contains it."
            ),
        ),
        "F306": warning(
            N_("A link to a place that doesn't exist"),
            N_(
                "The page has no heading of that name, or the heading was reworded: the "
                "link leads to the top of the page."
            ),
        ),
        "F307": warning(
            N_("A picture that doesn't exist"),
            N_("Its alternative text is shown instead."),
        ),
        "F308": warning(
            N_("A picture without alternative text"),
            N_("People who can't see it don't know what it shows, and neither does a search."),
        ),
        "F309": warning(
            N_("An address that the site doesn't show"),
            N_(
                "Links can only lead to sites, mail and telephones, and a picture from "
                "another site would tell that site who reads what: the text is shown "
                "without them."
            ),
        ),
        "F310": warning(
            N_("HTML that the site doesn't show"),
            N_("It could run or change the page, or it is a word that looks like HTML."),
        ),
        "F315": warning(
            N_("A link or a picture that isn't read as one"),
            N_(
                "The text is shown with its brackets, on GitHub too. Most often the address has "
                "a space in it, where it would end, or a bracket is missing."
            ),
        ),
        "F316": warning(
            N_("Code that is never closed"),
            N_("Everything below is shown as code, as on GitHub, even questions."),
        ),
        "F311": warning(
            N_("Contact data in a text"),
            N_(
                "The repository is public at once, and programs collect numbers and "
                "addresses there. Put them on a member's page, under 'contact', with the "
                "member's consent. In a proposal this counts as an error."
            ),
        ),
        "F317": warning(
            N_("A text that can't be rendered"),
            N_("An extension of the site fails on it: readers see it as it was written."),
        ),
        "F318": warning(
            N_("Words that the site doesn't show"),
            N_("They were read as Markdown, such as attributes or a definition."),
        ),
        "F312": warning(
            N_("A member who can't be notified"),
            N_(
                "Mails go only to addresses that their owners agreed to publish; others "
                "are notified on the forge, through their account."
            ),
        ),
        "F319": warning(
            N_("A list begins with another program's signs"),
            N_(
                "Word and mail programs write '•' before an item; Markdown needs a dash, "
                "and would join the lines otherwise."
            ),
            mechanical=True,
        ),
        "F320": warning(
            N_("A page that isn't filled in yet"),
            N_(
                "Readers see the words in brackets. Only 'mkdocs-forum check' reports "
                "this, not the build."
            ),
        ),
        "F321": warning(
            N_("A name of two topics"),
            N_("What is said to be about it could be shown on the page of one of them alone."),
        ),
        "F322": warning(
            N_("A broader topic that doesn't exist"),
            N_("The page of a topic leads to the one that it is part of, and that one back."),
        ),
        "F330": notice(
            N_("A promised answer that hasn't come"),
            N_("The day has passed by which somebody promised to answer: a word may be enough."),
        ),
        "F401": error(
            N_("A PDF document couldn't be made"),
            N_(
                "The other documents are made; the last site stays until this one can be made, too."
            ),
        ),
        "F402": warning(
            N_("A picture that a document can't show"),
            N_(
                "It doesn't exist or can't be read: the document shows its alternative "
                "text instead."
            ),
        ),
        "F403": warning(
            N_("Signs that a PDF document can't show"),
            N_(
                "No font has them where the site is built: readers see boxes. The pages of the "
                "site show them with the fonts of each reader."
            ),
        ),
        "F404": warning(
            N_("A diagram or a formula that is printed as text"),
            N_(
                "On the screen a script draws what is described; on paper, where none runs, its "
                "description stands."
            ),
        ),
    }
)
"""Their codes, in order."""
