-- A date and a week number in the same row that disagree; the counts were read by the date.
SELECT sheet, week_cell AS cell, year, week, said_year, said_week, list(n) AS held
FROM standing
WHERE said_week IS NOT NULL AND (said_week <> week OR said_year <> year)
GROUP BY sheet, week_cell, year, week, said_year, said_week
ORDER BY min(n)
