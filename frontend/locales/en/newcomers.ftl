### Somebody's first days, whom somebody works for, and what looks like selling.

host-newcomers = When somebody comes
host-newcomers-lead = Sellers look for people who have only come. A few things wait for them at first. The form says so before anything is sent, and nothing they typed is lost.
host-newcomers-weeks = For how long links and invitations wait
host-newcomers-weeks-hint = Counted in weeks that begin on Monday: we keep no finer date. Nobody waits longer than two, and nobody waits where the community itself began less than two weeks ago.
host-newcomers-for = { $weeks ->
    [0] They do not wait
    [one] For the first week
   *[other] For the first { $weeks } weeks
}
host-newcomers-posts = And until so many posts or replies stand
host-newcomers-posts-hint = 0 to 10. Words are not the price of staying: after two weeks they are not counted.
host-newcomers-watches = What looks like selling waits for a look
host-newcomers-watches-hint = Phone numbers, addresses, links that count who sent people, invitations to other places, what sellers say, and the same text of one name in several places, also in what comes from groups of other communities. Prayers and sayings are left out. It only ever waits, and never counts against anybody. Your helplines, and what stands in your own pages and a group’s rules, are left out.
refused-newcomer-weeks = Choose 0, 1 or 2 weeks.
refused-newcomer-posts = Choose 0 to 10.

settling-say-links = { $posts ->
    [0] Links open for you here { $days ->
        [one] tomorrow
       *[other] in { $days } days
    }. Until then, tell it in your own words.
   *[other] Links open for you here after your first week, once { $posts ->
        [one] one more post or reply of yours stands
       *[other] { $posts } more posts or replies of yours stand
    }, and in { $days ->
        [one] a day
       *[other] { $days } days
    } at the latest. Until then, tell it in your own words.
}
refused-settling-links = { $posts ->
    [0] Links wait in the first days, since sellers look for people who have only come. Yours open { $days ->
        [one] tomorrow
       *[other] in { $days } days
    }. Take the link out and send the rest, or keep it as a draft.
   *[other] Links wait in the first days, since sellers look for people who have only come. Yours open after your first week, once { $posts ->
        [one] one more post or reply of yours stands
       *[other] { $posts } more posts or replies of yours stand
    }, and in { $days ->
        [one] a day
       *[other] { $days } days
    } at the latest. Take the link out and send the rest, or keep it as a draft.
}
refused-settling-invite = { $posts ->
    [0] Inviting others opens for you { $days ->
        [one] tomorrow
       *[other] in { $days } days
    }. It is good that you would like somebody to come.
   *[other] Inviting others opens for you after your first week, once { $posts ->
        [one] one more post or reply of yours stands
       *[other] { $posts } more posts or replies of yours stand
    }, and in { $days ->
        [one] a day
       *[other] { $days } days
    } at the latest. It is good that you would like somebody to come.
}

newcomer-shield = People who have been here a while answer
newcomer-shield-hint = For two weeks, nobody who came as lately as you can answer this. It says so beside your post, and you can end it at any time. An alias has none: it would say that whoever is behind it is new.
newcomer-shielded = Whoever wrote this came lately, and would like answers of people who have been here a while.
newcomer-shield-yours = { $days ->
    [one] People who have been here a while answer this, for one more day.
   *[other] People who have been here a while answer this, for { $days } more days.
}
newcomer-shield-end = Let everybody answer
newcomer-shield-ask = Ask that people answer who have been here a while
newcomer-say-shielded = Whoever wrote this came lately, and would like answers of people who have been here a while. You have: you are welcome to write. Ask nothing of them but how they are.
refused-newcomer-shielded = Whoever wrote this came lately, and would like answers of people who have been here a while. A kind word under the post reaches them too. What you wrote can be kept as a draft.
refused-newcomer-not-new = This is for people who came lately. Your post stands as it is.

affiliation-title = Whom I work for
affiliation-row = If you are paid in treatment, housing or something people in recovery buy
affiliation-lead = If you work for, own, or are paid by a business that people in recovery pay, say so here. You are welcome here; people only want to know.
affiliation-now = What stands beside your name
affiliation-tie = What sort of business
affiliation-tie-treatment = Treatment: a clinic, a detox, counselling
affiliation-tie-housing = A sober home
affiliation-tie-product = A product, an app, a book
affiliation-tie-other = Something else that people in recovery pay for
affiliation-with = Which
affiliation-with-hint = Its name as people know it. Up to 80 letters.
affiliation-where = It stands beside all you say under your name, here and in other communities, earlier words here included.
affiliation-alias = It does not stand beside your aliases, and nothing ties them to it. Some groups ask for labels: there you speak under your name alone.
affiliation-save = Put it beside my name
affiliation-off = Take it off
affiliation-off-hint = It goes four weeks later, so that nobody finds it gone who relied on it.
affiliation-goes = It goes on { $day }.
affiliation-held = A host put it there. You can answer the decision:
affiliation-says-treatment = Works in treatment: { $with }
affiliation-says-housing = Works for a sober home: { $with }
affiliation-says-product = Is paid for a product: { $with }
affiliation-says-other = Works for { $with }
refused-affiliation-unchosen = Choose what sort of business it is.
refused-affiliation-held = A host put this label there. You can answer the decision in You, decisions.
refused-affiliation-alias = In this group, people who are paid in this field speak under the name that says so. Nobody but you reads this. You can share it under your name, or somewhere else.
rules-asks-labels = People who are paid in this field speak under their name
rules-asks-labels-hint = Whoever said whom they work for cannot use an alias here. They alone are told; you never learn whose an alias is.

held-why-shield = A newcomer asked for answers of people who have been here a while, and this one is not known here.
held-why-lead = It says what sellers say.
held-why-invite = It invites people to another place.
held-why-phone = It holds a phone number.
held-why-mail = It holds an e-mail address.
held-why-tracked = It holds a link that counts who sent people.
held-why-same = The same text was sent to several places.
waits-why-lead = Some of these words are what sellers say to people in recovery, so somebody looks first. It says nothing about you.
waits-why-invite = It invites people to another place, so somebody looks first. It says nothing about you.
waits-why-phone = It holds a phone number, so somebody looks first: sellers use them, and a number can give somebody away.
waits-why-mail = It holds an e-mail address, so somebody looks first: sellers use them, and an address can give somebody away.
waits-why-tracked = It holds a link that counts who sent people, so somebody looks first. Without the part behind the question mark it would stand at once.
waits-why-same = The same text went to several places, so somebody looks first. One place is often enough.

host-newcomers-minutes = Minutes between two things they say in a group, for as long
host-newcomers-minutes-hint = 0 to 60; 0 is none. What they say in a thread of their own never waits, nor a setback, nor asking to be looked out for, nor asking for company.
refused-newcomer-minutes = Choose 0 to 60.
newcomer-say-pace = { $minutes ->
    [one] In your first days, a minute lies between two things you say in a group, so that there is time to read each other. Your own threads, a setback, and asking for somebody never wait.
   *[other] In your first days, { $minutes } minutes lie between two things you say in a group, so that there is time to read each other. Your own threads, a setback, and asking for somebody never wait.
}
refused-newcomer-pace = { $minutes ->
    [one] Your words are here. In the first days a little time lies between two things one says: you can send this in a minute. If you need somebody now, press Support above: that never waits.
   *[other] Your words are here. In the first days a little time lies between two things one says: you can send this in { $minutes } minutes. If you need somebody now, press Support above: that never waits.
}
