"""Runs of MkDocs: the folder in which each builds, what takes its place, and what an export takes.

Knows MkDocs' configuration and folders; must not know what pages show.
"""
