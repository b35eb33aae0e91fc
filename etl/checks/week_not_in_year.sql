-- Weeks that their year does not have: W53 of a 52-week year is never rolled over into the next.
-- 28 December lies in the last ISO week of its year.
SELECT sheet, week_cell AS cell, year, week, list(n) AS held
FROM standing
WHERE week NOT BETWEEN 1 AND weekofyear(make_date(year, 12, 28))
GROUP BY sheet, week_cell, year, week
ORDER BY min(n)
