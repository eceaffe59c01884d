DROP INDEX act_by_thread;
