"""Where a quantity stands: its sentence, its neighbours, and the text to both sides."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from extractors.cached import cached
from extractors.endings import Ending
from extractors.numbers.lists import is_apposition
from extractors.numbers.quantity import Quantity
from extractors.numbers.units import Dimension
from extractors.patterns import IGNORECASE, Folded, Pattern
from extractors.text import Document, Sentence, holds

_LONGEST_LIST = 32  # members to either side; keeps the work on a hostile text linear
_LIST_GAP = Pattern(
    r"(?:\s\([^()\d]{1,24}\))?[\s$)]{0,4}(?:,\s{0,3}(?:and\s|or\s|&\s)?|/|\sand\s|\sor\s|"
    r"\s&\s)\s{0,4}(?:(?:up to|about|around|over|"
    r"nearly|roughly|even|only|just|a|an|the|by)\s){0,2}[~($+<>\s]{0,8}",
    IGNORECASE,
)
# "hit rates of up to 95% and 20% more throughput": two statements
METRIC_OF = Ending(
    r"\b(?:rates?|accurac(?:y|ies)|scores?|speed-?ups?|reductions?|recall|precision|utili[sz]ation|efficiency)\sof\s"
    r"(?:(?:up to|over|about|nearly|around|at least|more than)\s|~){0,2}$"
)
_COMPARATIVE_NEXT = Pattern(
    r"[%x]?\s(?:(?:more|fewer|extra|additional)\s\p{L}|(?:higher|lower|less|faster|better|greater|shorter|smaller)\s(?!than\b)\p{L})"
)
_QUALITY = Folded(
    r"\b(?:accurac|benchmark|reasoning|state-of-the-art|dataset|classification|segmentation|language model|"
    r"llm|fine-tun|agent|"
    r"supervis|zero-shot|few-shot|detection|recognition|generalization|prompt|visual|semantic|question|retrieval)\w*"
)
_FAST = Folded(r"\b(?:speed|fast|accelerat|efficien|inference time|wall-clock|comput)\w*")
_SYSTEMS = Folded(
    r"\b(?:gpu|cpu|fpga|hardware|throughput|kernels?\b|runtime|speedup|caches?\b|dram|bandwidth|compiler|risc|"
    r"processor|accelerator|cluster|schedul|execution|clock|instruction(?!s?[- ](?:follow|tun|data|fine|model))|"
    r"simd|cores?\b|overhead|latency|workload|"
    r"storage|databases?\b|sql\b|hpc\b|i/o|disks?\b|profil|all-?reduce|nccl|openmp|mpi\b|multi-?thread|gemms?\b|fork-join|microarchitect|serving\b|goodput|circuit|vlsi)\w*"
)


@lru_cache(maxsize=2)
def _topics(view: str) -> tuple[int, int]:
    """How often a text speaks of the quality of results, and of systems."""
    return len(_QUALITY.findall(view)), len(_SYSTEMS.findall(view))


@lru_cache(maxsize=2)
def _only_of_quality(view: str) -> bool:
    """Whether a text speaks of the quality of results, and neither of systems nor of speed."""
    return not (_FAST.search(view) or _SYSTEMS.search(view)) and _QUALITY.search(view) is not None


@dataclass(frozen=True)
class Situation:
    """One quantity among the quantities of its sentence."""

    doc: Document
    sentence: Sentence
    quantity: Quantity
    index: int
    siblings: Sequence[Quantity]
    devices: Sequence[tuple[int, int]] = ()  # where the text names devices

    @cached
    def nothing_about_speed(self) -> bool:
        """Whether neither hardware nor speed is spoken of anywhere in the text."""
        return _only_of_quality(self.doc.view)

    @cached
    def sentence_folded(self) -> str:
        """The whole sentence, to look for words in (:func:`extractors.text.folded`)."""
        return self.doc.folded(self.sentence)

    def says(self, parts: Iterable[str]) -> bool:
        """Whether one of some parts of words, in lower case, stands in the sentence: a look before a search."""
        return holds(self.sentence_folded, parts)

    @cached
    def left(self) -> str:
        """The sentence up to the quantity."""
        return self.doc.view[self.sentence.start : self.quantity.start]

    @cached
    def right(self) -> str:
        """The sentence after the quantity."""
        return self.doc.view[self.quantity.end : self.sentence.end]

    @cached
    def near_left(self) -> str:
        """What stands between the quantity before and this one."""
        start = self.siblings[self.index - 1].end if self.index else self.sentence.start
        return self.doc.view[start : self.quantity.start]

    @cached
    def near_right(self) -> str:
        """What stands between this quantity and the next."""
        end = self.siblings[self.index + 1].start if self.index + 1 < len(self.siblings) else self.sentence.end
        return self.doc.view[self.quantity.end : end]

    @property
    def previous(self) -> Quantity | None:
        """The quantity before, if any."""
        return self.siblings[self.index - 1] if self.index else None

    @property
    def following(self) -> Quantity | None:
        """The quantity after, if any."""
        return self.siblings[self.index + 1] if self.index + 1 < len(self.siblings) else None

    @cached
    def group(self) -> tuple[int, int]:
        """First and last index of the list that the quantity is a member of, nothing else between the members."""
        first = last = self.index
        lowest, highest = max(0, first - _LONGEST_LIST), min(len(self.siblings) - 1, last + _LONGEST_LIST)
        while first > lowest and self._adjacent(first - 1, first):
            first -= 1
        while last < highest and self._adjacent(last, last + 1):
            last += 1
        return first, last

    def _adjacent(self, a: int, b: int) -> bool:
        one, other = self.siblings[a], self.siblings[b]
        if one.dimension is not other.dimension or (one.pair, other.pair) == ("before", "after"):
            return False
        gap = self.doc.view[one.end : other.start]
        if ")" in gap and "(" not in gap and one.start > 0:
            return False  # "(40% vs. 10%) and a 7% gain"
        if gap.isspace():  # "3%, 2% 1% and 4%": a comma that was forgotten
            return one.dimension is Dimension.PERCENT
        if _LIST_GAP.fullmatch(gap) is None or is_apposition(self.doc.view, one.start, gap):
            return False
        own = _COMPARATIVE_NEXT.match(self.doc.view, other.end) if "and" in gap else None
        return own is None or METRIC_OF.search(self.doc.view, max(0, one.start - 60), one.start) is None

    @cached
    def list_left(self) -> str:
        """What stands before the list, back to the quantity before it."""
        first = self.group[0]
        start = self.siblings[first - 1].end if first else self.sentence.start
        return self.doc.view[start : self.siblings[first].start]

    @cached
    def before_list(self) -> str:
        """The sentence up to the list: "outperforms 32B and 72B models"."""
        return self.doc.view[self.sentence.start : self.siblings[self.group[0]].start]

    @cached
    def list_right(self) -> str:
        """What stands after the list, up to the next quantity."""
        last = self.group[1]
        end = self.siblings[last + 1].start if last + 1 < len(self.siblings) else self.sentence.end
        return self.doc.view[self.siblings[last].end : end]

    @cached
    def text_is_about_quality(self) -> bool:
        """Whether a bare "performance" in this text means the quality of results rather than speed."""
        view = self.doc.view
        sentence = view[self.sentence.start : self.sentence.end]
        quality, systems = bool(_QUALITY.search(sentence)), bool(_SYSTEMS.search(sentence))
        if quality and not systems:
            return True
        in_quality, in_systems = _topics(view)
        return in_quality > 2 * in_systems if systems and not quality else 2 * in_quality >= in_systems


def in_sentences(
    doc: Document, quantities: Sequence[Quantity], devices: Sequence[tuple[int, int]] = ()
) -> Iterator[list[Situation]]:
    """The situations of each sentence that holds a quantity, in reading order."""
    by_sentence: dict[int, list[Quantity]] = {}
    for quantity in quantities:
        by_sentence.setdefault(doc.sentence_at(quantity.start).index, []).append(quantity)
    for index, members in by_sentence.items():
        sentence = doc.sentences[index]
        inside = [span for span in devices if sentence.start <= span[0] < sentence.end]
        yield [Situation(doc, sentence, quantity, place, members, inside) for place, quantity in enumerate(members)]
