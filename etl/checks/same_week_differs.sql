-- The same week and category twice with different counts: a fault at each of the cells.
WITH told AS (
    SELECT *, count(*) OVER same AS times, min(count) OVER same AS least, max(count) OVER same AS most,
           list(count || ' (' || if(sheet = '', '', sheet || '!') || cell || ')') OVER same AS claims
    FROM standing
    WINDOW same AS (PARTITION BY area, source, year, week, category, injured_party)
)
SELECT sheet, cell, year, week, category, claims, [n] AS held
FROM told
WHERE times > 1 AND least <> most
ORDER BY n
