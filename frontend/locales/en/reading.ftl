### How somebody likes to read.

reading-title = Reading
reading-lead = Kept in a cookie on this device. Nobody else sees it.
reading-kept = Kept on this device.
reading-theme = Day or night
reading-theme-device = As my device says
reading-theme-day = Day
reading-theme-night = Night
reading-theme-contrast = Strong contrast
reading-size = Text
reading-size-usual = Usual
reading-size-large = Large
reading-size-larger = Larger
reading-plain = Plain letters
reading-plain-hint = Everything in the letters of the buttons, none in the letters of books
reading-language = Language of buttons and pages
reading-language-device = As my browser says
reading-order = Replies
reading-order-oldest = Oldest first
reading-order-newest = Newest first
reading-notes = Show these without folding
reading-notes-hint = Posts with a note are folded until you open them. Tick what you always want open.
reading-muted = Words to fold
reading-muted-hint = One a line. Posts with one of these words are folded too.
reading-save = Keep

refused-muted-too-many = That is more words than this device can keep. Take some out.

reading-device = Another look for this device, and where Leave leads

## What is chosen for one device
device-title = This device
device-lead = Kept in a cookie on this device. It holds when you are signed out, too.
device-look = What this place looks like
device-look-hint = This changes the title of every page, the icon, and the name at the top and on the home screen.
device-look-limits = The words on the page stay as they are, and so does the address. An app that is on the home screen already may keep its name until you add it again.
device-away = Where Leave leads
device-away-usual = The usual place here
device-away-own = A place of my own
device-own = Your own place
device-own-hint = An address that begins with https and would surprise nobody.
device-lock = Lock when I am away
device-lock-hint = After that long, every page asks for your password, six words or passkey. Support and Leave stay open, and what you were writing stays too.
device-lock-never = Never
device-lock-after = { $n ->
    [one] After 1 minute
   *[other] After { $n } minutes
}
device-lock-limits = It covers this site, not the device. It does not help against somebody who watches the screen, knows your password, or put a program on the device. A restart of the server locks it too.

## A session that locked itself
lock-title = Locked
lock-lead = Nobody was here for a while. Show that it’s you, and you are back where you were.
lock-kept = Nobody was here for a while. Your words are still here. Show that it’s you, and send them again.
lock-open = Unlock
lock-out-hint = None of these at hand? Sign out, and come back in with a recovery code.
