-- Faults: the same count stated twice by one new upload. Rows returned stop the append.
SELECT upload_id, area, iso_year AS year, iso_week AS week, category
FROM observation
WHERE upload_id >= $first_upload
GROUP BY upload_id, area, source, iso_year, iso_week, category, injured_party
HAVING count(*) > 1
LIMIT 1
