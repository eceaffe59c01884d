### Whom somebody does not meet, and what they hear less of.

quiet-title = Quiet
quiet-hint = People, groups and words you hear less of
quiet-lead = Nobody is told of anything on this page.
quiet-kept = Kept.
quiet-empty = Nothing here. On somebody's page, beside a post and on a group's page there is a way to hear less of them.
quiet-less = Hear less of them
quiet-less-group = Hear less of this group
quiet-less-of = Hear less of { $name }
quiet-change = Change this
quiet-person-lead = You don't need a reason, and they are not told.
quiet-group-lead = You stay in the group, and nobody is told.
quiet-blocked-here = You blocked this name. You don't meet here.
quiet-muted-until = You hear less of them until { $day }.
quiet-muted-for-good = You hear less of them until you say otherwise.
quiet-what-helps = What would help?
quiet-as-before = Hear from them as before
quiet-as-before-hint = What was said meanwhile is there again.
quiet-mute-day = Hear less for a day
quiet-mute-week = Hear less for a week
quiet-mute-good = Hear less for good
quiet-mute-hint = They leave your lists, your news and your search. You can still open what they say.
quiet-block = Block
quiet-block-hint = Neither of you meets the other's words, or can answer them. To each it is as if the other were not here. Those who look after a group still see what is said there.
quiet-name-alone = This is about this name alone. If the same person speaks under another name, that one stays: nobody, and not we either, can say which names are one person's. On the open web, whoever is not signed in can still read what faces everybody.
quiet-tell-first = If something was not all right, you can tell somebody first. Once you have blocked a name you no longer meet its posts.
quiet-save = Save
quiet-blocks = Blocked
quiet-blocks-hint = Neither of you meets the other.
quiet-people = People you hear less of
quiet-groups = Groups you hear less of
quiet-communities = Communities you hear less of
quiet-take-back = Take it back
quiet-hear-again = Hear again
quiet-until = Until { $day }
quiet-for-good = For good
quiet-words = { $n ->
    [0] There is another list, for this device alone. It is empty.
    [one] There is another list, for this device alone. It holds one word.
   *[other] There is another list, for this device alone. It holds { $n } words.
} It is kept here, and not on the server.
quiet-words-change = Choose words
quiet-add-community = Hear less of a whole community
quiet-community = Its name
quiet-community-hint = What stands after the @ in the names of its people, such as calm.example.
quiet-how-long = For how long?
quiet-lasts-day = A day
quiet-lasts-week = A week
quiet-lasts-good = For good
fold-muted-person = By somebody you hear less of
fold-blocked-person = By somebody you blocked. You look after this group, so you can open it.
refused-quiet-oneself = That is you.
refused-quiet-too-many = That is as many as we keep for one person. Take something back first.
refused-quiet-choice = Choose one of these.
refused-quiet-community = That is not the name of a community. It looks like calm.example.

muted-title = Words you would rather not meet
muted-lead = Posts that hold one are folded or left out, for you alone. What others see stays as it is, and your own words always stay open.
muted-empty = No words yet.
muted-list = Your words
muted-add = Add a word
muted-word = A word or a short phrase
muted-word-hint = Up to 60 letters. It is met as a whole word, in any case and with any accent, also in titles and content notes.
muted-hush = What happens to posts that hold it?
muted-hush-fold = Fold them
muted-hint-fold = “Holds a word you muted” stands in their place. You can open them.
muted-hush-hide = Leave them out
muted-hint-hide = Lists, search and news pass them by. In a thread, replies that hold it are folded, so that the rest can still be followed.
muted-is-fold = Folded
muted-is-hide = Left out
muted-sealed = Your words are sealed. Only while you are signed in can this place read them, and nobody who runs it can.
muted-left-out = Some posts are not shown here: they hold a word you muted.
muted-count = { $n ->
    [0] You have muted no words.
    [one] You have muted one word.
   *[other] You have muted { $n } words.
}
refused-muted-word = Write a word or a short phrase of up to 60 letters.
refused-muted-hush = Choose one of these.
refused-muted-lasts = Choose for how long.
refused-muted-full = That is a hundred words, as many as we keep for one person. Take one out first.
