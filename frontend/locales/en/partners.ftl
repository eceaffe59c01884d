### Other communities: whom this one speaks with.

peers-title = Other communities
peers-lead = Posts whose reach is “partner communities” go where you have linked, and nowhere else.
peers-asking = Asking to be partners
peers-asking-hint = Read what they promise, then say yes or no.
peers-partners = Partners
peers-none = None yet.
peers-touch = In touch
peers-touch-hint = They follow a group here, or people here follow one of theirs. Nobody asked to be partners.
peers-others = Asked, refused or ended
peers-ask = Ask a community to be a partner
peers-ask-lead = They see this about us, and decide. Nothing else is sent until both have said yes.
peers-ask-domain = The community’s name on the web
peers-ask-hint = For example calmwater.example. Take it from somebody there whom you know.
peers-ask-do = Send the request
peers-links = Who may speak with us
peers-links-ask = Which communities may speak with this one?
peers-links-closed = None
peers-links-closed-hint = Nothing comes in and nothing goes out. What is on its way waits. Copies that were sent stay where they are.
peers-links-partners = Those you link, one by one
peers-links-partners-hint = You ask, or they ask. Both see what the other promises and say yes first.
peers-links-open = All but those you keep away
peers-links-open-hint = Posts on the open web can be followed and answered from anywhere. Posts for partners still go to partners alone.
peers-never = Kept away
peers-list = Communities you decided about
peers-list-count = { $n ->
    [0] None so far.
    [one] One community.
   *[other] { $n } communities.
}
peers-list-lead = What is decided here covers every name below it, too: calm.example covers a.calm.example.
peers-list-none = You have decided nothing yet.
peers-list-export = Take the list with you (CSV)
peers-list-one = Keep one community away
peers-list-one-hint = Nothing will come from there and nothing will go, from now on. A partner opens its own page instead.
peers-list-one-do = Keep it away
peers-list-import = Use a list from elsewhere
peers-list-text = Paste the list
peers-list-hint = CSV as Mastodon writes it, or one name on each line. You see what it would change first.
peers-list-look = Show me what it would change
peers-plan = What this list would change
peers-plan-lead = Nothing is changed yet. A list makes nothing milder, and decides nothing about partners.
peers-plan-stricter = Would be treated more strictly
peers-plan-same = Treated so already
peers-plan-partners = Partners, left as they are
peers-plan-unread = Lines we could not read
peers-plan-n = { $n ->
    [0] None
    [one] One
   *[other] { $n }
}
peers-plan-media = No pictures from there
peers-plan-apply = { $n ->
    [one] Apply to one community
   *[other] Apply to { $n } communities
}
peers-plan-leave = Leave everything as it is

peer-title = Another community
peer-since = Since { $when }.
peer-state-known = You are not partners.
peer-state-asking = They ask to be partners.
peer-state-asked = You asked. They have not answered yet.
peer-state-partner = You are partners.
peer-state-refused = The request was declined.
peer-state-ended = The partnership ended.
peer-disguised = This name has letters beyond a to z, written in code. Compare it letter by letter with what the other host told you.
peer-paused = Paused: their key has changed
peer-key-hint = Somebody with another key now speaks as this community. Nothing comes in and nothing goes out. Ask their host in another way whether they changed it.
peer-key-was = The key you linked
peer-key-is = The key we see now
peer-key-keep = It is them. Go on with the new key
peer-promises = What they promise
peer-promises-none = They have not said yet.
peer-answer = Your answer
peer-accept-means = If you say yes, groups that face partners can be followed from there, and yours from here. Copies go to their server. We ask them to delete what you delete; we cannot make them.
peer-accept = Yes, be partners
peer-refuse-means = If you say no, they hear that you declined. They can ask again.
peer-refuse = No, not now
peer-groups = What they may follow
peer-groups-ask = Which groups may they follow?
peer-groups-all = Every group that faces partners, also new ones
peer-groups-hint = A group you take away gets no new posts there from now on. Copies that were sent stay.
peer-talk = How letters get there
peer-health = They answer
peer-unknown = Nothing has arrived there yet.
peer-fine = Well. They take what we send.
peer-shaky = Our last letters did not reach them. We try again soon.
peer-silent = No answer since { $when }. We try every few hours.
peer-waiting = On the way to them
peer-letters = { $n ->
    [0] Nothing.
    [one] One letter.
   *[other] { $n } letters.
}
peer-holds = Copies they hold
peer-holds-n = { $n ->
    [0] None that we know of.
    [one] One.
   *[other] { $n }.
}
peer-dead = Given up
peer-dead-hint = They did not take these. They stay here for seven days; requests to delete, for thirty.
peer-kind-create = Something new
peer-kind-update = A change
peer-kind-delete = A request to delete
peer-kind-link = About the partnership
peer-kind-other = Something else
peer-why-unreachable = Nobody answers there.
peer-why-slow = The answer took too long.
peer-why-busy = They asked us to come later.
peer-why-their-fault = Something is wrong on their side.
peer-why-not-verified = They could not tell that it was from us.
peer-why-refused = They do not want it.
peer-why-unsafe = The address is not one we speak to.
peer-why-too-late = It was tried for as long as we try.
peer-retry = Try again now
peer-sees = What would they see?
peer-sees-lead = With what you have decided, they can read this.
peer-sees-nothing = Nothing. The door is shut for them.
peer-sees-groups = Groups they may follow
peer-sees-threads = { $n ->
    [0] no threads they can read
    [one] one thread
   *[other] { $n } threads
}
peer-sees-newest = The newest threads
peer-sees-untitled = A thread without a title
peer-sees-hint = Groups that are hidden from you are not shown here.
peer-stance = What they may do
peer-stance-ask = What may they do here?
peer-allow = What the link allows
peer-allow-hint = Nothing special.
peer-limit = Stay in the background
peer-limit-hint = Only people here who follow them see what comes from there.
peer-hold = Wait for a look
peer-hold-hint = What comes from there waits until somebody who looks after the group lets it through.
peer-block = Stay away
peer-block-hint = Nothing comes in from now on. They are asked first to delete every copy they hold; we go on asking for 30 days. All else on its way is dropped, and a partnership ends. What they do with the copies is theirs.
peer-block-now = If they are to stay away: they hold { $held ->
    [0] no copies that we know of
    [one] one copy
   *[other] { $held } copies
}, and { $waiting ->
    [0] nothing is on its way
    [one] one letter is dropped
   *[other] { $waiting } letters are dropped
}. People who talk across both communities lose the thread.
peer-no-media = No pictures from there
peer-no-media-hint = Addresses of pictures, films and sounds are left out of what comes from there and from groups there; what describes them stays. Those in posts that stand here are taken out within minutes, and do not come back if you take pictures again.
peer-no-media-now = You take no pictures from there: their addresses are left out, and what describes them stays.
peer-comment = Why?
peer-comment-hint = One line for you, and for those you give your list to. Members do not see it.
peer-undo = Take the request back
peer-undo-means = They hear that you no longer ask.
peer-undo-do = Take it back
peer-end = End it
peer-end-means = No new posts go either way. We ask them to delete the copies they hold ({ $held }) and go on asking for 30 days. People here no longer get replies from there. You can ask to be partners again later.
peer-end-do = End the partnership

promise-name = Name
promise-software = Program
promise-limits = Posts for partners
promise-limits-yes = They say: kept among partners.
promise-limits-no = They do not say that they stay among partners. Treat everything as the open web.
promise-remains-label = Deleted words are gone
promise-in-days = within { $days } days
promise-rules = How people talk there
promise-contact = Who runs it
promise-unsaid = Not said.
promise-not-proof = These are their words. We cannot test them.

partners-lead = Posts for partner communities can be read there, and their posts here.
partners-keeps = keeps posts for partners among partners, it says
partners-keeps-not = treat what goes there as the open web
partners-open = What is on the open web can also be followed from other communities.
todo-links = A community waits for you
todo-links-hint = It asks to be a partner, or its key has changed.

refused-peer-domain = Write the name of a community, such as calmwater.example.
refused-peer-own = This is our own name.
refused-peer-closed = Links are closed. Choose who may speak with us first.
refused-peer-blocked = This community is kept away. Change that on its page first.
refused-peer-not-asking = They have no request waiting. They may have taken it back.
refused-peer-choice = Choose one.
refused-peer-list = No line of this list can be read. Nothing was changed.
refused-peer-crowd = Too many communities wait for an answer here. Try again later.

came-title = What came from them
came-lead = The last thirty days. What they sent is not kept after it is done: here are numbers alone.
came-done = Taken in
came-waiting = Waits to be opened
came-n = { $n ->
    [0] Nothing.
    [one] One thing.
   *[other] { $n } things.
}
came-concerns = Concerns they told us
came-concerns-hint = Nothing happens by itself. Look, and decide as you would on a concern from here. They are kept for thirty days.
came-concern-bare = No words with it.
came-without = What had no effect, and why
came-without-none = All of it was taken in.
came-not-theirs = It was not theirs to say.
came-unread = A kind of thing this community does not take.
came-no-place = It is for a group or a post that is not here, or not for them.
came-not-had = What it speaks of could not be fetched.
came-kept-away = It is from people who are to stay away.
came-gone = It had been taken back already.
came-odd = It names too many people, is dated in the future, or goes round in circles.
came-again = It was here already.
came-theirs = Theirs to decide, and done on their side.
came-our-fault = We could not, through a fault of ours.
came-rules = The rules of the group or of this community do not allow it.

# A content note for words that another community marked, without saying why.
far-sensitive = marked as sensitive

far-title = Groups of other communities
far-lead = You read and answer in them from here. Each keeps its own rules and the people who look after it.
far-known = Found here before
far-partners = Partner communities
far-theirs = Groups of { $community }
far-theirs-lead = Those it lists for us. Looking tells it that somebody here looked, and not who.
far-theirs-none = It lists no groups for us. You can still look for one by its address.
far-find = Find a group
far-address = Its address
far-address-hint = For example @night-owls@quiet.example, or the address of its page.
far-find-do = Look
far-private = When somebody here joins, that community learns that somebody here reads along, and not who. What you write there goes there under the name you write with.
far-closed = This community has no links with others yet. Whoever runs it can make them.
far-state-wanted = nobody here is in it yet
far-state-asked = asked; no answer yet
far-state-in = its posts come here
far-state-refused = it said no
far-state-left = nobody here is in it any more
far-group-from = A group of { $community }. Its own people look after it.
far-how-it-stands = Whether its posts come here

refused-far-address = That is not an address of a group. It looks like @night-owls@quiet.example.
refused-far-not-linked = This community has no link with that one. Whoever runs it can ask for one.
refused-far-no-group = There is no group with this address, or it is not open to this community.
refused-far-not-reached = That community does not answer now. Try again in a while.

## Concerns that wait
peer-leaves = What leaves here
peer-comes = What comes in
peer-groups-n = { $n ->
    [0] Nothing
    [one] One group
   *[other] { $n } groups
}
peer-deletes = Asked to let go
peer-deletes-all = Everything asked so far is confirmed.
peer-deletes-n = { $asked ->
    [0] Nothing waits.
    [one] One request waits to be confirmed.
   *[other] { $asked } requests wait to be confirmed.
} { $unheard ->
    [0] { "" }
    [one] One was never confirmed: words may still stand there.
   *[other] { $unheard } were never confirmed: words may still stand there.
}
peer-told-about = Concerns about its people
peer-told-by = Concerns it told us of
peer-told-n = { $n ->
    [0] None waits
    [one] One waits to be looked at
   *[other] { $n } wait to be looked at
}
