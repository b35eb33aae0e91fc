-- The data behind the newest text of an area's periods from $first on: of this period, and of the one before.
-- optional: as_of
SELECT first_week, last_week, arg_max(data_moment, id) AS data_moment
FROM text
WHERE area = $area AND last_week >= $first AND first_week <= $last
  AND "at" <= coalesce($as_of::TIMESTAMPTZ, 'infinity'::TIMESTAMPTZ)
GROUP BY ALL
ORDER BY first_week, last_week
