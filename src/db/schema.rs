//! The tables as diesel sees them. Written by `just bless` from the migrations; do not edit.

diesel::table! {
    /// What happened, kept until every listener has heard of it. Written in the transaction that made it happen.
    event (id) {
        id -> BigInt,
        /// ThreadOpened, ReplyGiven …
        kind -> Text,
        /// JSON: ids only, never what somebody wrote
        payload -> Text,
        /// Day; nothing finer, or it would date an alias
        happened_on -> BigInt,
    }
}

diesel::table! {
    /// Work to be done after the commit: one row a listener, or a task of its own.
    job (id) {
        id -> BigInt,
        /// "hear:notify", "sweep-sessions" …; stable
        kind -> Text,
        /// JSON
        payload -> Text,
        /// The news it carries, if it carries news
        event_id -> Nullable<BigInt>,
        /// Set: no second job with the same word waits
        dedup -> Nullable<Text>,
        /// Not before, milliseconds since 1970
        run_at -> BigInt,
        /// Set: somebody is at it until then
        leased_until -> Nullable<BigInt>,
        attempts -> BigInt,
        /// Set: given up, waits for a person
        parked_at -> Nullable<BigInt>,
        /// Why the last attempt did not work; no content
        fault -> Nullable<Text>,
    }
}

diesel::table! {
    /// The community itself: one row.
    community (id) {
        id -> BigInt,
        /// '' until the host has said
        name -> Text,
        /// One sentence under the name
        sentence -> Text,
        /// Markdown
        about -> Text,
        /// Markdown: the rules, five lines to begin with
        how_we_talk -> Text,
        /// Markdown: how to reach the host without an account
        contact -> Text,
        language -> Text,
        /// ISO 3166-1 alpha-2, for the danger line and helplines; '' = not said
        country -> Text,
        /// Open | ask | invitation | closed
        doors -> Text,
        /// No second keeper: hosts accept quiet hours
        quiet_hours -> Bool,
        age -> BigInt,
        leave_url -> Text,
        /// Title and installed name in discreet mode
        neutral_name -> Text,
        /// Search engines may read open-web pages
        is_indexed -> Bool,
        /// SHA-256 of the one-time code; null once claimed
        setup_code_hash -> Nullable<Text>,
        setup_step -> Text,
        /// Null: still being set up, doors shut
        opened_at -> Nullable<BigInt>,
        /// Day `hearthside backup` last made a whole copy; null: never
        backup_on -> Nullable<BigInt>,
        /// Days: earlier wordings
        keep_wordings -> BigInt,
        /// Days: notices
        keep_notices -> BigInt,
        /// Days: drafts, since they were last saved
        keep_drafts -> BigInt,
        /// Days: accounts nobody uses
        keep_away -> BigInt,
        /// Addresses, spaces between
        leave_more -> Text,
        /// Closed | partners | open: which other communities may speak with this one
        links -> Text,
        /// Its own name on the network; '' until the host first links
        host -> Text,
        /// Weeks, 0 to 2, for which links and invitations wait for somebody new; 0: they do not
        newcomer_weeks -> BigInt,
        /// And until so many things of theirs stand
        newcomer_posts -> BigInt,
        /// Words that look like selling wait for a look
        watches_selling -> Bool,
        /// The first partner, by name, that has not promised to keep limits; '' if all have
        open_partner -> Text,
        /// Cases on one day; null: no end
        most_a_day -> Nullable<BigInt>,
        /// Cases in one person's hands at a time; null: no end
        most_at_once -> Nullable<BigInt>,
        /// Everyone | members
        openness -> Text,
        /// Minutes, 0 to 60, between two things they say in a group; 0: none
        newcomer_minutes -> BigInt,
    }
}

diesel::table! {
    /// Numbers to call, kept by the host.
    helpline (id) {
        id -> BigInt,
        /// ISO 3166-1 alpha-2
        country -> Text,
        name -> Text,
        /// As dialled, or a web address for kind web
        number -> Text,
        /// Emergency | call | text | web
        kind -> Text,
        hours -> Text,
        note -> Text,
        position -> BigInt,
        /// Day (since 1970) a person last tried it; null: not yet
        checked_on -> Nullable<BigInt>,
    }
}

diesel::table! {
    /// A name others see. Author columns hold a face, never an account.
    face (id) {
        /// Random
        id -> BigInt,
        name -> Text,
        /// Folded so that case and look-alike letters collide; never issued again
        name_key -> Text,
        /// Name | alias | remote
        kind -> Text,
        /// Draws the picture; not derived from any id
        seed -> BigInt,
        /// Markdown
        about -> Text,
        /// Weeks since 1969-12-29
        since_week -> BigInt,
        /// Its owner is gone; the name stays taken
        is_retired -> Bool,
        /// '' | treatment | housing | product | other
        affiliation -> Text,
        /// In their own words; empty: nobody
        affiliated_with -> Text,
        /// Week in which it goes, after they took it off; null: it stays
        affiliation_until -> Nullable<BigInt>,
        /// A host put it there: it is answered, not taken off
        is_affiliation_held -> Bool,
    }
}

diesel::table! {
    /// The private side of a member. Nothing outside identity and admin reads it.
    account (id) {
        /// Random
        id -> BigInt,
        face_id -> BigInt,
        /// Member | keeper | host
        rank -> Text,
        /// Open | waiting | paused | closed
        state -> Text,
        state_reason -> Text,
        /// Day a pause ends; null: until somebody ends it
        state_until -> Nullable<BigInt>,
        /// What they wrote when asking to come in
        application -> Text,
        joined_week -> BigInt,
        /// All that is kept of when somebody was here
        active_week -> BigInt,
        words_kept -> Bool,
        leave_signs_out -> Bool,
        /// Raised to sign out everywhere
        session_generation -> BigInt,
        /// Where they are signed in, sealed: only a live session of theirs reads it
        devices -> Text,
        /// Hash of the form's own mark, so that a second press is not a second account
        once -> Nullable<Text>,
        /// Kind words go as far as the thread they are put under
        kind_words_travel -> Bool,
        /// Sealed: only a live session of theirs reads it; empty: none
        muted_words -> Text,
    }
}

diesel::table! {
    /// What return words are derived with, so that no two servers derive alike: one row, random, never changed.
    return_salt (id) {
        id -> BigInt,
        salt -> Text,
    }
}

diesel::table! {
    /// Ways back in, one Argon2id call each.
    credential (id) {
        id -> BigInt,
        account_id -> BigInt,
        /// Words | password
        kind -> Text,
        /// Words only: first part of the derived key, finds the row without a name
        lookup -> Nullable<Text>,
        /// Password only, base64
        salt -> Text,
        /// Argon2id cost, as m=…,t=…,p=…
        params -> Text,
        /// SHA-256 of the verifying half, hex
        verifier -> Text,
        /// The member secret, wrapped by the other half
        wrapped -> Text,
        made_week -> BigInt,
    }
}

diesel::table! {
    passkey (id) {
        id -> BigInt,
        account_id -> BigInt,
        /// Base64url
        credential_id -> Text,
        label -> Text,
        /// JSON of webauthn-rs
        public_key -> Text,
        /// The member secret, wrapped by what the device computes; null: it gave nothing yet
        wrapped -> Nullable<Text>,
        /// The member secret, sealed by the key ring; null: the device wraps it
        sealed -> Nullable<Text>,
        made_week -> BigInt,
    }
}

diesel::table! {
    recovery_code (id) {
        id -> BigInt,
        account_id -> BigInt,
        /// SHA-256; a code has 115 random bits
        hash -> Text,
        /// The member secret, wrapped by the code
        wrapped -> Text,
        used_week -> Nullable<BigInt>,
    }
}

diesel::table! {
    /// A signed-in device. Only the token in its cookie opens the row: a copy of the database does not say who is here.
    session (id_hash) {
        /// SHA-256 of "sid" and the token, hex
        id_hash -> Text,
        /// By a key of the token: whose, which device, since when, and the member secret
        sealed -> Text,
        expires_week -> BigInt,
    }
}

diesel::table! {
    /// Links that let somebody in: to the community, or straight into a group.
    invitation (id) {
        id -> BigInt,
        token_hash -> Text,
        made_by -> BigInt,
        /// Null: the community only
        group_id -> Nullable<BigInt>,
        label -> Text,
        uses_left -> BigInt,
        /// Day
        expires_on -> BigInt,
    }
}

diesel::table! {
    /// A room with a purpose.
    #[sql_name = "group"]
    group_ (id) {
        /// Random
        id -> BigInt,
        /// Short, in addresses: night-owls
        name -> Text,
        /// Folded so that names that look alike collide
        name_key -> Text,
        title -> Text,
        /// Folded likewise; two groups that know nothing of each other may share one
        title_key -> Text,
        purpose -> Text,
        /// Markdown
        values_text -> Text,
        /// Markdown
        rules_text -> Text,
        /// Own-experience | when-asked | welcome
        advice -> Text,
        /// Furthest a post may travel: group | community | partners | everyone
        ceiling -> Text,
        /// Where a post goes unless its writer says otherwise
        reach -> Text,
        /// Who may know the group exists: group | community | everyone
        listed -> Text,
        /// Open | ask | invitation
        joining -> Text,
        /// Off | first-look | allowed; not off: dates only, no times
        aliases -> Text,
        language -> Text,
        made_week -> BigInt,
        member_count -> BigInt,
        /// Set: reads on, nobody posts
        closed_at -> Nullable<BigInt>,
        /// The form's own mark, so that a second press is not a second group
        once -> Nullable<Text>,
        /// Month | quarter | year | always: how long a thread stays after its last words
        keeps -> Text,
        /// The group it has gone to, as it is known here; null: it is here
        moved_to -> Nullable<BigInt>,
        /// Untold | told: whether others learn about how many follow it
        followers -> Text,
        /// On | off: whether replies may answer replies of others
        crosstalk -> Text,
    }
}

diesel::table! {
    group_pathway (group_id, pathway) {
        group_id -> BigInt,
        pathway -> Text,
    }
}

diesel::table! {
    group_topic (group_id, topic) {
        group_id -> BigInt,
        topic -> Text,
    }
}

diesel::table! {
    /// What a group does with a content note; no row: fold.
    group_note_rule (group_id, note) {
        group_id -> BigInt,
        note -> Text,
        /// Allow | fold | require | elsewhere
        rule -> Text,
        /// For rule elsewhere: the right group, if there is one
        elsewhere -> Nullable<BigInt>,
    }
}

diesel::table! {
    membership (group_id, face_id) {
        group_id -> BigInt,
        face_id -> BigInt,
        /// Member | greeter | responder | moderator | steward
        role -> Text,
        /// In | asked | not-now
        state -> Text,
        /// What they wrote when asking; emptied once answered
        words -> Text,
        /// Day they asked; null once in
        asked_on -> Nullable<BigInt>,
        /// The sentence that came with a "not now"
        answer -> Text,
        is_home -> Bool,
        is_unlisted -> Bool,
        since_week -> BigInt,
        /// Day a pause here ends; null: none, or without an end
        paused_until -> Nullable<BigInt>,
        /// Day a turn ends; null: without an end
        turn_until -> Nullable<BigInt>,
        /// They were told that it ends
        is_end_told -> Bool,
        /// Role they come back to after a rest; empty: they do not rest
        rests_as -> Text,
        /// Day a rest ends; null: they do not rest
        rests_until -> Nullable<BigInt>,
    }
}

diesel::table! {
    /// A conversation in a group: a title and what was first said. Replies hang below it.
    thread (id) {
        /// Order within the group; never shown
        id -> BigInt,
        /// Random, in addresses and on the wire
        public_id -> Text,
        group_id -> BigInt,
        /// A name or an alias; never the account behind it
        author_face -> BigInt,
        kind -> Text,
        /// What the writer hopes for
        ask -> Nullable<Text>,
        /// Never empty: the first line if none was given
        title -> Text,
        /// Markdown as written
        body -> Text,
        /// Content notes, codes with a space between
        notes -> Text,
        /// The writer's own content note
        note_words -> Text,
        reach -> Text,
        /// Day
        said_on -> BigInt,
        /// Exact; null where the group allows aliases
        said_at -> Nullable<BigInt>,
        is_edited -> Bool,
        /// Asks for an answer before others: a setback, a newcomer's first words
        is_hard -> Bool,
        /// True until somebody else answers, then null
        is_waiting -> Nullable<Bool>,
        reply_count -> BigInt,
        with_count -> BigInt,
        same_count -> BigInt,
        proud_count -> BigInt,
        thanks_count -> BigInt,
        pinned_at -> Nullable<BigInt>,
        /// Set: no new replies
        locked_at -> Nullable<BigInt>,
        lock_reason -> Text,
        /// Set by a moderator: only they see it
        removed_at -> Nullable<BigInt>,
        /// Set by its writer: words are gone, 410
        taken_back_at -> Nullable<BigInt>,
        /// The form's own mark, so that a second press is not a second post
        once -> Nullable<Text>,
        /// Day its words go by themselves; null: when somebody takes them back
        goes_on -> Nullable<BigInt>,
        /// Day it ends by itself; null: anybody answers
        shielded_until -> Nullable<BigInt>,
        /// Null: it stands where it was opened
        moved_from -> Nullable<BigInt>,
    }
}

diesel::table! {
    reply (id) {
        /// Order of arrival; never shown
        id -> BigInt,
        public_id -> Text,
        thread_id -> BigInt,
        /// Null: answers the thread itself
        parent_id -> Nullable<BigInt>,
        author_face -> BigInt,
        /// Sequence within the thread, from 1
        number -> BigInt,
        /// 1 under the thread
        depth -> BigInt,
        /// Numbers of its line of parents, four letters each: sorts as the tree reads
        path -> Text,
        body -> Text,
        notes -> Text,
        note_words -> Text,
        said_on -> BigInt,
        said_at -> Nullable<BigInt>,
        is_edited -> Bool,
        with_count -> BigInt,
        same_count -> BigInt,
        proud_count -> BigInt,
        thanks_count -> BigInt,
        removed_at -> Nullable<BigInt>,
        taken_back_at -> Nullable<BigInt>,
        once -> Nullable<Text>,
        /// Likewise
        goes_on -> Nullable<BigInt>,
    }
}

diesel::table! {
    /// Earlier wordings. reply_id 0: the thread itself.
    revision (id) {
        /// Random
        id -> BigInt,
        thread_id -> BigInt,
        reply_id -> BigInt,
        /// From 1, oldest first
        number -> BigInt,
        title -> Text,
        body -> Text,
        /// Day it was replaced
        until_on -> BigInt,
    }
}

diesel::table! {
    /// One kind word a face a post. reply_id 0: the thread itself.
    reaction (thread_id, reply_id, face_id) {
        thread_id -> BigInt,
        reply_id -> BigInt,
        face_id -> BigInt,
        /// With | same | proud | thanks
        word -> Text,
        /// Sequence within the post, newest highest
        number -> BigInt,
    }
}

diesel::table! {
    /// Words not sent yet.
    draft (id) {
        id -> BigInt,
        face_id -> BigInt,
        /// Share, or reply:<thread's public id>
        place -> Text,
        /// JSON: the form as typed
        fields -> Text,
        saved_on -> BigInt,
        /// The form's own mark, so that a second press keeps one draft
        once -> Nullable<Text>,
    }
}

diesel::table! {
    /// What happened for a member: the bell, without numbers.
    notice (id) {
        id -> BigInt,
        /// Whose
        face_id -> BigInt,
        /// Reply | reaction | joined | asked …
        kind -> Text,
        /// Groups notices about one thing
        subject -> Text,
        thread_id -> Nullable<BigInt>,
        reply_id -> Nullable<BigInt>,
        group_id -> Nullable<BigInt>,
        from_face -> Nullable<BigInt>,
        /// Day
        happened_on -> BigInt,
        /// Sequence for this face, newest highest
        number -> BigInt,
        /// More than one face since it was last seen
        is_several -> Bool,
        is_seen -> Bool,
    }
}

diesel::table! {
    /// What search knows of: one row a thread, one a reply. Their words lie in the index, not here.
    search_entry (id) {
        /// Order of arrival, key of the index and page cursor
        id -> BigInt,
        thread_id -> BigInt,
        /// Null: the thread itself
        reply_id -> Nullable<BigInt>,
        /// The same, with 0 for null, so that the pair is unique
        reply_key -> BigInt,
    }
}

diesel::table! {
    /// Which key ring this database belongs to: one row. The ring is a file, and no part of it is ever in here.
    key_ring (id) {
        id -> BigInt,
        /// The ring's id: random, and no secret
        ring -> Text,
    }
}

diesel::table! {
    /// The one place where an alias is more than a face. Nothing here is a function of an account alone: to find somebody's aliases takes the key ring and their own secret together.
    alias (face_id) {
        /// The name and picture others see
        face_id -> BigInt,
        /// Keyed hash of its holder and where it holds, hex; random once the tie has ended
        tag -> Text,
        /// Keyed hash of its holder and a number, hex: how they list their own; random once the tie has ended
        entry -> Text,
        group_id -> BigInt,
        /// The one thread it speaks in; null: kept in the group
        thread_id -> Nullable<BigInt>,
        /// Month of the key behind the hashes, YYYY-MM
        epoch -> Text,
        /// The tag of the person in this group, sealed; no two rows of one person hold a value alike
        ban_seal -> Text,
        /// Live | muted | closed | retired | expired
        state -> Text,
        /// Day a mute ends
        state_until -> Nullable<BigInt>,
        /// The sentence that came with a mute or a close
        reason -> Text,
        /// Something it said has stood in the group
        is_known -> Bool,
        /// Keep | delete: what happens to its words when the tie ends
        at_expiry -> Text,
        /// The last week of the tie
        expires_week -> BigInt,
        /// Who decided last; null: nobody did, or they are gone
        by_face -> Nullable<BigInt>,
    }
}

diesel::table! {
    /// Somebody who may not speak as an alias in a group any more. Holds neither their name nor an alias.
    alias_ban (group_id, tag) {
        group_id -> BigInt,
        /// Keyed hash of the person and the group, hex
        tag -> Text,
        /// The last week of it
        until_week -> BigInt,
    }
}

diesel::table! {
    /// Words that wait for a look. Until then their own row is removed, so that no page finds them.
    held (thread_id, reply_id) {
        thread_id -> BigInt,
        /// 0: the thread itself
        reply_id -> BigInt,
        group_id -> BigInt,
        /// Look | first | new | links | all | words | pace | shares | guard
        why -> Text,
        /// The day they were sent back: they go with the end of the next; null: they wait
        back_on -> Nullable<BigInt>,
    }
}

diesel::table! {
    /// An alias answers those who muted or closed it, as itself.
    alias_appeal (face_id) {
        face_id -> BigInt,
        words -> Text,
        /// '': none yet
        answer -> Text,
        /// Day
        sent_on -> BigInt,
        /// Who decided what it answers; null: they are gone
        by_face -> Nullable<BigInt>,
        /// Something newer was decided since: it may answer once more
        is_past -> Bool,
        /// Those who look after the whole community were asked to read it
        is_up -> Bool,
    }
}

diesel::table! {
    /// The key of somebody others know by address: the community, a group, a name or an alias. Made when it is first asked for. No row says when.
    actor_key (path) {
        /// The address here: /, /g/night-owls, /people/Maya%20Lake
        path -> Text,
        /// Whose it is, also after the face is gone; null: the community's, or a group's
        face_id -> Nullable<BigInt>,
        /// PKCS#8, sealed by the key ring
        sealed -> Text,
        /// Its public half
        pem -> Text,
        /// Day it goes, once all has been called back in its name; null: its face is there
        drop_on -> Nullable<BigInt>,
    }
}

diesel::table! {
    /// Somebody elsewhere who signed something that was let in: where to write to them, and their key.
    remote_actor (key_id) {
        /// The address of the key
        key_id -> Text,
        /// Whose it is
        actor -> Text,
        /// Their community, as peers are named
        domain -> Text,
        /// Person | Group | Application | Service | Organization
        kind -> Text,
        /// Where to write to them
        inbox -> Text,
        /// Where to write to all of their community; '' if there is no such place
        shared -> Text,
        /// The key
        pem -> Text,
        /// Day it was last asked for there; thirty days later it is forgotten
        fetched_on -> BigInt,
    }
}

diesel::table! {
    /// Another community: what it promised, and what this one's host decided about it. Nothing here is about a person.
    peer (domain) {
        /// Lower case, letters beyond a-z as punycode
        domain -> Text,
        /// Known | asking | asked | partner | refused | ended
        state -> Text,
        /// Allow | limit | hold | block; covers every name below this one
        stance -> Text,
        /// Whether pictures from there are taken
        has_media -> Bool,
        /// Why, as lists of communities pass it on
        comment -> Text,
        /// JSON: who runs it, its rules, its program, how long it keeps things; '' until it said
        promises -> Text,
        /// The address of the request that is open or was accepted; '' when there is none
        offer -> Text,
        /// SHA-256 of the community's public key, hex; '' until seen
        key_print -> Text,
        /// Another key was seen: everything rests until the host looks; '' otherwise
        key_next -> Text,
        /// Whether it may follow every group that faces partners, or those listed alone
        has_all -> Bool,
        /// Day it became a partner; null: it is none
        since_on -> Nullable<BigInt>,
    }
}

diesel::table! {
    /// A group that a community may follow which may not follow all of them.
    peer_group (domain, group_id) {
        domain -> Text,
        group_id -> BigInt,
    }
}

diesel::table! {
    /// An activity as it leaves, byte for byte, until everybody it is for has it.
    activity (id) {
        /// The order in which they leave
        id -> BigInt,
        /// Create | update | delete | link | other: what it does to its object
        kind -> Text,
        /// The address of what it is about
        object -> Text,
        /// The key to sign with
        key_id -> Text,
        /// JSON
        body -> Binary,
        /// What to ask again before it is sent, in its sender's words
        about -> Text,
        /// Last day it is tried
        until_on -> BigInt,
    }
}

diesel::table! {
    /// One activity on its way to one host.
    delivery (domain, activity_id, inbox) {
        domain -> Text,
        activity_id -> BigInt,
        /// Where it is posted
        inbox -> Text,
        /// Day; set: no more tries unless the host asks for it
        given_up_on -> Nullable<BigInt>,
        /// Why it was given up; a code
        reason -> Text,
    }
}

diesel::table! {
    /// What waits for one host, when it is next its turn, and how it has answered.
    mailbag (domain) {
        domain -> Text,
        /// Where it was last posted to
        inbox -> Text,
        /// Next turn, milliseconds since 1970; whoever takes it moves it ahead; null: nothing waits
        due_at -> Nullable<BigInt>,
        /// Somebody carries it until then; null: nobody does
        held_until -> Nullable<BigInt>,
        /// Grows whenever somebody takes the bag: an older holder can settle nothing
        fence -> BigInt,
        /// Turns in a row without success
        failures -> BigInt,
        /// Letters in one turn; one after silence, then doubling
        pace -> BigInt,
        /// Day it last took something
        ok_on -> Nullable<BigInt>,
        /// Day its silence began; null: it answers
        silent_on -> Nullable<BigInt>,
        /// What the last failure was; a code
        fault -> Text,
        /// The form of signature it understands; '' until known
        form -> Text,
    }
}

diesel::table! {
    /// What another host was given and has not been asked to let go of, so that it can be.
    holding (domain, object) {
        domain -> Text,
        /// The address of the words
        object -> Text,
        /// The key they were signed with
        key_id -> Text,
    }
}

diesel::table! {
    /// Something that people told those who look after things about: one row for each post, reply, person or group while it is looked at, however many told.
    concern (id) {
        /// Random: a sequence would count them
        id -> BigInt,
        /// Thread:5 | reply:9 | face:7 | group:3
        subject -> Text,
        /// No reference: words go by themselves, and what was decided of them stays
        thread_id -> Nullable<BigInt>,
        /// Null: the thread itself
        reply_id -> Nullable<BigInt>,
        /// Whose words these are, or who it is about; null: a group
        face_id -> Nullable<BigInt>,
        /// Null: the community
        group_id -> Nullable<BigInt>,
        /// Group | house: who looks
        tier -> Text,
        /// 0 is the most urgent
        urgency -> BigInt,
        /// How many told
        people -> BigInt,
        /// To the quarter hour, in milliseconds
        opened_at -> BigInt,
        /// Day; null: it waits
        decided_on -> Nullable<BigInt>,
        /// Fine | acted: what those who told are told; empty: it waits
        outcome -> Text,
        /// The community that keeps them was told too
        is_passed_on -> Bool,
        /// Whether its writer asks to be looked out for
        is_asked -> Bool,
        /// Whether its words meet a line of the list
        is_met -> Bool,
        /// Day its writer is asked how they are; null: not, or they were
        after_on -> Nullable<BigInt>,
        /// Day somebody took it or decided; null: nobody did
        seen_on -> Nullable<BigInt>,
        /// The sentence, if whoever decided shares it; '': they do not
        why -> Text,
        /// The decision about all of somebody's words that closed it along with its own case; null: it was decided by itself, or waits
        settled_by -> Nullable<BigInt>,
    }
}

diesel::table! {
    /// What one person told. Nothing here is a function of an account alone: to find who it was takes their own live session.
    report (mark) {
        /// Keyed hash of the teller and the concern, hex: telling twice is telling once
        mark -> Text,
        concern_id -> BigInt,
        /// Keyed hash of the teller and a number, hex: how they find what they told
        entry -> Text,
        /// Danger | worried | outing | solicitation | advances | sourcing | cruel | advice | spam | other
        reason -> Text,
        /// Sealed; empty: none
        words -> Text,
        /// Month of the key that opens them, YYYY-MM
        month -> Text,
        /// Told of selling or advances by somebody who had not told that of this name before
        is_another -> Bool,
        /// Sealed with the same key as the words; '': none
        quoted -> Text,
    }
}

diesel::table! {
    /// What somebody who looks after things decided: the log of service. Those it met read the sentence; nobody else outside of it sees names.
    act (id) {
        /// Random
        id -> BigInt,
        /// No reference: concerns go after a while
        concern_id -> Nullable<BigInt>,
        /// As in concern
        subject -> Text,
        thread_id -> Nullable<BigInt>,
        reply_id -> Nullable<BigInt>,
        /// Whom it met; null: a group, or they are gone
        face_id -> Nullable<BigInt>,
        group_id -> Nullable<BigInt>,
        /// Group | house: whose log it is in
        tier -> Text,
        /// Fine | note | fold | remove | lock | pause | close | pause-here | close-here
        verb -> Text,
        /// Done | proposed | undone
        state -> Text,
        /// Who decided; null: they are gone
        by_face -> Nullable<BigInt>,
        /// The sentence for whom it met
        words -> Text,
        /// What it was before, for taking it back
        was -> Text,
        /// Day a pause ends
        until_on -> Nullable<BigInt>,
        /// Day
        done_on -> BigInt,
        /// Sequence, newest highest: the order without a clock
        number -> BigInt,
        undone_by -> Nullable<BigInt>,
        /// What they answered; empty: nothing
        appeal -> Text,
        /// Day; null: they did not
        appealed_on -> Nullable<BigInt>,
        /// Group | house: who reads it
        appeal_tier -> Text,
        /// What came back; empty: it waits
        answer -> Text,
        answered_by -> Nullable<BigInt>,
        /// A reason, as in report; list: taken over from a list; '': about people or words
        why -> Text,
        /// The part that the others go with; null: it is that one, or stands alone
        with_id -> Nullable<BigInt>,
        /// Day an answer was replied to; null: it waits, or there is none
        answered_on -> Nullable<BigInt>,
        /// What they ask; empty: nothing
        asked -> Text,
        /// What whom it met says to that; empty: nothing yet
        more -> Text,
    }
}

diesel::table! {
    /// Somebody elsewhere who follows a group of this community, or asked to. Only what letters need; nobody sees a list of them.
    follower (group_id, actor) {
        group_id -> BigInt,
        /// Their address
        actor -> Text,
        /// Their community, as peers are named
        domain -> Text,
        /// Where to write to them
        inbox -> Text,
        /// Where to write to all of their community; '' if there is no such place
        shared -> Text,
        /// The address of their request, for the answer
        follow -> Text,
        /// Day
        since_on -> BigInt,
    }
}

diesel::table! {
    /// A group elsewhere, as it stands here: its row in "group" is what members join.
    far_group (group_id) {
        group_id -> BigInt,
        /// Its address
        actor -> Text,
        /// Its community
        domain -> Text,
        inbox -> Text,
        shared -> Text,
        /// Where its newest threads are listed; '' if nowhere
        outbox -> Text,
        /// Wanted | asked | in | refused | left
        state -> Text,
        /// The address of our request; '' before the first
        follow -> Text,
        /// JSON: addresses of those who look after it
        moderators -> Text,
        /// Day it was last asked for
        seen_on -> BigInt,
    }
}

diesel::table! {
    /// Somebody elsewhere whose words stand here: which face is theirs.
    far_face (face_id) {
        face_id -> BigInt,
        /// Their address
        actor -> Text,
        /// Their community
        domain -> Text,
    }
}

diesel::table! {
    /// Words from elsewhere, by their address there.
    far_post (uri) {
        uri -> Text,
        /// The thread they are, or are in; 0: they never came
        thread_id -> BigInt,
        /// 0: the thread itself
        reply_id -> BigInt,
        /// Their community
        domain -> Text,
        /// Who wrote them, or took back what never came
        actor -> Text,
        /// Their writer took them back: what comes late is not taken
        is_gone -> Bool,
    }
}

diesel::table! {
    /// An activity as it came, until its effect is done. The row alone stays for a while, so that nothing is done twice.
    parcel (id) {
        /// Order of arrival
        id -> BigInt,
        /// Its address
        activity -> Text,
        /// The community that sent it
        domain -> Text,
        /// Who signed it
        actor -> Text,
        /// JSON, byte for byte; empty once done or dropped
        body -> Binary,
        /// Day
        received_on -> BigInt,
        /// When it is opened, milliseconds since 1970; whoever takes it moves it ahead; null: settled
        due_at -> Nullable<BigInt>,
        tries -> BigInt,
        /// New | parked | done | dropped
        state -> Text,
        /// Why it waits or was dropped; a code
        reason -> Text,
    }
}

diesel::table! {
    /// What a group checks by itself before words stand: one row for each group that set anything.
    house_rule (group_id) {
        group_id -> BigInt,
        /// Readers | members | week | fortnight | month: who may share
        shares -> Text,
        /// What waits for a look, codes with a space between: first new alias links all
        looks -> Text,
        /// Minutes between two things under one name; 0: none
        pace_minutes -> BigInt,
        /// Hour, 0 to 23; null: somebody is on duty at all hours
        quiet_from -> Nullable<BigInt>,
        /// Hour, 0 to 23
        quiet_until -> Nullable<BigInt>,
        /// Hours east of UTC in which these are told
        quiet_offset -> BigInt,
        /// Milliseconds: until then what is new and what comes from elsewhere waits; null: not guarded
        guarded_until -> Nullable<BigInt>,
        /// Who declared whom they work for does not speak as an alias here
        asks_labels -> Bool,
        /// Minutes, 0 to 120; 0: everybody answers at once
        first_minutes -> BigInt,
    }
}

diesel::table! {
    /// One line of a group's words and links: what happens where they are met.
    word_rule (id) {
        /// Random
        id -> BigInt,
        group_id -> BigInt,
        /// Words, phrases and domains, with commas between
        words -> Text,
        /// Note | fold | offer | hold | refuse
        does -> Text,
        /// For note and fold: the code of a content note; else empty
        note -> Text,
        /// Group where such words have a better home; null: none
        goes_to -> Nullable<BigInt>,
        /// What the writer reads; empty: the usual one
        sentence -> Text,
    }
}

diesel::table! {
    /// Somebody, or a thread, goes slower for some days.
    slow (group_id, thread_id, face_id) {
        group_id -> BigInt,
        /// 0: anywhere in the group
        thread_id -> BigInt,
        /// 0: everybody
        face_id -> BigInt,
        /// Between two things under one name
        minutes -> BigInt,
        /// Day it ends
        until_on -> BigInt,
    }
}

diesel::table! {
    /// What a member counts their days from. The book opens for their own live session alone, and for no copy of the database.
    counter (id) {
        /// Random
        id -> BigInt,
        face_id -> BigInt,
        /// Sealed by the member's secret: name, dates, zone, setbacks and their words
        book -> Text,
        /// JSON that their own page shows to who is signed in here; empty: nothing
        shown -> Text,
    }
}

diesel::table! {
    /// How somebody was on one day of their own clock: one row a day. Which day that is, only their own live session can tell.
    checkin (mark) {
        /// Keyed hash of the member's secret and the day, hex: one a day
        mark -> Text,
        face_id -> BigInt,
        /// Sealed by the member's secret
        entry -> Text,
        /// Who else reads weather and line; null: nobody
        group_id -> Nullable<BigInt>,
        /// For the group: good | okay | mixed | hard | very-hard; empty: nothing is shared
        weather -> Text,
        /// For the group; may be empty
        line -> Text,
        /// Day it was shared; null: it is not
        shared_on -> Nullable<BigInt>,
    }
}

diesel::table! {
    /// Somebody asks for company right now, and the small room that opens. All of it goes within a day: the row, who sat there, every word.
    ask (id) {
        /// Random
        id -> BigInt,
        /// What addresses call it
        public_id -> Text,
        /// Who asks, under their own name; never an alias
        face_id -> BigInt,
        /// Craving | used | company
        need -> Text,
        /// Sealed; empty: none, or it is over
        line -> Text,
        /// Month of the key that opens line and words, YYYY-MM
        month -> Text,
        /// Lamps | groups | everyone: how far it may go
        consent -> Text,
        /// Lamps | groups | everyone: how far it has gone
        circle -> Text,
        /// Open | claimed | talking | easing | closed | taken-back | unanswered | left | handed-off
        phase -> Text,
        /// How often it was asked: what was to widen an earlier round widens nothing
        round -> BigInt,
        /// When this round was asked, in milliseconds; the day alone once somebody came
        rung_at -> BigInt,
        /// When all of it goes: a full hour
        ends_at -> BigInt,
        /// Day it was over; null: it lives
        over_on -> Nullable<BigInt>,
        /// Whether whoever listens points to the helplines; who did is not kept
        is_pointed -> Bool,
        /// Asked often within a day: it is listed, and rings no device
        is_quiet -> Bool,
        /// Another listener is asked for while somebody is there: since rung_at, for minutes
        is_calling -> Bool,
        /// Those who came have said nothing for some minutes: others are asked, too
        is_silent -> Bool,
    }
}

diesel::table! {
    /// Who came. A row without a seat has left, and reads nothing any more.
    ask_seat (ask_id, face_id) {
        ask_id -> BigInt,
        face_id -> BigInt,
        /// 1 to 3; null: they left
        seat -> Nullable<BigInt>,
        /// Whoever asked would rather have somebody else: they are not asked again
        is_let_go -> Bool,
        /// They stay until somebody else comes, and are gone in that moment
        hands_over -> Bool,
    }
}

diesel::table! {
    /// What was said in the room. No times: the order is the number.
    ask_word (ask_id, number) {
        ask_id -> BigInt,
        /// Sequence in this room
        number -> BigInt,
        face_id -> BigInt,
        /// Sealed
        words -> Text,
        /// Hash of the form it came with; null: none
        once -> Nullable<Text>,
    }
}

diesel::table! {
    /// Somebody who is there to listen: whether their lamp is lit, and when they would like to be asked.
    lamp (face_id) {
        face_id -> BigInt,
        /// When it goes out by itself, to five minutes; null: it is out
        lit_until -> Nullable<BigInt>,
        /// People at a time: 1 to 3
        most -> BigInt,
        /// Lamps | groups | everyone: who may ask while it is out; lamps: nobody
        askable -> Text,
        /// Of hours on duty, a space between: mon tue wed thu fri sat sun; empty: none
        days -> Text,
        /// 0 to 23 on the clock of zone
        from_hour -> BigInt,
        /// 0 to 23; not later than from_hour: the next day
        to_hour -> BigInt,
        /// Europe/Berlin
        zone -> Text,
        /// Nobody asks them before, in milliseconds; null: no rest
        rests_until -> Nullable<BigInt>,
        /// Day by their own clock on which they asked to be asked how they are; null: nothing is asked
        looks_back_on -> Nullable<BigInt>,
        /// People they come to in 24 hours at most; 0: as many as ask
        a_day -> BigInt,
    }
}

diesel::table! {
    /// How asking went, in numbers that belong to nobody.
    ask_tally (month, hour, outcome) {
        /// YYYY-MM
        month -> Text,
        /// 0 to 23, in UTC
        hour -> BigInt,
        /// Asked | soon | ten | later | unanswered
        outcome -> Text,
        n -> BigInt,
    }
}

diesel::table! {
    /// Somebody who does not want to meet a face: neither side meets the other's words. Never told to anybody, and no moment is kept.
    block (by_face, face_id) {
        /// Whose wish it is: a member's own name, never an alias
        by_face -> BigInt,
        /// Whom: the name or alias that was seen, and no other of the same person
        face_id -> BigInt,
    }
}

diesel::table! {
    /// What somebody asked to hear less of: a face, a group or a community; one of the three. It can still be opened.
    mute (id) {
        /// Random
        id -> BigInt,
        by_face -> BigInt,
        /// Null: not about a person
        face_id -> Nullable<BigInt>,
        /// Null: not about a group
        group_id -> Nullable<BigInt>,
        /// Another community, as peers are named; null: not about one
        domain -> Nullable<Text>,
        /// Day on which it ends; null: for good
        until_on -> Nullable<BigInt>,
    }
}

diesel::table! {
    /// A word between those who look after somebody and that person; or a note of theirs to each other. It goes with its concern.
    care (id) {
        /// Random
        id -> BigInt,
        /// Null: they told of a setback, and nobody is worried
        concern_id -> Nullable<BigInt>,
        /// Words | after | note: to the person | asks how they are | between those who look after them
        kind -> Text,
        /// For whom; null: a note
        face_id -> Nullable<BigInt>,
        /// Who wrote; null: nobody, or they are gone
        by_face -> Nullable<BigInt>,
        /// Sealed; empty: the words of the page
        words -> Text,
        /// Sealed: what they answered; empty: nothing
        answer -> Text,
        /// Month of the key that opens both, YYYY-MM
        month -> Text,
        /// Whether Support is offered with it
        offers -> Bool,
        /// Day
        done_on -> BigInt,
        /// Sequence, newest highest: the order without a clock
        number -> BigInt,
    }
}

diesel::table! {
    /// Whoever told of a setback and wants to be asked how they are: one row for each thread, until the last time.
    setback (thread_id) {
        /// No reference: words go by themselves
        thread_id -> BigInt,
        /// Who told
        face_id -> BigInt,
        /// How often they were asked
        step -> BigInt,
        /// When they are asked next, to the quarter hour, in milliseconds
        due_at -> BigInt,
    }
}

diesel::table! {
    /// A name that wants not to be asked how they are.
    care_quiet (face_id) {
        face_id -> BigInt,
    }
}

diesel::table! {
    /// One line in which a host's list differs from the one that comes with the server.
    phrase (words) {
        /// Words, one after the other
        words -> Text,
        /// Whether a line that comes with the server is left out; else one is added
        is_dropped -> Bool,
    }
}

diesel::table! {
    /// What those who serve in a group leave for whoever comes next.
    handover (group_id) {
        group_id -> BigInt,
        /// Markdown
        words -> Text,
        /// Who wrote it last; null: they are gone
        by_face -> Nullable<BigInt>,
        /// Day
        written_on -> BigInt,
    }
}

diesel::table! {
    /// What was taken back elsewhere before it came, by each who said so: nobody's word stands in the way of another's.
    grave (uri, actor) {
        /// The address of the words
        uri -> Text,
        /// Who took them back, or the group that passed it on
        actor -> Text,
        /// The day; it is forgotten after a while
        taken_on -> BigInt,
    }
}

diesel::table! {
    /// A link with which somebody asks for a buddy: one use, three days. Only the hash of what the address holds is here.
    buddy_link (id) {
        /// Random
        id -> BigInt,
        /// SHA-256, hex
        token_hash -> Text,
        /// Who asks, under their own name; never an alias
        face_id -> BigInt,
        /// Daily | few | weekly
        cadence -> Text,
        /// What they need and offer, by the ring
        sealed -> Text,
        /// Last day on which it works
        expires_on -> BigInt,
        /// Whom it is for; null: whoever opens it
        to_face -> Nullable<BigInt>,
    }
}

diesel::table! {
    /// One side of two buddies: each has a row of their own, and both go at once.
    buddy (id) {
        /// Random
        id -> BigInt,
        face_id -> BigInt,
        with_face -> BigInt,
        /// Daily | few | weekly: how often they want to hear of each other
        cadence -> Text,
        /// What face_id needs and offers, by the ring
        sealed -> Text,
        /// The latest caring note of face_id, its day and how many that day, sealed by the ring; empty: never one
        noted -> Text,
    }
}

diesel::table! {
    /// What of their news somebody wants to be told, and where, and when not. Opens with the key ring alone.
    notice_choice (face_id) {
        face_id -> BigInt,
        /// JSON, filled up to one length, sealed by the key ring
        sealed -> Text,
    }
}

diesel::table! {
    /// The key this place shows to push services (RFC 8292): one row.
    push_key (id) {
        id -> BigInt,
        /// PKCS#8, sealed by the key ring
        sealed -> Text,
        /// Its public half, base64url
        public -> Text,
    }
}

diesel::table! {
    /// A device that may be told while nobody looks: as long as its session, and no longer.
    push_device (id) {
        /// Random
        id -> BigInt,
        /// Whose; never an alias's
        face_id -> BigInt,
        /// Which of their sessions; stands nowhere else unsealed
        session_id -> BigInt,
        /// Last day on which that session lets in
        until_on -> BigInt,
        /// Its address and keys, filled up to one length, sealed by the key ring
        sealed -> Text,
    }
}

diesel::table! {
    /// One device is to be told of one sort of news. Gone once it was told, within minutes most of the time.
    push_letter (id) {
        /// Random; the device knows it by this
        id -> BigInt,
        device_id -> BigInt,
        /// Replies | kindness | answered | lamp | place | service
        sort -> Text,
        /// Milliseconds since 1970, UTC: not before; while in a hand, when that hand is taken for dead
        due_at -> BigInt,
        /// Milliseconds since 1970, UTC: after this it is of no use
        late_at -> BigInt,
        tries -> BigInt,
        /// Somebody is sending it
        is_in_hand -> Bool,
    }
}

diesel::table! {
    /// Looking after the whole community is a turn: who carries it, until when, and who carried it before.
    term (id) {
        /// Random
        id -> BigInt,
        /// Who; null: they are gone
        face_id -> Nullable<BigInt>,
        /// Keeper | host
        rank -> Text,
        /// Day
        began_on -> BigInt,
        /// Day it ends by itself; null: without an end
        ends_on -> Nullable<BigInt>,
        /// They were told that it ends
        is_end_told -> Bool,
        /// Day it was over; null: it goes on
        ended_on -> Nullable<BigInt>,
    }
}

diesel::table! {
    /// What those who look after the whole community leave for whoever comes next: one row.
    house_handover (id) {
        id -> BigInt,
        /// Markdown, sealed by the key ring
        sealed -> Text,
        /// Who wrote it last; null: they are gone
        by_face -> Nullable<BigInt>,
        /// Day
        written_on -> BigInt,
    }
}

diesel::table! {
    /// How much of looking after others somebody takes on, and whether they are on a break. Who has no row takes what comes.
    pace (face_id) {
        face_id -> BigInt,
        /// Cases on one day; null: no end
        a_day -> Nullable<BigInt>,
        /// Cases in their hands at a time; null: no end
        at_once -> Nullable<BigInt>,
        /// What was told of lies behind a line until they open it
        folds -> Bool,
        /// They are on a break
        is_away -> Bool,
        /// Day a break ends by itself; null: when they say so
        back_on -> Nullable<BigInt>,
    }
}

diesel::table! {
    /// People of other communities whom the hosts keep away from all of this one.
    kept_away (face_id) {
        face_id -> BigInt,
        /// Day it ends; null: it has no end
        until_on -> Nullable<BigInt>,
    }
}

diesel::table! {
    /// How often people told of what, by month: counted as concerns are forgotten, so that nothing of them is kept but this.
    told_month (month, reason) {
        /// Months since the year 0
        month -> BigInt,
        /// As in report: the gravest of each concern
        reason -> Text,
        n -> BigInt,
    }
}

diesel::table! {
    /// What one of two buddies asked the other to notice: that they were not here for some days. Gone with the two.
    silence (id) {
        /// The side of whoever may go quiet
        id -> BigInt,
        face_id -> BigInt,
        /// Both said yes; as long as not, nothing is counted
        is_agreed -> Bool,
        /// After how many days, without what, and how many it has been; JSON, filled up to one length, by the ring
        sealed -> Text,
    }
}

diesel::table! {
    /// When one of two buddies asked to be thought of. Gone with the two.
    nudge (id) {
        /// The side of whoever asked
        id -> BigInt,
        face_id -> BigInt,
        /// Both said yes
        is_agreed -> Bool,
        /// How often, at which hour of which clock, and the last day; JSON, filled up to one length, by the ring
        sealed -> Text,
    }
}

diesel::table! {
    /// What a buddy reads of a check-in: weather and a line, for some days. Gone with the day, and with the two.
    checkin_told (mark) {
        mark -> Text,
        /// The side of whoever tells
        buddy_id -> BigInt,
        /// Which day, its weather and a line; JSON, filled up to one length, by the ring
        sealed -> Text,
        /// Day it was told
        told_on -> BigInt,
    }
}

diesel::table! {
    /// An address by which a member is told of news. It opens with the key ring alone, and lets nobody in.
    mail_address (id) {
        /// Random
        id -> BigInt,
        /// Whose; never an alias's
        face_id -> BigInt,
        /// Last day on which it may be confirmed; null: it was
        until_on -> Nullable<BigInt>,
        /// Of what the link holds that ends it: SHA-256, hex
        off_hash -> Text,
        /// The address, its links and how many mails went there today, filled up to one length, sealed by the key ring
        sealed -> Text,
    }
}

diesel::table! {
    /// One address is to be told of one sort of news. Gone once it was told.
    mail_letter (id) {
        /// Random
        id -> BigInt,
        address_id -> BigInt,
        /// Replies | kindness | answered | lamp | place | service; null: it asks whether the address is right
        sort -> Nullable<Text>,
        /// It stands for other sorts too
        is_several -> Bool,
        /// Milliseconds since 1970, UTC: not before; while in a hand, when that hand is taken for dead
        due_at -> BigInt,
        /// Milliseconds since 1970, UTC: after this it is of no use
        late_at -> BigInt,
        tries -> BigInt,
        /// Somebody is sending it
        is_in_hand -> Bool,
    }
}

diesel::table! {
    /// How often each listener came to somebody in one week, for as long as that week lasts.
    listening_week (week) {
        /// Monday weeks since 1970
        week -> BigInt,
        /// JSON, filled up, sealed by the key ring
        sealed -> Text,
    }
}

diesel::table! {
    /// What is left of a week in which ten or more listened: three numbers that belong to nobody.
    listening_tally (week) {
        /// Monday weeks since 1970
        week -> BigInt,
        /// Ten or more
        listeners -> BigInt,
        /// How often half of them came at most
        median -> BigInt,
        /// How often nobody came more
        most -> BigInt,
    }
}

diesel::table! {
    /// A week of the daily circle that somebody hosts, or was asked to. No row: nobody does, and the circle is open all the same.
    circle_week (week) {
        /// Weeks since 1969-12-29, UTC
        week -> BigInt,
        /// Who; never an alias
        face_id -> BigInt,
        /// False: they were asked, and have not said
        is_agreed -> Bool,
        /// Who asked; null: they offered, or said yes
        asked_by -> Nullable<BigInt>,
        /// They said no: whoever asked sees no difference
        is_let_go -> Bool,
    }
}

diesel::table! {
    /// Who is not asked to host for now: they were asked, or did, lately. Whether they said no is not kept.
    circle_rest (face_id) {
        face_id -> BigInt,
        /// Last week for which nobody asks them
        until_week -> BigInt,
        /// They said no to an ask that was taken back since
        is_kept -> Bool,
    }
}

diesel::table! {
    /// What the host says at the top of one day's circle. No row: nothing yet.
    circle_greeting (day) {
        /// Days since 1970, UTC
        day -> BigInt,
        /// Whose words
        face_id -> BigInt,
        words -> Text,
    }
}

diesel::table! {
    /// What a circle reads of a check-in: weather and a line, that day and the next. Gone with the check-in.
    circle_line (mark) {
        mark -> Text,
        /// In which day's circle; it stays there when the check-in is changed
        day -> BigInt,
        /// Its weather and a line; JSON, filled up to one length, by the ring
        sealed -> Text,
    }
}

diesel::table! {
    /// What another community told of words here. Nothing comes of it by itself.
    flag (id) {
        /// Random
        id -> BigInt,
        concern_id -> BigInt,
        /// The community: never who there
        domain -> Text,
        /// Sealed; '': none
        words -> Text,
        /// Month of the key that opens them, YYYY-MM
        month -> Text,
    }
}

diesel::table! {
    /// Words that somebody had folded for themself when they told of them. Nothing here is a function of an account alone.
    folded (mark) {
        /// Keyed hash of whoever folded and what, hex
        mark -> Text,
        /// The thread, or the one the reply is in; no reference: words go by themselves
        thread_id -> BigInt,
        /// Day it is forgotten
        until_on -> BigInt,
    }
}

diesel::table! {
    /// A milestone that a member shows to a group or to a buddy, so that a person there may give them a chip. For three days.
    milestone (id) {
        /// Random
        id -> BigInt,
        /// Whose; never an alias
        face_id -> BigInt,
        counter_id -> BigInt,
        /// Who reads it; null: a buddy does
        group_id -> Nullable<BigInt>,
        /// The side of whoever shows it; null: a group reads it
        buddy_id -> Nullable<BigInt>,
        /// Days | months | years
        span -> Text,
        /// How many
        number -> BigInt,
        /// Day it was shown
        shown_on -> BigInt,
        /// Its name, filled up to one length, by the ring; null: it has none
        sealed -> Nullable<Text>,
    }
}

diesel::table! {
    /// A chip that a person gave, with words of their own. Nothing here gives one by itself.
    chip (id) {
        /// Random
        id -> BigInt,
        /// Who gave it
        by_face -> BigInt,
        /// Whose
        face_id -> BigInt,
        /// For which; null: it is no longer shown
        milestone_id -> Nullable<BigInt>,
        /// Days | months | years
        span -> Text,
        /// How many
        number -> BigInt,
        /// The words, filled up to one length, by the ring
        sealed -> Text,
        /// New | kept | hidden
        state -> Text,
        /// Day it was given
        given_on -> BigInt,
    }
}

diesel::table! {
    /// A day on which what somebody says goes to one group alone. Why is not kept: whoever had a hard day, used, or is tired has the same row. Gone when they have looked back on it.
    shelter (face_id) {
        /// Whose; an alias is not held by it, or it would say whose it is
        face_id -> BigInt,
        /// The only one that reads what they say
        group_id -> BigInt,
        /// Milliseconds since 1970, to the full hour; afterwards it only waits to be looked back on
        until -> BigInt,
    }
}

diesel::table! {
    /// Somebody reads along in a group and says nothing there for some days, because those who look after it decided so.
    reads_along (group_id, face_id) {
        group_id -> BigInt,
        /// A name or an alias; neither says anything of the other
        face_id -> BigInt,
        /// Day it ends
        until_on -> BigInt,
    }
}

diesel::table! {
    /// What a member wrote for a hard hour of their own, and how strong waves were. It opens for their own live session alone, and for no copy of the database.
    plan_card (face_id) {
        /// Whose
        face_id -> BigInt,
        /// Sealed by the member's secret: words by heading, numbers by day
        card -> Text,
    }
}

diesel::table! {
    /// Somebody reads along in every group and says nothing for some days, because those who look after the community decided so.
    reads_along_here (face_id) {
        /// A name here or of another community; says nothing of its aliases
        face_id -> BigInt,
        /// Day it ends
        until_on -> BigInt,
    }
}

diesel::table! {
    /// A note a member left for themselves, which Today shows them for some days. It opens for their own live session alone, and for no copy of the database.
    own_note (face_id) {
        /// Whose
        face_id -> BigInt,
        /// Sealed by the member's secret: since when it counts, and what of it was put off
        note -> Text,
        /// Weeks since 1969-12-29, UTC: with the end of this one it is swept
        week -> BigInt,
    }
}

diesel::table! {
    /// Words that are out of sight because those who look after their group, which is of another community, blocked whoever wrote them. They come back when that is taken back.
    away_there (thread_id, reply_id) {
        thread_id -> BigInt,
        /// 0: the thread itself
        reply_id -> BigInt,
    }
}

diesel::table! {
    /// How far a member chose to ask the last time: the next ask begins there. It opens for their own live session alone, and for no copy of the database.
    ask_usual (face_id) {
        /// Whose
        face_id -> BigInt,
        /// Lamps | groups | everyone, filled up to one length, sealed by the member's secret
        sealed -> Text,
    }
}

diesel::joinable!(job -> event (event_id));
diesel::joinable!(account -> face (face_id));
diesel::joinable!(credential -> account (account_id));
diesel::joinable!(passkey -> account (account_id));
diesel::joinable!(recovery_code -> account (account_id));
diesel::joinable!(invitation -> face (made_by));
diesel::joinable!(group_pathway -> group_ (group_id));
diesel::joinable!(group_topic -> group_ (group_id));
diesel::joinable!(group_note_rule -> group_ (group_id));
diesel::joinable!(membership -> group_ (group_id));
diesel::joinable!(membership -> face (face_id));
diesel::joinable!(thread -> group_ (group_id));
diesel::joinable!(thread -> face (author_face));
diesel::joinable!(reply -> thread (thread_id));
diesel::joinable!(reply -> face (author_face));
diesel::joinable!(revision -> thread (thread_id));
diesel::joinable!(reaction -> thread (thread_id));
diesel::joinable!(reaction -> face (face_id));
diesel::joinable!(draft -> face (face_id));
diesel::joinable!(notice -> face (face_id));
diesel::joinable!(notice -> thread (thread_id));
diesel::joinable!(notice -> reply (reply_id));
diesel::joinable!(notice -> group_ (group_id));
diesel::joinable!(search_entry -> thread (thread_id));
diesel::joinable!(search_entry -> reply (reply_id));
diesel::joinable!(alias -> face (face_id));
diesel::joinable!(alias -> group_ (group_id));
diesel::joinable!(alias -> thread (thread_id));
diesel::joinable!(alias_ban -> group_ (group_id));
diesel::joinable!(held -> thread (thread_id));
diesel::joinable!(held -> group_ (group_id));
diesel::joinable!(alias_appeal -> face (face_id));
diesel::joinable!(peer_group -> group_ (group_id));
diesel::joinable!(delivery -> activity (activity_id));
diesel::joinable!(concern -> group_ (group_id));
diesel::joinable!(report -> concern (concern_id));
diesel::joinable!(act -> group_ (group_id));
diesel::joinable!(follower -> group_ (group_id));
diesel::joinable!(far_group -> group_ (group_id));
diesel::joinable!(far_face -> face (face_id));
diesel::joinable!(house_rule -> group_ (group_id));
diesel::joinable!(word_rule -> group_ (group_id));
diesel::joinable!(slow -> group_ (group_id));
diesel::joinable!(counter -> face (face_id));
diesel::joinable!(checkin -> face (face_id));
diesel::joinable!(checkin -> group_ (group_id));
diesel::joinable!(ask -> face (face_id));
diesel::joinable!(ask_seat -> ask (ask_id));
diesel::joinable!(ask_seat -> face (face_id));
diesel::joinable!(ask_word -> ask (ask_id));
diesel::joinable!(ask_word -> face (face_id));
diesel::joinable!(lamp -> face (face_id));
diesel::joinable!(block -> face (by_face));
diesel::joinable!(mute -> face (by_face));
diesel::joinable!(mute -> group_ (group_id));
diesel::joinable!(care -> concern (concern_id));
diesel::joinable!(handover -> group_ (group_id));
diesel::joinable!(buddy_link -> face (face_id));
diesel::joinable!(buddy -> face (face_id));
diesel::joinable!(notice_choice -> face (face_id));
diesel::joinable!(push_device -> face (face_id));
diesel::joinable!(push_letter -> push_device (device_id));
diesel::joinable!(pace -> face (face_id));
diesel::joinable!(kept_away -> face (face_id));
diesel::joinable!(silence -> buddy (id));
diesel::joinable!(silence -> face (face_id));
diesel::joinable!(nudge -> buddy (id));
diesel::joinable!(nudge -> face (face_id));
diesel::joinable!(checkin_told -> checkin (mark));
diesel::joinable!(checkin_told -> buddy (buddy_id));
diesel::joinable!(mail_address -> face (face_id));
diesel::joinable!(mail_letter -> mail_address (address_id));
diesel::joinable!(circle_week -> face (face_id));
diesel::joinable!(circle_rest -> face (face_id));
diesel::joinable!(circle_greeting -> face (face_id));
diesel::joinable!(circle_line -> checkin (mark));
diesel::joinable!(flag -> concern (concern_id));
diesel::joinable!(milestone -> face (face_id));
diesel::joinable!(milestone -> counter (counter_id));
diesel::joinable!(milestone -> group_ (group_id));
diesel::joinable!(milestone -> buddy (buddy_id));
diesel::joinable!(chip -> face (by_face));
diesel::joinable!(chip -> milestone (milestone_id));
diesel::joinable!(shelter -> face (face_id));
diesel::joinable!(shelter -> group_ (group_id));
diesel::joinable!(reads_along -> group_ (group_id));
diesel::joinable!(plan_card -> face (face_id));
diesel::joinable!(own_note -> face (face_id));
diesel::joinable!(away_there -> thread (thread_id));
diesel::joinable!(ask_usual -> face (face_id));

diesel::allow_tables_to_appear_in_same_query!(
    event,
    job,
    community,
    helpline,
    face,
    account,
    return_salt,
    credential,
    passkey,
    recovery_code,
    session,
    invitation,
    group_,
    group_pathway,
    group_topic,
    group_note_rule,
    membership,
    thread,
    reply,
    revision,
    reaction,
    draft,
    notice,
    search_entry,
    key_ring,
    alias,
    alias_ban,
    held,
    alias_appeal,
    actor_key,
    remote_actor,
    peer,
    peer_group,
    activity,
    delivery,
    mailbag,
    holding,
    concern,
    report,
    act,
    follower,
    far_group,
    far_face,
    far_post,
    parcel,
    house_rule,
    word_rule,
    slow,
    counter,
    checkin,
    ask,
    ask_seat,
    ask_word,
    lamp,
    ask_tally,
    block,
    mute,
    care,
    setback,
    care_quiet,
    phrase,
    handover,
    grave,
    buddy_link,
    buddy,
    notice_choice,
    push_key,
    push_device,
    push_letter,
    term,
    house_handover,
    pace,
    kept_away,
    told_month,
    silence,
    nudge,
    checkin_told,
    mail_address,
    mail_letter,
    listening_week,
    listening_tally,
    circle_week,
    circle_rest,
    circle_greeting,
    circle_line,
    flag,
    folded,
    milestone,
    chip,
    shelter,
    reads_along,
    plan_card,
    reads_along_here,
    own_note,
    away_there,
    ask_usual,
);
