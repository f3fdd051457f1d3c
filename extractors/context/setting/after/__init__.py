"""Settings that stand behind the value: "2x on A", "85% vs. 77% on A", "3x and 2x on A and B, respectively"."""
