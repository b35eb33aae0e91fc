-- The category list as recorded last.
SELECT code, sv, en, parent, top, derived, valid_from
FROM category
QUALIFY row_number() OVER (PARTITION BY code ORDER BY recorded_at DESC) = 1
