-- What uploads stated of each week, by how many weeks after its Sunday they came (0 = within seven days), over
-- all areas: the triangle that delays are read from. Of several at the same age the newest counts.
-- optional: as_of
WITH stated AS (  -- 719162 days lie between 1 January of year 1 and that of 1970; weeks begin on Mondays
    SELECT o.area, o.category, o.week, k.newness, sum(o.count)::INTEGER AS count,
           ((719162 + any_value(epoch(k.received_at)) // 86400) // 7)::INTEGER - o.week - 1 AS age
    FROM observation o JOIN known_upload($as_of) k ON k.id = o.upload_id
    WHERE o.source = 'police' AND NOT k.sample
    GROUP BY o.area, o.category, o.week, k.newness
)
SELECT area, category, week, age, arg_max(count, newness) AS count
FROM stated
WHERE age >= 0  -- a week that is not over yet is no week
GROUP BY area, category, week, age
ORDER BY category, area, week, age
