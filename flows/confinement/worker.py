"""The process of one query: a question from standard input, the rows to standard output, a refusal to standard error.

It ends with the process that started it, which keeps its standard input open.
"""

from __future__ import annotations

import os
import sys
import threading
import traceback
from io import TextIOWrapper
from pathlib import Path
from typing import NoReturn

from flows.confinement.limits import confine_this_process, engine_memory, engine_threads, sized
from flows.confinement.question import READY, REFUSED, Question
from flows.rendering import render
from warehouse import WarehouseError, query

_NO_MEMORY = "Out of Memory Error"  # as DuckDB calls it


def main() -> NoReturn:
    """Answer one question."""
    line = sys.stdin.buffer.readline()
    threading.Thread(target=_end_with_parent, daemon=True).start()
    if not line:
        os._exit(0)
    question = Question.of_line(line)
    sys.dont_write_bytecode = True
    confine_this_process(question.memory)
    _say(READY)
    try:
        _answer(question)
    except BrokenPipeError:
        pass
    except MemoryError:
        _refuse(_out_of_memory(question, _NO_MEMORY))
    except WarehouseError as error:
        message = str(error)
        _refuse(_out_of_memory(question, message) if message.startswith(_NO_MEMORY) else message)
    except BaseException:
        traceback.print_exc()
        os._exit(1)
    # Not sys.exit: DuckDB has been seen to bring the process down when it is torn down with rows left to read.
    os._exit(0)


def _answer(question: Question) -> None:
    stream = TextIOWrapper(sys.stdout.buffer, question.encoding, errors="backslashreplace", newline="")
    path, memory = Path(question.warehouse), engine_memory(question.memory)
    with query(path, question.sql, memory_limit=memory, threads=engine_threads()) as result:
        render(result.columns, result, question.style, stream, line_width=question.width)
        stream.flush()


def _out_of_memory(question: Question, what: str) -> str:
    limit = "" if question.memory is None else f"; the query may have {sized(question.memory)}, see --memory"
    return f"{what}{limit}"


def _refuse(message: str) -> NoReturn:
    _say(message.encode())
    os._exit(REFUSED)


def _say(message: bytes) -> None:
    os.write(sys.stderr.fileno(), message)


def _end_with_parent() -> None:
    sys.stdin.buffer.read()
    os._exit(0)


if __name__ == "__main__":
    main()
