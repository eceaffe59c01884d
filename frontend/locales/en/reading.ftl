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
reading-discreet = Plain title and icon
reading-discreet-hint = Tabs and history show “{ $word }” instead of the name of this community
reading-save = Keep

refused-muted-too-many = That is more words than this device can keep. Take some out.
