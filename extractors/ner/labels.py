"""What the model names."""

from __future__ import annotations

HARDWARE = "HARDWARE"  # a named device, board, processor, supercomputer
DATASET = "DATASET"  # a data set, benchmark, workload or environment
MODEL = "MODEL"  # a trained model or a family of models
SYSTEM = "SYSTEM"  # a named method, framework, library, tool or algorithm, one's own or another's

LABELS = (HARDWARE, DATASET, MODEL, SYSTEM)
