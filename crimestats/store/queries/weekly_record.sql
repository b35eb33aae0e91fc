-- What weekly_counts answers, without the words: the whole record of an area for arithmetic, in one quick read.
-- optional: as_of, source
SELECT week, category, injured_party, count, upload_id, revised
FROM current_count($as_of)
WHERE area = $area AND source = coalesce($source, 'police')
