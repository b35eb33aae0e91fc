-- The decisions of an area as edited last, the newest first, each with the moment it was taken.
-- optional: as_of
WITH known AS (
    SELECT *, min("at") OVER (PARTITION BY id) AS taken_at
    FROM decision
    WHERE "at" <= coalesce($as_of::TIMESTAMPTZ, 'infinity'::TIMESTAMPTZ)
)
SELECT id, edit, area, meeting, body, responsible, due, status, reason, chart, category, data_moment, actor, "at",
       taken_at
FROM known
WHERE area = $area
QUALIFY row_number() OVER (PARTITION BY id ORDER BY edit DESC) = 1 AND NOT removed
ORDER BY id DESC
