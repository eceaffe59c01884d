### Plain pages. They say what is so today and promise nothing.

about-title = About this community
about-unwritten = The host has not written this page yet.

how-title = How we talk
how-own = Speak from your own life.
how-advice = Ask before you give advice. Leave medicine to people who can see you.
how-paths = Every path is welcome: meetings, medication, faith, none, your own.
how-stays = What you read here stays here. Nobody is named elsewhere.
how-hard = Put a note on hard things, so people can choose. No one is sent away for a setback.

contact-title = Reach the host
contact-unwritten = The host has not said here how to reach them.
contact-not-urgent = Nobody may read a message right away. If it cannot wait:

privacy-title = What we keep
privacy-lead = This page says what this server does today, in plain words.
privacy-never = What is not here
privacy-never-asked = Nobody asks for your email, phone number or real name.
privacy-never-scripts = No ads, no counting of visits, nothing loaded from other sites. Each page tells your browser to block such things.
privacy-never-logs = This server’s own logs hold no names, no addresses and nothing you wrote.
privacy-kept = What is kept
privacy-name = Your name here
privacy-name-how = The made-up one. It is never given to anybody else, even after you leave.
privacy-words = What you write
privacy-words-how = Posts, replies, reactions and drafts, until you take them back, the day you chose comes, or your group’s time for threads is over.
privacy-key = Your way back in
privacy-key-how = Return words, passwords and codes are kept in a scrambled form that cannot be read back.
privacy-weeks = When you were here
privacy-weeks-how = The week you came in and the last week you were here. Nothing finer.
privacy-devices = Devices you stay signed in on
privacy-devices-how = Signed out { $unused } days after you last used them, and after { $most } days at most.
privacy-shared = Devices you share with others
privacy-shared-how = { $days ->
    [one] Signed out when the browser closes, and after 1 day at most. The device keeps no drafts.
   *[other] Signed out when the browser closes, and after { $days } days at most. The device keeps no drafts.
}
privacy-network = Your network
privacy-network-how = To slow down floods, we count tries from a network for a short time, in memory, under a number that means nothing elsewhere. It is never written down.
privacy-cookies = Cookies
privacy-cookies-how = Up to three, all our own: one keeps you signed in, one remembers how you like to read, one covers the pages for ten minutes after you leave fast.
privacy-who = Who can see it
privacy-who-reach = Each post says who can read it
privacy-who-host = Whoever runs the server can read everything kept on it, closed groups too. Nothing here is locked against them.
privacy-who-partners = This community sends nothing to other communities today.
privacy-who-copies = Anybody who can read your words can copy them. We cannot take a copy back.
privacy-who-backups = Backups may hold your words for a while after you took them back. Ask the host how long.
privacy-not = What this is not
privacy-not-clinic = This is not a clinic and not an emergency service. Rules made for clinics may not cover what you write here.
privacy-ask = Ask the host about your data

who-sees-title = Who can see what you write
who-sees-lead = Each post goes as far as you say, and says so in words. From near to far:
who-sees-group = This group
who-sees-group-more = People in the group you post to, and nobody else.
who-sees-community = This community
who-sees-community-more = Anybody who is signed in here.
who-sees-partners = Partner communities
who-sees-partners-more = Communities our host has linked with. There are none today, so nothing goes there.
who-sees-everyone = The open web
who-sees-everyone-more = Anybody at all, signed in or not. Others can copy it and link to it.
who-sees-also = Good to know
who-sees-ceiling = A group can set how far its posts may go. You can choose nearer, never farther.
who-sees-keepers = People who look after a group are in it, and read what its members read.
who-sees-host = Whoever runs the server can read everything kept on it.
who-sees-copies = Taking a post back removes it here. It does not remove a copy somebody made.

partners-title = Partner communities
partners-none = None yet. What is written here stays on this server.

access-title = Reading this site your way
access-lead = We build to the standard WCAG 2.2, level AA. We have not reached everyone yet.
access-works = What should work
access-works-script = Every page and every form, without script.
access-works-keys = The keyboard alone, and screen readers.
access-works-large = Text at twice its size, on a screen 320 points wide.
access-works-themes = Light, dark and strong contrast, and your device’s own colours.
access-works-still = Nothing moves if your device asks for stillness, and no time runs out while you write.
access-reading = Change how you read
access-not = What we know is missing
access-not-reviewed = Programs check our pages for barriers. Nobody from outside has reviewed them yet.
access-not-people = We have not yet sat down with enough people who use screen readers or switches.
access-not-languages = People write in many languages. We do not translate them.
access-tell = Tell us what gets in your way
