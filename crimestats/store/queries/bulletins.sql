-- The bulletins of an area, newest period first: last change, and the newest status with the version it holds for.
WITH written AS (
    SELECT first_week, last_week, lang, max(id) AS newest, arg_max(author, id) AS author, arg_max("at", id) AS "at"
    FROM text WHERE area = $area
    GROUP BY ALL
), stood AS (
    SELECT first_week, last_week, lang, arg_max(status, id) AS status, arg_max(edition, id) AS edition,
           arg_max(upto, id) AS upto
    FROM bulletin_status WHERE area = $area
    GROUP BY ALL
)
SELECT w.first_week, w.last_week, w.lang, w.newest, w.author, w."at", s.status, s.edition, s.upto
FROM written w LEFT JOIN stood s USING (first_week, last_week, lang)
ORDER BY w.last_week DESC, w.first_week DESC, w.lang DESC
