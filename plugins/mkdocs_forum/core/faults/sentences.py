"""The sentences that forms tell as the check does, and those that several rules tell, by name.

Forms hold what they tell in the language of the site. A sentence of one rule alone stands in it.
"""

from enum import StrEnum

from mkdocs_forum.core.words.language import N_


class Sentence(StrEnum):
    """What is found, and below it what to write instead."""

    UNFIT = N_("'{value}' isn't allowed as '{key}'")
    WRITE_LINE = N_("write '{line}'")
    MISPLACED = N_("'{path}' is in a place where it isn't read")
    NO_ADDRESS = N_("'{name}' can't be an address")
    PLAIN_LETTERS = N_("use lower-case letters without accents, digits and hyphens")
    CALL_IT = N_("name it '{name}'")
    NAME_TAKEN = N_("the name '{name}' is taken")
    NO_QUESTION = N_("no question is called '{wanted}'")
    NEAR = N_("did you mean '{near}'?")
    NO_MORE_ANSWERS = N_("the question '{wanted}' takes no more answers")
    OTHER_QUESTION = N_("choose a question that is still asked")
    NO_CONSENT = N_("'{name}' is given without the member's consent")
    BEGIN_WITH_DASH = N_("begin the line with '- '")
    NO_TEXT = N_("this question has no text to make its address from")
    WRITE_QUESTION = N_("write the question, and at its end a name such as '{{#name}}'")
    UNREAD_LIST = N_("the list below '{heading}' isn't read as questions")
    UNREAD_NAME = N_("'{name}' isn't read as the name of a question")
    HAS_QUESTIONS = N_("the text has questions already")
    AMONG_THEM = N_("write this one among them")
    KEEP_QUESTIONS = N_("keep those that matter most")
    LARGE_FILE = N_("the file is larger than {most} KiB")
    DIVIDE = N_("split the text into several")
    BRINGS_IN = N_("'{notation}' would include another text")
    WRITE_TEXT = N_("write the text itself here")
    ANOTHER_FILE = N_("another file begins here, with '{key}'")
    SEND_APART = N_("send the two separately")
    LARGE_MATERIAL = N_("a file of {size} MB")
    SMALLER_MATERIAL = N_(
        "make it smaller: {largest} MB at the most, or keep it on a site and write its 'address'"
    )
