### A thread and what can be done with it.

thread-locked = This thread can be read, but no longer answered: { $reason }
thread-lock = Stop replies
thread-lock-reason = Why? Everyone who reads the thread sees this.
thread-muted-title = A post with a word you muted
thread-folded-title = A post with a content note
thread-replies = { $n ->
    [one] 1 reply
   *[other] { $n } replies
}
tag-pinned = pinned
card-waiting = Waiting for a first reply

fold-muted = Holds a word you muted
fold-note = Content note: { $notes }

refused-reach-only-narrower = A post can become narrower, not wider. Choose once more who can see it.
refused-note-required = This group asks for a content note. Choose what fits, or say that none does.
refused-note-elsewhere = Posts about this belong in { $group }. You can take your words there.
refused-note-not-here = Posts about this have no place in this group. Choose another group for your words.
refused-reaction-own = Kind words are for other people’s posts.
refused-reaction-unknown = Choose one of the four kind words.

## Kind words
still-sending = Still sending
reaction-put = You said: { $word }
reaction-taken-back = You took it back.
reaction-who = See who
reactions-title = Who left you a kind word
reactions-only-you = Only you see this.
reactions-none = Nobody yet. It is early.
thread-back = Back to the post

## Drafts
drafts-title = Drafts
drafts-none = You have no drafts. Words you keep for later stand here.
drafts-yours = Only you see these.
drafts-delete = Let it go
share-title = Share something
refused-draft-empty = Nothing is written here yet, so there is nothing to keep.
refused-drafts-too-many = You have fifty drafts, which is all we keep. Let one go first.
refused-draft-too-long = This is too long to keep. Your words are still here.

## The thread page
tag-new = new here
tag-remote = from another community
tag-wrote-post = wrote this post
tag-changed = changed
tag-goes = { $days ->
    [0] goes today
    [one] goes tomorrow
   *[other] goes in { $days } days
}
thread-ask = They ask for: { $ask }
thread-about-group = About this group
thread-group-closed = This group can be read, but takes no new posts.
fold-told = You told of this
fold-told-open = Show it to me again
thread-told-title = Something you told of
fold-open = Open
fold-shut = Fold
menu-more = More
menu-edit = Change
menu-take-back = Take back
menu-history = How it was before
menu-pin = Keep at the top
menu-unpin = No longer at the top
menu-unlock = Let replies go on
replies-title = Replies
replies-none = Nobody has answered yet. A few words are enough.
replies-none-yours = Nobody has answered yet. That isn’t about you; it’s early. Your words are still up.
replies-newest = Newest first
replies-oldest = Oldest first
replies-more = More replies
replies-pages = Pages of replies
replies-check = Check for replies
replies-rest = Show the rest of this branch
replies-rest-count = { $n ->
    [one] Show 1 more reply
   *[other] Show { $n } more replies
}
live-one = 1 new reply, show
live-many = { $n } new replies, show
branch-what = This is one branch of a thread.
branch-whole = Show the whole thread
branch-above = What it answers
branch-label = This branch

### A small circle for a day.

small-title = A small circle for today
small-what = For a day, what you say goes to one group you choose. It is for a day on which you used, and for any other hard day. Nothing says which it is.
small-used = I have used today
small-used-hint = A small circle for a day: one group, and nobody asks anything of you
small-reads = One group reads what you say, and only its people: posts, answers, a check-in, a milestone. A buddy you tell yourself reads it as ever. Another name you speak as is not held by it, or it would say whose name that is.
small-asks = Nobody who looks for company, and nobody who looks for a host, asks you.
small-nobody = Nobody sees that it is so: no group, no keeper, no host. It is never a reason to be sent away.
small-tomorrow = Tomorrow a quiet line asks whether to keep it, and shows you what you said. You may end it at any time.
small-choose = Which group?
small-begin = Make it small for today
small-holds = Today what you say goes to { $group } alone.
small-holds-what = For { $hours ->
        [one] one hour
       *[other] { $hours } hours
    } more. Asking for company stays open as ever.
small-say = Say something there
small-over = Your small circle for a day is over. Keep it for another day?
small-over-what = What you said then stays where it was said. Here it is again: read it, change it, or take it back.
small-over-none = You said nothing there that day.
small-change = How it is, and letting it go
small-read = Read what you said
small-keep = Keep it for another day
small-end = Let it go
small-none = You are in no group yet that could be your circle. Support is open.

refused-small-circle = Today what you say goes to { $group } alone. Say it there, or let the small circle go first.
refused-small-circle-wider = Today what you say goes to { $group } alone, and others read this one as well. Begin one of your own there, or let the small circle go first.
refused-small-unchosen = Choose a group.
refused-small-over = There is no small circle to keep. You can begin one anew.
