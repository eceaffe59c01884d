ALTER TABLE circle_rest DROP COLUMN is_kept;
ALTER TABLE circle_week DROP COLUMN is_let_go;
