-- What a measure is meant against, so that Insatser knows which reports to judge it by.

ALTER TABLE calendar_event ADD COLUMN categories VARCHAR DEFAULT '';
COMMENT ON COLUMN calendar_event.categories IS 'Codes of the categories a measure is meant against, with commas between; empty for all reports.';
