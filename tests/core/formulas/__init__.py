"""Tests of `mkdocs_forum.core.formulas`."""
