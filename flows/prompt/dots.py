"""The commands of the prompt that are no SQL: they begin with a dot, and stand on a line of their own."""

from __future__ import annotations

import sys
from collections.abc import Iterable

from flows.rendering import FORMATS, is_binary, render
from flows.usererror import UserError
from warehouse.catalogue import Catalogue

DOTS = {
    ".help": "this list",
    ".tables": "the relations",
    ".schema": "the columns of a relation, or of all of them: .schema NAME",
    ".format": "how rows are written: .format csv",
    ".quit": "end, as Ctrl-D does",
}
_ABOUT = """\
A query ends with a semicolon and may take several lines. It can read the warehouse and nothing else; each is asked of
the file as it then is. Tab completes names, the arrow keys bring back what was asked before, Ctrl-C gives up the line
or stops the query.
"""

READABLE = tuple(style for style in FORMATS if not is_binary(style))


def arguments_of(name: str, known: Catalogue) -> Iterable[str]:
    """What may follow a command."""
    match name:
        case ".schema":
            return known.relations
        case ".format":
            return READABLE
    return ()


def obey(line: str, known: Catalogue, style: str) -> str:
    """Do what a line says and give the style in which rows are to be written from now on.

    Raises:
        UserError: there is no such command, or it can not do that.
        EOFError: the line was ``.quit``.
    """
    name, _, argument = line.rstrip("; \t\n").partition(" ")
    argument = argument.strip()
    match name:
        case ".help":
            print(_ABOUT)
            print("\n".join(f"{dot:<10} {does}" for dot, does in DOTS.items()))
        case ".tables":
            print("\n".join(known.relations))
        case ".schema":
            _schema(argument, known)
        case ".format" if argument:
            if argument not in READABLE:
                raise UserError(f"{argument!r} is no format for a prompt; there are: {', '.join(READABLE)}")
            return argument
        case ".format":
            print(style)
        case ".quit" | ".exit":
            raise EOFError
        case _:
            raise UserError(f"there is no command {name}; there are: {', '.join(DOTS)}")
    return style


def _schema(relation: str, known: Catalogue) -> None:
    if relation and relation.lower() not in known.relations:
        raise UserError(f"there is no relation {relation!r}; there are: {', '.join(known.relations)}")
    for number, name in enumerate([relation.lower()] if relation else known.relations):
        print(("\n" if number else "") + name)
        render(["column", "type"], known.relations[name].items(), "table", sys.stdout)
