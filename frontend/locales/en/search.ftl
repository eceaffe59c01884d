### Words in what somebody may read.

search-title = Search
search-label = Words to look for
search-hint = Looks in what you may read, and never for people. Put "words that belong together" in quotes.
search-go = Search
search-within = Only in { $group }
search-groups = Groups
search-finds = Posts and replies
search-groups-only = Groups only. No post or reply you can read has these words.
search-empty = Nothing you can read has “{ $words }” in it.
search-suggestion = Try one word, or only its beginning.
search-reply = a reply
