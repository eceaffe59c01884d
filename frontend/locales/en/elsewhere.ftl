### Looking after what comes from other communities: people there, and whole communities.

title-there = A whole community

look-there = What the whole community they are of may do here
look-words-far = They are of another community and do not read this. It stays in the list of decisions, for those who look after things here.

act-verb-pause-far = Keep this person away for a while
act-verb-close-far = Keep this person away
act-verb-remove-there = Put all from there out of sight
act-verb-allow-there = Let the whole community do what its link allows
act-verb-media-there = No pictures from the whole community
act-verb-limit-there = Keep the whole community in the background
act-verb-hold-there = Let what comes from the whole community wait for a look
act-verb-block-there = Keep the whole community away
act-means-pause-far = Nothing new of theirs comes into any group here, until the day you choose. What stands already stays. Their own community is not told.
act-means-close-far = Nothing new of theirs comes into any group here, without an end. What stands already stays. Their own community is not told.
act-did-pause-far = Somebody of another community kept away for a while
act-did-close-far = Somebody of another community kept away
act-did-remove-there = All from one community put out of sight
act-did-allow-there = A community may do again what its link allows
act-did-media-there = No pictures from a community
act-did-limit-there = A community kept in the background
act-did-hold-there = What comes from a community waits for a look
act-did-block-there = A community kept away

there-lead = The words in this case came from here. What you choose is about everybody there, most of whom had no part in it. The case itself stays to be decided.
there-page = All about this community, on its own page
there-stands = { $n ->
    [0] Nothing from there stands in groups that you can read.
    [one] One post or reply from there stands in groups that you can read.
   *[other] { $n } posts and replies from there stand in groups that you can read: look through them first.
}
there-left = { $n ->
    [one] One more was written by somebody people here are worried about, and that still waits. It is left where it is: two of you decide about it, from what was told.
   *[other] { $n } more were written by somebody people here are worried about, and that still waits. They are left where they are: two of you decide about them, from what was told.
}
there-removes = Put all of these out of sight, too
there-removes-hint = Everything listed above, whoever there wrote it. You can bring it back from the list of decisions.
there-why = What is it about?
there-why-hint = Everybody may read, counted by month, how often communities were kept away and what it was about. Their names are not told there.
there-undo = You can take this back from the list of decisions: they may then do what they could before.
there-undo-partner = You can take this back from the list of decisions: they may then do what they could before. A partnership that ends by it is not restored: you ask each other anew.
