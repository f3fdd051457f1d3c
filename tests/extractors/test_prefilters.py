"""What is looked at first, to spare a search: without it the same is found, only later."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from importlib import import_module
from pkgutil import walk_packages

import pytest
import regex

import extractors
from extractors import extract_papers
from extractors.context.metric import named_metrics
from extractors.devices import lexicon, unlisted
from extractors.endings import Ending
from extractors.lexicon import METRICS, metrics_beginning_with
from extractors.links import urls
from extractors.ner import devices
from extractors.numbers import behind, idioms, numerals, single_device
from extractors.numbers.ranges import dashed
from extractors.numbers.refused import date, label
from extractors.numbers.units import parse as units
from extractors.numbers.units import rate
from extractors.system import words
from extractors.text import latex, view_of
from schemas.records import Extraction
from tests.extractors.corpus import cases, corpora

_NAMES = (
    "attribution.background",
    "attribution.clause",
    "attribution.formerly",
    "attribution.nextclause",
    "attribution.others",
    "attribution.size",
    "attribution.subject",
    "attribution.versus",
    "baseline.after.equalled",
    "baseline.before",
    "baseline.rival.improves",
    "baseline.rival.outperforms",
    "baseline.told",
    "change.noun.loss",
    "metric",
    "pairing.respective",
    "qualifier.before",
    "setting.accept.cut",
    "setting.before.faster",
    "setting.before.model",
    "setting.before.score",
    "setting.before.share",
    "setting.before.subject",
    "setting.earlierlist",
    "setting.named.before",
    "setting.named.score",
    "setting.ofrival",
    "setting.relative",
    "setting.side_by_side",
    "setting.told",
    "statistic.best",
    "statistic.mean",
    "statistic.words",
)
recording = import_module("extractors.claims.measurement.recording")
amplified = import_module("extractors.claims.comparison.amplified")
denied = import_module("extractors.claims.comparison.denied")
unranked = import_module("extractors.claims.measurement.unranked")
context = {name: import_module(f"extractors.context.{name}") for name in _NAMES}
TEXTS = sorted({case.text for corpus in corpora() for case in cases(corpus)})
VIEWS = [view_of(text) for text in TEXTS]
LEFTS = sorted(
    {view[max(0, digit.start() - 70) : digit.start()] for view in VIEWS for digit in re.finditer(r"\d+", view)}
)
ANYTHING = ("",)
# Each with what makes it let everything pass.
FILTERS = {
    "commands without a backslash": (latex, "_BARE", re.compile("")),
    "counts glued to a device": (lexicon, "_MAY_BE_GLUED", re.compile(b"")),
    "nouns of a ratio that has a value": (amplified, "_NOUNS", ANYTHING),
    "words of a denial": (denied, "_DENIALS", ANYTHING),
    "words for a data set": (recording, "_DATA", ANYTHING),
    "words of a statistic": (context["statistic.words"], "_STEMS", ANYTHING),
    "words of a mean": (context["statistic.mean"], "_MEANS", ANYTHING),
    "words for the best": (context["statistic.best"], "_BEST", ANYTHING),
    "words of a bound": (
        context["qualifier.before"],
        "_BOUNDS",
        tuple(one._replace(needed=ANYTHING) for one in context["qualifier.before"]._BOUNDS),
    ),
    "words of vagueness": (context["qualifier.before"], "_ABOUT", ANYTHING),
    "who is never the paper itself": (context["attribution.subject"], "_ELSE_PARTS", ANYTHING),
    "who may be set against it": (context["attribution.subject"], "_MAYBE_PARTS", ANYTHING),
    "words for what was once": (context["attribution.formerly"], "_ONCE_PARTS", ANYTHING),
    "pronouns of what something took": (context["attribution.formerly"], "_TOOK_PARTS", ANYTHING),
    "words that set against": (context["attribution.versus"], "_SETS_AGAINST", ANYTHING),
    "versus": (context["attribution.versus"], "_VS", ANYTHING),
    "words that part clauses": (context["attribution.clause"], "_PARTS", ANYTHING),
    "words of winning": (context["attribution.clause"], "_EXCELS", ANYTHING),
    "words of contrast": (context["attribution.clause"], "_CONTRASTS", ANYTHING),
    "words that turn to the own": (context["attribution.clause"], "_TURNS", ANYTHING),
    "what joins the clause of a rival": (context["attribution.nextclause"], "_JOINTS", ANYTHING),
    "words before a quality that is kept": (context["baseline.after.equalled"], "_WHILE", ANYTHING),
    "words that name the baseline first": (context["baseline.before"], "_SETS_AGAINST", ANYTHING),
    "words that name a rival before": (context["baseline.told"], "_COMPARES", ANYTHING),
    "words of winning over a rival": (context["baseline.rival.outperforms"], "WINS_PARTS", ANYTHING),
    "how much a rival is improved by": (context["baseline.rival.improves"], "_BY", ANYTHING),
    "words for a replacement": (context["baseline.before"], "_INSTEAD_OF", ANYTHING),
    "words of a loss": (context["change.noun.loss"], "_LOSSES", ANYTHING),
    "parts of open names of metrics": (context["metric"], "OPEN_PARTS", ANYTHING),
    "an article inside a phrase": (context["setting.accept.cut"], "_ARTICLE_INSIDE", re.compile("")),
    "subjects in the plural": (context["setting.before.subject"], "_SEVERAL", ANYTHING),
    "nouns of what has no better": (unranked, "_PARTS", ANYTHING),
    "words of what is set side by side": (context["setting.side_by_side"], "_PARTS", ANYTHING),
    "words of what is made faster": (context["setting.before.faster"], "_FASTER", ANYTHING),
    "words for what a score is of": (context["setting.before.score"], "_SCORES", ANYTHING),
    "names of open models": (context["setting.before.model"], "_PARTS", ANYTHING),
    "words of what makes up a share": (context["setting.before.share"], "_PARTS", ANYTHING),
    "words for a score before": (context["setting.named.before"], "SCORES", ANYTHING),
    "words for a score behind": (context["setting.named.score"], "SCORES", ANYTHING),
    "words that set a rival beside": (context["setting.ofrival"], "_PARTS", ANYTHING),
    "what says that lists pair up": (context["pairing.respective"], "TOLD", ANYTHING),
    "what says that subjects pair up": (context["setting.told"], "TOLD", ANYTHING),
    "what says that names before pair up": (context["setting.earlierlist"], "TOLD", ANYTHING),
    "ends of a clause": (context["setting.relative"], "_BREAKS", ANYTHING),
    "words of a usual need": (context["attribution.size"], "_USUAL", ANYTHING),
    "words of comparison with a size": (context["attribution.size"], "_COMPARED", ANYTHING),
    "words of a habit": (context["attribution.background"], "_TYPICAL", ANYTHING),
    "words for others": (context["attribution.others"], "_OTHERS", ANYTHING),
    "verbs of others": (context["attribution.others"], "_DO", ANYTHING),
    "open names of metrics": (context["metric"], "OPEN_METRIC", re.compile("")),
    "words for a device": (devices, "_CUES", ANYTHING),
    "nouns behind a model": (unlisted, "_NOUNS", ANYTHING),
    "marks of a link": (urls, "_HINT", re.compile("")),
    "domains": (urls, "_DOMAIN", re.compile("")),
    "marks of a link between words": (words, "_LINK_PARTS", ANYTHING),
    "a unit of time with an article": (idioms, "_TIMES_NEEDED", ANYTHING),
    "multiples in words": (idioms, "_MULTIPLES", tuple(one._replace(needed=ANYTHING) for one in idioms._MULTIPLES)),
    "a single device": (single_device, "_SINGLE_AND_HEAD", (re.compile(""),)),
    "a single named computer": (single_device, "_SINGLE_AND_MACHINE", (re.compile(""),)),
    "a single named device": (single_device, "_SINGLE_AND_DIGIT", (re.compile(""),)),
    "characters that are not ASCII": (numerals, "_FOREIGN_VALUE", regex.compile("")),
    "what stands before a value": (numerals, "_PREFIXES", ANYTHING),
    "a month before": (date, "_LONGEST_MONTH", 0),
    "labels": (label, "_LABELS", ANYTHING),
    "first characters of a unit": (units, "_BEGINNING", 0),
    "signs of a unit": (units, "_NEAR", 0),
    "marks of a rate": (rate, "_PER_MARK", re.compile("")),
    "width of a dash": (dashed, "_WIDEST_DASH", 1000),
    "what follows a number": (behind, "_NEAR", 0),
}


def read_all() -> list[Extraction | Exception]:
    return extract_papers(("", text) for text in TEXTS)


def without(names: Iterable[str], monkeypatch: pytest.MonkeyPatch) -> list[Extraction | Exception]:
    with monkeypatch.context() as patch:
        for name in names:
            module, attribute, off = FILTERS[name]
            patch.setattr(module, attribute, off)
        return read_all()


def test_each_filter_holds_something_back() -> None:
    assert [name for name, (module, attribute, off) in FILTERS.items() if getattr(module, attribute) == off] == []


def test_without_the_filters_the_same_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    found = read_all()
    if without(FILTERS, monkeypatch) != found:  # one by one takes minutes
        assert [name for name in FILTERS if without([name], monkeypatch) != found] == []
        raise AssertionError("several filters together change what is found")


def test_numerals_are_those_of_a_search_through_the_whole_text() -> None:
    for view in VIEWS:
        assert list(numerals.find_numerals(view)) == list(searched(view))


def searched(view: str) -> Iterator[object]:
    position = 0
    while match := numerals._NUMERAL.search(view, position):
        yield (read := numerals._read(view, match))
        position = max(read.end, match.start() + 1)


WRITTEN_IN_MANY_WAYS = [
    "8xA100 16XH100 2timesV100 3xA 100 \u00b2xA100 \u0663xA100 xA100 8xa100 maxA100",
    "A 100, i 7; a-100 _A100 \\A100 \u00e9A100 A100_x A100\\ \u0130A100 \u017fA100 \u06633060 3060\u0663 3060_ti",
    "Data-Center data_center DATA center (language) 3A5000 3 3\u00e9 A100\u00e9",
    "A100",
]


@pytest.mark.parametrize("texts", [TEXTS, WRITTEN_IN_MANY_WAYS], ids=["corpora", "written in many ways"])
def test_names_of_devices_begin_where_a_walk_through_all_words_finds_them(texts: list[str]) -> None:
    for abstract in texts:
        lower = abstract.encode("ascii", "replace").lower()
        heads = [(start, head) for start, head in lexicon._heads(abstract, lower) if head in lexicon._index()]
        assert heads == list(walked(abstract)), abstract


def walked(abstract: str) -> Iterator[tuple[int, str]]:
    for word in re.finditer(r"[A-Za-z]+|\d+", abstract):
        start, token = word.start(), word[0]
        before = abstract[start - 1] if start else " "
        glued = re.match(r"(?:x|X|times)(?=[A-Z])", token)
        if glued and before.isdigit():
            start, token, before = start + glued.end(), token[glued.end() :], " "
        elif token in ("a", "A", "i", "I") and abstract[word.end() : word.end() + 1] == " ":
            continue
        head = token.lower()
        if head not in lexicon._index() and head[:-1] not in ("a", "i"):
            head = head.removesuffix("s")
        if head in lexicon._index() and not before.isalnum() and before not in "_\\":
            yield start, head


def test_no_name_of_a_device_begins_otherwise_than_its_opening() -> None:
    openings = 0
    for abstract in TEXTS:
        lower = abstract.encode("ascii", "replace").lower()
        for start, head in lexicon._heads(abstract, lower):
            for entry in lexicon._index().get(head, ()):
                if lexicon._compiled(entry.pattern, entry.flags).match(abstract, start):
                    assert lower.startswith(entry.opening, start), abstract
                    openings += entry.opening != b""
    assert openings > 50


def test_metrics_are_those_of_a_search_for_all_names_at_once() -> None:
    names = "|".join(f"(?P<{metric.value}>{pattern})" for metric, pattern in METRICS)
    cue = regex.compile(rf"(?<![\p{{L}}\d-])(?:{names})(?!\p{{L}})", regex.IGNORECASE)
    for view in VIEWS:
        by_word = [(metric.value, match.span()) for metric, match in named_metrics(view)]
        assert by_word == [(match.lastgroup, match.span()) for match in cue.finditer(view)]


@pytest.mark.parametrize("letters", ["zqxjzq", "jjqqxx"])
def test_no_metric_has_an_open_name_that_is_not_listed_as_one(letters: str) -> None:
    assert [metric.value for metric, _ in metrics_beginning_with(letters)] == []


def endings() -> dict[str, Ending]:
    """All patterns that are searched for from the end."""
    modules = walk_packages(extractors.__path__, "extractors.")
    loaded = [import_module(module.name) for module in modules if ".training" not in module.name]
    return {
        f"{module.__name__}.{name}": value
        for module in loaded
        for name, value in vars(module).items()
        if isinstance(value, Ending)
    }


@pytest.mark.parametrize("name", endings())
def test_an_ending_searched_for_from_the_end_is_found_in_the_same_texts(name: str) -> None:
    ending = endings()[name]
    forward = regex.compile(ending.pattern, ending.flags)
    for before in LEFTS:
        one, other = ending.search(before), forward.search(before)
        assert (one is None) == (other is None), before
        if one is not None and other is not None:
            assert one.groupdict() == other.groupdict(), before
