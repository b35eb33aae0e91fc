-- Every version of every section of one bulletin, oldest first, as it was at a moment.
-- optional: as_of
SELECT id, section, body, author, "at", data_moment, base, origin
FROM text
WHERE area = $area AND first_week = $first AND last_week = $last AND lang = $lang
  AND "at" <= coalesce($as_of::TIMESTAMPTZ, 'infinity'::TIMESTAMPTZ)
ORDER BY id
