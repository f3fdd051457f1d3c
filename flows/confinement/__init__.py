"""Ad-hoc queries in a process of their own, which ends, whatever it is doing, at a limit of time or memory."""
