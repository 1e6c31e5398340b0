"""The typography of prose, as strings: its quotes, apostrophes, dots, dashes and spaces.

Takes a text and the code of its language, gives what is changed in it. What is peculiar to a
language stands in its file. Letters and digits are never changed, what was set stays as it is when
it is set again, and each rule looks at a sign a few times at the most.
"""
