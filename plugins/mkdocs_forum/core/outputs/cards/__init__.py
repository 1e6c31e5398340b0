"""Pictures of talks and questions, which those see to whom a page is sent.

Takes words and colours and gives pictures; must not know where they are placed.
"""
