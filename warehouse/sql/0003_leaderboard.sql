-- Own comparisons that have a factor, one row a claim; the repository is the first that the paper names.

CREATE VIEW leaderboard AS
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
    c.setting,
    c.hardware,
    r.repo,
    coalesce(p.url, 'https://arxiv.org/abs/' || p.arxiv_id, 'https://doi.org/' || p.doi) AS url,
    p.published,
    c.sentence,
    c.paper_id,
    c.claim_id,
    c.confidence
FROM claims c
JOIN papers p USING (paper_id)
LEFT JOIN repositories r USING (paper_id)
WHERE c.kind = 'comparison' AND c.attribution = 'own' AND c.factor_low IS NOT NULL AND c.factor_high IS NOT NULL;
