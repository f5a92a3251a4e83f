-- What is known of searches, pages and sources, and of stories that go on.

-- What is learned of a search provider: what it said last, how often it was asked on that day of
-- the site's zone, why and until when it is passed over.
CREATE TABLE search_provider (
    name TEXT PRIMARY KEY,
    asked_at TEXT NOT NULL,
    day TEXT NOT NULL,
    asked INTEGER NOT NULL CONSTRAINT asked_not_negative CHECK (asked >= 0),
    outcome TEXT NOT NULL,
    paused_until TEXT
) STRICT, WITHOUT ROWID;

-- Answers to searches are good for a day; those from before the new columns are asked for again.
DELETE FROM search;
-- Of the answer's body as it came.
ALTER TABLE search ADD COLUMN sha256 TEXT;

-- Whether the source is the one that the others report from: the text of who acts, not of who tells.
ALTER TABLE source ADD COLUMN is_primary INTEGER NOT NULL DEFAULT 0
    CONSTRAINT is_primary_is_bool CHECK (is_primary IN (0, 1));

-- What a page or its header asks of programs, such as `noindex, noai`.
ALTER TABLE page ADD COLUMN directives TEXT;

-- Other addresses of pages that were read: where they redirected to, what they call themselves.
CREATE TABLE page_alias (
    url TEXT PRIMARY KEY,
    page_url TEXT NOT NULL REFERENCES page (url)
) STRICT, WITHOUT ROWID;

-- The story that this one follows up: a development of what was told there.
ALTER TABLE story ADD COLUMN follows TEXT REFERENCES story (id);

-- How search providers do, the ones in trouble first.
CREATE VIEW search_health AS
SELECT name, outcome, asked_at, day, asked, paused_until
FROM search_provider
ORDER BY paused_until IS NULL, name;

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
ORDER BY since DESC;
