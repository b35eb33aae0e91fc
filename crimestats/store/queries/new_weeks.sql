-- The weeks that the new uploads count, for a check of their numbers.
SELECT DISTINCT iso_year AS year, iso_week AS week, week AS ordinal
FROM observation
WHERE upload_id >= $first_upload
ORDER BY ordinal
