"""Text in, claims out: the steps in their order."""

from __future__ import annotations

import gc
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager

from extractors.asgiven import claim_as_given, link_as_tidied, mention_as_given, refusal_as_given
from extractors.context.attribution import first_own_sentence
from extractors.devices import find_mentions
from extractors.links import find_links
from extractors.ner.asking import NOTHING, Asking, answered, answered_together
from extractors.ner.devices import unknown_devices
from extractors.ner.names import names_in
from extractors.ner.settings import with_names
from extractors.numbers.quantities import find_quantities
from extractors.sentence import Found, Known, read_sentence
from extractors.situation import in_sentences
from extractors.spans import Spans
from extractors.system import find_system
from extractors.text import Document, view_of
from schemas.records import Claim, Extraction, Link, Mention, Refusal
from schemas.vocabulary import Field

EXTRACTOR_VERSION = "1.14.0"
NUMBERS_READ = 10_000  # of one text, hundreds of times what an abstract holds; they take some twenty seconds
TOO_MANY = "a text is not read beyond its first 10,000 numbers"


def extract(text: str, field: Field = Field.ABSTRACT) -> list[Claim]:
    """The claims of one text, in reading order; spans count in the text as given.

    Numbers beyond the first ``NUMBERS_READ`` are left out, which :func:`explain` says of each.

    Raises TimeoutError when a pattern takes longer than ``text.limit.SCAN_SECONDS``, TypeError when it is no string.
    """
    found, _ = explain(text, field)
    return [one.claim for one in found]


def extract_paper(title: str, abstract: str) -> Extraction:
    """All that can be found in one paper: claims, device mentions, links, the system's name, and what was refused.

    Raises TypeError when the title or the abstract is no string.
    """
    return answered(_reading(title, abstract))


def extract_papers(papers: Iterable[tuple[str, str]]) -> list[Extraction | Exception]:
    """What :func:`extract_paper` finds in each of some titles and abstracts, or the exception that it raises.

    The model of names, which takes a third of the time of papers read one by one, is run for all together: give it
    hundreds at a time.
    """
    with _no_collection():
        return answered_together(_reading(title, abstract) for title, abstract in papers)


@contextmanager
def _no_collection() -> Iterator[None]:
    """Cyclic garbage is not looked for: a batch leaves next to none, and the search takes a twentieth of its time."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _refuse_other(name: str, value: object) -> None:
    """Refuse what is no text, such as the null of a paper without an abstract."""
    if not isinstance(value, str):
        raise TypeError(f"the {name} must be a str, not {type(value).__name__}")


def _reading(title: str, abstract: str) -> Asking[Extraction]:
    _refuse_other("title", title)
    _refuse_other("abstract", abstract)
    system = find_system(title, abstract)
    yield NOTHING
    claims: list[Claim] = []
    mentions: list[Mention] = []
    links: list[Link] = []
    refusals: list[Refusal] = []
    for field, text in ((Field.TITLE, title), (Field.ABSTRACT, abstract)):
        doc = Document(text, field)
        linked = find_links(text, field)
        yield NOTHING
        within = [link_as_tidied(doc, one) for one in linked]
        here = yield from _devices(doc, within, system)
        found, refused = yield from _claims(doc, here, within, system or _title_name(title))
        claims.extend(claim_as_given(doc, one).claim for one in found)
        refusals.extend(refusal_as_given(doc, one) for one in refused)
        mentions.extend(mention_as_given(doc, one) for one in here)
        links.extend(linked)
    return Extraction(tuple(claims), tuple(mentions), tuple(links), system, tuple(refusals), unread(refusals))


def unread(refusals: Sequence[Refusal]) -> tuple[str, ...]:
    """Of each text of which a part was not read, where and why, in a line."""
    first: dict[Field, Refusal] = {}
    for one in refusals:
        if one.reason == TOO_MANY:
            first.setdefault(one.field, one)
    return tuple(
        f"{field.value}: not read from character {one.start_char} on: {TOO_MANY}" for field, one in first.items()
    )


def prepare() -> None:
    """Load now what the first text that asks for it would wait for: the list of devices, the model of names.

    Nothing depends on it; a program that waits for something else can use the time.
    """
    find_mentions("On an A100 GPU.", Field.ABSTRACT)
    names_in(["It reaches 90% on a Zorbic ZX900 board."])


def _title_name(title: str) -> str | None:
    """What stands before the colon of a title, when it is short enough for a name."""
    head, colon, _ = title.partition(":")
    return head.strip() if colon and len(head.split()) <= 3 else None


def explain(text: str, field: Field = Field.ABSTRACT) -> tuple[list[Found], list[Refusal]]:
    """The claims of a text with the formula of each factor, and the numbers that are none, with the reason.

    Numbers beyond the first ``NUMBERS_READ`` of a text are refused.

    Raises TimeoutError when a pattern takes longer than ``text.limit.SCAN_SECONDS``, TypeError when it is no string.
    """
    _refuse_other("text", text)
    return answered(_explaining(Document(text, field)))


def explain_paper(title: str, abstract: str) -> list[Found]:
    """The claims of one paper as :func:`extract_paper` finds them, each with what was considered for it."""
    return answered(_explaining_paper(title, abstract))


def _explaining_paper(title: str, abstract: str) -> Asking[list[Found]]:
    system = find_system(title, abstract)
    found: list[Found] = []
    for doc in (Document(title, Field.TITLE), Document(abstract)):
        links = _links_within(doc)
        devices = yield from _devices(doc, links, system)
        here, _ = yield from _claims(doc, devices, links, system or _title_name(title))
        found.extend(claim_as_given(doc, one) for one in here)
    return found


def _explaining(doc: Document) -> Asking[tuple[list[Found], list[Refusal]]]:
    links = _links_within(doc)
    devices = yield from _devices(doc, links, None)
    found, refused = yield from _claims(doc, devices, links, None)
    return [claim_as_given(doc, one) for one in found], [refusal_as_given(doc, one) for one in refused]


def _links_within(doc: Document) -> list[Link]:
    return [link_as_tidied(doc, one) for one in find_links(doc.given, doc.field)]


def _devices(doc: Document, links: Sequence[Link], system: str | None) -> Asking[list[Mention]]:
    """Known devices, and those that the context shows to be devices, in reading order."""
    known = find_mentions(doc.text, doc.field)
    yield NOTHING
    unknown = yield from unknown_devices(doc, known, links, system)
    return sorted([*known, *unknown], key=lambda mention: mention.start_char)


def _claims(
    doc: Document, mentions: Sequence[Mention], links: Sequence[Link], system: str | None
) -> Asking[tuple[list[Found], list[Refusal]]]:
    quantities, refused = find_quantities(doc.view)
    yield NOTHING
    system = view_of(system) if system else None  # as it stands in the view of the text
    refusals = [_refusal(doc, r.start, r.end, r.reason) for r in refused]
    found: list[Found] = []
    # A number is no claim when it is part of a device's name or of a URL, or begins inside one ("EPYC 7763 CPUs"); a
    # device's name may be part of a quantity.
    names = Spans((span.start_char, span.end_char) for span in (*mentions, *links))
    usable = [q for q in quantities if not (names.cover(q.start, q.end) or names.cover(q.start - 1, q.start + 1))]
    usable, beyond = usable[:NUMBERS_READ], usable[NUMBERS_READ:]
    refusals.extend(_refusal(doc, q.start, q.end, TOO_MANY) for q in beyond)
    own_from = first_own_sentence(doc, system) if usable and doc.field is Field.ABSTRACT else 0
    known = Known(own_from, mentions, system)
    devices = [(mention.start_char, mention.end_char) for mention in mentions]
    for members in in_sentences(doc, usable, devices):
        claims, none = read_sentence(members, known)
        found.extend(claims)
        refusals.extend(_refusal(doc, s.quantity.start, s.quantity.end, reason) for s, reason in none)
    found = yield from with_names(found)
    claimed = Spans((one.claim.start_char, one.claim.end_char) for one in found)
    outside = (r for r in refusals if not claimed.cover(r.start_char, r.end_char))
    return found, sorted(outside, key=lambda r: r.start_char)


def _refusal(doc: Document, start: int, end: int, reason: str) -> Refusal:
    return Refusal(doc.field, start, end, doc.text[start:end], reason)
