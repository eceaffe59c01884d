### Looking after the whole community as a turn: whose it is, whose it was, and what is handed over.

title-terms = Who looks after this place
terms-title = Who looks after this place
terms-lead = Looking after the whole community is a turn, not a title. It has an end, and somebody else takes it up.
terms-you = you
terms-rank-member = member
terms-rank-keeper = keeper
terms-rank-host = host
terms-longer = A term ends by itself. A week before, whoever carries it is told. Only a host makes it longer.
terms-words-hint = Up to 4,000 letters, as Markdown. Keepers and hosts can read and change them, and nobody else.
terms-past = Who carried it before
terms-past-what = Kept for two years, for keepers and hosts alone.
terms-past-none = Nobody so far.
terms-gone = Somebody who is gone
terms-from-to = { $from } to { $to }
news-term-ends = Your term as a keeper of this place ends within a week. There is time to hand over.
news-term-over = Your term as a keeper of this place is over. Thank you for what you carried.
host-people-turn = How long, for a keeper
host-people-turn-usual = As it is; for somebody new, twenty-six weeks
host-people-turn-hint = It ends by itself on its day, and they are told a week before. Choose again to make it longer.
host-people-term = Their term
