"""Every kind of page as it was reviewed."""

import pytest

from tests.conftest import Golden
from tests.sites import Site

COLUMNS = (
    "",
    "a-propos/",
    "interventions/",
    "interventions/le-juste-prix/",
    "interventions/la-mission-de-trop/",
    "interventions/pricing-abroad/",
    "interventions/le-prix-a-l-etranger/",
    "questions/",
    "questions/sans-reponse/",
    "questions/bilan/",
    "questions/promesses/",
    "questions/a-trancher/",
    "questions/avec-reponse/",
    "questions/avec-synthese/",
    "questions/closes/",
    "questions/doublons/",
    "questions/le-juste-prix/marge/",
    "questions/le-juste-prix/rabais/",
    "questions/la-mission-de-trop/refuser/",
    "questions/la-mission-de-trop/clause/",
    "questions/pricing-abroad/discount/",
    "editions/",
    "editions/2024/",
    "editions/2025/",
    "editions/2027/",
    "membres/",
    "membres/ana/",
    "membres/chloe/",
    "membres/denis/",
    "themes/",
    "themes/prix/",
    "themes/mediation/",
    "contribuer/",
    "contribuer/repondre/",
    "contribuer/proposer/",
    "contribuer/se-presenter/",
)
"""Pages of which the theme makes the frame."""
WHOLE = (
    "interventions/le-juste-prix/imprimer/",
    "interventions/pricing-abroad/imprimer/",
    "editions/2024/imprimer/",
    "questions/a-trancher/imprimer/",
    "themes/prix/imprimer/",
    "membres/chloe/imprimer/",
    "mes-textes/",
    "editions/2025/actes/",
    "editions/2027/actes/",
    "archives/le-prix/",
    "archives/clause/",
    "2024/juste-prix.html",
)
"""Pages that are all ours."""


def _name(url: str) -> str:
    return f"{url.strip('/').removesuffix('.html').replace('/', '.') or 'home'}.html"


@pytest.mark.parametrize("url", COLUMNS)
def test_main_column(site: Site, golden: Golden, url: str) -> None:
    """The main column is as reviewed; the theme around it is left out.

    After a wanted change: `pytest --update-golden`, then read the diff.
    """
    golden.check(site.main(url), _name(url))


@pytest.mark.parametrize("url", WHOLE)
def test_whole_page(site: Site, golden: Golden, url: str) -> None:
    """A document to print and a redirect are as reviewed, from the first line to the last."""
    golden.check(site.page(url), _name(url))
