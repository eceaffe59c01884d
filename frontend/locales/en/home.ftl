### The first page, for somebody who has not come in; the house before it opens; without a network.

home-title = Welcome
home-light = There’s a light on.
home-sentence = People in recovery keep each other company here. Any substance, any path, any day count.
home-write = Write something now
home-no-email = No email, no real name. About a minute.
home-ask = The host says yes before you come in.
home-by-invitation = New people come in by invitation. If somebody gave you a link, open it.
home-closed = No new people come in right now.
home-how-to-ask = How to ask
home-read = Read quietly first
home-been-here = I’ve been here before

home-open-web = Shared with the open web

home-here = What happens here
home-here-people = People read, and write back.
home-here-people-more = They know this from their own lives. They are not staff.
home-here-name = You choose the name.
home-here-name-more = A made-up one. Nobody asks for the other.
home-here-sees = You see who sees.
home-here-sees-more = Who can see what you write
home-here-leave = You can leave in one tap.
home-here-leave-more = What it does and does not hide

setting-up-title = This house is being set up
setting-up-lead = The door is not open yet. Come back a little later.
setting-up-support = Help is open already
setting-up-host = I am the host

offline-title = You’re offline
offline-lead = These still work.
