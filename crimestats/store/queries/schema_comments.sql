-- Every table and column with its type and comment, tables in alphabetical order.
SELECT t.table_name, t.comment AS table_comment, c.column_name, c.data_type, c.comment AS column_comment
FROM duckdb_tables() t JOIN duckdb_columns() c ON c.table_oid = t.table_oid AND c.database_oid = t.database_oid
WHERE t.database_name = current_database()
ORDER BY t.table_name, c.column_index
