-- By which a text that has been read is known again without being compared: 63 bits of the MD5 of the title and
-- the abstract, as schemas.identity.text_digest computes it.

ALTER TABLE papers ADD COLUMN text_digest BIGINT;
UPDATE papers SET text_digest = (md5_number_lower(title || chr(31) || abstract) >> 1)::BIGINT;

ALTER TABLE papers_history ADD COLUMN text_digest BIGINT;
UPDATE papers_history SET text_digest = (md5_number_lower(title || chr(31) || abstract) >> 1)::BIGINT;
