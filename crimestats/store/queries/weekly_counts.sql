-- The counts that stand, one row per week, category and injured party; their sum per category is its count.
-- optional: first, last, as_of, source
SELECT c.week, c.category, c.injured_party, c.count, c.upload_id, u.received_at, u.file_name,
       c.sheet, c.cell, u.sample, c.revised
FROM current_count($as_of) c JOIN upload u ON u.id = c.upload_id
WHERE c.area = $area
  AND c.source = coalesce($source, 'police')  -- other parties' counts are never added to police reports
  AND c.week >= coalesce($first, 0)
  AND c.week <= coalesce($last, 2147483647)
ORDER BY c.week, c.category, c.injured_party
