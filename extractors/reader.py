"""The claims of one sentence: each quantity gets its kind, then its context, then its factor."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from extractors.claims import comparison, measurement, resource, scale
from extractors.claims.draft import Before, Draft, Outcome
from extractors.confidence import confidence_of
from extractors.context.attribution import find_attribution, score_of_other
from extractors.context.baseline import find_baseline
from extractors.context.hardware import find_hardware
from extractors.context.qualifier import carries_over, find_qualifier
from extractors.context.ranking import Candidate, ranked, weights_of
from extractors.context.setting import SURE, find_setting
from extractors.context.setting.candidates import Value, candidates
from extractors.context.setting.subjects import named_subject
from extractors.context.statistic import find_statistic, statistic_of_count
from extractors.endings import ending
from extractors.numbers.quantity import Quantity
from extractors.patterns import IGNORECASE, Pattern
from extractors.rulenames import CHANGE_OF_PAIR
from extractors.situation import Situation
from schemas.factor import Factor, factor
from schemas.records import Claim, Mention
from schemas.vocabulary import Attribution, Direction, Kind, Metric, Polarity, Qualifier, Statistic


@dataclass(frozen=True, slots=True)
class Found:
    """A claim and how its factor came about."""

    claim: Claim
    factor: Factor | None
    settings: tuple[Candidate, ...] = ()  # what was considered, the best first


_WHILE = Pattern(
    r"\b(?:while|and|,)\s(?:also\s|simultaneously\s)?(?:reduc|improv|us|requir|cut|lower|be|run|consum|achiev|"
    r"increas|sav|deliver|boost)\w*\b[^;.]*$|,\s(?:while\s)?\p{L}+ing\b[^;.]*$",
    IGNORECASE,
)
# "up to 8x faster on A and 90x faster on B"
_ON_ANOTHER = Pattern(
    r"(?:\s(?!than\b|over\b|compared\b)[\p{L}-]{1,20}){1,3}?\s(?:on|for|in|at)\s(?:(?!\sthan\s|"
    r"\sover\s)[^,;()]){1,40},?\sand\s"
    r"(?:(?:up to|about|nearly|over)\s|~){0,2}"
)
_ON_AVERAGE = Pattern(r"[^,;()]{0,40}?\b(?:on average\b|in average\b(?!\s\p{L}))")
# "up to 2x faster decoding, a 30% shorter start and 40% less memory"
_JOINED = Pattern(
    r"(?:\s(?!(?:and|by|while|at|with|for|on|over|than|across|under|in|of)\s)[\p{L}\d@-]{1,40}){1,5}"
    r"(?:\s(?:in|of)(?:\s[\p{L}-]{1,40}){1,3})?,?\s(?:and\s)?(?:an?\s)?"
)
_ALSO_ANOTHER = Pattern(
    r"[^()]{0,25}\)\s?(?:,\s(?:and|but also|as well as)|\sand|,|\sbut also)\s(?!(?:our|we|it|its|"
    r"ours)\b)[^();]{3,100}\(\s?[~$]?"
)
_BEATS = Pattern(r"\b(?:surpass|outperform|exceed|beat|(?:well|far|substantially|significantly|clearly)\sabove\s)")
_ROUNDED = 0.06  # points that a difference of two scores may be off
_VERSUS = Pattern(r"[%\s]{0,2}(?:vs\.?|versus)\s")
_SAME_BRACKET = Pattern(r"[%$\s]{0,2}[,;]\s[+-]")  # "X (81%, +5.6)"
_SAME_BRACKET_NEXT = Pattern(r"%?\s?[^()\d]{0,25}(?:[/,]|\sat\b)\s?(?:[\p{L}-]{1,20}\s)?")
_BEATS_IT = Pattern(
    r"\b(?:outperform|surpass|exceed|beat|improv)(?:s|es|e|ing)?\s(?:on\s|upon\s|over\s)?(?:it|"
    r"them)\sby\b[^,;]{0,40}$"
)
# "compared with $2 for X and $18 for Y"
_FOR_ANOTHER_NEXT = Pattern(
    r"[%$\s]{0,2}(?:[\p{L}-]{1,20}\s){0,2}?(?:for|with|by|from|of)\s[^,;()]{2,40}?(?:,|,?\sand)\s(?:(?:only|"
    r"about)\s)?[~$\\]{0,2}"
)
_SURPASSING = ending(
    r"\b(?:surpass|outperform|exceed|beat)(?:ing|s|es)?\s[^;:]{2,80}\sby\s(?:over\s|up to\s|about\s|"
    r"~)?$|^\W{0,3}\(\+?$|"
    r"^[^;:()]{0,60},\s(?:a|an)\s$"
)
# "a 5x acceleration, improving over X by 23%"
_GOES_ON_TO_BEAT = Pattern(
    r",\s(?:improving|outperforming|surpassing|exceeding|beating)\s[^,;]{2,60}\sby\s(?:(?:up to|about|over)\s|~)?$"
)
_ON_OF = Pattern(r"(?:,|\band)\s(?:[\p{L}]+\s){1,6}(?:on|for|in)\s$")
# "34 bugs, of which 21 are fixed", "34 bugs, 21 of them fixed"
_OF_WHICH = ending(r"\b(?:of|among)\s(?:which|them|these|those),?\s(?:(?:about|over|only|nearly)\s|~)?$")
_WHICH_OF = Pattern(r"\s(?:of|out of|among)\s(?:which|them|these|those)\b")
# "900 puzzles, including 120 drawn from exams"
_INCLUDING = ending(r",?\sincluding\s(?:(?:about|over|only|nearly)\s|~)?$")
_WHICH_ARE = Pattern(
    r"\s(?:drawn|taken|from|that|which|with|collected|written|annotated|labell?ed|in|of|by|for|on)\b"
)
# "Of the 40 bugs, 31 were fixed and 7 confirmed"
_OF_ALL = Pattern(r"(?:Of|Among|Out of)\s(?:(?:the|these|all|our)\s){0,2}[~$]?\d[^,]{2,50},\s")
_ARE_SO = Pattern(r"\s(?:were|was|are|is|have|had|can|could|remain|remained|turned|proved|\p{Ll}{2,}ed)\b")
_STATISTICS: dict[Kind, Callable[[Situation], Statistic | None]] = {
    Kind.COMPARISON: find_statistic,
    Kind.MEASUREMENT: find_statistic,
    Kind.SCALE: statistic_of_count,
    Kind.RESOURCE: lambda s: None,
}
_SHARED = (Statistic.MEAN, Statistic.GEOMEAN, Statistic.MEDIAN)
_LISTED = Pattern(r"[^,;:()]{3,50},\s(?:and\s)?(?:an?\s)?")  # "34% average savings, and a 28% boost"
_OF_THE_ONE = Pattern(r"^\s(?:average|mean|median|geo-?mean)\s")  # "34% average savings, 28% more speed"
_OTHERWISE = Pattern(
    r"\b(?:average|mean|median|geomean|worst|best|peak|maximum|max|at most|up to|but|while|from|to)\b|"
    r"%\)?\s-",
    IGNORECASE,
)
# "from 840 ms to 95 ms at 12k requests per second, a nine-fold reduction"
_UNDER_A_CONDITION = Pattern(
    r"\s(?:at|with|for|under|using|on|in|when|while)\s[^,;:()]{1,60},\s"
    r"(?:an?|or an?|which is an?)\s(?:(?:nearly|about|over)\s|~)?"
)
_RESPECTIVELY = Pattern(r"^[^;]{0,80}\brespectively\b")


class SentenceReader:
    """Reads the quantities of a sentence in order; a later one may lean on what was said of an earlier one."""

    def __init__(
        self, situations: Sequence[Situation], own_from: int, mentions: Sequence[Mention], system: str | None = None
    ) -> None:
        self.situations = situations
        self.own_from = own_from
        self.system = system
        self.mentions = mentions
        self.refused: list[tuple[Situation, str]] = []
        self._read: list[tuple[Situation, Draft, Found]] = []

    def read(self) -> list[Found]:
        """The claims in reading order; what is none goes to ``refused`` with the reason."""
        for s in self.situations:
            outcome = self._outcome(s)
            if isinstance(outcome, Draft):
                if (
                    s.quantity.pair and outcome.kind is not Kind.COMPARISON
                ):  # a before/after pair is two measurements, whatever it counts
                    outcome = replace(outcome, kind=Kind.MEASUREMENT)
                self._read.append((s, outcome, self._complete(s, outcome)))
            else:
                self.refused.append((s, outcome.reason if outcome else "no unit and nothing named that it counts"))
        return [found for _, _, found in self._read]

    def _outcome(self, s: Situation) -> Outcome:
        before = self._before(s)
        outcome = (
            comparison.read(s, before, self._pair_before(s))
            or resource.read(s)
            or measurement.read(s, before)
            or scale.read(s)
            or self._of_the_counted(s)
        )
        if isinstance(outcome, Draft) and outcome.kind is Kind.COMPARISON:
            goes_on = self._read and _GOES_ON_TO_BEAT.search(s.near_left)
            read = (draft for _, draft, _ in reversed(self._read))
            results = [d for d in read if _is_a_result(d) or (goes_on and d.kind is Kind.COMPARISON)]
            alike = (
                d for d in results if d.unit == outcome.unit == "%"
            )  # "92% accuracy and an FID of 21, 5% above X"
            measured = next(alike, None) or next(iter(results), None)
            return comparison.of_what_was_measured(outcome, measured) if measured else outcome
        return outcome

    def _of_the_counted(self, s: Situation) -> Outcome:
        """ "faster on 103 schemes and ties on 59": the noun stands with the number before."""
        if s.quantity.unit or s.quantity.low % 1:
            return None
        some = (
            _OF_WHICH.search(s.near_left)
            or _WHICH_OF.match(s.near_right)
            or (_OF_ALL.match(s.left) and _ARE_SO.match(s.near_right))
            or (_INCLUDING.search(s.near_left) and _WHICH_ARE.match(s.near_right))
        )
        if not (some or _ON_OF.search(s.near_left)):
            return None
        for _, draft, _ in reversed(self._read):
            if draft.kind is Kind.SCALE and draft.metric in (Metric.COUNT, Metric.DATASET_SIZE) and draft.unit:
                return Draft(Kind.SCALE, Metric.COUNT, draft.unit, "count of the same")
        return None

    def _pair_before(self, s: Situation) -> Before | None:
        """The second of a before/after pair that stands right before, or before the condition that it holds under."""
        if not self._read:
            return None
        for earlier, draft, _ in self._read[-2:]:
            apart = earlier.quantity.pair == "after" and earlier.index < s.index - 1
            if apart and _UNDER_A_CONDITION.fullmatch(s.doc.view, earlier.quantity.end, s.quantity.start):
                return Before(earlier.quantity, draft)
        earlier, draft, _ = self._read[-1]
        value = (
            draft.kind is Kind.MEASUREMENT
            and draft.metric.polarity is not Polarity.NEITHER
            and not earlier.quantity.pair
        )
        value = (
            value and earlier.quantity.dimension is not s.quantity.dimension
        )  # "latency falls to 30 ms, a 40% improvement"
        ends = (earlier.quantity.pair == "after" or value) and earlier.index == s.index - 1
        return Before(earlier.quantity, draft) if ends else None

    def _before(self, s: Situation) -> Before | None:
        for earlier, draft, _ in reversed(self._read):
            same = earlier.quantity.dimension is s.quantity.dimension
            if earlier.quantity.pair and not s.quantity.pair and draft.kind is Kind.MEASUREMENT:
                continue
            if same or (s.quantity.unit == "" and draft.unit in ("%", "pp", "")):
                return Before(earlier.quantity, draft)
        return None

    def _complete(self, s: Situation, draft: Draft) -> Found:
        q, text, kind = s.quantity, s.doc.text, draft.kind
        counted = kind in (Kind.RESOURCE, Kind.SCALE)
        baseline = self._baseline(s) if kind is Kind.COMPARISON else None
        made = (
            factor(q.low, q.high, draft.unit, draft.metric, draft.direction, draft.form) if draft.direction else None
        )
        end = _closed(text, q)
        attribution = self._attribution(s, draft)
        settings = (
            () if counted else self._settings(s, draft, Value(kind, draft.metric, attribution, baseline, self.system))
        )
        claim = Claim(
            field=s.doc.field,
            start_char=q.start,
            end_char=end,
            quote=text[q.start : end],
            kind=kind,
            low=q.low,
            high=q.high,
            unit=draft.unit,
            metric=draft.metric,
            qualifier=self._qualifier(s, draft),
            statistic=self._statistic(s, draft),
            direction=draft.direction,
            baseline=baseline,
            setting=settings[0].text if settings else None,
            hardware=find_hardware(s, self.mentions, baseline),
            attribution=attribution,
            factor_low=made.low if made else None,
            factor_high=made.high if made else None,
            sentence=text[s.sentence.start : s.sentence.end],
            rule=f"{q.rule}; {draft.rule}",
            confidence=confidence_of(draft.rule),
        )
        return Found(self._after_pair(s, claim), made, settings)

    def _attribution(self, s: Situation, draft: Draft) -> Attribution:
        if s.says(("vs", "versus")) and (one := self._of_two(s)) is not None:
            return one
        attribution = find_attribution(s, self.own_from, self.system)
        absolute = draft.kind is Kind.MEASUREMENT and not s.quantity.pair and draft.rule != "sparsity"
        if (
            attribution is Attribution.OWN
            and absolute
            and not _VERSUS.match(s.near_right)  # "keeps pace with X (16 FPS vs. X's 18 FPS)"
            and (score_of_other(s, self.system) or self._of_the_same_other(s) or self._of_several_others(s, draft))
        ):
            return Attribution.BASELINE
        return attribution

    def _of_two(self, s: Situation) -> Attribution | None:
        """ "a 29-point drop in errors (40% vs. 11%)": ours is the one that the change leads to."""
        if s.near_left.endswith("(") and _VERSUS.match(s.near_right) and s.index + 1 < len(s.siblings):
            at, first, second = -1, s.quantity, s.siblings[s.index + 1]
        elif s.previous is not None and _VERSUS.fullmatch(s.near_left):
            at, first, second = -2, s.previous, s.quantity
        else:
            return None
        change = self._read[at][2].claim if len(self._read) >= -at else None
        if change is None or change.direction is None or change.kind is not Kind.COMPARISON:
            return None
        if abs(abs(first.low - second.low) - change.low) > _ROUNDED:
            return None
        rises = change.direction is Direction.INCREASE
        new = second if (first.low < second.low) is rises else first
        return Attribution.OWN if s.quantity is new else Attribution.BASELINE

    def _of_several_others(self, s: Situation, draft: Draft) -> bool:
        """ "surpasses A (8%) and B (38%), but also C (57%)": all are of others."""
        if not self._read or not _ALSO_ANOTHER.fullmatch(s.near_left) or not _BEATS.search(s.left):
            return False
        if _VERSUS.match(s.near_right):
            return False  # "beats X on A (80 vs. 79) and B (74 vs. 70)"
        earlier, other, found = self._read[-1]
        same = other.metric is draft.metric and earlier.index == s.index - 1
        return same and found.claim.attribution is Attribution.BASELINE

    def _of_the_same_other(self, s: Situation) -> bool:
        """ "surpassing X's 78% and 49%": both are of X."""
        if not self._read:
            return False
        earlier, _, found = self._read[-1]
        if _SAME_BRACKET_NEXT.fullmatch(s.near_left):  # "outperforming X (7.9 FID / 0.7 CLIP)"
            opens = s.left[: earlier.quantity.start - s.sentence.start].rstrip(" ~$").endswith("(")
            if opens:
                return found.claim.attribution is Attribution.BASELINE
        theirs = earlier.index == s.index - 1 and found.claim.attribution is Attribution.BASELINE
        if theirs and _FOR_ANOTHER_NEXT.fullmatch(s.near_left):
            return True
        if s.group[0] == s.index:
            return False
        own_name = s.near_left.strip(" ,/$%").lower() in ("", "and", "or", "&")
        return own_name and earlier.index == s.index - 1 and found.claim.attribution is Attribution.BASELINE

    def _qualifier(self, s: Situation, draft: Draft) -> Qualifier:
        qualifier = find_qualifier(s)
        if qualifier is Qualifier.EXACT and self._read:
            earlier, _, found = self._read[-1]
            both = draft.kind is Kind.COMPARISON and found.claim.kind is Kind.COMPARISON
            alike = earlier.quantity.dimension is s.quantity.dimension or _JOINED.fullmatch(s.near_left)
            if both and earlier.index == s.index - 1 and alike:
                averaged = _ON_AVERAGE.match(s.near_right) is not None  # "up to 5x (2x on average)"
                return found.claim.qualifier if not averaged and carries_over(s, found.claim.qualifier) else qualifier
        return qualifier

    def _statistic(self, s: Situation, draft: Draft) -> Statistic | None:
        """The statistic; a following item of a list shares that of the one before."""
        own = _STATISTICS[draft.kind](s)
        if own is not None or not self._read:
            return own
        earlier, other, found = self._read[-1]
        if draft.rule == CHANGE_OF_PAIR:
            return found.claim.statistic  # "reduces the mean error to 0.3 m (a 22% improvement)"
        if found.claim.statistic not in _SHARED or earlier.index != s.index - 1 or other.kind is not draft.kind:
            return None
        listed = draft.rule == other.rule and _LISTED.fullmatch(s.near_left) is not None
        if not listed and not draft.rule.startswith("next"):
            return None
        gap = _OF_THE_ONE.sub("", s.doc.view[earlier.quantity.end : s.quantity.start])
        return None if _OTHERWISE.search(gap) else found.claim.statistic

    def _settings(self, s: Situation, draft: Draft, value: Value) -> tuple[Candidate, ...]:
        """What may be the setting, the best first."""
        before = self._read[-1][2].claim.setting if self._read else None
        if before and _SAME_BRACKET.fullmatch(s.near_left):
            return (Candidate(self._setting_in_bracket(draft, before), ("in the same bracket",)),)
        named = self._read[-1][2].settings if s.quantity.pair == "after" and self._read else ()
        if named and named[0].signs == ("rule in_brackets",):
            return named  # "on A (1 to 2) and B (3 to 4)"
        rule = self._own_setting(s)
        if rule is None and draft.kind is Kind.MEASUREMENT and (subject := named_subject(s, value.system)):
            rule = "named_subject", subject
        if rule is None and (carried := self._setting_before(s, draft, value.attribution)):
            rule = "carried", carried
        if rule and rule[0] in SURE:
            return (Candidate(rule[1], (f"rule {rule[0]}",)),)
        return ranked(candidates(s, value, rule, before), weights_of("extractors.context.setting"))

    def _setting_in_bracket(self, draft: Draft, before: str) -> str | None:
        """ "81% on A, beating B (72%, +9 points)": the gain holds where the paper's own value does."""
        if draft.kind is not Kind.COMPARISON or self._read[-1][2].claim.attribution is not Attribution.BASELINE:
            return before
        own = (found.claim for _, _, found in reversed(self._read) if found.claim.attribution is Attribution.OWN)
        return next((claim.setting for claim in own if claim.kind is Kind.MEASUREMENT), None)

    def _setting_before(self, s: Situation, draft: Draft, attribution: Attribution) -> str | None:
        """ "reaches 95% on A, surpassing B's 93%", "... surpassing B by 2%": both hold on A."""
        over_other = draft.kind is Kind.COMPARISON and _SURPASSING.search(s.near_left)
        read = [one for one in self._read if not over_other or one[2].claim.attribution is not Attribution.BASELINE]
        if not read or s.quantity.pair:
            return None
        earlier, other, found = read[-1]
        apart = earlier.index != s.index - 1 and len(read) == len(self._read)
        if apart or other.metric is not draft.metric or other.kind is Kind.SCALE:
            return None
        against = attribution is Attribution.BASELINE or _VERSUS.fullmatch(s.near_left)
        of_other = against and draft.kind is Kind.MEASUREMENT
        return found.claim.setting if of_other or over_other else None

    def _own_setting(self, s: Situation) -> tuple[str, str] | None:
        """The rule and the setting; a list with *respectively* pairs up with the settings of the list before."""
        setting = find_setting(s)
        first, last = s.group
        count = last - first + 1
        if setting is not None or count < 2 or not _RESPECTIVELY.match(s.list_right):
            return setting
        earlier = [
            found.claim.setting for other, _, found in self._read if other.group != s.group and found.claim.setting
        ]
        named = list(dict.fromkeys(name for name in earlier if name))[-count:]
        return ("list before", named[s.index - first]) if len(named) == count else None

    def _baseline(self, s: Situation) -> str | None:
        """The baseline; "5x and 3x higher efficiency, respectively" takes those of the claims before."""
        baseline = find_baseline(s)
        first, last = s.group
        count = last - first + 1
        if baseline is None and count < 2:
            return self._inherited(s)
        if baseline is not None or count < 2 or not _RESPECTIVELY.match(s.list_right):
            return baseline
        earlier = (found.claim.baseline for _, _, found in self._read)
        named = list(dict.fromkeys(name for name in earlier if name))[-count:]
        return named[s.index - first] if len(named) == count else None

    def _inherited(self, s: Situation) -> str | None:
        """ "improves A by 4x over B while reducing C by 3x": one comparison, one baseline."""
        if not self._read:
            return None
        compared = next((one for one in reversed(self._read) if one[1].kind is Kind.COMPARISON), None)
        if compared is None:
            return None
        earlier, _, found = compared
        gap = s.doc.view[earlier.quantity.end : s.quantity.start]
        compares = len(gap) < 110
        if _BEATS_IT.search(s.left):
            return found.claim.baseline
        joined = compares and (_WHILE.search(gap) or _ON_ANOTHER.fullmatch(gap))
        return found.claim.baseline if joined else None

    def _after_pair(self, s: Situation, claim: Claim) -> Claim:
        """The second of a before/after pair shares what was said before the first."""
        if s.quantity.pair != "after" or not self._read:
            return claim
        earlier, draft, found = self._read[-1]
        first = found.claim
        if first.setting is None and claim.setting is not None:
            self._read[-1] = (earlier, draft, replace(found, claim=replace(first, setting=claim.setting)))
        return replace(claim, statistic=claim.statistic or first.statistic, setting=_setting_of_pair(s, first, claim))


def _is_a_result(draft: Draft) -> bool:
    """Whether a change with no metric named may be of this: a measurement, or the length of a context."""
    spent = draft.unit == "GPU-hours"
    return (draft.kind is Kind.MEASUREMENT and not spent) or draft.metric is Metric.CONTEXT_LENGTH


def _setting_of_pair(s: Situation, first: Claim, second: Claim) -> str | None:
    """The second's own, but not what a comma parts from it: "on A from 1 to 2, on B from 3 to 4"."""
    if first.setting is not None and s.right.startswith(","):
        return first.setting
    return second.setting or first.setting


def _closed(text: str, q: Quantity) -> int:
    """The end of the quote: mathematics and braces that are opened inside are closed inside."""
    end = q.end
    if text[end : end + 1] == "}" and text.count("{", q.start, end) > text.count("}", q.start, end):
        end += 1  # "20\\,\\mathrm{FPS}"
    odd = text.count("$", q.start, end) % 2 == 1
    return end + 1 if odd and text[end : end + 1] == "$" else end
