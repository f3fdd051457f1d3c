"""What shows by its shape alone: the number of an item, the name of a set of questions."""

from __future__ import annotations

from extractors.patterns import Pattern

# "(1) it is faster", "b) more stable"
ITEM = Pattern(r"(?<![^\s(])(?:\d|[ivx]{1,4}|[a-e])\)\s")
# The shapes of names that sets of questions have: "FooQA", "Bar-Bench", "BazEval"
BENCHMARK = Pattern(r"(?:[\p{L}\d-]*(?:QA|[Bb]ench|Eval|MMLU)[\p{L}\d-]*)\b")
# "the electroencephalogram (EEG) dataset", "virtual reality (VR) headsets": the noun stands behind the short form
NOUN_BEHIND = (
    r"(?:[\p{Ll}-]+\s)?(?:data\s?sets?|benchmarks?|corpus|corpora|tasks?|suite|challenge|test|data|workloads?|problems?|models?|"
    r"settings?|regime|protocol|collection|setup|configurations?|scenarios?|environments?|systems?|headsets?|devices?|images?|"
    r"imaging|scans?|videos?|cohorts?|patients?|signals?|recordings?|queries|queues|networks?|architectures?|simulations?|"
    r"applications?|inference|training|decoding|serving|generation|segmentation|recognition|detection|classification|pipelines?|"
    r"layers?|kernels?|operators?|conditions?|channels?|links?|clusters?|chips?|arrays?|robots?|vehicles?|agents?|traces?|"
    r"domains?|splits?|subset|set|track|leaderboard|competition|database|archive|repository|series|methods?)\b"
)
