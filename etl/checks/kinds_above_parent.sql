-- Kinds, such as telephone fraud, that add up to more than the category they belong to.
WITH counted AS MATERIALIZED (FROM category_count)
SELECT t.sheet, t.cells[1] AS cell, t.year, t.week, t.category AS parent, t.count AS total, sum(p.count) AS parts,
       flatten(list(p.cells ORDER BY p.numbers)) AS cells, t.numbers AS held
FROM counted t JOIN counted p USING (area, source, year, week)
WHERE p.parent = t.category
GROUP BY t.area, t.source, t.year, t.week, t.sheet, t.category, t.cells, t.count, t.numbers
HAVING sum(p.count) > t.count
ORDER BY t.numbers
