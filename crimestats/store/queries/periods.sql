-- The named periods of an area and those of all areas, as edited last; removed ones are gone.
WITH newest AS (SELECT * FROM period QUALIFY row_number() OVER (PARTITION BY id ORDER BY edit DESC) = 1)
SELECT id, name, first_week, last_week, area, recorded_at, actor
FROM newest
WHERE NOT removed AND area IN ('', $area)
ORDER BY first_week, last_week, id
