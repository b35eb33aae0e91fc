-- The newest edit of one calendar event, removed or not.
SELECT * FROM calendar_event WHERE id = $id ORDER BY edit DESC LIMIT 1
