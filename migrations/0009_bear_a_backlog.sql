-- What a backlog of thousands needs, so that no step looks at each story, article or call.

-- How many feeds tell the story, without entries that only tell it again.
ALTER TABLE story ADD COLUMN feeds INTEGER NOT NULL DEFAULT 0
    CONSTRAINT feeds_not_negative CHECK (feeds >= 0);

UPDATE story SET feeds = (
    SELECT COUNT(DISTINCT entry.feed_id) FROM story_entry
    JOIN entry ON entry.id = story_entry.entry_id
    WHERE story_entry.story_id = story.id AND story_entry.relation <> 'repeat');

CREATE TRIGGER story_entry_counts_feeds AFTER INSERT ON story_entry
BEGIN
    UPDATE story SET feeds = (
        SELECT COUNT(DISTINCT entry.feed_id) FROM story_entry
        JOIN entry ON entry.id = story_entry.entry_id
        WHERE story_entry.story_id = NEW.story_id AND story_entry.relation <> 'repeat')
    WHERE id = NEW.story_id;
END;

-- What the story matters before its age counts: the feed's weight, and how many feeds tell it.
ALTER TABLE story ADD COLUMN worth REAL AS (weight * (1 + MIN(5, feeds)));

CREATE INDEX story_rank ON story (state, worth, began_at DESC, id, due_at, crashes)
    WHERE taken_at IS NULL;
CREATE INDEX story_tried ON story (state, attempts) WHERE taken_at IS NULL AND attempts > 0;
CREATE INDEX story_taken ON story (state) WHERE taken_at IS NOT NULL;

-- At how many starts in a row the feed was found half parsed. One that was found so once is parsed
-- alone; one that was twice is given up.
ALTER TABLE feed ADD COLUMN crashes INTEGER NOT NULL DEFAULT 0
    CONSTRAINT feed_crashes_not_negative CHECK (crashes >= 0);

-- What is counted all the time, without the texts beside it.
CREATE INDEX article_sync ON article (sync_time);
CREATE INDEX article_published ON article (published_at);
CREATE INDEX draft_made ON draft (made_at);
DROP INDEX model_call_day;
CREATE INDEX model_call_spent ON model_call (day, feed_id, cost, reserved_cost, reserved_tokens,
    prompt_tokens, completion_tokens);

-- What a crash left open, and no more.
CREATE INDEX attempt_open ON attempt (story_id) WHERE ended_at IS NULL;
CREATE INDEX model_call_open ON model_call (started_at) WHERE ended_at IS NULL;

-- The least hashes of runs of eight characters of an article: two articles that have half of their
-- text in common share some of them, and only those are compared.
CREATE TABLE article_mark (
    mark INTEGER NOT NULL,
    story_id TEXT NOT NULL REFERENCES article (story_id),
    PRIMARY KEY (mark, story_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX article_mark_story ON article_mark (story_id);
