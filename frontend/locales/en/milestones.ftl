### Milestones: what a day is, showing it, a name of its own, and chips that people give.

milestone-days = { $n ->
    [one] Twenty-four hours.
    [7] A week.
    [30] Thirty days.
    [60] Sixty days.
    [90] Ninety days.
   *[other] { $n } days.
}
milestone-months = { $n ->
    [one] A month.
   *[other] { $n } months.
}
milestone-years = { $n ->
    [one] A year.
   *[other] { $n } years.
}
milestone-was = { $what } It was on { $date }.
milestone-thank = Thank someone who helped
milestone-offer = Tell it, or keep it for yourself.
milestone-tell = Tell it
milestone-keep = Keep it mine
milestone-show = Show it to somebody
milestone-show-what = Whoever you choose may give you a chip, with words of their own. They see it for three days. Nothing else of your counter is shown.
milestone-show-group = To a group
milestone-show-buddy = To a buddy
milestone-shown = It is shown there
milestone-take-down = Show it to nobody
milestone-nobody = There is no group and no buddy yet to show it to.
milestone-named = “{ $name }”. { $what }
milestone-with-name = With the name you gave it
milestone-stands-named = { $what } Shown with its name to { $to }.
named-title = Days with a name of your own
named-what = A day that means something to you: the summer without, as long as the last time. It counts from the stretch that goes on, and is told to you alone on its day. Others read the name only where you show it.
named-add = Name a day
named-days = After how many days
named-days-hint = Days of one stretch, as 92.
named-name = What you call it
named-name-hint = Up to 60 letters. It is sealed with your counter.
named-after = { $n ->
    [one] After one day.
   *[other] After { $n } days.
}
named-remove = Take the name away
milestone-stands = { $what } Shown to { $to }.
milestone-under = It goes under your own name, { $name }.
milestone-in-group = Somebody in this group would like you to know how far they came.
milestone-in-group-go = See it
milestones-title = Milestones people show
milestones-what = People of your groups, and buddies, who would like you to know. A chip is yours to give, in your words. Nobody has to.
milestones-none = Nobody shows one right now.
milestones-cut = There are more. These are the latest hundred.
milestone-on = Shown { $day }
chip-give = Give a chip
chip-give-what = Only { $who } reads it, unless they ask somebody to look at it. They may keep it, put it aside or give it back, and you are not told which.
chip-under = It goes under your own name, { $name }.
chip-words = What would you like to say?
chip-words-hint = From you to them. A line is plenty.
chip-go = Give it
chip-given = You gave a chip for this.
chip-waits = Somebody gave you a chip.
chip-waits-go = Read it
chips-title = Chips you were given
chips-what = Given by people, with their own words. Only you see them, unless you tell of one.
chips-none = None here. Milestones you show may bring some, and need not.
chip-by = From { $who }
chip-keep = Keep it
chip-hide = Put it aside
chip-bring = Bring it back
chip-give-back = Give it back
chip-give-back-what = It is gone then. Nobody is told.
chips-aside = Put aside
chip-state-new = New
chip-state-kept = Kept
chip-state-hidden = Put aside
refused-milestone-not-now = There is no milestone to show today. After some quiet days it can be shown once you have checked in. Soon after a setback, nothing is shown.
refused-milestone-whom = Choose a group or a buddy.
refused-chip-already = You gave a chip for this already.
refused-chip-waits = This group would look at these words first, and a chip cannot wait. Other words may do.
refused-chip-looks = For now this group looks first at what you say there, and a chip cannot wait. A word in a thread reaches them too.
refused-chip-new = A chip in a group is for people who have been here for two weeks. A kind word under a post reaches people today.
refused-chip-shielded = Whoever shows this came lately. Chips for them are from people who have been in this group for two weeks.
refused-chip-unknown = Choose one of these.
refused-milestone-name-waits = This group would look at that name first, and a milestone cannot wait. Show it without, or with another name.
