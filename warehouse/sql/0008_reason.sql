-- Why a run failed or was interrupted, in one line; null of one that completed, and of those before this step.

ALTER TABLE runs ADD COLUMN reason VARCHAR;
