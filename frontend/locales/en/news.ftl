### What happened for somebody.

news-title = What happened for you
news-new = New:
news-empty = All quiet.
news-answer = See who waits for a reply
news-seen = I have seen these
news-somebody = Somebody
news-and-others = { $name } and others
news-reply = { $who } answered you
news-reaction = { $who } left you a kind word
news-let-in = You are in { $group } now
news-asked = { $who } asks to join { $group }
news-held = Something waits for a look in { $group }
news-role = Your part in { $group } has changed
news-turn-ends = Your turn in { $group } ends within a week
news-turn-over = Your turn in { $group } is over. Thank you for carrying it
news-arrival = { $who } asks to come in
news-standing = There is news about your account
news-concern = Something waits to be looked at in { $group }
news-concern-house = Something waits to be looked at
news-decision = There is word for you from the people who look after { $group }
news-decision-house = There is word for you from the people who look after this community
news-company = Somebody asks for company
news-with-you = Somebody came, as you asked
news-mail-over = Mails to the address you gave do not arrive. It is forgotten, and no more are sent
news-buddy = { $who }, your buddy, sends you a caring note
