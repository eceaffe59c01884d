### Looking after things: what waits, what was decided, how it can be answered.

title-look = To look at
title-log = What we decided
title-did = What we did
title-all = All they wrote

look-title = To look at
look-one = Something to look at
look-count = { $n ->
    [one] One thing waits.
    [50] The first 50 that wait.
   *[other] { $n } things wait.
}
look-oldest = The oldest was told { $when }.
look-none = Nothing waiting. Thank you.
look-fold = Folded, so that you choose when
look-told = { $n ->
    [one] One person told us
   *[other] { $n } people told us
}
look-heading-danger = Somebody may be in danger
look-heading-worried = Worried about somebody
look-heading-outing = Somebody may be given away
look-heading-solicitation = Somebody may be selling treatment
look-heading-advances = Advances that may not be welcome
look-heading-affiliation = Somebody may be paid for what they recommend
look-heading-sourcing = Somebody may be selling something
look-heading-cruel = This may be cruel
look-heading-advice = Advice that could harm
look-heading-spam = The same thing in many places
look-heading-other = Something to look at
look-taken = { $name } is looking at this.
look-yours-now = You are looking at this.
look-yours = You are looking at this. Others leave it to you for a quarter of an hour.
look-in-thread = In: { $title }
look-gone = The words are gone.
look-quoted = The words this is about
look-earlier = What was decided before
look-of-writer = What was decided about other words of theirs
look-proposed = waits for a second person
look-proposed-days = { $n ->
    [one] waits for a second person, for one day
   *[other] waits for a second person, for { $n } days
}
look-proposed-label = waits for a second person: { $tie }, { $with }
look-undone = taken back
look-side-group = for the group
look-side-house = for the whole community
look-dropped = put by one of two, and never held
look-in-place = See it in its place
look-kept-here = This is kept here. Nobody elsewhere was told of it.
look-kept-there = This is kept at { $host }. Nobody there was told of it.
look-kept-told = This is kept at { $host }. The people who look after it there were told, too.
look-decided = Decided. You can take it back under:
look-stays = Taken back. Something newer was decided about the same, and that holds on. You find it under:
look-before = Taken back. Something older was decided about the same, and that holds again until its own end. You find it under:
look-all = All they wrote in this group, to put out of sight at once
look-all-here = All they wrote anywhere here, to put out of sight at once
look-passed = Somebody else reads this now, or it is gone. What was decided stands under:
look-now = Decide here
look-open = Look at this
look-pick = Pick
look-several = Decide about those you picked
look-several-hint = The same for each. You see what would happen to each before anything does. Those that somebody else looks at, and those that take two people, are left out.
look-several-do = See what would happen
look-verb = What shall happen?
look-words = A sentence for whoever wrote it
look-words-hint = They will read this, so write it as you would say it to them. If all stays as it is, nobody is told.
look-days = For a pause: days (1 to 90)
look-removes = Put the words out of sight too
look-notes = For a fold: which note
look-do = Decide
look-after = You can take this back from the list of decisions. Whoever it meets can answer. Somebody else reads that, if there is anybody else.
look-take = I'll take this
look-hand-up = Hand it to the hosts
look-care = This was told out of worry, not as a broken rule. A kind word and a number may be all it takes.
look-takes-two = Somebody is worried about whoever wrote this, and that still waits. Until it is closed, two of you decide each hard step, one at a time. A note or a fold takes one.
look-two = A hard step takes two of you here, one at a time. A note or a fold takes one.
look-card-thread = { $n ->
    [one] One person told us about this post.
   *[other] { $n } people told us about this post.
}
look-card-reply = { $n ->
    [one] One person told us about a reply here.
   *[other] { $n } people told us about a reply here.
}
look-answers = Answers to decisions
look-answer-by = answer by { $day }
look-answer-what = The words it is about
look-answer-words = Your answer
look-answer-ask = Ask them something first
look-answer-asked = Asked back:
look-answer-quiet = No word to that yet. You can answer all the same.
look-answer-stays = Answer, and it stays
look-answer-lift = Answer, and take the decision back
look-ready-danger = You matter here. Please reach out to somebody near you or to a helpline now.
look-ready-worried = We read your words and care how you are. If you would like company, we are here.
look-ready-outing = This named somebody who is not here to agree to it.
look-ready-solicitation = We do not sell or recommend treatment here.
look-ready-advances = Some people said these advances are not welcome to them.
look-ready-affiliation = Please say whom you work for: you can do so in You, whom I work for.
look-ready-sourcing = We do not buy, sell or look for substances here.
look-ready-cruel = These words hurt somebody. You are welcome to say it another way.
look-ready-advice = Medical advice can harm when it does not fit. Please speak of what helped you.
look-ready-spam = The same words stand in many places. One place is enough.
look-ready-other = We ask you to keep to what this group agreed on.

act-verb-fine = It stays as it is
act-verb-note = A note to the writer
act-verb-warn = A warning to the writer
act-verb-label = Put a label beside their name
act-verb-fold = Fold it behind a content note
act-verb-remove = Put it out of sight
act-verb-remove-all = Put all of it out of sight
act-verb-move = Move it to another group
act-verb-lock = Stop further replies
act-verb-slow-thread = Slow the thread down
act-verb-slow = Slow the writer down in this group
act-verb-mute = Let the writer only read along in this group
act-verb-pause = Pause the writer in this group
act-verb-close = Put the writer out of this group
act-verb-remove-all-here = Put all they wrote anywhere here out of sight
act-verb-pause-here = Pause the account
act-verb-close-here = Close the account
act-means-fine = Nobody is told but those who told us.
act-means-note = They read your sentence. The words stand.
act-means-warn = They read your sentence, and that more comes if it goes on. The words stand.
act-means-label = It says whom they work for, for a year or until it is taken back. Their aliases bear none.
act-means-fold = The words stand, and readers choose when to open them.
act-means-remove = Its writer can still read it and can answer.
act-means-remove-all = All that its writer said in this group. You can take it back.
act-means-move = It stands in another group that the same people look after.
act-means-lock = It can be read, and no longer answered.
act-means-slow-thread = An hour lies between two replies of one name, until the day you choose.
act-means-slow = An hour lies between two things they say, until the day you choose.
act-means-mute = They read along and can put kind words. They share and answer nothing here until the day you choose.
act-means-pause = They are out of the group until the day you choose.
act-means-close = They are out of the group without an end.
act-means-remove-all-here = All that they said in groups you can read. You can take it back.
act-means-pause-here = They are out of the community until the day you choose.
act-means-close-here = They are out of the community without an end.
act-did-fine = Stays as it is
act-did-note = A note to the writer
act-did-warn = A warning to the writer
act-did-label = A label beside a name
act-did-fold = Folded behind a content note
act-did-remove = Put out of sight
act-did-remove-all = All they wrote in a group put out of sight
act-did-move = Moved to another group
act-did-lock = Stopped further replies
act-did-slow-thread = Slowed the thread down
act-did-slow = Slowed down in the group
act-did-mute = Reads along in the group
act-did-pause = Paused in the group
act-did-close = Put out of the group
act-did-remove-all-here = All they wrote anywhere here put out of sight
act-did-pause-here = Account paused
act-did-close-here = Account closed

all-title = All that { $name } wrote here
all-count = { $n ->
    [0] Nothing of theirs stands in this group.
    [one] One post or reply stands in this group.
   *[other] { $n } posts and replies stand in this group.
}
all-count-here = { $n ->
    [0] Nothing of theirs stands where you can read it.
    [one] One post or reply stands where you can read it.
   *[other] { $n } posts and replies stand where you can read them.
}
all-newest = These are the newest. What is older goes, too.
all-waiting = { $n ->
    [one] One more waits for a look, and goes, too: nobody lets it through.
   *[other] { $n } more wait for a look, and go, too: nobody lets them through.
}
all-read = Look through them first
all-reply = A reply

log-title = What we decided
log-what = For those who look after things here, for three months, and as long as it holds. Others see numbers alone.
log-none = Nothing yet.
log-undo = Take back


refused-act-unchosen = Choose what shall happen.
refused-act-days = A pause has 1 to 90 days.
refused-act-note = Choose the note these words are folded behind.
refused-act-taken = Somebody else is looking at this right now. It is free again in a few minutes.
refused-act-decided = Somebody decided this meanwhile.
refused-act-second-person = You have put this forward already. A second person decides it with you.
refused-act-by-itself = Somebody is worried about them. Put each step by itself, so that two of you mean the same.
refused-act-nobody-above = Nobody else looks after the whole community who could read this. It stays with you and those who look after the group with you.
refused-act-undone = This does not hold any more.
refused-act-answered = This was answered already.

look-label = The label: whom they work for
look-label-hint = A label belongs to this one name. What you know of an alias stays with it: write nothing here that says who is behind one. If the name says so itself by now, no decision is needed.
look-pattern = { $people } people told of this name for selling or advances, in { $cases } things within 90 days.
look-pattern-places = They come from { $places } groups.
refused-act-label = Say what sort of business it is, and which, in up to 80 letters.

## Several at once
several-title = What would happen
several-done-title = What was decided
several-would = { $n ->
    [0] Nothing would be decided about the { $all } you picked.
    [one] One of the { $all } you picked would be decided.
   *[other] { $n } of the { $all } you picked would be decided.
}
several-did = { $n ->
    [0] Nothing was decided about the { $all } you picked.
    [one] One of the { $all } you picked was decided.
   *[other] { $n } of the { $all } you picked were decided.
}
several-told = { $n ->
    [one] One name reads this sentence.
   *[other] { $n } names read this sentence.
}
several-row-in = would be decided
several-row-done = decided
several-row-left = left out
several-unknown = Something you picked
several-left-absent = It is not for you to look at, or not any more.
several-left-keepers = You are there for people here. Others decide this.
several-left-decided = It was decided already.
several-left-taken = Somebody else is looking at this right now.
several-left-two-people = Somebody may need people here: two of you decide this, on its own page.
several-left-unfit = This cannot be done to it.
several-left-gone = The words are gone.
several-do = Decide about these
several-edit = Change something
several-back = What still waits

refused-act-unpicked = Pick at least one.
refused-act-too-many = At most 50 are decided at once.
move-title = Move to another group
move-lead = For what was opened in the wrong room. It is in { $group }.
move-where = Where does it belong?
move-another = Another group
move-group = A group you look after
move-none = You look after no other group that is open.
move-look = See what changes
move-to = Into { $group }
move-readers-now = Now
move-readers-then = Then
move-goes-along = All replies go along, and everybody keeps the name they spoke under.
move-address = Its address stays, and leads whoever may read it to it.
move-elsewhere = Communities that follow { $from } and not { $to } are asked to let go of their copies. If you take the move back, those do not come back.
move-told = Its writer is told, and reads your sentence. It can be moved once, and you can take that back in the log of service.
move-rules = What { $group } asks of people
move-reason = Why?
move-reason-hint = One sentence for its writer.
move-do = Move it to { $group }
menu-move = Move to another group
thread-moved-from = Moved here from { $group }.
thread-moved = Moved here from another group.
refused-move-same = It is in that group.
refused-move-closed = Nobody posts in one of these two groups any more.
refused-move-elsewhere = A thread can be moved between groups of this community only.
refused-move-writer-out = Its writer may not be able to read it there.
refused-move-again = It was moved before. Take that back first.
refused-move-not-now = For now it stays where it is. You can say yes again later.
refused-move-worried = Somebody is worried about somebody in this thread, and that still waits. Until it is closed, the thread stays where it is.
move-asks = More people could read it there than its writer chose. They are asked first, and nothing moves before they say yes.
move-ask = Ask its writer
move-asked = Its writer is asked. Nothing moves before they say yes.

## Two steps in one press
look-both = Words out of sight, and a week's pause
look-both-what = One decision and one letter: the words go out of sight, and their writer is out of this group for a week. Taking it back brings both back.
look-both-words = What they will read
look-both-do = Remove and pause

## How long a name has been here
look-here-new = came this week
look-here-weeks = { $n ->
    [one] here for a week
   *[other] here for { $n } weeks
}
look-here-long = here for more than three months

## What those who told read
look-shares = Those who told us read this sentence, too
look-shares-hint = Only if nothing in it belongs to the writer alone. Who decided is never said.

## Between those who look after a case
look-between = { $n ->
    [0] Notes between you
   *[other] Notes between you ({ $n })
}
look-between-what = For the others who may look at this, and nobody else. Notes go when the case goes.
look-between-label = Words for the others who look after this
look-between-leave = Leave this note

## What other communities told
look-heading-flag = Another community told of this
look-flags = Told by other communities
look-flags-what = Nothing comes of this by itself. Look with care: we know which community sent it, and not who.
look-flag-from = { $host } told of this. Nothing was done because of it.
look-card-elsewhere = Another community told of something here.

## Who came lately, and who is limited
title-people = New names, and limited ones
people-title = New names, and limited ones
people-what = Names alone, for those who look after things. No alias is in these lists, and nobody is told that you read them.
people-all = The whole community
people-new = Came this week or the one before
people-new-none = Nobody new.
people-this-week = came this week
people-last-week = came last week
people-limited = Paused or out
people-limited-none = Nobody.
people-more = More names
people-new-pages = More new names
people-limited-pages = More limited names
people-none-left = These were all.
people-from-start = All lists from the beginning
people-back = Let back
people-until = until { $day }
people-until-open = until somebody lets them back

## The daily circle, for those who look after the community.

circle-out-title = Take it out of the circle
circle-out-line = The line of { $who } goes out of this day’s circle. Their day stays theirs.
circle-out-greeting = What { $who } said at the top goes out of this day’s circle.
circle-out-week = { $who } hosts no longer, this week and the next. The circle stays open.
circle-out-free = Free the week that { $who } hosts
circle-out-reason = Why, in one line
circle-out-reason-hint = They read it under Decisions and can answer. What is gone stays gone.
circle-out-go-line = Take the line out
circle-out-go-greeting = Take the words out
circle-out-go-week = Free the week
refused-circle-out-unchosen = Choose what is taken out.
act-verb-circle-line = Take a line out of the daily circle
act-verb-circle-greeting = Take a greeting out of the daily circle
act-verb-circle-week = Free a week of the daily circle
act-means-circle-line = Their day stays theirs, and they can answer.
act-means-circle-greeting = They still host, and they can answer.
act-means-circle-week = The circle stays open, and they can answer.
act-did-circle-line = A line taken out of the daily circle
act-did-circle-greeting = A greeting taken out of the daily circle
act-did-circle-week = A week of the daily circle freed
act-verb-pin = Keep it at the top
act-means-pin = It stands at the top of its group.
act-did-pin = Kept at the top of the group
act-verb-held-through = Let words through that waited
act-means-held-through = They stand, as if they had been said now.
act-did-held-through = Words that waited let through
act-verb-held-back = Send words back that waited
act-means-held-back = They are among the drafts of their writer, with a sentence.
act-did-held-back = Words that waited sent back
act-verb-guard = Guard the group for a day
act-means-guard = What is new, and what comes from elsewhere, waits for a look.
act-did-guard = The group guarded for a day
act-verb-rules = Change what the group checks by itself
act-means-rules = The form says it to everybody who writes there.
act-did-rules = What the group checks by itself changed
act-verb-close-behind = Put an alias, and whoever is behind it, out of the group
act-means-close-behind = They speak there under no alias any more. Nobody learns who it is.
act-did-close-behind = An alias, and whoever is behind it, put out of the group
act-verb-appoint = Set what somebody does for the community
act-means-appoint = It is changed among the people of the community.
act-did-appoint = What somebody does for the community set
act-verb-mute-here = Let them only read along in all of the community
act-means-mute-here = They read along everywhere, put kind words and ask for company. They share and answer nothing in any group until the day you choose.
act-did-mute-here = Reads along in all of the community
