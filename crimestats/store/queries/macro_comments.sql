-- The macros that answer "as known at", with their comments.
SELECT function_name AS name, comment
FROM duckdb_functions()
WHERE database_name = current_database() AND NOT internal
ORDER BY function_name
