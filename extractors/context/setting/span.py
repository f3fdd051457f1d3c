"""Where a phrase stands in the text."""

Span = tuple[int, int]
