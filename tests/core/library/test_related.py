"""What resembles what, and which texts lead to which."""

from mkdocs_forum.core.forum import load
from mkdocs_forum.core.library.mentions import Mention, mentions
from mkdocs_forum.core.library.related import related
from mkdocs_forum.core.model.settings import Settings


def test_by_words_then_topics() -> None:
    """Rare words say most, topics a little; what shares nothing isn't related."""
    words = {
        "retard": {"factur", "retard", "client"},
        "penalite": {"factur", "retard", "interet"},
        "silence": {"client", "silence"},
        "ecoute": {"ecout"},
        "bateau": {"bateau"},
    }
    topics = {"silence": {"relation"}, "ecoute": {"relation"}}
    assert related(words, topics, 2) == {
        "retard": ("penalite", "silence"),
        "penalite": ("retard",),
        "silence": ("retard", "ecoute"),
        "ecoute": ("silence",),
        "bateau": (),
    }


def test_mentions() -> None:
    """Links are read in talks, answers and syntheses, to files, pages and places of these."""
    talk = "---\ntitle: Le prix\nedition: 2004\nspeakers: ana\n---\n\n{}\n\n## Questions\n\n"
    asked = "- Que vaut une marge ? {#marge}\n- Que vaut un rabais ? {#rabais}\n"
    answer = "---\ndate: 2005-01-01\n---\n\n{}\n"
    texts = {
        "editions/2004.md": "---\ntitle: Forum\ndate: 2004-09-24\n---\n",
        "members/ana.md": "---\nname: Ana\n---\n",
        "members/bob.md": "---\nname: Bob\n---\n",
        "talks/prix.md": talk.format("Voir [ici](#marge) et `[rien](temps.md)`.") + asked,
        "talks/temps.md": talk.format("[Bob](../answers/prix/marge/bob.md)") + "- Quand ? {#q}\n",
        "answers/prix/marge/bob.md": answer.format("[a](../../../talks/prix.md#rabais)"),
        "answers/prix/marge/ana.md": answer.format("À [Bob](bob.md) : [lui](bob.md)."),
        "questions/prix/marge.md": (
            "---\nstatus: synthesised\ndate: 2005-02-01\n---\n\n"
            "[Bob](../../answers/prix/marge/bob.md), [temps](../../talks/temps.md)\n"
        ),
    }
    library, faults, _ = load(texts, Settings())
    assert [str(fault) for fault in faults if fault.severity.name == "ERROR"] == []
    bob, ana = ("answers", "prix/marge/bob"), ("answers", "prix/marge/ana")
    talk_of_time, marge = ("talks", "temps"), ("questions", "prix/marge")
    assert dict(mentions(library, Settings())) == {
        marge: (Mention(talk_of_time, bob), Mention(ana, bob)),
        talk_of_time: (Mention(marge, talk_of_time),),
        ("questions", "prix/rabais"): (Mention(bob, ("questions", "prix/rabais")),),
    }
