-- All times are UTC. Uniqueness is checked where rows are loaded: primary keys would double the time and the size.

CREATE TABLE migrations (version INTEGER NOT NULL, name VARCHAR NOT NULL, applied_at TIMESTAMP NOT NULL);

CREATE TABLE papers (
    paper_id VARCHAR NOT NULL,
    title VARCHAR NOT NULL,
    abstract VARCHAR NOT NULL,
    system VARCHAR,
    source VARCHAR NOT NULL,
    url VARCHAR,
    arxiv_id VARCHAR,
    doi VARCHAR,
    published DATE,
    categories VARCHAR[] NOT NULL,
    first_seen TIMESTAMP NOT NULL,
    last_seen TIMESTAMP NOT NULL,
    extractor_version VARCHAR NOT NULL,
    run_id VARCHAR NOT NULL
);

CREATE TABLE claims (
    claim_id VARCHAR NOT NULL,
    paper_id VARCHAR NOT NULL,
    field VARCHAR NOT NULL,
    start_char BIGINT NOT NULL,
    end_char BIGINT NOT NULL,
    quote VARCHAR NOT NULL,
    kind VARCHAR NOT NULL,
    low DOUBLE NOT NULL,
    high DOUBLE NOT NULL,
    unit VARCHAR NOT NULL,
    qualifier VARCHAR NOT NULL,
    statistic VARCHAR,
    metric VARCHAR NOT NULL,
    direction VARCHAR,
    baseline VARCHAR,
    setting VARCHAR,
    hardware VARCHAR[] NOT NULL,
    attribution VARCHAR NOT NULL,
    factor_low DOUBLE,
    factor_high DOUBLE,
    sentence VARCHAR NOT NULL,
    rule VARCHAR NOT NULL,
    confidence DOUBLE NOT NULL,
    extractor_version VARCHAR NOT NULL,
    run_id VARCHAR NOT NULL
);

CREATE TABLE hardware_mentions (
    paper_id VARCHAR NOT NULL,
    field VARCHAR NOT NULL,
    start_char BIGINT NOT NULL,
    end_char BIGINT NOT NULL,
    quote VARCHAR NOT NULL,
    name VARCHAR NOT NULL,
    rule VARCHAR NOT NULL,
    run_id VARCHAR NOT NULL
);

CREATE TABLE links (
    paper_id VARCHAR NOT NULL,
    field VARCHAR NOT NULL,
    start_char BIGINT NOT NULL,
    end_char BIGINT NOT NULL,
    quote VARCHAR NOT NULL,
    url VARCHAR NOT NULL,
    type VARCHAR NOT NULL,
    repo VARCHAR,
    ref VARCHAR,
    run_id VARCHAR NOT NULL
);

CREATE TABLE hardware (
    name VARCHAR NOT NULL,
    vendor VARCHAR,
    device_class VARCHAR NOT NULL,
    family VARCHAR,
    released BIGINT,
    memory_gb DOUBLE,
    fp16_tflops DOUBLE,
    bandwidth_gbs DOUBLE,
    tdp_w DOUBLE
);

CREATE TABLE runs (
    run_id VARCHAR NOT NULL,
    started_at TIMESTAMP NOT NULL,
    finished_at TIMESTAMP,
    status VARCHAR NOT NULL,
    feed VARCHAR NOT NULL,
    extractor_version VARCHAR NOT NULL,
    papers_seen BIGINT NOT NULL DEFAULT 0,
    papers_new BIGINT NOT NULL DEFAULT 0,
    papers_changed BIGINT NOT NULL DEFAULT 0,
    papers_unchanged BIGINT NOT NULL DEFAULT 0,
    claims BIGINT NOT NULL DEFAULT 0,
    claims_new BIGINT NOT NULL DEFAULT 0,
    claims_replaced BIGINT NOT NULL DEFAULT 0,
    rejected BIGINT NOT NULL DEFAULT 0
);

-- What was refused, once, with the run that first refused it; run_rejects belongs to the ledger and names every run.
CREATE TABLE rejects (
    reject_id VARCHAR NOT NULL,
    stage VARCHAR NOT NULL,
    locator VARCHAR NOT NULL,
    reason VARCHAR NOT NULL,
    payload VARCHAR NOT NULL,
    rejected_at TIMESTAMP NOT NULL,
    run_id VARCHAR NOT NULL
);

CREATE TABLE run_rejects (run_id VARCHAR NOT NULL, reject_id VARCHAR NOT NULL);
