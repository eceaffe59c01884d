### Being there for somebody: ways that each lead to a place. Nothing here is owed, and nothing is ranked.

give-title = Be there for someone
give-hint = Say hello, answer, listen
give-lead = A line is enough. You owe nobody anything, and you may stop at any time.
give-enough = That is plenty for today. Rest is a part of this too.
give-greet = Say hello to somebody new
give-greet-what = They wrote for the first time not long ago, and nobody has answered yet.
give-greet-go = Say hello
give-greet-none = Nobody new is waiting right now.
give-answer = Answer whoever waits
give-answer-what = Nobody has answered this yet. If you do not know how to begin, there are openings to choose from.
give-answer-go = Answer
give-answer-none = Nobody else is waiting right now.
give-listen = Listen for a while
give-listen-what = Light your lamp for half an hour, an hour or two. You say how many people at a time.
give-listen-lit = Your lamp is lit.
give-listen-not-yet = Your lamp stays out for now. Everything else here is open to you.
give-listen-why = See why
give-line = A caring note
give-line-what = One press, and your buddy reads a kind line.
give-line-none = You have no buddy yet. Ask somebody you have talked with.
give-beside = People you stood beside
give-beside-look = Look at this week
give-beside-none = Nobody this week, as far as this place can tell. Being here counts too.
give-beside-people = { $n ->
    [one] One person in the last seven days.
   *[other] { $n } people in the last seven days.
}
give-beside-new = { $n ->
    [one] One who had only come in
   *[other] { $n } who had only come in
}
give-beside-hard = { $n ->
    [one] One on a hard day
   *[other] { $n } on a hard day
}
give-beside-other = { $n ->
    [one] One with something else to say
   *[other] { $n } with something else to say
}
give-beside-noted = { $n ->
    [one] One buddy who got a caring note
   *[other] { $n } buddies who got a caring note
}
give-beside-what = Only you see this. It is counted when you look and kept nowhere, and it leaves out what an alias of yours said.
