-- What a meeting saw when it was closed last, in one language.
SELECT body, edit, "at"
FROM meeting_frozen
WHERE meeting_id = $meeting_id AND lang = $lang
ORDER BY edit DESC
LIMIT 1
