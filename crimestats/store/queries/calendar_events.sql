-- Breaks, holidays, events and measures of an area and those of all areas, as edited last.
WITH newest AS (SELECT * FROM calendar_event QUALIFY row_number() OVER (PARTITION BY id ORDER BY edit DESC) = 1)
SELECT id, kind, name, name_en, area, first_week, last_week, categories, recorded_at, actor
FROM newest
WHERE NOT removed AND area IN ('', $area)
ORDER BY first_week, last_week, id
