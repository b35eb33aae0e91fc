-- The categories that an area's police record holds anywhere.
-- optional: as_of
SELECT DISTINCT o.category
FROM observation o JOIN known_upload($as_of) k ON k.id = o.upload_id
WHERE o.area = $area AND o.source = 'police'
ORDER BY o.category
