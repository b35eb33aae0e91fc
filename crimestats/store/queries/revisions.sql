-- Counts that a later upload stated differently, newest first: old → new, per injured party as stated.
-- optional: as_of
WITH stated AS (
    SELECT o.week, o.category, o.injured_party, o.count, o.upload_id, o.sheet, o.cell,
           k.received_at, k.file_name, k.newness
    FROM observation o JOIN known_upload($as_of) k ON k.id = o.upload_id
    WHERE o.area = $area AND o.source = 'police'
), changed AS (  -- few keys ever change; only those need the ordering below
    SELECT week, category, injured_party FROM stated
    GROUP BY ALL HAVING min(count) <> max(count)
), followed AS (
    SELECT s.*, lag(s.count) OVER earlier AS old_count, lag(s.upload_id) OVER earlier AS old_upload_id,
           lag(s.received_at) OVER earlier AS old_received_at
    FROM stated s SEMI JOIN changed USING (week, category, injured_party)
    WINDOW earlier AS (PARTITION BY s.week, s.category, s.injured_party ORDER BY s.newness)
)
SELECT week, category, injured_party, old_count, count AS new_count, old_upload_id, upload_id,
       old_received_at, received_at, file_name, sheet, cell
FROM followed
WHERE old_count <> count
ORDER BY newness DESC, week, category, injured_party
