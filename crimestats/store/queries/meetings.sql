-- The meetings of an area as edited last, the one held latest first; removed ones are gone.
WITH newest AS (SELECT * FROM meeting QUALIFY row_number() OVER (PARTITION BY id ORDER BY edit DESC) = 1)
SELECT id, edit, area, kind, first_week, last_week, held_on, status, data_moment, actor, "at"
FROM newest
WHERE status <> 'removed' AND area = $area
ORDER BY held_on DESC, id DESC
