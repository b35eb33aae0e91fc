-- Every edit of one decision, the newest first.
SELECT * FROM decision WHERE id = $id ORDER BY edit DESC
