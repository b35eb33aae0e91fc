-- Zeros in weeks that have not begun: a sheet made out for the whole year. They are not read.
SELECT sheet, cell, year, week, [n] AS held
FROM standing
WHERE (year, week) > ($this_year, $this_week) AND count = 0
ORDER BY n
