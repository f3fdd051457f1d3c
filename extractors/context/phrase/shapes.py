"""What shows by its shape alone: the number of an item, the name of a set of questions."""

from __future__ import annotations

from extractors.patterns import Pattern

# "(1) it is faster", "b) more stable"
ITEM = Pattern(r"(?<![^\s(])(?:\d|[ivx]{1,4}|[a-e])\)\s")
# The shapes of names that sets of questions have: "FooQA", "Bar-Bench", "BazEval"
BENCHMARK = Pattern(r"(?:[\p{L}\d-]*(?:QA|[Bb]ench|Eval|MMLU)[\p{L}\d-]*)\b")
