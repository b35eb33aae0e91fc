-- What is reported, week by category: the value that stands, when it came, and whether it was revised.
-- optional: as_of
SELECT c.week, c.category, sum(c.count)::INTEGER AS count, bool_or(c.revised) AS revised,
       max(u.received_at) AS received_at, bool_or(u.sample) AS sample
FROM current_count($as_of) c JOIN upload u ON u.id = c.upload_id
WHERE c.area = $area AND c.source = 'police'
GROUP BY c.week, c.category
ORDER BY c.week, c.category
