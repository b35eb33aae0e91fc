-- Areas that the new uploads name first.
SELECT o.area AS name, min(o.upload_id) AS first_upload_id
FROM observation o ANTI JOIN area a ON a.name = o.area
WHERE o.upload_id >= $first_upload
GROUP BY o.area
ORDER BY o.area
