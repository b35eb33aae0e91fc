-- What the other parties than the police counted in an area's weeks, as known at a moment: never added to reports.
-- optional: as_of
SELECT c.source, c.week, c.category, c.count, c.upload_id, u.sender, u.received_at, c.cell
FROM current_count($as_of) c JOIN upload u ON u.id = c.upload_id
WHERE c.area = $area AND c.source <> 'police' AND c.week BETWEEN $first AND $last
ORDER BY c.source, c.category, c.week
