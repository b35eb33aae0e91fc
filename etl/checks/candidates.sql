-- The table that every check asks: one row per count that a cell states, and the category list beside it.
CREATE TABLE candidate AS SELECT unnest(from_json($candidates, '[{
    "n": "INTEGER", "area": "VARCHAR", "source": "VARCHAR", "year": "INTEGER", "week": "INTEGER",
    "category": "VARCHAR", "injured_party": "VARCHAR", "count": "INTEGER", "sheet": "VARCHAR", "cell": "VARCHAR",
    "week_cell": "VARCHAR", "said_year": "INTEGER", "said_week": "INTEGER", "within": "BOOLEAN", "held": "BOOLEAN"
}]'), recursive := true);

CREATE TABLE kind AS SELECT unnest(from_json($categories, '[{
    "code": "VARCHAR", "parent": "VARCHAR", "top": "BOOLEAN"
}]'), recursive := true);

-- Those that no earlier check has taken out.
CREATE VIEW standing AS SELECT * FROM candidate WHERE NOT held;

-- The count of a category: stated as a whole, else the sum over injured parties. A part shown within fraud
-- is one of its kinds there, and adds nothing of its own.
CREATE VIEW category_count AS
SELECT s.area, s.source, s.year, s.week, s.category,
       coalesce(sum(s.count) FILTER (s.injured_party = ''), sum(s.count)) AS count,
       coalesce(list(s.n ORDER BY s.n) FILTER (s.injured_party = ''), list(s.n ORDER BY s.n)) AS numbers,
       coalesce(list(s.cell ORDER BY s.n) FILTER (s.injured_party = ''), list(s.cell ORDER BY s.n)) AS cells,
       min(s.sheet) AS sheet,
       CASE WHEN bool_or(s.within) AND s.category = 'benefit_fraud' THEN 'fraud' ELSE any_value(k.parent) END AS parent,
       any_value(k.top) AND NOT bool_or(s.within AND s.category = 'benefit_fraud') AS top
FROM standing s JOIN kind k ON k.code = s.category
GROUP BY s.area, s.source, s.year, s.week, s.category;
