"""What answers say of each other, from both ends."""

from mkdocs_forum.core.forum import load
from mkdocs_forum.core.library.dialogue import Dialogue, dialogues
from tests.faults import FORUM

ANSWER = "---\ndate: 2004-11-03\n{}\n---\n\nTrop.\n"


def test_dialogues() -> None:
    """Each end knows the other; what is named twice counts once, what isn't there never."""
    texts = {
        "answers/prix/marge/ana.md": ANSWER.format("replies_to: [bob, bob]\ndiffers_from: bob"),
        "answers/prix/marge/ana-2.md": ANSWER.format("author: ana\nreplies_to: [ana, zoe, ana-2]"),
        "answers/prix/rabais/ana.md": ANSWER.format("differs_from: bob"),
    }
    library = load({**FORUM, **texts}).library
    ana, bob, further = (f"prix/marge/{name}" for name in ("ana", "bob", "ana-2"))
    assert dialogues(library) == {
        ana: Dialogue(replies_to=(bob,), differs_from=(bob,), replies=(further,)),
        bob: Dialogue(replies=(ana,), objections=(ana,)),
        further: Dialogue(replies_to=(ana,)),
        "prix/rabais/ana": Dialogue(),
    }
