"""Headings, bold words, tables and the like come out of HTML with the signs of Markdown."""

from collections.abc import Callable, Mapping

import pytest

from mkdocs_forum.core.intake.rich_text.page import lines_of
from tests.growth import LINEAR, SIZE, growth

MARKED = {
    "bold and italics": (
        "<p>Un <b>mot </b>et <i>un</i> <strong><em>autre</em></strong>, <s>pas</s> <code>x</code>.",
        "Un **mot** et *un* ***autre***, ~~pas~~ `x`.",
    ),
    "styles": (
        '<p><span style="font-weight: 700">gras</span> <span style="font-style:italic">penché'
        '</span> <span style="font-weight:400">rien</span></p>',
        "**gras** *penché* rien",
    ),
    "bold that isn't": ('<b style="font-weight:normal">Texte <b>gras</b></b>', "Texte **gras**"),
    "one in another": (
        "<b>tout <i>penché</i></b> <i>et <b>gras</b> encore</i>",
        "**tout *penché*** *et **gras** encore*",
    ),
    "a point before a letter": ("<b>Note :</b>suite, <b>A.</b> b", "**Note** :suite, **A.** b"),
    "spaces alone": ("un<b> </b>deux<i>&nbsp;</i>trois", "un deux\xa0trois"),
    "over lines": ("<b>un<br>deux</b>", "**un**\n**deux**"),
    "a link": (
        '<b>Lire <a href="https://example.org/a">ce <i>livre</i> </a>!</b>',
        "**Lire [ce *livre*](https://example.org/a) !**",
    ),
    "a bold address": (
        '<a href="mailto:a@example.org"><b>a@example.org</b></a>',
        "**a@example.org**",
    ),
    "code with a sign": ("<code>a`b</code>", "a`b"),
    "headings": (
        "<h1>Un</h1>texte<h2>Deux <b>!</b></h2><p>texte</p><h6>Six</h6>",
        "## Un\n\ntexte\n\n### Deux **!**\n\ntexte\n\n###### Six",
    ),
    "an empty heading": ("un<h2><br></h2>deux", "un\n\n\ndeux"),
    "a list": ("<ul><li><b>un</b> : a</li><li>deux</li></ul>", "- **un** : a\n- deux"),
    "a quote": ("<blockquote><p><b>Bob</b> : oui</p></blockquote>", "> **Bob** : oui"),
    "a table": (
        "<p>Avant</p><table border=1><tr><td>a</td><td><p><b>b</b></p></td></tr>"
        "<tr><td>1 | 2</td><td><p>x</p><p>y</p></td></tr><tr><td>z</td></tr></table>Après",
        "Avant\n\n| a | **b** |\n| --- | --- |\n| 1 \\| 2 | x<br>y |\n| z |  |\n\nAprès",
    ),
    "a table with heads": (
        "<table><thead><tr><th>a</th><th>b</th></tr></thead><tr><td>1</td><td>2</td></tr></table>",
        "| a | b |\n| --- | --- |\n| 1 | 2 |",
    ),
    "a table of Word": (
        "<table class=MsoTableGrid style='border-collapse:collapse;border:none'><tr>"
        "<td style='border:solid windowtext 1.0pt'><p class=MsoNormal>a<o:p></o:p></p></td>"
        "<td style='border:solid windowtext 1.0pt;border-left:none'>b</td></tr><tr>"
        "<td>1</td><td>2</td></tr></table>",
        "| a | b |\n| --- | --- |\n| 1 | 2 |",
    ),
    "a table that lays out": (
        "<table><tr><td><img></td><td><p>Félix</p><p>Conseil</p></td></tr></table><p>Fin",
        "Félix\n\nConseil\n\nFin",
    ),
    "a table in a table": (
        "<table border=1><tr><td>a</td><td><table><tr><td>b</td><td>c</td></tr></table></td></tr>"
        "<tr><td>d</td><td>e</td></tr></table>",
        "a\nb\nc\nd\ne",
    ),
    "a table that is left open": (
        "<table border=1><tr><td>a<td>b<tr><td>1",
        "| a | b |\n| --- | --- |\n| 1 |  |",
    ),
    "signs of Markdown": ("5 * 3 * 2, # 3, a_b_c, **gras**", "5 * 3 * 2, # 3, a_b_c, **gras**"),
    "ends of nothing": ("</b></table></h1>un</i></td>", "un"),
}


@pytest.mark.parametrize("name", MARKED)
def test_marks(name: str) -> None:
    """What Markdown has a sign for keeps it."""
    html, expected = MARKED[name]
    assert "\n".join(lines_of(html, marks=True)).strip("\n") == expected


HOSTILE: Mapping[str, Callable[[int], str]] = {
    "bold": lambda size: "<b>" * (size // 3) + "x",
    "bold words": lambda size: "<b>x" * (size // 4),
    "bold and back": lambda size: "<b>a</b>b" * (size // 9),
    "ends": lambda size: "<b>" * 90 + "</i>" * (size // 4),
    "styles": lambda size: f"<span style='{'border:' * (size // 7)}'>x",
    "borders": lambda size: f"<table style='{'border:' * (size // 7)}'>x",
    "tables": lambda size: "<table>" * (size // 7),
    "cells": lambda size: "<table border=1><tr>" + "<td>x" * (size // 5),
    "rows": lambda size: "<table border=1>" + "<tr><td>x<td>y" * (size // 14),
    "one wide row": lambda size: "<table border=1><tr>" + "<td>x" * 19 + "<tr><td>y" * (size // 9),
    "headings": lambda size: "<h1>x" * (size // 5),
    "quotes": lambda size: "<blockquote>" * 99 + "<p>x" * (size // 4),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_time(name: str) -> None:
    """No page takes longer than in proportion to its length, nor gives much more than it has."""
    assert growth(lambda html: lines_of(html, marks=True), HOSTILE[name]) < LINEAR
    made = "\n".join(lines_of(HOSTILE[name](SIZE), marks=True))
    assert len(made) < 100 * SIZE
