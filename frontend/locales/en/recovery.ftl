### How somebody is, and the days they count. Nothing here scores, and no day is ever taken away.

counters-title = Days you count
counters-what = From any day, for anything you like. No day you lived is ever taken off.
counters-none = You count nothing yet. That is fine too.
counters-all = All you count
counter-title = A counter
counter-time = Your time
counter-open = Open
counter-new = New counter
counter-start = Count your days, if that helps
counter-change = Change this counter
counter-change-shows = Change what this shows
counter-setback = Tell of a setback
counter-name = What do you call it?
counter-name-hint = Only if you like. It can stay empty.
counter-began = First day
counter-began-hint = The day it counts from. It can be long ago.
counter-shows = The large number says
shows-days = Days
shows-weeks = Weeks and days
shows-months = Months and days
shows-hours = Days, and the hours of today
shows-run = Days of this run
shows-rings = Nothing. Only the ring
counter-today = Show it on Today
counter-today-hint = As many of your counters as you like, or none. All of them stand under “All you count”.
counter-marks = Days worth a word
counter-marks-hint = On such a day, and for three days after it, Today asks if you would like to tell, once you have checked in or changed a counter within the last three days. We do not write down on which days you are here otherwise. Nobody else is told.
marks-usual = The usual ones
marks-hint-usual = A day, a week, thirty, sixty and ninety days, months, years
marks-steps = Small steps
marks-hint-steps = For using less or more safely: days inside your own plan
marks-beside = For family and friends
marks-hint-beside = Weeks, seasons and years of looking after yourself
marks-coins = As with coins
marks-hint-coins = A day, every month of the first year, then years: as in AA
marks-tags = As with key tags
marks-hint-tags = A day, thirty, sixty and ninety days, six and nine months, years: as in NA
marks-hundreds = Round numbers
marks-hint-hundreds = Thirty, fifty, every hundred days, a thousand, and years
marks-none = None
marks-hint-none = Today never asks
counter-sight = Who sees it
sight-me = Only you
sight-hint-me = Sealed. The people who run this place cannot read it.
sight-profile = Your page here
sight-hint-profile = Whoever is signed in here and looks at your page. They see days and the name, and no setback. It never leaves this community.
zone-label = Where your clock stands
zone-hint = So that your days begin when yours do.

counter-day-one = Day one
counter-days = { $n ->
    [one] 1 day
   *[other] { $n } days
}
counter-weeks = { $n ->
    [one] 1 week
   *[other] { $n } weeks
}
counter-months = { $n ->
    [one] 1 month
   *[other] { $n } months
}
counter-hours = { $n ->
    [one] 1 hour
   *[other] { $n } hours
}
counter-and = { $a } and { $b }
counter-in-all = in all
counter-since = since { $date }
counter-again = since you began again
counter-run = { $n ->
    [0] this run begins today
    [one] 1 day this run
   *[other] { $n } days this run
}
counter-longest = { $n ->
    [one] longest run so far, 1 day
   *[other] longest run so far, { $n } days
}
counter-total = { $n ->
    [one] 1 day in all. It stays.
   *[other] { $n } days in all. They stay.
}
counter-no-numbers = The numbers are put away. The rings go on.
counter-stretches = Your days
counter-stretch = { $days }: { $from } to { $until }
counter-stretch-on = { $days }: since { $from }
counter-seen-me = Only you see this. It is sealed and never leaves this community.
counter-seen-profile = Whoever is signed in here sees the days and the name on your page. Setbacks stay with you.
counter-told = What you told
counter-told-what = Only you read this. Each can be taken back, at any time.
counter-delete = Put this counter away for good
counter-delete-what = Its days and all you told it go, and cannot be brought back.
counter-delete-do = Put it away for good
counter-delete-not = Keep it

rings-said = { $span ->
    [7] { $full ->
        [0] No full ring of a week yet,
        [one] One full ring of a week,
       *[other] { $full } full rings of a week,
    }
    [30] { $full ->
        [one] One full ring of thirty days,
       *[other] { $full } full rings of thirty days,
    }
    [91] { $full ->
        [one] One full ring of a season,
       *[other] { $full } full rings of a season,
    }
    [365] { $full ->
        [one] One full ring of a year,
       *[other] { $full } full rings of a year,
    }
   *[other] { $full ->
        [one] One full ring of { $span } days,
       *[other] { $full } full rings of { $span } days,
    }
} { $part ->
    [0] and the next begins today.
    [one] and 1 day of the next.
   *[other] and { $part } days of the next.
}
rings-knots = { $n ->
    [one] One knot marks a setback; the rings go on around it.
   *[other] { $n } knots mark setbacks; the rings go on around them.
}
rings-alone = Growth rings. The numbers are put away.


checkin-title = Check in
checkin-today = How is today, honestly?
checkin-yesterday = How was yesterday, honestly?
weather-good = Good
weather-okay = Okay
weather-mixed = Mixed
weather-hard = Hard
weather-very-hard = Very hard
checkin-meant = Yesterday you meant to
checkin-went = How did it go?
went-well = As I meant to
went-partly = Partly
went-another = Not this time
checkin-more = A little more, if you like
checkin-urge = How strong is the urge?
checkin-urge-hint = 0 is none, 10 is all there is.
checkin-urge-none = Rather not say
checkin-urge-said = Urge { $n } of 10
checkin-halt = Are you
halt-hungry = Hungry
halt-angry = Angry
halt-lonely = Lonely
halt-tired = Tired
checkin-line = One line
checkin-intention = Today I mean to
checkin-intention-hint = You will be asked about it tomorrow.
checkin-promise = A promise for today, in your own words
checkin-promise-hint = It can be given again tomorrow, with one press.
checkin-promise-yours = Your own words. Tick it if you mean it today.
checkin-back = Looking back on the day
checkin-back-hint = When it is over, or nearly.
checkin-group = Who else reads of it
checkin-group-hint = A group reads the weather and your one line, until tomorrow night. Nothing else, and nobody else.
checkin-group-none = No group
checkin-zone-hint = So that a day is a day of yours. It stays until you choose another, also when you travel.
checkin-go = Check in
checkin-again = Say it anew
checkin-who = Only you, unless you choose a reader. It never leaves this community.
checkin-said = Today:
checkin-heavy = That sounds heavy. Would company help? Neither is fine too.
checkin-means = You mean to
checkin-promised = Your promise:
checkin-meant-then = Meant to
checkin-seen-me = Only you see this.
checkin-seen-group = { $group } reads the weather and your line, until tomorrow night.
checkin-buddy = Does a buddy read the weather and your line?
checkin-buddy-hint = One buddy, for a week, on the page of you two. Nobody else. You can take it back at any time.
checkin-buddy-none = No buddy
checkin-seen-buddy = { $who }, your buddy, reads the weather and your line, for a week.
checkin-see-buddy = See it, or take it back
checkin-see-group = See how others are
checkin-circle = Into the daily circle
checkin-circle-hint = Everybody who is signed in here reads the weather and your line, today and tomorrow. Nothing else.
checkin-seen-circle = The daily circle reads the weather and your line, until tomorrow night.
checkin-see-circle = See the circle
checkin-change = Change it, or look back
checkin-moved = Your words are still here. Sent again they are about today, in place of what you may have said of today.
checkin-change-yesterday = Look back on yesterday, or change what you said
checkin-do-yesterday = Say how yesterday was
checkin-history = How your days were
checkin-history-what = Only you read this. Days without a word are fine.
checkin-history-none = Nothing here yet. Whenever you like.
checkin-trend = Your last four weeks: weather as dots. The list below says the same in words.
checkin-trend-how = Dots are the weather, the sun at the top. Days without a word are left empty.
checkin-urges-title = Urges
checkin-urges = Urges you marked in the last four weeks: from { $least } to { $most }, of 10.
checkin-urges-how = Two days in a row are joined. Days without a mark are left empty, and mean nothing. Only you see this.
checkin-urges-words = The same in words
checkin-delete = Delete this day
checkin-group-title = How people are
checkin-group-what = What people of this group told it today and yesterday. Nobody has to.
checkin-group-empty = Nobody told the group yet. That says nothing of how they are.

daily-title = Today’s circle
daily-what = One line each, if you like. Whoever comes is here; nobody looks for who does not.
daily-host = hosts this week
daily-greets = { $who } greets everybody
daily-hosted = { $who } hosts this week, and has not said anything today yet.
daily-back = The daily circle
daily-unhosted = Nobody hosts this week. The circle is open all the same.
daily-join = Say how you are
daily-change = Change what you said
daily-yesterday = Yesterday’s circle
daily-today = Back to today
daily-lines = How people are
daily-empty = Nobody has said anything yet. That says nothing of how they are.
daily-empty-yesterday = Nobody said anything. That says nothing of how they are.
daily-more = More people
daily-hosting = Hosting
daily-hosting-what = A person hosts for a week: a word at the top each day, as long as it takes. Five minutes are plenty.
daily-greet = A word to everybody today
daily-greet-hint = It stands at the top until tomorrow night. Empty takes it back.
daily-greet-go = Say it
daily-greet-back = Take back what you said
fold-blocked-circle = By somebody you blocked. You look after this community, so you can open it.
daily-next = Who could host next week?
daily-next-hint = Their name here. They are asked once, and may say no without telling anybody.
daily-next-go = Ask them
daily-next-waits = { $who } has been asked, and has not said yet.
daily-next-back = Take it back
daily-next-asked = Somebody has been asked for next week.
daily-next-is = { $who } hosts next week.
daily-next-you = You host next week.
daily-offer-this = I could host this week
daily-offer-next = I could host next week
daily-step-down = Step down
daily-step-down-what = At once, and nobody asks why. The circle stays open.
daily-asks = { $who } asks whether you would host the daily circle.
daily-asks-go = See what it takes
daily-asks-this = { $who } asks whether you would host this week
daily-asks-next = { $who } asks whether you would host next week
daily-takes = A word at the top each day. You may step down at any time.
daily-yes = Yes, gladly
daily-no = Not this time
daily-no-what = A no is told to nobody: for whoever asked it is as if you had not said. You are not asked for the week after.

refused-circle-taken = Somebody has that week already, or has been asked.
refused-circle-yours = You host this week. The next is for somebody else first; from its Monday on it may be you again.
refused-circle-host-only = That is for whoever hosts this week.
refused-circle-not-askable = Nobody of this name can be asked for that week. It may be a rest of theirs. Try another name.
refused-circle-not-asked = You are not asked any more. Somebody took it back, or the week is over.
refused-circle-too-new = Hosting opens after your first days here. Saying how you are is open now.
refused-circle-paused = While you are paused somewhere, you do not host. The circle is open for you all the same.
refused-circle-links = Links open after your first days here, and the circle reads this line. Without the link it can stand there; not ticked, it is yours alone.
refused-circle-waits = Somebody would look at this first, and the circle has no place to wait in. Numbers, addresses and invitations can give somebody away. Without them it can stand there; not ticked, it is yours alone.
refused-circle-greeting-links = Links open after your first days here. Without the link it can stand there.
refused-circle-greeting-waits = Somebody would look at this first, and the circle has no place to wait in. Numbers, addresses and invitations can give somebody away. Without them it can stand there.
refused-circle-unknown = Choose one of these.



refused-counter-day = Choose a day of the calendar.
refused-counter-future = That day is still to come. Choose today, or a day before.
refused-counter-long-ago = That day is too long ago. The first we know is 1 January 1900.
refused-counter-before = That day is before this counter begins. Choose a later one, or change the counter’s first day.
refused-counter-backwards = A new run cannot begin before that day.
refused-counter-zone = Choose a place from the list, so that your days begin when yours do.
refused-counter-choice = Choose one of these.
refused-counters-too-many = That is as many counters as we keep for one person. Put one away first.
refused-counter-after = Choose a number of days, from 1 to 36525.
refused-counter-names-full = That is as many names as one counter holds. Take one away first.
refused-counter-name-waits = Somebody would look at this name first, and your page has no place for it to wait in. Numbers, addresses, links and invitations can give somebody away. Without them others can read it; or choose that only you see it.
refused-counter-full = That is as much as one counter holds. You can start another.
refused-checkin-weather = Choose how the day is. Any of the five is fine.
refused-checkin-urge = Choose a number from 0 to 10, or none.
refused-checkin-early = That day is still to come.
refused-checkin-over = That day can be read, and no longer written.
