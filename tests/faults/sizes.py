"""Sizes: what a file may hold too much of."""

from tests.faults import CLOSING, TALK, Case

CASES: dict[str, Case] = {
    "long frontmatter": (
        {"members/eve.md": "---\nname: Eve\nrole:\n" + "  Conseil\n" * 1700 + "---\n"},
        [
            (
                "members/eve.md:1640:1: F141 the frontmatter is larger than 16 KiB\n"
                "    hint: put the text below the second line '---'"
            )
        ],
    ),
    "picture pasted as text": (
        {"talks/temps.md": TALK + "![](data:image/png;base64," + "iVBORw0KGgo" * 10_000 + ")\n"},
        [
            (
                "talks/temps.md:7:1: F142 the file is larger than 100 KiB\n"
                "    hint: split the text into several"
            )
        ],
    ),
    "small picture pasted as text": (
        {"talks/temps.md": TALK + "![](data:image/png;base64," + "iVBORw0KGgo" * 300 + ")\n"},
        [
            (
                "talks/temps.md:7:1: F146 a word of more than 2000 characters\n"
                "    hint: write spaces into it, or remove it"
            )
        ],
    ),
    "letter with heaps of accents": (
        {"talks/temps.md": TALK + "Le " + "e" + "\u0327\u0301" * 1500 + " temps.\n" + CLOSING},
        [
            (
                "talks/temps.md:7:4: F146 a word of more than 2000 characters\n"
                "    hint: write spaces into it, or remove it"
            )
        ],
    ),
    "letter whose accents cover the lines above": (
        {"talks/temps.md": TALK + "Le temps z" + "\u0302\u0300\u030a" * 40 + "\n" + CLOSING},
        [
            (
                "talks/temps.md:7:11: F146 more than 8 accents or invisible signs in a "
                "row\n"
                "    hint: type the letter again"
            )
        ],
    ),
    "text that nobody sees": (
        {"talks/temps.md": TALK + "Le temps" + "\U000e0041" * 9 + "\n" + CLOSING},
        [
            (
                "talks/temps.md:7:9: F146 more than 8 accents or invisible signs in a "
                "row\n"
                "    hint: type the letter again"
            )
        ],
    ),
    "letter whose accents YAML's escapes bring in": (
        {"members/eve.md": '---\nname: "Eve z' + r"\u0302" * 40 + '"\n---\n'},
        [
            (
                "members/eve.md:2:7: F146 more than 8 accents or invisible signs in a "
                "row\n"
                "    hint: type the letter again"
            )
        ],
    ),
    "brackets that don't close": (
        {"talks/temps.md": TALK + "[" * 2000 + CLOSING},
        [
            (
                "talks/temps.md:7:1: F146 the same sign more than 100 times in a row\n"
                "    hint: use it less often"
            ),
            (
                "talks/temps.md:7:1501: F143 more than 1500 opening brackets '['\n"
                "    hint: split the text into several, or remove brackets"
            ),
        ],
    ),
    "dictionary of abbreviations": (
        {
            "talks/temps.md": TALK
            + "".join(f"*[A{number:03}]: abrégé\n" for number in range(250))
            + CLOSING
        },
        [
            (
                "talks/temps.md:207:7: F144 more than 200 abbreviations, footnotes, "
                "links or terms are defined\n"
                "    hint: define only what the text uses, or split the text into several"
            )
        ],
    ),
    "arrows of a mail quoted again and again": (
        {"talks/temps.md": TALK + "> " * 12 + "Bonjour\n" + CLOSING},
        [
            (
                "talks/temps.md:7:1: F145 lists or quotes are nested more than 10 levels "
                "deep\n"
                "    hint: use fewer levels"
            )
        ],
    ),
}
