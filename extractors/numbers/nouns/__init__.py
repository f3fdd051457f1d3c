"""Counted nouns: what a number without a unit of measurement counts."""

from __future__ import annotations

from extractors.numbers.nouns.device import DEVICES, parse_times_device
from extractors.numbers.nouns.model_size import is_context_length, is_model_size
from extractors.numbers.nouns.phrase import parse_noun
from extractors.numbers.nouns.word import NounMatch

__all__ = ["DEVICES", "NounMatch", "is_context_length", "is_model_size", "parse_noun", "parse_times_device"]
