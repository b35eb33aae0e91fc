-- The month's public text: who built on which version, and how far it has come.

ALTER TABLE text ADD COLUMN base INTEGER DEFAULT 0;
ALTER TABLE text ADD COLUMN origin VARCHAR DEFAULT 'written';
COMMENT ON COLUMN text.base IS 'Number of the version it was written on, 0 for the first; a save on an older one is refused.';
COMMENT ON COLUMN text.origin IS 'written, generated (the police statistics), merged (two people''s texts) or restored (an earlier version).';

CREATE TABLE bulletin_status (
    id INTEGER NOT NULL PRIMARY KEY,
    area VARCHAR NOT NULL,
    first_week INTEGER NOT NULL,
    last_week INTEGER NOT NULL,
    lang VARCHAR NOT NULL CHECK (lang IN ('sv', 'en')),
    status VARCHAR NOT NULL CHECK (status IN ('draft', 'checked', 'published')),
    edition INTEGER NOT NULL CHECK (edition >= 1),
    upto INTEGER NOT NULL,
    contradicted INTEGER NOT NULL DEFAULT 0 CHECK (contradicted >= 0),
    reason VARCHAR NOT NULL DEFAULT '',
    actor VARCHAR NOT NULL CHECK (actor <> ''),
    "at" TIMESTAMPTZ NOT NULL,
    data_moment TIMESTAMPTZ NOT NULL,
    CHECK (status <> 'published' OR contradicted = 0 OR reason <> '')
);
COMMENT ON TABLE bulletin_status IS 'One row each time a month''s public text is checked, published or opened for a correction; the newest says which it is.';
COMMENT ON COLUMN bulletin_status.id IS 'Number of the row, counted from 1.';
COMMENT ON COLUMN bulletin_status.area IS 'The area, as in text.';
COMMENT ON COLUMN bulletin_status.first_week IS 'First week of its period, as in observation.week.';
COMMENT ON COLUMN bulletin_status.last_week IS 'Last week of its period, included.';
COMMENT ON COLUMN bulletin_status.lang IS 'Language, sv or en.';
COMMENT ON COLUMN bulletin_status.status IS 'draft (opened for a correction), checked or published (locked).';
COMMENT ON COLUMN bulletin_status.edition IS 'Which edition of the text, counted from 1; a correction is the next one.';
COMMENT ON COLUMN bulletin_status.upto IS 'It holds for the newest version of each section with a number up to this one (text.id).';
COMMENT ON COLUMN bulletin_status.contradicted IS 'How many claims the data contradicted when it was published.';
COMMENT ON COLUMN bulletin_status.reason IS 'Why it is corrected (draft), or published although claims were contradicted (published).';
COMMENT ON COLUMN bulletin_status.actor IS 'Who did it.';
COMMENT ON COLUMN bulletin_status."at" IS 'When.';
COMMENT ON COLUMN bulletin_status.data_moment IS 'The data as known at this moment are what the text stands on.';
