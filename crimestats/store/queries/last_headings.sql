-- The headings of the newest standing upload of a sender in a layout.
SELECT h.part, h.position, h.text, k.file_name, k.received_at
FROM heading h JOIN known_upload(NULL) k ON k.id = h.upload_id
WHERE k.sender = $sender AND k.layout = $layout AND NOT k.sample
QUALIFY k.newness = max(k.newness) OVER ()
ORDER BY h.part, h.position
