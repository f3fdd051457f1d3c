"""Where sentences begin and end."""

from __future__ import annotations

import pytest

from extractors.text.sentences import sentences_of


@pytest.mark.parametrize(
    "text",
    [
        "Leakage falls by 4x at 85 degrees C.| On nine chips, it holds.",
        "The port is slower than C.| We keep both.",
        "It runs without I/O.| Our scheduler waits.",
        "It was built by A. Tarnet in 3 days.| It holds.",
        "The U.S. grid draws 3 GW.| In winter, it draws 4 GW.",
        "It takes 3.5 s (cf. Kelp et al. 2019).| However, it holds.",
        "It holds, e.g. On a bench.",
        "It is met.|Moreover, we show it.",
    ],
)
def test_sentences(text: str) -> None:
    plain = text.replace("|", "")
    parts = [plain[one.start : one.end] for one in sentences_of(plain)]
    assert parts == [part.strip() for part in text.split("|")]
