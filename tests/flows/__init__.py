"""The workflows and their scripts."""
