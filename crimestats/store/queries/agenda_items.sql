-- What the agenda of a meeting says of each slide, as edited last.
SELECT slide, edit, position, shown, note, actor, "at"
FROM agenda_item
WHERE meeting_id = $meeting_id
QUALIFY row_number() OVER (PARTITION BY slide ORDER BY edit DESC) = 1
ORDER BY slide
