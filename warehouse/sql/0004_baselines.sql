-- Baselines that name one thing in several wordings stand together, and a paper that two feeds bring is one work. All
-- of it is computed from what the texts say: it holds for rows of any age, in any DuckDB client. An argument that a
-- macro mentions once costs once, hence the nesting.

-- What is left of a wording without all that names nothing: "the vLLM baseline", "a vLLM server" and "baseline vLLM"
-- are "vLLM". Versions stay, and so do words that change what is meant: "naive", "optimized", "full".
CREATE MACRO baseline_spelling(said) AS trim(
    regexp_replace(regexp_replace(regexp_replace(regexp_replace(regexp_replace(
    regexp_replace(regexp_replace(regexp_replace(regexp_replace(regexp_replace(
    regexp_replace(regexp_replace(regexp_replace(regexp_replace(regexp_replace(regexp_replace(
    said,
    -- Citations, mark-up, white space, apostrophes.
    '\\(?:cite|footnote)\w*(?:\s?\{[^}]*\}?)?|\[[\d,; –-]+\]|\((?:[^()]* )?(?:19|20)\d\d[a-z]?\)', '', 'g'),
    '\\[A-Za-z]+\s?\{|\*\*|[\\{}$`"“”\[\]]|''''', '', 'g'),
    '[\s~]+', ' ', 'g'),
    '’', '''', 'g'),
    -- At the ends: an abbreviation in brackets, dashes, stops.
    '\s*\([A-Z][A-Za-z0-9-]{0,9}\)$|^[\s\p{Pd},;:.()]+|[\s\p{Pd},;:.(]+$', '', 'g'),
    -- One word for the state of the art.
    '(?i)\bstate[- ]?of[- ]?the[- ]?arts?\b|\bsota\b', 'state-of-the-art', 'g'),
    -- Articles and pronouns, "those of the" as well.
    '(?i)^(?:(?:both|all|the|an?|its|our|their|his|her|your|any|each|every|these|this|that|those)'
    '(?: (?:of|the|own))*(?: |$))+', ''),
    -- "compilers such as Triton".
    '^(?:[\p{L}-]+ ){1,5}(?:such as|like|including|namely|e\.g\.,?) (\S*[\p{Lu}\d])', '\1'),
    -- "NVIDIA's CUTLASS".
    '(?i)^(?:NVIDIA|AMD|Intel|Google|DeepMind|Google DeepMind|Meta|Facebook|Microsoft|OpenAI|Apple|Amazon|AWS|Huawei'
    '|Alibaba|Baidu|Tencent|ByteDance|Anthropic|DeepSeek|Mistral|Hugging ?Face|IBM|Qualcomm|Arm|Xilinx|Samsung'
    '|Salesforce|Databricks)''s? ((?-i:\S*\p{Lu}))', '\1'),
    -- "the serving system vLLM".
    '^(?:[\p{Ll}-]+ )*(?:system|framework|library|compiler|engine|tool|method|model|approach|algorithm|baseline|server'
    '|solution|technique|competitor)s? (\p{Ll}{0,3}\p{Lu})', '\1'),
    -- "the existing PyTorch implementation".
    '(?i)^(?:(?:state-of-the-art|previous|prior|existing|current|recent|leading|popular|latest|other|widely used'
    '|well-known|strong|competitive|best|strongest) )+((?-i:\S*\p{Lu})\S*)'
    ' (?:implementation|version|library|server|code|release)s?$', '\1'),
    -- "the state-of-the-art nnU-Net"; "existing LLMs" and "state-of-the-art RL methods" are kinds, and stay.
    '(?i)^(?:(?:state-of-the-art|previous|prior|existing|current|recent|leading|popular|latest|widely used|well-known'
    '|strong|competitive|open-source|proprietary|commercial) )+'
    '((?-i:(?:\p{Lu}\S*[\p{Ll}\d]|\p{Ll}{1,3}\p{Lu})\S*(?: \S*[\p{Lu}\d]\S*)*[^\ss]))$', '\1'),
    -- "standard PyTorch inference", "the baseline YOLOv8n".
    '(?i)^(?:(?:standard|vanilla|original|default|official|plain|stock|unmodified|regular|conventional|traditional'
    '|classical|baseline|ordinary) )+((?-i:\S*\p{Lu}))', '\1'),
    -- What sort of thing it is, after the name: "PyTorch implementation", "Dijkstra's algorithm"; not "LLM-based methods".
    '(\S*[\p{Lu}\d](?:[^\s-]*(?:-\S*[\p{Lu}\d]\S*)*)?)(?:''s?)?(?: (?:baseline|implementation|version|library|librarie'
    '|framework|method|approach|approache|model|system|server|algorithm|code|codebase|technique|solution|release'
    '|package|tool|toolkit|software|engine)s?)+$', '\1'),
    '''s?$', ''),
    -- "A100 GPU".
    '(\S*\d\S*) (?i:GPU|CPU|TPU|FPGA|accelerator|processor|chip|board|card|device)s?$', '\1'));

-- Words that name no baseline in particular, in groups that say which kind is meant.
CREATE MACRO generic_words() AS MAP {
    'state': 'state-of-the-art',
    'best': 'best|best-performing|best-in-class|top|top-performing|leading|strongest|fastest|highest|second|second-best'
        '|next|next-best|runner-up|closest',
    'prior': 'prior|previous|previously|existing|earlier|other|others|competing|competitors?|alternatives?|rivals?'
        '|related|recent|latest|current|concurrent|published|reported|known|arts?',
    'usual': 'conventional|traditional|classical|classic|standard|vanilla|typical|regular|ordinary|common|commonly'
        '|widely|naive',
    'original': 'original|base|initial|unmodified|default|untuned|unoptimized|pretrained|pre-trained',
    'nouns': 'baselines?|methods?|models?|approach(?:es)?|systems?|works?|techniques?|solutions?|algorithms?|schemes?'
        '|frameworks?|tools?|counterparts?|implementations?|versions?|variants?|designs?|results?|performance'
        '|performers?|accurac(?:y|ies)|scores?|benchmarks?|strateg(?:y|ies)|architectures?|pipelines?|stud(?:y|ies)'
        '|literature|efforts?|setups?|settings?|configurations?|paradigms?|practices?|average|quality|values?|levels?'
        '|procedures?|polic(?:y|ies)|ones?|records?|mechanisms?|protocols?|workflows?|reference',
    'more': 'strong|stronger|competitive|robust|various|several|multiple|many|most|accurate|performing|used|popular'
        '|established|mainstream|comparable|similar|simple|advanced|respective|corresponding|relevant|main|same'
        '|different|representative|prominent|modern|two|three|four|five|six|seven|eight|nine|ten|and|or|of'
};

CREATE MACRO has_word(spelling, words) AS regexp_matches(lower(spelling), '(?:^| )(?:' || words || ')(?: |$)');

-- The one name for each kind of baseline that is none in particular; null for any other.
CREATE MACRO baseline_kind(spelling) AS CASE
    WHEN NOT regexp_full_match(lower(spelling), '(?:(?:' || array_to_string(map_values(generic_words()), '|')
        || ')(?: |$))+') THEN NULL
    WHEN has_word(spelling, generic_words()['state']) THEN 'state of the art'
    WHEN has_word(spelling, generic_words()['best']) AND has_word(spelling, generic_words()['prior'])
        AND NOT has_word(spelling, 'other|others|competing|competitors?|alternatives?|rivals?') THEN 'state of the art'
    WHEN has_word(spelling, generic_words()['best']) THEN 'best baseline'
    WHEN has_word(spelling, generic_words()['prior']) THEN 'prior work'
    WHEN has_word(spelling, generic_words()['usual']) THEN 'conventional methods'
    WHEN has_word(spelling, generic_words()['original']) THEN 'original model'
    ELSE 'baseline'
END;

-- The same for two spellings of a name: case, plural of an acronym, "v" of a version, hyphens, spaces. Two numbers stay
-- apart: "Llama 3 8B". "+", "*" and "#" tell names apart: "LoRA+", "A*".
CREATE MACRO folded_name(name) AS
    regexp_replace(regexp_replace(regexp_replace(regexp_replace(lower(regexp_replace(regexp_replace(
    name,
    '([A-Z\d])s\b', '\1', 'g'),
    '[ _-][vV]\.?(\d)|(\p{L})v(\d)|([a-z])V(\d)', '\1\2\3\4\5', 'g')),
    '(\d)[^\p{L}\d+*#]+(\d)', '\1|\2', 'g'),
    '(\d)[^\p{L}\d+*#|]+(\d)', '\1|\2', 'g'),  -- once more: a digit that ended one pair may begin the next
    '\.(\D|$)', '\1', 'g'),
    '[^\p{L}\d+*#|.~]+', '', 'g');

-- "dense models" and "the dense baseline" are one kind, which is not a system called DENSE; "full attention methods" and
-- "full attention" are one too; so are "existing" and "previous" compilers.
CREATE MACRO folded_kind(spelling) AS
    regexp_replace(regexp_replace(regexp_replace(
    spelling,
    '(?i)^(\p{L}+) (?:baseline|implementation|version|method|approach|approache|model|system|algorithm|technique|solution'
    '|scheme|strategie|framework)s?$', '\1~'),
    '(?i)(\w) (?:baseline|implementation|version|method|approach|approache|model|system|algorithm|technique|solution'
    '|scheme|strategie|framework)s?$', '\1'),
    '(?i)^(?:previous|existing|earlier|other|competing|recent|current|alternative|related|latest) ', 'prior ');

-- The same for any two wordings of a baseline; for those that mean nothing ("those", "--") empty.
CREATE MACRO baseline_key(said) AS list_transform(
    [baseline_spelling(said)],
    lambda spelling: folded_name(coalesce(baseline_kind(spelling), folded_kind(spelling)))
)[1];

-- One row a wording that claims use. Its name is the commonest spelling among wordings of the same key; of a device, the
-- name it has in hardware_mentions; of a generic one, that of its kind.
CREATE VIEW baselines AS
WITH worded AS (
    SELECT baseline, count(*) AS claims FROM claims WHERE baseline IS NOT NULL GROUP BY baseline
),
spelled AS (
    SELECT *, baseline_spelling(baseline) AS spelling FROM worded
),
kinds AS (
    SELECT *, baseline_kind(spelling) AS kind FROM spelled
),
keyed AS (
    SELECT *, folded_name(coalesce(kind, folded_kind(spelling))) AS key FROM kinds
),
devices AS (
    SELECT key, device, folded_name(device) AS device_key
    FROM (SELECT folded_name(quote) AS key, mode(name ORDER BY name) AS device FROM hardware_mentions GROUP BY ALL)
),
named AS (
    SELECT
        baseline, spelling, kind, device, claims, coalesce(device_key, key) AS key,
        sum(claims) OVER (PARTITION BY coalesce(device_key, key), spelling) AS popularity
    FROM keyed LEFT JOIN devices USING (key)
)
SELECT
    baseline,
    nullif(coalesce(
        device, kind, first_value(spelling) OVER (PARTITION BY key ORDER BY popularity DESC, length(spelling), spelling)
    ), '') AS baseline_name,
    key AS baseline_key,
    kind IS NOT NULL OR spelling = '' AS is_generic,
    claims
FROM named;

-- The same for a title however it is punctuated.
CREATE MACRO folded_title(title) AS regexp_replace(lower(strip_accents(title)), '[^\p{L}\p{N}]+', '', 'g');

-- One row a paper: a paper that a feed gave without an identifier, and the one paper of the same title that has one, are
-- one work; an arXiv id counts before a DOI. Where several have one, nobody knows which it is, and it stands alone.
CREATE VIEW works AS
WITH without AS (
    SELECT paper_id, doi, folded_title(title) AS title_key, lower(left(title, 6)) AS title_start
    FROM papers
    WHERE arxiv_id IS NULL
),
on_arxiv AS (
    SELECT folded_title(title) AS title_key, any_value(paper_id) AS paper_id
    FROM papers
    WHERE arxiv_id IS NOT NULL AND lower(left(title, 6)) IN (SELECT title_start FROM without)  -- to fold but a few
    GROUP BY title_key
    HAVING count(*) = 1
),
with_doi AS (
    SELECT title_key, any_value(paper_id) AS paper_id
    FROM without
    WHERE doi IS NOT NULL
    GROUP BY title_key
    HAVING count(*) = 1
)
SELECT paper_id, paper_id AS work_id FROM papers WHERE arxiv_id IS NOT NULL
UNION ALL
SELECT w.paper_id, coalesce(a.paper_id, CASE WHEN w.doi IS NULL THEN d.paper_id END, w.paper_id) AS work_id
FROM without w
LEFT JOIN on_arxiv a ON a.title_key = w.title_key AND w.title_key <> ''
LEFT JOIN with_doi d ON d.title_key = w.title_key AND w.title_key <> '';

CREATE OR REPLACE VIEW leaderboard AS
WITH repositories AS (
    SELECT paper_id, arg_min(repo, (field = 'abstract', start_char)) AS repo
    FROM links
    WHERE type = 'repository'
    GROUP BY paper_id
)
SELECT
    c.metric,
    c.factor_low,
    c.factor_high,
    c.qualifier,
    c.statistic,
    p.system,
    p.title,
    c.quote,
    c.baseline,
    b.baseline_name,
    b.is_generic AS baseline_is_generic,
    b.baseline_key,
    c.setting,
    c.hardware,
    r.repo,
    coalesce(p.url, 'https://arxiv.org/abs/' || p.arxiv_id, 'https://doi.org/' || p.doi) AS url,
    p.published,
    c.sentence,
    c.field,
    c.start_char,
    c.end_char,
    c.paper_id,
    w.work_id,
    c.claim_id,
    c.confidence
FROM claims c
JOIN papers p USING (paper_id)
JOIN works w USING (paper_id)
LEFT JOIN repositories r USING (paper_id)
LEFT JOIN baselines b ON b.baseline = c.baseline
WHERE c.kind = 'comparison' AND c.attribution = 'own' AND c.factor_low IS NOT NULL AND c.factor_high IS NOT NULL;
