-- The steering group's meetings: what was shown, who took part, what was frozen when a meeting was closed; and what
-- a decision needs beyond 0002. Everything is a new row: an edit, a new status, an undo.

CREATE TABLE meeting (
    id INTEGER NOT NULL,
    edit INTEGER NOT NULL DEFAULT 1,
    area VARCHAR NOT NULL CHECK (area <> ''),
    kind VARCHAR NOT NULL CHECK (kind IN ('month', 'week')),
    first_week INTEGER NOT NULL,
    last_week INTEGER NOT NULL,
    held_on DATE NOT NULL,
    status VARCHAR NOT NULL CHECK (status IN ('open', 'closed', 'removed')),
    data_moment TIMESTAMPTZ,
    actor VARCHAR NOT NULL DEFAULT '',
    "at" TIMESTAMPTZ NOT NULL,
    PRIMARY KEY (id, edit),
    CHECK (first_week <= last_week)
);
COMMENT ON TABLE meeting IS 'Meetings of the steering group about a period, and weekly check-ins about a week; an edit is a new row with the same id.';
COMMENT ON COLUMN meeting.id IS 'Which meeting.';
COMMENT ON COLUMN meeting.edit IS 'Number of the edit; the highest is the current one.';
COMMENT ON COLUMN meeting.area IS 'The area it is about.';
COMMENT ON COLUMN meeting.kind IS 'month, with an agenda of slides, or week, one page.';
COMMENT ON COLUMN meeting.first_week IS 'First week it is about, as in observation.week.';
COMMENT ON COLUMN meeting.last_week IS 'Last week, included.';
COMMENT ON COLUMN meeting.held_on IS 'The day it is held; a day to come is a planned meeting.';
COMMENT ON COLUMN meeting.status IS 'open, closed (what was seen is frozen) or removed.';
COMMENT ON COLUMN meeting.data_moment IS 'The data as known at this moment are what was seen; empty until it is closed the first time.';
COMMENT ON COLUMN meeting.actor IS 'Who wrote the row.';
COMMENT ON COLUMN meeting."at" IS 'When.';

CREATE TABLE agenda_item (
    meeting_id INTEGER NOT NULL,
    slide VARCHAR NOT NULL CHECK (slide <> ''),
    edit INTEGER NOT NULL DEFAULT 1,
    position DOUBLE,
    shown BOOLEAN NOT NULL DEFAULT true,
    note VARCHAR NOT NULL DEFAULT '',
    actor VARCHAR NOT NULL DEFAULT '',
    "at" TIMESTAMPTZ NOT NULL,
    PRIMARY KEY (meeting_id, slide, edit)
);
COMMENT ON TABLE agenda_item IS 'What the agenda says of a slide where that differs from its importance alone; an edit is a new row.';
COMMENT ON COLUMN agenda_item.meeting_id IS 'The meeting.';
COMMENT ON COLUMN agenda_item.slide IS 'Key of the slide, for example peak:total:2021-W45.';
COMMENT ON COLUMN agenda_item.edit IS 'Number of the edit; the highest is the current one.';
COMMENT ON COLUMN agenda_item.position IS 'Where it stands, the lowest first; empty for by importance.';
COMMENT ON COLUMN agenda_item.shown IS 'False when it was dropped.';
COMMENT ON COLUMN agenda_item.note IS 'The presenter''s note; not shown on the projector.';
COMMENT ON COLUMN agenda_item.actor IS 'Who wrote the row.';
COMMENT ON COLUMN agenda_item."at" IS 'When.';

CREATE TABLE attendance (
    meeting_id INTEGER NOT NULL,
    party VARCHAR NOT NULL CHECK (party <> ''),
    edit INTEGER NOT NULL DEFAULT 1,
    present BOOLEAN NOT NULL DEFAULT true,
    note VARCHAR NOT NULL DEFAULT '',
    actor VARCHAR NOT NULL DEFAULT '',
    "at" TIMESTAMPTZ NOT NULL,
    PRIMARY KEY (meeting_id, party, edit)
);
COMMENT ON TABLE attendance IS 'Which parties took part in a meeting, and what each of them told; an edit is a new row.';
COMMENT ON COLUMN attendance.meeting_id IS 'The meeting.';
COMMENT ON COLUMN attendance.party IS 'police, municipality, housing, guards, youth or other.';
COMMENT ON COLUMN attendance.edit IS 'Number of the edit; the highest is the current one.';
COMMENT ON COLUMN attendance.present IS 'True when the party took part.';
COMMENT ON COLUMN attendance.note IS 'What the party told, in its own words.';
COMMENT ON COLUMN attendance.actor IS 'Who wrote the row.';
COMMENT ON COLUMN attendance."at" IS 'When.';

CREATE TABLE meeting_frozen (
    meeting_id INTEGER NOT NULL,
    edit INTEGER NOT NULL,
    lang VARCHAR NOT NULL CHECK (lang IN ('sv', 'en')),
    body VARCHAR NOT NULL,
    "at" TIMESTAMPTZ NOT NULL,
    PRIMARY KEY (meeting_id, edit, lang)
);
COMMENT ON TABLE meeting_frozen IS 'What a closed meeting saw, word for word and count for count, so that it can be opened as it was.';
COMMENT ON COLUMN meeting_frozen.meeting_id IS 'The meeting.';
COMMENT ON COLUMN meeting_frozen.edit IS 'The edit of the meeting that closed it.';
COMMENT ON COLUMN meeting_frozen.lang IS 'Language, sv or en.';
COMMENT ON COLUMN meeting_frozen.body IS 'Slides, charts, decisions and parties as JSON.';
COMMENT ON COLUMN meeting_frozen."at" IS 'When it was frozen.';

-- DuckDB adds columns without constraints only; store.decisions sees to it that they are filled.
ALTER TABLE decision ADD COLUMN category VARCHAR DEFAULT 'total';
ALTER TABLE decision ADD COLUMN reason VARCHAR DEFAULT '';
ALTER TABLE decision ADD COLUMN removed BOOLEAN DEFAULT false;
COMMENT ON COLUMN decision.category IS 'Code of the series it is followed up by.';
COMMENT ON COLUMN decision.reason IS 'Why it was dropped, empty otherwise.';
COMMENT ON COLUMN decision.removed IS 'True when this edit takes back a decision that was written by mistake.';
COMMENT ON COLUMN upload.unit IS 'What is counted: reports (anmälningar), or own where another party counts in categories of its own.';
