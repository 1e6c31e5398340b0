"""The questions of a talk: other signs, no list, no empty line, no names, twins."""

from tests.faults import TALK, Case

ANSWER = "---\ndate: 2004-11-02\n---\n\nBeaucoup.\n"
DETAILED = "- Combien de temps ?\n\n    Il en faut.\n"


def asked(section: str) -> dict[str, str]:
    """Give a talk whose text, from line 7 on, is a section."""
    return {"talks/temps.md": TALK + section}


CASES: dict[str, Case] = {
    "question that lost its dash": (
        {"talks/temps.md": TALK + "## Questions\n\nQuand ? {#quand}\n\n- Combien ? {#temps}\n"},
        [
            (
                "talks/temps.md:9:1: F130 '{#quand}' isn't read as the name of a question\n"
                "    hint: begin the line with '- '"
            )
        ],
    ),
    "name that lost a brace": (
        {"talks/temps.md": TALK + "## Questions\n\n- Quand ? {#quand\n- Combien ? (#temps)\n"},
        [
            (
                "talks/temps.md:9:3: F130 '{#quand' isn't read as the name of a question\n"
                "    hint: let the question end with '{#quand}' and nothing after it"
            ),
            (
                "talks/temps.md:10:3: F130 '(#temps)' isn't read as the name of a question\n"
                "    hint: let the question end with '{#temps}' and nothing after it"
            ),
        ],
    ),
    "bullets of Word": (
        asked("## Questions\n\n• Combien ?\n•\tQuand ?\n"),
        [
            (
                "talks/temps.md:9:1: F132 '•' doesn't begin a question\n"
                "    hint: begin the line with '- '"
            ),
            (
                "talks/temps.md:10:1: F132 '•' doesn't begin a question\n"
                "    hint: begin the line with '- '"
            ),
        ],
    ),
    "bullets of Word without a space": (
        asked("## Questions\n\n•Combien ?\n"),
        [
            (
                "talks/temps.md:9:1: F132 '•' doesn't begin a question\n"
                "    hint: begin the line with '- '"
            )
        ],
    ),
    "numbers": (
        asked("## Questions\n\n1. Combien ?\n2. Quand ?\n"),
        [
            (
                "talks/temps.md:9:1: F132 '1.' doesn't begin a question\n"
                "    hint: begin the line with '- '"
            ),
            (
                "talks/temps.md:10:1: F132 '2.' doesn't begin a question\n"
                "    hint: begin the line with '- '"
            ),
        ],
    ),
    "numbers with brackets": (
        asked("## Questions\n\n1) Combien ?\n2) Quand ?\n"),
        [
            (
                "talks/temps.md:9:1: F132 '1)' doesn't begin a question\n"
                "    hint: begin the line with '- '"
            ),
            (
                "talks/temps.md:10:1: F132 '2)' doesn't begin a question\n"
                "    hint: begin the line with '- '"
            ),
        ],
    ),
    "long dashes of Word": (
        asked("## Questions\n\n– Combien ?\n— Quand ?\n"),
        [
            (
                "talks/temps.md:9:1: F132 '–' doesn't begin a question\n"
                "    hint: begin the line with '- '"
            ),
            (
                "talks/temps.md:10:1: F132 '—' doesn't begin a question\n"
                "    hint: begin the line with '- '"
            ),
        ],
    ),
    "no sign at all": (
        asked("## Questions\n\nCombien ?\n\nQuand ?\n"),
        [
            (
                "talks/temps.md:7:1: F131 the section of questions has no list\n"
                "    hint: write each question on a line of its own that begins with '- '"
            )
        ],
    ),
    "no space after the dash": (
        asked("## Questions\n\n-Combien ?\n-Quand ?\n"),
        [
            (
                "talks/temps.md:9:1: F132 '-' isn't followed by an ordinary space\n"
                "    hint: begin the line with '- '"
            ),
            (
                "talks/temps.md:10:1: F132 '-' isn't followed by an ordinary space\n"
                "    hint: begin the line with '- '"
            ),
        ],
    ),
    "no space after the second dash": (
        asked("## Questions\n\n- Combien ?\n-Quand ?\n"),
        [
            (
                "talks/temps.md:10:1: F132 '-' isn't followed by an ordinary space\n"
                "    hint: begin the line with '- '"
            ),
        ],
    ),
    "long dash after a good bullet": (
        asked("## Questions\n\n- Combien ? {#a}\n– Quand ? {#b}\n"),
        [
            (
                "talks/temps.md:10:1: F132 '–' doesn't begin a question\n"
                "    hint: begin the line with '- '"
            ),
        ],
    ),
    "long dash below an empty line": (
        asked("## Questions\n\n- Combien ?\n\n– Quand ?\n"),
        [
            (
                "talks/temps.md:11:1: F132 '–' doesn't begin a question\n"
                "    hint: begin the line with '- '"
            ),
        ],
    ),
    "dash with a space that doesn't break": (
        asked("## Questions\n\n- Combien ?\n-\xa0Quand ?\n"),
        [
            (
                "talks/temps.md:10:1: F132 '-' isn't followed by an ordinary space\n"
                "    hint: begin the line with '- '"
            ),
        ],
    ),
    "dots of Word": (
        asked("## Questions\n\n·\xa0\xa0Combien ?\n\uf0b7\tQuand ?\n"),
        [
            (
                "talks/temps.md:9:1: F132 '·' doesn't begin a question\n"
                "    hint: begin the line with '- '"
            ),
            (
                "talks/temps.md:10:1: F132 '\uf0b7' doesn't begin a question\n"
                "    hint: begin the line with '- '"
            ),
        ],
    ),
    "name before a remark": (
        asked("## Questions\n\n- Combien ? {#duree} (à deux)\n"),
        [
            (
                "talks/temps.md:9:3: F130 '{#duree}' isn't read as the name of a question\n"
                "    hint: let the question end with '{#duree}' and nothing after it"
            ),
        ],
    ),
    "name before a full stop": (
        asked("## Questions\n\n- Combien ? {#duree}.\n"),
        [
            (
                "talks/temps.md:9:3: F130 '{#duree}' isn't read as the name of a question\n"
                "    hint: let the question end with '{#duree}' and nothing after it"
            ),
        ],
    ),
    "name before a comment": (
        asked("## Questions\n\n- Combien ? {#duree} <!-- vu -->\n"),
        [
            (
                "talks/temps.md:9:3: F130 '{#duree}' isn't read as the name of a question\n"
                "    hint: let the question end with '{#duree}' and nothing after it"
            ),
        ],
    ),
    "lists of Word": (
        {
            **asked(
                "Trois idées :\n  • Un\n\t\xa0o\tDeux\nsuite\n\n- A\n  • B\n\n• C\n"
                + "## Questions\n\n- D ?\n"
            ),
            "members/eve.md": "---\nname: Eve\n---\n\no mon pays\n· Un\n```\n• Deux\n```\n",
        },
        [
            (
                "members/eve.md:6:1: F319 '·' doesn't begin a list\n"
                "    hint: begin the line with '- '"
            ),
            (
                "talks/temps.md:8:1: F319 '•' doesn't begin a list\n"
                "    hint: begin the line with '- '"
            ),
            (
                "talks/temps.md:13:1: F319 '•' doesn't begin a list\n"
                "    hint: begin the line with '- '"
            ),
            (
                "talks/temps.md:15:1: F319 '•' doesn't begin a list\n"
                "    hint: begin the line with '- '"
            ),
        ],
    ),
    "name among classes": (
        asked("## Questions\n\n- Combien ? {.grand #duree}\n"),
        [
            (
                "talks/temps.md:9:3: F130 '{.grand #duree}' isn't read as the name of a question\n"
                "    hint: let the question end with '{#duree}' and nothing after it"
            ),
        ],
    ),
    "heading in bold": (
        asked("**Questions**\n\n- Combien ? {#duree}\n- Quand ?\n"),
        [
            (
                "talks/temps.md:7:1: F138 the list below 'Questions' isn't read as questions\n"
                "    hint: write that line as a heading: '## Questions'"
            ),
        ],
    ),
    **{
        f"questions in {what}": (
            asked(body),
            [
                "talks/temps.md:7:1: F138 the list below 'Questions' isn't read as questions\n"
                "    hint: write '## Questions' outside of quotes, lists and HTML, and below it "
                "each question on a line of its own that begins with '- '"
            ],
        )
        for what, body in (
            ("a quote", "> ## Questions\n>\n> - Combien ?\n> - Quand ?\n"),
            ("a quote without a list", "> **Questions :**\n>\n> Combien ?\n"),
            ("HTML", "<h2>Questions</h2>\n\n<ul>\n<li>Combien ?</li>\n</ul>\n"),
            ("one line of HTML", "<p><b>Questions</b></p><ul><li>Combien ?</li></ul>\n"),
            ("a folded text", "<details><summary>Questions</summary>\n\n- Qui ?\n\n</details>\n"),
            ("a list", "- **Questions**\n  - Combien ?\n"),
        )
    },
    "words in a quote, code or HTML that head no questions": (
        asked(
            "> Questions\n> de méthode.\n\n```\n> ## Questions\n>\n> - Combien ?\n```\n\n"
            "<p>Questions</p>\n\nTexte.\n"
        ),
        [],
    ),
    "heading as text": (
        asked("Questions :\n\n- Combien ?\n"),
        [
            (
                "talks/temps.md:7:1: F138 the list below 'Questions' isn't read as questions\n"
                "    hint: write that line as a heading: '## Questions'"
            ),
        ],
    ),
    "heading with a colon in bold": (
        asked("__Questions ouvertes :__\n- Combien ?\n"),
        [
            (
                "talks/temps.md:7:1: F138 the list below 'Questions ouvertes' isn't read as "
                "questions\n"
                "    hint: write that line as a heading: '## Questions ouvertes'"
            ),
        ],
    ),
    "names below another heading": (
        asked("## Pour finir\n\n- Combien ? {#duree}\n- Quand ? {#jour}\n"),
        [
            (
                "talks/temps.md:9:3: F130 '{#duree}' isn't read as the name of a question\n"
                "    hint: put the list into the section of questions"
            ),
        ],
    ),
    "names without a heading": (
        asked("Voilà.\n\n- Combien ? {#duree}\n"),
        [
            (
                "talks/temps.md:9:3: F130 '{#duree}' isn't read as the name of a question\n"
                "    hint: put the list into the section of questions"
            ),
        ],
    ),
    "two sections": (
        asked("## Questions\n\n- Combien ?\n\n## Questions de la salle\n\n- Quand ?\n"),
        [
            (
                "talks/temps.md:7:1: F138 the list below 'Questions' isn't read as "
                "questions\n"
                "    hint: put its questions into the last such section: only that one "
                "is read"
            ),
        ],
    ),
    "heading of another thought": (
        asked("## Questions à se poser\n\n- Combien ?\n\n## Questions\n\n- Quand ?\n"),
        [],
    ),
    "names beside the questions": (
        asked("## Pistes\n\n- Combien ? {#duree}\n\n## Questions\n\n- Quand ?\n"),
        [
            (
                "talks/temps.md:9:3: F130 '{#duree}' isn't read as the name of a question\n"
                "    hint: put the list into the section of questions"
            ),
        ],
    ),
    "empty section": (
        asked("## Questions\n"),
        [
            (
                "talks/temps.md:7:1: F131 the section of questions has no list\n"
                "    hint: write each question on a line of its own that begins with '- '"
            )
        ],
    ),
    "list in a table": (
        asked("## Questions\n\n| Combien ? |\n| --- |\n| Quand ? |\n"),
        [
            (
                "talks/temps.md:7:1: F131 the section of questions has no list\n"
                "    hint: write each question on a line of its own that begins with '- '"
            )
        ],
    ),
    "list in a comment": (
        asked("## Questions\n\n<!--\n- Combien ?\n-->\n"),
        [
            (
                "talks/temps.md:7:1: F131 the section of questions has no list\n"
                "    hint: write each question on a line of its own that begins with '- '"
            )
        ],
    ),
    "no empty line": (
        asked("## Questions\n\nPour finir :\n- Combien ?\n- Quand ?\n"),
        [],
    ),
    "other heading": (
        asked("## Les questions qui restent\n\n- Combien ?\n"),
        [
            (
                "talks/temps.md:7:1: F138 the list below 'Les questions qui restent' isn't read as "
                "questions\n"
                "    hint: begin the heading with 'Question'"
            )
        ],
    ),
    "same question twice": (
        asked("## Questions\n\n- Combien ?\n- Combien ?\n"),
        [
            (
                "talks/temps.md:10:3: F134 two questions of this talk are called "
                "'combien'\n"
                "    hint: end this one with another name, such as '{#combien-2}'"
            )
        ],
    ),
    "same name twice": (
        asked("## Questions\n\n- Combien ? {#a}\n- Quand ? {#a}\n"),
        [
            (
                "talks/temps.md:10:3: F134 two questions of this talk are called 'a'\n"
                "    hint: end this one with another name, such as '{#a-2}'"
            )
        ],
    ),
    "name in French": (
        asked("## Questions\n\n- Combien ? {#Durée totale}\n"),
        [
            (
                "talks/temps.md:9:3: F135 '{#Durée totale}' can't name a question\n"
                "    hint: write '{#duree-totale}'"
            )
        ],
    ),
    "name without a number sign": (
        asked("## Questions\n\n- Combien ? {duree}\n"),
        [
            (
                "talks/temps.md:9:3: F130 '{duree}' isn't read as the name of a question\n"
                "    hint: let the question end with '{#duree}' and nothing after it"
            ),
        ],
    ),
    "name longer than a file may be called": (
        asked(f"## Questions\n\n- Combien ? {{#{'ab-' * 66}abc}}\n"),
        [
            (
                f"talks/temps.md:9:3: F135 '{{#{'ab-' * 66}abc}}' can't name a question\n"
                f"    hint: write '{{#{'ab-' * 19}ab}}'"
            )
        ],
    ),
    "empty name": (
        asked("## Questions\n\n- Combien ? {#}\n"),
        [("talks/temps.md:9:3: F135 '{#}' can't name a question\n    hint: write '{#combien}'")],
    ),
    "name alone": (
        asked("## Questions\n\n- {#duree}\n"),
        [
            (
                "talks/temps.md:9:3: F136 this question has no text to make its address "
                "from\n"
                "    hint: write the question, and at its end a name such as '{#name}'"
            )
        ],
    ),
    "no text": (
        asked("## Questions\n\n-\n- Combien ?\n"),
        [
            (
                "talks/temps.md:9:2: F136 this question has no text to make its address "
                "from\n"
                "    hint: write the question, and at its end a name such as '{#name}'"
            )
        ],
    ),
    "signs alone": (
        asked("## Questions\n\n- ???\n"),
        [
            (
                "talks/temps.md:9:3: F136 this question has no text to make its address "
                "from\n"
                "    hint: write the question, and at its end a name such as '{#name}'"
            )
        ],
    ),
    "answer to a question without a name": (
        {**asked(f"## Questions\n\n{DETAILED}"), "answers/temps/combien-de-temps/ana.md": ANSWER},
        [
            (
                "talks/temps.md:9:3: F139 this question has no name of its own, but answers refer "
                "to it\n"
                "    hint: write ' {#combien-de-temps}' at its end"
            )
        ],
    ),
    "synthesis of a question without a name": (
        {
            **asked("## Questions\n\n- Combien de temps\n  en tout ?\n"),
            "questions/temps/combien-de-temps-en-tout.md": (
                "---\nstatus: closed\ndate: 2005-01-01\n---\n"
            ),
        },
        [
            (
                "talks/temps.md:9:3: F139 this question has no name of its own, but answers refer "
                "to it\n"
                "    hint: write ' {#combien-de-temps-en-tout}' at its end"
            )
        ],
    ),
    "answers to twins without a name": (
        {
            **asked("## Questions\n\n- Combien ?\n- Combien ?\n"),
            "answers/temps/combien/ana.md": ANSWER,
        },
        [
            (
                "talks/temps.md:10:3: F134 two questions of this talk are called "
                "'combien'\n"
                "    hint: end this one with another name, such as '{#combien-2}'"
            )
        ],
    ),
    "names that become one": (
        {
            "talks/temps.md": TALK
            + "\n## Questions\n\n- Un ? {#Prix}\n- Deux ? {#prix}\n- Trois ? {#prix-2}\n"
        },
        [
            (
                "talks/temps.md:10:3: F134 two questions of this talk are called 'prix'\n"
                "    hint: end this one with another name, such as '{#prix-3}'"
            )
        ],
    ),
}
"""What such lists are told."""
