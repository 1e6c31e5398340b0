"""The rules that an address leads somewhere: for ever, and wherever a text gives it as a whole.

The first takes two publications and gives what leads nowhere any more, with what to write; it must
not know git. The other takes a text.
"""
