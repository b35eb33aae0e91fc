-- The data behind every published edition of a period's text, in any language, oldest first.
SELECT id, lang, edition, data_moment
FROM bulletin_status
WHERE area = $area AND first_week = $first AND last_week = $last AND status = 'published'
ORDER BY id
