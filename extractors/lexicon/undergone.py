"""What things do that a change or a loss happens to: "9% lose more than a quarter", "3% of them see a gain"."""

from __future__ import annotations

UNDERGO = r"(?:lose|suffer|see|incur|experience|pay|enjoy)"
