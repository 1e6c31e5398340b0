"""The page that says what became of the questions, and its charts.

Takes figures and views; gives a page. Must not know how a template draws.
"""
