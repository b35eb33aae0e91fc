-- What is remembered of a sender: answers about names, and how the columns of their files were headed.

CREATE TABLE answer (
    id INTEGER NOT NULL PRIMARY KEY,
    upload_id INTEGER NOT NULL,
    sender VARCHAR NOT NULL DEFAULT '',
    label VARCHAR NOT NULL CHECK (label <> ''),
    written VARCHAR NOT NULL,
    answer VARCHAR NOT NULL CHECK (answer <> ''),
    actor VARCHAR NOT NULL DEFAULT '',
    "at" TIMESTAMPTZ NOT NULL
);
COMMENT ON TABLE answer IS 'One row per unknown name that an upload was read with an answer for; the newest of a sender and name is remembered.';
COMMENT ON COLUMN answer.id IS 'Number of the row, counted from 1.';
COMMENT ON COLUMN answer.upload_id IS 'The upload that was read with it. An upload taken back takes its answers with it.';
COMMENT ON COLUMN answer.sender IS 'Whose files it holds for, empty when not said: then it is on the record and not remembered.';
COMMENT ON COLUMN answer.label IS 'The name as it is compared: lower case, without punctuation and empty words.';
COMMENT ON COLUMN answer.written IS 'The name as the file writes it.';
COMMENT ON COLUMN answer.answer IS 'Code of the category (other for the rest), or skip: left out.';
COMMENT ON COLUMN answer.actor IS 'Who answered.';
COMMENT ON COLUMN answer."at" IS 'When it was written.';

CREATE TABLE heading (
    upload_id INTEGER NOT NULL,
    part INTEGER NOT NULL,
    position INTEGER NOT NULL,
    text VARCHAR NOT NULL,
    PRIMARY KEY (upload_id, part, position)
);
COMMENT ON TABLE heading IS 'The headings of an upload''s columns in their order, to notice when a sender''s sheets change.';
COMMENT ON COLUMN heading.upload_id IS 'The upload.';
COMMENT ON COLUMN heading.part IS 'Which of its tables, counted from 1.';
COMMENT ON COLUMN heading.position IS 'Which column with a heading, counted from 1; columns of weeks count as one.';
COMMENT ON COLUMN heading.text IS 'What the heading says; * for columns of weeks.';
