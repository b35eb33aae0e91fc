-- The areas that some known upload has counts for, in Swedish alphabetical order.
-- optional: as_of
SELECT DISTINCT o.area
FROM observation o JOIN known_upload($as_of) k ON k.id = o.upload_id
WHERE o.source = 'police'
ORDER BY o.area COLLATE sv, o.area
