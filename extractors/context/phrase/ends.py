"""Where a noun phrase ends: "the ocean model | which", "both parsers | and reaches 3x"."""

from __future__ import annotations

from extractors.endings import Ending
from extractors.lexicon import HEDGES
from extractors.patterns import Folded, Match, Pattern
from extractors.wordgroups import any_of, word_groups

_WORDS = word_groups("extractors.context.phrase", "ends.txt")
_MARK = r"[;:]|-(?=with(?:out)?\s)|,(?!\d)|\.(?:\s|$)|\s[-—]\s|--(?!\d)|—|\)"
_VALUE = (
    r"\s(?:and|to)\s(?=[+~<>$]|-\d|times\W?\d|\s{1,20}[\d~])|\swith\s(?=[~<>≤≥]\s?\d)|~?\scite[pt]?\s(?=\S*\d)|"
    r"\sand\s(?=(?:auroc|auc|f1|psnr|ssim|accuracy|recall|precision)\s(?:of\s)?[<>=≥≤\d])"
)
_WORD = any_of(_WORDS["joining"] | _WORDS["clause"] | _WORDS["verb"])
_VERB_NOT_NOUN = f"(?!(?:{any_of(_WORDS['noun'])})\\b)(?:{any_of(_WORDS['verb with a noun'])})"
# Words that end a phrase in some company only.
_IN_COMPANY = (
    r"(?:record|receiv|attract|logg|yield|serv|handl|contain|compris)ed (?=\d)",
    r"(?:replic|indic|demonstr|illustr|valid|corrobor|motiv|facilit|domin)ates (?:the|an?|that|how|its|our)",
    r"between(?!\s[~$]?\d)",
    r"compared(?!\s\p{L}+s\b)",
    r"yet(?! to)",
    r"runs(?! (?:on|of|with|and|we|it|the|our|in|for)\b)(?=\s\w)",
    r"(?:according|relative|lead(?:s|ing)) to",
    r"result(?:s|ed|ing) in",
    r"(?<!\d[bkm]\s)to (?=\d|(?:nearly|about|only|just|around|almost|roughly|below|under|over|"
    r"merely|barely|approximately|at most|at least) [$~]?\d|"
    r"(?:complete|finish|converge|terminate)\b)",
    r"to as",
    # "as the batch grows"
    r"as (?:[\p{L}-]+ ){1,4}(?:increas|grow|scal|ris|decreas|drop|shrink|expand|vari|chang|approach|becom)(?:e|es|s)",
    rf"(?:{any_of(_WORDS['verb of motion'])}) (?:\p{{Ll}}+ly |only |even |back |up |down |further ){{0,2}}"
    r"(?:by|to|from|below|above|between|around|near)",
    rf"as well as (?=(?:{HEDGES})?[~+<>$]?\d[\d.,]*(?![\d.,]|-?[\p{{L}}-]*\p{{L}}-?\d|d\b))",
    r"the (?:advantage|gap|gains?|speed-?up|improvement|reduction)",
    r"with (?=(?:(?:an?\s)?(?:\p{L}+\s)?(?:latency|throughput|speed|accuracy|memory|score|speedup)|"
    r"(?:an?\s)?(?:minimal|slight|negligible)|only|up|"
    r"an?\s(?:[\p{L}-]+\s){0,2}(?:error|loss|rmse|overhead|recall|precision|auc|f1)\b|"
    r"less|no|minimal|negligible|comparable|better|over|an? (?:average|speed|\d)|"
    r"(?:average|mean|median|maximum|peak) [\p{L} -]+ (?:of|above|below) \d)|\d)",
)
# What follows "and" where it begins another statement; of those after the first "and" alone is read.
_AND_ANOTHER = (
    r"(?:\p{L}+ly )?\p{L}+ing(?![,.;)])"
    r"(?!(?:-\p{Ll}+)? (?:baselines|methods|approaches|techniques|frameworks|strategies|algorithms|architectures|"
    r"variants|schemes)\b)",
    r"(?:\p{L}+ )?(?:improvement|gain|reduction|increase|decrease)s? (?:of|in)\b",
    r"\p{L}+(?:ful|al|iv|ant|ent|ous|ic|eous)e?ly \p{Ll}+s",
    r"[\p{L}\d-]+ (?:reduc|improv|increas|achiev|outperform|lower|rais|boost|reach|deliver|cut)e?s (?=\p{L})",
    r"(?:complete|entire|rare|bare|sharp|quick|steadi|large|hard)ly \p{Ll}+ "
    r"(?:at|on|in|to|with|by|under|when|for|the|an?)",
    rf"(?:{any_of(_WORDS['and: verbs'])})\b",
    r"(?=[b-e]\))",
    r"(?:ranked|placed|won|came) ",
    r"(?:ties|draws|wins|loses|lags|trails|leads|lead|tie) (?:in|on|with|by|at|behind)",
    rf"(?:{any_of(_WORDS['and: verbs of finding'])}) (?:that|how|whether)",
    rf"(?:{any_of(_WORDS['and: verbs with an object'])}) "
    r"(?!(?:of|in|on|for|with|and|or|to|from|by|at|that|which|are|is)\b)(?=\p{L})",
    r"[a-z]+fold",
    r"the (?:rest|remainder|others?)(?! (?:of|\p{L}+s)\b)",
    r"the (?:best|top|highest|lowest|strongest)",
    r"(?:[\p{L}-]+ ){1,3}(?:improv|boost|reduc|rais|increas|lift|cutt|lower)ing",
)
_AND_ALONE = (
    r"[+~<>]|(?:approximately|about|around|roughly|nearly|almost|only|just|above|below|beyond|within)\s\d|[x\u00d7]\d",
    rf"(?:{any_of(_WORDS['and: words'])})\b(?!-)",
    any_of(_WORDS["and: beginnings"]),
    rf"(?:{any_of(_WORDS['and: verbs, then more'])})\s",
    rf"{HEDGES}(?:(?:two|three|four|five|six|seven|eight|nine|ten|twelve|twenty)(?:\s|-)(?:times|fold|orders|percent|points)\b|(?:two|three|four|five|six|seven|eight|nine|ten)fold\b|\d[\d.]*\s?(?:x|times|%|\\%))",
    r"an?\s|\d(?!d\b|[\d.]*[bmk]\b)|conducts?\s(?:an?|the)\s|scales\s(?:to|well)\s",
    r"\p{Ll}+s\s(?:\d+|well|better|the|an?|its|up|to|as|at|all|more|less|only|just|no)\b|of\b",
    r"(?:rival|match|surpass|exceed|beat|outperform)\p{L}*\b",
)
_AND = rf"and (?:{'|'.join(_AND_ANOTHER)}|(?={'|'.join(_AND_ALONE)}))"
# Where the first character begins none of them, none is tried.
_END = Folded(
    rf"(?=[\s~;:,.)—-])(?:{_VALUE}|{_MARK}|\s(?:{'|'.join(_IN_COMPANY)}|{_VERB_NOT_NOUN}|{_WORD}|{_AND})\b(?!-))"
)
_HYPHENATED = Pattern(r"\p{Lu}[\p{L}\d]*(?:[,.;)]|$|[\s-]\p{L})")
_QUALIFIED = Ending(r"(?:^|\s)(?:the|an?|our|its|their|previous|prior|existing|other|recent|current)$")
_NAME = Pattern(r"\s?(?=\p{L}+\p{Lu})[\p{L}\d]+\s(?!of\s|[<>=≥≤~\d])")
# "graphs with more than 1M nodes", "videos longer than 10 minutes", "inputs of at least 8K tokens"
_BOUNDS = {
    "than": Ending(
        r"\s(?:(?:with|of|containing|having)\s(?:more|fewer|less|greater)|larger|longer|bigger|smaller|shorter|older|younger|"
        r"deeper|wider|thicker|heavier|greater)$"
    ),
    "at": Ending(r"\s(?:with|of)$"),
}
_SIZE = Pattern(
    r"\s(?:(?:least|most)\s)?[~$]?\d(?:[\d.,]*\d)?[kKMBGT]?(?![\d.,]*\d)(?!\s?(?:\\?%|x\b|times\b|-?fold|percent|points?\b|pp\b))(?:\s|[,.;)]|$)"
)
_PARTICIPLE = Pattern(r"\p{Ll}+(?:ed|ing)")


def first_end(window: str) -> Match | None:
    """The first end after the first character, if any."""
    stop = end_after(window, 1)
    while stop and _goes_on(window, stop):
        stop = end_after(window, stop.end())
    return stop


def end_after(window: str, position: int) -> Match | None:
    """What may be an end, at a position or after it."""
    return _END.search(window, position)


def _goes_on(window: str, stop: Match) -> bool:
    """Whether what ends others goes on here: "BFP16--BF16 code", "the ReVeal model", "an accelerated run"."""
    word = stop[0] if stop[0] == "--" else window[stop.start() + 1 : stop.end()].rstrip()
    if word == "--":
        return _HYPHENATED.match(window, stop.end()) is not None
    if word.isalpha() and not word[1:].islower():
        return len(word) > 1
    if word in _BOUNDS and _SIZE.match(window, stop.end()):
        return _BOUNDS[word].search(window, 0, stop.start()) is not None
    if word == "and":  # "both the plain baseline and a tuned one", "LLMs and DiTs up to"
        both = window.startswith("both ") and " and " not in window[: stop.start()]
        return both or _NAME.match(window, stop.end()) is not None
    return _PARTICIPLE.fullmatch(word) is not None and _QUALIFIED.search(window, 0, stop.start()) is not None
