"""Tests of `mkdocs_forum.core.faults`."""
