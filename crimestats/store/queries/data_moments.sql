-- The moments at which what is known of an area changed, newest first, with the upload that changed it.
WITH own AS (SELECT DISTINCT upload_id FROM observation WHERE area = $area),
happened AS (
    SELECT u.received_at AS moment, 'upload' AS action, u.id AS upload_id, u.file_name
    FROM upload u SEMI JOIN own ON own.upload_id = u.id
    UNION ALL
    SELECT w."at", w.action, u.id, u.file_name
    FROM withdrawal w JOIN upload u ON u.id = w.upload_id SEMI JOIN own ON own.upload_id = u.id
)
SELECT moment, arg_max(action, upload_id) AS action, max(upload_id) AS upload_id,
       arg_max(file_name, upload_id) AS file_name, count(*) AS n_changes
FROM happened
GROUP BY moment
ORDER BY moment DESC
