-- What a service that nobody looks at keeps: suspects of a crash, rests, notices, the clock.

-- In how many crashes in a row this story was in progress, its present step's. One that was in one
-- is tried alone; one that was in two is dead.
ALTER TABLE story ADD COLUMN crashes INTEGER NOT NULL DEFAULT 0
    CONSTRAINT crashes_not_negative CHECK (crashes >= 0);

-- The latest moment that was seen: a clock behind it has been set back.
ALTER TABLE ledger ADD COLUMN seen_at TEXT;

-- Steps that rest as a whole, by the state they take stories from, until a person mends the cause.
CREATE TABLE step_rest (
    step TEXT PRIMARY KEY
        CONSTRAINT step_known CHECK (step IN ('queued', 'gathered', 'drafted', 'approved')),
    since TEXT NOT NULL,
    until TEXT NOT NULL,
    times INTEGER NOT NULL,
    reason TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- What an operator was told, once per cause, and that it passed.
CREATE TABLE notice (
    id INTEGER PRIMARY KEY,
    cause TEXT NOT NULL,
    text TEXT NOT NULL,
    since TEXT NOT NULL,
    told_at TEXT,
    passed_at TEXT,
    passed_told_at TEXT
) STRICT;

CREATE UNIQUE INDEX notice_open ON notice (cause) WHERE passed_at IS NULL;

DROP VIEW problems;

-- What needs a person, in one list.
CREATE VIEW problems AS
SELECT 'story' AS kind, id AS name, state AS condition, reason AS detail, changed_at AS since
FROM story WHERE state IN ('held', 'dead')
UNION ALL
SELECT 'feed', url, CASE WHEN gone_at IS NULL THEN 'failing' ELSE 'gone' END, error, polled_at
FROM feed WHERE error IS NOT NULL
UNION ALL
SELECT 'endpoint', name, 'paused', reason, paused_until
FROM endpoint WHERE paused_until IS NOT NULL
UNION ALL
SELECT 'search', name, 'paused', outcome, asked_at
FROM search_provider WHERE paused_until IS NOT NULL
UNION ALL
SELECT 'step', step, 'resting', reason, since FROM step_rest
ORDER BY since DESC;
