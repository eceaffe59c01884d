### Looking after the community: what hosts read.

host-title = Looking after this place
host-still-shut = The doors are still shut.
host-go-on = Go on with setting up
host-next = What to do next
host-all-well = All is well. There is nothing to do here.
host-health = How the server is
host-pages = What you can change
host-save = Save
host-look = Show me how it looks
host-preview = How it looks
host-preview-hint = Nothing is saved yet. Press Save below when it is right.
host-no-room = The disk is nearly full. People can read, but new words are not taken until there is room.

todo-disk = Make room on the disk
todo-disk-hint = New words are not taken now. People can still read.
todo-ring = Put the key ring back
todo-ring-hint = What it seals stays shut: some passkeys, and aliases. Run “hearthside keys restore”.
todo-helplines = Try the numbers on the Support page
todo-helplines-hint = Somebody may call one tonight. Nobody here has tried every number yet.
todo-waiting = Somebody waits for a first reply
todo-waiting-hint = It has been a day or longer. A short hello is enough.
todo-parked = Some work was given up
todo-parked-hint = The server tried ten times. Look below, then let it try again.
todo-queue = Work is late
todo-queue-hint = The queue is longer than it should be. If this stays, look at the log.
todo-backup = Make a backup
todo-backup-hint = Run “hearthside backup” and keep the copy on another machine.
todo-ring-copy = Make a copy of the key ring
todo-ring-copy-hint = No backup holds it. Run “hearthside keys backup” and keep the copy apart from the backups.
todo-keeper = Find a second person to look after people
todo-keeper-hint = Appoint a keeper under People, so that you can sleep.
todo-asking = Somebody asks to come in
todo-asking-hint = Read what they wrote, and say yes or not now.

health-waiting = Waiting for a first reply
health-waiting-none = Nobody. Every post has an answer.
health-waiting-some = { $n ->
    [one] One post.
   *[other] { $n } posts.
}
health-waiting-today = The oldest is from today.
health-waiting-days = { $n ->
    [one] The oldest has waited a day.
   *[other] The oldest has waited { $n } days.
}
health-queue = Work behind the pages
health-queue-well = Done in time.
health-queue-late = { $n ->
    [one] A minute late.
   *[other] { $n } minutes late.
}
health-disk = Room on the disk
health-disk-well = { $gib } GiB free.
health-disk-full = { $mib } MiB free. That is too little to take new words.
health-disk-unknown = The system does not say.
health-backup = Last backup
health-backup-never = None yet.
health-parked = Work that was given up
health-parked-hint = Each line says what it was and why it stopped. No names are kept here.
health-retry = Try again

host-community = Name and place
host-name = What is it called?
host-name-hint = People see this on every page.
host-sentence = One sentence about it
host-sentence-hint = It stands under the name on the first page.
host-language = Its language
host-country = Its country
host-country-hint = Two letters, such as US or DE. The number for danger to life comes from here.
host-indexed = Search engines may read open-web posts
host-indexed-hint = Off: no page asks to be found.
host-neutral = A neutral name
host-neutral-hint = It stands in the title and under the icon when somebody reads discreetly.
host-leave-url = Where “Leave” leads
host-leave-url-hint = A harmless page, such as an encyclopedia or the weather.
host-leave-more = Other places to choose from
host-leave-more-hint = One address a line, five at most. A member can choose one of these for their device, or a place of their own.

host-entrance = Who may come in
host-doors = Who may come in?
host-doors-open = Anyone
host-doors-open-hint = Whoever finds this place can write at once. Expect visitors you do not know.
host-doors-invitation = By invitation
host-doors-invitation-hint = Members share links. It grows slowly, among people who know somebody.
host-doors-ask = I say yes first
host-doors-ask-hint = People write a line and wait for you. Nobody gets in while you are away.
host-doors-closed = Nobody new for now
host-doors-closed-hint = Members stay, and the first page says that you are full.
host-age = How old must people be?
host-age-hint = 18 is usual. People say so themselves; nobody is asked for papers.
host-keepers = Who looks after people with you?
host-keepers-soon = I will find somebody
host-keepers-soon-hint = When the door opens you get a link for one person. Appoint them once they are here.
host-keepers-quiet = Only me, with quiet hours
host-keepers-quiet-hint = While nobody is on duty, new posts wait for a greeter, and pages say so.

host-words = Your pages
host-words-hint = Write in Markdown. Everybody can read these pages, without an account.
host-about = What this place is
host-how-we-talk = How we talk here
host-contact = How to reach you
host-contact-hint = For people without an account: somebody named here, or somebody locked out.

host-people = People
host-people-asking = Asking to come in
host-people-let-in = Let them in
host-people-not-now = Not now
host-people-here = People here
host-people-find = A name, or how it begins
host-people-search = Search
host-people-none = Nobody here has a name like that.
host-people-more = More people
host-people-weeks = { $n ->
    [0] since this week
    [one] for a week
   *[other] for { $n } weeks
}
host-people-rank = What they do here
host-people-state = Where they stand
host-people-since = Here
host-people-until = until { $day }
host-people-why = Why
host-people-appoint = Ask them to look after people
host-people-rank-choose = What may they do?
host-people-rank-member = Member
host-people-rank-member-hint = Reads, writes and replies.
host-people-rank-keeper = Keeper
host-people-rank-keeper-hint = Also looks after every group.
host-people-rank-host = Host
host-people-rank-host-hint = Also sees these pages and can change everything on them.
host-people-state-open = In
host-people-state-waiting = Waiting for a yes
host-people-state-paused = Paused
host-people-state-closed = Closed
host-people-pause = Pause or close
host-people-pause-hint = Their words stay. They can sign in to read why, and answer you.
host-people-reason = Why?
host-people-reason-hint = One line. They will read it.
host-people-ends = The pause ends on
host-people-ends-hint = Leave it empty to end it yourself. Closing has no end.
host-people-pause-do = Pause
host-people-close-do = Close
host-people-reopen = Let them in again

host-groups = Groups
host-groups-none = There are no groups yet.
host-groups-start = Start a group
host-groups-few = Fewer than 20 people
host-groups-many = { $n } people
host-groups-closed = closed: it can be read, and takes no new posts
host-groups-close = Close
host-groups-reopen = Reopen

host-helplines = Numbers to call
host-helplines-lead = These stand on the Support page, for everybody, also without an account. Try each one yourself now and then.
host-line-country = Country, two letters
host-line-name = Who answers?
host-line-kind = How is it reached?
host-line-call = By voice
host-line-text = By text message
host-line-web = On the web
host-line-emergency = Danger to life
host-line-number = The number, or the https address
host-line-hours = When does somebody answer?
host-line-note = One line more, if it helps
host-line-checked = Tried { $when }
host-line-unchecked = Check this number. Nobody here has tried it yet.
host-line-check = I checked this today
host-line-up = Move up
host-line-edit = Change
host-line-remove = Remove
host-line-add = Add a number

## Setting up
setup-claim = Open a new community
setup-claim-lead = You started the server, so you are its first host. A few questions, one a page; you can stop and come back.
setup-code = The code
setup-code-hint = The server printed it when it started. A new start prints a new one.
setup-your-name = A name for you
setup-your-name-hint = Made up, like everybody’s here. Two plain words work well.
setup-begin = Begin
setup-back = Back
setup-place = Question { $n } of { $all }
setup-continue = Save and go on
setup-change = Change
setup-name = What is this place?
setup-helplines = Numbers to call
setup-helplines-lead = These will stand on the Support page. Call each one before you open, or take it out.
setup-helplines-none = We have no numbers for this country. Add at least one; the doors open only then.
setup-doors = Who may come in?
setup-keepers = Who looks after people with you?
setup-neighbours = Other communities
setup-neighbours-none = None for now
setup-neighbours-none-hint = Nothing leaves this server and nothing comes in. You can begin small and quiet.
setup-neighbours-later = Linking with communities you trust comes in a later version.
setup-groups = Groups to begin with
setup-groups-lead = Tick the rooms you want. You can change everything about them later.
setup-groups-there = Already here:
setup-rules = How we talk here
setup-rules-lead = Five lines are enough. Change them until they sound like you.
setup-rule = Line { $n }
setup-rule-1 = Speak from your own experience.
setup-rule-2 = Ask before you give advice.
setup-rule-3 = What is said here stays here.
setup-rule-4 = No amounts, no sources, no selling.
setup-rule-5 = If somebody is in danger, say so, and use Support.
setup-neutral = Reading in private
setup-check = Look once more
setup-check-lead = All of this can be changed later.
setup-open = Open the door
setup-keeper-link = For somebody to look after people with you

starter-welcome = Welcome
starter-welcome-purpose = Say hello, or read for a while. There is no hurry.
starter-night-owls = Night owls
starter-night-owls-purpose = For the hours when everyone else is asleep.
starter-first-90-days = First 90 days
starter-first-90-days-purpose = For the first three months, and for coming back to them.
starter-wins = Wins
starter-wins-purpose = Good news of every size.
starter-questions = Questions
starter-questions-purpose = Anything you would like to ask people who have been there.
starter-family-and-friends = Family and friends
starter-family-and-friends-purpose = For people who love somebody who drinks, uses or gambles.
starter-reach-group = Only its members can read it.
starter-reach-community = Everybody signed in here can read it.
starter-reach-partners = Linked communities can read it too, once there are any.

refused-country-unknown = Write two letters, such as US or DE.
refused-choose-one = Choose one of these.
refused-leave-url = This needs an address elsewhere that begins with https, such as https://www.example.org/.
refused-age-range = Choose an age from 13 to 99.
refused-setup-code-wrong = That is not the code the server printed last. Look at its terminal once more.
refused-setup-claimed = Somebody has begun to set this place up. If it was you, come back in with your return words.
refused-setup-unfinished = Some questions are still open. Go back and answer them first.
refused-helpline-missing = Keep at least one number to call in your country before you open.
refused-helpline-number = This needs a number a phone can dial, or an address that begins with https.
refused-helpline-last = This is the last number for your country. Add another before you remove it.
refused-not-yourself = This is you. Leaving is under You.
refused-takes-two = Somebody is worried about them, and that still waits to be looked at. Two of you decide this: tell of them under their name, choose it on that page, and a second host puts the same.
refused-pause-in-the-past = Choose a day after today.
refused-day-unknown = Write a day such as 2026-12-24.
