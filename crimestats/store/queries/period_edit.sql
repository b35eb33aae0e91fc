-- The newest edit of one period, removed or not.
SELECT * FROM period WHERE id = $id ORDER BY edit DESC LIMIT 1
