### A thread and what can be done with it.

thread-locked = This thread can be read, but no longer answered: { $reason }
thread-lock = Stop replies
thread-lock-reason = Why? Everyone who reads the thread sees this.
thread-muted-title = A post with a word you muted
thread-replies = { $n ->
    [one] 1 reply
   *[other] { $n } replies
}
tag-pinned = pinned
card-waiting = Waiting for a first reply

fold-muted = Holds a word you muted
fold-note = Content note: { $notes }

refused-note-required = This group asks for a content note. Choose what fits, or say that none does.
refused-note-elsewhere = Posts about this belong in { $group }. You can take your words there.
refused-note-not-here = Posts about this have no place in this group. Choose another group for your words.
refused-reaction-own = Kind words are for other people's posts.
refused-reaction-unknown = Choose one of the four kind words.
