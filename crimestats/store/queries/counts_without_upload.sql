-- Faults: new counts whose upload does not exist. Rows returned stop the append.
SELECT o.upload_id, o.cell
FROM observation o ANTI JOIN upload u ON u.id = o.upload_id
WHERE o.upload_id >= $first_upload
LIMIT 1
