### Groups: their words, and every no around them.

## How many, and who reads
amount-fewer-than-20 = fewer than 20 people
amount-about = about { $n } people
audience-group = Only { $group }: { $people }, all on { $community }.
audience-community = Anyone signed in on { $community }: { $people }. It stays here.
audience-partners = { $community }, and partner communities once the host links any. We ask them to take back what you take back, and cannot make them.
audience-everyone = The open web: anyone, signed in or not. Copies cannot be called back.

## The list of groups
groups-mine = Your groups
groups-mine-empty = You are in no group yet. Any of these below would be glad of you.
groups-asked = You asked to join
groups-others = Groups you could join
groups-others-empty = You are in every group there is. You can start one.
groups-open = Groups here
groups-open-empty = The groups here are for members. Come in, and you will see them.
groups-none-of-pathway = No group here goes this way yet.
groups-filter = Way of recovering
groups-filter-all = All groups
groups-filter-show = Show
group-home = home group
group-closed-tag = closed
group-alive = Somebody wrote this week.
group-unwritten = Nobody has written yet. A hello would do.

## About a group
group-travels = Where posts here can travel
group-keepers = Who looks after it
group-keepers-hosts = The hosts look after this group.
group-size = How many are in it
group-times-shown = Posts show the day and the time.
group-times-hidden = Posts show the day alone, so nobody can match hours.
group-look-after = Look after this group
group-people = People
group-invitations = Invitation links
group-closed-means = This group is closed. It can be read, and takes no new posts.
group-takes-nobody = This group takes nobody new.
role-member = member
role-moderator = moderator
role-steward = steward

## Your place in it
group-come-in = Members of this community can join. No email, no real name.
group-come-in-hello = Come in
group-come-in-back = I have been here before
group-is-in = You are in this group.
group-is-home = This is your home group.
group-is-unlisted = You are left out of its list of people.
group-home-yes = Make it my home group
group-home-no = No longer my home group
group-unlisted-yes = Leave me out of the list
group-unlisted-no = Put me on the list
group-join = Join
group-ask = Ask to join
group-ask-words = A line for those who look after it
group-ask-hint = What brings you here? You can leave this empty.
group-asked = You asked to join on { $day }. Somebody who looks after the group will answer.
group-withdraw = Take the ask back
group-not-now = Not now, said those who look after it. You can ask again another day.
group-not-now-hide = Put this out of sight
group-by-invitation = People come into this group by a link from somebody who looks after it.
group-leave = Leave this group
group-leave-title = Leave { $group }
group-leave-means = Your posts stay where they are, unless you take them back. You can come back the way you came.
group-leave-last = You are the only steward here. Somebody else needs to be one before you go. Or you can close the group.
group-leave-hand-over = Choose somebody
group-stay = Stay

## People
group-people-here = Who is here
group-people-unlisted = not on the list
group-people-more = More people
group-people-pages = More people
group-asking = Who asks to join
group-asking-none = Nobody is waiting.
group-asking-since = Asked on { $day }
group-answer-words = A sentence with “Not now”
group-answer-hint = They see it with the answer. You can leave it empty.
group-let-in = Let in
group-answer-not-now = Not now
group-role-of = What { $name } does here
group-role-save = Save

## Starting a group, in four questions
group-new = Start a group
group-new-lead = Four questions. You can change every answer later.
group-q-who = 1. Who is it for?
group-title = What is it called?
group-title-hint = A few plain words, up to 60 letters.
group-purpose = Who is it for, and what for?
group-purpose-hint = One or two sentences. Everyone who may know of the group reads them.
group-pathways = Ways of recovering
group-topics = What people here recover from
group-tags-open = choose
group-tags-shut = fold away
group-q-speak = 2. How do people speak there?
group-values = What matters here
group-values-hint = A few lines, or none.
group-rules = How we talk here
group-rules-hint = Five lines are plenty.
group-advice = Advice
choice-advice-own-experience = No advice
choice-advice-own-experience-means = People speak from their own experience.
choice-advice-when-asked = Advice when it is asked for
choice-advice-when-asked-means = People share ideas when the writer asks for them.
choice-advice-welcome = Advice is welcome
choice-advice-welcome-means = People share ideas at any time.
group-q-in = 3. Who may come in, and who may know of it?
group-joining = How do people come in?
choice-joining-open = Anyone here can join
choice-joining-open-means = One press, and they are in.
choice-joining-ask = People ask first
choice-joining-ask-means = Those who look after the group say yes or not now.
choice-joining-invitation = By invitation
choice-joining-invitation-means = People come in by a link you hand out. Links end.
group-listed = Who may know of it?
choice-listed-group = Nobody but its members
choice-listed-group-means = For everybody else, the group is not there. Its posts stay inside, and people come in by a link.
choice-listed-community = Anyone signed in on { $community }
choice-listed-community-means = They see its name, who it is for, and who looks after it.
choice-listed-everyone = Everyone
choice-listed-everyone-means = Visitors see its name, who it is for, and who looks after it.
group-q-far = 4. How far may its posts travel?
group-ceiling = At the most
choice-ceiling-group = Only this group
choice-ceiling-group-means = Members of the group read them. They never leave { $community }.
choice-ceiling-community = Anyone signed in on { $community }
choice-ceiling-community-means = Writers may let the whole community read. Posts never leave { $community }.
choice-ceiling-partners = Partner communities
choice-ceiling-partners-means = Writers may let communities read that the host has linked. While none is linked, posts stay on { $community }. Copies elsewhere cannot be called back for certain.
choice-ceiling-everyone = The open web
choice-ceiling-everyone-means = Writers may let anyone read, signed in or not. Copies cannot be called back.
group-reach = Where a post starts out
choice-reach-group = Only this group
choice-reach-group-means = Unless its writer chooses to go further.
choice-reach-community = Anyone signed in on { $community }
choice-reach-community-means = Unless its writer chooses to stay nearer, or go further.
choice-reach-partners = Partner communities
choice-reach-partners-means = Unless its writer chooses to stay nearer, or go further.
choice-reach-everyone = The open web
choice-reach-everyone-means = Unless its writer chooses to stay nearer.
group-aliases = Aliases and times
choice-aliases-off = No aliases
choice-aliases-off-means = Posts show the day and the time.
choice-aliases-first-look = Aliases, after a first look
choice-aliases-first-look-means = An alias’s first words wait until you let them through. Posts show the day alone, and times kept so far are deleted.
choice-aliases-allowed = Aliases
choice-aliases-allowed-means = First words with links or ways to reach somebody wait for a look. Posts show the day alone, and times kept so far are deleted.
group-times = Times
group-q-address = Its address
group-name = Short name
group-name-hint = It follows /g/ in the address, such as night-owls. Leave it empty, and the title makes one.
group-new-steward = You look after the group as its steward. You can make others stewards or moderators.
group-start = Start the group

choice-travels-group = Posts here stay in this group. They never leave { $community }.
choice-travels-community = Posts here can be read by anyone signed in on { $community }, if their writers let them. They never leave it.
choice-travels-partners = Posts here can travel to partner communities, if their writers let them and the host has linked any.
choice-travels-everyone = Posts here can travel to the open web, if their writers let them.
choice-starts-group = They start out in this group.
choice-starts-community = They start out for anyone signed in here.
choice-starts-partners = They start out for partner communities, too.
choice-starts-everyone = They start out on the open web.

## Changing a group
group-edit = Change this group
group-edit-narrows = If posts may travel less far than before, those that went further come back on this server. Copies elsewhere cannot be called back for certain.
group-save = Save
group-close = Close this group
group-close-means = It can still be read. Nobody posts, and nobody new comes in. You can open it again.
group-reopen = Open this group again
group-reopen-means = People can post and come in again.
group-notes = Content notes
group-notes-lead = What happens here to posts that touch on these. Readers can choose for themselves, too.
group-notes-rule = What happens
group-notes-to = for “not here”, send to
group-notes-nowhere = no group
choice-rule-allow = Stands open
choice-rule-fold = Folded
choice-rule-require = Must be labelled, folded
choice-rule-elsewhere = Not here

## Invitation links
invitations-title = Invitation links
invitations-lead = A link lets somebody into this community. Hand it to people you know.
invitations-group-lead = A link lets somebody straight into this group, and into the community if they are new.
invitations-label = What is it for?
invitations-label-hint = Only those who see this list read it. Leave real names out.
invitations-uses = How many people may come in by it?
invitations-days = For how many days?
invitations-make = Make a link
invitations-open = Links that work
invitations-open-none = No link is open.
invitations-unnamed = A link
invitations-left = { $n ->
    [one] One more person can come in by it.
   *[other] { $n } more people can come in by it.
}
invitations-withdraw = Withdraw
invited-title = An invitation
invited-group = You are invited to { $group }
invited-community = You are invited to { $community }
invited-until = It works until { $day }.
invited-copy = Copy
invited-copied = Copied
invited-all = All links
invited-come-in = Come in
invited-join = Join this group
invited-in = You are in this group already.
invited-open = Open the group
invited-here = You are here already. This link is for somebody new.
invitation-ended-title = This link has ended

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
