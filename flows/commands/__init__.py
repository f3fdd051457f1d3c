"""The verbs of the command line, one a file: ``add`` describes the verb, ``run`` does it and gives the exit code."""
