"""What is told of arguments of the command line. It knows no forum but the language of one."""
