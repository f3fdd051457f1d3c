"""Text in, claims out: no files, no database, no network.

>>> from extractors import extract
>>> [claim] = extract("The new kernel is 2.4x faster than cuBLAS.")
>>> claim.low, claim.unit, claim.metric.value, claim.baseline, claim.factor_low
(2.4, 'x', 'speed', 'cuBLAS', 2.4)
"""

from __future__ import annotations

from extractors.engine import EXTRACTOR_VERSION, extract, extract_paper, extract_papers

__all__ = ["EXTRACTOR_VERSION", "extract", "extract_paper", "extract_papers"]
