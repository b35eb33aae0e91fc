-- How often an upload was taken back and put back, oldest first.
SELECT action, actor, "at", reason
FROM withdrawal
WHERE upload_id = $upload_id
ORDER BY id
