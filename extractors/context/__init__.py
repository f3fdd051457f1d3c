"""What surrounds a number and says what it means; each step is a function that can be explained by itself."""
