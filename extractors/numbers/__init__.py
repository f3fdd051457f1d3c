"""The number grammar: numerals, number words, magnitudes, ranges; what a number is and what only looks like one."""
