-- The same week and category twice with the same count: the first is read.
SELECT arg_min(sheet, n) AS sheet, arg_max(cell, n) AS cell, year, week, category,
       list(cell ORDER BY n) AS cells, list_slice(list(n ORDER BY n), 2, NULL) AS held
FROM standing
GROUP BY area, source, year, week, category, injured_party
HAVING count(*) > 1 AND count(DISTINCT count) = 1
ORDER BY min(n)
