DROP INDEX thread_waiting_in_group;
DROP INDEX thread_open_in_group;
DROP TABLE search_fts;
DROP TABLE search_entry;
