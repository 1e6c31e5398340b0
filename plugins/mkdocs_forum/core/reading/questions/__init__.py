"""The questions of a talk: the list of the section that closes it.

Takes the body of a talk and gives its questions, with what their author should write otherwise;
must not know answers.
"""
