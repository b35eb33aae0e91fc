-- Injured parties that add up to more than the category's own count of the week.
SELECT min(sheet) AS sheet, arg_min(cell, n) FILTER (injured_party = '') AS cell, year, week, category,
       sum(count) FILTER (injured_party = '') AS total, sum(count) FILTER (injured_party <> '') AS parts,
       list(cell ORDER BY n) FILTER (injured_party <> '') AS cells, list(n) FILTER (injured_party = '') AS held
FROM standing
GROUP BY area, source, year, week, category
HAVING parts > total
ORDER BY min(n)
