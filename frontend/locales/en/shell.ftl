### What stands around every page.

shell-shortcuts = Shortcuts
shell-skip = Skip to the page
shell-leave-fast = Leave this site fast
shell-support = Support
shell-leave = Leave
shell-doors = Main
shell-foot = About this place
foot-about = About
foot-who-sees = Who can see what
foot-access = Accessibility
foot-reading = Language and reading
leave-one = Press Shift twice more to leave.
leave-two = Press Shift once more to leave.

door-today = Today
door-groups = Groups
door-share = Share
door-you = You

tag-alias = alias

## When something was said
when-now = a moment ago
when-minutes = { $n ->
    [one] 1 minute ago
   *[other] { $n } minutes ago
}
when-hours = { $n ->
    [one] 1 hour ago
   *[other] { $n } hours ago
}
when-today = today
when-yesterday = yesterday
when-days = { $n ->
    [one] 1 day ago
   *[other] { $n } days ago
}

date = { $day } { $month } { $year }
date-month = { $month ->
    [1] January
    [2] February
    [3] March
    [4] April
    [5] May
    [6] June
    [7] July
    [8] August
    [9] September
    [10] October
    [11] November
   *[12] December
}
weekday-monday = Monday
weekday-tuesday = Tuesday
weekday-wednesday = Wednesday
weekday-thursday = Thursday
weekday-friday = Friday
weekday-saturday = Saturday
weekday-sunday = Sunday

## Titles stand in tabs and in history: they name the sort of page, never what was written on it or in which group
title-post = A post
title-reply = An answer
title-group = A group
title-group-about = About a group
title-group-leave = Leaving a group
title-group-people = People in a group
title-group-links = Invitation links of a group
title-group-notes = Content notes of a group
title-group-edit = Changing a group
title-person = Somebody here

## What this place can be made to look like
look-weather = Weather
look-list = Reading list
