"""What became of the questions, in figures."""

import datetime

from mkdocs_forum.core.forum import load
from mkdocs_forum.core.library.asking.statistics import Figures, statistics
from mkdocs_forum.core.pages.review.charts import bar_chart

TODAY = datetime.date(2025, 1, 1)
FILES = {
    "editions/2024.md": "---\ntitle: A\ndate: 2024-10-01\n---\n",
    "editions/2027.md": "---\ntitle: B\ndate: 2027-10-01\n---\n",
    "talks/price.md": (
        "---\ntitle: Price\nedition: '2024'\nspeakers: ana\ntopics: [Money, Law]\n---\n\n"
        "## Questions\n\n- A? {#a}\n- B? {#b}\n- C? {#c}\n- D? {#d}\n- E? {#e}\n"
    ),
    "talks/later.md": (
        "---\ntitle: Later\nedition: '2027'\nspeakers: ana\n---\n\n## Questions\n\n- F? {#f}\n"
    ),
    "members/ana.md": "---\nname: Ana\n---\n",
    "answers/price/a/ana.md": "---\ndate: 2024-10-11\nretained: true\n---\n\nYes.\n",
    "answers/price/a/ana-2.md": "---\nauthor: ana\ndate: 2024-12-11\n---\n\nYes.\n",
    "answers/price/b/ana.md": "---\ndate: 2024-09-30\n---\n\nYes.\n",
    "questions/price/b.md": "---\nstatus: synthesised\ndate: 2024-12-01\n---\n\nAll.\n",
    "questions/price/c.md": "---\nstatus: closed\ndate: 2024-12-01\n---\n\nNo.\n",
}
EXPECTED = Figures(
    asked=5,
    answered=2,
    synthesised=1,
    kept=1,
    waiting=2,
    open_answered=1,
    median_days=5,
    longest="price/d",
    longest_days=92,
)


def test_figures() -> None:
    """Each question counts for its edition and each of its topics; what is to come doesn't."""
    found = statistics(load(FILES).library, TODAY)
    assert found.everything == EXPECTED
    assert found.editions == {"2024": EXPECTED}
    assert found.topics == {"law": EXPECTED, "money": EXPECTED}


def test_nothing() -> None:
    """A forum without a question has figures, too."""
    assert statistics(load({}).library, TODAY).everything == Figures(0, 0, 0, 0, 0, 0)


def test_chart() -> None:
    """The longest bar fills the width that the others are measured by; empty parts aren't drawn."""
    chart = bar_chart([("A", [("x", 3), ("y", 1)]), ("B" * 20, [("x", 0), ("y", 2)])])
    first, second = chart.bars
    assert [(part.name, part.x, part.width) for part in first.parts] == [
        ("x", 138, 182.5),
        ("y", 322.5, 59.5),
    ]
    assert [part.name for part in second.parts] == ["y"]
    assert (second.label, first.total, second.total, chart.height) == ("B" * 20, 4, 2, 48)


def test_labels_of_a_chart() -> None:
    """Labels take the room that the longest needs; what would leave none to the bars is cut."""
    short, long = (bar_chart([(label, [("x", 1)])]) for label in ("2024", "B" * 90))
    assert (short.labels, long.labels) == (26, 234)
    assert long.bars[0].label == "B" * 35 + "…"
