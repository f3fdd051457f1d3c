"""Shares of things where no "of" says so: "with 2% poisoned samples", "98% never vary", "152 of them (96%)"."""

from __future__ import annotations

from extractors.claims.draft import Before, Draft, measured
from extractors.claims.measurement.named_metric import clause
from extractors.claims.measurement.share_solved import is_of_the_solved
from extractors.context.metric import closing_metric, metric_cues
from extractors.endings import Ending
from extractors.lexicon import HEDGES
from extractors.patterns import Pattern
from extractors.situation import Situation
from schemas.vocabulary import Metric

_FUNCTION_WORDS = (
    "of|to|in|on|for|with|at|by|from|over|under|across|versus|vs|against|than|and|or|but|while|when|where|which|that|as|"
    "is|are|was|were|be|has|have|had|do|does|did|can|could|may|will|more|fewer|less|better|worse|higher|lower|greater|"
    "smaller|larger|faster|relative|absolute|additional|extra|respectively|compared|after|before|during|if|even|without|"
    "within|using|via|between|its|the|an?|not|never|only|up|down|per|through|into|about|above|below|plus|so|both|all|"
    "average|mean|median|overall|despite|since|until|among|amid|throughout|towards?|except|beyond|once|because|whereas|"
    "though|although|who|whose|it|they|we|also|still|already"
)
_NO_NOUN = rf"(?!(?:{_FUNCTION_WORDS}|(?:outperform|surpass|exceed|beat|improv|follow)ing)\b)"
_NO_VERB = (
    r"(?!(?:results|leads|shows|remains|indicates|suggests|performs|works|holds|drops|falls|rises|stands|lies|occurs|"
    r"depends|means|makes|gives|comes|points|times|gains|increases|improvements|rates|ratios|ties|intervals|"
    r"scores|levels|performances|matches|ratings|always|perhaps)\b)"
)
# "2% poisoned samples", "30% label noise"; "40% outperforms the rest" and "40% beats Name" go on as no noun does
_THINGS = Pattern(
    rf"[%$\\]{{0,3}}\s{{1,3}}(?P<what>(?:{_NO_NOUN}[\p{{L}}-]+\s){{0,3}}?{_NO_NOUN}{_NO_VERB}"
    r"(?:(?:data|noise)(?=[,.;:()]|$|\s(?:\p{Lu}|\p{Ll}+ed\b|(?:" + _FUNCTION_WORDS + r")\b))|"
    r"\p{Ll}[\p{Ll}-]{2,}(?<![sui])s(?=[,.;:)]|$|\s(?!\p{Lu}|\d|"
    r"(?:the|an?|all|both|its|our|their|this|that|prior|previous|existing|other|human|better|more|less|well|worse|best)\b))))"
)
# where a share may be what a sentence or a clause speaks of
_SUBJECT = Ending(
    r"(?:^|[.;:]\s|\s(?:--?|\u2014)\s|,\s(?:(?:and|with|but|while|where|yet|of\swhich|of\swhom)\s)?|"
    r"\b(?:that|where|while|whereas|of\swhich|of\swhom|with|and|but)\s)\(?(?:(?:the\sremaining|another|even)\s)?"
    + HEDGES
    + r"$"
)
_DO = Pattern(
    r"[%$\\]{0,3}(?:\s\([^()]{1,30}\))?\s(?:(?:only|also|still|even|both|often|already|\p{Ll}+ly)\s){0,2}"
    r"(?:(?:never|rarely|seldom|cannot)\s\p{Ll}+|"
    r"(?:are|were|is|was|can|could|may|would)\s(?!(?:achieved|obtained|reached|attained|reported|observed|found|higher|"
    r"lower|better|worse|close|the|an?|considered|needed|required|used|expected|possible|sufficient|enough|set)\b)\p{Ll}|"
    r"(?:being|having|using|containing|showing|reporting|saying|stating|requiring|involving|concerning|preferring)\s|"
    r"(?:have|had|do|did|need|contain|include|remain)\s|"
    r"(?P<done>\p{Ll}{2,}ed|said|chose|felt|found|ran|took)\s"
    r"(?!(?:by|in|with|on|for|to|at|from|over|across|when|under|using|via|within|after|through|\p{Ll}+s)\b|\p{Lu}))"
)
_JOINED = Ending(r"\b(?:and|but)\s" + HEDGES + r"$")  # "93% accuracy and 90% balanced accuracy"
_OF = Pattern(r"\sof\s(?:(?:about|around|over|only|nearly|up to)\s|[~$])?$")  # "an accuracy of 80% takes 3 ms"
_OWN = Ending(r"'s\s" + HEDGES + r"$")
_WITH_ONLY = Ending(
    r"\b(?:using|with)\s(?:only|just|merely|as\slittle\sas)\s(?:about\s|~)?$"
)  # "with only 5% visibility"
_A_RATIO = Pattern(r"[%$\\]{0,3}\s(?:[\p{L}-]+\s){1,2}ratios?\b")  # "a 10% poisoning ratio"
_COUNTED = Ending(
    r"(?<![\p{L}\d.,/=-])(?<!\b(?:(?!(?:In|Of|On|Among|Across|For|Only|Overall|All)\b)\p{Lu}[\p{L}.-]*|top|at|step|level|layers?|epoch|stage|size|N|K|to)\s{1,2})"
    r"\d{1,3}(?:,?\d{3})*(?:\s(?:of|out\sof)\s(?:the\s)?[\d,]+)?"
    r"(?:\s(?!(?:at|with|on|in|for|by|and|to|vs)\b)[\p{Ll}-]+){0,4}\s\(" + HEDGES + r"$"
)
_OUT_OF = Ending(r"\(\d[\d,]*\s?(?:/|of|out\sof)\s?[\d,]+[,;]\s?" + HEDGES + r"$")  # "(481/4,518; 10.6%)"
_SOLVED_BEFORE = Pattern(
    r"\b(?:solv|resolv|complet|pass(?:es|ed|ing)?\b|correct|succe|valid|recover|detect|repair|fix|answer|prov(?:es|ed|ing)\b)"
)
_PARTS_OF_A_CHIP = (Metric.AREA, Metric.UTILIZATION)
_CLOSES = Pattern(r"[%$\\]{0,3}\s?[);,]")


def share_unsaid(s: Situation, before: Before | None) -> Draft | None:
    """Null where a metric is named with the things, or where they are the ones that were solved."""
    if _follows_a_count(s):
        scored = before is not None and before.draft.metric is Metric.ACCURACY
        solved = scored or _SOLVED_BEFORE.search(s.left[-90:]) or is_of_the_solved(s, s.right[:60])
        return None if solved else measured(s, Metric.OTHER, "share")
    if before is not None and before.draft.metric in _PARTS_OF_A_CHIP:
        return None  # "8.1% LUTs, 0.4% multipliers"
    if before is not None and before.draft.metric is Metric.ACCURACY and _JOINED.search(s.near_left):
        return None  # "an F1 of up to 96% and 70% using trees"
    unnamed = _is_of_things(s) or _does_something(s) or _is_a_setting(s)
    return measured(s, Metric.OTHER, "share") if unnamed else None


def _follows_a_count(s: Situation) -> bool:
    """ "3,774 patients (14.9%)"."""
    if not _CLOSES.match(s.right) or (s.previous is not None and s.previous.pair):
        return False
    if (counted := _COUNTED.search(s.left[-90:])) is not None:
        return not metric_cues(counted[0])  # "120 errors (12%)"
    return _OUT_OF.search(s.left[-40:]) is not None


def _is_of_things(s: Situation) -> bool:
    things = _THINGS.match(s.list_right)
    if things is None or _OWN.search(s.near_left) or closing_metric(_OF.sub("", s.near_left)):
        return False
    return not (metric_cues(things["what"]) or is_of_the_solved(s, things["what"]))


def _is_a_setting(s: Situation) -> bool:
    """ "with only 5% visibility", "a 10% poisoning ratio": where no metric is named."""
    if not (_WITH_ONLY.search(s.near_left) or _A_RATIO.match(s.list_right)):
        return False
    return not metric_cues(clause(s.list_right)) and not is_of_the_solved(s, clause(s.list_right))


def _does_something(s: Situation) -> bool:
    """ "98% never vary", "of which 77.3% are applicable"."""
    does = _DO.match(s.right)
    if does is None or not _SUBJECT.search(s.near_left) or (does["done"] and _JOINED.search(s.near_left)):
        return False
    return not is_of_the_solved(s, s.right[:60])
