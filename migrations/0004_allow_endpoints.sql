-- Several endpoints, calls of no story, budgets of feeds, and prompts by their hash.

-- The layouts that articles were set in.
CREATE TABLE layout (
    sha256 TEXT PRIMARY KEY,
    text TEXT NOT NULL,
    first_used_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- What the bytes were made from besides sentences, evidence and sources, as JSON: with it the same
-- bytes can be made again.
ALTER TABLE article ADD COLUMN recipe TEXT;
ALTER TABLE article ADD COLUMN layout_sha256 TEXT REFERENCES layout (sha256);

-- The templates that calls were made from.
CREATE TABLE prompt (
    sha256 TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    text TEXT NOT NULL,
    first_used_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Twice through another table instead of a rename, which would fail at the views.
CREATE TABLE model_call_before AS SELECT * FROM model_call;
DROP TABLE model_call;

-- Requests to model endpoints. The row stands before the request is sent and holds the worst case
-- that it may cost; what it did cost replaces that when the answer is there. A crash leaves the
-- reservation standing. A call for grouping belongs to no story. `feed_id` is the feed that opened
-- the story. An answer that is void could not be used, and is not taken for the same request again.
CREATE TABLE model_call (
    id INTEGER PRIMARY KEY,
    story_id TEXT REFERENCES story (id),
    feed_id INTEGER REFERENCES feed (id),
    purpose TEXT NOT NULL CONSTRAINT call_purpose_known
        CHECK (purpose IN ('draft', 'judge', 'repair', 'extract', 'group')),
    endpoint TEXT NOT NULL,
    model TEXT NOT NULL,
    request_key TEXT NOT NULL,
    prompt_sha256 TEXT NOT NULL,
    day TEXT NOT NULL,
    started_at TEXT NOT NULL,
    ended_at TEXT,
    reserved_tokens INTEGER NOT NULL,
    reserved_cost INTEGER NOT NULL,
    prompt_tokens INTEGER,
    completion_tokens INTEGER,
    cost INTEGER,
    milliseconds INTEGER,
    outcome TEXT,
    answer TEXT,
    is_void INTEGER NOT NULL DEFAULT 0 CONSTRAINT is_void_is_bool CHECK (is_void IN (0, 1)),
    CONSTRAINT call_of_no_story_groups CHECK (story_id IS NOT NULL OR purpose = 'group')
) STRICT;

INSERT INTO model_call (id, story_id, purpose, endpoint, model, request_key, prompt_sha256, day,
    started_at, ended_at, reserved_tokens, reserved_cost, prompt_tokens, completion_tokens, cost,
    milliseconds, outcome, answer)
SELECT id, story_id, purpose, endpoint, model, request_key, prompt_sha256, day,
    started_at, ended_at, reserved_tokens, reserved_cost, prompt_tokens, completion_tokens, cost,
    milliseconds, outcome, answer
FROM model_call_before;

DROP TABLE model_call_before;

CREATE INDEX model_call_day ON model_call (day);
CREATE INDEX model_call_story ON model_call (story_id);
CREATE INDEX model_call_answered ON model_call (request_key)
    WHERE answer IS NOT NULL AND is_void = 0;
CREATE INDEX model_call_endpoint ON model_call (endpoint, started_at);

-- How often in a row the endpoint was paused: each pause is longer than the one before.
ALTER TABLE endpoint ADD COLUMN pauses INTEGER NOT NULL DEFAULT 0;
-- Until when it asked to be left alone: nothing is wrong with it.
ALTER TABLE endpoint ADD COLUMN ready_at TEXT;
-- The URL and the model that `output` was learned of.
ALTER TABLE endpoint ADD COLUMN learned_of TEXT;
