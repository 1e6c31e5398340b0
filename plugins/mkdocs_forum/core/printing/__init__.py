"""What is printed: talks, questions, programmes and proceedings, as pages and as PDF.

Takes views with their rendered texts and gives documents; must not know the pages of the site.
"""
