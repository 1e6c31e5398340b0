"""What refers to something else in vain, contradicts it, or publishes what nobody agreed to."""

from tests.faults import CLOSING, FORUM, TALK, Case

ANSWER = FORUM["answers/prix/marge/bob.md"]
KEYED = "---\nquestion: prix/marge\nauthor: {}\ndate: 2004-11-02\n---\n\nBeaucoup.\n"


def talk(keys: str) -> dict[str, str]:
    """Give a talk with more keys, which begin on line 5."""
    return {"talks/temps.md": TALK.replace("---\n\n", f"{keys}---\n\n") + CLOSING}


def outcome(keys: str) -> dict[str, str]:
    """Give what became of a question."""
    return {"questions/prix/marge.md": f"---\n{keys}---\n"}


UNREAD = CLOSING.replace("## Questions", "## Ouverture")
DUPLICATE = "status: duplicate\ndate: 2005-01-01\nduplicate_of: {}\n"

CONTACT = "F311 this contains a telephone number, an e-mail address or a postal address"
HINT = (
    "    hint: remove it: people who want to be reached write it under 'contact' on "
    "their own page, with consent; if it isn't a person's, name it in the option "
    "'contacts'"
)

CASES: dict[str, Case] = {
    "contact data in texts": (
        {
            "talks/temps.md": TALK + "Appelez le 01 99 00 12 34.\n" + CLOSING,
            "answers/prix/rabais/ana.md": (
                "---\ndate: 2024-11-02\nsources: Ana, 12 bis rue des Lilas, 75011 Paris\n---\n\n"
                "Le 10 000 en 2024.\n\n[moi](mailto:ana@example.org)\n"
            ),
        },
        [
            (f"{path}: {CONTACT}\n{HINT}")
            for path in (
                "answers/prix/rabais/ana.md:3:1",
                "answers/prix/rabais/ana.md:8:1",
                "talks/temps.md:7:1",
            )
        ],
    ),
    "contact data that its owner lets be published": (
        {
            "members/eve.md": (
                "---\nname: Eve\ncontact:\n  phone: 01 99 00 12 34\nconsent:\n"
                "  publish: [phone]\n  date: 2024-11-02\n---\n\nAppelez le 01.99.00.12.34.\n"
            )
        },
        [],
    ),
    "translations astray": (
        {
            **talk("translation_of: pris\n"),
            "talks/price.md": (
                "---\ntitle: Price\nedition: 2004\nspeakers: bob\ntranslation_of: prix\n---\n\n"
                "## Questions\n\n- Why? {#why}\n"
            ),
            "talks/self.md": TALK.replace("---\n\n", "translation_of: self\n---\n\n"),
            "talks/third.md": TALK.replace("---\n\n", "translation_of: price\n---\n\n"),
            "talks/again.md": (
                "---\ntitle: A\nedition: 2004\nspeakers: ana\nlang: en\ntranslation_of: prix\n---\n"
            ),
            "talks/twice.md": (
                "---\ntitle: B\nedition: 2004\nspeakers: ana\nlang: en\ntranslation_of: prix\n---\n"
            ),
        },
        [
            (
                "talks/price.md:4:1: F233 'speakers' isn't that of the talk 'prix'\n"
                "    hint: write the same: it is one talk in two languages"
            ),
            (
                "talks/price.md:5:17: F232 a translation is in another language than its talk\n"
                "    hint: write 'lang:' and the code of its language, such as 'en'"
            ),
            (
                "talks/price.md:10:3: F231 the talk doesn't ask this question: 'Why?'\n"
                "    hint: let it end with the name of the one that it translates, as "
                "'{#marge}'; there are: marge, rabais"
            ),
            (
                "talks/self.md:5:17: F230 a talk can't be a translation of itself\n"
                "    hint: name the talk that it translates, or remove the line"
            ),
            ("talks/temps.md:5:17: F230 no talk is called 'pris'\n    hint: did you mean 'prix'?"),
            (
                "talks/third.md:5:17: F230 'price' is a translation itself\n"
                "    hint: did you mean 'prix'?"
            ),
            (
                "talks/twice.md:6:17: F232 'again' is a translation into 'en', too\n"
                "    hint: keep one of the two"
            ),
        ],
    ),
    "promises that nobody keeps": (
        {
            "questions/prix/rabais.md": (
                "---\npromised_by:\n  bob: 2004-12-01\n  ana: 2030-01-01\n  eve: 2030-01-01\n---\n"
            ),
            "questions/prix/marge.md": "---\npromised_by:\n  bob: 2004-10-01\n---\n",
        },
        [
            (
                "questions/prix/rabais.md:3:8: F330 'bob' promised an answer by 2004-12-01\n"
                "    hint: ask again, agree on another day, or remove the line"
            ),
            (
                "questions/prix/rabais.md:5:3: F203 no member is called 'eve'\n"
                "    hint: a member has a page, in a file called 'eve.md'"
            ),
        ],
    ),
    "promises without a day": (
        {"questions/prix/rabais.md": "---\npromised_by: [bob]\n---\n"},
        [
            (
                "questions/prix/rabais.md:2:14: F113 'promised_by' can't be a list\n"
                "    hint: write below it, two spaces further in, 'claire-martin: 2026-11-20'"
            )
        ],
    ),
    "programme at odds with itself": (
        {
            "editions/2004.md": (
                "---\ntitle: Forum 2004\ndate: 2004-09-24\nschedule:\n"
                "- {start: 14 h, title: Goûter, date: 2004-12-01}\n"
                "- {start: '12:30', title: Repas, duration: 90}\n---\n"
            ),
            **talk("start: 13:45\nroom: Bleue\nduration: 30\n"),
            "talks/suite.md": TALK.replace("---\n\n", "start: 14h\nroom: Rouge\n---\n\n") + CLOSING,
            "talks/autre.md": TALK.replace("---\n\n", "start: 14:14\nroom: Bleue\n---\n\n")
            + CLOSING,
            "talks/apres.md": TALK.replace("---\n\n", "start: 14:15\nroom: Bleue\n---\n\n")
            + CLOSING,
        },
        [
            (
                "editions/2004.md:5:11: F216 2004-12-01 is no day of the edition '2004'\n"
                "    hint: write a day from 2004-09-24 to 2004-09-24"
            ),
            (
                "talks/autre.md:5:8: F217 two things take place here at once\n"
                "    hint: 'Le temps' begins at 13:45: change the time, the length or the room of "
                "one of the two"
            ),
            (
                "talks/suite.md:5:8: F218 'bob' speaks at two places at once\n"
                "    hint: 'Le temps' begins at 13:45: change the time, the length or the room of "
                "one of the two"
            ),
        ],
    ),
    "last day before the first": (
        {"editions/2005.md": "---\ntitle: Forum\ndate: 2005-09-24\nend_date: 2004-09-25\n---\n"},
        [
            (
                "editions/2005.md:4:11: F215 'end_date' is before 'date', which is 2005-09-24\n"
                "    hint: correct one of the two days"
            )
        ],
    ),
    "answer changed before it was written": (
        {
            "answers/prix/rabais/ana.md": (
                "---\ndate: 2004-11-02\nupdated: 2004-11-01\n---\n\nRien.\n"
            )
        },
        [
            (
                "answers/prix/rabais/ana.md:3:10: F215 'updated' is before 'date', which is "
                "2004-11-02\n"
                "    hint: correct one of the two days"
            )
        ],
    ),
    "answer below a renamed question": (
        {"answers/prix/marges/ana.md": ANSWER},
        [
            (
                "answers/prix/marges/ana.md:1:1: F201 no question is called 'prix/marges'\n"
                "    hint: did you mean 'prix/marge'?"
            )
        ],
    ),
    "answer below a renamed talk": (
        {"answers/prixx/marge/ana.md": ANSWER},
        [
            (
                "answers/prixx/marge/ana.md:1:1: F201 no question is called 'prixx/marge'\n"
                "    hint: did you mean 'prix/marge'?"
            )
        ],
    ),
    "answer to no talk": (
        {"answers/ailleurs/quoi/ana.md": ANSWER},
        [("answers/ailleurs/quoi/ana.md:1:1: F201 no question is called 'ailleurs/quoi'")],
    ),
    "answer to a former name": (
        {
            "talks/prix.md": FORUM["talks/prix.md"].replace(
                "ana\n", "ana\nquestion_aliases: {taux: marge}\n"
            ),
            "answers/prix/taux/ana.md": ANSWER,
        },
        [
            (
                "answers/prix/taux/ana.md:1:1: F201 no question is called 'prix/taux'\n"
                "    hint: it is called 'prix/marge' now: write that here, or move the file there"
            )
        ],
    ),
    "edition and members that were renamed": (
        {
            "editions/2005.md": "---\ntitle: F\ndate: 2005-09-24\naliases: editions/fc/\n---\n",
            "members/eve.md": "---\nname: Eve\naliases: [x/, members/adam-2/]\n---\n",
            "talks/temps.md": (
                "---\ntitle: T\nedition: fc\nspeakers: [bob, adam-2]\n---\n" + CLOSING
            ),
        },
        [
            ("talks/temps.md:3:10: F202 no edition is called 'fc'\n    hint: did you mean '2005'?"),
            (
                "talks/temps.md:4:17: F203 no member is called 'adam-2'\n"
                "    hint: did you mean 'eve'?"
            ),
        ],
    ),
    "answer to a question of a renamed talk": (
        {
            "talks/prix.md": FORUM["talks/prix.md"].replace(
                "ana\n", "ana\naliases: talks/cout/\nquestion_aliases: {taux: marge}\n"
            ),
            "answers/cout/rabais/ana.md": ANSWER,
            "answers/cout/taux/ana.md": ANSWER,
        },
        [
            (
                "answers/cout/rabais/ana.md:1:1: F201 no question is called 'cout/rabais'\n"
                "    hint: it is called 'prix/rabais' now: write that here, or move the file there"
            ),
            (
                "answers/cout/taux/ana.md:1:1: F201 no question is called 'cout/taux'\n"
                "    hint: it is called 'prix/marge' now: write that here, or move the file there"
            ),
        ],
    ),
    "all that a text names in vain of which no entry can be made": (
        {
            "answers/prix/taux/anna.md": "---\ndate: hier\n---\n",
            "answers/prix/marge/carl-2.md": "---\nauthor: carl\n---\n\nOui.\n",
            "answers/prix/rabais/eve.md": "---\nauthor: dan\ndate: 2004-11-02\n---\n\nOui.\n",
            "answers/zoe.md": "---\nauthor: zoe\nquestion: le prix\n---\n\nOui.\n",
            "questions/prix/cout.md": "---\nstatus: wrong\nby: zoe\naliases: [1: 2]\n---\n",
            "talks/temps.md": "---\nedition: 2040\nspeakers: [bob, zoe, À moi]\n---\n" + CLOSING,
        },
        [
            (
                "answers/prix/marge/carl-2.md:1:1: F112 the key 'date' is missing\n"
                "    hint: write 'date:' and its value between the '---' lines"
            ),
            (
                "answers/prix/marge/carl-2.md:2:9: F203 no member is called 'carl'\n"
                "    hint: a member has a page, in a file called 'carl.md'"
            ),
            (
                "answers/prix/rabais/eve.md:2:9: F114 the path says 'eve' and this line "
                "'dan'\n"
                "    hint: remove the line, or move the file"
            ),
            (
                "answers/prix/taux/anna.md:1:1: F201 no question is called 'prix/taux'\n"
                "    hint: did you mean 'prix/marge'?"
            ),
            (
                "answers/prix/taux/anna.md:1:1: F203 no member is called 'anna'\n"
                "    hint: did you mean 'ana'?"
            ),
            (
                "answers/prix/taux/anna.md:1:1: F212 the answer has no text\n"
                "    hint: write it below the second line '---'"
            ),
            (
                "answers/prix/taux/anna.md:2:7: F113 'hier' isn't allowed as 'date'\n"
                "    hint: write an existing day as year-month-day, such as '2026-11-20'"
            ),
            (
                "answers/zoe.md:1:1: F112 the key 'date' is missing\n"
                "    hint: write 'date:' and its value between the '---' lines"
            ),
            (
                "answers/zoe.md:2:9: F203 no member is called 'zoe'\n"
                "    hint: a member has a page, in a file called 'zoe.md'"
            ),
            (
                "answers/zoe.md:3:11: F113 'le prix' isn't allowed as 'question'\n"
                "    hint: write 'talk/question', the two names as in the address"
            ),
            (
                "questions/prix/cout.md:1:1: F201 no question is called 'prix/cout'\n"
                "    hint: the talk's questions are: marge, rabais"
            ),
            (
                "questions/prix/cout.md:2:9: F113 'wrong' isn't allowed as 'status'\n"
                "    hint: write one of: synthesised, closed, duplicate"
            ),
            (
                "questions/prix/cout.md:3:5: F203 no member is called 'zoe'\n"
                "    hint: a member has a page, in a file called 'zoe.md'"
            ),
            (
                "questions/prix/cout.md:4:1: F111 no key is called 'aliases'\n"
                "    hint: the keys are: status, by, date, duplicate_of, topics, asked_of, "
                "promised_by"
            ),
            (
                "talks/temps.md:1:1: F112 the key 'title' is missing\n"
                "    hint: write 'title:' and its value between the '---' lines"
            ),
            (
                "talks/temps.md:2:10: F202 no edition is called '2040'\n"
                "    hint: the editions are: 2004"
            ),
            (
                "talks/temps.md:3:17: F203 no member is called 'zoe'\n"
                "    hint: a member has a page, in a file called 'zoe.md'"
            ),
            (
                "talks/temps.md:3:22: F113 'À moi' isn't allowed as 'speakers'\n"
                "    hint: write 'a-moi', and this member's page in a file called 'a-moi.md'"
            ),
        ],
    ),
    "answer to a list without dashes": (
        {
            "talks/temps.md": TALK + CLOSING.replace("- ", ""),
            "answers/temps/temps/ana.md": ANSWER,
        },
        [
            (
                "answers/temps/temps/ana.md:1:1: F211 no question is called "
                "'temps/temps': the list of questions in 'talks/temps.md' has a mistake "
                "in line 8\n"
                "    hint: you don't have to change anything here: this is shown once "
                "that list is corrected"
            ),
            (
                "talks/temps.md:8:1: F131 the section of questions has no list\n"
                "    hint: write each question on a line of its own that begins with '- '"
            ),
        ],
    ),
    "all that refers to a list under another heading": (
        {
            "talks/temps.md": TALK + UNREAD,
            "answers/temps/temps/anna.md": ANSWER,
            "questions/temps/temps.md": "---\nstatus: closed\ndate: 2005-01-01\n---\n",
            **outcome(DUPLICATE.format("temps/temps")),
        },
        [
            (
                "answers/temps/temps/anna.md:1:1: F203 no member is called 'anna'\n"
                "    hint: did you mean 'ana'?"
            ),
            *(
                f"{place}: F211 no question is called 'temps/temps': the list of questions in "
                "'talks/temps.md' has a mistake in line 10\n"
                "    hint: you don't have to change anything here: this is shown once that "
                "list is corrected"
                for place in (
                    "answers/temps/temps/anna.md:1:1",
                    "questions/prix/marge.md:4:15",
                    "questions/temps/temps.md:1:1",
                )
            ),
            (
                "talks/temps.md:10:3: F130 '{#temps}' isn't read as the name of a question\n"
                "    hint: put the list into the section of questions"
            ),
        ],
    ),
    "misspelt question of a list that is at fault": (
        {
            "talks/temps.md": TALK + CLOSING + "• Et après ?\n",
            "answers/temps/tems/ana.md": ANSWER,
        },
        [
            (
                "answers/temps/tems/ana.md:1:1: F211 no question is called 'temps/tems': "
                "the list of questions in 'talks/temps.md' has a mistake in line 11\n"
                "    hint: did you mean 'temps/temps'? If not, this is shown once that "
                "list is corrected"
            ),
            (
                "talks/temps.md:11:1: F132 '•' doesn't begin a question\n"
                "    hint: begin the line with '- '"
            ),
        ],
    ),
    "answer to a talk whose name is no address": (
        {"talks/Temps.md": TALK + CLOSING, "answers/temps/temps/ana.md": ANSWER},
        ["talks/Temps.md:1:1: F122 'Temps' can't be an address\n    hint: name it 'temps'"],
    ),
    "copied answer, keys left": (
        {"answers/prix/rabais/ana.md": KEYED.format("bob")},
        [
            (
                "answers/prix/rabais/ana.md:2:11: F114 the path says 'prix/rabais' and "
                "this line 'prix/marge'\n"
                "    hint: remove the line, or move the file"
            ),
            (
                "answers/prix/rabais/ana.md:3:9: F114 the path says 'ana' and this line "
                "'bob'\n"
                "    hint: remove the line, or move the file"
            ),
        ],
    ),
    "two answers of one name": (
        {"answers/bob.md": KEYED.format("bob")},
        [
            (
                "answers/prix/marge/bob.md:1:1: F208 'answers/bob.md' already contains "
                "an answer of this name to the same question\n"
                "    hint: name this file 'bob-2.md'"
            )
        ],
    ),
    "second answer without its author": (
        {"answers/prix/marge/bob-2.md": ANSWER},
        [
            (
                "answers/prix/marge/bob-2.md:1:1: F203 no member is called 'bob-2'\n"
                "    hint: write 'author: bob' if it is a further answer"
            )
        ],
    ),
    "second answer of somebody else": (
        {"answers/prix/marge/bob-2.md": KEYED.format("ana")},
        [
            (
                "answers/prix/marge/bob-2.md:3:9: F114 the path says 'bob-2' and this "
                "line 'ana'\n"
                "    hint: remove the line, or move the file"
            )
        ],
    ),
    "name of the guide left": (
        {"answers/prix/marge/your-name.md": ANSWER},
        [
            (
                "answers/prix/marge/your-name.md:1:1: F203 no member is called "
                "'your-name'\n"
                "    hint: write your own name there, as on your page"
            )
        ],
    ),
    "author who is no member": (
        {"answers/prix/marge/anna.md": ANSWER},
        [
            (
                "answers/prix/marge/anna.md:1:1: F203 no member is called 'anna'\n"
                "    hint: did you mean 'ana'?"
            )
        ],
    ),
    "unknown speaker": (
        {"talks/temps.md": TALK.replace("bob", "[bob, bobo]") + CLOSING},
        [("talks/temps.md:4:17: F203 no member is called 'bobo'\n    hint: did you mean 'bob'?")],
    ),
    "unknown edition": (
        {"talks/temps.md": TALK.replace("2004", "2040") + CLOSING},
        [
            (
                "talks/temps.md:3:10: F202 no edition is called '2040'\n"
                "    hint: the editions are: 2004"
            )
        ],
    ),
    "edition by its title": (
        {"talks/temps.md": TALK.replace("edition: 2004", "edition: forum-2004") + CLOSING},
        [
            (
                "talks/temps.md:3:10: F202 no edition is called 'forum-2004'\n"
                "    hint: the editions are: 2004"
            )
        ],
    ),
    "synthesis of no question": (
        {"questions/prix/marges.md": "---\n---\n"},
        [
            (
                "questions/prix/marges.md:1:1: F201 no question is called 'prix/marges'\n"
                "    hint: did you mean 'prix/marge'?"
            )
        ],
    ),
    "synthesis by nobody": (
        outcome("by: zoe\n"),
        [
            (
                "questions/prix/marge.md:2:5: F203 no member is called 'zoe'\n"
                "    hint: a member has a page, in a file called 'zoe.md'"
            )
        ],
    ),
    "duplicate of itself": (
        outcome(DUPLICATE.format("prix/marge")),
        [
            (
                "questions/prix/marge.md:4:15: F204 a question can't be a duplicate of itself\n"
                "    hint: name the other question as 'talk/question'"
            )
        ],
    ),
    "duplicate of no question": (
        outcome(DUPLICATE.format("prix/rabai")),
        [
            (
                "questions/prix/marge.md:4:15: F201 no question is called 'prix/rabai'\n"
                "    hint: did you mean 'prix/rabais'?"
            )
        ],
    ),
    "duplicate of a draft": (
        {**talk("draft: true\n"), **outcome(DUPLICATE.format("temps/temps"))},
        [
            (
                "questions/prix/marge.md:4:15: F207 "
                "the question 'temps/temps' is asked in a draft\n"
                "    hint: publish its talk, or name another question"
            )
        ],
    ),
    "former name that leads nowhere": (
        talk("question_aliases: {duree: tems}\n"),
        [
            (
                "talks/temps.md:5:27: F205 no question of this talk is called 'tems'\n"
                "    hint: did you mean 'temps'?"
            )
        ],
    ),
    "former name of a question that is there": (
        talk("question_aliases: {temps: temps}\n"),
        [
            (
                "talks/temps.md:5:27: F206 the address 'questions/temps/temps/' is "
                "taken\n"
                "    hint: remove this line, or give the other page another name"
            )
        ],
    ),
    "former address of another page": (
        talk("aliases: [talks/prix/, members/]\n"),
        [
            (
                "talks/temps.md:5:11: F206 the address 'talks/prix/' is taken\n"
                "    hint: remove this line, or give the other page another name"
            ),
            (
                "talks/temps.md:5:24: F206 the address 'members/' is taken\n"
                "    hint: remove this line, or give the other page another name"
            ),
        ],
    ),
    "former address where hosts look": (
        talk("aliases: [robots.txt, CNAME, Assets/forum/]\n"),
        [
            (
                f"talks/temps.md:5:{column}: F206 the address '{address}/' is taken\n"
                "    hint: remove this line, or give the other page another name"
            )
            for column, address in ((11, "robots.txt"), (23, "CNAME"), (30, "Assets/forum"))
        ],
    ),
    "former address below a file": (
        talk("aliases: talks/prix/index.html/a/\n"),
        [
            (
                "talks/temps.md:5:10: F206 the address 'talks/prix/index.html/a/' is "
                "taken\n"
                "    hint: remove this line, or give the other page another name"
            )
        ],
    ),
    "former address twice": (
        {**talk("aliases: vieux/\n"), "members/eve.md": "---\nname: Eve\naliases: vieux\n---\n"},
        [
            (
                "members/eve.md:3:10: F206 the address 'vieux/' is taken\n"
                "    hint: remove this line, or give the other page another name"
            )
        ],
    ),
    "answer before its talk": (
        {"answers/prix/rabais/ana.md": "---\ndate: 2003-11-02\n---\nOui.\n"},
        [
            (
                "answers/prix/rabais/ana.md:2:7: F209 the answer is older than its talk, which is "
                "of 2004-09-24\n"
                "    hint: write the day on which it was written; if it is this one, add 'updated'"
            )
        ],
    ),
    "answer without text": (
        {"answers/prix/rabais/ana.md": "---\ndate: 2004-11-02\n---\n\n"},
        [
            (
                "answers/prix/rabais/ana.md:1:1: F212 the answer has no text\n"
                "    hint: write it below the second line '---'"
            )
        ],
    ),
    "synthesis without text": (
        outcome("date: 2005-02-01\nstatus: synthesised\n"),
        [
            (
                "questions/prix/marge.md:3:9: F212 the synthesis has no text\n"
                "    hint: write it below the second line '---', or remove 'status'"
            )
        ],
    ),
    "days at their bounds": (
        {
            # 31 days after that of the check; the first day of an edition may be its last.
            "answers/prix/rabais/ana.md": "---\ndate: 2025-01-01\n---\n\nPeu.\n",
            "editions/2005.md": (
                "---\ntitle: Forum 2005\ndate: 2005-09-24\nend_date: 2005-09-24\n---\n"
            ),
        },
        [],
    ),
    "answer of a day beyond a month": (
        {"answers/prix/rabais/ana.md": "---\ndate: 2025-01-02\n---\n\nPeu.\n"},
        [
            (
                "answers/prix/rabais/ana.md:2:7: F214 the day 2025-01-02 is in the "
                "future\n"
                "    hint: write the day on which it was written or agreed to"
            )
        ],
    ),
    "answer of a year to come": (
        {"answers/prix/rabais/ana.md": "---\ndate: 2042-11-02\n---\n\nPeu.\n"},
        [
            (
                "answers/prix/rabais/ana.md:2:7: F214 the day 2042-11-02 is in the "
                "future\n"
                "    hint: write the day on which it was written or agreed to"
            )
        ],
    ),
    "consent of a year to come": (
        {"members/eve.md": "---\nname: Eve\nconsent:\n  publish: email\n  date: 2042-11-02\n---\n"},
        [
            (
                "members/eve.md:5:9: F214 the day 2042-11-02 is in the future\n"
                "    hint: write the day on which it was written or agreed to"
            )
        ],
    ),
    "answer among the syntheses": (
        {"questions/prix/rabais.md": "---\ndate: 2004-11-02\n---\n\nPeu.\n"},
        [
            (
                "questions/prix/rabais.md:1:1: F213 this text is shown as the "
                "conclusion, and doesn't say who wrote it\n"
                "    hint: add 'status:' or 'by:', or put it among the answers if it is "
                "one"
            )
        ],
    ),
    "contact without consent": (
        {"members/eve.md": "---\nname: Eve\ncontact:\n  email: eve@example.org\n---\n"},
        [
            (
                "members/eve.md:4:3: F301 'email' is given without the member's consent\n"
                "    hint: remove it, or name it under 'consent: publish:' if the member "
                "agrees"
            )
        ],
    ),
    "consent to less": (
        {
            "members/eve.md": (
                "---\nname: Eve\ncontact: {email: eve@example.org, phone: 01 99 00 12 34}\n"
                "consent: {publish: email, date: 2004-01-01}\n---\n"
            )
        },
        [
            (
                "members/eve.md:3:35: F301 'phone' is given without the member's "
                "consent\n"
                "    hint: remove it, or name it under 'consent: publish:' if the member "
                "agrees"
            )
        ],
    ),
    "wish to be told without an address": (
        {
            "members/eve.md": "---\nname: Eve\ntold_of: topics\n---\n",
            "members/zoe.md": "---\nname: Zoe\naccount: zoe\ntold_of: everything\n---\n",
            "members/max.md": "---\nname: Max\ntold_of: nothing\n---\n",
            "members/ida.md": (
                "---\nname: Ida\ntold_of: topics\ncontact: {email: ida@example.org}\n"
                "consent: {publish: email, date: 2004-01-01}\n---\n"
            ),
        },
        [
            (
                "members/eve.md:3:1: F312 the member wants to be notified, but there is "
                "no address for it\n"
                "    hint: give 'email' under 'contact' and name it under 'consent: "
                "publish:', give 'account', or remove 'told_of'"
            )
        ],
    ),
    "photo without consent": (
        {"members/eve.md": "---\nname: Eve\nphoto: eve.jpg\n---\n"},
        [
            (
                "members/eve.md:3:1: F301 'photo' is given without the member's consent\n"
                "    hint: remove it, or name it under 'consent: publish:' if the member "
                "agrees"
            )
        ],
    ),
    "texts by somebody whose page is a draft": (
        {
            "members/bob.md": "---\nname: Bob Durand\ndraft: true\n---\n",
            **talk(""),
            **outcome("by: bob\n"),
        },
        [
            f"{place}: F219 this isn't shown: the page of 'bob' is a draft\n"
            "    hint: publish that page once the member agrees, or make this a draft, too"
            for place in (
                "answers/prix/marge/bob.md:1:1",
                "questions/prix/marge.md:2:5",
                "talks/temps.md:4:11",
            )
        ],
    ),
    "answers that name others in vain": (
        {
            "answers/prix/marge/ana.md": (
                "---\ndate: 2004-11-03\nreplies_to: [bob, bobb]\ndiffers_from: ana\n---\n\nTrop.\n"
            ),
            "answers/prix/marge/bob.md": (
                "---\ndate: 2004-11-02\ndiffers_from: [zoe, ana-2]\n---\n\nBeaucoup.\n"
            ),
            "answers/prix/marge/ana-2.md": (
                "---\ndate: 2004-11-02\nauthor: ana\ndraft: true\n---\n\nNon.\n"
            ),
            "answers/prix/rabais/bob.md": (
                "---\ndate: 2004-11-02\nreplies_to: Ana et Bob\n---\n\nNon.\n"
            ),
        },
        [
            (
                "answers/prix/marge/ana.md:3:19: F220 this question has no answer called 'bobb'\n"
                "    hint: did you mean 'bob'?"
            ),
            (
                "answers/prix/marge/ana.md:4:15: F220 an answer can't speak of itself here\n"
                "    hint: name another answer to the question"
            ),
            (
                "answers/prix/marge/bob.md:3:16: F220 this question has no answer called 'zoe'\n"
                "    hint: its other answers are: ana-2, ana"
            ),
            (
                "answers/prix/marge/bob.md:3:21: F220 the answer 'ana-2' is a draft\n"
                "    hint: publish it, or remove its name here"
            ),
            (
                "answers/prix/rabais/bob.md:3:13: F113 'Ana et Bob' isn't allowed as 'replies_to'\n"
                "    hint: write 'replies_to: [ana, bob]'"
            ),
        ],
    ),
    "authors who aren't named": (
        {
            "answers/prix/rabais/anonymous.md": "---\ndate: 2004-11-03\n---\n\nOui.\n",
            "answers/prix/rabais/anonymous-2.md": "---\ndate: 2004-11-03\n---\n\nOui.\n",
            "answers/prix/rabais/bob.md": (
                "---\ndate: 2004-11-03\nreplies_to: anonymous\n---\n\nNon.\n"
            ),
            "members/anonyme.md": "---\nname: Anonyme\n---\n",
            **talk("").fromkeys(["talks/temps.md"], TALK.replace("bob", "anonyme") + CLOSING),
        },
        [
            (
                "answers/prix/rabais/anonymous-2.md:1:1: F203 no member is called 'anonymous-2'\n"
                "    hint: write 'author: anonymous' if it is a further answer"
            ),
            (
                "members/anonyme.md:1:1: F123 'anonyme' stands for authors who aren't named\n"
                "    hint: give the file another name"
            ),
        ],
    ),
    "topic in two spellings": (
        {**talk("topics: Prix\n"), "members/eve.md": "---\nname: Eve\ntopics: [prix]\n---\n"},
        [
            (
                "members/eve.md:3:10: F302 'prix' is another spelling of a topic\n"
                "    hint: write 'Prix', as elsewhere"
            )
        ],
    ),
    "names of topics": (
        {
            **talk("topics: [Prix, Marge]\n"),
            "topics/prix.md": "---\nalso: [Marge, Tarif, Coût]\npart_of: Prit\n---\n",
            "topics/marge.md": "---\nalso: Coûts\npart_of: Rabais\n---\n",
            "topics/rabais.md": "---\npart_of: Marges\n---\n",
        },
        [
            (
                "topics/marge.md:3:10: F322 the topic is part of itself\n"
                "    hint: remove one of the lines 'part_of'"
            ),
            (
                "topics/prix.md:2:8: F321 'Marge' is a name of another topic, too\n"
                "    hint: remove it here or in 'topics/marge.md'"
            ),
            (
                "topics/prix.md:2:22: F321 'Coût' is a name of another topic, too\n"
                "    hint: remove it here or in 'topics/marge.md'"
            ),
            ("topics/prix.md:3:10: F322 no topic is called 'Prit'\n    hint: did you mean 'Prix'?"),
            (
                "topics/rabais.md:2:10: F322 the topic is part of itself\n"
                "    hint: remove one of the lines 'part_of'"
            ),
        ],
    ),
}
"""What such files are told."""
