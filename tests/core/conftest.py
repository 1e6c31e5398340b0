"""What the core's tests share: a small forum as texts."""

import pytest


@pytest.fixture
def forum() -> dict[str, str]:
    """Give the files of a forum of two editions, three talks and four questions."""
    return {
        "editions/2004.md": "---\ntitle: Forum 2004\ndate: 2004-09-24\ntheme: Confiance\n---\n",
        "editions/2005.md": "---\ntitle: Forum 2005\ndate: 2005-10-01\n---\n",
        "talks/prix.md": (
            "---\ntitle: Le prix\nedition: 2004\nspeakers: ana\norder: 2\n"
            "topics: [Marge, Confiance]\nsummary: Du prix.\n---\n"
            "## Questions\n\n- Que vaut une marge ? {#marge}\n- Que vaut un rabais ? {#rabais}\n"
        ),
        "talks/accord.md": (
            "---\ntitle: L'accord\nedition: 2004\nspeakers: [bob, ana]\norder: 1\n"
            "topics: Confiance\n---\n## Questions\n\n- Qui signe ? {#qui}\n"
        ),
        "talks/avenir.md": (
            "---\ntitle: L'avenir\nedition: 2005\nspeakers: bob\n---\n"
            "## Questions\n\n- Pour quand ? {#quand}\n"
        ),
        "members/ana.md": "---\nname: Ana Martin\nrole: Conseil\ntopics: Marge\n---\n",
        "members/bob.md": "---\nname: Bob Durand\n---\n",
        "answers/prix/marge/bob.md": "---\ndate: 2004-11-02\n---\nBeaucoup.\n",
        "answers/prix/marge/ana.md": "---\ndate: 2004-12-01\nretained: true\n---\nPeu.\n",
        "answers/accord/qui/ana.md": "---\ndate: 2005-01-05\n---\nChacun.\n",
        "questions/accord/qui.md": (
            "---\nstatus: synthesised\nby: bob\ndate: 2005-02-01\ntopics: Signature\n---\nTous.\n"
        ),
    }
