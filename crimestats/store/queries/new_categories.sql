-- The categories that the new uploads count, for a check that each is in the list.
SELECT DISTINCT category
FROM observation
WHERE upload_id >= $first_upload AND source = 'police'  -- other parties have categories of their own
ORDER BY category
