-- Top-level categories that add up to more than the total of their week.
WITH counted AS MATERIALIZED (FROM category_count)
SELECT t.sheet, t.cells[1] AS cell, t.year, t.week, t.count AS total, sum(p.count) AS parts,
       flatten(list(p.cells ORDER BY p.numbers)) AS cells, t.numbers AS held
FROM counted t JOIN counted p USING (area, source, year, week)
WHERE t.category = 'total' AND p.top
GROUP BY t.area, t.source, t.year, t.week, t.sheet, t.cells, t.count, t.numbers
HAVING sum(p.count) > t.count
ORDER BY t.numbers
