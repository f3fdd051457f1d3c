"""Completion of relations, columns, functions, keywords, and of commands that begin with a dot."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

from prompt_toolkit.completion import CompleteEvent, Completer, Completion
from prompt_toolkit.document import Document

from flows.prompt.dots import DOTS, arguments_of
from warehouse.catalogue import Catalogue

_WORD = re.compile(r"\w+$")
_OF_RELATION = re.compile(r"(\w+)\.(\w*)$")
_NAMED = re.compile(r"\b(?:FROM|JOIN)\s+(\w+)(?:\s+(?:AS\s+)?(\w+))?", re.IGNORECASE)


class SqlCompleter(Completer):
    """Of what the catalogue has now; columns of the relations that the query names come first."""

    def __init__(self, catalogue: Callable[[], Catalogue]) -> None:
        self._catalogue = catalogue

    def get_completions(self, document: Document, complete_event: CompleteEvent) -> Iterable[Completion]:
        """What the word before the cursor may become."""
        before, known = document.text_before_cursor, self._catalogue()
        if before.lstrip().startswith("."):
            return _of_dot(before.lstrip(), known)
        if of_relation := _OF_RELATION.search(before):
            columns = _columns(
                known, _named(document.text, known).get(of_relation[1].lower(), of_relation[1].lower())
            )
            return _starting(of_relation[2], columns, "column")
        word = _WORD.search(before)
        return _of_word(word[0], document.text, known) if word else ()


def _of_word(word: str, text: str, known: Catalogue) -> Iterator[Completion]:
    named = [name for name in dict.fromkeys(_named(text, known).values()) if name in known.relations]
    first = dict.fromkeys(column for name in named for column in known.relations[name])
    others = dict.fromkeys(column for columns in known.relations.values() for column in columns)
    yield from _starting(word, first, "column")
    yield from _starting(word, known.relations, "relation")
    yield from _starting(word, (name for name in others if name not in first), "column")
    # In the case in which the word was begun.
    keywords = (name.lower() for name in known.keywords) if word.islower() else known.keywords
    yield from _starting(word, keywords, "keyword")
    yield from _starting(word, known.functions, "function")


def _of_dot(before: str, known: Catalogue) -> Iterator[Completion]:
    name, space, argument = before.partition(" ")
    if not space:
        yield from _starting(name, DOTS, "command")
    elif name in DOTS:
        yield from _starting(argument.lstrip(), arguments_of(name, known), "")


def _named(text: str, known: Catalogue) -> dict[str, str]:
    """The relations that the text names, by their names and by the names that it gives them."""
    found = {}
    for relation, alias in _NAMED.findall(text):
        for name in (relation, alias):
            if name and name.upper() not in known.keywords:
                found[name.lower()] = relation.lower()
    return found


def _columns(known: Catalogue, relation: str) -> Iterable[str]:
    return known.relations.get(relation, {})


def _starting(begun: str, names: Iterable[str], what: str) -> Iterator[Completion]:
    folded = begun.lower()
    for name in names:
        if name.lower().startswith(folded):
            yield Completion(name, start_position=-len(begun), display_meta=what)
