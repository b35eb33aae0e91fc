-- The newest explanation per category and week of an area.
SELECT id, area, category, week, body, status, author, "at"
FROM note
WHERE area = $area
QUALIFY row_number() OVER (PARTITION BY category, week ORDER BY id DESC) = 1
ORDER BY week DESC, category
