"""Keys and values: misspelt, missing, of the wrong kind, dates that don't exist."""

from mkdocs_forum.core.model.kinds import Talk
from tests.faults import CLOSING, TALK, Case

ANSWER = "answers/prix/rabais/ana.md"


def dated(day: str) -> dict[str, str]:
    """Give an answer of a day."""
    return {ANSWER: f"---\ndate: {day}\n---\n\nRien.\n"}


def talk(keys: str) -> dict[str, str]:
    """Give a talk with more keys, which begin on line 5."""
    return {"talks/temps.md": TALK.replace("---\n\n", f"{keys}---\n\n") + CLOSING}


def member(keys: str) -> dict[str, str]:
    """Give a member with more keys, which begin on line 3."""
    return {"members/eve.md": f"---\nname: Eve\n{keys}---\n"}


def listing(key: str, count: int) -> str:
    """Give a member's page with a list of many values."""
    return f"---\nname: Eve\n{key}: [{', '.join(f'a{number}' for number in range(count))}]\n---\n"


TALK_KEYS = ", ".join(Talk.model_fields)
"""What is offered in place of a key that no talk has."""

CASES: dict[str, Case] = {
    "things of the programme that lack something": (
        {
            "editions/2005.md": (
                "---\ntitle: F\ndate: 2005-09-24\nschedule:\n  - start: 12:30\n  - title: "
                "Repas\n  - 12:30-14:00 Repas\n  - à midi, le repas\n---\n"
            )
        },
        [
            (
                "editions/2005.md:5:5: F112 the key 'title' is missing\n"
                "    hint: write a line below 'schedule:', two spaces further in, such as "
                "'title: …'"
            ),
            (
                "editions/2005.md:6:5: F112 the key 'start' is missing\n"
                "    hint: write a line below 'schedule:', two spaces further in, such as "
                "'start: 12:30'"
            ),
            (
                "editions/2005.md:8:5: F113 'à midi, le repas' isn't allowed as 'schedule'\n"
                "    hint: write '- 12:30-14:00 Lunch', or '- start: 12:30', and below it, two "
                "spaces further in, 'title: Lunch'"
            ),
        ],
    ),
    "materials": (
        {
            "talks/temps.md": TALK.replace(
                "---\n\n",
                "materials:\n  - title: Un\n    file: a/../b.pdf\n    kind: film\n"
                "  - title: Deux\n  - {title: Trois, file: a.pdf, address: https://a.example/}\n"
                "  - file: a.pdf\n    address: www.a.example\n    titre: Quatre\n---\n\n",
            )
            + CLOSING,
            "talks/suite.md": TALK.replace("---\n\n", "materials: Les diapos\n---\n\n") + CLOSING,
        },
        [
            (
                "talks/suite.md:5:12: F113 'diapos' isn't allowed as 'file'\n"
                "    hint: write the path below the talks' folder, such as 'trust/slides.pdf'"
            ),
            (
                "talks/temps.md:7:11: F113 'a/../b.pdf' isn't allowed as 'file'\n"
                "    hint: write the path below the talks' folder, such as 'trust/slides.pdf'"
            ),
            (
                "talks/temps.md:8:11: F113 'film' isn't allowed as 'kind'\n"
                "    hint: write one of: slides, handout, recording, transcript"
            ),
            (
                "talks/temps.md:9:5: F112 this needs either 'file' or 'address'\n"
                "    hint: write where it is: a file beside the talks, or an address, not both"
            ),
            (
                "talks/temps.md:10:5: F112 this needs either 'file' or 'address'\n"
                "    hint: write where it is: a file beside the talks, or an address, not both"
            ),
            (
                "talks/temps.md:12:14: F113 'www.a.example' isn't allowed as 'address'\n"
                "    hint: write the whole address, such as 'https://example.org/'"
            ),
            ("talks/temps.md:13:5: F111 no key is called 'titre'\n    hint: did you mean 'title'?"),
        ],
    ),
    "notices": (
        {
            "talks/temps.md": TALK.replace(
                "---\n\n", "notice:\n  - date: 2025-10-01\n    text: Un.\n  - text: Deux.\n---\n\n"
            )
            + CLOSING,
            "answers/prix/rabais/ana.md": (
                "---\ndate: 2004-11-02\nnotice: {date: 2 mars 2005, texte: Faux.}\n---\n\nNon.\n"
            ),
            "answers/prix/rabais/bob.md": "---\ndate: 2004-11-02\nnotice: Faux.\n---\n\nNon.\n",
        },
        [
            (
                "answers/prix/rabais/ana.md:3:9: F112 the key 'text' is missing\n"
                "    hint: write a line below 'notice:', two spaces further in, such as 'text: …'"
            ),
            (
                "answers/prix/rabais/ana.md:3:16: F113 '2 mars 2005' isn't allowed as 'date'\n"
                "    hint: write '2005-03-02'"
            ),
            (
                "answers/prix/rabais/ana.md:3:29: F111 no key is called 'texte'\n"
                "    hint: did you mean 'text'?"
            ),
            (
                "answers/prix/rabais/bob.md:3:9: F113 'Faux.' isn't allowed as 'notice'\n"
                "    hint: write below it, two spaces further in, 'date: 2026-11-20' and 'text: …'"
            ),
            (
                "talks/temps.md:8:5: F112 the key 'date' is missing\n"
                "    hint: write a line below 'notice:', two spaces further in, such as "
                "'date: 2026-11-20'"
            ),
        ],
    ),
    "30 February": (
        dated("2024-02-30"),
        [
            (
                "answers/prix/rabais/ana.md:2:7: F113 '2024-02-30' isn't allowed as "
                "'date'\n"
                "    hint: write an existing day as year-month-day, such as '2026-11-20'"
            )
        ],
    ),
    "29 February of a common year": (
        dated("2023-02-29"),
        [
            (
                "answers/prix/rabais/ana.md:2:7: F113 '2023-02-29' isn't allowed as "
                "'date'\n"
                "    hint: write an existing day as year-month-day, such as '2026-11-20'"
            )
        ],
    ),
    "day in French order": (
        dated("31/12/2024"),
        [
            (
                "answers/prix/rabais/ana.md:2:7: F113 '31/12/2024' isn't allowed as "
                "'date'\n"
                "    hint: write '2024-12-31'"
            )
        ],
    ),
    "month 13": (
        dated("2024-13-40"),
        [
            (
                "answers/prix/rabais/ana.md:2:7: F113 '2024-13-40' isn't allowed as "
                "'date'\n"
                "    hint: write an existing day as year-month-day, such as '2026-11-20'"
            )
        ],
    ),
    "day that may be another": (
        dated("02/11/2024"),
        [
            (
                "answers/prix/rabais/ana.md:2:7: F113 '02/11/2024' isn't allowed as "
                "'date'\n"
                "    hint: write the year, the month, then the day: '2024-11-02' or "
                "'2024-02-11'"
            )
        ],
    ),
    "day in points": (
        dated("2.11.2024"),
        [
            (
                "answers/prix/rabais/ana.md:2:7: F113 '2.11.2024' isn't allowed as "
                "'date'\n"
                "    hint: write '2024-11-02'"
            )
        ],
    ),
    "day in English": (
        dated('"November 2nd, 2024"'),
        [
            (
                "answers/prix/rabais/ana.md:2:7: F113 'November 2nd, 2024' isn't allowed "
                "as 'date'\n"
                "    hint: write '2024-11-02'"
            )
        ],
    ),
    "day in words": (
        dated("le 2 novembre 2024"),
        [
            (
                "answers/prix/rabais/ana.md:2:7: F113 'le 2 novembre 2024' isn't allowed "
                "as 'date'\n"
                "    hint: write '2024-11-02'"
            )
        ],
    ),
    "year alone": (
        dated("2024"),
        [
            (
                "answers/prix/rabais/ana.md:2:7: F113 '2024' isn't allowed as 'date'\n"
                "    hint: write an existing day as year-month-day, such as '2026-11-20'"
            )
        ],
    ),
    "numbers of proceedings": (
        {
            "editions/2026.md": (
                "---\ntitle: Forum\ndate: 2026-05-01\nisbn: 978-2-1234-5680-4\nissn: 2049-3631\n"
                "doi: forum.2026\n---\n"
            )
        },
        [
            "editions/2026.md:4:7: F113 '978-2-1234-5680-4' isn't allowed as 'isbn'\n"
            "    hint: write the number as it was given to you, such as '978-2-1234-5680-3'",
            "editions/2026.md:5:7: F113 '2049-3631' isn't allowed as 'issn'\n"
            "    hint: write the number as it was given to you, such as '2049-3630'",
            "editions/2026.md:6:6: F113 'forum.2026' isn't allowed as 'doi'\n"
            "    hint: write the DOI alone, such as '10.1234/forum.2026'",
        ],
    ),
    "numbers of proceedings as people write them": (
        {
            "editions/2026.md": (
                "---\ntitle: Forum\ndate: 2026-05-01\nisbn: 2 1234 5680 2\nissn: 0317-8471\n"
                "doi: https://doi.org/10.1234/forum.2026\n---\n"
            )
        },
        [],
    ),
    "more topics than any text is about": (
        {"members/eve.md": listing("topics", 31)},
        [
            (
                "members/eve.md:3:1: F113 more than 30 values for 'topics'\n"
                "    hint: keep those that matter most"
            )
        ],
    ),
    "more former addresses than any page had": (
        {"members/eve.md": listing("aliases", 21)},
        [
            (
                "members/eve.md:3:1: F113 more than 20 values for 'aliases'\n"
                "    hint: keep those that matter most"
            )
        ],
    ),
    "day and hour": (
        dated("2024-11-02 10:30:00"),
        [
            (
                "answers/prix/rabais/ana.md:2:7: F113 '2024-11-02 10:30:00' isn't "
                "allowed as 'date'\n"
                "    hint: write '2024-11-02'"
            )
        ],
    ),
    "digits of another script": (
        dated("２０２４-11-02"),
        [
            (
                "answers/prix/rabais/ana.md:2:7: F113 '２０２４-11-02' isn't allowed as "
                "'date'\n"
                "    hint: write an existing day as year-month-day, such as '2026-11-20'"
            )
        ],
    ),
    "day in a list": (
        dated("[2024-11-02]"),
        [
            (
                "answers/prix/rabais/ana.md:2:7: F113 'date' can't be a list\n"
                "    hint: write an existing day as year-month-day, such as '2026-11-20'"
            )
        ],
    ),
    "days of an edition": (
        {"editions/2005.md": "---\ntitle: Forum\ndate: 24 et 25 mai 2005\nend_date: 25\n---\n"},
        [
            (
                "editions/2005.md:3:7: F113 '24 et 25 mai 2005' isn't allowed as 'date'\n"
                "    hint: write an existing day as year-month-day, such as '2026-11-20'"
            ),
            (
                "editions/2005.md:4:11: F113 '25' isn't allowed as 'end_date'\n"
                "    hint: write an existing day as year-month-day, such as '2026-11-20'"
            ),
        ],
    ),
    "no day": (
        dated(""),
        [
            (
                "answers/prix/rabais/ana.md:2:1: F112 the key 'date' has no value\n"
                "    hint: write its value after the colon"
            ),
        ],
    ),
    "nothing": (
        {ANSWER: "---\n---\n"},
        [
            (
                "answers/prix/rabais/ana.md:1:1: F112 the key 'date' is missing\n"
                "    hint: write 'date:' and its value between the '---' lines"
            ),
            (
                "answers/prix/rabais/ana.md:1:1: F212 the answer has no text\n"
                "    hint: write it below the second line '---'"
            ),
        ],
    ),
    "talk without anything": (
        {"talks/temps.md": "---\n---\n"},
        [
            (
                "talks/temps.md:1:1: F112 the key 'edition' is missing\n"
                "    hint: write 'edition:' and its value between the '---' lines"
            ),
            (
                "talks/temps.md:1:1: F112 the key 'speakers' is missing\n"
                "    hint: write 'speakers:' and its value between the '---' lines"
            ),
            (
                "talks/temps.md:1:1: F112 the key 'title' is missing\n"
                "    hint: write 'title:' and its value between the '---' lines"
            ),
        ],
    ),
    "keys in French": (
        {"talks/temps.md": "---\ntitre: Le temps\nédition: 2004\norateurs: bob\n---\n"},
        [
            ("talks/temps.md:2:1: F111 no key is called 'titre'\n    hint: did you mean 'title'?"),
            (
                "talks/temps.md:3:1: F111 no key is called 'édition'\n"
                "    hint: did you mean 'edition'?"
            ),
            (
                "talks/temps.md:4:1: F111 no key is called 'orateurs'\n"
                "    hint: did you mean 'speakers'?"
            ),
        ],
    ),
    "keys in capitals": (
        {"members/eve.md": "---\nName: Eve\n---\n"},
        [("members/eve.md:2:1: F111 no key is called 'Name'\n    hint: did you mean 'name'?")],
    ),
    "keys in French of an answer": (
        {ANSWER: "---\njour: 2004-11-02\nMise à jour: 2004-11-03\nréférences: x\n---\n\nRien.\n"},
        [
            (
                "answers/prix/rabais/ana.md:2:1: F111 no key is called 'jour'\n"
                "    hint: did you mean 'date'?"
            ),
            (
                "answers/prix/rabais/ana.md:3:1: F111 no key is called 'Mise à jour'\n"
                "    hint: did you mean 'updated'?"
            ),
            (
                "answers/prix/rabais/ana.md:4:1: F111 no key is called 'références'\n"
                "    hint: did you mean 'sources'?"
            ),
        ],
    ),
    "contact where no key is below it": (
        member("email: eve@example.org\ntéléphone: 01 99 00 12 34\npublier: email\n"),
        [
            (
                "members/eve.md:3:1: F111 no key is called 'email'\n"
                "    hint: write 'email:' below a line 'contact:', two spaces further in"
            ),
            (
                "members/eve.md:4:1: F111 no key is called 'téléphone'\n"
                "    hint: write 'phone:' below a line 'contact:', two spaces further in"
            ),
            (
                "members/eve.md:5:1: F111 no key is called 'publier'\n"
                "    hint: write 'publish:' below a line 'consent:', two spaces further in"
            ),
        ],
    ),
    "topics on lines of their own": (
        {
            "members/eve.md": "---\nname: Eve\ntopics:\n  Prix\n  Marge\n---\n",
            "members/guy.md": "---\nname: Guy\ntopics:\n  -Prix\n  -Marge\n---\n",
            "members/jo.md": "---\nname: Jo\ntopics:\n  • Prix\n  • Marge\n---\n",
            "members/lea.md": "---\nname: Léa\ntopics:\n- Prix\n  - Marge\n- Le\n  coût\n---\n",
            "members/max.md": "---\nname: Max\ntopics: >\n  Prix\n  Marge\n---\n",
        },
        [
            (
                "members/eve.md:4:3: F120 'Prix Marge' is read as one topic\n"
                "    hint: write 'topics: [Prix, Marge]'; if it is one topic, put it below "
                "'topics:' after a dash"
            ),
            (
                "members/guy.md:4:3: F120 '-Prix -Marge' is read as one topic\n"
                "    hint: write 'topics: [Prix, Marge]'; if it is one topic, put it below "
                "'topics:' after a dash"
            ),
            (
                "members/guy.md:4:3: F302 '-Prix -Marge' is another spelling of a topic\n"
                "    hint: write 'Prix Marge', as elsewhere"
            ),
            (
                "members/jo.md:4:3: F120 '• Prix • Marge' is read as one topic\n"
                "    hint: write 'topics: [Prix, Marge]'; if it is one topic, put it below "
                "'topics:' after a dash"
            ),
            (
                "members/jo.md:4:3: F302 '• Prix • Marge' is another spelling of a topic\n"
                "    hint: write 'Prix Marge', as elsewhere"
            ),
            (
                "members/lea.md:4:3: F120 'Prix - Marge' is read as one topic\n"
                "    hint: begin each of them with '- ', exactly below each other"
            ),
            (
                "members/lea.md:4:3: F302 'Prix - Marge' is another spelling of a topic\n"
                "    hint: write 'Prix Marge', as elsewhere"
            ),
        ],
    ),
    "two authors": (
        {
            "answers/rabais.md": (
                "---\nquestion: prix/rabais\nauthor: [ana, bob]\ndate: 2004-11-02\n---\n\nOui.\n"
            )
        },
        [
            (
                "answers/rabais.md:3:9: F113 'author' can't be a list\n"
                "    hint: write only one, without brackets or dashes"
            ),
        ],
    ),
    "former address with the ending of a file": (
        {"members/eve.md": "---\nname: Eve\naliases: members/eva.md\n---\n"},
        [
            (
                "members/eve.md:3:10: F113 'members/eva.md' isn't allowed as 'aliases'\n"
                "    hint: write an address from the root of the site, such as "
                "'talks/old-name/'"
            ),
        ],
    ),
    "edition by its title": (
        {"talks/temps.md": TALK.replace("2004", "Forum 2004") + CLOSING},
        [
            (
                "talks/temps.md:3:10: F113 'Forum 2004' isn't allowed as 'edition'\n"
                "    hint: write '2004'"
            ),
        ],
    ),
    "consent as a list of words": (
        {"members/eve.md": "---\nname: Eve\nconsent: [email]\n---\n"},
        [
            (
                "members/eve.md:3:10: F113 'consent' can't be a list\n"
                "    hint: write below it, two spaces further in, 'publish: [email]' and "
                "'date: 2026-11-20'"
            ),
        ],
    ),
    "days with other dashes": (
        {
            "answers/prix/rabais/ana.md": "---\ndate: 2024\u201109\u201101\n---\n\nOui.\n",
            "answers/prix/marge/ana.md": "---\ndate: 02–11–2024\n---\n\nOui.\n",
        },
        [
            (
                "answers/prix/marge/ana.md:2:7: F113 '02–11–2024' isn't allowed as "
                "'date'\n"
                "    hint: write the year, the month, then the day: '2024-11-02' or "
                "'2024-02-11'"
            ),
            (
                "answers/prix/rabais/ana.md:2:7: F113 '2024‑09‑01' isn't allowed as "
                "'date'\n"
                "    hint: write '2024-09-01'"
            ),
        ],
    ),
    "topics with commas": (
        talk("topics: Prix, [Marge]; Délai\n"),
        [
            (
                "talks/temps.md:5:9: F120 'Prix, [Marge]; Délai' is read as one topic\n"
                "    hint: write 'topics: [Prix, \"[Marge]\", Délai]'; if it is one topic, put it "
                "below 'topics:' after a dash"
            )
        ],
    ),
    "topic with a comma": (talk("topics:\n  - Prix, marge\n"), []),
    "template": (
        talk("template: home.html\n"),
        [
            (
                "talks/temps.md:5:1: F111 no key is called 'template'\n"
                f"    hint: the keys are: {TALK_KEYS}"
            )
        ],
    ),
    "keys of the theme": (
        talk("hide: [navigation]\nicon: ../../x\n"),
        [
            (
                "talks/temps.md:5:1: F111 no key is called 'hide'\n"
                f"    hint: the keys are: {TALK_KEYS}"
            ),
            (
                "talks/temps.md:6:1: F111 no key is called 'icon'\n"
                f"    hint: the keys are: {TALK_KEYS}"
            ),
        ],
    ),
    "keys of another program": (
        talk("layout: post\ntags: [prix]\ncategories: x\n"),
        [
            (
                "talks/temps.md:5:1: F111 no key is called 'layout'\n"
                f"    hint: the keys are: {TALK_KEYS}"
            ),
            ("talks/temps.md:6:1: F111 no key is called 'tags'\n    hint: did you mean 'topics'?"),
            (
                "talks/temps.md:7:1: F111 no key is called 'categories'\n"
                "    hint: did you mean 'topics'?"
            ),
        ],
    ),
    "key that reads as a truth value": (
        talk("no: oui\n"),
        [(f"talks/temps.md:5:1: F111 no key is called 'no'\n    hint: the keys are: {TALK_KEYS}")],
    ),
    "empty key": (
        talk("'': x\n"),
        [(f"talks/temps.md:5:1: F111 no key is called ''\n    hint: the keys are: {TALK_KEYS}")],
    ),
    "key of a script": (
        talk("<script>: x\n"),
        [
            (
                "talks/temps.md:5:1: F111 no key is called '<script>'\n"
                f"    hint: the keys are: {TALK_KEYS}"
            )
        ],
    ),
    "no as a title": ({"talks/temps.md": TALK.replace("Le temps", "no") + CLOSING}, []),
    "no as a draft": (talk("draft: no\n"), []),
    "draft in French": (
        talk("draft: oui\n"),
        [
            (
                "talks/temps.md:5:8: F113 'oui' isn't allowed as 'draft'\n"
                "    hint: write 'true' or 'false'"
            )
        ],
    ),
    "draft with a remark": (
        talk("draft: vrai # bientôt\n"),
        [
            (
                "talks/temps.md:5:8: F113 'vrai' isn't allowed as 'draft'\n"
                "    hint: write 'true' or 'false'"
            ),
            (
                "talks/temps.md:5:13: F109 '# bientôt' is ignored: '#' begins a comment\n"
                '    hint: write draft: "vrai # bientôt" if it belongs to the text, or '
                "put it on a line of its own"
            ),
        ],
    ),
    "order in words": (
        talk("order: premier\n"),
        [
            (
                "talks/temps.md:5:8: F113 'premier' isn't allowed as 'order'\n"
                "    hint: write a whole number"
            )
        ],
    ),
    "order with a comma": (
        talk("order: 1,5\n"),
        [
            (
                "talks/temps.md:5:8: F113 '1,5' isn't allowed as 'order'\n"
                "    hint: write a whole number"
            )
        ],
    ),
    "enormous order": (
        talk(f"order: {'9' * 5000}\n"),
        [
            (
                "talks/temps.md:5:8: F113 "
                "'99999999999999999999999999999999999999999999999999999999999…' isn't "
                "allowed as 'order'\n"
                "    hint: write a whole number"
            )
        ],
    ),
    "language in words": (
        talk("lang: Français\n"),
        [
            (
                "talks/temps.md:5:7: F113 'Français' isn't allowed as 'lang'\n"
                "    hint: write a language code, such as 'fr' or 'en-GB'"
            )
        ],
    ),
    "list as title": (
        {"talks/temps.md": TALK.replace("Le temps", "[Le, temps]") + CLOSING},
        [
            (
                "talks/temps.md:2:8: F113 'title' can't be a list\n"
                "    hint: write a text, between quotes if it has a colon"
            )
        ],
    ),
    "keys as title": (
        {"talks/temps.md": TALK.replace(" Le temps", "\n  fr: Le temps") + CLOSING},
        [
            (
                "talks/temps.md:3:3: F113 'title' can't have keys below it\n"
                "    hint: write a text, between quotes if it has a colon"
            )
        ],
    ),
    "speakers by name": (
        {"talks/temps.md": TALK.replace("bob", "Bob Durand") + CLOSING},
        [
            (
                "talks/temps.md:4:11: F113 'Bob Durand' isn't allowed as 'speakers'\n"
                "    hint: write 'bob'"
            )
        ],
    ),
    "speakers as others would write them": (
        {
            "members/lea.md": "---\nname: Léa Noël Petit\n---\n",
            "talks/temps.md": TALK.replace(
                " bob",
                "\n  - bob durand\n  - Noël Petit\n  - Bob Durant\n  - '[Ana](../members/ana.md)'"
                "\n  - '@bob'\n  - Jean Dupont",
            )
            + CLOSING,
        },
        [
            (
                f"talks/temps.md:{line}:5: F113 '{written}' isn't allowed as 'speakers'\n"
                f"    hint: {hint}"
            )
            for line, written, hint in (
                (5, "bob durand", "write 'bob'"),
                (6, "Noël Petit", "did you mean 'lea'?"),
                (7, "Bob Durant", "did you mean 'bob'?"),
                (8, "[Ana](../members/ana.md)", "write 'ana'"),
                (9, "@bob", "write 'bob'"),
                (
                    10,
                    "Jean Dupont",
                    "write 'jean-dupont', and this member's page in a file called 'jean-dupont.md'",
                ),
            )
        ],
    ),
    "author by name": (
        {
            "answers/prix/rabais/ana.md": (
                "---\ndate: 2004-11-02\nauthor: Ana Martin\n---\n\nNon.\n"
            ),
            "answers/x.md": (
                "---\ndate: 2004-11-02\nauthor: bob-durand\n"
                "question: Que vaut un rabais ?\n---\n\nNon.\n"
            ),
            "questions/prix/marge.md": (
                "---\nby: Bob Durand\ndate: 2004-12-01\nasked_of: [Ana Martin]\n---\n\nPeu.\n"
            ),
        },
        [
            (
                "answers/prix/rabais/ana.md:3:9: F113 'Ana Martin' isn't allowed as 'author'\n"
                "    hint: write 'ana'"
            ),
            (
                "answers/x.md:3:9: F203 no member is called 'bob-durand'\n"
                "    hint: did you mean 'bob'?"
            ),
            (
                "answers/x.md:4:11: F113 'Que vaut un rabais ?' isn't allowed as 'question'\n"
                "    hint: write 'prix/rabais'"
            ),
            (
                "questions/prix/marge.md:2:5: F113 'Bob Durand' isn't allowed as 'by'\n"
                "    hint: write 'bob'"
            ),
            (
                "questions/prix/marge.md:4:11: F113 'Ana Martin' isn't allowed as 'asked_of'\n"
                "    hint: write 'ana'"
            ),
        ],
    ),
    "speakers with a comma": (
        {"talks/temps.md": TALK.replace("bob", "ana, bob") + CLOSING},
        [
            (
                "talks/temps.md:4:11: F113 'ana, bob' isn't allowed as 'speakers'\n"
                "    hint: write 'speakers: [ana, bob]'"
            )
        ],
    ),
    "speakers by name, with a word between": (
        {"talks/temps.md": TALK.replace("bob", "Ana Martin et Bob Durand") + CLOSING},
        [
            (
                "talks/temps.md:4:11: F113 'Ana Martin et Bob Durand' isn't allowed as "
                "'speakers'\n"
                "    hint: write 'speakers: [ana, bob]'"
            )
        ],
    ),
    "speakers as files": (
        {"talks/temps.md": TALK.replace("bob", "bob.md") + CLOSING},
        [("talks/temps.md:4:11: F113 'bob.md' isn't allowed as 'speakers'\n    hint: write 'bob'")],
    ),
    "no speaker": (
        {"talks/temps.md": TALK.replace("bob", "[]") + CLOSING},
        [("talks/temps.md:4:11: F113 'speakers' can't be a list\n    hint: name at least one")],
    ),
    "empty item": (
        {"talks/temps.md": TALK.replace(" bob", "\n  - bob\n  -") + CLOSING},
        [
            (
                "talks/temps.md:6:4: F113 an item below 'speakers' is empty\n"
                "    hint: write a text, between quotes if it has a colon"
            )
        ],
    ),
    "keys as topics": (
        talk("topics: {prix: 1}\n"),
        [
            (
                "talks/temps.md:5:9: F113 'topics' can't have keys below it\n"
                "    hint: write a text, between quotes if it has a colon"
            )
        ],
    ),
    "aliases out of the site": (
        talk("aliases: [/temps, ../temps, 'https://x.org/']\n"),
        [
            (
                "talks/temps.md:5:11: F113 '/temps' isn't allowed as 'aliases'\n"
                "    hint: write an address from the root of the site, such as "
                "'talks/old-name/'"
            ),
            (
                "talks/temps.md:5:19: F113 '../temps' isn't allowed as 'aliases'\n"
                "    hint: write an address from the root of the site, such as "
                "'talks/old-name/'"
            ),
            (
                "talks/temps.md:5:29: F113 'https://x.org/' isn't allowed as 'aliases'\n"
                "    hint: write an address from the root of the site, such as "
                "'talks/old-name/'"
            ),
        ],
    ),
    **{
        f"alias that hosts or git obey: {path}": (
            talk(f"aliases: {path}\n"),
            [
                (
                    f"talks/temps.md:5:10: F113 '{path}' isn't allowed as 'aliases'\n"
                    "    hint: write an address from the root of the site, such as "
                    "'talks/old-name/'"
                )
            ],
        )
        for path in (".htaccess", ".git/config", "talks/.well-known/a")
    },
    "alias longer than a file may be called": (
        talk(f"aliases: {'ab-' * 67}\n"),
        [
            (
                f"talks/temps.md:5:10: F113 '{('ab-' * 67)[:59]}…' isn't allowed as 'aliases'\n"
                "    hint: write an address from the root of the site, such as 'talks/old-name/'"
            )
        ],
    ),
    "alias deeper than a path may be": (
        talk(f"aliases: {'a/' * 11}\n"),
        [
            (
                f"talks/temps.md:5:10: F113 '{'a/' * 11}' isn't allowed as 'aliases'\n"
                "    hint: write an address from the root of the site, such as 'talks/old-name/'"
            )
        ],
    ),
    "question alias longer than a file may be called": (
        talk(f"question_aliases: {{{'ab-' * 67}c: temps}}\n"),
        [
            (
                f"talks/temps.md:5:20: F113 '{('ab-' * 67)[:59]}…' isn't allowed as"
                " 'question_aliases'\n"
                "    hint: use lower-case letters without accents, digits and hyphens"
            )
        ],
    ),
    "question aliases as a list": (
        talk("question_aliases: [duree]\n"),
        [
            (
                "talks/temps.md:5:19: F113 'question_aliases' can't be a list\n"
                "    hint: write its keys below it, one per line, each two spaces "
                "further in"
            )
        ],
    ),
    "website without https": (
        member("website: www.example.org\n"),
        [
            (
                "members/eve.md:3:10: F113 'www.example.org' isn't allowed as 'website'\n"
                "    hint: write 'https://www.example.org'"
            )
        ],
    ),
    "website with a script": (
        member("website: javascript:alert(1)\n"),
        [
            (
                "members/eve.md:3:10: F113 'javascript:alert(1)' isn't allowed as "
                "'website'\n"
                "    hint: write the whole address, such as 'https://example.org/'"
            )
        ],
    ),
    **{
        f"website that nothing can be asked of: {address}": (
            member(f"website: '{address}'\n"),
            [
                (
                    f"members/eve.md:3:10: F113 '{address}' isn't allowed as 'website'\n"
                    "    hint: write the whole address, such as 'https://example.org/'"
                )
            ],
        )
        for address in (
            *("https://[x", "https://a\u2100b.org", "https://a:99999/", "https:///a"),
            *(r"https://a\b", "https://a@b.org/", "https://1.2.3.256", "https://a.09/"),
            *("https://a..b/", "https://./"),
        )
    },
    **{
        f"e-mail that says more than an address: {email}": (
            member(f"contact:\n  email: '{email}'\n"),
            [
                (
                    f"members/eve.md:4:10: F113 '{email}' isn't allowed as 'email'\n"
                    "    hint: write one address, such as 'name@example.org'"
                )
            ],
        )
        for email in (
            *("eve@example.org?bcc=bob@example.org", "eve@example.org?body=b.c"),
            *("eve@example.org&bcc=b.c", "eve@example.org,example.net", "eve;bob@example.org"),
            *("javascript:alert(1)@example.org", "eve@example.org#b", "eve@example..org"),
        )
    },
    "e-mail in words": (
        member("contact:\n  email: eve chez example.org\n"),
        [
            (
                "members/eve.md:4:10: F113 'eve chez example.org' isn't allowed as "
                "'email'\n"
                "    hint: write one address, such as 'name@example.org'"
            )
        ],
    ),
    "e-mail where its keys go": (
        member("contact: eve@example.org\n"),
        [
            (
                "members/eve.md:3:10: F113 'eve@example.org' isn't allowed as 'contact'\n"
                "    hint: write its keys below it, one per line, each two spaces "
                "further in"
            )
        ],
    ),
    "telephone in words": (
        member("contact:\n  phone: sur demande\n"),
        [
            (
                "members/eve.md:4:10: F113 'sur demande' isn't allowed as 'phone'\n"
                "    hint: write one number in digits, such as '01 99 00 12 34'"
            )
        ],
    ),
    "photo out of its folder": (
        member("photo: ../../../etc/passwd\n"),
        [
            (
                "members/eve.md:3:8: F113 '../../../etc/passwd' isn't allowed as "
                "'photo'\n"
                "    hint: write the path of a picture, such as 'photos/ana.jpg'"
            )
        ],
    ),
    "photo that may hold a script": (
        member("photo: photos/eve.svg\n"),
        [
            (
                "members/eve.md:3:8: F113 'photos/eve.svg' isn't allowed as 'photo'\n"
                "    hint: write the path of a picture, such as 'photos/ana.jpg'"
            )
        ],
    ),
    "consent in a word": (
        member("consent: oui\n"),
        [
            (
                "members/eve.md:3:10: F113 'oui' isn't allowed as 'consent'\n"
                "    hint: write below it, two spaces further in, 'publish: [email]' and "
                "'date: 2026-11-20'"
            ),
        ],
    ),
    "consent as a list": (
        member("consent:\n  - publish: [email]\n  - date: 2004-01-01\n"),
        [
            (
                "members/eve.md:4:3: F113 'consent' can't be a list\n"
                "    hint: write below it, two spaces further in, 'publish: [email]' and "
                "'date: 2026-11-20'"
            ),
        ],
    ),
    "contact as a list without a value": (
        member("contact:\n  - email:\n"),
        [
            (
                "members/eve.md:4:3: F113 'contact' can't be a list\n"
                "    hint: write its keys below it, one per line, each two spaces "
                "further in"
            )
        ],
    ),
    "contact as a list with a long value": (
        member(f"contact:\n  - email: {'x' * 99}\n"),
        [
            (
                "members/eve.md:4:3: F113 'contact' can't be a list\n"
                f"    hint: write '  email: {'x' * 59}…', without the dash"
            )
        ],
    ),
    "question aliases as mappings in a list": (
        talk("question_aliases: [{a: [b]}, {a: {b: c}}]\n"),
        [
            (
                "talks/temps.md:5:19: F113 'question_aliases' can't be a list\n"
                "    hint: write its keys below it, one per line, each two spaces "
                "further in"
            )
        ],
    ),
    "consent in French": (
        member("consent:\n  publier: [courriel, toutes]\n"),
        [
            (
                "members/eve.md:4:3: F111 no key is called 'publier'\n"
                "    hint: did you mean 'publish'?"
            ),
            (
                "members/eve.md:4:3: F112 the key 'date' is missing\n"
                "    hint: write a line below 'consent:', two spaces further in, such as "
                "'date: 2026-11-20'"
            ),
        ],
    ),
    "consent with a comma": (
        member("consent:\n  publish: courriel et téléphone\n  date: 2004-01-01\n"),
        [
            (
                "members/eve.md:4:12: F113 'courriel et téléphone' isn't allowed as "
                "'publish'\n"
                "    hint: write 'publish: [email, phone]'"
            )
        ],
    ),
    "consent in one French word": (
        member("consent:\n  publish: courriel\n  date: 2004-01-01\n"),
        [
            (
                "members/eve.md:4:12: F113 'courriel' isn't allowed as 'publish'\n"
                "    hint: did you mean 'email'?"
            )
        ],
    ),
    "aliases with a comma": (
        talk("aliases: talks/a/, talks/b/\n"),
        [
            (
                "talks/temps.md:5:10: F113 'talks/a/, talks/b/' isn't allowed as "
                "'aliases'\n"
                "    hint: write 'aliases: [talks/a/, talks/b/]'"
            )
        ],
    ),
    "consent to everything": (
        member("consent:\n  publish: all\n  date: 2004-01-01\n"),
        [
            (
                "members/eve.md:4:12: F113 'all' isn't allowed as 'publish'\n"
                "    hint: write one of: email, phone, fax, address, photo"
            )
        ],
    ),
    "consent without a day": (
        member("consent:\n  publish: email\n"),
        [
            (
                "members/eve.md:4:3: F112 the key 'date' is missing\n"
                "    hint: write a line below 'consent:', two spaces further in, such as "
                "'date: 2026-11-20'"
            )
        ],
    ),
    "status in French": (
        {"questions/prix/marge.md": "---\nstatus: close\ndate: 2005-01-01\n---\n"},
        [
            (
                "questions/prix/marge.md:2:9: F113 'close' isn't allowed as 'status'\n"
                "    hint: write one of: synthesised, closed, duplicate"
            )
        ],
    ),
    "status without a day": (
        {"questions/prix/marge.md": "---\nstatus: closed\n---\n"},
        [
            (
                "questions/prix/marge.md:2:9: F112 'status' also needs 'date'\n"
                "    hint: add the key 'date'"
            )
        ],
    ),
    "duplicate of nothing": (
        {"questions/prix/marge.md": "---\nstatus: duplicate\ndate: 2005-01-01\n---\n"},
        [
            (
                "questions/prix/marge.md:2:9: F112 'duplicate' and 'duplicate_of' go "
                "together\n"
                "    hint: write both 'status: duplicate' and 'duplicate_of: "
                "talk/question'"
            )
        ],
    ),
    "edition without a number": (
        {"editions/2005.md": "---\ntitle: Forum\ndate: 2005-09-24\nnumber: cinquième\n---\n"},
        [
            (
                "editions/2005.md:4:9: F113 'cinquième' isn't allowed as 'number'\n"
                "    hint: write a whole number"
            )
        ],
    ),
    "very long value": (
        member(f"website: {'x' * 10_000}\n"),
        [
            (
                "members/eve.md:3:10: F113 "
                "'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx…' isn't "
                "allowed as 'website'\n"
                "    hint: write the whole address, such as 'https://example.org/'"
            )
        ],
    ),
    "all at once": (
        {"members/eve.md": "---\nnom: Eve\nwebsite: eve\ncontact:\n  mail: x\nplace: []\n---\n"},
        [
            ("members/eve.md:2:1: F111 no key is called 'nom'\n    hint: did you mean 'name'?"),
            (
                "members/eve.md:3:10: F113 'eve' isn't allowed as 'website'\n"
                "    hint: write the whole address, such as 'https://example.org/'"
            ),
            ("members/eve.md:5:3: F111 no key is called 'mail'\n    hint: did you mean 'email'?"),
            (
                "members/eve.md:6:8: F113 'place' can't be a list\n"
                "    hint: write a text, between quotes if it has a colon"
            ),
        ],
    ),
}
"""What such keys are told."""
