-- Every upload's name and moment, oldest first.
SELECT id, file_name, received_at, sample FROM upload ORDER BY received_at, id
