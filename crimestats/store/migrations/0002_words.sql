-- Words beside the counts: texts, decisions, notes, and who did what. Split from 0001, whose files hold
-- nothing but counts and reference data and are read by programs that need no more.

CREATE TABLE text (
    id INTEGER NOT NULL PRIMARY KEY,
    area VARCHAR NOT NULL,
    first_week INTEGER NOT NULL,
    last_week INTEGER NOT NULL,
    lang VARCHAR NOT NULL CHECK (lang IN ('sv', 'en')),
    section VARCHAR NOT NULL,
    body VARCHAR NOT NULL,
    author VARCHAR NOT NULL DEFAULT '',
    "at" TIMESTAMPTZ NOT NULL,
    data_moment TIMESTAMPTZ NOT NULL
);
COMMENT ON TABLE text IS 'One row per version of a section of a period''s text; the newest is the current one.';
COMMENT ON COLUMN text.id IS 'Number of the row, counted from 1.';
COMMENT ON COLUMN text.area IS 'The area it is about.';
COMMENT ON COLUMN text.first_week IS 'First week of its period, as in observation.week.';
COMMENT ON COLUMN text.last_week IS 'Last week of its period, included.';
COMMENT ON COLUMN text.lang IS 'Language, sv or en.';
COMMENT ON COLUMN text.section IS 'Which section of the text.';
COMMENT ON COLUMN text.body IS 'The text.';
COMMENT ON COLUMN text.author IS 'Who wrote this version.';
COMMENT ON COLUMN text."at" IS 'When it was written.';
COMMENT ON COLUMN text.data_moment IS 'The data as known at this moment are what it was written on.';

CREATE TABLE decision (
    id INTEGER NOT NULL,
    edit INTEGER NOT NULL DEFAULT 1,
    area VARCHAR NOT NULL,
    meeting VARCHAR NOT NULL,
    body VARCHAR NOT NULL,
    responsible VARCHAR NOT NULL,
    due DATE,
    status VARCHAR NOT NULL,
    chart VARCHAR NOT NULL DEFAULT '',
    data_moment TIMESTAMPTZ NOT NULL,
    actor VARCHAR NOT NULL DEFAULT '',
    "at" TIMESTAMPTZ NOT NULL,
    PRIMARY KEY (id, edit)
);
COMMENT ON TABLE decision IS 'Decisions of the steering group; a new status is a new row with the same id.';
COMMENT ON COLUMN decision.id IS 'Which decision.';
COMMENT ON COLUMN decision.edit IS 'Number of the edit; the highest is the current one.';
COMMENT ON COLUMN decision.area IS 'The area it is about.';
COMMENT ON COLUMN decision.meeting IS 'The meeting that took it.';
COMMENT ON COLUMN decision.body IS 'What was decided.';
COMMENT ON COLUMN decision.responsible IS 'The role that carries it out.';
COMMENT ON COLUMN decision.due IS 'The day it is to be done, empty when open.';
COMMENT ON COLUMN decision.status IS 'How far it has come.';
COMMENT ON COLUMN decision.chart IS 'Address of the chart it rests on.';
COMMENT ON COLUMN decision.data_moment IS 'The data as known at this moment are what it rests on.';
COMMENT ON COLUMN decision.actor IS 'Who wrote the row.';
COMMENT ON COLUMN decision."at" IS 'When.';

CREATE TABLE note (
    id INTEGER NOT NULL PRIMARY KEY,
    area VARCHAR NOT NULL,
    category VARCHAR NOT NULL,
    week INTEGER NOT NULL,
    body VARCHAR NOT NULL,
    status VARCHAR NOT NULL DEFAULT 'new' CHECK (status IN ('new', 'explained', 'batch')),
    author VARCHAR NOT NULL DEFAULT '',
    "at" TIMESTAMPTZ NOT NULL
);
COMMENT ON TABLE note IS 'Explanations of unusual weeks; the newest row per area, category and week is the current one.';
COMMENT ON COLUMN note.id IS 'Number of the row, counted from 1.';
COMMENT ON COLUMN note.area IS 'The area.';
COMMENT ON COLUMN note.category IS 'Code of the series it explains.';
COMMENT ON COLUMN note.week IS 'The week, as in observation.week.';
COMMENT ON COLUMN note.body IS 'The explanation.';
COMMENT ON COLUMN note.status IS 'new, explained or batch (an administrative batch of reports).';
COMMENT ON COLUMN note.author IS 'Who wrote it.';
COMMENT ON COLUMN note."at" IS 'When.';

CREATE TABLE audit (
    id INTEGER NOT NULL PRIMARY KEY,
    actor VARCHAR NOT NULL DEFAULT '',
    action VARCHAR NOT NULL CHECK (action <> ''),
    object VARCHAR NOT NULL DEFAULT '',
    "at" TIMESTAMPTZ NOT NULL
);
COMMENT ON TABLE audit IS 'Who did what: uploads, withdrawals, edits, exports.';
COMMENT ON COLUMN audit.id IS 'Number of the row, counted from 1.';
COMMENT ON COLUMN audit.actor IS 'Who, empty when not said.';
COMMENT ON COLUMN audit.action IS 'What was done, for example upload.withdraw.';
COMMENT ON COLUMN audit.object IS 'To what, for example upload 12.';
COMMENT ON COLUMN audit."at" IS 'When.';
