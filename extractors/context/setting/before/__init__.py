"""Settings that stand before the value: "On A, ...", "improves A by 2x", "renders A in 2 s"."""
