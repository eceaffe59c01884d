### Company right now: asking, coming, lamps. Everything here is counted or true at the moment it is said.

support-room = Back to your room
support-room-hint = You asked for company
support-craving = Half an hour with a craving
support-craving-hint = Three parts of ten minutes. Works without a network
support-lamp-hint = Be around to listen, for a while

ask-page = Ask for company
ask-title = Ask for company
ask-lit-none = Nobody whom you can reach has a lamp on right now.
ask-wider = So a wider choice is marked below: people who said they may be asked. You can choose another one.
ask-as-before = You let it go further the last time, and that is marked below. You can choose another one.
ask-lit = { $n ->
    [one] One person whom you can reach has a lamp on now.
   *[other] { $n } people whom you can reach have a lamp on now.
}
ask-need = What is it?
need-craving = I am having a craving
need-used = I have used, and it frightens me
need-company = I need company
ask-line = In one line, if you like
ask-line-hint = Up to 200 letters. Empty is fine.
ask-far = Who may be asked
ask-far-hint = What you choose is marked the next time, for you alone. You can ask further later, too.
ask-no-groups = You are in no group yet, so this is everybody here who has a lamp on.
circle-lamps = People in my groups who have a lamp on
circle-lamps-hint = Nobody else.
circle-groups = After two minutes, people in my groups who said they may be asked
circle-groups-hint = Their lamp may be out. They agreed to be asked. Where nobody has a lamp on, they are asked at once.
circle-everyone = After five minutes, everybody here who said they may be asked
circle-everyone-hint = In other groups, too; at once, where nobody nearer can be asked. Never another community.
ask-go = Ask for company
ask-what = They read what it is and your line, without your name. Whoever comes sees your name, and you see theirs. It stays on this server, and all of it is gone within { $hours } hours.

asks-title = Who asks for company
asks-how = Before you come
asks-how-listen = Listen first. You need no answers.
asks-how-medicine = Leave medicine and doses to people who can see them.
asks-how-hand = If it is too much, say so and hand over. That is looking after both of you.
asks-how-danger = Life in danger: say the emergency number first, and stay until help has come.
asks-now = Right now
asks-none = Nobody asks right now.
asks-live = Somebody asks. Show
asks-waits = { $n ->
    [0] Asked a moment ago. Nobody is there yet.
    [one] Asked a minute ago. Nobody is there yet.
   *[other] Asked { $n } minutes ago. Nobody is there yet.
}
asks-there = Somebody is with them. There is a seat for you, too.
asks-silent = Somebody came, and nobody has said a word to them yet. There is a seat for you, too.
asks-come = Come and listen
asks-light = Light your lamp
asks-free = You owe nobody an answer. Not tonight is fine.

room-title = A small room
room-live = Something is new here. Show
room-live-over = This room is closed. Show
room-late = Nobody has answered yet. That is not about you. Your words are still up, and below is what else there is.
room-late-again = Whoever was here has gone, and nobody else has come yet. That is not about you. Your words are still up, and below is what else there is.
room-nobody = Nobody whom this reaches has a lamp on right now. Whoever lights one sees it.
room-asked = { $n ->
    [one] One person can see it now. Nobody is there yet.
   *[other] { $n } people can see it now. Nobody is there yet.
}
room-with-you = { $n ->
    [one] Someone is with you: { $names }.
   *[other] People are with you: { $names }.
}
room-silent = { $n ->
    [one] { $names } came and has not said anything yet.
   *[other] { $names } came and have not said anything yet.
}
room-silent-you = Nobody who listens here has said a word yet, so others can come, too. One word is enough.
room-more = Ask for one more
room-more-asked = { $n ->
    [one] One more person can see it now.
   *[other] { $n } more people can see it now.
}
room-more-nobody = Nobody else whom this reaches has a lamp on right now. Whoever lights one sees it.
room-more-none = Nobody else has come. You can ask for one more.
room-carried = You are asking already, so your line was not sent. It stands here, and you can say it in this room.
room-you-with = You are with { $name }.
room-easing = It is easier now. Nobody has to hurry.
room-is-there = is with you
room-about = About { $name }
room-let-go = I would rather have somebody else
room-others = Here to listen: { $names }.
circle-goes-lamps = It goes to people who have a lamp on.
circle-goes-groups = It goes to people in your groups who have a lamp on, or said they may be asked.
circle-goes-everyone = It goes to everybody here who has a lamp on, or said they may be asked.
room-widens = If nobody comes, it goes further by itself, as you said.
room-quiet = This was asked often today, so no device rings for it any more. It stands where whoever has a lamp on looks, and they can come. If you are not safe, do not wait for it.
room-widen = Ask more people
room-shut = The key that opens these words is not here.
room-said = What was said
room-you = you
room-check = Check for something new
room-ease = It is easier now
room-harder = It is hard again
room-words = Say something
room-say = Say it
room-who = Only the people in this room read it. Hosts do not. All of it goes within a day, at once when you close it.
room-else = What else there is
room-end = When it is enough
room-okay = I am okay for now
room-hand-off = I go on somewhere else
room-end-what = Either one closes this room and deletes every word of it.
room-much = If it is too much
room-much-what = You can ask for another listener, or go. If you were the only one, others are asked at once.
room-cover = Ask for another listener, too
room-leave = I have to go
room-is-going = is with you until somebody else comes
room-hands-over = { $n ->
    [one] One person can see it. You are still here until they come; then this room closes for you.
   *[other] { $n } people can see it. You are still here until one of them comes; then this room closes for you.
}
room-hands-over-nobody = Nobody else whom this reaches has a lamp on right now. Whoever lights one sees it. You can stay until somebody comes, or go: then this room asks anew at once.
room-hands-over-late = Nobody else has come. You can go: then this room asks anew at once. Or ask for another listener once more.
room-hand-over = Hand over to somebody else
room-hand-over-what = You stay until they come. If somebody else listens here already, you can go at once.
room-stay = I can stay after all
room-point = Show the helplines
room-point-what = They see a way to people who are trained for this. You stay, and nothing here ends.
room-point-look = Look at the helplines, by country
room-heavy = There are people to call, too
room-heavy-what = What you said sounds heavy. It stands as you said it, and nobody is told. Whoever is here may stay with you while you call.
room-pointed = A helpline could be there, too
room-pointed-what = Whoever listens here thinks of people who are trained for this and can be reached right now. You choose. This room stays open, and nobody goes because you call.
room-pointed-there = They see the way to the helplines now.

after-title = This room is closed
phase-closed = It is good that you asked.
phase-taken-back = Taken back. Nobody reads it any more.
phase-unanswered = Nobody came. That is not about you.
phase-left = Somebody came and had to go, and nobody else has come since. That is not about you.
phase-handed-off = Good that you go on to where help is.
after-thanks = Thank you for being there.
after-unsent = This was not sent
unsent-title = This is not here any more
after-gone = Every word of it is gone.
after-unanswered = A helpline answers at any hour. You can also ask again, or write something that people find in the morning.
after-again = Ask again
after-you = And you?
after-you-breath = Take ten minutes before you do the next thing.
after-you-carry = What you heard stays there. You do not have to carry it alone, and you do not have to mend it.
after-you-ask = If it was heavy, ask for company yourself. That is what it is for.
after-you-support = Support
after-you-lamp = Your lamp
after-handed-off = Helplines are listed by country, with their hours. Whoever answers there does this every day.
after-page = After listening
after-page-hint = You were there for somebody. And you?
after-stood-by = { $n ->
    [one] You came to one person within a day.
   *[other] You came to { $n } people within a day.
}
after-much = That is a lot. The next one can be somebody else’s.
after-choose = If you like
after-rest = Not tonight any more
after-rest-hint = Nobody asks you for half a day, your hours too. Nobody is told.
after-tomorrow = Ask me tomorrow how I am
after-tomorrow-hint = One line on your first page. What you heard is not written in it.
after-keep = Keep this
after-heavy = If it was heavy
after-heavy-ask = Ask for company yourself
after-heavy-ask-hint = Whoever listens may be listened to
after-heavy-call-hint = They are there for people who listen, too
after-heavy-host = Tell those who look after this place
after-heavy-host-hint = Without a name or a word of the room
after-is-asked = Tomorrow your first page asks how you are.
after-asked = You were there for somebody. How are you today?
after-asked-go = See what there is for you
after-asked-what = It can come back a day later. Below is what there is for you, and none of it has to be used.
after-asked-well = I am all right

lamp-title = Around to listen
lamp-lead = When your lamp is lit, people in your groups who ask for company can reach you.
lamp-not-yet = Those who listen have been here for { $weeks } weeks. Until then, others are here for you.
lamp-not-now = While you are paused somewhere, your lamp stays out. Others can still be here for you.
lamp-lit = { $n ->
    [one] Your lamp is lit for another minute.
   *[other] Your lamp is lit for { $n } more minutes.
}
lamp-duty = Your lamp is lit: these are your hours.
lamp-is-lit = Your lamp is lit
lamp-out = Your lamp is out. Nobody expects it to be lit.
lamp-rests = Not tonight: nobody asks you for now.
lamp-asks = { $n ->
    [one] One person asks for company
   *[other] { $n } people ask for company
}
lamp-reaches-here = An ask reaches you on no device: only among your news, and on a page here that is open.
lamp-reaches-push = An ask reaches your devices at once. While your lamp is lit, at night too.
lamp-reaches-mail = An ask reaches you by e-mail, which may take a while. While your lamp is lit, at night too.
lamp-reaches-both = An ask reaches your devices at once, and you by e-mail. While your lamp is lit, at night too.
lamp-reaches-change = Change this
lamp-how-long = For how long?
lamp-minutes = { $n ->
    [60] One hour
    [120] Two hours
   *[other] { $n } minutes
}
lamp-light = Light my lamp
lamp-light-again = Light it anew
lamp-what = It goes out by itself. No page shows whose lamp is lit, only how many are.
lamp-put-out = Put it out
lamp-tonight = Not tonight
lamp-tonight-what = “Not tonight” holds for half a day, your hours too. Nobody is told.
lamp-hours = When you may be asked
lamp-hours-what = All of it is your choice, and can change any time.
lamp-askable = While my lamp is out, I may be asked by
askable-lamps = Nobody
askable-groups = People in my groups, after two minutes without an answer, or at once where nobody has a lamp on
askable-everyone = Everybody here, after five minutes without an answer, or at once where nobody nearer can be asked
lamp-most = How many people at a time?
lamp-most-n = { $n ->
    [one] One
   *[other] { $n }
}
lamp-a-day = How many people in a day, at most?
lamp-a-day-hint = Counted over 24 hours. After that nobody more asks you, and nobody is told why.
lamp-a-day-n = { $n ->
    [0] As many as ask
    [one] One
   *[other] { $n }
}
lamp-done = You came to as many people in 24 hours as you chose. Nobody more asks you until some of those hours have passed.
lamp-days = My lamp is lit by itself on
lamp-from = From
lamp-to = Until
lamp-keep = Keep this
lamp-when = When people ask
lamp-when-what = By your clock, over the last year, in tens. Hours with fewer than { $least } are left out.
lamp-when-n = { $n } times or more

craving-title = Half an hour with a craving
craving-lead = A craving comes like a wave and goes like one. Ten minutes, then ten more, then ten more. Stop whenever you like.
craving-then = Then choose one thing:
craving-one = The first ten minutes: get through the wave
craving-one-move = Move away from it, to another room, or out of the door if that is safe.
craving-one-breath = Breathe with the light: in slowly, out more slowly.
craving-one-wave = Say where you feel it. Watch it get stronger, and weaker. You do nothing else for now.
craving-one-then = drink a glass of water, hold something cold, or send one line to somebody.
craving-two = The next ten: what is it asking for?
craving-two-hungry = Hungry or thirsty? Eat something warm or sweet.
craving-two-angry = Angry or afraid? Say it aloud, or write it down and leave it there.
craving-two-lonely = Lonely? Be where people are: a call, a page, a bench.
craving-two-tired = Tired? Lie down. You need not sleep.
craving-two-then = do the one that fits best, even if it is small.
craving-three = The last ten: look past tonight
craving-three-reasons = Name two or three reasons of your own. Out loud is good.
craving-three-bookend = Tell somebody what you will do next, and tell them again when you have done it.
craving-one-number = Give it a number from 0 to 10, and keep it in mind.
craving-three-number = And now: which number from 0 to 10?
craving-urge-before = How strong is it now, before?
craving-urge-after = And how strong is it now, after?
craving-mark = Mark it
craving-tell = If you like, a buddy reads one line:
craving-tell-before = Tell { $who } that it begins
craving-tell-after = Tell { $who } that it is over
craving-told = Your line stands on their page now. When they see it, nobody can say.
craving-reasons = What is worth it
craving-reasons-write = Write them into your plan
craving-reasons-yours = From your plan. Read it out loud, if you can.
craving-forward = Play it forward
craving-forward-what = Say it through as if it had happened, not only the first minutes:
craving-forward-hour = the first hour,
craving-forward-night = the night,
craving-forward-noon = tomorrow at noon.
craving-forward-without = Then the same three without it.
craving-bookend = One line before, one after
craving-curve = Urges before and after the half-hours you marked. The list says the same in words.
craving-curve-how = The open dot is before, the full one after. The latest stand on the right. Only you see this.
craving-waves = Half-hours you marked
craving-wave-both = { $before } before, { $after } after
craving-wave-before = { $n } before
craving-wave-after = { $n } after
craving-waves-sealed = Sealed with your plan. Only you read it, and only the latest are kept.
craving-waves-forget = Forget these
craving-three-then = make the next hour easy: a place, a person, or bed.
craving-end = It may come back. Then it goes again. If you used, that changes nothing about being welcome here.

refused-ask-enough = Others are with them already.
refused-ask-just-asked = Others were asked a moment ago, and may be on their way. In two minutes you can ask for another one again.
refused-ask-over = This is over.
refused-ask-left = You are not in this room any more, so nothing was sent.
refused-ask-not-here = This is over, or somebody was quicker. Thank you for wanting to come.
refused-help-first = Help first: these words sound heavy, and there are people to call on the page of helplines. They can be sent as they are with one more press.
refused-ask-not-yet = Nobody is there yet.
refused-ask-underway = You talk already. You can close the room.
refused-ask-unknown = Choose one of the buttons.
refused-lamp-too-new = Those who listen have been here for { $weeks } weeks.
refused-lamp-paused = While you are paused somewhere, your lamp stays out.
refused-lamp-full = You are with as many people as you chose. That is enough.
refused-lamp-day-full = You came to as many people in 24 hours as you chose. That is enough.
refused-lamp-minutes = Choose half an hour, one hour or two.
refused-lamp-hours = Choose a first hour, and another one at which it ends.
refused-lamp-zone = Choose a place from the list, so that the hours are those of your clock.
refused-after-nobody = There is nobody of the last day to look back on.
refused-wave-urge = Choose a number from 0 to 10, or none.
refused-plan-shut = There is a plan here that does not open. Nothing was written over it: say first that it may go, or put it away on the page of your plan.
refused-wave-edge = Say whether it is before or after.

## How asking for company goes, for hosts
company-title = When people ask for company
company-what = Over the last year, in tens. Who asked, and who came, is written nowhere.
company-asked = Asked for company
company-soon = Somebody came within two minutes
company-ten = Somebody came within ten minutes
company-unanswered = Nobody came
company-some = { $n } or more
company-few = Fewer than ten
load-title = How much falls on one listener
load-what = In the latest week in which ten or more listened. What each did is not kept, and nobody is ranked.
load-listeners = People who listened
load-median = Half of them came so often at most
load-most = Nobody came more often than
load-few = In no week did ten or more listen yet.
answers-title = How long a first answer takes
answers-what = Over the last four weeks, in groups that show times; in tens. Who wrote and who answered is not counted.
answers-posts = Posts
answers-two = Without an answer after two hours
answers-twelve = Without an answer after twelve hours
answers-firsts = First posts under a name
answers-soon = Of those, answered within the hour
