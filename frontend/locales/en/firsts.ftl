### Where somebody tells of a setback: people who answer first go before others, for some minutes.

firsts-wait = { $minutes ->
    [one] People who answer first are on the way. Everybody can answer in a minute. A kind word under the post reaches its writer now.
   *[other] People who answer first are on the way. Everybody can answer in { $minutes } minutes. A kind word under the post reaches its writer now.
}
firsts-you = You are one of the people who answer first here. Once one of you has answered, everybody can.
firsts-yours = { $minutes ->
    [one] People who answer first go before others, for one more minute or until one of them has answered.
   *[other] People who answer first go before others, for { $minutes } more minutes or until one of them has answered.
}
firsts-end = Let everybody answer now
refused-firsts-on-the-way = { $minutes ->
    [one] Your words are here. People who answer first are on the way: you can send this in a minute, or keep it as a draft.
   *[other] Your words are here. People who answer first are on the way: you can send this in { $minutes } minutes, or keep it as a draft.
}
rules-first = Who answers a setback first
rules-first-hint = For some minutes responders and those who look after the group go before others. It ends with the first of their answers, when the writer says so, and at once while none of them is on duty.
rules-first-minutes = { $minutes ->
    [0] Everybody, at once
   *[other] They do, for { $minutes } minutes
}
