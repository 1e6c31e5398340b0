"""What is printed of lists: boards, topics, members, and what a reader chose.

Takes the pages of the site, and gives a document of each that lists talks or questions.
"""
