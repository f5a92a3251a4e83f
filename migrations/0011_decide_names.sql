-- When an operator approved or rejected a name: what was rejected is not proposed again.
ALTER TABLE name ADD COLUMN decided_at TEXT;
