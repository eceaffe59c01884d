### A member’s first page of the day.

today-morning = { $day } morning
today-afternoon = { $day } afternoon
today-evening = { $day } evening
today-night = { $day } night
today-greeting = Good to see you,

today-in = You’re in, { $name }.
today-in-words = People who are around can see that somebody new is here. Nothing needs doing: read, say one line, or come back later.
today-in-share = Say something
today-words = Your return words are not kept yet
today-words-why = They are the way back in. There is no email to help you if this device is lost.
today-words-go = See my return words
today-reading = Read it your way
today-reading-why = Day or night, larger letters, words you would rather not meet. It stays on this device.
today-reading-go = Choose how to read
today-later = Not now

today-answers = People who answered you
today-answers-none = Nobody has answered yet. That isn’t about you; it’s early.
today-news-all = All that happened
today-waiting-all = All who wait
today-news = Something new since you last looked.

today-rooms = Your groups
today-suggested = Groups you could look into
today-suggested-none = There is no group open to everybody yet.
today-find-group = Find another
today-room = { $words } · { $when }
today-room-empty = Nothing here yet. A hello would do.
today-room-news = Something new
here-few = A few people are here now
here-ten = About ten people are here now
here-twenty = About twenty people are here now
here-many = Many people are here now
today-search = Search what you may read

today-asking = From somebody you look out for
today-asks = Somebody asks for company right now.
today-asks-go = See who asks
