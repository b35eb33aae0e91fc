-- Whether these bytes were received before, oldest first; sending them again is nothing new.
SELECT u.id, u.file_name, u.sender, u.received_at, u.sample, k.id IS NULL AS withdrawn
FROM upload u LEFT JOIN known_upload(NULL) k ON k.id = u.id
WHERE u.sha256 = $sha256
ORDER BY u.id
