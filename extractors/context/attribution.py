"""Whose number it is: the paper's own, its baseline's, or the background's."""

from __future__ import annotations

import regex

from extractors.context.beside import another_is_beside, is_brought_to
from extractors.context.metric import metric_cues
from extractors.context.subject import subject_is_another
from extractors.endings import ending
from extractors.numbers.units import Dimension
from extractors.patterns import IGNORECASE, Folded, Match, Pattern
from extractors.situation import Situation
from extractors.text import Document, folded, holds
from schemas.vocabulary import Attribution

_OWN = Folded(
    r"\b(?:we|our|ours|this (?:paper|work|article|study|survey|thesis|report|letter)|the proposed|"
    r"the present(?:ed)?|in this|"
    r"experiments?|evaluations?|results?|is (?:presented|proposed|introduced)|here)\b|"
    r"^an? (?:[\p{L}-]{1,24} ){0,3}(?:study|analysis|survey|audit|evaluation|comparison) (?:of|across|over|on|with) |"
    r"^across \d|^(?:evaluat|test|benchmark)ing \d"
)
_FIRST_PERSON = Pattern(r"\b(?:we|our|ours|the proposed)\b", IGNORECASE)
_TYPICALLY = regex.compile(
    r"\b(?:typically|commonly|usually|(?<!more )(?<!less )often|nowadays|today's|(?:has|have) (?:grown|become))\b|"
    r"\b(?=existing|current)"
    r"(?<!\b(?:over|than|of|unlike|outperform\w*|surpass\w*|exceed\w*|beat\w*|with|to|against|improv\w*)\s(?:the\s|"
    r"all\s|both\s)?)"
    r"(?:existing (?:\p{L}+\s){0,2}(?:methods|approaches|models|systems|works?)|"
    r"current (?:\p{L}+\s){0,3}(?:methods|approaches|models|systems|practice))\b",
    regex.IGNORECASE,
)
_TYPICAL = (
    "typically", "commonly", "usually", "often", "nowadays", "today's", "grown", "become", "existing", "current",
)  # fmt: skip
_SUPERIOR = Pattern(
    r"\b(?:(?:out)?perform|surpass|exceed|beat|improv|reduc|achiev|reach|deliver|reveal|show|maintain)(?:s|es|ing)\b"
)
# What each of some patterns below has to have, folded.
_SETS_AGAINST = (
    "vs", "versus", "than", "compar", "against", "instead of", "relative to", "opposed to", "up from", "down from",
    "while", "where",
)  # fmt: skip
_VS = ("vs", "versus")
_SIZES = (Dimension.DEVICES, Dimension.PARAMETERS, Dimension.COUNT)
_USUAL = ("typically", "usually", "normally", "otherwise", "previously", "formerly")
# "runs on 2 GPUs, a job that usually needs 16"
_USUALLY_NEEDS = ending(
    r",\s(?:an?|which|something)\s(?:[\p{L}-]+\s){0,4}(?:typically|usually|normally|otherwise|previously|formerly)\s"
    r"(?:requir|need|tak|consum|demand|us|run|train)\p{L}*\s"
    r"(?:(?:at least|more than|up to|about|over|an?|on|around)\s){0,2}$"
)
_COMPARED = ("compared", "relative to", "unlike")
# "Compared to a 7B model trained on 300B tokens, ours ..."
_COMPARED_AT_ONCE = Pattern(
    r"(?:(?:For (?:example|instance)|Notably|Specifically|Moreover|Furthermore|In particular),\s)?"
    r"(?:[Cc]ompared (?:to|with)|[Rr]elative to|[Uu]nlike)\s(?!our\b)"
    r"(?:(?!\s(?:on|across|in|for|over|when|under|our|ours)\s)[^,;:()]){0,90}"
    r"(?:\s(?:trained|pre-?trained|run|running) on\s[^,;:()]{0,20})?$"
)
_PARTS = ("while", "where", "though")
_EXCELS = ("outperform", "surpass", "exceed", "beat")
_CONTRASTS = ("unlike", "contrast", "contrary to", "compar", "relative to", "versus")
_TURNS = ("while", "where", "but", ";")
_WORSE_THAN_OURS = Pattern(
    r"\s{0,2}(?:slower|worse|more expensive|larger|higher|more|lower|less|"
    r"fewer)\b[^,;.]{0,30}?\sthan\s(?:ours\b|the proposed\b|our\s(?!(?:own\s)?baselines?\b))",
    IGNORECASE,
)
_RIVAL = regex.compile(
    r"\b(?:outperform|surpass|exceed|beat|(?<!\b(?:an?|the|under|with|at)\s)match|rival|comparable to|"
    r"similar to|on par with|close to|competes? with|(?:performs?|works?|does) (?:like|as well as)|"
    r"(?:as (?:good|accurate|strong|capable) as)|(?:that|those)\sof|"
    r"competitive with|(?<!\b(?:more|less|fewer|greater)\s)than|to that of|approach|against)(?:s|es|ed|ing|ting)?\s"
    r"(?:(?:a|an|the|that|those|of|its|much|even|larger|comparable|existing|other|dense|some|many|most|recent|strong|"
    r"leading|proprietary|open-source|up to|models?|baselines?|performance|with|having)\s){0,5}[~]?\s?$|"
    r"\b(?:traditional|conventional|prior|previous|competing)\s(?:[\p{L}-]+\s){0,2}$",
    regex.IGNORECASE,
)
_OTHERS_DO = regex.compile(
    r"(?<!\b(?:over|than|of|to|with|against|(?:surpass|outperform|exceed|beat|match|improv)\p{L}*)\s(?:the\s|all\s)?)"
    r"\b(?:every|all|best|strongest|existing|current|prior|previous|other|competing|"
    r"[Ii]n contrast, (?:[\p{L}-]+\s){0,6}?)\s?(?:[\p{L}-]+\s){0,2}(?:baselines?|methods|approaches|"
    r"competitors|systems)\b"
    r"[^.;]{0,40}?\b(?:exhibits?|suffers?|fails?|reach(?:es)?|achieves?|struggles?|drops?|only|degrades?|"
    r"attains?|obtains?)\b",
    regex.IGNORECASE,
)
_SET_AGAINST = Pattern(
    r"\b(?:[Cc]ompared (?:to|with)|[Rr]elative to|than|over|versus|[Uu]nlike|against)\s(?:[\p{L}-]+\s){0,2}$"
)
_OTHERS = ("baseline", "method", "approach", "competitor", "system")
_DO = (
    "exhibit", "suffer", "fail", "reach", "achieve", "struggle", "drop", "only", "degrade", "attain", "obtain",
)  # fmt: skip
_BASELINE_BEFORE = regex.compile(
    r"(?:\b(?:vs\.?|versus|compared (?:to|with)|as compared to|in comparison (?:to|with)|(?<!(?:more|less|"
    r"fewer|greater|higher|larger|lower|smaller|better|longer|rather|other)\s)than|against|instead of|"
    r"rather than|relative to|as opposed to|(?:up|down) from|"
    r"(?:while|whereas|where)\s(?:an?\s|the\s)?(?:(?:next|second)[- ]best|best|strongest|baselines?|previous|prior|"
    r"existing|"
    r"others?|competing|standard|reference|original|naive|plain|unmodified|"
    r"vanilla|conventional)\b[^,;]{0,60}?(?:is|only|at|to|achiev\w+|obtain\w+|reach\w+|need\w*|requir\w+|exhibits?|"
    r"shows?|"
    r"incurs?|attains?)?)"
    r"(?:\s(?:a|an|the|only|just|about|around|a score of|an accuracy of|accuracy of|its|their|original|"
    r"(?:latency|runtime|rate|throughput|error|recall|precision|success rate) of|"
    r"baseline|mere|over|up to|speedup of|~)){0,4}\s{0,2}[($~]{0,3}\s{0,2}$)",
    regex.IGNORECASE,
)
_OF_THE_BASELINE = Pattern(
    r"^\s{0,2}\)?\s?(?:(?:achieved|obtained|reported|reached|required|needed)\s)?(?:by|for|from|with|in|"
    r"using)\s(?:the\s)?(?:\p{L}+[-\s]){0,2}?(?:baselines?|previous|prior|vanilla|existing|conventional|"
    r"original|standard|base model)\b|^\s(?:base(?:line)?|original|vanilla|previous|prior)\b(?!\sto\b)|"
    r"^(?:\s[\p{L}\d-]{1,16}){1,2}\sbaseline\b(?!\s\p{Ll})|"
    r"^[^,;.]{0,20}\bpublished\b(?!\s(?:articles?|papers?|studies|works?|literature|research)\b)",
    IGNORECASE,
)
_BRACKETED_NAME = ending(r"(?P<name>[\p{L}\d][^,;()]{1,40})\s\(\s?$")
_THAN_NAME = Pattern(r"\bthan\s[^,;()]{2,50}\(\s?$")  # "worse than the tool alone (40%)"
_BASELINE_REACHES = Pattern(
    r"\bbaselines?\s(?:\(\s?$|(?:only\s)?(?:reach|achiev|obtain|attain|get|scor|yield|stay|"
    r"remain|tak|need|requir|us|run|cost|consum)\w*\s(?:(?:only|a|an|about|at|an accuracy of)\s){0,2}[~$]?$)",
    IGNORECASE,
)
_AGAINST = Folded(
    r"\b(?:outperform|surpass|exceed|beat|match(?:es|ing)|rival(?:s|ing)|compared (?:to|with)|gap (?:to|with)|than|"
    r"over(?!all)|versus|vs\.?|against|ahead of|"
    r"(?:competitive|comparable|on par|similar|inferior|superior)\s(?:to|with)|"
    r"ahead of|(?:below|above|behind)\s(?:the|its|an?))\w*\b[^;]{0,70}$"
)
_APPROACHING = Folded(
    r"\b(?:approaching|above|exceeding|surpassing|beating|outperforming|close to|"
    r"(?<!ntersection\s)(?<!preferred\s)over|matching|than)\s(?!real[- ]time|an?\s{0,2}$)(?:the\s|"
    r"its\s)?(?:\p{L}[\p{L}\d()'.-]*\s(?:\([^()]{1,20}\)\s)?){1,6}(?:at|of|with|\()?\s{0,2}$|'s\s$"
)
_THEN_REACHES = Pattern(  # "by 20% over X and attains a"
    r"\b(?:and|while|but)\s(?:\p{Ll}+ly\s)?(?:achiev|reach|attain|obtain|deliver|gett?|yield|maintain|keep|preserv|retain|"
    r"runn?|requir|us|need|consum|scor|tak|sustain|show)(?:e?s|ing|e)\s"
)
_SHOWS = ending(r"\b(?:demonstrat|show|confirm|highlight|validat|verif)\p{Ll}{0,4}\s[^\s,;()]{2,30}'s\s$")
_CLOSED = Pattern(r"\([^()]*\b(?:over|than|vs\.?|versus)\b[^()]*\)")  # "(68%, 3 points over X)"
_BEATS = Pattern(r"\b(?:outperform|surpass|exceed|beat)")


# "outperforms the dense model, which reaches 3x"; "the 128-GPU baseline"
_RIVAL_WHICH = Folded(
    r"\b(?:outperform|surpass|exceed|beat)\w*\s(?:[^;.]|\.\d){3,140}?(?:,\swhich|\sthat)\s(?:(?:only|both|"
    r"all)\s)?(?:achiev|reach|obtain|requir|us|need|tak|ha[sd]|have|contain|emplo|attain)\p{L}*\s"
    r"[^;.,]{0,60}$"
)
_SIZE_OF_RIVAL = Pattern(  # "outperforms Name (2B)"
    r"\b(?:outperform|surpass|exceed|beat|match|rival)(?:s|es|ed|ing)?\s"
    r"(?:[^;,.()]{2,60}?\([^()]{1,24}\)(?:,\s(?:and\s)?|\sand\s)){0,5}[^;,.()]{2,40}?\(\s?$|"
    r"\bcompar(?:e|es|ed|ing)\s[^;.]{2,80}?\s(?:against|with|to)\s(?:[^;.]|\.\d){2,160}?\(\s?$"
)
_TRAINED_RIVAL = Folded(  # "surpasses models trained on over 1M samples"
    r"\b(?:outperform|surpass|exceed|beat|match|rival)(?:s|es|ed|ing)?\s(?:(?:\p{L}+-)*(?:training|"
    r"tuning)\son\s(?:(?:over|more than|up to|about)\s|~){0,2}$|"
    r"(?:\p{Ll}[\p{L}-]*\s){0,3}(?:models?|methods?|systems?|ones|agents|baselines?)\s"
    r"(?:that (?:are|were)\s)?(?:trained|fine-?tuned|built|pre-?trained|distilled|operating|running|working)\s"
    r"(?:on|with|using|from|at|under)\s(?:(?:over|more than|up to|at least|about)\s|~){0,2}$)"
)
_THE_RIVAL = ending(
    r"\b(?:outperform|surpass|exceed|beat|match|rival)(?:s|es|ed|ing)?\s(?:the|its|their|all|an?)?\s?"
    r"(?:(?:original|prior|previous|earlier|existing|best|strong|SOTA|state-of-the-art|full|standard|recent)\s){1,2}$"
)
# "However, X does not yet run in real time (8 FPS)"
_FALLS_SHORT = Pattern(
    r"(?:However|Yet|But|Nevertheless|"
    r"Still),?\s(?P<who>(?:the\s)?\p{L}[\p{L}\d.+-]*(?:\s[\p{L}\d.+-]+){0,4}?)\s(?:still\s)?"
    r"(?:(?:does|do|did|could|can)\snot|cannot|fails?|suffers?|struggles?|remains?)\b"
)
_A_PROBLEM = Pattern(r"\b(?:bottleneck|problem|challenge|gap|question|issue|limitation|obstacle|hurdle)s?$")
_INCLUDING = ending(  # "outperforms all models, including several with up to 8B parameters"
    r"\b(?:outperform|surpass|exceed|beat|match|rival)(?:s|es|ed|ing)?\s[^;.]{3,80},\s(?:including|even|among them)\s"
    r"(?:(?:several|some|many|those|ones|models|much larger ones)\s){0,2}(?:(?:with|of|having|at)\s)?"
    r"(?:(?:up to|over|more than|around|about)\s|~)?$|"
    r"\bdespite\stheir\s(?:much\s|far\s)?(?:larger|bigger|greater)\s[^,;.]{0,60}$"
)
_BOUND_BY = ending(r"\b(?:exceed|surpass)(?:s|es|ing|ed)?\s$")  # "models exceeding 100B parameters"
_RIVALS = Pattern(r"baselines|methods|models|systems|competitors|algorithms|approaches")  # "against 19 baselines"
_ON_A_SET = ending(
    r"\b(?:on|in)\s(?:the\s)?[\p{L}\d-]+(?:\s[\p{L}\d-]+)?\s\((?:[^()]{1,10}\),?\s(?:and\s)?[\p{L}\d-]+\s\(){0,3}\s?$"
)  # "beats all baselines on Set (65%)"
_ALL_OTHERS = Pattern(r"\b(?:all|baselines?|methods|models|approaches|competitors|systems|others)\s(?:on|in)\s")
_THEN_OURS = Pattern(r",\s(?:we|our|it|\p{Lu}[\p{L}\d]*[\p{Lu}\d-][\p{L}\d]*)\s")
_OF_A_BASELINE = Pattern(r"-?\s?(?:\p{Ll}+\s)?baselines?\b")
_OUTPERFORMS = Pattern(r"\b(?:outperform|surpass)(?:s|es|ing)\b")
_NAME_DOES = Pattern(
    r"\b\p{Lu}[\p{L}\d-]+\s(?:(?:can|still|only|also)\s){0,2}(?:achiev|reach|deliver|maintain|attain|"
    r"obtain)e?s?\b"
)
_VERSUS_ANOTHER = Pattern(
    r"\b(?:vs\.?|versus)\s(?:(?!with\b|and\b|while\b|at\b)\p{Ll}[\p{Ll}-]*\s){0,2}(?:\\?[lg]eq\s?|[=<>~$+\s-])*$"
)
_VERSUS_SEVERAL = ending(r"\((?:vs\.?|versus)\s[^()]{2,80}(?:,|\sand)\s[~$]?$")  # "(vs. 79% for X and 97% for Y)"
_BEATEN = Pattern(
    r"\b(?:than|surpassing|exceeding|over|from|beyond|beating)\s(?:(?:the|about|approximately|nearly|"
    r"roughly)\s){0,2}$"
)
_BY_ANOTHER = Pattern(
    r"[\s—-]{1,4}(?:achieved|obtained|reached|used|required|needed)\sby\s(?:\p{Lu}|(?:the\s)?(?:prior|previous|"
    r"existing|"
    r"conventional|standard|baseline|original))|"
    r"(?:\s[\p{L}-]{1,20}){0,3}\s(?:of|in)\s(?:earlier|prior|previous|existing|other|conventional|standard)\b"
)
# "3x the second best at 5.1"
_SECOND_BEST = ending(
    r"\b(?:(?:second|next)[- ]best|runner-up|(?:best|strongest) (?:baseline|competitor))(?:\s\p{L}{3,12})?\s"
    r"(?:at|of|with)\s[~$]?$"
)
# "well below the human baseline of 90%", "over a chance level of 25%"
_LEVEL_OF = ending(
    r"\b(?:(?:baselines?|human|expert|annotator|chance|random)\s(?:performance|accuracy|level|score|rate|agreement)|"
    r"baselines?|random\s(?:chance|guess(?:ing|es)?)|chance)(?:\s(?:accuracy|score|rate|value|time|latency))?\s?"
    r"(?:(?:of|at|is|being|was|=)\s?)(?:(?:about|only|roughly|around)\s|~){0,2}[$~]?$",
    regex.IGNORECASE,
)
# "avoids the overhead of rebuilding (about 150 ms)"
_AVOIDED = Pattern(r"\b(?:eliminat|remov|avoid)(?:e|es|ed|ing|s)?\s[^,;()]{3,80}\((?:of\s)?(?:about\s|up to\s|~)?$")
_IN_THE_BRACKET = Pattern(r"[^()\d]{0,20}\)(?:,|\sand\b)")
_COMPARED_FIRST = Pattern(
    r"(?:Compared (?:to|with|against)|Relative to|Unlike|In (?:contrast|comparison) (?:to|with))\s"
    r"(?:[^();]{2,60}\([^()]{1,30}\)){0,6}(?:(?:[^(),;]{2,40})?,?\s)?(?:and\s)?(?P<who>[^(),;]{2,60})\($"
)
_OUR_EARLIER = Pattern(
    r"(?:In\s)?[Oo]ur\s(?:prior|previous|earlier)\s(?:[^,;]{2,80}$|\p{L}+\s?,\s(?:we|it)\s(?!now|here)[^;]{2,200}$)"
)
_VALUE_OF = r"[\s~$]{0,3}\d[^\s,;]{0,12}\s(?P<of>for|by|with|from|of|in)\s"
_RIVALS_LISTED = Pattern(  # "compared with 40% for A, 38% for B and"
    r"\b(?:compared\s(?:to|with)|versus|vs\.?|against|relative\sto)" + _VALUE_OF + r"[^,;()]{1,40}?"
    r"(?:(?:,\s(?:and\s)?|\sand\s)[\s~$]{0,3}\d[^\s,;]{0,12}\s(?P=of)\s[^,;()]{1,40}?){0,4}"
    r"(?:,\s(?:and\s)?|\sand\s)[\s~$]{0,3}$",
    IGNORECASE,
)
_VERSUS = Pattern(r"\s{0,2}(?:vs\.?|versus|against)\s\$?\d", IGNORECASE)
# "while a fine-tuned X achieves only 53%"
_WHILE_ANOTHER = Folded(
    r"\b(?:while|whereas|though|although)\s(?!(?:our|we|it|the proposed|"
    r"ours)\b)[^,;]{2,70}\s(?:achiev|reach|obtain|scor|attain|"
    r"get|manag|yield|remain|stay)\w*\s(?:at\s)?(?:only|just|merely)\s(?:an?\s|about\s|around\s){0,2}[~$]?$|"
    r"\b(?:while|whereas)\s(?!(?:our|we|it|the proposed|ours)\b)[^,;]{2,70}\s(?:drop|fall|degrad|"
    r"collaps|plummet)\p{L}*\sto\s"
    r"(?:only\s|just\s|about\s|an?\s){0,2}[~$]?$"
)


_SUBJECT = r"(?P<who>(?:the\s)?[\p{L}\d][\p{L}\d.+-]*(?:\s[\p{L}\d][\p{L}\d.+-]*){0,3}?)"
_DOES = (
    r"(?:attain|achiev|reach|obtain|scor|get|need|requir|tak|us|run|consum|cost|manag|yield|deliver|remain|stay|"
    r"occup|incur|"
    r"plateau|peak|saturat|stagnat|stall|hover|exhibit|stop)"
    r"(?:e?s|ed|ing|e)?\s(?:(?:at (?:most|best)|no more than|at|in|only|about|around|over|nearly|up to|more than|"
    r"an?)\s){0,3}"
    r"(?:(?:[\p{L}-]{1,20}\s){1,3}of\s)?[~$]?$"
)
_FALLS = r"(?:degrad|drop|fall|collaps|deteriorat)e?s\sto\s(?:(?:only|just|about|around|an?)\s){0,2}[~$]?$"
# "unlike X, which needs 12 GB"; "where X reaches 76%"
_UNLIKE = Pattern(
    rf"\b(?:[Uu]nlike|[Ii]n contrast (?:to|with)|[Cc]ontrary to|[Cc]ompared (?:to|with)|[Rr]elative to|[Vv]ersus|"
    rf"[Ii]n comparison (?:to|with))\s{_SUBJECT},?\s(?:which|that)\s{_DOES}"
)
_WHERE = Pattern(rf"\b(?:whereas|where)\s(?=\p{{Lu}}){_SUBJECT}\s{_DOES}")
# "X needs 12 GB, whereas ours needs 3 GB"
_FIRST_OF_TWO = Pattern(rf"(?:^|,\s)(?:[Tt]he\s)?{_SUBJECT}\s(?:{_DOES}|{_FALLS})")
_NOW_OURS = Pattern(
    r"^[^.;]{0,50}?(?:,\s(?:whereas|while|but)|;|\bwhereas|\bwhile)\s(?:(?:adding|using|with|"
    r"applying)\s)?(?P<who>our|ours|we|it|"
    r"the proposed|\p{Lu}[\p{L}\d-]+)\b[^.;]{0,60}\d"
)
_OURS = Pattern(
    r"(?:our|ours|we|it|this|these|the proposed|its|they|which|that|both|all|results?|experiments?)\b",
    IGNORECASE,
)


def _is_of_another(s: Situation, system: str | None) -> bool:
    """Whether the subject of the value's clause is what the paper's own system is set against."""
    unlike = _UNLIKE.search(s.left[-120:]) if s.says(_CONTRASTS) else None
    where = _WHERE.search(s.left[-120:]) if system and "where" in s.sentence_folded else None
    for match in (unlike, where, _first_of_two(s, system)):
        if match is not None and not _OURS.match(match["who"]) and not _names(match["who"], system):
            return True
    return False


def _counts_a_rival(s: Situation) -> bool:
    """ "surpasses models trained on over 1M samples", "the 128-GPU baseline"."""
    if s.quantity.dimension not in (Dimension.DEVICES, Dimension.PARAMETERS, Dimension.COUNT):
        return False
    if "-" in s.doc.view[s.quantity.start : s.quantity.end] and _THE_RIVAL.search(s.left[-60:]):
        return True  # "surpassing the original 50-step teacher"
    if _TRAINED_RIVAL.search(s.left[-110:]) or _OF_A_BASELINE.match(s.right):
        return True
    if s.quantity.unit == "tokens" and _SIZE_OF_RIVAL.search(s.left):
        return True
    return _BEATEN.search(s.near_left) is not None and _BY_ANOTHER.match(s.right) is not None


def _is_further_rival(s: Situation) -> bool:
    """ "compared with 40% for A, 38% for B and 35% for C": the second and the third."""
    if not s.index or not s.says(_SETS_AGAINST):
        return False
    listed = _RIVALS_LISTED.search(s.left[-220:])
    return listed is not None and s.right.startswith(f" {listed['of']} ")


def _is_size_of_another(s: Situation) -> bool:
    """ "a job that usually needs 16 GPUs", "Compared to a 7B model, ours", "outperforms Name (2B)"."""
    if s.says(_USUAL) and _USUALLY_NEEDS.search(s.near_left[-90:]):
        return True
    if s.says(_COMPARED) and _COMPARED_AT_ONCE.match(s.left):
        return True
    return s.quantity.dimension is Dimension.PARAMETERS and (
        _INCLUDING.search(s.left[-150:]) is not None
        or (_RIVAL.search(s.before_list[-70:]) is not None and not _BOUND_BY.search(s.left[-24:]))
        or _SIZE_OF_RIVAL.search(s.left) is not None
    )


def _falls_short(s: Situation, system: str | None) -> bool:
    match = _FALLS_SHORT.match(s.left)
    if match is None or _A_PROBLEM.search(match["who"]):
        return False
    return not _OURS.match(match["who"]) and not _names(match["who"], system)


def _first_of_two(s: Situation, system: str | None) -> Match | None:
    ours = _NOW_OURS.match(s.right) if s.says(_TURNS) else None
    if ours is None or not (_OURS.match(ours["who"]) or _names(ours["who"], system)):
        return None
    return _FIRST_OF_TWO.search(s.left)


def _names(who: str, system: str | None) -> bool:
    return system is not None and (system.lower() in who.lower() or who.lower() in system.lower())


def find_attribution(s: Situation, own_from: int, system: str | None = None) -> Attribution:
    """``own_from`` is the first sentence that speaks of the paper itself; what stands before is background."""
    if s.quantity.pair == "before":
        return Attribution.BASELINE
    if s.quantity.pair == "after" or is_brought_to(s):
        return Attribution.OWN
    evaluated = s.quantity.dimension is Dimension.COUNT and _RIVALS.fullmatch(s.quantity.unit)
    near = s.near_left[-110:]
    if holds(folded(near), _SETS_AGAINST) and _BASELINE_BEFORE.search(near) and not evaluated:
        return Attribution.BASELINE
    if _WORSE_THAN_OURS.match(s.right) or _is_further_rival(s):
        return Attribution.BASELINE
    if s.quantity.dimension in _SIZES and _is_size_of_another(s):
        return Attribution.BASELINE
    if s.says(_PARTS) and _while_another(s):
        return Attribution.BASELINE
    if s.says(_VS) and (_VERSUS_ANOTHER.search(s.near_left) or _VERSUS_SEVERAL.search(s.left[-90:])):
        return Attribution.BASELINE
    if (
        _is_of_another(s, system)
        or _falls_short(s, system)
        or _counts_a_rival(s)
        or (s.says(_EXCELS) and _RIVAL_WHICH.search(s.left[-170:]))
    ):
        return Attribution.BASELINE
    if _OUR_EARLIER.match(s.left) or _stands_before_own(s, own_from):
        return Attribution.BACKGROUND
    sentence = s.doc.view[s.sentence.start : s.sentence.end]
    speaks_of_others = s.says(_OTHERS) and s.says(_DO)
    others = _OTHERS_DO.search(s.left) if speaks_of_others else None
    if others and _SET_AGAINST.search(s.left, 0, others.start()):
        others = None  # "compared with other prior methods, ours achieves"
    if others and not _FIRST_PERSON.search(s.left) and not _THEN_OURS.search(s.left, others.start()):
        return Attribution.BASELINE
    if (
        s.says(_TYPICAL)
        and _TYPICALLY.search(sentence)
        and not _OWN.search(sentence)
        and not ((own_from and _SUPERIOR.search(s.left)) or _NAME_DOES.search(s.left))
    ):
        return Attribution.BACKGROUND
    return Attribution.BASELINE if subject_is_another(s, system) else Attribution.OWN


def _while_another(s: Situation) -> bool:
    """ "while X drops to 60%"; in "while precision drops to 60%" it is another score of the same."""
    match = _WHILE_ANOTHER.search(s.left[-140:])
    if match is None or _names_device(s, len(s.left) - len(s.left[-140:]) + match.start()):
        return False  # "an A reaches 81%, while a B reaches only 27%": both devices are what is studied
    who = match[0].split()[1:3]
    return not (who and any(word.islower() and metric_cues(word) for word in who))


def _names_device(s: Situation, start: int) -> bool:
    """Whether a device is named between a place of the sentence and the value."""
    return any(s.sentence.start + start <= first and last <= s.quantity.start for first, last in s.devices)


def _stands_before_own(s: Situation, own_from: int) -> bool:
    """Whether nothing has been said of the paper itself so far."""
    if s.sentence.index == 0 and _OUTPERFORMS.search(s.doc.view, s.sentence.start, s.sentence.end):
        return False
    return s.sentence.index < own_from


def score_of_other(s: Situation, system: str | None = None) -> bool:
    """Whether a value is that of the thing compared with: "outperforming CNN (58%)", "approaching o1 at 88%"."""
    if (
        _OF_THE_BASELINE.match(s.near_right)
        or _SECOND_BEST.search(s.near_left[-60:])
        or another_is_beside(s, system)
        or _LEVEL_OF.search(s.near_left)
    ):
        return True
    if _IN_THE_BRACKET.match(s.right) and _compared_first(s, system):
        return True
    if s.quantity.dimension in (Dimension.TIME, Dimension.BYTES) and _AVOIDED.search(s.near_left):
        return True
    left = s.left
    if _VERSUS.match(s.right):
        return False  # "faster than X (139 ms vs. 145 ms)": the first is the own
    if s.says(_PARTS) and _while_another(s):
        return True
    if "baseline" in s.sentence_folded and _BASELINE_REACHES.search(s.near_left):
        return True
    if _ON_A_SET.search(left[-60:]) and _ALL_OTHERS.search(left[-90:]):
        return False
    if _BRACKETED_NAME.search(left) and _AGAINST.search(_CLOSED.sub("", left[-130:]).rsplit("(", 1)[0]):
        return s.index > 0 or _BEATS.search(left) is not None or _THAN_NAME.search(left[-60:]) is not None
    near = s.near_left[-90:]
    if near.endswith("'s ") and _SHOWS.search(near):
        return False  # "experiments demonstrate Name's 97% recall"
    if s.quantity.dimension is Dimension.TIME and near.endswith("within "):
        return False  # "higher than the baseline within 8 hours"
    if near.rstrip("( $~").count(")") > near.rstrip("( $~").count("("):  # what a bracket ends with is of that bracket
        near = near[near.rindex(")") + 1 :]
    approached = _APPROACHING.search(near) if s.index else None
    return approached is not None and not _THEN_REACHES.search(approached[0])


def _compared_first(s: Situation, system: str | None) -> bool:
    """ "Compared with A (12 ms) and B (30 ms), ours takes 4 ms": the values in the brackets are of others."""
    match = _COMPARED_FIRST.match(s.left)
    return match is not None and not _OURS.match(match["who"]) and not _names(match["who"].strip(), system)


def first_own_sentence(doc: Document, system: str | None) -> int:
    """Index of the first sentence that speaks of the paper itself; 0 when none does."""
    for sentence in doc.sentences:
        text = doc.view[sentence.start : sentence.end]
        if (system and system in text) or _OWN.search(text):
            return sentence.index
    return 0
