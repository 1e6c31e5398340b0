"""Names of new files: none leads where something else stands."""

from mkdocs_forum.core.forms.form import Form
from mkdocs_forum.core.forum import load
from tests.core.intake.receiving import SETTINGS, TEXTS


def test_answer_beside_the_folders() -> None:
    """An answer that stands apart from its question's folder has its name there all the same."""
    answer = b"---\nquestion: prix/rabais\nauthor: ana\ndate: 2024-11-02\n---\n\nPeu.\n"
    texts = {**TEXTS, "reponses/ana.md": answer}
    form = Form("answers", load(texts, SETTINGS).library, SETTINGS, texts.__contains__)
    assert form.free("prix/rabais/ana") == "prix/rabais/ana-2"
    assert form.free("prix/rabais/bob") == "prix/rabais/bob"
