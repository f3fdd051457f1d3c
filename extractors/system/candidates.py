"""Where a paper names things: the title, the verbs of presenting and of naming, acronyms behind their long form."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extractors.system.words import Word, is_capitalised, is_common, is_distinctive, words_of


@dataclass(frozen=True, slots=True)
class Candidate:
    """A possible name, the rule that saw it, its weight, and its long form where one is given."""

    name: str
    rule: str
    weight: float
    long_form: str | None = None


_PRESENT = frozenset(
    "present presents presented presenting propose proposes proposed introduce introduces introduced introducing develop "
    "develops developed describe describes design designs designed build builds built release releases released create creates "
    "created construct constructs constructed devise devises devised offer offers unveil contribute contributes implement "
    "implements implemented formulate formulates establish establishes provide provides curate curates "
    "announce summarizes".split()
)
_STRONG = frozenset("present presents propose proposes introduce introduces presented proposed introduced unveil".split())
_NAME = frozenset("called named dubbed termed coined namely nicknamed titled entitled abbreviated denoted codenamed".split())
_CALL = frozenset("call name term dub denote coin".split())
_DETERMINERS = frozenset("a an the our this its two three several new novel first".split())
_ARTICLES = frozenset({"a", "an", "our", "the"})
_STOP = frozenset(
    {".", ";", "!", "?", ":", "that", "which", "whose", "where", "to", "by", "using", "based", "via", "with", "in", "on", "from"}
    | {"without", "through", "as", "while", "when", "because", "so", "than", "achieves", "designed", "capable"}
)
_CLASS = frozenset(
    "framework frameworks method methods system systems algorithm algorithms model models architecture benchmark dataset "
    "data-set corpus network networks toolkit library approach pipeline engine compiler scheme platform strategy technique tool "
    "accelerator suite mechanism module optimizer agent agents simulator language protocol package scheduler index kernel kernels "
    "design family solver environment paradigm layer processor runtime testbed metric loss decoder encoder software prototype "
    "solution series leaderboard workflow infrastructure attack defense transformer task challenge".split()
)
# Between the verb and a name: what is named is a part of what is presented.
_PART_OF = frozenset({"using", "with", "via", "through", "by", "based", "leveraging", "that", "which", "under", "where"})
_SUBJECTS = frozenset("we paper work article study i letter authors report thesis chapter research manuscript".split())
_CONNECTORS = frozenset("of for and with in the on by to via from as at or &".split())

_NUMBER = re.compile(r"\d+(?:\.\d+)*")
_TITLE = re.compile(r"(?P<name>[^:]{1,60}?)\s?(?::|\s-{1,3}\s|--|\?\s|,\s(?=an?\s))\s*(?P<rest>\S.*)")
_TITLE_END = re.compile(r"\((?P<name>[A-Z][\w$^+*-]{1,24})\)\s*$")
_TITLE_WITH = re.compile(r"\b(?:with|using|via|by|through)\s(?P<name>[\w$^+*-]{2,24})\s*$")
# Title beginnings that name a kind of paper or a topic, not what is presented.
_NO_TITLE_NAME = frozenset(
    "position survey review tutorial perspective viewpoint invited demo poster erratum comment reply note abstract challenge "
    "overview report vision introduction summary keynote editorial commentary correction corrigendum retracted wip lecture "
    "technical sok brief case part appendix proceedings workshop ai llms llm quantization pruning robotics privacy fairness attention optimization".split()
)


def title_candidates(title: str) -> Iterator[Candidate]:
    """Names that the title gives: "Name: what it is", "Long Form (NAME)", "... with Name"."""
    match = _TITLE.match(title)
    if match is not None and (name := _title_name(match["name"])) is not None:
        distinctive = any(is_distinctive(w) for w in name.split())
        single = " " not in name
        weight = (4.8 if single else 3.0) if distinctive else (3.2 if single else 1.5)
        if is_common(name):
            weight -= 2.0
        yield Candidate(name, "title", weight)
        inside = re.fullmatch(r"(?P<long>.+?)\s\((?P<short>[\w$^+*-]{2,24})\)", name)
        if inside is not None:
            yield Candidate(inside["short"], "title", weight + 1.0, inside["long"])
    end = _TITLE_END.search(title)
    if end is not None and not is_common(end["name"]):
        yield Candidate(end["name"], "title-acronym", 4.0, _long_form(words_of(title[: end.start()]), end["name"]))
    last = _TITLE_WITH.search(title)
    if last is not None and is_distinctive(last["name"]) and not is_common(last["name"]):
        yield Candidate(last["name"], "title-with", 1.5)


def _title_name(text: str) -> str | None:
    name = text.strip(" \"'`,")
    words = name.split()
    if not 1 <= len(words) <= 5 or not any(c.isalpha() for c in name):
        return None
    if words[0].lower() in _NO_TITLE_NAME and len(words) <= 2:
        return None
    if words[0].lower() in {"towards", "toward", "on", "how", "why", "what", "when", "is", "are", "can", "do", "does", "from", "beyond", "the", "a", "an", "to", "in"}:
        return None if not is_distinctive(words[-1]) or len(words) > 3 else name
    return name


def text_candidates(words: Sequence[Word]) -> Iterator[Candidate]:
    """Names that the abstract gives, in reading order."""
    for i, word in enumerate(words):
        if word.lower in _PRESENT:
            yield from _presented(words, i)
        if word.lower in _NAME or (word.lower in _CALL and i and _we_before(words, i)):
            yield from _named(words, i)
        if word.text == "(" and i:
            yield from _acronym(words, i)


def _we_before(words: Sequence[Word], i: int) -> bool:
    return any(w.lower in {"we", "which", "and"} for w in words[max(0, i - 3) : i])


def _presenting(words: Sequence[Word], i: int) -> bool:
    """Whether the paper is the subject of the verb at ``i``."""
    back = words[max(0, i - 7) : i]
    if i and words[i - 1].lower in {"and", "to", "also", "then", ","} and not words[i].lower.endswith(("s", "ed")):
        back = words[max(0, i - 40) : i]  # "we study ... and present": the subject stands further ahead
    for w in reversed(back):
        if w.text in ".;":
            return False
        if w.lower in _SUBJECTS:
            return True
    return False


def _presented(words: Sequence[Word], i: int) -> Iterator[Candidate]:
    verb = words[i].lower
    ours = _presenting(words, i)
    strength = (4.0 if verb in _STRONG else 3.0) if ours else 1.0
    start = _skip_aside(words, i + 1)
    if _lower_at(words, start) in {"using", "to", "that", "how", "applying"}:
        return
    start, determined = _skip_determiners(words, start)
    run = _run(words, start)
    after = words[start + len(run)].lower if start + len(run) < len(words) else "."
    explained = after == "(" or (after == "," and _lower_at(words, start + len(run) + 1) in _ARTICLES)
    if run and (explained or not (determined or _all_common(run))):
        plain = len(run) == 1 and not is_distinctive(run[0])
        if explained or not plain or after in _STOP or after in {",", "for", "and"}:
            yield Candidate(" ".join(run), "presented", strength + (0.5 if explained else 0.0))
        elif after in _CLASS:
            yield Candidate(run[0], "presented", strength - 1.0)
        return
    if not run and not determined and strength >= 4 and _explained_lower(words, start):
        yield Candidate(words[start].text, "presented", strength - 1.0)
        return
    yield from _before_class_noun(words, start, strength if ours else 0.5)


def _skip_determiners(words: Sequence[Word], i: int) -> tuple[int, bool]:
    """Behind articles, "novel" and "the concept of"; and whether there were any."""
    start = i
    while i < len(words) and (words[i].lower in _DETERMINERS or words[i].text in "\"'`"):
        i += 1
    if i > start and _lower_at(words, i) in {"concept", "notion", "idea"} and _lower_at(words, i + 1) == "of":
        return i + 2, False
    return i, any(w.lower in _DETERMINERS for w in words[start:i])


def _explained_lower(words: Sequence[Word], i: int) -> bool:
    """A word of small letters right behind the verb that the sentence goes on to explain: "present rusty2, a tool"."""
    if _lower_at(words, i + 1) != "," or _lower_at(words, i + 2) not in {"a", "an"}:
        return False
    word = words[i].text
    return word[0].isalpha() and not word.endswith(("s", "ing", "ion", "ity", "ment", "ly"))


def _lower_at(words: Sequence[Word], i: int) -> str:
    return words[i].lower if i < len(words) else ""


def _skip_aside(words: Sequence[Word], i: int) -> int:
    """Behind "in this paper," and the like, and behind adverbs."""
    if i < len(words) and words[i].text == ",":
        close = next((k for k in range(i + 1, min(i + 12, len(words))) if words[k].text == ","), None)
        return close + 1 if close is not None else i + 1
    if i < len(words) and words[i].lower in {"in", "here", "for"} and i + 3 < len(words):
        close = next((k for k in range(i + 1, min(i + 8, len(words))) if words[k].text in ",:"), None)
        if close is not None:
            return close + 1
    while i < len(words) and words[i].lower.endswith("ly") and words[i].text.islower():
        i += 1
    return i + 1 if i < len(words) and words[i].text == ":" else i


def _run(words: Sequence[Word], i: int) -> list[str]:
    """The capitalised or distinctive words from ``i`` on; connectors only between capitalised ones."""
    run: list[str] = []
    k = i
    while k < len(words) and len(run) < 8:
        w = words[k]
        if is_distinctive(w.text) or is_capitalised(w.text) or (run and _NUMBER.fullmatch(w.text)):
            run.append(w.text)
        elif run and w.lower in _CONNECTORS and _continues(words, k, i):
            run.append(w.text)
        else:
            break
        k += 1
    while run and run[-1].lower() in _CONNECTORS:
        run.pop()
    return run


def _continues(words: Sequence[Word], k: int, start: int) -> bool:
    """Whether the run over the connector at ``k`` ends in an acronym of its own: "Mixture of Depths (MoD)"."""
    for j in range(k + 1, min(k + 7, len(words) - 1)):
        w = words[j]
        if w.text == "(":
            short = words[j + 1].text
            return is_distinctive(short) and short[0].lower() == words[start].text[0].lower()
        if not (is_capitalised(w.text) or w.lower in _CONNECTORS or is_distinctive(w.text)):
            return False
    return False


def _all_common(run: Sequence[str]) -> bool:
    return all(is_common(w) for w in run)


def _before_class_noun(words: Sequence[Word], start: int, strength: float) -> Iterator[Candidate]:
    """The name right before the noun that says what it is: "the novel FooNet architecture"."""
    for k in range(start, min(start + 12, len(words))):
        w = words[k]
        if w.lower in _STOP or w.text in ",(":
            return
        if w.lower in _CLASS and k > start:
            name = words[k - 1].text
            if is_distinctive(name) and not is_common(name):
                yield Candidate(name, "class-noun", strength - 1.0)
            elif k - 2 >= start and is_capitalised(name) and is_capitalised(words[k - 2].text):
                run = _run(words, _run_start(words, k - 1, start))
                yield Candidate(" ".join(run), "class-noun", strength - 2.0)
            return


def _run_start(words: Sequence[Word], k: int, floor: int) -> int:
    while k > floor and (is_capitalised(words[k - 1].text) or is_distinctive(words[k - 1].text)):
        k -= 1
    return k


def _named(words: Sequence[Word], i: int) -> Iterator[Candidate]:
    start = i + 1
    limit = min(start + 7, len(words))
    while start < limit and (
        words[start].text in ",:\"'`(" or words[start].lower in {"the", "as", "a", "an", "it", "this", "our", "method", "approach", "framework", "system", "by", "us", "model", "algorithm", "simply"}
    ):
        start += 1
    run = _run(words, start)
    after = _lower_at(words, start + len(run))
    if _lower_at(words, start - 1) == "the" and after.isalpha() and after not in _STOP | _CLASS | _CONNECTORS:
        return  # "what we call the NAME boundary"
    if run and not _all_common(run):
        word = words[i].lower
        weight = 4.5 if word in {"called", "named", "dubbed", "termed", "coined", "namely"} or word in _CALL else 3.0
        if _others_before(words, i):
            weight -= 3.0
        yield Candidate(" ".join(run), "named", weight)


def _others_before(words: Sequence[Word], i: int) -> bool:
    """Whether what is named belongs to others or to a phenomenon: "a problem called X"."""
    return any(
        w.lower in {"problem", "phenomenon", "issue", "challenge", "dataset", "datasets", "known", "existing", "called", "commonly"}
        for w in words[max(0, i - 3) : i]
    )


def _acronym(words: Sequence[Word], i: int) -> Iterator[Candidate]:
    """"Long Form (LF)" and "LF (Long Form)" in a sentence that presents."""
    close = next((k for k in range(i + 1, min(i + 14, len(words))) if words[k].text == ")"), None)
    if close is None:
        return
    inside = words[i + 1 : close]
    strength = _sentence_strength(words, i)
    if len(inside) == 1 or (len(inside) >= 3 and inside[1].text in ",;"):
        short = inside[0].text
        if not (is_distinctive(short) or is_capitalised(short)):
            return
        long_form = _long_form(words[max(0, i - 12) : i], short)
        if long_form is not None and re.fullmatch(r"[^\s-]+", long_form):
            return  # a nickname of a name of one word
        if _lower_at(words, close + 1).startswith("-") or (is_common(short) and (strength < 3 or not _is_title_case(long_form))):
            return  # a part of the method, or a well-known acronym
        if long_form is None:
            if strength < 3 or not is_distinctive(short):
                return
            yield Candidate(short, "acronym", strength - 2.5)
            return
        if strength > 1.0 or _is_title_case(long_form):
            yield Candidate(short, "acronym", strength, long_form)
        else:
            yield Candidate(short, "term", strength)
    elif len(inside) >= 2 and is_distinctive(words[i - 1].text):
        short = words[i - 1].text
        long_form = _long_form(inside, short)
        if long_form is not None:
            yield Candidate(short, "acronym", strength, long_form)


def _is_title_case(phrase: str | None) -> bool:
    words = [w for w in (phrase or "").split() if w.lower() not in _CONNECTORS]
    return bool(words) and all(w[0].isupper() for w in words)


def _sentence_strength(words: Sequence[Word], i: int) -> float:
    """How strongly the sentence up to ``i`` presents: 4.5 for "we propose", 1 for no such verb."""
    for k in range(i - 1, max(-1, i - 40), -1):
        w = words[k]
        if w.text in ".;!?" and words[k + 1].text[:1].isupper():
            return 1.0
        if w.lower in _PRESENT and _presenting(words, k) and _lower_at(words, k + 1) not in {"using", "to", "that", "how"}:
            base = 4.5 if w.lower in _STRONG else 3.5
            aside = i - k > 14 or any(between.lower in _PART_OF for between in words[k + 1 : i - 1])
            return base - 2.5 if aside else base
        if w.lower in _NAME:
            return 4.0
    return 1.0


def _long_form(before: Sequence[Word], short: str) -> str | None:
    """The words that end ``before`` and whose initials, in order, make up the letters of ``short``."""
    letters = [c.lower() for c in short if c.isalpha()]
    if len(letters) < 2:
        return None
    parts = [w.text for w in before if w.text not in "\"'`"]
    for count in range(1, min(len(parts), len(letters) + 4) + 1):
        phrase = parts[-count:]
        if any(p in ".;:()" for p in phrase):
            return None
        if phrase[0][0].lower() == letters[0] and _spells(phrase, letters):
            return " ".join(phrase)
    return None


def _spells(phrase: Sequence[str], letters: Sequence[str]) -> bool:
    """Whether the letters can be read off the phrase in order, each content word giving its initial."""
    pieces = [piece for p in phrase if p != "," for piece in re.split(r"[-/]", p) if piece]
    content = [p for p in pieces if p.lower() not in _CONNECTORS]
    return _read_off(content, letters) or _read_off(pieces, letters)


def _read_off(pieces: Sequence[str], letters: Sequence[str]) -> bool:
    """Whether each piece in turn can give its initial and letters after it, or nothing, to make up all letters."""
    reached = {0}
    for piece in (p.lower() for p in pieces):
        for position in list(reached):
            if position < len(letters) and piece[0] == letters[position]:
                reached.update(range(position + 1, _reach(piece, letters, position) + 1))
    return max(reached) >= len(letters) - (1 if len(letters) > 3 else 0)


def _reach(piece: str, letters: Sequence[str], position: int) -> int:
    for c in piece:
        if position < len(letters) and c == letters[position]:
            position += 1
    return position
