"""What stands where in a text in Markdown: headings, code, links, images.

Takes lines and gives places; must not know questions, nor what the text becomes.
"""
