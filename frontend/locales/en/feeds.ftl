### Lists of threads: a group's front page, who waits, feeds.

group-share = Share here
group-hello = Say hello
group-search = Search here
group-about = About this group
group-about-join = About this group, and how to join
group-closed = This group can be read, but takes no new posts.
group-pinned = Kept at the top
group-newest = Newest
group-older = Older
group-empty = Nobody has said anything here yet. A hello would do.
group-quiet = It has been quiet here for a while. A hello would do.
group-quiet-since = Nothing since { $day }. A hello would do.
group-door = Here you see what people chose to share with everybody. The rest is for people who are in.
group-door-in = Come in

waiting-title = Waiting for a first reply
waiting-lead = Nobody has answered these yet. One line is enough.
waiting-empty = Nobody is waiting right now.
waiting-groups = Look into a group

pager = More pages
pager-older = Older
pager-more = More

