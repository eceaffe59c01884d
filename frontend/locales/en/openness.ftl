### What those who look after the community did, counted for everybody.

did-title = What we did
did-lead = What people told those who look after this community, and what these decided, month by month.
did-promise = What we promise
did-promise-look = We look at what you tell us. What nobody of a group decided within { $hours } hours goes to the hosts.
did-promise-reason = Whoever a decision meets reads why, and until when.
did-promise-answer = They can answer, and are answered within { $days } days: by somebody who did not decide, if there is anybody else.
did-none = Nothing can be told yet. Of the twelve months before this one, there is none in which one kind of thing happened { $least } times; it may have happened less often, or not at all.
did-month = { $month } { $year }
did-told = What people told us about
did-done = What we decided
did-why = Why, where it was about a whole community
did-why-list = It stood in a list we took over
did-answers = Answers to decisions
did-answered = Somebody answered a decision
did-taken-back = It was taken back then
did-pace-nearly = Nearly all that people told us was decided by the day after.
did-pace-most = More than half of what people told us was decided by the day after.
did-pace-fewer = Less than half of what people told us was decided by the day after.
did-how = No names, no places and no words. Whatever is not listed happened fewer than { $least } times in a month, or not at all: small numbers stay hidden, so that they point to nobody.
did-readers = Who may read this page?
did-readers-everyone = Everybody who comes by
did-readers-members = Members alone
refused-openness-unchosen = Choose one of the two.
