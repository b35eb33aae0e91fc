-- The base: what was received, what was read from it, what was taken back, and the reference data.
-- Append-only: no row is ever changed or removed, the newest row wins. Weeks stand as IsoWeek.ordinal.

CREATE TABLE meta (
    schema_version INTEGER NOT NULL PRIMARY KEY,
    migration VARCHAR NOT NULL,
    applied_at TIMESTAMPTZ NOT NULL
);
COMMENT ON TABLE meta IS 'One row per migration this file has been through; the highest number is its schema version.';
COMMENT ON COLUMN meta.schema_version IS 'Number of the migration.';
COMMENT ON COLUMN meta.migration IS 'Its file name in crimestats/store/migrations, without .sql.';
COMMENT ON COLUMN meta.applied_at IS 'When it was applied.';

CREATE TABLE upload (
    id INTEGER NOT NULL PRIMARY KEY,
    sha256 VARCHAR NOT NULL CHECK (length(sha256) = 64),
    file_name VARCHAR NOT NULL,
    sender VARCHAR NOT NULL DEFAULT '',
    received_at TIMESTAMPTZ NOT NULL,
    layout VARCHAR NOT NULL DEFAULT '',
    unit VARCHAR NOT NULL DEFAULT 'reports',
    comment VARCHAR NOT NULL DEFAULT '',
    sample BOOLEAN NOT NULL DEFAULT false
);
COMMENT ON TABLE upload IS 'One row per received file. The bytes lie beside the store, named by their fingerprint.';
COMMENT ON COLUMN upload.id IS 'Number of the upload, counted from 1.';
COMMENT ON COLUMN upload.sha256 IS 'Fingerprint (SHA-256, hex) of the bytes as kept.';
COMMENT ON COLUMN upload.file_name IS 'The file''s name as it was sent.';
COMMENT ON COLUMN upload.sender IS 'Who sent it, empty when not said.';
COMMENT ON COLUMN upload.received_at IS 'When it was received; decides which of two uploads is the newer.';
COMMENT ON COLUMN upload.layout IS 'Which layout of the sheet was recognised.';
COMMENT ON COLUMN upload.unit IS 'What is counted: reports (anmälningar).';
COMMENT ON COLUMN upload.comment IS 'The sender''s comment.';
COMMENT ON COLUMN upload.sample IS 'True for the product''s own invented sample data.';

CREATE TABLE observation (
    upload_id INTEGER NOT NULL,
    area VARCHAR NOT NULL CHECK (area <> ''),
    source VARCHAR NOT NULL DEFAULT 'police' CHECK (source <> ''),
    iso_year SMALLINT NOT NULL,
    iso_week TINYINT NOT NULL CHECK (iso_week BETWEEN 1 AND 53),
    week INTEGER NOT NULL,
    category VARCHAR NOT NULL CHECK (category <> ''),
    injured_party VARCHAR NOT NULL DEFAULT ''
        CHECK (injured_party IN ('', 'private', 'company', 'authority')),
    count INTEGER NOT NULL CHECK (count >= 0),
    sheet VARCHAR NOT NULL DEFAULT '',
    cell VARCHAR NOT NULL
);
COMMENT ON TABLE observation IS 'One row per count read from a file. A week without a row is missing, never zero.';
COMMENT ON COLUMN observation.upload_id IS 'The upload it was read from.';
COMMENT ON COLUMN observation.area IS 'The area as the file writes it.';
COMMENT ON COLUMN observation.source IS 'Whose counts: police, or another party whose counts are never added to them.';
COMMENT ON COLUMN observation.iso_year IS 'ISO year of the week.';
COMMENT ON COLUMN observation.iso_week IS 'ISO week, 1 to 53.';
COMMENT ON COLUMN observation.week IS 'The same week as one number, in whole weeks since Monday 1 January of year 1.';
COMMENT ON COLUMN observation.category IS 'Code of the category.';
COMMENT ON COLUMN observation.injured_party IS 'Who was injured: private, company, authority, or empty when not split.';
COMMENT ON COLUMN observation.count IS 'Number of reports made that week.';
COMMENT ON COLUMN observation.sheet IS 'Name of the sheet, empty for text files.';
COMMENT ON COLUMN observation.cell IS 'The cell, for example C5.';

CREATE TABLE withdrawal (
    id INTEGER NOT NULL PRIMARY KEY,
    upload_id INTEGER NOT NULL,
    action VARCHAR NOT NULL CHECK (action IN ('withdraw', 'reinstate')),
    actor VARCHAR NOT NULL DEFAULT '',
    "at" TIMESTAMPTZ NOT NULL,
    reason VARCHAR NOT NULL CHECK (reason <> '')
);
COMMENT ON TABLE withdrawal IS 'One row each time an upload is taken back, or put back; the newest row says which it is.';
COMMENT ON COLUMN withdrawal.id IS 'Number of the row, counted from 1.';
COMMENT ON COLUMN withdrawal.upload_id IS 'The upload.';
COMMENT ON COLUMN withdrawal.action IS 'withdraw or reinstate.';
COMMENT ON COLUMN withdrawal.actor IS 'Who did it.';
COMMENT ON COLUMN withdrawal."at" IS 'When.';
COMMENT ON COLUMN withdrawal.reason IS 'Why, in the actor''s words.';

CREATE TABLE area (
    name VARCHAR NOT NULL PRIMARY KEY,
    first_upload_id INTEGER NOT NULL,
    recorded_at TIMESTAMPTZ NOT NULL
);
COMMENT ON TABLE area IS 'One row per area that some upload has named, also uploads taken back later.';
COMMENT ON COLUMN area.name IS 'The area as the files write it.';
COMMENT ON COLUMN area.first_upload_id IS 'The upload that named it first.';
COMMENT ON COLUMN area.recorded_at IS 'When the row was written.';

CREATE TABLE category (
    code VARCHAR NOT NULL,
    sv VARCHAR NOT NULL,
    en VARCHAR NOT NULL,
    parent VARCHAR NOT NULL DEFAULT '',
    top BOOLEAN NOT NULL DEFAULT false,
    derived BOOLEAN NOT NULL DEFAULT false,
    valid_from DATE NOT NULL,
    recorded_at TIMESTAMPTZ NOT NULL
);
COMMENT ON TABLE category IS 'The product''s category list as it stood when data were written; a changed category is a new row.';
COMMENT ON COLUMN category.code IS 'Code, the same as in observation.category.';
COMMENT ON COLUMN category.sv IS 'Name in Swedish.';
COMMENT ON COLUMN category.en IS 'Name in English.';
COMMENT ON COLUMN category.parent IS 'The category that a kind belongs to, empty for others.';
COMMENT ON COLUMN category.top IS 'True when it adds towards the total.';
COMMENT ON COLUMN category.derived IS 'True when it is computed from others and never stored as a count.';
COMMENT ON COLUMN category.valid_from IS 'First day on which the category is used in the code list.';
COMMENT ON COLUMN category.recorded_at IS 'When the row was written.';

CREATE TABLE period (
    id INTEGER NOT NULL,
    edit INTEGER NOT NULL DEFAULT 1,
    name VARCHAR NOT NULL CHECK (name <> ''),
    first_week INTEGER NOT NULL,
    last_week INTEGER NOT NULL,
    area VARCHAR NOT NULL DEFAULT '',
    recorded_at TIMESTAMPTZ NOT NULL,
    actor VARCHAR NOT NULL DEFAULT '',
    removed BOOLEAN NOT NULL DEFAULT false,
    PRIMARY KEY (id, edit),
    CHECK (first_week <= last_week)
);
COMMENT ON TABLE period IS 'Named reporting periods (for example november 2021 = v. 43-46); an edit is a new row with the same id.';
COMMENT ON COLUMN period.id IS 'Which period.';
COMMENT ON COLUMN period.edit IS 'Number of the edit; the highest is the current one.';
COMMENT ON COLUMN period.name IS 'The editor''s name for it.';
COMMENT ON COLUMN period.first_week IS 'First week, as in observation.week.';
COMMENT ON COLUMN period.last_week IS 'Last week, included.';
COMMENT ON COLUMN period.area IS 'The area it is for, empty for all.';
COMMENT ON COLUMN period.recorded_at IS 'When the row was written.';
COMMENT ON COLUMN period.actor IS 'Who wrote it.';
COMMENT ON COLUMN period.removed IS 'True when this edit removes the period.';

CREATE TABLE calendar_event (
    id INTEGER NOT NULL,
    edit INTEGER NOT NULL DEFAULT 1,
    kind VARCHAR NOT NULL CHECK (kind IN ('break', 'event', 'measure', 'holiday')),
    name VARCHAR NOT NULL CHECK (name <> ''),
    name_en VARCHAR NOT NULL DEFAULT '',
    area VARCHAR NOT NULL DEFAULT '',
    first_week INTEGER NOT NULL,
    last_week INTEGER NOT NULL,
    recorded_at TIMESTAMPTZ NOT NULL,
    actor VARCHAR NOT NULL DEFAULT '',
    removed BOOLEAN NOT NULL DEFAULT false,
    PRIMARY KEY (id, edit),
    CHECK (first_week <= last_week)
);
COMMENT ON TABLE calendar_event IS 'School breaks, holidays, local events and measures; an edit is a new row with the same id.';
COMMENT ON COLUMN calendar_event.id IS 'Which event.';
COMMENT ON COLUMN calendar_event.edit IS 'Number of the edit; the highest is the current one.';
COMMENT ON COLUMN calendar_event.kind IS 'break (school), event, measure or holiday.';
COMMENT ON COLUMN calendar_event.name IS 'Name in Swedish.';
COMMENT ON COLUMN calendar_event.name_en IS 'Name in English, empty when the Swedish one serves.';
COMMENT ON COLUMN calendar_event.area IS 'The area it is for, empty for all.';
COMMENT ON COLUMN calendar_event.first_week IS 'First week, as in observation.week.';
COMMENT ON COLUMN calendar_event.last_week IS 'Last week, included.';
COMMENT ON COLUMN calendar_event.recorded_at IS 'When the row was written.';
COMMENT ON COLUMN calendar_event.actor IS 'Who wrote it.';
COMMENT ON COLUMN calendar_event.removed IS 'True when this edit removes the event.';

-- "As known at T", the one door to it: uploads received by T and not withdrawn as of T; NULL = now.
-- `newness` orders them, so that two uploads of the same moment are told apart by their number.
CREATE MACRO known_upload(as_of) AS TABLE
    WITH last_action AS (
        SELECT upload_id, arg_max(action, id) AS action
        FROM withdrawal
        WHERE "at" <= coalesce(as_of::TIMESTAMPTZ, 'infinity'::TIMESTAMPTZ)
        GROUP BY upload_id
    )
    SELECT u.*, row_number() OVER (ORDER BY u.received_at, u.id) AS newness
    FROM upload u LEFT JOIN last_action w ON w.upload_id = u.id
    WHERE u.received_at <= coalesce(as_of::TIMESTAMPTZ, 'infinity'::TIMESTAMPTZ)
      AND coalesce(w.action, 'reinstate') = 'reinstate';

-- The newest statement per (area, source, week, category, injured party), and whether an older one differed.
-- Grouping, not a window: a workbook that grows and is sent again each week gives hundreds of rows per key.
CREATE MACRO stated_count(as_of) AS TABLE
    SELECT o.area, o.source, o.week, o.category, o.injured_party,
           max(k.newness) AS newness,
           arg_max(o.count, k.newness) AS count,
           arg_max(o.upload_id, k.newness) AS upload_id,
           arg_max(o.sheet, k.newness) AS sheet,
           arg_max(o.cell, k.newness) AS cell,
           min(o.count) <> max(o.count) AS restated
    FROM observation o JOIN known_upload(as_of) k ON k.id = o.upload_id
    GROUP BY o.area, o.source, o.week, o.category, o.injured_party;

-- The current value. A count that is not split by injured party replaces split ones that are not newer;
-- otherwise the split counts newer than it stand, and their sum is the category's count.
-- `revised`: an older known upload stated another count, for the same injured party or, where one of them
-- splits the count and the other does not, in sum. A condition on area, week or category is carried
-- down to the scan, because every grouping and window here is by them.
CREATE MACRO current_count(as_of) AS TABLE
    WITH shape AS (
        SELECT *,
               coalesce(max(newness) FILTER (injured_party = '') OVER same, 0) AS unsplit,
               coalesce(max(newness) FILTER (injured_party <> '') OVER same, 0) AS split,
               sum(count) FILTER (injured_party = '') OVER same AS unsplit_sum,
               sum(count) FILTER (injured_party <> '') OVER same AS split_sum,
               bool_or(restated) OVER same AS any_restated
        FROM stated_count(as_of)
        WINDOW same AS (PARTITION BY area, source, week, category)
    )
    SELECT area, source, week, category, injured_party, count, upload_id, sheet, cell,
           any_restated
           OR coalesce(CASE WHEN unsplit >= split THEN split_sum <> count
                            ELSE unsplit_sum <> sum(count) OVER (PARTITION BY area, source, week, category)
                       END, false) AS revised
    FROM shape
    WHERE CASE WHEN injured_party = '' THEN unsplit >= split ELSE newness > unsplit END;

COMMENT ON MACRO TABLE known_upload IS 'Uploads as known at a moment (NULL = now), with their order of newness.';
COMMENT ON MACRO TABLE stated_count IS 'The newest statement of each count as known at a moment.';
COMMENT ON MACRO TABLE current_count IS 'The counts that stand as known at a moment; their sum per category is its count.';
