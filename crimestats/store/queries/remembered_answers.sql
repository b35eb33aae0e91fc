-- The newest answer per name of a sender, of uploads that stand.
SELECT a.label, a.written, a.answer, a."at", a.upload_id
FROM answer a JOIN known_upload(NULL) k ON k.id = a.upload_id
WHERE a.sender = $sender AND a.sender <> ''
QUALIFY row_number() OVER (PARTITION BY a.label ORDER BY a.id DESC) = 1
ORDER BY a.label
