"""What a paper, a claim, a mention and a link are, and the checks that a row has to pass."""
