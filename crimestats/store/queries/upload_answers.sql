-- The answers that an upload was read with.
SELECT label, written, answer, actor, "at"
FROM answer
WHERE upload_id = $upload_id
ORDER BY id
