-- The uploads that count as known at a moment, oldest first.
-- optional: as_of
SELECT id, file_name, received_at, sample FROM known_upload($as_of) ORDER BY newness
