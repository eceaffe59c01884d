### A thread and what can be done with it.

thread-locked = This thread can be read, but no longer answered: { $reason }
thread-lock = Stop replies
thread-lock-reason = Why? Everyone who reads the thread sees this.
