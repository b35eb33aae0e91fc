-- How far an area's record reaches, and the newest upload behind it. No row when there is no record.
-- optional: as_of
SELECT min(o.week) AS first_week, max(o.week) AS last_week, count(DISTINCT o.week) AS n_weeks,
       count(DISTINCT o.upload_id) AS n_uploads,
       max(k.received_at) AS received_at, arg_max(k.file_name, k.newness) AS file_name,
       bool_or(k.sample) AS sample
FROM observation o JOIN known_upload($as_of) k ON k.id = o.upload_id
WHERE o.area = $area
HAVING count(*) > 0
