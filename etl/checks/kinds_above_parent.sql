-- Kinds, such as telephone fraud, that add up to more than the category they belong to.
SELECT t.sheet, t.cells[1] AS cell, t.year, t.week, t.category AS parent, t.count AS total, sum(p.count) AS parts,
       flatten(list(p.cells ORDER BY p.numbers)) AS cells, t.numbers AS held
FROM category_count t JOIN category_count p USING (area, source, year, week)
WHERE p.parent = t.category
GROUP BY t.area, t.source, t.year, t.week, t.sheet, t.category, t.cells, t.count, t.numbers
HAVING sum(p.count) > t.count
ORDER BY t.numbers
