-- The ledger: everything that passes between two steps, and everything an operator may ask.
-- Times are UTC text with milliseconds, 2025-06-09T12:45:18.836Z. Money is integer micro-units of
-- the configured currency. Days are those of the site's time zone, 2025-06-09.

-- "caib": tells our files from those of other programs.
PRAGMA application_id = 1667328354;

-- Facts of this ledger itself; one row. The secret makes the boundaries of prompts unguessable.
CREATE TABLE ledger (
    id INTEGER PRIMARY KEY CONSTRAINT ledger_has_one_row CHECK (id = 1),
    secret TEXT NOT NULL CONSTRAINT secret_is_long CHECK (length(secret) = 64),
    created_at TEXT NOT NULL
) STRICT;

-- What is learned of a feed by polling it. Whether and how it is polled stands in feeds.yaml.
CREATE TABLE feed (
    id INTEGER PRIMARY KEY,
    url TEXT NOT NULL UNIQUE,
    title TEXT,
    site_url TEXT,
    format TEXT,
    etag TEXT,
    last_modified TEXT,
    body_sha256 TEXT,
    polled_at TEXT,
    changed_at TEXT,
    due_at TEXT,
    status INTEGER,
    error TEXT,
    defects TEXT,
    failures INTEGER NOT NULL DEFAULT 0 CONSTRAINT failures_not_negative CHECK (failures >= 0),
    polls INTEGER NOT NULL DEFAULT 0,
    unchanged INTEGER NOT NULL DEFAULT 0,
    bytes INTEGER NOT NULL DEFAULT 0,
    entries INTEGER NOT NULL DEFAULT 0,
    gone_at TEXT
) STRICT;

-- Every item ever seen. It is in a story, or says why it is in none.
CREATE TABLE entry (
    id INTEGER PRIMARY KEY,
    feed_id INTEGER NOT NULL REFERENCES feed (id),
    key TEXT NOT NULL,
    url TEXT,
    canonical_url TEXT,
    title TEXT,
    author TEXT,
    language TEXT,
    summary TEXT,
    content TEXT,
    image TEXT,
    categories TEXT,
    published_at TEXT NOT NULL,
    updated_at TEXT,
    seen_at TEXT NOT NULL,
    place TEXT NOT NULL DEFAULT 'new'
        CONSTRAINT entry_place_known CHECK (place IN ('new', 'story', 'none')),
    reason TEXT,
    CONSTRAINT entry_once_per_feed UNIQUE (feed_id, key),
    CONSTRAINT entry_in_no_story_says_why CHECK ((place = 'none') = (reason IS NOT NULL))
) STRICT;

CREATE INDEX entry_canonical ON entry (canonical_url) WHERE canonical_url IS NOT NULL;
CREATE INDEX entry_new ON entry (published_at, id) WHERE place = 'new';

-- Entries on one event; becomes at most one article. Along the table of states, never otherwise.
CREATE TABLE story (
    id TEXT PRIMARY KEY,
    state TEXT NOT NULL CONSTRAINT story_state_known CHECK (state IN (
        'queued', 'gathered', 'drafted', 'approved', 'published', 'held', 'rejected', 'dead')),
    reason TEXT,
    headline TEXT NOT NULL,
    kind TEXT CONSTRAINT story_kind_known CHECK (kind IN ('full', 'brief')),
    weight REAL NOT NULL DEFAULT 1,
    began_at TEXT NOT NULL,
    created_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    taken_at TEXT,
    due_at TEXT NOT NULL,
    attempts INTEGER NOT NULL DEFAULT 0 CONSTRAINT attempts_not_negative CHECK (attempts >= 0),
    trouble TEXT,
    CONSTRAINT story_aside_says_why
        CHECK (state NOT IN ('held', 'rejected', 'dead') OR reason IS NOT NULL),
    CONSTRAINT story_at_rest_is_not_taken
        CHECK (taken_at IS NULL OR state IN ('queued', 'gathered', 'drafted', 'approved'))
) STRICT, WITHOUT ROWID;

CREATE INDEX story_due ON story (state, due_at) WHERE taken_at IS NULL;
CREATE INDEX story_began ON story (began_at);

-- Which entries tell a story, and what each adds to it.
CREATE TABLE story_entry (
    entry_id INTEGER PRIMARY KEY REFERENCES entry (id),
    story_id TEXT NOT NULL REFERENCES story (id),
    relation TEXT NOT NULL CONSTRAINT relation_known
        CHECK (relation IN ('new', 'same', 'syndicated', 'follow_up', 'repeat'))
) STRICT;

CREATE INDEX story_entry_story ON story_entry (story_id);

-- Numbered evidence that the article of a story may cite; evidence is offsets into its text.
CREATE TABLE source (
    story_id TEXT NOT NULL REFERENCES story (id),
    number INTEGER NOT NULL CONSTRAINT source_numbers_from_one CHECK (number >= 1),
    kind TEXT NOT NULL CONSTRAINT source_kind_known CHECK (kind IN ('entry', 'page', 'snippet')),
    url TEXT NOT NULL CONSTRAINT source_url_is_http CHECK (url LIKE 'http%://%'),
    title TEXT NOT NULL,
    publisher TEXT,
    author TEXT,
    published_at TEXT,
    retrieved_at TEXT NOT NULL,
    language TEXT,
    text TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    status INTEGER,
    provider TEXT,
    query TEXT,
    rank INTEGER,
    is_reusable INTEGER NOT NULL CONSTRAINT is_reusable_is_bool CHECK (is_reusable IN (0, 1)),
    is_suspect INTEGER NOT NULL CONSTRAINT is_suspect_is_bool CHECK (is_suspect IN (0, 1)),
    PRIMARY KEY (story_id, number)
) STRICT, WITHOUT ROWID;

-- Pages read, so that none is read twice; `error` says why one has no text.
CREATE TABLE page (
    url TEXT PRIMARY KEY,
    final_url TEXT NOT NULL,
    canonical_url TEXT,
    status INTEGER,
    title TEXT,
    publisher TEXT,
    author TEXT,
    published_at TEXT,
    retrieved_at TEXT NOT NULL,
    language TEXT,
    image TEXT,
    text TEXT NOT NULL,
    error TEXT,
    CONSTRAINT page_without_text_says_why CHECK (text <> '' OR error IS NOT NULL)
) STRICT, WITHOUT ROWID;

-- Searches asked, kept for a day; `results` is a JSON array of snippets.
CREATE TABLE search (
    provider TEXT NOT NULL,
    query TEXT NOT NULL,
    asked_at TEXT NOT NULL,
    outcome TEXT NOT NULL,
    results TEXT NOT NULL,
    PRIMARY KEY (provider, query)
) STRICT, WITHOUT ROWID;

-- What a site's robots.txt said, kept for a day (RFC 9309 §2.4).
CREATE TABLE robots (
    origin TEXT PRIMARY KEY,
    fetched_at TEXT NOT NULL,
    status INTEGER,
    body BLOB NOT NULL
) STRICT, WITHOUT ROWID;

-- Requests over the network but those that a feed answered with 304, which its counters hold.
CREATE TABLE fetch (
    id INTEGER PRIMARY KEY,
    purpose TEXT NOT NULL CONSTRAINT fetch_purpose_known
        CHECK (purpose IN ('feed', 'page', 'search', 'robots')),
    url TEXT NOT NULL,
    final_url TEXT,
    status INTEGER,
    bytes INTEGER,
    started_at TEXT NOT NULL,
    milliseconds INTEGER,
    error TEXT
) STRICT;

CREATE INDEX fetch_started ON fetch (started_at);

-- Requests to model endpoints. The row stands before the request is sent and holds the worst case
-- that it may cost; what it did cost replaces that when the answer is there. A crash leaves the
-- reservation standing.
CREATE TABLE model_call (
    id INTEGER PRIMARY KEY,
    story_id TEXT NOT NULL REFERENCES story (id),
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
    answer TEXT
) STRICT;

CREATE INDEX model_call_day ON model_call (day);
CREATE INDEX model_call_story ON model_call (story_id);
CREATE INDEX model_call_answered ON model_call (request_key) WHERE answer IS NOT NULL;

-- What is learned of an endpoint: why and until when it rests, what it can do.
CREATE TABLE endpoint (
    name TEXT PRIMARY KEY,
    paused_until TEXT,
    reason TEXT,
    failures INTEGER NOT NULL DEFAULT 0,
    output TEXT,
    CONSTRAINT paused_endpoint_says_why CHECK (paused_until IS NULL OR reason IS NOT NULL)
) STRICT, WITHOUT ROWID;

-- What a model returned for a story, as it came; the last round counts.
CREATE TABLE draft (
    id INTEGER PRIMARY KEY,
    story_id TEXT NOT NULL REFERENCES story (id),
    round INTEGER NOT NULL,
    kind TEXT NOT NULL CONSTRAINT draft_kind_known CHECK (kind IN ('full', 'brief')),
    model_call_id INTEGER NOT NULL REFERENCES model_call (id),
    made_at TEXT NOT NULL,
    raw TEXT NOT NULL,
    CONSTRAINT draft_round_once UNIQUE (story_id, round)
) STRICT;

-- How many UTF-8 bytes of each source the model was shown.
CREATE TABLE draft_source (
    draft_id INTEGER NOT NULL REFERENCES draft (id),
    number INTEGER NOT NULL,
    bytes INTEGER NOT NULL CONSTRAINT bytes_not_negative CHECK (bytes >= 0),
    PRIMARY KEY (draft_id, number)
) STRICT, WITHOUT ROWID;

-- The sentences that passed verification, in the order of the article.
CREATE TABLE sentence (
    id INTEGER PRIMARY KEY,
    draft_id INTEGER NOT NULL REFERENCES draft (id),
    paragraph INTEGER NOT NULL,
    ordinal INTEGER NOT NULL,
    text TEXT NOT NULL,
    CONSTRAINT sentence_place_once UNIQUE (draft_id, paragraph, ordinal)
) STRICT;

-- Verbatim spans behind a sentence: UTF-8 byte offsets into the source's text, half-open.
CREATE TABLE evidence (
    sentence_id INTEGER NOT NULL REFERENCES sentence (id),
    ordinal INTEGER NOT NULL,
    source_number INTEGER NOT NULL,
    first_byte INTEGER NOT NULL,
    end_byte INTEGER NOT NULL,
    PRIMARY KEY (sentence_id, ordinal),
    CONSTRAINT evidence_has_length CHECK (0 <= first_byte AND first_byte < end_byte)
) STRICT, WITHOUT ROWID;

-- What the rules said of a draft.
CREATE TABLE finding (
    draft_id INTEGER NOT NULL REFERENCES draft (id),
    ordinal INTEGER NOT NULL,
    rule TEXT NOT NULL,
    severity TEXT NOT NULL CONSTRAINT severity_known
        CHECK (severity IN ('hard', 'soft', 'form', 'mended')),
    place TEXT NOT NULL,
    message TEXT NOT NULL,
    PRIMARY KEY (draft_id, ordinal)
) STRICT, WITHOUT ROWID;

CREATE INDEX finding_rule ON finding (rule);

-- The final bytes of a file, from the verdict on; the file itself follows them.
CREATE TABLE article (
    story_id TEXT PRIMARY KEY REFERENCES story (id),
    draft_id INTEGER NOT NULL REFERENCES draft (id),
    path TEXT NOT NULL UNIQUE,
    bytes BLOB NOT NULL,
    sha256 TEXT NOT NULL,
    title TEXT NOT NULL,
    source_url TEXT NOT NULL,
    sync_time TEXT NOT NULL,
    word_count INTEGER NOT NULL,
    score INTEGER,
    published_at TEXT,
    CONSTRAINT score_is_percent CHECK (score BETWEEN 0 AND 100)
) STRICT, WITHOUT ROWID;

-- The footnotes of an article: label in the file, source in the ledger.
CREATE TABLE article_source (
    story_id TEXT NOT NULL REFERENCES article (story_id),
    label INTEGER NOT NULL,
    source_number INTEGER NOT NULL,
    PRIMARY KEY (story_id, label),
    FOREIGN KEY (story_id, source_number) REFERENCES source (story_id, number)
) STRICT, WITHOUT ROWID;

-- Every try at a step; one without an end was cut short by a crash.
CREATE TABLE attempt (
    id INTEGER PRIMARY KEY,
    story_id TEXT NOT NULL REFERENCES story (id),
    state TEXT NOT NULL,
    started_at TEXT NOT NULL,
    ended_at TEXT,
    outcome TEXT,
    detail TEXT
) STRICT;

CREATE INDEX attempt_story ON attempt (story_id);

-- One round over everything that was due.
CREATE TABLE pass (
    id INTEGER PRIMARY KEY,
    started_at TEXT NOT NULL,
    ended_at TEXT,
    feeds INTEGER NOT NULL DEFAULT 0,
    unchanged INTEGER NOT NULL DEFAULT 0,
    entries INTEGER NOT NULL DEFAULT 0,
    stories INTEGER NOT NULL DEFAULT 0,
    articles INTEGER NOT NULL DEFAULT 0,
    calls INTEGER NOT NULL DEFAULT 0,
    cost INTEGER NOT NULL DEFAULT 0
) STRICT;

-- Views for people. Their columns are a public interface: they are added to, never changed.

-- Stories that are not (yet) on the site, and why.
CREATE VIEW queue AS
SELECT story.id, story.state, story.reason, story.headline, story.kind,
    (SELECT COUNT(*) FROM story_entry WHERE story_entry.story_id = story.id) AS entries,
    (SELECT COUNT(*) FROM source WHERE source.story_id = story.id) AS sources,
    story.attempts, story.trouble, story.taken_at, story.due_at, story.began_at, story.changed_at,
    COALESCE((SELECT SUM(COALESCE(cost, reserved_cost)) FROM model_call
        WHERE model_call.story_id = story.id), 0) AS cost
FROM story
WHERE story.state <> 'published'
ORDER BY story.changed_at DESC, story.id;

-- Articles on the site, newest first.
CREATE VIEW published AS
SELECT article.story_id AS id, article.path, article.title, article.source_url,
    article.sync_time, article.published_at, article.word_count, article.score, story.kind,
    (SELECT COUNT(*) FROM article_source WHERE article_source.story_id = article.story_id)
        AS footnotes,
    COALESCE((SELECT SUM(COALESCE(cost, reserved_cost)) FROM model_call
        WHERE model_call.story_id = article.story_id), 0) AS cost,
    article.sha256
FROM article
JOIN story ON story.id = article.story_id
WHERE story.state = 'published'
ORDER BY article.published_at DESC, article.story_id;

-- Every footnote of every article on the site.
CREATE VIEW source_urls AS
SELECT article.path, article_source.label, source.url, source.title, source.publisher,
    source.kind, source.published_at, source.retrieved_at, article.story_id AS id,
    article.sync_time
FROM article_source
JOIN article ON article.story_id = article_source.story_id
JOIN story ON story.id = article.story_id
JOIN source ON source.story_id = article_source.story_id
    AND source.number = article_source.source_number
WHERE story.state = 'published'
ORDER BY article.path, article_source.label;

-- What the models cost, by day of the site's zone, endpoint and purpose. `reserved` is what calls
-- without an answer may still have cost.
CREATE VIEW spending AS
SELECT day, endpoint, model, purpose, COUNT(*) AS calls,
    COALESCE(SUM(prompt_tokens), 0) AS prompt_tokens,
    COALESCE(SUM(completion_tokens), 0) AS completion_tokens,
    COALESCE(SUM(cost), 0) AS cost,
    COALESCE(SUM(CASE WHEN cost IS NULL THEN reserved_cost END), 0) AS reserved
FROM model_call
GROUP BY day, endpoint, model, purpose
ORDER BY day DESC, endpoint, purpose;

-- How each feed does, the ones in trouble first.
CREATE VIEW feed_health AS
SELECT url, title, format, status, error, failures, polls, unchanged, entries, bytes,
    polled_at, changed_at, due_at, gone_at, defects
FROM feed
ORDER BY failures DESC, url;

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
ORDER BY since DESC;
