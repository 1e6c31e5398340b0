"""Tests of the core: texts in, values out, no generator."""
