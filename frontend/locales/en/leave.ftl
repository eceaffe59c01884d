# Taking one's words along, how long things are kept, and what a promise says.

export-title = Your copy
export-lead = Take what you wrote with you. It is made now, while it is sent, and no copy of it stays here.
export-holds = One zip file: your posts and replies as plain text, and all we keep about you as JSON.
export-others = Nobody else’s words are in it. A reply names the thread it answers, if you can still read that.
export-kept = Anybody who opens the file can read it. Keep it where only you look.
export-go = Get my copy
export-aliases = What you said as an alias
export-aliases-lead = This is a file of its own, so that nobody who finds your copy sees both. A passphrase locks it. The free “age” tool opens it. Aliases whose tie has ended are not in it: nothing here knows them any more.
export-passphrase = A passphrase
export-passphrase-hint = At least { $letters } letters. We do not keep it, and nobody can open the file without it.
export-aliases-go = Get my aliases’ words
export-read-me = This is your copy from { $community }.

    words.md holds your posts and replies. Any text program opens it.
    copy.json holds all of it for programs, and copy.schema.json says what each part means.

    Days are in UTC. Only you asked for this file, and no copy of it stays on the server.
export-words = Your words
export-in-answer = In answer to { $thread }
refused-passphrase-short = Choose a passphrase of at least { $letters } letters.
data-export = Get a copy

face-former = a former member
delete-when = When?
delete-when-week = In { $days } days
delete-when-week-hint = Your account is out of sight from now on. Until then you can come back in and keep it.
delete-when-now = Now
delete-when-now-hint = There is no way back, for us either.
delete-aliases = What you said as an alias
delete-aliases-hint = Nothing kept with this account says which aliases are yours. You choose now, while you are signed in; later nobody could.
delete-aliases-chosen = As I chose when I wrote it
delete-aliases-chosen-hint = It stays or goes when each alias ends. To take back a part of it, open its thread first.
delete-aliases-back = Take all of it back
delete-aliases-back-hint = It goes within ten days, mixed with what others’ aliases leave. Somebody who holds copies of the database from before and after could still guess which were yours. From now on you cannot stop this.
delete-copy-first = Get a copy first
status-leaving = Your account will be gone on { $day }. Until then nobody here sees it.
status-stay = Keep my account

host-data = How long things are kept
host-data-hint = In days. What a member takes back or deletes goes at once; this is for what nobody takes back.
keep-wordings = Earlier wordings of a changed post
keep-notices = News
keep-drafts = Drafts that are not sent
keep-away = Accounts that nobody uses
keep-between = From { $least } to { $most } days.
keep-promise = Read what members are told
refused-days-range = Choose a number of days from { $least } to { $most }.
promise-title = How long
promise-wordings = When you change a post, the wording before is deleted after { $days } days.
promise-notices = Your news is deleted after { $days } days.
promise-drafts = Drafts are deleted { $days } days after you last saved them.
promise-away = An account that nobody uses for { $days } days is put out of sight. If you come back within { $more } days, you can keep it. Then it is deleted, and your words stay under “a former member”.
promise-groups = Each group says how long it keeps a thread in which nobody writes: a month, three months, a year, or for good. A new group keeps it for a year. A post may go sooner, if its writer says so.
promise-remains = Where words were taken back or went, a place without them stays for { $days } days, and then nothing.
promise-aliases = The tie between you and an alias is destroyed { $thread } days after you last used it in a thread, or { $group } days where you keep it in a group.
promise-closing = When you close your account you choose: now, or in { $days } days. Then your name, your ways back in, your drafts and your news are deleted, and your words if you say so.
promise-how = These numbers are the ones this server goes by. When the host changes one, this page changes with it.

# Copies of one's words in other communities
copies-title = Copies elsewhere
copies-link = Copies in other communities
copies-lead = What you take back is gone here at once. Communities that got a copy are asked to delete it, for 30 days. When one says yes, it leaves this page. After 30 days we stop asking, and the line goes: whoever is named on it then never said yes. A yes means their server took the request. We cannot look inside.
copies-none = Nothing that you took back in the last 30 days waits for a yes.
copies-thread = A thread you took back on { $day }
copies-reply = A reply you took back on { $day }
copies-asked = Not confirmed yet, and still asked: { $names }
copies-silent = Did not confirm: { $names }. A copy may still be there. You can ask the people who run it.
copies-means = A yes means their server took the request. We cannot look inside.
copies-aliases = This is about your name. What other names of yours took back is asked for too, and shown nowhere, so that nothing ties them together.
copies-goodbye = If you delete your account
copies-goodbye-lead = Keep this link first. Once your account is gone, it shows who has not confirmed yet. We keep no copy of it: all it needs is in the link. Whoever has it can look.
copies-goodbye-link = Open it
copies-goodbye-label = Link to keep
gone-here = This account is still here. Once it is gone, this page shows which communities have not confirmed yet.
gone-waits = The account is gone here. These communities were asked to delete what they have of it.
gone-over = We are asking nobody any more. Whoever never said yes is named here for 30 days after we stop asking. If the account went a moment ago, look again later.
gone-unknown = There is nothing to show here any more. Whom we asked is kept while we ask, and 30 days longer.

mine-title = What you said
mine-lead = Under your own name, the newest first. It is yours wherever it stands, and you can take it back.
mine-posts = Posts you cannot read any more
mine-posts-hint = In groups you left, for example. You can still take them back.
mine-replies = Replies
mine-none = No replies yet.
mine-alone = What is around it cannot be read any more
own-reply-title = Your words
own-reply-lead = What is around them cannot be read any more. The words are yours, and you can take them back.
