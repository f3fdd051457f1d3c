"""Ad-hoc queries in a process of their own, which ends when it takes too long or too much memory, whatever it does."""
