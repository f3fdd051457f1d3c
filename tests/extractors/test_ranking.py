"""The choice among candidates: the highest sum of weights wins, and what was considered can be told."""

from __future__ import annotations

import pytest

from extractors.context.ranking import Candidate, ranked, replaced, score, weights_of
from extractors.engine import explain, explain_paper, extract_paper

PACKAGE = "extractors.context.setting"
NONE, NEAR, FAR = Candidate(None, ("none",)), Candidate("Alpha", ("near", "named")), Candidate("Beta", ("far",))


def test_the_highest_sum_wins() -> None:
    weights = {"none": 0.5, "near": -1.0, "named": 2.0, "far": 0.9}
    assert [one.text for one in ranked([NONE, NEAR, FAR], weights)] == ["Alpha", "Beta", None]
    assert score(NEAR, weights) == 1.0
    assert score(NEAR, {}) == 0


def test_of_equals_the_first_is_kept() -> None:
    assert ranked([NONE, NEAR, FAR], {})[0] is NONE
    assert ranked([FAR, NONE, NEAR], {"none": 0.0})[0] is FAR


def test_the_weights_are_read_and_can_be_replaced() -> None:
    shipped = weights_of(PACKAGE)
    assert shipped["none by rule"] > 0
    with replaced({"none": 7.0}):
        assert weights_of(PACKAGE)["none"] == 7.0
        assert "none by rule" not in weights_of(PACKAGE)
    assert weights_of(PACKAGE) is shipped


TEXT = (
    "Across six suites, the new parser halves the run time on an A100 GPU and keeps 95% of the quality on QuizBench."
)


def test_what_was_considered_is_told_with_the_claim() -> None:
    found, _ = explain(TEXT)
    for one in found:
        texts = [candidate.text for candidate in one.settings]
        assert one.claim.setting == texts[0]
        assert None in texts
        assert {"six suites", "QuizBench"} <= set(texts)
        scores = [score(candidate, weights_of(PACKAGE)) for candidate in one.settings]
        assert scores == sorted(scores, reverse=True)
    assert [one.claim.setting for one in found] == ["six suites", "QuizBench"]


@pytest.mark.parametrize("title", ["", "Parsing Twice as Fast"])
def test_a_paper_is_explained_as_it_is_extracted(title: str) -> None:
    assert [one.claim for one in explain_paper(title, TEXT)] == list(extract_paper(title, TEXT).claims)


@pytest.mark.parametrize("phrase", ["***", "{%}", "π", "''", "[ ]", "of of of", "%s" % ("(" * 40)])
def test_a_phrase_without_words_is_no_obstacle(phrase: str) -> None:
    [claim] = [one.claim for one in explain(f"On {phrase} and for {phrase} of it, the parser is 2x faster.")[0]]
    assert claim.quote == "2x"


def test_without_weights_no_setting_is_chosen_that_no_rule_is_sure_of() -> None:
    with replaced({}):
        found, _ = explain("It is 2x faster on QuizBench.")
    assert found[0].claim.setting is None
