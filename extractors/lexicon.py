"""The words of comparison and measurement: which metric they name, and which way they move it. Data only."""

from __future__ import annotations

import re
from functools import lru_cache, reduce

import regex

from extractors.patterns import IGNORECASE, Folded, Pattern
from extractors.text import folded
from schemas.vocabulary import Direction, Metric

UP, DOWN = Direction.INCREASE, Direction.DECREASE

# How the open names of metrics begin, with any word: "sorting time", "frames per second", "prefix reuse"; and what a
# text has to have, folded, to hold one.
_ANY = _ANY_ING, _ANY_PER, _ANY_CACHE = r"\p{L}{3,}(?:ing|[st]ion)", r"\p{L}+ per", r"(?:\p{L}+[-\s])?"
OPEN_METRIC = re.compile(r"(?:ing|[st]ion)[-\s]time| per (?:second|minute|hour|day)| reuse")
OPEN_PARTS = ("time", " per ", " reuse")  # one of them is in each
# The first entry that matches at a place wins, so the exact come before the general.
METRICS: tuple[tuple[Metric, str], ...] = (
    (
        Metric.OTHER,
        r"(?:sample|data|parameter|label|token|annotation)[-\s]efficienc(?:y|ies)|"
        r"spectral efficiency|fault[-\s]tolerance|revenues?|profits?|click-?through(?: rates?)?|conversion rates?|"
        r"watch time|"
        r"(?:(?:clock|operating|maximum|core) )(?:frequenc(?:y|ies)|rates?|speeds?)|"
        r"clock(?! cycles?)|(?:cache|tlb|page) (?:misses|faults)|(?:read|write|space) amplification",
    ),
    (
        Metric.DEVICE_COUNT,
        r"number of (?!explored|visited|expanded|tree|graph|search|leaf|"
        r"hidden)(?:[\p{L}-]+ ){0,2}?(?:nodes|gpus|cpus|cores|devices|workers|machines|servers|processors|"
        r"accelerators)|(?<!graph )(?<!tree )(?:gpu|node|core|device|server|instance) (?:counts?|"
        r"requirements?|needs)|(?:gpu|cpu|vm|tpu|cloud|server) instances",
    ),
    (Metric.CONTEXT_LENGTH, r"contexts?(?: (?:lengths?|windows?|sizes?))?(?! (?:switch|tokens))|sequence lengths?"),
    (
        Metric.MODEL_SIZE,
        r"number of (?:[\p{L}-]+ ){0,2}?parameters|parameters?[- ](?:counts?|budgets?)|(?:trainable|model|total|"
        r"active|"
        r"fewer|network) parameters|(?:model|network|parameter)[- ](?:sizes?|scales?)",
    ),
    (
        Metric.SCALING_EFFICIENCY,
        r"(?:weak|strong|parallel|scaling|multi-?(?:gpu|node))[-\s](?:scaling[-\s])?(?:efficienc(?:y|ies)|"
        r"scalability)|scalability|linear (?:scaling|speedup) efficiency|scaling (?:efficienc(?:y|ies)|rates?)|"
        r"(?:weak|strong)[-\s]scaling",
    ),
    (
        Metric.ENERGY_EFFICIENCY,
        r"(?:energy|power|carbon|area-energy)[-\s]?(?:and area\s)?efficien(?:cy|cies|t)|performance[-\s]per[-\s]watt|"
        r"perf/w(?:att)?|battery[-\s](?:life|lifetime)|(?:throughput|performance|inferences?|tokens?|ops|flops|"
        r"intelligence|accuracy|quality|queries|images|samples|frames|requests)(?:[-\s]per[-\s]|/)(?:watt|"
        r"joule|w|j)\b|energy-to-solution",
    ),
    (
        Metric.COST_EFFICIENCY,
        r"(?:cost|price)[-\s](?:efficien(?:cy|t)|effective(?:ness)?|performance(?: ratio)?)|(?:performance|"
        r"throughput|accuracy|tokens)[-\s]per[-\s](?:dollar|cost)|price-performance",
    ),
    (
        Metric.AREA_EFFICIENCY,
        r"area(?:[-\s]| and (?:energy|power) )efficien(?:cy|t)|(?:compute|computational|performance) density|"
        r"(?:throughput|"
        r"performance)[-\s]per[-\s]area",
    ),
    (
        Metric.TRAINING_TIME,
        r"(?:pre-?)?training[-\s](?:wall-?clock[-\s])?(?:time|times|duration|hours)|time[-\s]to[-\s](?:train|"
        r"accuracy|convergence)|(?:train|fine-?tun)\w* time|convergence time|epoch times?|time per epoch",
    ),
    (
        Metric.LATENCY,
        r"latenc(?:y|ies)|rtf\b|real[-\s]time factors?|ttft|tpot|tbt|itl|time[-\s]to[-\s]first[-\s]\p{L}+|"
        r"time[-\s]per[-\s](?:output[-\s])?token|response times?|inter-token|(?:round-trip|access|wait(?:ing)?|"
        r"queu(?:e|e?ing)|reaction) times?|rtt|p(?:50|9\d)(?:\.9)?(?=\s*$| (?:by|from|to|of|is|was)\b|[,;.)])|"
        r"delays?|critical[-\s]paths?(?: delays?)?|pauses?(?: times?)?|"
        r"stall times?|tail[-\s](?:latency|responses?)|lag\b|jitter|"
        r"timing(?: parameters?)?",
    ),
    (
        Metric.RUNTIME,
        r"(?:run|wall[-\s]?clock|execution|inference|decoding|decode|generation|computation(?:al)?|compute|"
        r"processing|simulation|completion|prefill|end-to-end|elapsed|total|query|build|compilation|compile|"
        r"rendering|solution|solve|search|sampling|job|kernel|application|optimization|preprocessing|loading|"
        r"indexing|recovery|checkpointing|(?:optimizer |training |time )?step|(?:page-)?load|travel|set[- ]?up|"
        r"boot(?:[- ]?up)?|"
        r"start[- ]?up|(?:cold|warm)[- ]start|iteration|verification|synthesis|"
        rf"tuning|reconstruction|fitting|user|turnaround|{_ANY_ING})[-\s]times?|run-?times?|makespan|"
        rf"time[-\s]to[-\s]solution|wall[-\s]?time|"
        r"\bjct\b|duration|turnarounds?|time(?= (?:reductions?|savings?))|time[-\s]per[-\s](?:step|iteration|frame|"
        r"image|query|sample|update|"
        r"task|scene|instance)|time (?:spent|taken|needed|required)|"
        r"time to (?:complet|process|comput|solv|build|run|finish|render)\p{L}*|"
        r"(?<!life )(?<!duty )(?<!development )cycles(?! time)|cycle counts?|"
        r"(?:(?<=in )|(?<=of )|(?<=\d ))time(?!\ssteps?)",
    ),
    (
        Metric.THROUGHPUT,
        r"(?:(?:token|request|training|inference|decoding)-)?throughputs?|goodput|tokens?[-\s](?:per|"
        r"/)[-\s]s(?:ec(?:ond)?)?|(?:generation|decoding|decode|"
        r"inference|processing|sampling|ingestion|frame|training|simulation|data|query|request|serving|update|"
        r"transaction|"
        r"message|packet|event|read|write|insertion|lookup|scan|refresh|arrival|job) rates?|requests? per second|"
        r"instructions[-\s]per[-\s]cycle|"
        rf"qps|fps|ipc\b|frame[-\s]?rate|generated tokens? per sec|{_ANY_PER} (?:second|minute|hour|day)|flop/s|iops",
    ),
    (
        Metric.UTILIZATION,
        r"(?:utili[sz]ation|resource) efficiency|utili[sz]ations?|"
        rf"occupanc(?:y|ies)|mfu|hfu|hit[-\s](?:rates?|ratios?)|{_ANY_CACHE}(?:cache|prefix|"
        r"buffer|prompt) reuse|(?:of|theoretical|hardware|device|machine|"
        r"roofline) peak|roofline|pe utili[sz]ation|load balanc\w*|busy(?: (?:ratio|fraction|rate))?",
    ),
    (
        Metric.BANDWIDTH,
        r"bandwidths?(?! (?:usage|consumption|requirements?|demands?|reductions?|savings?|costs?|footprint))|"
        r"interconnect speed|transfer rates?",
    ),
    (
        Metric.COMPRESSION,
        r"compression(?: ratios?| rates?| factors?)?|compress(?:es|ed|ing)?|bits per byte|(?:token|size|parameter|"
        r"data|dimension(?:ality)?|volume|sequence) reduction (?:ratios?|rates?|factors?)",
    ),
    (
        Metric.STORAGE,
        r"storage|space (?:usage|consumption|requirements?|savings?)|size of (?:the |its |"
        r"an? )?(?:[\p{L}-]+ ){0,2}?(?:image|binary|file|index|checkpoint|executable|"
        r"package)s?|on-disk(?: (?:size|footprint|space|usage))?|(?:room on )?disk(?: space| usage| footprint)?|"
        r"(?:model |file |"
        r"checkpoint |index |download |binary |code |bundle |package |executable |snapshot |archive |log |backup |"
        r"database |dataset )(?:file )?size|file sizes?|size reduction",
    ),
    (
        Metric.MEMORY,
        r"(?:(?:peak|gpu|device|host)-)?memor(?:y|ies)(?! bandwidth|-bound|-intensive|-limited| access| traffic|"
        r" transfers?| movements?|"
        r" wall| roof| hierarch|"
        r" accesses| controller| requests| subsystem)(?:[-\s](?:footprints?|usage|consumption|requirements?|"
        r"overheads?|costs?|savings?))?|vram|(?<!index )footprints?|(?<=of the )cache\b|"
        r"kv[-\s](?:cache|storage|memory|states?)(?: size| memory| usage)?|optimi[sz]er states?|\brss\b|"
        r"resident set(?: size)?|working set(?: size)?|"
        r"cache size|gpu ram|\bram\b|activations?(?= memory)",
    ),
    (
        Metric.COMMUNICATION,
        r"communications?(?:[-\s](?:volumes?|costs?|overheads?|times?|traffic|rounds?|latency))?|(?:network|"
        r"memory|dram|data|off-chip|bus|i/o|noc|wan|inter-node|external memory) (?:traffic|transfers?|"
        r"access(?:es)?|movements?|volumes?)|bandwidth (?:usage|consumption|requirements?|demands?|costs?|"
        r"footprint)|traffic|"
        r"bit-?rates?|(?:message|communication) complexity|(?:communication|transfer) (?:rounds|volumes?)|"
        r"data (?:movement|"
        r"transfer)|(?:communicated|"
        r"transmitted|transferred) data|(?:data|bytes?|messages?) (?:sent|exchanged|transferred|transmitted|"
        r"communicated)|"
        r"i/os?\b|transmission|"
        r"all-?reduce volume|uplink|bits? transmitted",
    ),
    (
        Metric.POWER,
        r"(?<!diagnostic )(?<!expressive )(?<!predictive )(?<!discriminative )(?<!statistical )(?<!computing "
        r")(?<!computational )(?<!processing )(?<!explanatory )power(?: consumption| draw| usage| dissipation|"
        r" budget)?(?! of|ful|[-\s]law|ed)|wattage|peak current",
    ),
    (
        Metric.ENERGY,
        r"energy[-\s]delay(?:[-\s]squared)?[-\s]products?|\bedp\b|energy(?:[-\s](?:consumption|usage|use|savings?|"
        r"costs?|reduction|footprint|dissipation))?|"
        r"joules?(?: per \p{L}+)?|fuel(?: use| consumption| burn)?|carbon(?: footprint| emissions?)?|co2|emissions?|"
        r"electricity|battery",
    ),
    (
        Metric.AREA,
        r"(?<!per unit )(?<!per )(?:silicon |chip |die |hardware |logic |on-chip |circuit )?area(?! under "
        r"(?:the )?(?:[\p{L}-]+ ){0,2}(?:curve|roc|receiver|pr))"
        r"(?: overhead)?|luts?\b|"
        r"dsps?\b|[bu]rams?\b|flip-?flops?|transistors?|(?:hardware|logic) resources?|qubits?",
    ),
    (
        Metric.OVERHEAD,
        r"overheads?|slowdowns?|(?:pipeline )?bubbles?(?: ratios?| rates?| times?)?(?! sort)|"
        r"idle (?:\p{L}+ )?(?:times?|ratios?|rates?|cycles)|idleness",
    ),
    (
        Metric.COST,
        r"(?:(?:monetary|financial|dollar|serving|api|operational|cloud|deployment|inference|training|"
        r"annotation|labeling|hardware|infrastructure|token) )?costs?(?! function| model)|expens(?:e|es)|"
        r"prices?|budget|cheaper|costing|spending|spend|tco|bills?",
    ),
    (
        Metric.COMPUTE,
        r"[kmgtpe]?flops?\b|macs?\b|multiply-(?:accumulates?|adds?)|mult-adds?|(?:time |decoding |"
        r"decoder )?complexity|comput(?:e|ation|ations|ational (?:costs?|complexity|load|overhead|"
        r"requirements?|resources?|effort|burden|workload|budget))|operations?(?: counts?)?|arithmetic|"
        r"multiplications?|(?:iteration|step|token|call|round|instruction|query|gate) counts?|(?:(?:denoising|"
        r"sampling|decoding|reasoning|training|gradient|optimization|"
        r"interaction|diffusion|inference|search|function) )?(?:steps|iterations)|function evaluations|"
        r"number of (?:\p{L}+ ){0,2}?(?:passes|calls|rounds|evaluations)|(?:gpu|compute|computational|"
        r"computing|hardware) (?:resources?|consumption)|gpu[-\s](?:hours|time|usage)|"
        r"tokens?[-\s]per[-\s](?:resolved|task|query|question|"
        r"problem|answer|solution|response|request|sample|turn|episode|instance|success|correct)|(?:training|"
        r"inference|"
        r"compute)(?= savings?)|nfes?|resource (?:usage|consumption)|"
        r"tokens?(?= (?:reduction|"
        r"savings))|tokens? (?:usage|use|consumption|counts?|budget|cost|spend|spending|footprint)|samples? (?:usage|"
        r"consumption)|tokens (?:generated|consumed|used|spent|"
        r"produced|emitted|processed)|(?:reasoning|output|generated|input|"
        r"visual|thinking|prompt|fewer|response|context) tokens|(?:average |"
        r"mean )?length of (?:the )?(?:reasoning|responses?|outputs?|chains?|cots?)|"
        r"number of (?:\p{L}+ )?(?:steps|tokens|iterations|"
        r"operations|function evaluations|samples)|(?:response|reasoning|output|generation|chain|cot|"
        r"thought|episode|trajectory|prompt) lengths?|rollouts|rollout (?:counts?|budget|cost)|"
        r"samples?(?= efficien)|sample complexity",
    ),
    (
        Metric.ERROR,
        r"bit[- ]error[- ]rates?|q-errors?|(?:root[- ])?mean[- ](?:squared?|absolute)(?:[- ]percentage)?[- ]errors?|"
        r"\bece\b|cross[-\s]entropy|errors?(?:[-\s]rates?)?|perplexit(?:y|ies)|ppl\b|"
        r"(?:validation |training |"
        r"test |eval(?:uation)? )?loss(?:es)?\b|\bw?mse\b|\b[nsr]{1,2}mse\b|(?:kl|js)[- ]divergences?|\bmae\b|"
        r"s?mape|\bwer\b|\bcer\b|\br?fid\b|"
        r"\bfvd\b|\bkid\b|mpjpe|\bade\b|\bfde\b|\bepe\b|chamfer(?:-l\d|[- ]distances?)?|"
        r"frechet(?:\s[a-z]+)? distances?|abs[- ]?rel|lpips|\bdists\b|"
        r"hamming distances?|hausdorff|\beer\b|\bnll\b|"
        r"bits[- ]per[- ](?:dim\w*|char\w*|bytes?)|(?:false|miss|failure|hallucination|rejection|drop|forgetting|"
        r"collision|crash|"
        r"defect|abort|timeout|misprediction|"
        r"attack success) (?:positives?|negatives?|alarms?|rates?)|(?:hallucination|failure|"
        r"collision(?! (?:physics|dynamics|avoidance|detection|handling|data|events?))|misprediction)s?\b|"
        r"hallucinated \p{L}+|"
        r"forgetting\b|(?:sub-?optimality|optimality|duality|generali[sz]ation) gaps?|"
        r"degradations?|regret|(?:trajectory|odometry|pose|position) drift|mis(?:label|classif|detect|"
        r"recogni)\p{L}+(?: \p{L}+s)?|toxicity|(?:branch )?mpki|misses per kilo[-\s]?instructions?|missed (?:cases|"
        r"detections|events|"
        r"targets|objects|diagnos\w+)|"
        r"(?:error|failure|outage|loss|drop|blocking) probabilit(?:y|ies)|outages?|crps|"
        r"deviations?|(?:logit|numerical) (?:differences?|discrepanc(?:y|ies))|distortion|"
        r"bias\b|misclassifications?|violations?",
    ),
    (
        Metric.CAPACITY,
        r"tokens?[-\s]per[-\s](?:forward[-\s]pass|forward|pass|step|iteration)|tpf\b|capacit(?:y|ies)|"
        r"(?:maximum |max |larger |effective )?batch[-\s]sizes?|(?:larger|bigger) batch(?:es)?|"
        r"number of (?:concurrent|simultaneous|parallel|"
        r"active) (?:users|requests|clients|sessions|connections)|(?:concurrent )?(?:users|"
        r"requests)(?= served)|accept(?:ance|ed)(?: lengths?| rates?| tokens| counts?)|concurrency|hidden sizes?|"
        r"(?:model|problem) sizes?",
    ),
    (
        Metric.ACCURACY,
        r"accurac(?:y|ies)|accurate|area under (?:the )?(?:\p{L}+ )?curve|acc@\S+|\bacc\b|pass@\S+|"
        r"pass[-\s]rates?|success(?:ful)?(?:[-\s]rates?)?|win[-\s]?rates?|(?:macro-|"
        r"micro-)?f1(?:[-\s]scores?)?|(?:collision|obstacle|hazard) avoidance|f-?scores?|f-measure|\bbleu\b|"
        r"codebleu|rouge(?:-\w)?|meteor|cider|"
        r"m?ap\d*(?:@\S+)?\b|mean average precision|au(?:roc|c|prc)\b|\bauc\b|recall(?:@\S+)?|"
        r"precision(?:@\S+)?|[mcg]?iou|mean iou|intersection[-\s]over[-\s]union|\bdice\b|psnr|ssim|"
        r"ndcg(?:@\S+)?|mrr|scores?|quality|correctness|exact[-\s]match|\bem\b|top-\d|correlation|kappa|"
        r"agreement|coverage|fidelity|resolve[-\s]?rates?|solve[-\s]rates?|completion rates?|(?:route|task|goal|"
        r"mission|instruction|subtask) completions?|detection rates?|"
        r"recognition(?: rates?)?|elo|similarity|consistency|robustness|generali[sz]ation|sensitivity|"
        r"specificity|r2|(?:slo|sla|deadline|goal|target)s?[- ]attainment|resilienc[ey]|matching rate|"
        r"discovery rate|benchmark performance|returns?|rewards?|alignment|"
        r"reachability|resolution rate|adherence|compliance|faithfulness|groundedness|coherence|fluency|realism|"
        r"naturalness|intelligibility|plausibility|factuality|helpfulness|validity|"
        r"completeness|satisfaction|preference|reliability|\bmcc\b|hits?@\S+|sharpe|"
        r"spearman|pearson|(?:signal|detection|selection|trigger|tagging|reconstruction) efficienc(?:y|ies)",
    ),
    (
        Metric.SPEED,
        r"speed-?ups?|speeds?(?! limit)|accelerat(?:ion|ions|e|es|ed|ing)|faster|quicker|performance|perf\b|"
        r"slower|slow-?downs?|slows?|efficien(?:cy|t)|fast\b|wall[-\s]?clock",
    ),
)

NamedMetrics = tuple[tuple[Metric, Pattern], ...]
METRIC_NAMES: NamedMetrics = tuple(
    (metric, Pattern(rf"(?<![\p{{L}}\d-])(?:{pattern})(?!\p{{L}})", IGNORECASE)) for metric, pattern in METRICS
)
# The same for a look at the first letters alone: what stands before is out of sight, and the open names are left out.
_LOOK_BEHIND = Pattern(r"\(\?<[=!][^()]*\)")
_BEGINNINGS = {
    named: regex.compile(
        _LOOK_BEHIND.sub("", reduce(lambda rest, any_word: rest.replace(any_word, "(?!)"), _ANY, pattern)),
        regex.IGNORECASE,
    )
    for named, (_, pattern) in zip(METRIC_NAMES, METRICS, strict=True)
}


@lru_cache(maxsize=1 << 15)
def metrics_beginning_with(letters: str) -> NamedMetrics:
    """The metrics with a name that may begin with some letters, those that begin with any word left out."""
    letters = folded(letters)
    tried = metrics_beginning_with(letters[:-1]) if len(letters) > 1 else METRIC_NAMES
    return tuple(named for named in tried if _BEGINNINGS[named].match(letters, partial=True))


# "memory-intensive workloads" names no metric of the claim.
NOT_A_METRIC = Pattern(
    r"-?\s?(?:intensive|bound|limited|constrained|aware|friendly|hungry|optimal|sensitive|critical|heavy|"
    r"oriented|centric|"
    r"localization|detection|correction|attribution|identification|based|efficient|driven|guided|"
    r"preserving|compatible|wise|management|modules?\b|layers?\b|blocks?\b|algorithms?\b|frameworks?\b|"
    r"techniques?\b|managers?\b|controllers?\b|predictors?\b|intensit(?:y|ies)\b|"
    r"model(?:s|ing)?\b(?! size)|"
    r"wall\b|agnostic|free\b|profile|optimized|saving(?!s)|varian(?:ce|ces)\b|variabilit(?:y|ies))"
    r"(?![\p{L}])",
    IGNORECASE,
)

# Comparatives and nouns of change, with their direction and the metric they name when nothing more exact is said.
# What follows "a 12% dip", but neither "fall detection" nor "spike trains".
_OF_A_CHANGE = r"s?(?= (?:in|of|when|after|on|under|over|from|at|to|while|as|by|with|is|was)\b|[.,;)]|$)"
CHANGES: tuple[tuple[str, Direction, Metric | None], ...] = (
    (
        r"speed-?ups?|accelerations?|faster|quicker|sooner|earlier(?! \p{L})|speed(?:s|ing)?[-\s]up|sped up|"
        r"accelerat(?:es?|ed|ing)|"
        r"speed improvements?|speed gains?",
        UP,
        Metric.SPEED,
    ),
    (r"slower|slow-?downs?|slows? down|slows|slowed", DOWN, Metric.SPEED),
    (r"cheaper|less expensive|less costly|cost savings?", DOWN, Metric.COST),
    (r"greener|less carbon-intensive", DOWN, Metric.ENERGY),
    (r"rarer|less (?:often|frequently)", DOWN, Metric.OTHER),
    (r"more expensive|more costly|costlier|pricier", UP, Metric.COST),
    (r"energy[-\s]savings?|energy reductions?", DOWN, Metric.ENERGY),
    (r"memory[-\s]savings?|memory reductions?", DOWN, Metric.MEMORY),
    (r"more (?:energy|power)[-\s]efficient|more efficient|better efficiency", UP, None),
    (r"less efficient", DOWN, None),
    (r"more (?:compact|lightweight)|leaner", DOWN, None),
    (
        r"overheads?|(?:additional|extra)(?= (?:training |inference |computational |compute |memory |silicon |chip |"
        r"die |"
        r"trainable )?(?:cost|latency|delay|time|memory|comput\w*|parameters|overhead|flops|area|power|energy|"
        r"storage|"
        r"bandwidth|communication|traffic|data|tokens|samples|steps))",
        UP,
        Metric.OVERHEAD,
    ),
    (r"compression(?: ratios?| rates?)?|compress(?:es|ed|ing)", UP, Metric.COMPRESSION),
    (
        r"higher|greater|more|increased|increas(?:es?|ing)|larger|bigger|longer|deeper|wider|growth|rise|"
        rf"uplift|jump|(?:surge|leap|uptick|hike|spike|bump|climb|increment){_OF_A_CHANGE}",
        UP,
        None,
    ),
    (
        r"better|improved|improvements?|improv(?:es?|ing)|gains?|boosts?|boosted|(?<!gradient )boosting|"
        r"enhancements?|enhanc(?:es?|ed|ing)|advantages?|superior|uplifts?|lifts?|headroom",
        UP,
        None,
    ),
    (
        r"lower|less|fewer|smaller|shorter|tighter|lighter|thinner|reductions?|reduced|reduc(?:es?|ing)|"
        r"decreases?|decreas(?:ed|ing)|(?:drop|fall)-?offs?|drops?|dropped|dropping|savings?|saves?|saved|saving|"
        r"cuts?|cutting|"
        r"shrink(?:s|age|ing)?|declines?|declined|below|sparser|compact|"
        rf"(?:fall|plunge|dip|slump|collapse|erosion|contraction|cutback|plummet){_OF_A_CHANGE}",
        DOWN,
        None,
    ),
    (
        r"worse|degradations?|degraded|degrad(?:es?|ing)|loss(?:es)?|decline|penalty|deteriorat\w+|gap|"
        r"difference|deficit|inferior",
        DOWN,
        None,
    ),
)
CHANGE_CUE = Folded(
    r"(?<![\p{L}\d-])(?:" + "|".join(f"(?P<c{i}>{p})" for i, (p, _, _) in enumerate(CHANGES)) + r")(?![\p{L}-])"
)

# Verbs that take "by <quantity>".
VERBS: tuple[tuple[str, Direction, Metric | None], ...] = (
    (
        r"accelerat(?:es?|ed|ing)|speed(?:s|ing)?[-\s]up|sped up|speeds|speeding|speed up|faster(?= by )",
        UP,
        Metric.SPEED,
    ),
    (r"slow(?:s|ed|ing)?(?:[-\s]down)?|slower(?= by )", DOWN, Metric.SPEED),
    (
        r"outperform(?:s|ed|ing)?|surpass(?:es|ed|ing)?|beat(?:s|en|ing)?|exceed(?:s|ed|ing)?|outscal(?:es?|ed|ing)|"
        r"outclass\w*|outrank\w*|outpac(?:es?|ed|"
        r"ing)|outstrip\w*|top(?:s|ped|ping)|outscor\w+|lead(?:s|ing)?\s(?:over\s)?|ahead of|wins",
        UP,
        None,
    ),
    (
        r"underperform(?:s|ed|ing)?|lag(?:s|ged|ging)?(?:\sbehind)?|trail(?:s|ed|ing)?|inferior to|behind|"
        r"(?:fall(?:s|ing)?|fell) short of",
        DOWN,
        None,
    ),
    (r"compress(?:es|ed|ing)?", UP, Metric.COMPRESSION),
    (r"undercut(?:s|ting)?", DOWN, Metric.COST),
    (
        r"improv(?:es?|ed|ing|ements?)|enhanc(?:es?|ed|ing)|boost(?:s|ed)?|(?<!gradient )boosting|better(?:s|ed|"
        r"ing)|gain(?:s|ed|"
        r"ing)?|advanc(?:es?|ed|ing)|optimi[sz](?:es?|ed|ing)",
        UP,
        None,
    ),
    (
        r"increas(?:es?|ed|ing)|rais(?:es?|ed|ing)|ris(?:es?|ing)|rose|grow(?:s|n|ing)?|grew|scal(?:es?|ed)|"
        r"extend(?:s|ed|ing)?|expand(?:s|ed|ing)?|lift(?:s|ed|ing)?|multipl(?:y|ies|ied|ying)|amplif(?:y|ies|"
        r"ied|ying)|elevat(?:es?|ed|ing)|enlarg(?:es?|ed|ing)|widen(?:s|ed|ing)?|push(?:es|ed|ing)?(?! down)|"
        r"(?:brought|driven) up|shift(?:s|"
        r"ed|ing)?|higher|larger|greater|lengthen\w*|go(?:es|ing)? up|went up|inflat(?:es?|ed|ing)|climb\w*|"
        r"soar\w*|explod(?:es?|ed|ing)|surg(?:es|ed|ing)|jump(?:s|ed|ing)|spik(?:es|ed|ing)|leap(?:s|ed|t)|"
        r"balloon(?:s|ed|ing)|skyrocket\w*|swell(?:s|ed|ing)?|"
        r"overestimat(?:es?|ed|ing|ion)",
        UP,
        None,
    ),
    (
        r"reduc(?:es?|ed|ing|tions?)|decreas(?:es?|ed|ing)|lower(?:s|ed|ing)?|cut(?:s|ting)?|shrink(?:s|ing)?|"
        r"shrank|shrunk|squeez(?:es?|ed|ing)|drop(?:s|ped|ping)?|sav(?:es?|ed|ing)|shorten(?:s|ed|ing)?|"
        r"minimi[sz](?:es?|ed|ing)|"
        r"lessen(?:s|ed|ing)?|attenuat(?:es?|ed|ing)|declin(?:es?|ed|ing)|(?:clos|bridg)(?:es?|ed|ing)(?=\sthe\s)|"
        r"go(?:es|ing)? down|went down|diminish\w*|"
        r"trim(?:s|med|ming)?|slash(?:es|ed|"
        r"ing)?|mitigat(?:es?|ed|ing)|"
        r"alleviat(?:es?|ed|ing)|prun(?:es?|ed|ing)|curtail\w*|fall(?:s|ing|en)?|fell|narrow(?:s|ed|ing)?|"
        r"eliminat(?:es?|ed|ing)|remov(?:es?|ed|ing)|suppress\w*|"
        r"(?:smaller|shorter|cheaper|lighter)(?= by )|(?:brought|driven|pushed) down|"
        r"depress(?:es|ed|ing)|plung(?:es|ed|ing)|plummet(?:s|ed|ing)|dip(?:s|ped|ping)|"
        r"dwindl(?:es|ed|ing)|slump(?:s|ed|ing)|"
        r"collaps(?:es?|ed|ing)|truncat\w+|condens\w+|"
        r"underestimat(?:es?|ed|ing|ion)",
        DOWN,
        None,
    ),
    (
        r"degrad(?:es?|ed|ing)|hurt(?:s|ing)?|worsen(?:s|ed|ing)?|deteriorat(?:es?|ed|ing)|los(?:es?|ing)|lost",
        DOWN,
        None,
    ),
)
VERB_CUE = Folded(
    r"(?<![\p{L}\d])(?:" + "|".join(f"(?P<v{i}>{p})" for i, (p, _, _) in enumerate(VERBS)) + r")(?![\p{L}-])"
)
# What may stand before a number and leaves it what it is: "by nearly 3%", "of only about 40".
HEDGES = (
    r"(?:(?:about|around|over|nearly|almost|roughly|approximately|some|only|just|merely|a mere|up to|more than|"
    r"less than|at least|at most|as much as|as many as|under|below|above)\s|~){0,3}"
)

# The places of "outperforms" and "underperforms" in VERBS: their object is a baseline, not a metric.
OUTPERFORM, UNDERPERFORM = 2, 3


def has_verb(text: str) -> bool:
    """Whether a verb of change stands in the text; a name such as "Accelerate" is none."""
    return any(text[match.start()].islower() for match in VERB_CUE.finditer(text))
