### Rules a group keeps by itself: the page of those who look after it, and what a form says before anything is sent.

title-group-rules = Rules
rules-title = Rules the group keeps by itself
rules-lead = What is checked when somebody shares here. The form says so before anything is sent, and nothing that was typed is lost. You who look after the group are not stopped by any of it.

rules-guard = When many come at once
rules-guard-what = For a day, members who have been here a week share as ever. All else, and everything from other communities, waits for a look.
rules-guard-begin = Guard the group for a day
rules-guard-end = End it now
rules-guarded = { $hours ->
    [one] Guarded for one more hour.
   *[other] Guarded for { $hours } more hours.
}

rules-shares = Who may share
rules-shares-readers = Members share, and whoever can read a post may answer it
rules-shares-members = Members share and answer
rules-shares-week = Members who have been in the group for a week
rules-shares-fortnight = Members who have been in the group for two weeks
rules-shares-month = Members who have been in the group for four weeks
rules-looks = What waits for a look
rules-looks-hint = Nobody else sees it until one of you lets it through.
rules-looks-first = The first thing under a name
rules-looks-new = What newcomers say
rules-looks-alias = What aliases say
rules-looks-links = What holds a link
rules-looks-all = Everything
rules-pace = Time between two things
rules-pace-hint = For one name in this group. It leaves room for others.
rules-pace-minutes = { $minutes ->
    [0] None
    [60] An hour
    [240] Four hours
    [1440] A day
   *[other] { $minutes } minutes
}
rules-quiet = Quiet hours
rules-quiet-hint = Whole hours, 0 to 23. People can share all the same, and read that nobody is on duty. Leave them empty for none.
rules-quiet-from = From
rules-quiet-until = Until
rules-quiet-offset = Hours ahead of UTC
rules-advice-where = How people answer each other, with or without advice, is chosen where the group is changed. Forms for replies say it.

rules-lines = Words and links
rules-lines-what = Each line is met by whole words, in any case, and by letters that look alike.
rules-lines-none = There is no line yet.
rules-line-new = A new line
rules-line-words = Words, phrases or web addresses
rules-line-words-hint = With commas between. For example: a bed is free, sober-homes.example
rules-line-does = What happens where one is met
rules-line-which = Which content note
rules-line-note = Offer a content note
rules-line-offer = Offer another group
rules-line-fold = Fold the words behind a content note
rules-line-hold = Let the words wait for a look
rules-line-refuse = Do not take the words
rules-line-note-hint = Where a note is offered, or the words are folded.
rules-line-nothing = None
rules-line-goes-to = Where this has a better home
rules-line-goes-to-hint = The writer can take the words there with one press, or go on.
rules-line-sentence = A sentence for the writer
rules-line-sentence-hint = Kind, and with what to do next. May be empty.
rules-line-home = better told in { $group }
rules-line-drop = Take this line away
rules-line-try = Look what it would have met
rules-line-again = Look again
rules-line-keep = Keep this line
rules-does-note = Offers the note: { $note }
rules-does-offer = Offers another group
rules-does-fold = Folds the words: { $note }
rules-does-hold = The words wait for a look
rules-does-refuse = The words are not taken
rules-tried = { $met ->
    [0] It would have met nothing of the last 30 days.
    [one] It would have met one thing of { $of } of the last 30 days.
   *[other] It would have met { $met } things of { $of } of the last 30 days.
}
rules-tried-safety = People need these words to stay safe, and it would meet them: { $words }
rules-tried-much = That is a good part of what people say here. A narrower line may be what you mean.

rules-before = Before you send
rules-say-guard = This group is guarded for a while: what you share may wait for a look first.
rules-say-waits = What you share here waits for a look first. Nobody else sees it until then.
rules-say-pace = { $minutes ->
    [one] This group takes its time: a minute lies between two things under one name.
   *[other] This group takes its time: { $minutes } minutes lie between two things under one name.
}
rules-say-quiet = Nobody is on duty here until { $until }. You can share all the same. If it is urgent, press Support above.
rules-say-crosstalk = People share here, and do not answer each other: a reply goes to whoever opened the thread. A kind word is welcome under every reply.
rules-say-own-experience = People here tell of themselves, and leave advice aside.
rules-say-when-asked = Nobody asked for ideas here. Tell of yourself, or say that you are there.
rules-say-you = Here people speak from their own life. “I” may reach further than “you should”.
rules-offer-note = Put this content note on it: { $note }
rules-offer-home = This may have a better home in { $group }.
rules-offer-move = Share it in { $group }
rules-go-on = Change what you like, or send it as it is.
rules-openers = you should, you need to, you must, you have to, you ought to

refused-rules-words = Something in these words is not for this group. { $sentence } Change it and send it again; nothing is lost.
refused-rules-members = Members of this group share and answer here. You can join it on its own page.
refused-rules-weeks = { $weeks ->
    [one] People share here once they have been in the group for a week.
   *[other] People share here once they have been in the group for { $weeks } weeks.
}
refused-rules-reads-along = { $days ->
    [one] You read along in this group until tomorrow. Under You, decisions, you can read why and answer. If it is urgent, press Support above.
   *[other] You read along in this group for { $days } more days. Under You, decisions, you can read why and answer. If it is urgent, press Support above.
}
refused-rules-reads-along-here = { $days ->
    [one] You read along in this community until tomorrow. Under You, decisions, you can read why and answer. If it is urgent, press Support above.
   *[other] You read along in this community for { $days } more days. Under You, decisions, you can read why and answer. If it is urgent, press Support above.
}
refused-rules-asks = Look at what is offered for these words, then send them again.
refused-rules-change = With these words it would wait for a look, and a change cannot wait. Say it in a new post or reply.
refused-rules-pace = { $minutes ->
    [one] This group takes its time. You can send this in a minute.
   *[other] This group takes its time. You can send this in { $minutes } minutes.
}
refused-rules-unchosen = Choose one of these.
refused-rules-minutes = Choose 0 to 1440 minutes.
refused-rules-empty = Write at least one word or web address to look for.
refused-rules-too-many = There are as many lines as a group may have. Take one away first.

held-why-look = It waits as the first words of an alias, or since its community’s posts wait.
held-why-first = It is the first thing under this name here.
held-why-new = It is a newcomer’s.
held-why-links = It holds a link.
held-why-all = Everything here waits for a look.
held-why-words = It meets one of your lines.
held-why-pace = More came from there than the pace allows.
held-why-shares = Members share here, and it came from another community.
held-why-guard = The group is guarded.
held-words-name = Only if the words do not go up. They read it, and have the words back in their drafts.
waits-own = Waiting for a look
waits-own-what = Nobody else sees these yet but the people who look after the group.
waits-yours = Nobody else sees them until then. You can have them back:
waits-withdraw = Have it back in my drafts
waits-quiet = Nobody is on duty there now. They look at it after { $until }.
waits-support = Support is open.
drafts-came-back = It came back with a sentence: { $why }
news-sent-back = Words of yours came back from { $group }
news-let-through = Words of yours that waited can be read now
look-shelf = { $n ->
    [one] One thing waits for a first look in { $group }
   *[other] { $n } things wait for a first look in { $group }
}
