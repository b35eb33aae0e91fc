-- The areas that have a bulletin, also where no counts are left, with the weeks of the newest one.
SELECT area, arg_max(first_week, last_week) AS first_week, max(last_week) AS last_week
FROM text
GROUP BY area
ORDER BY area
