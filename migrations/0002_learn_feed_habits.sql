-- What a feed asks for and where it moved, so that a restart changes nothing.

-- Polled in place of `url` since permanent redirects have named it often and long enough.
ALTER TABLE feed ADD COLUMN current_url TEXT;
-- Where permanent redirects lead, since when, and at how many polls in a row.
ALTER TABLE feed ADD COLUMN moved_to TEXT;
ALTER TABLE feed ADD COLUMN moved_since TEXT;
ALTER TABLE feed ADD COLUMN moves INTEGER NOT NULL DEFAULT 0;
-- When the failures that still last began.
ALTER TABLE feed ADD COLUMN failing_since TEXT;
-- How often the feed asks to be polled, and when not: hours and days (1 = Sunday), GMT, by commas.
ALTER TABLE feed ADD COLUMN cadence_seconds INTEGER;
ALTER TABLE feed ADD COLUMN skipped_hours TEXT;
ALTER TABLE feed ADD COLUMN skipped_days TEXT;
-- The address that the feed gives as its own, and its WebSub hub: recorded, not used.
ALTER TABLE feed ADD COLUMN self_url TEXT;
ALTER TABLE feed ADD COLUMN hub_url TEXT;

-- When an entry's text last changed at its feed after it was first seen.
ALTER TABLE entry ADD COLUMN revised_at TEXT;

DROP VIEW feed_health;

-- How each feed does, the ones in trouble first.
CREATE VIEW feed_health AS
SELECT url, title, format, status, error, failures, polls, unchanged, entries, bytes,
    polled_at, changed_at, due_at, gone_at, defects, current_url, failing_since, self_url, hub_url
FROM feed
ORDER BY failures DESC, url;
