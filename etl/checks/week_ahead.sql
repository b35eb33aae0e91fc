-- Reports in weeks that have not begun.
SELECT sheet, cell, year, week, count, [n] AS held
FROM standing
WHERE (year, week) > ($this_year, $this_week) AND count > 0
ORDER BY n
