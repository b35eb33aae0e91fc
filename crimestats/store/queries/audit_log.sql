-- Who did what, newest first.
-- optional: most
SELECT id, actor, action, object, "at"
FROM audit
ORDER BY id DESC
LIMIT coalesce($most, 500)
