"""What was published once and leads nowhere now; told where the check compares with a commit."""

from collections.abc import Mapping

from tests.faults import CLOSING, FORUM, TALK

Files = Mapping[str, str | None]
"""Files that are laid over `FORUM`, or taken off it."""

KEYED = FORUM["answers/prix/marge/bob.md"].replace("---\n", "---\nauthor: bob\n", 1)

CASES: dict[str, tuple[Files, Files, list[str]]] = {
    "talk in a file of another name": (
        {"talks/temps.md": TALK + CLOSING},
        {"talks/le-temps.md": TALK + CLOSING},
        [
            (
                "talks/le-temps.md:1:1: F210 2 addresses no longer lead anywhere, among "
                "them 'talks/temps/'\n"
                "    hint: write 'aliases: talks/temps/' in the frontmatter"
            )
        ],
    ),
    "question that was reworded": (
        {"talks/temps.md": TALK + "## Questions\n\n- Combien de temps ?\n"},
        {"talks/temps.md": TALK + "## Questions\n\n- Combien de temps faut-il ?\n"},
        [
            (
                "talks/temps.md:9:3: F210 'questions/temps/combien-de-temps/' no longer "
                "leads anywhere\n"
                "    hint: write 'combien-de-temps: combien-de-temps-faut-il' under "
                "'question_aliases:' in the frontmatter"
            )
        ],
    ),
    "member who was taken off": (
        {"members/eve.md": "---\nname: Eve\n---\n"},
        {},
        [
            (
                "members/eve.md:1:1: F210 'members/eve/' no longer leads anywhere\n"
                "    hint: write 'aliases: members/eve/' in the new file of the same "
                "person, or put this one back, unless it was withdrawn on purpose"
            )
        ],
    ),
    "answer in a file of another name": (
        {},
        {"answers/prix/marge/bob.md": None, "answers/prix/marge/bob-2.md": KEYED},
        [
            (
                "answers/prix/marge/bob-2.md:1:1: F210 'questions/prix/marge/#bob' no "
                "longer leads anywhere\n"
                "    hint: give this file its former name 'answers/prix/marge/bob.md' "
                "again"
            )
        ],
    ),
    "talk that is a draft again": (
        {"talks/temps.md": TALK + CLOSING},
        {"talks/temps.md": TALK.replace("---\n\n", "draft: true\n---\n\n") + CLOSING},
        [
            (
                "talks/temps.md:5:1: F210 2 addresses no longer lead anywhere, among "
                "them 'talks/temps/'\n"
                "    hint: remove this line: what was published once stays published"
            )
        ],
    ),
    "former address that was taken off": (
        {"members/eve.md": "---\nname: Eve\naliases: membres/eve/\n---\n"},
        {"members/eve.md": "---\nname: Eve\n---\n"},
        [
            (
                "members/eve.md:1:1: F210 'membres/eve/' no longer leads anywhere\n"
                "    hint: write 'aliases: membres/eve/' in the frontmatter"
            )
        ],
    ),
}
"""Files as they were and as they are now, and what is told of them."""
