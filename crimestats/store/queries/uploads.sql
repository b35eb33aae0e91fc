-- Every upload received by the moment, newest first, withdrawn ones too: history hides nothing.
-- optional: as_of
WITH held AS (
    SELECT upload_id, count(*) AS n_counts, min(week) AS first_week, max(week) AS last_week,
           list_sort(list(DISTINCT area)) AS areas
    FROM observation GROUP BY upload_id
), last_action AS (
    SELECT upload_id, arg_max({'action': action, 'reason': reason, 'actor': actor, 'at': "at"}, id) AS last
    FROM withdrawal
    WHERE "at" <= coalesce($as_of::TIMESTAMPTZ, 'infinity'::TIMESTAMPTZ)
    GROUP BY upload_id
)
SELECT u.id, u.sha256, u.file_name, u.sender, u.received_at, u.layout, u.unit, u.comment, u.sample,
       coalesce(h.n_counts, 0) AS n_counts, h.first_week, h.last_week, coalesce(h.areas, []) AS areas,
       coalesce(w.last.action = 'withdraw', false) AS withdrawn,
       CASE WHEN w.last.action = 'withdraw' THEN w.last.reason ELSE '' END AS withdrawn_reason,
       CASE WHEN w.last.action = 'withdraw' THEN w.last.actor ELSE '' END AS withdrawn_by,
       CASE WHEN w.last.action = 'withdraw' THEN w.last."at" END AS withdrawn_at
FROM upload u LEFT JOIN held h ON h.upload_id = u.id LEFT JOIN last_action w ON w.upload_id = u.id
WHERE u.received_at <= coalesce($as_of::TIMESTAMPTZ, 'infinity'::TIMESTAMPTZ)
ORDER BY u.received_at DESC, u.id DESC
