-- Who took part in a meeting and what they told, as edited last.
SELECT party, edit, present, note, actor, "at"
FROM attendance
WHERE meeting_id = $meeting_id
QUALIFY row_number() OVER (PARTITION BY party ORDER BY edit DESC) = 1
ORDER BY party
