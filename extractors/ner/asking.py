"""How a rule asks the model: it yields sentences and is sent back the names of each.

Who drives the rule decides when the model is run: for one text at once, for many together, which takes a fraction of
the time.
"""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable, Sequence
from itertools import islice
from typing import TypeVar

from extractors.ner.names import Name, names_in

Result = TypeVar("Result")
Asking = Generator[Sequence[str], list[list[Name]], Result]
"""Yields sentences, is sent the names of each, and returns what it makes of them."""
NOTHING: Sequence[str] = ()
Model = Callable[[Sequence[str]], list[list[Name]]]


def answered(asking: Asking[Result], model: Model = names_in) -> Result:
    """The result of one that asks, each question answered by itself."""
    try:
        sentences = next(asking)
        while True:
            sentences = asking.send(model(sentences) if sentences else [])
    except StopIteration as done:
        result: Result = done.value
        return result


def answered_together(askings: Iterable[Asking[Result]], model: Model = names_in) -> list[Result | Exception]:
    """The result of each of many, or the exception that ended it; the model is run once for all that wait for it."""
    results: dict[int, Result | Exception] = {}
    going: list[tuple[int, Asking[Result], list[list[Name]] | None]]
    going = [(place, asking, None) for place, asking in enumerate(askings)]
    while going:
        asked: list[tuple[int, Asking[Result], Sequence[str]]] = []
        for place, asking, answer in going:
            try:
                asked.append((place, asking, next(asking) if answer is None else asking.send(answer)))
            except StopIteration as done:
                results[place] = done.value
            except Exception as error:
                results[place] = error
        questions = [sentence for _, _, sentences in asked for sentence in sentences]
        names = iter(model(questions) if questions else ())
        going = [(place, asking, list(islice(names, len(sentences)))) for place, asking, sentences in asked]
    return [results[place] for place in range(len(results))]
