"""Which of the names in a list belongs to which of the values in another."""
