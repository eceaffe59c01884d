### Coming in, coming back, and everything about one's own account.

identity-back = Back
identity-save = Save
identity-copy = Copy
identity-copied = Copied
identity-print = Print

## Coming in
hello-title = Say hello
hello-slow = Still sending
hello-trap = Leave this empty
hello-name = Your name here
hello-name-hint = Made up for you. Keep it, change it, or ask for another.
hello-another = Another
hello-body = What’s going on?
hello-body-hint = One line is enough. You can also leave it empty and come in.
hello-kind = Which is closest?
hello-goes-to = Goes to { $group }.
hello-reach-group = Only people in that group see it.
hello-reach-community = It stays on { $community }.
hello-reach-partners = People here and in partner communities can see it.
hello-reach-everyone = Anyone on the web can read it.
hello-agrees = I’m { $age } or over, and I’ll be kind.
hello-how-we-talk = How we talk here
hello-application = What brings you here?
hello-application-hint = The hosts read this and nobody else. A line or two is enough.
hello-come-in = Come in
hello-ask = Ask to come in
hello-next = Next page: six words that let you back in. No email needed.
hello-peers = People here are peers. They are not doctors, and nobody is on call.
hello-been-here = I’ve been here before

shut-title = Not open to newcomers right now
shut-invitation = People come in here by invitation. A link from somebody inside opens this page.
shut-closed = Nobody new can come in for now.
shut-how-to-ask = You can ask the hosts. They read what you send, and you need no account for it.
shut-contact = Write to the hosts
shut-support = Numbers to call are open to everybody.

refused-not-agreed = Tick this box if it is true. It is all we ask.
refused-doors-closed = Nobody new can come in for now.
refused-invitation-needed = People come in here by invitation.
refused-arrival-sent-before = This form was sent before. Come back in with the six words you got then.
refused-last-host = This is the last host. Make somebody else a host first.
refused-nowhere-to-say = There is no group for first words yet. Leave this empty to come in.

## Return words
words-title = Six words let you back in
words-lead = There is no email to fall back on. These words are your key.
words-only-way = Whoever has all six can come in as you.
words-where = Paper works. So does a note you would not show to others.
words-once = We can’t show them again. You can always make new ones.
words-kept = I’ve kept them
words-later = Later
words-gone = Your words were shown once. We keep nothing we could show again.
words-new = Make new words
words-new-hint = The old ones stop working.
words-go-on = Go on
arrived-title = You’re in, and your words are up
arrived-lead = Keep these six words first. They let you back in, and there is no email to fall back on.

## Coming back
back-in-title = Come back in
back-in-lead = Good to see you.
back-in-go = Come back in
back-in-shared = This is not my device
back-in-shared-hint = We sign you out when the browser closes, or when you are away for { $minutes } minutes, and keep nothing on it.
back-in-passkey = Use a passkey
back-in-by-password = With a name and a password
back-in-by-code = With a recovery code
back-in-lost = Nothing left to come in with? Nobody can open your old name, and that keeps it safe.
back-in-new = Come in with a new one
passkey-fault = The passkey did not come through. You can try again, or come in another way.

ways-words = Your six words
ways-words-hint = In their order, with spaces between. The first four letters of each are enough.
ways-name = Your name here
ways-password = Your password
ways-code = A recovery code
ways-code-hint = It works once. You get new return words right after.

refused-back-in-unknown = That does not open the door. Look at the letters and their order, then try again.

proof-title = Show us it’s you
proof-lead = This part could lock you out, so we ask once more. Then it stays open for ten minutes.
proof-go = Go on
refused-prove-first = It has been a while. Go to Safety, show us it’s you, and then send this again.

again-lead = Your words are still here. Come back in and send them.
again-or-password = Or a name and its password:
again-title = Your words are still here
again-back = You’re back. Send them when you like.

## Where an account stands
status-title = Where your account stands
status-waiting = You asked to come in. A host reads it and says yes or no.
status-waiting-next = There is nothing you have to do. Come back in with your six words and this page tells you.
status-paused = Your account is paused. You can’t read or post here for now.
status-closed = Your account is closed.
status-open = Your account is open. Everything works.
status-who = Decided by
status-hosts = The hosts
status-why = Why
status-no-reason = No reason was written down. You can ask.
status-until = Until
status-no-end = No end is set.
status-answer = You can answer. Write to the hosts and say how you see it.
status-care = If the people who look after things write to you, you find it here, and you can answer.

## You
you-profile = See what others see
you-words = Keep your six words
you-tried = Somebody tried ten times or more today to come in with your name. They did not get in.
you-tried-safety = A passkey makes your way in safer
you-words-hint = They are the way back in.
you-names = Name and face
you-names-hint = What others see of you
you-reading = Reading
you-reading-hint = Light or dark, size of letters, content notes
you-safety-hint = Ways back in, devices, leaving fast
you-data-hint = What is kept, and how to end it
you-host = Host
you-sign-out = Sign out

names-name-hint = Your old name stays taken, so nobody can pose as you. Nothing says it was yours.
names-about = About you
names-about-hint = As much or as little as you like. Leave out what could show who you are elsewhere.
names-new-face = Draw another face
names-new-face-hint = Others see the new one at once.

safety-title = Safety
safety-ways = Ways back in
safety-words = Six return words
safety-words-hint = New ones replace the old.
safety-password = Password
safety-password-set = Set
safety-not-set = Not set
safety-passkeys = Passkeys
safety-passkeys-set = { $n ->
    [one] One passkey
   *[other] { $n } passkeys
}
safety-codes = Recovery codes
safety-codes-left = { $n ->
    [one] One code left
   *[other] { $n } codes left
}
safety-devices = Devices
safety-devices-hint = Where you are signed in. We keep the week, never the hour or the place.
device-unnamed = A device
device-this = this one
device-shared = shared
device-this-week = Here this week
device-weeks = { $n ->
    [one] Last here a week ago
   *[other] Last here { $n } weeks ago
}
device-label = A name for this device
device-out = Sign out
device-others-out = Sign out all others
device-all-out = Sign out everywhere
safety-kind-words = Kind words and other communities
safety-kind-words-travel = My kind words may travel
safety-kind-words-hint = They then go as far as the thread they stand under, with your name. Kind words of an alias never do.
safety-leaving = Leaving fast
safety-leaving-signs-out = Leaving also signs me out
safety-leaving-hint = You then need your six words to come back.
safety-leaving-more = What leaving can and can’t do

password-title = Password
password-new = A new password
password-hint = 12 letters or more. Three or four words that have nothing to do with each other work well.
password-again = The same again
password-others = Sign out my other devices
password-save = Set password
password-remove = Remove the password
password-remove-hint = Your six words still let you in.
refused-password-not-alike = These two differ. Type the same twice.

passkeys-title = Passkeys
passkeys-lead = The lock of your own device lets you in. There is nothing to remember.
passkeys-seen = Your device lists it under this community’s address and your name here. If it syncs, so does that.
passkeys-label = A name for it
passkeys-label-hint = Only you see this.
passkeys-add = Add a passkey
passkeys-need-script = Your browser needs script for this. Your six words work without.
passkeys-not-offered = Passkeys need an address with a name. This server has a number for now.
passkeys-unnamed = A passkey
passkeys-remove = Remove
refused-passkey-not-through = The passkey did not come through. Try again, or leave it.
refused-passkey-sealed = This passkey is right, and this browser gave no key for it. Come in with your words here, or use the browser where you made it.
refused-passkey-not-offered = Passkeys are not offered at this address.
refused-passkey-label-length = A name for a passkey has at most 40 letters.

codes-title = Recovery codes
codes-lead = Ten codes for the day your words are gone. Each works once.
codes-none = You have none yet.
codes-make = Make ten codes
codes-make-hint = The old ones stop working.
codes-shown = Keep these somewhere else than your words. We can’t show them again.

## What is kept, and going
data-title = What we hold
data-held = This is what this community keeps of { $name }:
data-account = Your name, your face, what you wrote about yourself, and how you come back in. Words, codes and passwords are kept so that we can check them and not read them.
data-week = The week you came in and the week you were last here. No times, no addresses, no list of what you read. If you asked a buddy to notice, for how many days you have been quiet, sealed.
data-written = What you wrote, your groups, your drafts and the kind words you gave.
data-recovery = Your counters and check-ins. They are sealed: they open while you are signed in, and neither for the people who run this place nor for whoever steals a copy. What you chose to show is readable.
data-muted = Whom you blocked and what you hear less of. Words you muted are sealed likewise: nobody who runs this place reads them.
data-not = No email, no phone number, no real name.

delete-title = Close this account
delete-lead = Your account will be gone, and the name { $name } with it. Nobody gets that name again. Once it is gone, there is no way back.
delete-words = What happens to what you wrote?
delete-words-back = Take it all back
delete-words-back-hint = It disappears here. Answers by others stay.
delete-words-leave = Leave it
delete-words-leave-hint = It stays under “a former member”, without your name or your face, for those it helped.
delete-copies = Copies in backups are gone when the backups are. What others copied is out of our hands.
delete-go = Close it for good
delete-stay = Keep it

person-change = Change
person-written = Written here
safety-device = Looks, Leave and lock
safety-device-hint = Another title and icon, where Leave leads, and a lock when you are away
