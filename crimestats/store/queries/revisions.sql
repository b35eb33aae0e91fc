-- What a later upload stated differently, newest first: old → new. With injured party '' also where one of
-- them splits the count by injured party and the other does not: then their sums are compared.
-- optional: as_of
WITH stated AS (
    SELECT o.week, o.category, o.injured_party, o.count, o.upload_id, o.sheet, o.cell, k.newness
    FROM observation o JOIN known_upload($as_of) k ON k.id = o.upload_id
    WHERE o.area = $area AND o.source = 'police'
), changed AS (  -- few counts ever change; only those need the ordering below
    SELECT week, category, injured_party FROM stated
    GROUP BY ALL HAVING min(count) <> max(count)
), restated AS (
    SELECT s.*, lag(s.count) OVER earlier AS old_count, lag(s.upload_id) OVER earlier AS old_upload_id
    FROM stated s SEMI JOIN changed USING (week, category, injured_party)
    WINDOW earlier AS (PARTITION BY s.week, s.category, s.injured_party ORDER BY s.newness)
), newest AS (
    SELECT *, max(newness) FILTER (injured_party = '') OVER same AS unsplit,
           max(newness) FILTER (injured_party <> '') OVER same AS split
    FROM stated_count($as_of)
    WHERE area = $area AND source = 'police'
    WINDOW same AS (PARTITION BY week, category)
), shape AS (  -- the count told both ways; of the two, the one that stands and the one it replaced
    SELECT week, category, injured_party = '' AS whole, unsplit >= split AS whole_stands,
           sum(count)::INTEGER AS count, arg_max(upload_id, newness) AS upload_id,
           arg_max(sheet, newness) AS sheet, arg_max(cell, newness) AS cell
    FROM newest
    WHERE split IS NOT NULL AND (injured_party = '' OR unsplit >= split OR newness > unsplit)
    GROUP BY ALL
), reshaped AS (
    SELECT n.week, n.category, '' AS injured_party, o.count AS old_count, n.count AS new_count,
           o.upload_id AS old_upload_id, n.upload_id, n.sheet, n.cell
    FROM shape n JOIN shape o ON o.week = n.week AND o.category = n.category AND o.whole <> n.whole
    WHERE n.whole = n.whole_stands AND o.count <> n.count
), either AS (
    SELECT week, category, injured_party, old_count, count AS new_count, old_upload_id, upload_id, sheet, cell
    FROM restated WHERE old_count <> count
    UNION ALL
    FROM reshaped
)
SELECT e.*, old.received_at AS old_received_at, u.received_at, u.file_name
FROM either e JOIN upload old ON old.id = e.old_upload_id JOIN upload u ON u.id = e.upload_id
ORDER BY u.received_at DESC, e.upload_id DESC, e.week, e.category, e.injured_party
