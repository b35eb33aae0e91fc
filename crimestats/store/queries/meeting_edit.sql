-- The newest edit of one meeting, removed or not.
SELECT * FROM meeting WHERE id = $id ORDER BY edit DESC LIMIT 1
