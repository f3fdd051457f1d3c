"""The prompt of ``paperclaims sql``: history, completion, commands that begin with a dot, a query at a time."""
