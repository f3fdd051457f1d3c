"""How long a recording is: "40 hours of speech", "a corpus of 300 hours", "30-second clips"."""

from __future__ import annotations

from extractors.claims.draft import Draft
from extractors.endings import Ending
from extractors.lexicon import HEDGES
from extractors.patterns import IGNORECASE, Pattern
from extractors.situation import Situation
from schemas.vocabulary import Kind, Metric

_RECORDED = Pattern(
    r"^\s{0,2}of\s(?:(?!with\b)[\p{L}\d/-]+\s){0,5}?(?:data|videos?|audio|speech|experience|observations?|footage|"
    r"recordings?|demonstrations?|gameplay|music|conversations?|trajectories|driving|traffic|telemetry|logs|"
    r"teleoperation|transmissions|broadcasts|sessions|operations?|signals|interactions?|flights?|motions?|"
    r"dialogues?|lectures?|podcasts?|meetings?|narration|singing|calls|songs|voice(?!\ssearch)|radio(?!\ssearch)|[EM]EG|ECG|eye[-\s]tracking)\b",
    IGNORECASE,
)
_OF_A_KIND = (
    r"(?:(?:long|minimum|continuous|short|coherent|raw|audio|video|speech|music|training|generation|streaming|"
    r"stereo|HD|clip|multi-shot|interactive|\d{3,4}p|\d{3,4}\s?x\s?\d{3,4}|\d{1,2}K)[,\s]\s?){0,3}"
)
_CLIPS = (
    r"(?:clips?|videos?|footage|shots?|songs?|tracks?|movies?|films?|"
    r"speech|audio|utterances?|recordings?|conversations?|sequences?|rollouts?|animations?|motions?|scenes?|"
    r"podcasts?|episodes?|segments?|chunks?|benchmarks?|streams?|windows?|signals?|sessions?|lead[\s-]times?|meetings?|lectures?|"
    r"interviews?|(?:[\p{Ll}-]+\s)?horizons\b|(?:training|generation|prediction|planning)\shorizon|"
    r"(?:video|music|audio|song|speech)\sgenerations?)\b"
    r"(?!\s(?:data(?:\s?sets?)?|corpus|corpora|collections?|archives?)\b)"
)
_CLIP = Pattern(r"(?:,(?=\s\d))?\s{0,2}-?" + _OF_A_KIND + _CLIPS, IGNORECASE)
# "10-second 81-frame videos", "a 60-second interactive story": the adjective is of the noun, whatever stands between
_OF_ANY_KIND = (
    r"\s(?:(?!(?:of|in|on|for|from|with|to|by|at|per|and|or|than|budget|latency|timeout)\b)[\p{L}\d-]+,?\s){0,3}?"
)
_CLIP_OF_ANY_KIND = Pattern(
    _OF_ANY_KIND
    + r"(?:"
    + _CLIPS
    + r"|(?:music|narratives?|stor(?:y|ies)|generations?(?!\s(?:times?|speeds?|latency|rates?)\b))\b)",
    IGNORECASE,
)
_CLIPS_OF = Ending(
    r"\b(?:clips?|videos?|footage|songs?|movies?|films?|speech|audio|utterances?|recordings?|sequences)\s(?:each\s)?"
    r"(?:(?:of|lasting|spanning|averaging|for(?=\s(?:up|over))|up to|as long as|longer than|more than|shorter than|"
    r"exceeding|beyond|over|about|at least|at most)\s){1,3}$",
    IGNORECASE,
)
_ADJECTIVES = ("-second", "-minute", "-hour")
_DATA = ("dataset", "corpus", "corpora", "collection")
_CONTENT = ("video", "audio", "speech", "music", "clip", "song", "film", "movie", "recording", "podcast", "footage")
# "makes films whose duration exceeds 5 minutes", "generates up to 5 minutes", "documentaries (avg. 40 minutes)"
_LASTS = Ending(
    r"(?:\b(?<!(?:training|run|execution|inference|processing|total)\s)(?:durations?|lengths?)\s"
    r"(?:(?:of|from|ranging|exceeds?|exceeding|between|to|is|are|beyond|greater\sthan|longer\sthan)\s){1,3}|"
    r"\b(?:lasting|generat(?:es?|ing)|synthesi[sz](?:es?|ing)|extends?\s(?:[\p{L}-]+\s){0,2}?generation\s(?:from|to))\s|"
    r"\bdurations?\s\((?:e\.g\.,?\s)?|\((?:avg\.?|average|mean|averaging)\s(?:of\s)?)" + HEDGES + r"$",
    IGNORECASE,
)
# "at lead times of 6, 12 and 24 hours"
_AHEAD = Ending(
    r"\blead[\s-]times?\s(?:(?:of|from|at|between|up\sto|to|shorter\sthan|longer\sthan|beyond)\s|\(\s?){1,2}"
    + HEDGES
    + r"$"
)
_OF_HOURS = Pattern(
    r"\s(?:[\p{L}\d-]+\s){0,3}?(?:datasets?|data|corpus|corpora|recordings?|speech|audio|videos?|"
    r"collection|subset|training set)\b",
    IGNORECASE,
)
# "audio inputs with durations ranging from 90 to 300 seconds"
_DURATION_OF_CLIPS = Ending(
    r"\b(?:clips?|videos?|audio|recordings?|utterances?|inputs?|sequences?|songs?|tracks?|segments?|episodes?|samples?)\b"
    r"(?:\s[\p{L}-]+){0,3}?\s(?:durations?|lengths?)\s(?:[\p{L}-]+\s){0,2}?(?:of|from|between|to|at|is|are)\s"
    + HEDGES
    + "$",
    IGNORECASE,
)
# "26K clips totalling 210 hours"
_TOTALS = Ending(
    r"\b(?:clips|samples|recordings|utterances|videos|segments|pairs|episodes|sessions|sentences|speakers|tracks|songs|trajectories)"
    r"(?:\s\(|,?\s(?:with\s)?(?:totall?ing|amounting\sto|adding\sup\sto|(?:a|for\sa)\stotal\sof|spanning|covering))\s?"
    + HEDGES
    + r"$"
)
# "the films add up to 40 hours"
_ADDS_UP = Ending(
    r"\b(?:[Tt]otall?ing|add(?:s|ing)?\sup\sto|amount(?:s|ing)?\sto|a\stotal(?:\s(?:duration|length))?\sof)\s"
    + HEDGES
    + r"$"
)
_DATA_OF = Pattern(
    r"(?:[Dd]ataset|[Cc]orpus|[Bb]ench(?:mark)?)(?:\s[\p{L}\d-]{1,24})?\s?\(\s?$|\b(?:datasets?|corpus|corpora|"
    r"collection)\sof\s" + HEDGES + r"$"
)
# "a corpus of sermons with 90 hours (of speech)", "logs ranging in size from 3 to 500 hours"
_DATA_WITH = Ending(
    r"\b(?:[Dd]atasets?|[Cc]orpus|[Cc]orpora|[Cc]ollections?)\b(?:\s[\p{L}\d-]+){0,7}?,?\s(?:contain(?:s|ing)|compris(?:es|ing)|"
    r"(?:is\s)?composed\sof|consist(?:s|ing)\sof|span(?:s|ning)|cover(?:s|ing)|total(?:s|l?ing)|amount(?:s|ing)\sto|"
    r"(?:ranging\s)?in\ssize\sfrom|with\sa\s(?:total\s)?(?:duration|length)\sof|(?P<with>with))\s" + HEDGES + r"$"
)
# "is trained on 300 hours", "fine-tunes from only 5 minutes per user": of what it learns from
_LEARNS_FROM = Ending(
    r"\b(?:(?:pre-?)?train(?:s|ed|ing)?|fine-?tun(?:es?|ed|ing)|learn(?:s|ed|t|ing)?|adapt(?:s|ed|ing)?|calibrat(?:es?|ed|ing)|"
    r"personali[sz](?:es?|ed|ing))\s(?:on|from)\s(?:(?:just|only|merely|as\slittle\sas)\s)?" + HEDGES + r"$",
    IGNORECASE,
)
_USED_TO_TRAIN = Pattern(r"\s(?:that\s(?:are|were)\s)?used\s(?:to|for)\s(?:(?:pre-?)?train|fine-?tun)\p{L}*\s")
_COMPUTED = Pattern(r"\s(?:of\s(?:[\p{L}-]+\s)?(?:training|compute)|on\s(?:an?|one|a\ssingle|\d+)\s)\b")
_HOURS_OF = Pattern(r"\sof\s(?!(?:[\p{L}-]+\s){0,2}?(?:train|fine-?tun|comput|process|GPU)\p{L}*)")


def recorded(s: Situation) -> Draft | None:
    """ "40 hours of speech", "26K clips totalling 210 hours", "30-second clips"."""
    if _RECORDED.match(s.right) or (s.quantity.unit in ("h", "min", "s") and _totals(s)):
        return _data(s)
    if _is_of_a_clip(s) or _AHEAD.search(s.list_left):
        return Draft(Kind.SCALE, Metric.CONTEXT_LENGTH, s.quantity.unit, "length of a clip")
    return None


def _is_of_a_clip(s: Situation) -> bool:
    adjective = s.doc.view[s.quantity.start : s.quantity.end].endswith(_ADJECTIVES)
    if adjective and _CLIP_OF_ANY_KIND.match(s.list_right):
        return True
    if _CLIP.match(s.list_right) or _CLIPS_OF.search(s.near_left) or _DURATION_OF_CLIPS.search(s.near_left):
        return True
    return s.says(_CONTENT) and _LASTS.search(s.near_left) is not None


def _totals(s: Situation) -> bool:
    if _TOTALS.search(s.doc.view, s.sentence.start, s.quantity.start):
        return True
    return s.quantity.unit != "s" and s.says(_CONTENT) and _ADDS_UP.search(s.near_left) is not None


def hours_of_data(s: Situation) -> Draft | None:
    """ "a 300-hour speech corpus": the number is part of an adjective."""
    return _data(s) if s.quantity.unit == "h" and _OF_HOURS.match(s.right) else None


def data_set_of(s: Situation) -> Draft | None:
    """ "a corpus of 300 hours", "SpeechSet (300 hours)"."""
    if _DATA_OF.search(s.near_left) or _is_learned_from(s):
        return _data(s)
    if s.quantity.unit not in ("h", "min") or not s.says(_DATA) or not (held := _DATA_WITH.search(s.left[-160:])):
        return None
    return _data(s) if held["with"] is None or _HOURS_OF.match(s.right) else None


def _data(s: Situation) -> Draft:
    return Draft(Kind.SCALE, Metric.DATASET_SIZE, s.quantity.unit, "amount of recorded data")


def _is_learned_from(s: Situation) -> bool:
    """ "is trained on 300 hours", "the 300 hours used to train it"."""
    if s.quantity.pair or s.quantity.unit.partition("/")[0] not in ("h", "min", "s", "day"):
        return False  # "cuts training from 3 days to 2 hours"
    learned = _LEARNS_FROM.search(s.near_left) or _USED_TO_TRAIN.match(s.right)
    return learned is not None and _COMPUTED.match(s.right) is None
