### Groups: their words, and every no around them.

## How many, and who reads
amount-fewer-than-20 = fewer than 20 people
amount-about = about { $n } people
audience-group = Only { $group }: { $people }, all on { $community }.
audience-community = Anyone signed in on { $community }: { $people }. It stays here.
audience-partners = { $community }, and partner communities once the host links any. We ask them to take back what you take back, and cannot make them.
audience-everyone = The open web: anyone, signed in or not. Copies cannot be called back.

## Every no
refused-group-name-shape = A short name has 2 to 40 small letters, digits and hyphens, such as night-owls.
refused-group-name-taken = That short name is not free. { $suggestion } is.
refused-group-title-taken = A group here has a title like this. A few other words would set yours apart.
refused-group-unchosen = Choose one of these.
refused-group-reach-past-ceiling = Posts cannot start out further than they may travel. Choose a nearer start, or let them travel further.
refused-group-hidden-travels = Nobody may know of this group, so its posts stay inside it. Choose “Only this group”, or let people know of it.
refused-group-elsewhere = Posts cannot be sent there. Choose another group, or leave it open.
refused-group-takes-nobody = This group is closed. It can be read, and takes nobody new.
refused-join-ask-first = People ask before they join this group. A line is enough.
refused-join-by-invitation = This group lets people in by invitation. Somebody who looks after it can give you a link.
refused-last-steward = You are the only steward here. Make somebody else a steward first, then you can go.
refused-not-in-group = Nobody in this group has that name.
refused-ask-gone = They no longer ask to join.
refused-role-unchosen = Choose what they do here.
refused-invitation-ended = This invitation no longer works. Ask the one who sent it for a new one.
refused-invitation-uses = A link lets in 1 to 100 people.
refused-invitation-days = A link works for 1 to 90 days.
refused-invitation-too-many-open = You have many links open. Withdraw one first.
