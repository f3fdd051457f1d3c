"""Measurements: an absolute value reached, observed or required."""

from __future__ import annotations

from collections.abc import Callable

import regex

from extractors.claims.draft import Before, Draft, NoClaim, Outcome
from extractors.context.change.common import usable
from extractors.context.metric import Cue, acronym_metric, first_metric, head_metric, last_metric, metric_cues
from extractors.endings import ending
from extractors.lexicon import DOWN, VERB_CUE, VERBS
from extractors.numbers.nouns import DEVICES
from extractors.numbers.quantity import NONE_OF_A_COST
from extractors.numbers.units import Dimension
from extractors.patterns import IGNORECASE, Folded, Match, Pattern
from extractors.situation import Situation
from schemas.vocabulary import Kind, Metric, Polarity

_BY_DIMENSION = {
    Dimension.RATE: Metric.THROUGHPUT,
    Dimension.PERFORMANCE: Metric.THROUGHPUT,
    Dimension.POWER: Metric.POWER,
    Dimension.ENERGY: Metric.ENERGY,
    Dimension.EFFICIENCY: Metric.ENERGY_EFFICIENCY,
    Dimension.MONEY: Metric.COST,
    Dimension.BANDWIDTH: Metric.BANDWIDTH,
    Dimension.AREA: Metric.AREA,
    Dimension.OPERATIONS: Metric.COMPUTE,
    Dimension.LENGTH: Metric.ERROR,
    Dimension.FREQUENCY: Metric.OTHER,
    Dimension.ELECTRIC: Metric.POWER,
}
_TIME_METRICS = (Metric.LATENCY, Metric.RUNTIME, Metric.TRAINING_TIME, Metric.OVERHEAD)
_TRAINING = Folded(r"\b(?:train|pre-?train|fine-?tun|distill|converg|epoch)\w*")
_DATA = Pattern(
    r"^\s{0,2}(?!file\b)(?:of\s(?:(?!(?:per|for|in|on|at|to|and|or|with|the|its|memory|storage|disk|ram|model)\b)"
    r"[\p{L}-]+\s)?)?(?:(?:raw|training|text|image|video|input|compressed|uncompressed|pretraining|"
    r"scientific|simulation)\s){0,2}(?:data(?:set)?s?|corpus|corpora|files?|text|logs?|documents|inputs?|"
    r"messages?|tables?|graphs?|archive|imagery|images|videos?|footage|audio|recordings|"
    r"records|genomes?|sequences?|"
    r"traces?|measurements|web\s(?:text|pages|data))\b",
    IGNORECASE,
)
_A_FILE = Pattern(r"\s(?:model\s|weight\s|binary\s)?(?:file|checkpoint|binary|executable|image)\b(?!s)")
_ON_DATA = Pattern(r"\b(?:on|of|for|per)\s{1,3}(?:a\s)?$", IGNORECASE)
_OF_A_DEVICE = ending(r"(?:\b[AHVBPTLK]\d{2,4}s?|\bRTX\s?\d{4}\w{0,2})(?:\sGPUs?)?\s\(\s?$")  # "8 A100 (80 GB)"
_OF_SUCH_A_DEVICE = Pattern(
    r"\s(?:[\p{L}\d-]+\s)?(?:GPUs?|accelerators?|cards?|devices?|boards?|NPUs?|phones?|laptops?)\b"
)
_STORED = Pattern(
    r"\b(?:(?:compress|shrink|shrunk|squeez)(?:es|ed|ing|s)?\s(?:the\s|a\s|its\s|"
    r"this\s)?(?:[\p{L}\d.-]+\s)?(?:models?|networks?|checkpoints?|index|weights)|model size|file size|storage|disk|"
    r"binary|checkpoints?\s(?:takes?|occup|weigh|is|needs?)|size of|"
    r"compressed (?:to|into)|download|"
    r"footprint of the model)\b",
    IGNORECASE,
)
_AGE = Pattern(
    r"\b(?:over|in|for|past|last|next|within|after|during|than|of|from|about|every|under|"
    r"the)\s(?:the\s)?(?:past\s|last\s|next\s|first\s|about\s|over\s|more than\s)?$",
    IGNORECASE,
)
_COLLECTED_OVER = ending(
    r"\b(?:collected|gathered|recorded|observed|logged|conducted|surveyed|posted|written)\s(?:[\p{L}-]{1,20}\s){0,3}?"
    r"(?:over|during|across|within)\s(?:(?:about|a period of|more than|nearly)\s){0,2}$"
)
_WINDOW_OF = ending(
    r"\b(?:windows?|hops?|strides?|epochs?|time\s?steps?|bins|intervals?)\s(?:size\s)?(?:of|every)\s(?:about\s|~)?$",
    regex.IGNORECASE,
)
_SPAN_OF_TIME = Pattern(
    r"^\s{0,2}-?(?:long|frames?|hops?|bins?|period|window|horizon|interval|ago|old|later|clips?|videos?|segments?|history|study|"
    r"trial|follow-up|campaign|ahead|forecast\w*|of\s(?:data|video|audio|speech|experience|observations?|"
    r"history|footage|recordings?|experimentation|simulated|gameplay))\b",
    IGNORECASE,
)
_RECORDED = Pattern(
    r"^\s{0,2}of\s(?:(?!with\b)[\p{L}-]+\s){0,5}?(?:data|videos?|audio|speech|experience|observations?|"
    r"footage|recordings?|demonstrations?|gameplay|music|conversations?|trajectories|driving|"
    r"traffic|telemetry|logs|teleoperation|transmissions|broadcasts|sessions|operations?|signals|interactions?|flights?)\b",
    IGNORECASE,
)
_CLIP = Pattern(
    r"(?:,(?=\s\d))?\s{0,2}-?(?:(?:long|minimum|continuous|short|coherent|raw|audio|video|speech|music|training|"
    r"generation|"
    r"streaming|stereo|HD|clip|multi-shot|interactive|\d{3,4}p|\d{3,4}\s?x\s?\d{3,4}|\d{1,2}K)[,\s]\s?){0,3}"
    r"(?:clips?|videos?|footage|shots?|songs?|tracks?|movies?|films?|speech|audio|utterances?|recordings?|"
    r"conversations?|sequences?|rollouts?|animations?|motions?|scenes?|podcasts?|episodes?|segments?|chunks?|"
    r"benchmarks?|streams?|sessions?|lead[\s-]times?|meetings?|lectures?|interviews?|"
    r"(?:training|generation|prediction|planning)\shorizons?|(?:video|music|audio|song|speech)\sgenerations?)\b"
    r"(?!\s(?:data(?:\s?sets?)?|corpus|corpora|collections?|archives?)\b)",
    IGNORECASE,
)
_CLIPS_OF = ending(
    r"\b(?:clips?|videos?|footage|songs?|movies?|films?|speech|audio|utterances?|recordings?|sequences)\s"
    r"(?:(?:of|lasting|spanning|up to|as long as|longer than|shorter than|over|about|at least|at most)\s){1,2}$",
    regex.IGNORECASE,
)
_RATE_AFTER = Pattern(
    r"\s(?:\p{L}+\s){0,2}(?:rates?|control|updates?|inference|refresh|throughput|processing|frequency)\b",
    IGNORECASE,
)
_PAST = Pattern(r"\b(?:past|last|recent|next|over the|for over|for more than|nearly)\s(?:\p{L}+\s)?$", IGNORECASE)
_OBTAINS = Folded(
    r"\b(?:achiev|obtain|reach|scor|attain|yield|get|record|report|averag|measur|rang|register|deliver|"
    r"produc)\w*\b"
)
_BRACKET = Pattern(r"^\s?\([^()]{1,20}\)")
_ADJOINS = Pattern(r"\s(?:(?:of|is|was|at|to|by|reaches|reaching|up to|over|only|about|nearly)\s){0,3}[~$(]?\s?")
# "with less than 1% run-to-run variability", "the imbalance rate falls from 39% to 12%"
_SPREADS = ("variab", "variation", "imbalance", "fluctuation")
_SPREAD_NEXT = Pattern(r"\s(?:[\p{L}-]+\s){0,2}?(?:variability|variations?|imbalance|fluctuations?)\b")
_SPREAD_BEFORE = ending(
    r"\b(?:variability|variation|imbalance|fluctuations?)(?:\s(?:rate|ratio|factor))?\s(?:of\s(?:the\s)?[\p{L}-]{2,20}\s)?"
    r"(?:(?:is|was|falls|drops|of|from|to|below|under|only|about)\s){0,3}$"
)
_OF_PERCENT = frozenset(
    {
        Metric.UTILIZATION,
        Metric.ACCURACY,
        Metric.ERROR,
        Metric.SCALING_EFFICIENCY,
        Metric.OVERHEAD,
        Metric.COMPRESSION,
        Metric.BANDWIDTH,
        Metric.CAPACITY,
    }
)
_SOLVES = Folded(
    r"\b(?:solv|succe|pass|correct|resolv|complet|detect|win|identif|classif|recogni|retriev|answer|match|"
    r"agree|prefer|favou?r|recall|recover|"
    r"finish|accomplish|fulfil|fix|repair|prov(?:e|es|ed|ing)\b|localiz|reproduc|diagnos)\w*\b[^,;]{0,30}$"
)
_SOLVED = Pattern(
    r"\b(?:is|are|was|were|be)\s(?:\p{L}+ly\s)?(?:correct|solved|completed|finished|accomplished|right|answered|resolved|detected|recognized|helpful|"
    r"useful|valid|relevant|acceptable|successful|"
    r"classified|identified)\b|\bprefer(?:s|red)?\b|\s(?:right|correctly)\b",
    IGNORECASE,
)
_SCOPE = Pattern(
    r"\s(?:is|are|was|were|can|achieved|obtained|required|reached|behind|inside|by|in|on|across|for|with|without|"
    r"under|at|over|while|"
    r"using|during)\s"
)
_CONFIDENCE = Pattern(r"^\s{0,2}(?:confidence|credible|CI\b|significance|interval)", IGNORECASE)
_SPARSITY = Pattern(
    r"^[\s-]{0,2}(?:\p{L}+\s){0,2}?(?:sparsity|sparse|pruned|pruning|retention|keep ratio|"
    r"(?P<none>masking|dropout|quantil\w+|percentile))\b",
    IGNORECASE,
)
_SPARSITY_OF = ending(
    r"\b(?:density|dropping|pruning|skipping|masking|eviction)\s\((?:up to\s|about\s|~)?\s?$|\b(?:sparsity|"
    r"density|(?:pruning|dropout|masking|retention|keep|noise|corruption|"
    r"missing|poisoning|injection|participation)\s(?:ratio|rate|level)s?)(?:\slevels?)?\s(?:of|at|to|is|"
    r"reaching)?\s?"
    r"(?:about\s|up to\s|over\s|~)?$",
    regex.IGNORECASE,
)
_CONSISTS = Pattern(
    r"\b(?:consist(?:s|ing)? of|composed of|made up of|contain(?:s|ing)|thresholds?(?:\sof|\s\())\s?(?:about\s|"
    r"over\s|only\s|up to\s|~)?$"
)
_SUMS_TO = Pattern(
    r"\b(?:account(?:s|ed|ing)? for|mak(?:es?|ing) up|constitut(?:es?|ing)|compris(?:es?|ing))\s(?:(?:about|over|"
    r"nearly|only)\s|~)?$"
)
_PORTION = Pattern(r"\b(?:share|fraction|proportion|percentage|portion)\sof\s[^,;:()]{3,50}$")
_SOLVED_ONES = Pattern(r"\b(?:solv|correct|success|accura|resolv|pass|right|win)", IGNORECASE)
_SUBJECT = Pattern(  # "84 percent exceed the width of a page"
    r"\s(?:exceed|are (?!correct|solved|right|accurate)(?:near|at|in|from|under|over|below|above|due|open|closed|"
    r"non|un)|"
    r"(?:have|had|contain|include|fall|lie|come|stem|report(?:ed)?|lack|mention|use|used|release|"
    r"provide)\s(?!an?\s(?:accuracy|error)))"
)
_MARGIN = Pattern(
    r"\s(?:[\p{L}-]+\s)?(?:margin|(?:label-?flip|flip|noise|corruption|contamination|poisoning|missing)\s(?:rate|"
    r"level)s?|"
    r"budgets?|budget ratio|headroom|slack|duty cycle|market share|participation|"
    r"(?:drop|dropout|"
    r"dropping|pruning|"
    r"masking|keep|skip|retention) (?:rate|ratio))\b"
)
_THINGS_NEXT = Pattern(
    r"\s(?:(?!accuracy\b|of\b)[\p{L}-]+\s)?(?:heads|layers|tokens|neurons|channels|experts|blocks|users|samples|"
    r"cases|weights|pixels|patches)\b"
)
_SCORE_NOUN = Pattern(
    r"^\s{0,2}(?:(?!(?:and|while|with|but|at)\s)\p{L}[\p{L}\d@-]*\s){0,2}?(?:acc(?:uracy)?\b|acc@|m?ap\d{0,2}\b|m?ap@|"
    r"bleu|rouge|f_?1|auc|"
    r"auroc|[mcg]?iou|dice|psnr|ssim|[rg]?fid|fvd|lpips|wer|cer|mae|rmse|mse|perplexity|ppl|recall|precision|ndcg|"
    r"mrr|elo|cider|meteor|mcc|r2|scores?\b|kappa|correlation|uas|las|nds|ari|nmi|pesq|stoi|chrf)(?:s?(?![a-z]))",
    IGNORECASE,
)
_SCORE_BEFORE = Folded(
    r"\b(?P<name>acc(?:uracy|uracies)?(?:@\S+)?|m?ap\d{0,2}(?:-\d{2})?(?:@\S+)?|bleu(?:-\d)?|rouge(?:-\w)?|"
    r"f1(?:[-\s]scores?)?|auc|auroc|au(?:prc|c-roc)|[mcg]?iou|dice(?: score| coefficient)?|psnrs?|ssims?|"
    r"r?g?fid(?:-?\d{0,2}k)?|"
    r"fvd|kid|lpips|auprc|clip(?:-?score)?|"
    r"mos|c-index|abs-?rel|epe|m?ade|m?fde|mpjpe|nll|ece|chamfer(?:[- ]distance)?|brier(?: score)?|s?mape|nrmse|eer|"
    r"pesq|stoi|chrf|comet|bertscore|"
    r"wer|cer|mae|rmse|mse|perplexity|ppl|recall(?:@\S+)?|precision(?:@\S+)?|ndcg(?:@\S+)?|mrr(?:@\S+)?|ari|nmi|"
    r"[rp]@\S+|r-precision|jaccard|hota|mota|motp|idf1|bp[dc]|pq|spl|fad|utmos|f-measures?|"
    r"b(?:it[-\s])?er|bler|der|tau|rho|returns?|rewards?|dsc|hd95|nse|kge|uas|las|"
    r"rtfx?|(?:inverse )?real[- ]time factors?(?: \(rtfx?\))?|elo(?: rating)?|cider|meteor|mcc|scores?|kappa|"
    r"correlation(?: coefficient)?|errors?|loss|pass@\S+|"
    r"(?:success|hit|pass|win|solve|detection|retrieval|completion) rates?(?:\sat\s[a-z]+)?|"
    r"(?:success|attack|failure|detection|error)\sprobability|"
    r"(?:spearman|pearson|kendall)\S*(?:\s(?:rank\s)?(?:correlation|rho|tau|r)\b(?:\scoefficient)?)?|"
    r"r[- ]?squared(?: value)?|r\s?\^?\s?2|r(?=\s?=)|rating|"
    r"[np]pvs?|index|indices)(?:\s\([^()\d]{2,40}\)(?=\sof\s))?(?:\s(?:values|levels|coefficients)(?=\sof\s))?"
    r"(?:\s(?:on|in|for|across)\s[^,;:.()]{1,50}?)?"
    r"(?:\s(?:climb|ris|rose|go|went|jump|grow|grew|mov|drop|fall|fell|increas|improv|decreas|declin|shrink|shrank)[a-z]{0,3}(?:\s(?:up|down))?(?=\sto\s))?"
    r"(?:\s(?:of|is|was|(?:is|was|stays|remains)\s(?:below|above|under|over)|to|at|from|reaching|reaches|exceeding|"
    r"above|below|over|between|around|about|up to|and|scores?|values?|only|as high as|as low as|near)|"
    r"\s?[=:(,]|(?=\s{1,2}[$]?$))[\s$(]{0,4}[~<>≥≤]?\s?$"
)
_BATCH = Pattern(
    r"\bbatch(?:es)?(?:-size-|-|\s(?=$))$|"
    r"\bbatch(?:es)?(?:[-\s]?sizes?|\sof(?:\ssize)?)\s"
    r"(?:(?:to\s)?(?:grows?|increases?|rises?|grew|rose)\s)?(?:of|is|was|up to|to|from|between|under|below|"
    r"above|over|(?:as|so)\s(?:small|large|low|high|big)\sas|[=<>≤≥]=?)?\s?(?:up to\s)?\(?$",
    IGNORECASE,
)
_DRAFTS = Pattern(r"\b(?:draft|specul)", IGNORECASE)
_PER_PASS = ending(
    r"\b(?:tokens\sper\sforward(?:\spass)?(?:\s\(TPF\))?|TPF)\s(?:(?:count|rate)\s)?(?:of|is|from|to|reaches)\s"
    r"(?:(?:about|over|up to|nearly)\s|~)?$",
    regex.IGNORECASE,
)
_ANY_SCORE = Pattern(r"scores?|rating|index", IGNORECASE)
_REAL_TIME = Pattern(r"rtf|real[- ]time factor", IGNORECASE)
_JUDGED_ALONE = (Dimension.PERCENT, Dimension.NONE, Dimension.COUNT, Dimension.PARAMETERS, Dimension.DEVICES)
_INSTEAD = Pattern(
    r",?\s(?:instead of|rather than|as opposed to|versus|vs\.?|against|compared (?:to|with)|(?:up|down) from)\s"
    r"(?:(?:about|over|nearly|the)\s|~){0,2}"
)
_INVERSE = Pattern(r"\brtfx\b|\binverse\b", IGNORECASE)
_ERRORS = Pattern(
    r"error|loss|\bbp[dc]\b|\bfad\b|\bber\b|bler|\bder\b|hd95|wer|cer|mae|rmse|mse|fid|fvd|perplexity|ppl|lpips|abs-?rel|epe|"
    r"\bm?[af]de\b|mpjpe|nll|\bece\b|"
    r"chamfer|brier|mape|\beer\b",
    IGNORECASE,
)
_LIST_OF_SCORES = Pattern(
    r"[)\s]{0,3}(?:\([^()]{1,40}\)|(?:on|in|for|at|with)\s[^;:]{1,60}?|"
    r"\p{L}[\p{L}\d@\s-]{1,40})?\s{0,2}(?:,\s{0,2}(?:and\s)?|\sand\s|\s&\s|/|\(|\svs\.?\s|\sversus\s|"
    r"\scompared (?:to|with)\s|,\s(?:lower|higher|better|worse|more|less|up|down)\s(?:than|from)\s)"
    r"[\s~($]{0,4}(?:(?:an?|the)\s)?",
    IGNORECASE,
)
_SHARE_OF = Pattern(
    r"^\s{0,2}(?:of|to(?=\sthe\s(?:total|overall|end-to-end)))\s(?:the\s|all\s|its\s)?(?P<what>[^,;:.()]{2,50})",
    IGNORECASE,
)
_UTIL = Pattern(r"\b(?:peak|theoretical|roofline|ideal|hardware limit|bandwidth|line rate)\b", IGNORECASE)


_TIME_ADJECTIVES = ("-second", "-minute", "-hour", "-day", "-week", "-month", "-year")
_DATA_OF = Pattern(
    r"(?:[Dd]ataset|[Cc]orpus|[Bb]ench(?:mark)?)(?:\s[\p{L}\d-]{1,24})?\s?\(\s?$|\b(?:datasets?|corpus|corpora|"
    r"collection)\sof\s(?:(?:about|over|approximately|around|nearly|"
    r"more than|up to)\s|~){0,2}$"
)
_OPERATES = Pattern(
    r"\b(?:operat|run|achiev|reach|perform|update|control)\w*\s(?:\p{L}+\s){0,4}?(?:at|of|"
    r"to)?\s?(?:up to\s|over\s|~)?$"
)
_AT = ending(r"\bat\s(?:(?:up to|over|about)\s|~)?$")
_SAMPLED = Pattern(r"\b(?:sampl|record|collect|captur|measur|acquir|clock|vibrat|signal)", IGNORECASE)
_CLOSED = Pattern(r"\)|\svs\.?\s\d")
_ACHIEVES = Pattern(rf"{_OBTAINS.pattern}|\b(?:surpass|outperform|exceed|beat|rival|match)\w*\b", IGNORECASE)
_NAMED_SCORE = Pattern(r"\b\p{Lu}[\p{L}\d-]+\s\(\s?$")
_OF_HOURS = Pattern(
    r"\s(?:[\p{L}\d-]+\s){0,3}?(?:datasets?|data|corpus|corpora|recordings?|speech|audio|videos?|"
    r"collection|subset|training set)\b",
    IGNORECASE,
)
# "the number of activated experts from 69.5", "sampling steps of each model from 25"
_COUNT_OF = regex.compile(
    r"\b(?:number of (?:(?!nodes|GPUs|cores|devices|workers|machines|"
    r"parameters)\p{L}+\s){0,3}?(?P<noun>(?!nodes|GPUs|cores|devices|workers|machines|"
    r"parameters)\p{Ll}{3,}s)|"
    r"(?P<noun>steps|iterations|evaluations|rounds|tokens|calls)(?!\sper\b))\s(?:[^,;]{1,40}?\s)?from\s$"
)
_OF_TIME = Pattern(r"[\p{L}\s-]*(?:error|deviation|drift|mae|rmse|mse|ade|fde)", IGNORECASE)
_LIFETIME = ending(r"\blife(?:time|span)?s?\sof\s(?:(?:about|over|up to|more than|nearly)\s|~)?$")
_MEASURED_TIME = Pattern(r"\s(?:latenc|response|inference|delay|training|runtime|budget|limit|time)")
_NOT_A_SHARE = Pattern(r"\s{0,2}(?:open[-\s]|compatible\b|free\b|automatic)")
_OF_PARAMETERS = Pattern(
    r"\s{0,2}(?:of\s(?:the\s|its\s)?)?(?:(?:trainable|tunable|additional|extra|total|model|new|more|"
    r"original|active|activated|expert|dense)\s){0,2}\s?(?:parameters|params)\b"
)
_TAKES = Pattern(r"\b(?:total|training compute|budget|required?|requires|costs?|only|with|complexity|using|at)\b")
# "lowers the mATE for flow from"
_MOVES_FROM = Pattern(
    r"\b(?P<verb>(?:reduc|decreas|improv|increas|rais|enhanc)(?:es?|ed|ing)|(?:lower|boost|lift|drop)(?:s|ed|ped|"
    r"ing|ping)?|cut(?:s|ting)?)\s"
    r"(?P<what>[^,;:]{2,60}?)\sfrom\s(?:about\s|over\s|~)?$",
    IGNORECASE,
)
_BRACKET_AFTER = Pattern(
    r"(?:\s(?:[\p{L}-]+\s)?parameters)?\s\((?:only\s|just\s|about\s|~){0,2}"
)  # "1.1M parameters (0.2%"
_FAILS = Pattern(r"\b(?:fail|miss|misclassif|mislabel|overlook|hallucinat|misread)\p{L}*\s(?:[\p{L}-]+\s){0,3}$")
_DRAFTED = Pattern(r"(?:draft(?:ed)?|proposed|speculated|speculative)\s(?:tokens?|drafts?)\b|drafts\b")
_WRONG_ONES = Pattern(
    r"\s(?:invalid|incorrect|wrong|erroneous|failed|spurious|broken|hallucinated|unsafe)\s\p{Ll}+s\b"
)
_GAP_FROM = Pattern(r"\bgaps?\s(?:[^,;]{1,40}\s)?from\s(?:(?:about|over)\s|~)?$")
_USAGE = Pattern(
    r"\b(?:(?:GPU|CPU|TPU|core|device|accelerator)s?\susage|memory\s(?:usage|pressure|"
    r"occupancy))\s(?:[\p{L}]+\s){0,3}(?:(?:about|only|over)\s|~)?$"
)
_IDEAL = Pattern(r"(?:ideal|linear|perfect)\s(?:throughput|speed-?up|scaling|performance)\b")
_SCALES_TO = Pattern(r"\b[Ss]cal(?:es|ed|ing)\b")
_EFFICIENT_ON = Pattern(
    r"\sefficient\s(?:at|on|across|up to|out to|over)\s(?:up to\s)?\d[\d,.]*\s(?:cores|GPUs|CPUs|nodes|ranks|"
    r"processes|devices|workers|"
    r"chips|accelerators)\b"
)
_ACCURATE_TO = Pattern(r"\b(?:accurate|precise|correct) to (?:within|about|roughly)\s(?:about\s|~)?$")
_IDLE = Pattern(
    r"\b(?:idle|busy|stalled|active|occupied)\s(?:for\s)?(?:(?:about|over|nearly|up to|roughly|only)\s|~)?$"
)
_OF_THE_TIME = Pattern(r"\sof (?:the |all )?(?:time|cycles)\b")
_MODIFIERS = Pattern(r"\s(?:(?!(?:on|in|for|of|with|at|by|when|under|across|and)\b)[\p{L}-]+\s){0,2}")
_CATCHES = Pattern(r"\b(?:flag|captur|block|catch|caught|thwart|stop|prevent)\p{L}*\s[^,;]{0,16}$")
_EVIL = Pattern(
    r"(?:(?:injected|malicious|harmful|adversarial|toxic|unsafe|poisoned|forged)\s(?:[\p{L}-]+\s)?\p{Ll}+s|"
    r"(?:[\p{L}-]+\s){0,2}?(?:attacks|injections|faults|bugs|errors|violations|anomalies|intrusions|failures|"
    r"jailbreaks|"
    r"defects))\b"
)
_SUCCEEDS = Pattern(r"\b(?:pass|solv|succeed|complet)(?:e?s|ed|ing)?\b[^,;]{0,30}$")
_SENDS = Pattern(
    r"\b(?:upload|send|transmit|exchang|transfer|communicat|broadcast|mov|shuffl|ship|fetch)(?:s|es|ed|ing|t)?\s(?:(?:only|just|about|"
    r"merely|up to|over|less than|a total of|"
    r"roughly|nearly)\s|~){0,2}$",
    IGNORECASE,
)
_SENT = Pattern(
    r"\sof\s(?:[\p{L}-]+\s){0,2}?(?:bandwidth|traffic|communication|data transfers?|uplink|network data)\b"
)
_TRAINED_IN = Pattern(
    r"\b(?:train(?:s|ed|ing)?|fine-?tun(?:es?|ed|ing)|learn(?:s|ed|t)?|converg(?:es?|ed|"
    r"ing))\s(?:[\p{L}-]+\s){0,3}?(?:in|within|takes|for|under)\s"
    r"(?:(?:under|about|only|just|less than|a few|over)\s|~){0,2}$"
)
_SCORE_NAME = Pattern(r"^(?:(?:the|its|their|average|mean|overall)\s){0,2}\p{L}{0,2}\p{Lu}{2}[\p{L}\d@-]*\b")
_REACHES = Pattern(
    r"(?:,|\b(?:and|yet|but|while)\b)[^;]*\b(?:achiev|obtain|reach|scor|attain|gets|getting|solv|perform|yield|"
    r"hit)\p{L}*\b"
)
_MACHINES = Pattern(r"\b(nodes|GPUs|cores|devices|workers|machines)\b")
_EFFICIENCY = Pattern(r"\s{0,2}efficiency\b")
_SCALES = Pattern(r"\bscal(?:es|ed|ing)\b")
_ON_NAME = Pattern(
    r"\s?[$)]?(?:\s[a-z]{0,2}\p{Lu}{2}[\p{L}\d@/-]{0,16})?\son\s(?:the\s)?(?:\p{Lu}|(?:\p{Ll}+\s)?(?:aggregate|"
    r"leaderboard|"
    r"benchmark|suite|test set|exam)\b)"
)
# "a mean DCS of 0.91"
_ACRONYM_OF = ending(
    r"\b(?:[Aa]n?|[Tt]he|mean|average|overall|median|[Ii]ts|"
    r"[Oo]ur)\s(?:[\p{L}-]{1,20}\s){0,2}\p{Lu}{2,8}\d?\s(?:score\s)?(?:(?:of|is|was|reaches)\s)?(?:about\s|~)?$"
)
_ACRONYM_IS = ending(r"\b\p{Lu}{2,6}\s?=\s?$")  # "IPW=0.97"
_AVERAGE_OF = Pattern(r"\b(?:an?|the)\s(?:overall\s|mean\s)?average\sof\s$")
_OVER = Pattern(r"\s(?:across|over|on)\s")
_AVERAGE_FROM = Pattern(r"\b\p{Lu}[\p{L}\d@-]+\s(?:[Aa]verage|[Mm]ean)\sfrom\s$")  # "raises the LongQA average from"
_IS_OF = Pattern(r"(?:-of-\p{L}+)?\s(?:of|is|at|to)\s(?:only\s|about\s|~)?")
_DECIMAL = Pattern(r"\d\.\d")
_CACHES = Pattern(r"cach|buffer|memor|prefetch", IGNORECASE)
_CLAUSE_END = Pattern(r"[,;:()]|\.\s|\b(?:while|and|with|than|over|compared)\b")
_WHOLE = Pattern(r"\bcompute|total|budget")
# "7.6 FID and 0.7 GenEval": each score has its name behind it
_NAMES_AFTER = Pattern(
    r"\s[a-z]{0,2}\p{Lu}(?=[\p{L}@-]{0,19}[\p{Lu}\d])[\p{L}\d@-]{1,20}(?:\sscore)?(?:\s?/|,|\sand|,\sand)\s"
)
_NAME_NEXT = Pattern(r"\s[a-z]{0,2}\p{Lu}(?=[\p{L}@-]{0,19}[\p{Lu}\d])[\p{L}\d@-]{1,20}\b")
# "rated 4.6 out of 5"
_OUT_OF_BEST = Pattern(r"\s?(?:out of|of|/)\s?(?:[457]|10|100)(?![\d.%])(?!\s\p{Ll}+s\b)")
_RATED = Pattern(
    r"\b(?:rat(?:e|ed|es|ing|ings)|scor(?:e|ed|es|ing)|grad(?:e|ed|es)|averag\p{L}+|mean|satisfaction)\b", IGNORECASE
)
_RATED_AT = Pattern(r"\brat(?:ed|es|ing)\s(?:[\p{L}]+\s){0,3}$")
_FOR_OURS = Pattern(r"\sfor\s(?:ours|our\s\p{L}+|the\s(?:next|second|baseline|strongest|best))\b")
_ON_A_BENCHMARK = ending(  # "On MT-Bench it gets 8.1"
    r"\bOn\s(?:the\s)?[\p{L}\d@.-]*\p{Lu}[^,;]{0,30}?,?\s(?:it|we|ours|our\s[\p{L}-]+|the\s[\p{L}-]+|\p{Lu}[\p{L}\d-]*)\s"
    r"(?:gets|scores?|achieves?|obtains?|reach(?:es)?|attains?|records?)\s(?:(?:only|about|just|a|an)\s|~){0,2}$"
)
_AT_THRESHOLD = Pattern(r"\bat\s(?:an?\s)?(?:IoU|tIoU)(?:\sthresholds?)?\s(?:(?:of|above|over)\s)?$")
_VERSUS_NEXT = Pattern(
    r"\s(?:vs\.?|versus|against|compared (?:to|with)|rather than|instead of)\s(?:(?:the|an?)\s)?~?"
)
_RATIO_BEFORE = ending(
    r"\b(?:(?:write|read|space|noise|error)\samplification|(?:odds|hazard|competitive|approximation|signal-to-noise|"
    r"imbalance|stretch|aspect)\s(?:ratio|factor)|(?:mean|average)\srank(?:ing)?|load\s(?:im)?balance|IPC|CPI|PUE|instructions\sper\scycle)"
    r"(?:\s\(\p{Lu}{2,4}\))?\s(?:of|is|was|to|reaches|from|at)\s(?:(?:only|just|about|over|up to|below)\s|~){0,2}$",
    regex.IGNORECASE,
)
_ANGLES_OF_VIEW = (180, 360)
_SCORE_END = Pattern(r"\s?[)$]?\s?(?:,|on\b|in\b|for\b|and\b|\)|\.|vs|at\b)")


def read(s: Situation, before: Before | None) -> Outcome:
    """A measurement, or null when the quantity may be of another kind."""
    q = s.quantity
    if (
        q.pair == "after"
        and before is not None
        and before.quantity.pair == "before"
        and q.dimension is not Dimension.COUNT
    ):
        return Draft(Kind.MEASUREMENT, before.draft.metric, q.unit or before.draft.unit, before.draft.rule)
    if q.dimension is Dimension.POINTS and q.pair:
        named = _ranked(s.left[-80:])
        return Draft(Kind.MEASUREMENT, named.metric if named else Metric.ACCURACY, q.unit, "pair of points")
    if before is not None and _same_but_of_another(s, before):
        return Draft(Kind.MEASUREMENT, before.draft.metric, q.unit, before.draft.rule)
    if q.dimension is Dimension.PERCENT:
        return _percent(s, before)
    if q.dimension is Dimension.NONE:
        return _score(s, before)
    if (reader := _READERS.get(q.dimension)) is not None:
        return reader(s)
    if q.unit == "nm":
        return _frequency(s)
    if q.dimension is Dimension.COUNT and q.unit == "tokens/forward pass":
        return Draft(Kind.MEASUREMENT, Metric.CAPACITY, q.unit, "tokens per pass")
    metric = _BY_DIMENSION.get(q.dimension)
    if metric is None:
        return None
    if q.dimension is Dimension.BANDWIDTH and (named := last_metric(s.list_left[-30:])) is not None:
        metric = Metric.THROUGHPUT if named.metric is Metric.THROUGHPUT else metric
    if q.unit.endswith("/mm^2"):
        return Draft(Kind.MEASUREMENT, Metric.AREA_EFFICIENCY, q.unit, "a value of performance")
    if q.dimension is Dimension.LENGTH and not _near_metric(s, (Metric.ERROR, Metric.ACCURACY)):
        return Draft(Kind.MEASUREMENT, Metric.OTHER, q.unit, "length")
    return Draft(Kind.MEASUREMENT, metric, q.unit, f"a value of {q.dimension.value}")


def _same_but_of_another(s: Situation, before: Before) -> bool:
    """ "needs 16 GB instead of 80 GB": whether the value stands for that of the one before."""
    same = before.quantity.dimension is s.quantity.dimension and before.quantity is s.previous
    absolute = before.draft.kind is Kind.MEASUREMENT and s.quantity.dimension not in _JUDGED_ALONE
    return same and absolute and _INSTEAD.fullmatch(s.near_left) is not None


def _frequency(s: Situation) -> Outcome:
    runs = _OPERATES.search(s.left) or (_AT.search(s.left) and not _SAMPLED.search(s.left[-60:]))
    if s.quantity.unit in ("Hz", "kHz") and (_RATE_AFTER.match(s.right) or runs):
        return Draft(Kind.MEASUREMENT, Metric.THROUGHPUT, s.quantity.unit, "a rate")
    return NoClaim("a clock rate or a process node")


def _near_metric(s: Situation, wanted: tuple[Metric, ...]) -> Metric | None:
    for cue in (
        first_metric(_clip(_BRACKET.sub("", s.list_right))),
        last_metric(s.list_left[-80:]),
        last_metric(s.left[-140:]),
    ):
        if cue is not None and cue.metric in wanted:
            return cue.metric
    return None


def _clip(text: str) -> str:
    return _CLAUSE_END.split(text)[0][:60]


def _percent(s: Situation, before: Before | None) -> Outcome:
    return _percent_by_words(s) or _gap_or_usage(s) or _percent_of_metric(s, before)


def _percent_by_words(s: Situation) -> Outcome:
    """A percentage that the words beside it settle; null when they do not."""
    if _CONFIDENCE.match(s.right):
        return NoClaim("a confidence level")
    if _NOT_A_SHARE.match(s.right):
        return NoClaim("a way of saying entirely")
    if _EFFICIENCY.match(s.right) and _SCALES.search(s.left[-60:]):
        return Draft(Kind.MEASUREMENT, Metric.SCALING_EFFICIENCY, "%", "percentage of a metric")
    if _SPARSITY_OF.search(s.list_left[-50:]):
        return Draft(Kind.MEASUREMENT, Metric.OTHER, "%", "sparsity")
    if (
        _MARGIN.match(s.list_right)
        or _THINGS_NEXT.match(s.list_right)
        or _CONSISTS.search(s.near_left)
        or (_SUMS_TO.search(s.near_left) and not _SHARE_OF.match(s.right))
        or _of_some(s)
    ):
        return Draft(Kind.MEASUREMENT, Metric.OTHER, "%", "share")
    if _WRONG_ONES.match(s.list_right):
        return Draft(Kind.MEASUREMENT, Metric.ERROR, "%", "share that fails")
    if kept := _SPARSITY.match(s.list_right):
        return None if kept["none"] else Draft(Kind.MEASUREMENT, Metric.OTHER, "%", "sparsity")
    share = _share_of(s)
    if (share and _IDEAL.match(share["what"]) and _SCALES_TO.search(s.left)) or _EFFICIENT_ON.match(s.right):
        return Draft(Kind.MEASUREMENT, Metric.SCALING_EFFICIENCY, "%", "percentage of a metric")
    if share and _UTIL.search(share["what"]):
        return Draft(Kind.MEASUREMENT, Metric.UTILIZATION, "%", "share of the peak")
    if _OF_PARAMETERS.match(s.list_right) or _of_the_parameters(s):
        return Draft(Kind.MEASUREMENT, Metric.MODEL_SIZE, "%", "share of the parameters")
    return None


def _of_some(s: Situation) -> bool:
    """ "84 percent exceed the width", "the share of valid programs from 55%": how many of them."""
    if s.quantity.pair == "before":
        some = _PORTION.search(s.near_left)
        return some is not None and not (_SOLVED_ONES.search(some[0]) or _UTIL.search(some[0]))
    return _SUBJECT.match(s.right) is not None


def _of_the_parameters(s: Situation) -> bool:
    """ "1.1M trainable parameters (0.2% of the backbone)"."""
    if s.previous is None or s.previous.dimension is not Dimension.PARAMETERS:
        return False
    counted = "param" in s.doc.view[s.previous.start : s.quantity.start].lower()
    return counted and _BRACKET_AFTER.fullmatch(s.near_left) is not None


def _share_of(s: Situation) -> Match | None:
    return _SHARE_OF.match(_BRACKET.sub("", s.list_right))


def _percent_of_metric(s: Situation, before: Before | None) -> Draft:
    """A percentage of the metric named nearest, of the percentage before, or of what such values mostly are."""
    if s.says(_SPREADS) and (_SPREAD_NEXT.match(s.list_right) or _SPREAD_BEFORE.search(s.list_left)):
        return Draft(Kind.MEASUREMENT, Metric.OTHER, "%", "percentage of a spread")
    share = _share_of(s)
    right = head_metric(_clip(s.list_right)) or _behind_the_pair(s)
    left = next((cue for cue in reversed(metric_cues(s.list_left[-110:])[-2:]) if cue.metric in _OF_PERCENT), None)
    for cue in (right, left):
        if cue is None or (share and cue is left and not _ADJOINS.fullmatch(s.list_left[-110:][left.end :])):
            continue
        if share and cue is right and cue.metric not in (Metric.UTILIZATION, Metric.ACCURACY):
            continue
        if cue.metric is Metric.CAPACITY and not _DRAFTS.search(s.doc.view):
            continue  # acceptance by people
        if cue.metric is Metric.UTILIZATION and cue.word.lower().startswith("hit") and not _CACHES.search(s.doc.view):
            return Draft(Kind.MEASUREMENT, Metric.ACCURACY, "%", "percentage of a metric")  # of a search
        if cue is left and cue.metric is Metric.OVERHEAD and _REACHES.search(s.list_left[-110:], cue.end):
            continue  # "little overhead, yet it reaches 80%"
        if cue.metric in _OF_PERCENT:
            metric = Metric.UTILIZATION if cue.metric is Metric.BANDWIDTH else cue.metric
            return Draft(Kind.MEASUREMENT, metric, "%", "percentage of a metric")
    if before is not None and before.draft.kind is Kind.MEASUREMENT:
        solved = before.draft.metric in (Metric.ERROR, Metric.OTHER) and _SUCCEEDS.search(s.near_left)
        failed = _FAILS.search(s.near_left) is not None
        own = Metric.ACCURACY if solved else Metric.ERROR if failed else before.draft.metric
        return Draft(Kind.MEASUREMENT, own, "%", "next percentage")
    if share and (of := _metric_of(share["what"])) is not None:
        return Draft(Kind.MEASUREMENT, of, "%", "share of a metric")
    if share and (judged := _of_verb(s, share["what"])) is not None:
        return judged
    earlier = last_metric(s.left[-220:])
    if earlier is not None and earlier.metric in (Metric.UTILIZATION, Metric.ERROR, Metric.SCALING_EFFICIENCY):
        return Draft(Kind.MEASUREMENT, earlier.metric, "%", "percentage of a metric")
    return Draft(Kind.MEASUREMENT, Metric.ACCURACY, "%", "percentage")


def _gap_or_usage(s: Situation) -> Draft | None:
    """ "narrows the gap from 9% to 4%", "GPU usage climbs to 80%"."""
    if s.quantity.pair == "before" and _GAP_FROM.search(s.near_left):
        return Draft(Kind.MEASUREMENT, Metric.ERROR, "%", "percentage of a metric")
    if _ACCURATE_TO.search(s.near_left):
        return Draft(Kind.MEASUREMENT, Metric.ERROR, "%", "percentage of a metric")
    if _USAGE.search(s.near_left) or (_IDLE.search(s.near_left) and _OF_THE_TIME.match(s.right)):
        return Draft(Kind.MEASUREMENT, Metric.UTILIZATION, "%", "percentage of a metric")
    return None


def _behind_the_pair(s: Situation) -> Cue | None:
    """ "drops from 9% to 4% word error rate"."""
    if s.quantity.pair != "before" or s.index + 1 == len(s.siblings):
        return None
    behind = _clip(s.doc.view[s.siblings[s.index + 1].end : s.sentence.end])
    cue = first_metric(behind)
    return cue if cue is not None and _MODIFIERS.fullmatch(behind, 0, cue.start) else None


def _of_verb(s: Situation, what: str) -> Draft | None:
    """ "fails on 12% of the tasks", "accepts 80% of the drafts": what is done with so many of them."""
    if _FAILS.search(s.near_left):
        return Draft(Kind.MEASUREMENT, Metric.ERROR, "%", "share that fails")
    if _DRAFTED.match(what):
        return Draft(Kind.MEASUREMENT, Metric.CAPACITY, "%", "share of the drafts")
    if _SOLVES.search(s.near_left) or _SOLVED.search(what) or (_CATCHES.search(s.near_left) and _EVIL.match(what)):
        return None
    return Draft(Kind.MEASUREMENT, Metric.OTHER, "%", "share")


def _metric_of(what: str) -> Metric | None:
    """ "53% of X's throughput", "25% of prefill time": the metric at the end of what it is a share of."""
    named = _SCOPE.split(what)[0].rstrip()
    cue = next((cue for cue in reversed(metric_cues(named)) if cue.end >= len(named) - 1), None)
    if cue is None:
        return None
    return cue.metric if cue.metric.polarity is not Polarity.NEITHER else None


def _recorded(s: Situation) -> Draft | None:
    """ "40 hours of speech", "30-second clips": how long a recording is."""
    if _RECORDED.match(s.right):
        return Draft(Kind.SCALE, Metric.DATASET_SIZE, s.quantity.unit, "amount of recorded data")
    if _CLIP.match(s.list_right) or _CLIPS_OF.search(s.near_left):
        return Draft(Kind.SCALE, Metric.CONTEXT_LENGTH, s.quantity.unit, "length of a clip")
    return None


def _time(s: Situation) -> Outcome:
    unit = s.quantity.unit
    if (recorded := _recorded(s)) is not None:
        return recorded
    if _SPAN_OF_TIME.match(s.right) or _COLLECTED_OVER.search(s.near_left) or _WINDOW_OF.search(s.near_left):
        return NoClaim("a span of time, not a result")
    if _LIFETIME.search(s.near_left):
        return Draft(Kind.MEASUREMENT, Metric.OTHER, unit, "how long it lasts")
    if unit in ("year", "month") and (s.quantity.in_words or _AGE.search(s.near_left) or _PAST.search(s.near_left)):
        return NoClaim("a span of time, not a result")
    if unit in ("day", "week") and _PAST.search(s.near_left):
        return NoClaim("a span of time, not a result")
    adjective = s.doc.view[s.quantity.start : s.quantity.end].lower().endswith(_TIME_ADJECTIVES)
    if adjective and unit == "h" and _OF_HOURS.match(s.right):
        return Draft(Kind.SCALE, Metric.DATASET_SIZE, unit, "amount of recorded data")
    if adjective and _MEASURED_TIME.match(s.right) is None:
        return NoClaim("a span of time, not a result")
    if _DATA_OF.search(s.near_left):
        return Draft(Kind.SCALE, Metric.DATASET_SIZE, unit, "amount of recorded data")
    error = last_metric(s.list_left[-30:])
    if error is not None and error.metric is Metric.ERROR and _OF_TIME.match(error.word):
        return Draft(Kind.MEASUREMENT, Metric.ERROR, unit, "an error in units of time")
    named = _near_metric(s, _TIME_METRICS)
    if named is not None:
        return Draft(Kind.MEASUREMENT, named, unit, "a value of time")
    return Draft(Kind.MEASUREMENT, _metric_of_time(s), unit, "a value of time")


def _metric_of_time(s: Situation) -> Metric:
    """What a time is where no metric is named: of a training, of a run, or how long an answer takes."""
    unit = s.quantity.unit
    if _TRAINED_IN.search(s.near_left):
        return Metric.TRAINING_TIME
    if unit == "person-hours":
        return Metric.COST
    if unit in ("min", "h", "day", "week", "month", "year") or "-" in unit:
        clause = s.left[-90:] + s.right[:50]
        if "-" in unit and not _TRAINING.search(clause):  # "GPU-hours"
            return Metric.COMPUTE
        return Metric.TRAINING_TIME if _TRAINING.search(clause) else Metric.RUNTIME
    return Metric.RUNTIME if unit.startswith("s") else Metric.LATENCY


def _bytes(s: Situation) -> Outcome:
    if _OF_A_DEVICE.search(s.near_left) and s.right.startswith(")"):
        return NoClaim("part of a device's name")
    if _DATA.match(s.right):
        return Draft(Kind.SCALE, Metric.DATASET_SIZE, s.quantity.unit, "amount of data")
    around = s.left[-70:] + " " + s.right[:40]
    sent = last_metric(s.list_left[-60:])
    if (
        (sent is not None and sent.metric is Metric.COMMUNICATION)
        or _SENDS.search(s.near_left)
        or _SENT.match(s.right)
    ):
        return Draft(Kind.MEASUREMENT, Metric.COMMUNICATION, s.quantity.unit, "amount of traffic")
    if _A_FILE.match(s.right):
        return Draft(Kind.MEASUREMENT, Metric.STORAGE, s.quantity.unit, "stored size")
    if _STORED.search(around):
        return Draft(Kind.MEASUREMENT, Metric.STORAGE, s.quantity.unit, "stored size")
    if _near_metric(s, (Metric.MEMORY,)) or _OF_SUCH_A_DEVICE.match(s.right) or not _ON_DATA.search(s.near_left):
        return Draft(Kind.MEASUREMENT, Metric.MEMORY, s.quantity.unit, "amount of memory")
    return Draft(Kind.SCALE, Metric.DATASET_SIZE, s.quantity.unit, "amount of data")


def _operations(s: Situation) -> Outcome:
    unit = s.quantity.unit
    total = _TAKES.search(s.near_left[-50:])
    if (
        unit[0] in "PE"
        and unit.endswith("FLOPs")
        and not s.quantity.magnitude
        and not _WHOLE.search(s.left[-60:] + s.right[:30])
    ):
        return Draft(Kind.MEASUREMENT, Metric.THROUGHPUT, unit[:-1] + "/s", "a value of performance")
    return Draft(
        Kind.MEASUREMENT,
        Metric.COMPUTE,
        unit,
        "amount of operations" if total is None else "stated amount of operations",
    )


def _signal(s: Situation) -> Outcome:
    unit = s.quantity.unit
    if unit == "°" and s.quantity.low in _ANGLES_OF_VIEW and not _near_metric(s, (Metric.ACCURACY, Metric.ERROR)):
        return NoClaim("an angle of view")
    if unit in ("bpb", "bpp", "bits", "bits/weight"):
        return Draft(Kind.MEASUREMENT, Metric.COMPRESSION, unit, "bits per item")
    metric = _near_metric(s, (Metric.ACCURACY, Metric.ERROR))
    if metric is not None:
        return Draft(Kind.MEASUREMENT, metric, unit, "a value of a signal")
    return Draft(Kind.MEASUREMENT, Metric.OTHER, unit, "a value of a signal")


def _score(s: Situation, before: Before | None) -> Outcome:
    """A bare number is a score where the score is named next to it."""
    q = s.quantity
    if (named := _unit_before(s)) is not None:
        return named
    if q.in_words or q.magnitude:
        return _none_of_a_cost(s)
    if s.doc.view[q.start : q.end].strip() in ("0", "1") or _AT_THRESHOLD.search(s.near_left):
        return None
    named_after = _SCORE_NOUN.match(s.list_right)
    named_before = _SCORE_BEFORE.search(s.list_left)
    if _NAMES_AFTER.fullmatch(s.near_left) and (name_next := _NAME_NEXT.match(s.right)) is not None:
        wrong_next = _ERRORS.search(name_next[0])
        return Draft(Kind.MEASUREMENT, Metric.ERROR if wrong_next else Metric.ACCURACY, "", "score and its name")
    if named_after or named_before:
        if named_before and named_after and _ANY_SCORE.fullmatch(named_before["name"]):
            named_before = None  # "scores 2.9 FID"
        name = named_before["name"] if named_before else (named_after[0] if named_after else "")
        if _REAL_TIME.match(name):
            inverse = _INVERSE.search(s.list_left[-60:])
            return Draft(Kind.MEASUREMENT, Metric.SPEED if inverse else Metric.LATENCY, "", "real-time factor")
        wrong = _ERRORS.search(name) or (named_before and _ERRORS.search(s.list_left[-24:]))
        return Draft(Kind.MEASUREMENT, Metric.ERROR if wrong else Metric.ACCURACY, "", "score")
    if before is not None and before.quantity is s.previous and _is_score(before) and _INSTEAD.fullmatch(s.near_left):
        return Draft(Kind.MEASUREMENT, before.draft.metric, "", "next score")  # "an MAE of 1.6, compared to 12.1"
    if (decimal := _decimal_score(s) or _ratio_or_versus(s)) is not None:
        return decimal
    listed = before is not None and before.draft.kind is Kind.MEASUREMENT and before.quantity.pair == q.pair
    if before and listed and _LIST_OF_SCORES.fullmatch(s.doc.view[before.quantity.end : q.start]):
        return Draft(Kind.MEASUREMENT, before.draft.metric, "", "next score")
    if q.pair:
        return _bare_pair(s)
    if _OUT_OF_BEST.match(s.doc.view, q.end, s.sentence.end) and _RATED.search(s.left[-120:]):
        return Draft(Kind.MEASUREMENT, Metric.ACCURACY, "", "score")
    return None


def _is_score(before: Before) -> bool:
    return before.draft.kind is Kind.MEASUREMENT and before.draft.metric in (Metric.ACCURACY, Metric.ERROR)


def _unit_before(s: Situation) -> Draft | None:
    """ "a batch size of 64", "tokens per forward pass of 4.6": what is counted stands before."""
    q = s.quantity
    if q.in_words or q.magnitude in ("B", "T"):
        return None
    if _BATCH.search(s.near_left):
        return Draft(Kind.SCALE, Metric.BATCH_SIZE, "", "batch size")
    if _PER_PASS.search(s.near_left):
        return Draft(Kind.MEASUREMENT, Metric.CAPACITY, "tokens/forward pass", "tokens per pass")
    return None


def _none_of_a_cost(s: Situation) -> Draft | None:
    """ "zero memory overhead": the cost is named behind."""
    named = NONE_OF_A_COST.match(s.right) if s.quantity.high == 0 else None
    if named is None:
        return None
    cue = last_metric(named[0])
    return Draft(Kind.MEASUREMENT, cue.metric if cue else Metric.OTHER, "", "none of a cost")


def _decimal_score(s: Situation) -> Draft | None:
    """A bare decimal in a sentence that names a score: "obtaining 64.7 on A and 40.2 on B"."""
    written = s.doc.view[s.quantity.start : s.quantity.end]
    if not _DECIMAL.search(written) or s.quantity.pair:
        return None
    if not _OBTAINS.search(s.left[-160:]) and not _SCORE_END.match(s.right):
        return None
    if _ACRONYM_OF.search(s.near_left) or _ACRONYM_IS.search(s.near_left):
        known = _ranked(s.near_left[-30:]) or acronym_metric(s.doc.view, s.near_left[-30:])
        if known is not None and known.metric is not Metric.SPEED:  # "the best performance, with a TNR of 0.7"
            return Draft(Kind.MEASUREMENT, known.metric, "", "score")
        return Draft(Kind.MEASUREMENT, Metric.ACCURACY, "", "score of an unknown name")
    if _RATED_AT.search(s.near_left) or _ON_A_BENCHMARK.search(s.left[-120:]) or _FOR_OURS.match(s.right):
        return Draft(Kind.MEASUREMENT, Metric.ACCURACY, "", "score on a benchmark")
    if _AVERAGE_OF.search(s.near_left) and _OVER.match(s.right):
        return Draft(Kind.MEASUREMENT, Metric.ACCURACY, "", "average score")
    on = s.list_right if s.near_right.strip() == "/" else s.right
    if _ON_NAME.match(on) and _OBTAINS.search(s.left[-90:]):
        return Draft(Kind.MEASUREMENT, Metric.ACCURACY, "", "score on a benchmark")
    scores = [
        c
        for c in metric_cues(s.doc.view[s.sentence.start : s.sentence.end])
        if c.metric in (Metric.ACCURACY, Metric.ERROR)
    ]
    if not scores or not (_OBTAINS.search(s.left[-160:]) or scores[0].start < len(s.left)):
        named = _NAMED_SCORE.search(s.left) and _CLOSED.match(s.right) and _ACHIEVES.search(s.left[-160:])
        return Draft(Kind.MEASUREMENT, Metric.ACCURACY, "", "score on a benchmark") if named else None
    if (of := _ranked(s.near_left[-40:])) is not None and _IS_OF.fullmatch(s.near_left[-40:], of.end):
        return Draft(Kind.MEASUREMENT, of.metric, "", "score")  # "a cost-of-pass of 0.5"
    near = [c for c in scores if c.end <= len(s.left) + 1]
    return Draft(Kind.MEASUREMENT, (near or scores)[-1].metric, "", "decimal in a sentence of scores")


def _ratio_or_versus(s: Situation) -> Draft | None:
    """ "a write amplification of 1.07"; "(83.1 vs. 83.4 mAP)": the score is named behind the other value."""
    if _RATIO_BEFORE.search(s.list_left):
        return Draft(Kind.MEASUREMENT, Metric.OTHER, "", "a ratio")
    if s.index + 1 == len(s.siblings) or not _VERSUS_NEXT.fullmatch(s.near_right):
        return None
    named = _SCORE_NOUN.match(s.doc.view[s.siblings[s.index + 1].end : s.sentence.end])
    if named is None or s.siblings[s.index + 1].dimension is not Dimension.NONE:
        return None
    return Draft(Kind.MEASUREMENT, Metric.ERROR if _ERRORS.search(named[0]) else Metric.ACCURACY, "", "score")


def _ranked(text: str) -> Cue | None:
    """The last metric that has a better and a worse."""
    return next((cue for cue in reversed(metric_cues(text)) if cue.metric.polarity is not Polarity.NEITHER), None)


def _metric_of_count(noun: str) -> Metric:
    return (
        Metric.COMPUTE
        if noun in ("steps", "iterations", "evaluations", "rounds", "calls", "tokens")
        else Metric.COUNT
    )


def _bare_pair(s: Situation) -> Outcome:
    """ "the number of nodes falls from 21 to 16": what is counted stands before."""
    if counted := _COUNT_OF.search(s.near_left[-90:]):
        return Draft(Kind.MEASUREMENT, _metric_of_count(counted["noun"]), counted["noun"], "pair of counts")
    if (moved := _moved(s)) is not None:
        return Draft(Kind.MEASUREMENT, moved, "", "bare before/after pair")
    named = last_metric(s.left[-130:])
    if named is not None and named.metric is Metric.CONTEXT_LENGTH:
        named = _ranked(s.left[-130:]) or named
    if named is None:
        decimal = _DECIMAL.search(s.doc.view[s.quantity.start : s.quantity.end])
        scored = s.text_is_about_quality or _AVERAGE_FROM.search(s.near_left) is not None
        metric = Metric.ACCURACY if scored else Metric.OTHER
        return Draft(Kind.MEASUREMENT, metric, "", "bare before/after pair") if decimal else None
    device = _MACHINES.findall(s.left[-130:])
    unit = DEVICES[device[-1].lower()] if named.metric is Metric.DEVICE_COUNT and device else ""
    return Draft(Kind.MEASUREMENT, usable(named, s) or named.metric, unit, "bare before/after pair")


def _moved(s: Situation) -> Metric | None:
    """ "lowers the mATE from 0.61 to 0.52": a score of an unknown name that falls is an error."""
    what = _MOVES_FROM.search(s.near_left) if s.quantity.pair == "before" else None
    if what is None or metric_cues(what["what"]):
        return None
    if (known := acronym_metric(s.doc.view, what["what"])) is not None:
        return known.metric
    verb = VERB_CUE.match(what["verb"])
    if verb is None or not (
        _DECIMAL.search(s.doc.view[s.quantity.start : s.quantity.end]) and _SCORE_NAME.search(what["what"])
    ):
        return None
    _, direction, _ = VERBS[int((verb.lastgroup or "v0")[1:])]
    return Metric.ERROR if direction is DOWN else Metric.ACCURACY


_READERS: dict[Dimension, Callable[[Situation], Outcome]] = {
    Dimension.TIME: _time,
    Dimension.BYTES: _bytes,
    Dimension.SIGNAL: _signal,
    Dimension.FREQUENCY: _frequency,
    Dimension.OPERATIONS: _operations,
}
