"""What was found in a tidied text, with the places and the words of the text as it was given."""

from __future__ import annotations

from dataclasses import replace

from extractors.sentence import Found
from extractors.text import Document
from schemas.records import Claim, Link, Mention, Refusal


def claim_as_given(doc: Document, one: Found) -> Found:
    """A claim, and what was considered for its setting, in the characters of the given text."""
    if doc.is_as_given:
        return one
    claim = one.claim
    start, end = doc.given_span(claim.start_char, claim.end_char)
    end = _closed(doc.given, start, end)
    low, high = _sentence(doc, claim)
    first, last = doc.given_span(low, high)
    settings = tuple(replace(each, text=_phrase(doc, each.text, low, high)) for each in one.settings)
    claim = replace(
        claim,
        start_char=start,
        end_char=end,
        quote=doc.given[start:end],
        baseline=_phrase(doc, claim.baseline, low, high),
        setting=_phrase(doc, claim.setting, low, high),
        sentence=doc.given[first : max(last, end)],
    )
    return replace(one, claim=claim, settings=settings)


def mention_as_given(doc: Document, mention: Mention) -> Mention:
    """A device mention with its place in the given text."""
    if doc.is_as_given:
        return mention
    start, end = doc.given_span(mention.start_char, mention.end_char)
    return replace(mention, start_char=start, end_char=end, quote=doc.given[start:end])


def refusal_as_given(doc: Document, refusal: Refusal) -> Refusal:
    """A refused number with its place in the given text."""
    if doc.is_as_given:
        return refusal
    start, end = doc.given_span(refusal.start_char, refusal.end_char)
    return replace(refusal, start_char=start, end_char=end, quote=doc.given[start:end])


def link_as_tidied(doc: Document, link: Link) -> Link:
    """A link of the given text with its place in the tidied one."""
    start, end = doc.tidy_span(link.start_char, link.end_char)
    return replace(link, start_char=start, end_char=end)


def _sentence(doc: Document, claim: Claim) -> tuple[int, int]:
    start = doc.sentence_at(claim.start_char).start
    return start, start + len(claim.sentence)


def _phrase(doc: Document, phrase: str | None, low: int, high: int) -> str | None:
    """A phrase of a sentence as the given text has it; one that was put together stays as it is."""
    at = doc.text.find(phrase, low, high) if phrase else -1
    if phrase is None or at < 0:
        return phrase
    start, end = doc.given_span(at, at + len(phrase))
    if doc.given[start - 1 : start] == "$" and doc.given.count("$", start, end) % 2:
        start -= 1  # "$12$ domains"
    return doc.given[start : _closed(doc.given, start, end)]


def _closed(text: str, start: int, end: int) -> int:
    """The end of what is quoted from ``[start, end)``: mathematics and braces that are opened in it are closed."""
    if text[end : end + 1] == "}" and text.count("{", start, end) > text.count("}", start, end):
        end += 1  # "20\\,\\mathrm{FPS}"
    odd = text.count("$", start, end) % 2 == 1
    return end + 1 if odd and text[end : end + 1] == "$" else end  # "$3\\times$"
