"""How far a phrase goes past an "and" that might begin another: "9 suites and 4 nets", "search and ranking tasks"."""

from __future__ import annotations

from extractors.patterns import Match, Pattern

# What a head noun in the plural says of all that is listed before it: "Foo, Bar, and Baz benchmarks".
SHARED_HEAD = r"(?:benchmarks|data\s?sets|tasks|models|baselines|methods|approaches)"
_WORKS = (
    r"(?:benchmarks|data\s?sets|tasks|problems|workloads|domains|scenarios|environments|stages|phases|queries|applications|"
    r"settings|suites|games|pipelines|operations|kernels|challenges)"
)
_UNIT = (
    r"(?:times|percent|points|hours|minutes|seconds|milliseconds|days|weeks|months|years|watts|joules|orders|bits|bytes|folds?|"
    r"fewer|more|less|and|or|than|on|in|at|for|with|by|to|of|from|per)\s?\b"
)
_NUMBER = (
    r"(?:(?:about|around|over|more\sthan|up\sto|nearly|all|the|only|just)\s){0,2}(?:\d{1,3}(?:,\d{3})+|\d+[kKMB]?\+?|two|three|four|"
    r"five|six|seven|eight|nine|ten|eleven|twelve|fifteen|sixteen|twenty)"
)
_COUNTED = (
    rf"{_NUMBER}\s(?:(?!{_UNIT})[\p{{L}}\d][\p{{L}}\d-]*\s){{0,5}}?(?!{_UNIT})"
    r"(?:[\p{L}\d-]*\p{Ll}{2}[^s\W\d]s|\p{Lu}{2,}s|corpora|people|children)\b(?![-/])"
)
_FIRST = Pattern(rf"\s?{_COUNTED}(?:\s(?:of|from)\s[^,;:()]{{2,40}})?")
_NEXT = Pattern(rf"(?:,\s{_COUNTED}){{0,4}},?\sand\s{_COUNTED}(?!\s(?:on|in|at|per|a|an|each)\b)")
# "planning and coding tasks"; "and solving tasks" is another statement
_DONE = Pattern(
    r"\sand\s(?:[\p{Ll}-]*[^s\W][\s-])?(?!(?:cover|span|includ|involv|us|solv|support|enabl|handl|complet|target|address|evaluat|mak|"
    r"improv|reduc|surpass|outperform|compar|follow|requir|perform|cross|exceed|generali[sz])ing)\p{Ll}{2,}ing\s"
    rf"(?:(?!(?:on|in|of|for|at|by|to|with|from|the|its|our|their|many|more)\s)\p{{Ll}}[\p{{Ll}}-]+\s)?{_WORKS}\b"
)

# "Foo (2B/13B) and Bar (text)": what a bracket says of each, but no value of it, "Foo (71%) and Bar (54%)"
_SAID_OF = (
    r"\s\((?![^()]*(?:[%=~+<>]|\s\d+\.\d|\bvs\b))"
    r"(?:(?!\d)[^()]{1,60}|\d[\d.]*[BMKk]\b[^()]{0,40}|\d+\s\p{Ll}{3,}s\b[^()]{0,50})\)"
)
_NAME = r"(?!(?:we|our|it|its|they|thus|then|also|by|with|on|in|for|to)\s)[^\s(),;:][^(),;:]{1,60}?"
_EACH_WITH_BRACKET = Pattern(
    rf"\s?[^(),;:]{{2,70}}?{_SAID_OF}(?:,\s{_NAME}{_SAID_OF}){{0,4}},?\s(?:and|or|plus)\s"
    rf"(?P<last>{_NAME}(?P<said>{_SAID_OF})(?:\s(?:{_WORKS}|models)\b)?|(?:[\p{{L}}\d-]+\s){{1,3}}(?:{_WORKS}|models)\b)"
)


def with_brackets(text: str) -> Match | None:
    """ "Foo (2B/13B) and Bar (1.3B)", "search (FooQA) and ranking tasks" at the beginning of a text."""
    return _EACH_WITH_BRACKET.match(text) if text.count("(") else None


def conjoined(window: str, stop: Match) -> int | None:
    """How far a phrase goes that does not end with the "and", or the comma of a list, at ``stop``."""
    if stop[0].startswith(" and") and (done := _DONE.match(window, stop.start())):
        return done.end()
    if not _FIRST.fullmatch(window, 0, stop.start()):
        return None
    counted = _NEXT.match(window, stop.start())
    return counted.end() if counted else None
