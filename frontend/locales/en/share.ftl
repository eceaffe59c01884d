### Writing: the form, who can see it, content notes, drafts, replies.

share-back = Back to { $group }
share-group = Which group?
share-kind = What kind of post is it?
share-more-kinds = More kinds
share-body = Your words
share-body-hint = As short as you like. Speak from your own experience.
share-setback = Coming back is the hard part, and you’ve done it. Nothing you built is gone.
share-title-field = A title, if you like
share-title-hint = Without one, your first line stands in for it.
share-ask = What would help?
share-ask-hint = People see this before they answer.
share-ask-none = I’d rather not say
share-reach = Who can see it?
share-send = Share it
share-check = Check it first
share-keep = Keep as a draft
share-drafts = You have words you kept:
share-no-groups = Words here go to a group. You are not in one yet.
share-find-group = Find a group
share-support = If tonight feels dangerous, someone can be with you now. Your words stay up either way.
share-support-link = Open Support
share-support-emergency = Life in danger: call { $number }.

## The plain sentence
share-people = { $people } in { $group }
share-people-far = Everyone in { $group }
share-summary = { $people }{ $reach } will see this from { $as }{ $note }. { $stays }
share-with-note = {" "}with a note about { $note }
share-stays = It stays on { $home }.
share-copies-partners = Copies on other communities cannot be called back with certainty.
share-copies-everyone = Anyone can keep a copy.

## Who can see it
reach-group = Only { $group }
reach-group-hint = { $people }, all on { $home }
reach-community = Everyone on { $home }
reach-community-hint = Everyone who signs in here
reach-community-adds = {" "}and everyone else on { $home }
reach-partners = { $home } and partner communities
reach-partners-hint = Copies go to communities the host has linked. We ask them to delete when you do; we cannot make them.
reach-partners-adds = {" "}and everyone on { $home } and its partner communities
reach-shown-hint = Treat this as the open web: { $partner } shows it to visitors.
reach-shown-adds = {" "}and anyone who visits { $partner }
reach-far = { $group }, and where it goes from there
reach-far-hint = It goes to that community, and to those it has linked. We ask them to delete when you do; we cannot make them.
reach-far-adds = {" "}and in the communities it is linked with
reach-read-far = People in { $group }, and in communities it is linked with, can read this.
reach-everyone = The open web
reach-everyone-hint = Anyone, search engines, and any connected server
reach-everyone-adds = {" "}and anyone on the open web
reach-read-group = Only { $group } can read this: { $people }.
reach-read-community = Everyone who signs in on { $home } can read this. It stays here.
reach-read-partners = People on { $home } and its partner communities can read this.
reach-read-shown = People on { $home } and its partner communities can read this, and anyone who visits { $partner }.
reach-read-everyone = Anyone on the open web can read this.

## Check your answers
check-title = Look once more
check-edit = Change something

## Content notes
notes-legend = Content notes
notes-hint = So people can choose when to read. It stays one tap away.
notes-asked = This group asks for a note where one fits, so people can choose when to read.
notes-none = None of these
notes-more = More notes
notes-own = In your own words
notes-move = Take my words to { $group }

## Drafts on the device
draft-offer = You have words from { $when }.
draft-use = Go on with them
draft-drop = Let them go
draft-kept = Draft kept on this device only

## Changing and taking back
edit-title = Change your words
edit-hint = People see that it was changed. You and those who look after the group can read how it was.
edit-save = Save
edit-reach-hint = You can make it narrower, not wider.
edit-reach-copies = Copies already sent cannot be called back; we ask others to delete them.
take-back-title = Take it back?
take-back-what = Your words are deleted here, with every earlier version. Whoever could read them sees that you took them back.
take-back-elsewhere = Communities that were given your words
take-back-asked = We ask each of them to delete its copy, for 30 days. What they do with it, and with whom they shared it, is theirs. Under your own name, you can see who has not confirmed:
take-back-keep = Leave it up
history-title = How it was before
history-who = The writer and those who look after the group see this.
history-none = It has not been changed.
history-until = Until { $when }

## Replies
reply-hint = Say something kind or true. Short is fine.
reply-starters = Not sure how to begin?
reply-starter-glad = I am glad you told us.
reply-starter-been = I have been somewhere near that.
reply-starter-hear = I hear how hard this is.
reply-starter-thanks = Thank you for saying it out loud.
reply-starter-near = You are not alone with this.
reply-send = Send reply
reply-answer = Reply
reply-answer-to = to { $name }
reply-to = to { $name }
reply-to-title = Reply to { $name }
reply-by = Reply by { $name }
reply-taken-back = The writer took this back, or its time was over.
replybar-hint = Say something kind or true

refused-kind-missing = Choose what kind of post it is.
refused-reach-missing = Choose who can see this, so it goes where you mean it to.
refused-answered-gone = The reply this was for has been taken back. Your words can still go to the thread.
refused-reply-crosstalk = People share here, and do not answer each other. Your words are still below: sent again, they go to whoever opened the thread.
refused-thread-full = This thread holds as many replies as it can. Open a new one, and link to it.
refused-note-unknown = That content note is not one we know.

## How long words stay
lasting = How long do they stay?
lasting-hint = You can take them back at any time, and change this later.
choice-lasting-stay = As long as the group keeps them
choice-lasting-week = A week
choice-lasting-month = 30 days
choice-lasting-quarter = 90 days
lasting-as-before = { $days ->
    [0] As before: until today
    [one] As before: one more day
   *[other] As before: { $days } more days
}
refused-lasting-unknown = Choose how long the words stay.
