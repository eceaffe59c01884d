### Somebody may be in distress: help before posting, the lane of those who look after things, and what reaches the writer.

## While writing
lookout-ask = I’m not safe right now. Please look out for me
lookout-ask-hint = The people who look after things here are told, and nobody else. What you wrote stays up. You can take it back.
lookout-will-tell = The people who look after things here will be told that you are not safe right now, and nobody else.
lookout-told = The people who look after things here are told that you are not safe right now.
lookout-yours = You asked the people who look after things here to look out for you. They alone know.
lookout-safe = I’m safe now
lookout-methods = Please leave out how and with what. It can hurt others who read tonight.
lookout-offer-title = Before you post
lookout-offer-lead = Your words sound heavy. You are not on your own with this, and they can go up as they are.
lookout-offer-support = Open Support
lookout-offer-tab = Opens beside this page. Your words stay here.
lookout-offer-yours = Your words
lookout-offer-flag = When you post them, the people who look after things here are told that you may want company. Nobody else is.
lookout-offer-post = Post it as it is

## Who is there
duty-title = On duty
duty-now = { $n ->
    [0] Nobody who looks after things here is on duty right now. Your words are read when somebody comes.
    [one] One person who looks after things here is on duty right now.
   *[other] { $n } people who look after things here are on duty right now.
}
duty-count = { $n ->
    [0] Nobody is on duty right now.
    [one] One person is on duty right now.
   *[other] { $n } people are on duty right now.
}
duty-yours = { $n ->
    [0] You are, for less than a minute more.
    [one] You are, for one more minute.
   *[other] You are, for { $n } more minutes.
}
duty-begin = { $n ->
    [one] For an hour
   *[other] For { $n } hours
}
duty-end = I’m off duty
duty-what = Others see how many are on duty, never who. It is forgotten when your time is over.

## The lane
lane-title = People first
lane-other = Everything else
lane-lately = Looked after in the last seven days
lane-lately-what = Each is asked the next day how they are. You can look at what was said.
look-asked = Whoever wrote this asks us to look out for them.
look-met = The words meet a line of the list. Nothing else was done.
look-yours-short = You are looking at this. Others leave it to you for five minutes.
look-card-flag = Whoever wrote here may need somebody.
lane-help = What may help
lane-help-first = Write soon, and as one person to another. One kind line is enough to begin.
lane-help-ask = Ask plainly whether they are safe, and listen.
lane-help-stay = Say what happens next, and when you are here again.
lane-help-fold = Fold words that say how or with what. The rest stays up.
lane-leave = What to leave
lane-leave-remove = Taking words away or stopping replies: it leaves somebody alone.
lane-leave-lecture = Advice nobody asked for, blame, or talk of rules.
lane-leave-press = Pressing for a name or an address. Use what they told you.
lane-leave-alone = Carrying it by yourself. Call a second person.
lane-reviewed = These lines come from public guidance for peer supporters. Have somebody with medical training look at them before you rely on them.
lane-much = You were with several people today. Somebody else can take the next one: “Call the others” hands it on. You may also rest from your turn for a while.
lane-said = What was said so far
lane-answered = They answered
lane-write = Write to them
lane-say = What would you like to send?
lane-say-own = My own words
lane-words = Your words
lane-words-hint = They alone read this. Your name is not shown: it comes from the people who look after things here.
lane-offers = Offer Support with it
lane-send = Send it to them
lane-far = They are of another community. You cannot write to them from here. The people who look after that community can.
lane-pass = Call a second person, or hand it over
lane-note = A note for whoever comes, if you like
lane-note-hint = What you saw, what you said, what is open.
lane-pass-send = Call the others
lane-close = Close for now
lane-close-what = They are asked tomorrow how they are, once. If they answer, this waits here again.
lane-close-send = Close, and ask tomorrow
lane-hard = Other decisions
lane-hard-what = What hides words, holds somebody back or goes outside takes two people. The first puts it forward, the second decides the same.
care-say-read = I read your words. I am glad you said it here. Would you like to tell me more?
care-say-company = You do not have to carry tonight alone. Would you like somebody to stay and write with you for a while?
care-say-safe = May I ask you plainly: are you safe right now? If not, please call your emergency number or go where people are. We are here too.
care-did-words = Written to them
care-did-after = Asked how they are
care-did-note = A note for the others
act-verb-care = Somebody was with them
act-means-care = Closed for now. They are asked tomorrow how they are.
act-did-care = Somebody was with them
act-verb-outside = Ask for help outside
act-means-outside = The record that two of you asked an emergency service or somebody else outside, as a last resort. The call is yours to make.
act-did-outside = Help outside was asked for
own-did-care = Somebody was with you
own-did-outside = We asked for help outside of this community

## What reaches the writer
title-care = Word for you
care-title = Word for you
care-what = What the people who look after things here wrote to you. You alone read it.
care-from = From the people who look after things here
care-none = Nobody has written to you here.
care-after = How are you today? You can answer, or leave this. Either is fine.
care-offers = Support is open for you at any hour
care-answer = Your answer
care-answer-hint = Once for each word. The people who look after things here read it.
care-answered = You answered:
care-quiet = Don’t ask me how I am any more
care-is-quiet = You are not asked how you are any more.
care-ask-again = Ask me again
care-kept = This goes thirty days after it is closed.
news-care = There is word for you
news-follow-up = Somebody you were with yesterday is asked today how they are

## The list
phrases-title = Words after which help is offered
phrases-lead = When somebody is about to post such words, they are offered help first, and post them as they are with one more press. The people who look after things are told. Nothing is stopped, hidden or counted.
phrases-added = Lines of your own
phrases-added-hint = One line each, up to 200. Whole words are met, in any case.
phrases-dropped = Lines of the server to leave out
phrases-dropped-hint = One line each, as below.
phrases-ours = The lines that come with the server
phrases-kept = The list is kept.

## After a setback
setback-hours = Your body may be less used to it now. Have somebody near, and naloxone if it may be opioids. Stopping alcohol or sleeping pills all at once can be dangerous: ask a doctor first.
setback-safer = Safer next hours
setback-ask = Ask me how I am in a few hours, tomorrow, in three days and in a week
setback-ask-hint = A quiet line under News, for you alone. You can end it at any time.
setback-after = How are you, a while after what you told? You need not answer anybody.
setback-line = A line you asked for
setback-say = Say something in a group
setback-hush = Kind words alone for now
setback-open = Let people reply again
setback-hushed = Whoever wrote this would like kind words alone for now.
pause-title = Before you send
pause-lead = Somebody told of a setback here. These words may land as blame, and blame makes it harder to come back.
pause-try = You could say what helped you, or that you are glad they are here.
pause-change = Say it another way
pause-send = Send it as it is
rules-say-setback = Somebody tells of a setback here. Company first: advice when they ask for it.

refused-care-far = They are of another community. You cannot write to them from here.
refused-care-closed = This is closed for now. It waits again when they answer.
refused-care-answered = You answered this already.
refused-care-nothing = Write a line, or choose words that stand ready.
refused-duty-hours = Choose 1, 2, 4 or 8 hours.
refused-phrases-many = A list has 200 lines at most.
refused-phrases-long = A line has 80 letters at most.
refused-thread-stays-open = Somebody may need people in this thread. Two of you decide together to stop replies, from what waits to be looked at.
