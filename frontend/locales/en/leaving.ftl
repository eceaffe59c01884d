### Leaving fast, and what it cannot do. Never promises safety.

cloak-title = New tab
cloak-continue = Continue

leaving-title = Leaving fast
leaving-lead = Leave takes this page off your screen. It does not wipe away that you were here.
leaving-how = How to leave
leaving-how-press = Press Leave, at the top of every page.
leaving-how-shift = Or press the Shift key three times within five seconds, with no other key between.
leaving-how-tab = Or press Tab twice at the start of a page, then Enter.
leaving-does = What it does
leaving-does-away = Your browser goes to { $place }.
leaving-does-cloak = For ten minutes, Back shows an empty page called “New tab”. Press Continue there to come back.
leaving-does-stay = You stay signed in, unless you asked for something else or said that this is not your device. Then you are signed out, and what this site kept on the device is cleared.
leaving-does-titles = Titles in the history say “A post” or “A group”, never what was written or which group it was.
leaving-not = What it does not do
leaving-not-history = Your browser’s history still lists this site and the addresses you opened. The address of a group holds the group’s short name.
leaving-not-synced = Other devices that share your browser’s history may show it too.
leaving-not-network = Your network, router, workplace or school may note which sites you open.
leaving-not-watched = It does not help against somebody who watches the screen, or against a program put on the device to watch it.
leaving-not-tabs = Other tabs with this site stay as they are until you open a page in them.
leaving-more = What else may help
leaving-more-private = Open this site in a private window. It forgets its history when you close it.
leaving-more-clear = Remove this site from your browser’s history yourself.
leaving-more-device = Choose where Leave leads, and another title and icon
leaving-more-lock = Lock this site when you are away
leaving-more-not-mine = On a device that is not yours, tick “This is not my device” when you come in.
leaving-more-sign-out = Be signed out each time you leave
leaving-try = Try it once now, while nothing depends on it.
