-- What models made of texts for grouping, by the hash of the model and the text, so that no text is
-- paid for twice: Float32 after Float32, little endian.
CREATE TABLE vector (
    text_hash TEXT NOT NULL PRIMARY KEY,
    model_call_id INTEGER NOT NULL REFERENCES model_call (id),
    numbers BLOB NOT NULL CONSTRAINT vector_is_of_floats
        CHECK (length(numbers) > 0 AND length(numbers) % 4 = 0),
    made_at TEXT NOT NULL
) STRICT;

CREATE INDEX vector_made ON vector (made_at);
