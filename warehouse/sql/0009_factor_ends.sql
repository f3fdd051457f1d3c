-- To rank by: the least and the largest factor of a range. In claims they are in the order of its numbers, so that
-- "to 20 to 50% of the memory" has 5 and 2.

CREATE OR REPLACE VIEW leaderboard AS
WITH repositories AS (
    SELECT paper_id, arg_min(repo, (field = 'abstract', start_char)) AS repo
    FROM links
    WHERE type = 'repository'
    GROUP BY paper_id
)
SELECT
    c.metric,
    least(c.factor_low, c.factor_high) AS factor_low,
    greatest(c.factor_low, c.factor_high) AS factor_high,
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
