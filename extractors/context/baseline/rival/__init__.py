"""Baselines that are the object of a verb or of a word that compares: "outperforms X by 2x", "on par with X"."""

from __future__ import annotations

from extractors.context.baseline.rival.also import also
from extractors.context.baseline.rival.brackets import each_in_brackets, signed
from extractors.context.baseline.rival.compared import compared, superior
from extractors.context.baseline.rival.improves import accelerates, betters, improves, pushes
from extractors.context.baseline.rival.matches import matches
from extractors.context.baseline.rival.outperforms import outperforms, won_over
from extractors.context.baseline.rival.size import larger

__all__ = ["BESIDE", "OBJECTS", "also", "matches", "superior", "won_over"]

BESIDE = (signed, each_in_brackets, larger)  # the value is the rival's, in a bracket, or its size
OBJECTS = (compared, outperforms, improves, pushes, accelerates, betters)  # what is beaten by the value
