-- The same week and category twice with the same count: the first is read, the others are told of.
SELECT arg_max(sheet, n) AS sheet, arg_max(cell, n) AS cell, year, week, category,
       list(if(sheet = '', '', sheet || '!') || cell ORDER BY n) AS cells, list(n ORDER BY n)[2:] AS held
FROM standing
GROUP BY area, source, year, week, category, injured_party
HAVING count(*) > 1 AND count(DISTINCT count) = 1
ORDER BY min(n)
