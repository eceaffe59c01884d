### Every no, in words. Short, kind, with a way onward.

faults-title = There is something to look at
error-title-change = Something needs changing first
error-title-signed-out = You were signed out
error-title-not-allowed = This is for others to do
error-title-absent = There is nothing here
error-title-wrong-verb = Nothing to see at this address
error-title-gone = The writer took this back
error-title-too-many = In a moment, please
error-title-ours = We could not do that
error-words-kept = Your words are still here.
error-your-words = Your words
error-send-again = Send again
error-try-again = Try again
error-way-home = Go to the start page

refused-absent = It may have been moved, taken back, or it is not for this account to see.
refused-our-fault = Something went wrong on our side, and we are sorry. Nothing was sent. Try again in a moment.
refused-busy = Many people are here. Nothing was sent. Try again in a moment.
refused-disk-full = We have no room to keep new words right now. Nothing was sent. The host has been told.
refused-keys-lost = This needs the server’s key ring, and it is not here. The host can put it back.

refused-form-stale = This page was open for a long time. Look at your words once more, then send them again.
refused-form-garbled = Some of the letters did not come through. Look at your words, then send them again.
refused-form-too-large = That is more than we can take at once. Go back, make it shorter, and send it again.
refused-form-unknown = We could not read what was sent.
refused-form-cut-short = The connection ended too soon. Try again.
refused-from-elsewhere = This came from another site, so we did nothing.
refused-too-many = { $minutes ->
    [one] That was a lot at once. Try again in a minute. Your words are kept on this page.
   *[other] That was a lot at once. Try again in { $minutes } minutes. Your words are kept on this page.
}

refused-sign-in-first = Come in, or come back in, to do this.
refused-members-only = This is for members of the group.
refused-not-yours = Somebody else wrote this.
refused-keepers-only = This is for people who look after groups.
refused-stewards-only = This is for the stewards of the group.
refused-hosts-only = This is for hosts.


refused-name-taken = Somebody here has that name. { $suggestion } is free.
refused-device-label-length = A device name has at most 40 letters.

refused-thread-locked = This thread can be read, but no longer answered.
refused-group-closed = This group can be read, but takes no new posts.
refused-reach-too-wide = Posts in this group do not travel that far. Choose who can see this.
refused-taken-back = It was here, and the one who wrote it took it back, or its time was over. That is fine.
refused-wrong-verb = This address only takes what a form sends to it. Go back to the page before it.
refused-notice-place = Choose one of the places that stand there.
refused-notice-hours = Choose an hour from 0 to 23.
refused-notice-zone = Choose a place from the list, so that the hours are those of your clock.
refused-mail-address = This is no e-mail address we can write to.
refused-mail-link = This link is of no use any more, or belongs to somebody else. You can have another sent.
refused-push-address = This browser names no address we would send to.
refused-push-keys = This browser did not say how to reach it privately. Nothing was kept.
refused-push-shared = Others use this device. It stays silent.
