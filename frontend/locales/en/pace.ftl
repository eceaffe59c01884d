### What somebody who looks after others takes on: a pace, a break, and what is folded for them.

title-pace = What you take on
pace-title = What you take on
pace-lead = Looking after others goes well for longer when it has an end. What you choose here is your own affair: nobody else sees it.
pace-today = { $n ->
    [one] You took one case today.
   *[other] You took { $n } cases today.
}
pace-a-day = Cases on one day
pace-a-day-hint = A number from 1 to 50. Leave it empty for as many as come.
pace-at-once = Cases in your hands at a time
pace-at-once-hint = A number from 1 to 50. Leave it empty for as many as come.
pace-most-a-day = Here nobody takes more than { $n } on one day.
pace-most-at-once = Here nobody holds more than { $n } at a time.
pace-folds = Fold the words that people tell of
pace-folds-hint = You read a line first: why it was told, how long it is, and by whom. You open the words when you choose to.
pace-save = Keep this
pace-all = For everybody who looks after things
pace-all-what = The most that anybody takes on. Each can choose less for themself.
pace-all-a-day = At most on one day
pace-all-at-once = At most at a time
pace-all-hint = A number from 1 to 50. Leave it empty for no end.
pace-all-save = Keep this for everybody
pace-full-day = That is enough for today.
pace-full-hands = Your hands are full for now.
pace-others = { $n ->
    [one] One more waits. Others look after it, or it waits for another day.
   *[other] { $n } more wait. Others look after them, or they wait for another day.
}
pace-lift = Take this one all the same
pace-left = { $n ->
    [one] One case waits because everybody who looks after it has enough for today, or is on a break.
   *[other] { $n } cases wait because everybody who looks after them has enough for today, or is on a break.
}
pace-break = I need a break
pace-break-what = You put down all that is in your hands, and others find it free. You are off duty, your lamp is out, and nothing of cases is told to you. Nobody is told that you are on a break, or why.
pace-break-until = How long?
pace-break-open = Until I am back
pace-break-begin = Take a break
pace-away-title = You are on a break
pace-away-open = Until you say that you are back. Take the time you need.
pace-away-until = Until { $day }, or until you say that you are back. Take the time you need.
pace-away-what = Nothing is offered to you, and nothing of cases is told to you.
pace-away-host = If somebody may be in danger and nobody else is left, hosts find it among their news all the same.
pace-back = I am back
look-added = { $n ->
    [one] What one person added
   *[other] What { $n } people added
}
look-fold-words = { $n ->
    [one] one word
   *[other] { $n } words
}
refused-pace-number = Write a number from 1 to 50, or leave it empty.
refused-pace-enough = That is enough for today. What waits can wait for others, or for tomorrow. If somebody may be in danger, you can take that one all the same.
refused-pace-hands-full = Your hands are full for now. Put one down, and there is room for another. If somebody may be in danger, you can take that one all the same.
refused-pace-away = You are on a break. Say that you are back, and it is yours to do again.
