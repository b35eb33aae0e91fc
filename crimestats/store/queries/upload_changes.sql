-- What one upload changed when it came: each of its counts and what stood just before, of the uploads that
-- stand or had stood by then; NULL where nothing did. Counts split by injured party are compared one by one.
WITH this AS (
    SELECT id, received_at FROM upload WHERE id = $upload_id
), earlier AS (
    SELECT u.id, row_number() OVER (ORDER BY u.received_at, u.id) AS newness
    FROM upload u, this
    WHERE (u.received_at, u.id) < (this.received_at, this.id)
      AND coalesce((SELECT arg_max(w.action, w.id) FROM withdrawal w
                    WHERE w.upload_id = u.id AND w."at" <= this.received_at), 'reinstate') = 'reinstate'
), mine AS (
    SELECT area, source, week, category, injured_party, count, sheet, cell
    FROM observation WHERE upload_id = $upload_id
), before AS (
    SELECT o.area, o.source, o.week, o.category, o.injured_party, arg_max(o.count, e.newness) AS old
    FROM observation o JOIN earlier e ON e.id = o.upload_id
    SEMI JOIN mine USING (area, source, week, category, injured_party)
    GROUP BY ALL
)
SELECT m.area, m.week, m.category, m.injured_party, b.old, m.count, m.sheet, m.cell
FROM mine m LEFT JOIN before b USING (area, source, week, category, injured_party)
ORDER BY m.area, m.week, m.category, m.injured_party
