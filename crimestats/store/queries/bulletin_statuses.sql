-- How far one bulletin has come, oldest first, as it was at a moment.
-- optional: as_of
SELECT id, status, edition, upto, contradicted, reason, actor, "at", data_moment
FROM bulletin_status
WHERE area = $area AND first_week = $first AND last_week = $last AND lang = $lang
  AND "at" <= coalesce($as_of::TIMESTAMPTZ, 'infinity'::TIMESTAMPTZ)
ORDER BY id
