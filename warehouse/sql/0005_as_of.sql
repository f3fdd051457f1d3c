-- The warehouse as of a run: what stood when it ended. Ids of runs sort by their start.

-- Of an extractor that found the same again, nothing is replaced; only which version had read the paper until then.
CREATE TABLE readings_history (
    paper_id VARCHAR NOT NULL,
    extractor_version VARCHAR NOT NULL,
    superseded_at TIMESTAMP NOT NULL,
    superseded_by VARCHAR NOT NULL
);

-- The id of a run that is named by its id, a beginning of it that no other has, 'latest', or -1 for the last that
-- finished, -2 for the one before, and so on.
CREATE MACRO run_named(run) AS (
    WITH finished AS (
        SELECT run_id, -row_number() OVER (ORDER BY run_id DESC) AS number FROM runs WHERE finished_at IS NOT NULL
    ),
    fitting AS (
        SELECT run_id FROM runs WHERE run::VARCHAR <> '' AND starts_with(run_id, run::VARCHAR)
        UNION
        SELECT run_id FROM finished
        WHERE number = TRY_CAST(run AS BIGINT) OR (number = -1 AND run::VARCHAR = 'latest')
    ),
    found AS (SELECT count(*) AS runs, min(run_id) AS run_id FROM fitting)
    SELECT CASE
        WHEN runs = 1 THEN run_id
        WHEN runs > 1 THEN error(format('''{}'' is the beginning of {} runs; paperclaims runs lists them', run, runs))
        ELSE error(format('there is no run ''{}''; paperclaims runs lists them', coalesce(run::VARCHAR, '')))
    END
    FROM found
);

-- The papers that a newer extractor has read since, and the version that had read them then.
CREATE MACRO superseded_readings(run) AS TABLE
    SELECT paper_id, arg_min(extractor_version, superseded_by) AS version_then
    FROM readings_history
    WHERE superseded_by > run_named(run)
    GROUP BY paper_id;

-- last_seen is left out: every run moves it, and nothing keeps what it was.
CREATE MACRO papers_at(run) AS TABLE
    WITH stood AS (
        SELECT * EXCLUDE (last_seen) FROM papers WHERE run_id <= run_named(run)
        UNION ALL BY NAME
        SELECT * EXCLUDE (last_seen, superseded_at, superseded_by) FROM papers_history
        WHERE run_id <= run_named(run) AND superseded_by > run_named(run)
    )
    SELECT s.* REPLACE (coalesce(r.version_then, s.extractor_version) AS extractor_version)
    FROM stood s LEFT JOIN superseded_readings(run) r USING (paper_id);

CREATE MACRO claims_at(run) AS TABLE
    WITH stood AS (
        SELECT * FROM claims WHERE run_id <= run_named(run)
        UNION ALL BY NAME
        SELECT * EXCLUDE (superseded_at, superseded_by) FROM claims_history
        WHERE run_id <= run_named(run) AND superseded_by > run_named(run)
    )
    SELECT s.* REPLACE (coalesce(r.version_then, s.extractor_version) AS extractor_version)
    FROM stood s LEFT JOIN superseded_readings(run) r USING (paper_id);

CREATE MACRO hardware_mentions_at(run) AS TABLE
    SELECT * FROM hardware_mentions WHERE run_id <= run_named(run)
    UNION ALL BY NAME
    SELECT * EXCLUDE (superseded_at, superseded_by) FROM hardware_mentions_history
    WHERE run_id <= run_named(run) AND superseded_by > run_named(run);

CREATE MACRO links_at(run) AS TABLE
    SELECT * FROM links WHERE run_id <= run_named(run)
    UNION ALL BY NAME
    SELECT * EXCLUDE (superseded_at, superseded_by) FROM links_history
    WHERE run_id <= run_named(run) AND superseded_by > run_named(run);
