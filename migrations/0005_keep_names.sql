-- Names that two languages write differently: what tells verification that a source speaks of whom
-- the sentence names. Seeded by the program; proposed names count once an operator approved them.
CREATE TABLE name (
    chinese TEXT PRIMARY KEY,
    kind TEXT NOT NULL CONSTRAINT name_kind_known
        CHECK (kind IN ('country', 'place', 'company', 'person', 'body', 'media')),
    other_chinese TEXT NOT NULL,
    aliases TEXT NOT NULL CONSTRAINT name_has_alias CHECK (aliases <> ''),
    is_approved INTEGER NOT NULL CONSTRAINT is_approved_is_bool CHECK (is_approved IN (0, 1)),
    story_id TEXT REFERENCES story (id),
    added_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;
