"""The paper itself, as its text speaks of it: "we", "this study", the name of its system."""

from __future__ import annotations

from extractors.patterns import IGNORECASE, Folded, Pattern
from extractors.text import Document

# What is found, or tried: not "high-quality results" nor "the lack of an evaluation", which others have.
_FINDINGS = (
    r"\b(?=[er])"
    r"(?<!\brecent )(?<!\bprior )(?<!\bprevious )(?<!\bearlier )(?<!\bexisting )(?<!\bcurrent )(?<!\bearly )"
    r"(?:experiments?|evaluations?|results?) (?:(?!that |which )[^ .,;:]{1,30} ){0,7}?"
    r"(?:show|demonstrat|reveal|indicat|confirm|suggest|validat|verif|highlight|establish|find|found|prov(?:e|es|ed|ing)\b)|"
    r"^(?:(?!(?:recent|prior|previous|earlier|existing|current|early) )[^ .,;:]{1,30} ){0,3}"
    r"(?:experiments?|evaluations?|results?)(?=:| (?:on|across|with|over|in|using|under|conducted|performed|us|"
    r"cover|compar|includ|achiev|was|were))"
)
_OWN = Folded(
    r"\b(?:we|our(?! (?:understanding|world|planet|societ|daily|everyday|lives|universe|galaxy))|"
    r"ours|the (?:work|paper|article|thesis|report) (?:evaluat|propos|present|introduc|investigat|explor|examin|stud|"
    r"address|analy[sz]|compar)(?:e?s|ies)|"
    r"this (?:(?:[\p{L}-]{1,24} ){0,2}study|paper|work|article|review|survey|thesis|report|letter|"
    r"research|volume|manuscript|chapter|note)|the (?:study|research) (?!of\b|on\b|into\b|communit|area|field)|"
    r"the proposed|"
    r"the present(?:ed)?|is (?:presented|proposed|introduced)|here)\b|" + _FINDINGS + r"|"
    r"^an? (?:[\p{L}-]{1,24} ){0,3}(?:study|analysis|survey|audit|evaluation|comparison) "
    r"(?:of|across|over|on|with) |^across (?:\d|(?:two|three|four|five|six|seven|eight|nine|ten) )|"
    r"^on (?:over |more than )?\d+ (?:[\p{L}-]{1,24} ){0,2}"
    r"(?:benchmarks|data ?sets|graphs|kernels|matrices|models|networks|problems|programs|tasks|workloads)\b|"
    r"^(?:(?:evaluat|test|benchmark|analy[sz])ing|analys[ei]s of) \d|"
    r"^to (?:(?:this|that) end\b|(?:address|tackle|overcome|fill|bridge|mitigate|solve|investigate|resolve|close|"
    r"answer) (?:this|these|that|such)\b)|"
    r"\b(?:methods?|approach|design|participants|patients|findings|contributions?):"
)
_OURS = Pattern(
    r"(?:our|ours|we|it|this|these|the proposed|its|they|which|that|both|all|results?|experiments?)\b",
    IGNORECASE,
)


def speaks_of_the_paper(text: str) -> bool:
    """ "we show", "experiments on", "this work"."""
    return _OWN.search(text) is not None


def first_own_sentence(doc: Document, system: str | None) -> int:
    """Index of the first sentence that speaks of the paper itself; 0 when none does."""
    for sentence in doc.sentences:
        text = doc.view[sentence.start : sentence.end]
        if (system and (system in text or _shouted(system, text))) or speaks_of_the_paper(text):
            return sentence.index
    return 0


def _shouted(system: str, text: str) -> bool:
    """Whether a text writes an acronym as a name, "Tarnet" for "TARNET"."""
    return system.isupper() and len(system) > 3 and system.capitalize() in text


def is_another(who: str, system: str | None) -> bool:
    """Whether a subject is neither "we", "it", "results" or the like, nor the paper's system."""
    return not (_OURS.match(who) or is_system(who, system))


# "Tarnet" where "Tarnet-v2" or "Tarnet++" is what the paper presents
_VERSION = Pattern(r"\s?-?(?:v?\d[\d.]*|\+{1,2}|next|ng|i{2,3})")


def is_system(who: str, system: str | None) -> bool:
    """Whether a subject is the paper's system, or a variant of it; one that it is a later version of is not."""
    if system is None:
        return False
    subject, name = who.lower(), system.lower()
    if name in subject:
        return True
    return subject in name and not (name.startswith(subject) and _VERSION.fullmatch(name, len(subject)))
