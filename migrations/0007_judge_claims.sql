-- What a judge said of each claim of a draft, what the article is worth, and rounds of repair.

-- The judgment that counts for a claim, once for each draft that holds it. `claim_key` is a hash of
-- its words and evidence: a claim that a repair left as it was is not asked about again. A source
-- and a span stand there where the judge named one that was found.
CREATE TABLE judgment (
    draft_id INTEGER NOT NULL REFERENCES draft (id),
    place TEXT NOT NULL,
    claim_key TEXT NOT NULL,
    claim TEXT NOT NULL,
    word TEXT NOT NULL CONSTRAINT judgment_word_known
        CHECK (word IN ('supported', 'partial', 'contradicted', 'not_found')),
    slip TEXT NOT NULL CONSTRAINT judgment_slip_known CHECK (slip IN ('none', 'number', 'unit',
        'percent', 'date', 'entity', 'role', 'quote', 'attribution', 'negation', 'modality',
        'comparison', 'causal', 'scope', 'extrinsic')),
    note TEXT NOT NULL,
    source_number INTEGER,
    first_byte INTEGER,
    end_byte INTEGER,
    PRIMARY KEY (draft_id, place),
    CONSTRAINT judgment_span_is_whole
        CHECK ((source_number IS NULL) = (first_byte IS NULL)
            AND (source_number IS NULL) = (end_byte IS NULL)),
    CONSTRAINT judgment_span_has_length CHECK (0 <= first_byte AND first_byte < end_byte)
) STRICT, WITHOUT ROWID;

-- The figures behind an article's score.
CREATE TABLE score (
    draft_id INTEGER PRIMARY KEY REFERENCES draft (id),
    claims INTEGER NOT NULL,
    supported INTEGER NOT NULL,
    partial INTEGER NOT NULL,
    contradicted INTEGER NOT NULL,
    markers INTEGER NOT NULL,
    supporting INTEGER NOT NULL,
    sentences INTEGER NOT NULL,
    cited INTEGER NOT NULL,
    publishers INTEGER NOT NULL,
    form_points INTEGER NOT NULL,
    cap TEXT CONSTRAINT score_cap_known
        CHECK (cap IN ('contradicted', 'injection', 'hard', 'snippets')),
    value INTEGER NOT NULL CONSTRAINT score_value_is_percent CHECK (value BETWEEN 0 AND 100)
) STRICT;

-- Rounds of repair behind a draft, and its sentences that nothing supported when the next began.
ALTER TABLE draft ADD COLUMN repairs INTEGER NOT NULL DEFAULT 0;
ALTER TABLE draft ADD COLUMN unsupported INTEGER;

-- Every score with its parts, reckoned again: `value` and `reckoned` are equal.
CREATE VIEW scores AS
WITH part AS (
    SELECT score.*,
        CASE WHEN claims = 0 THEN 0
            ELSE MAX(0, (2.0 * supported + partial - 2 * contradicted) / (2 * claims)) END
            AS grounded,
        CASE WHEN markers = 0 THEN 0 ELSE 1.0 * supporting / markers END AS pointed,
        CASE WHEN sentences = 0 THEN 0 ELSE 1.0 * cited / sentences END AS covered,
        MIN(1, publishers / 2.0) AS diverse,
        1 - MIN(1, form_points / 20.0) AS formed,
        CASE cap WHEN 'contradicted' THEN 39 WHEN 'injection' THEN 49 WHEN 'hard' THEN 59
            WHEN 'snippets' THEN 74 ELSE 100 END AS most
    FROM score
)
SELECT draft.story_id AS id, part.draft_id, part.value,
    MIN(part.most, CAST(ROUND(45 * grounded + 20 * pointed + 15 * covered + 10 * diverse
        + 10 * formed) AS INTEGER)) AS reckoned,
    part.claims, part.supported, part.partial, part.contradicted, part.markers, part.supporting,
    part.sentences, part.cited, part.publishers, part.form_points, part.cap
FROM part JOIN draft ON draft.id = part.draft_id
ORDER BY part.draft_id DESC;

-- How often each rule spoke, and of how many stories that wait or were rejected: a rule gone wild
-- stands on top.
CREATE VIEW finding_counts AS
SELECT finding.rule, finding.severity, COUNT(*) AS findings,
    COUNT(DISTINCT draft.story_id) AS stories,
    COUNT(DISTINCT CASE WHEN story.state IN ('held', 'rejected') THEN story.id END) AS stopped,
    MAX(draft.made_at) AS last_at
FROM finding
JOIN draft ON draft.id = finding.draft_id
JOIN story ON story.id = draft.story_id
GROUP BY finding.rule, finding.severity
ORDER BY stopped DESC, findings DESC, finding.rule;
