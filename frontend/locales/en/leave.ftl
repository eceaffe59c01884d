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
