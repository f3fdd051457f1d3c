-- A row that was replaced, when and by which run; run_id is the run that had brought it.

CREATE TABLE papers_history AS FROM papers LIMIT 0;
ALTER TABLE papers_history ADD COLUMN superseded_at TIMESTAMP;
ALTER TABLE papers_history ADD COLUMN superseded_by VARCHAR;

CREATE TABLE claims_history AS FROM claims LIMIT 0;
ALTER TABLE claims_history ADD COLUMN superseded_at TIMESTAMP;
ALTER TABLE claims_history ADD COLUMN superseded_by VARCHAR;

CREATE TABLE hardware_mentions_history AS FROM hardware_mentions LIMIT 0;
ALTER TABLE hardware_mentions_history ADD COLUMN superseded_at TIMESTAMP;
ALTER TABLE hardware_mentions_history ADD COLUMN superseded_by VARCHAR;

CREATE TABLE links_history AS FROM links LIMIT 0;
ALTER TABLE links_history ADD COLUMN superseded_at TIMESTAMP;
ALTER TABLE links_history ADD COLUMN superseded_by VARCHAR;
