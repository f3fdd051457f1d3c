"""Learns from annotated papers what speaks for a setting, for :mod:`extractors.context.ranking`.

python -m flows.evaluation.ranking [--half 0] ANNOTATED... > extractors/context/setting/weights.tsv
"""
