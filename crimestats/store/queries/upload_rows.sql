-- All that was read from one upload.
SELECT area, source, iso_year, iso_week, week, category, injured_party, count, sheet, cell
FROM observation
WHERE upload_id = $upload_id
ORDER BY area, week, category, injured_party
