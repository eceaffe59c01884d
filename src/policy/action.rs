//! Everything that somebody may or may not do.

crate::text_enum! {
    /// A thing to be done; each has one row in `docs/reference/policy-table.md`.
    pub enum Action {
        /// Start a group.
        StartGroup = "start-group",
        /// Make a link that lets somebody into the community.
        InviteToCommunity = "invite-to-community",
        /// Change the community's name, words, doors and helplines.
        ManageCommunity = "manage-community",
        /// Link with other communities, and say what each of them may do.
        ManageLinks = "manage-links",
        /// Let people in, pause, close, appoint.
        ManagePeople = "manage-people",
        /// Read how the server is.
        SeeHealth = "see-health",
        /// Join, or ask to join, a group.
        JoinGroup = "join-group",
        /// Leave a group.
        LeaveGroup = "leave-group",
        /// See who is in a group.
        SeePeople = "see-people",
        /// Make a link that lets somebody into a group.
        InviteToGroup = "invite-to-group",
        /// Answer those who ask to join a group.
        AnswerAsk = "answer-ask",
        /// Change a group's words and rules.
        EditGroup = "edit-group",
        /// Say who looks after a group.
        AppointInGroup = "appoint-in-group",
        /// Say what a group checks by itself, and guard it for a day.
        KeepRules = "keep-rules",
        /// See who serves in a group, and what they hand over.
        SeeService = "see-service",
        /// Open a thread.
        OpenThread = "open-thread",
        /// Answer a thread or a reply.
        Reply = "reply",
        /// Put a kind word under a post.
        React = "react",
        /// Say to a group how one is today.
        CheckInWithGroup = "check-in-with-group",
        /// Say to the community's daily circle how one is.
        SpeakInCircle = "speak-in-circle",
        /// Show a group a milestone of one's own.
        ShowMilestone = "show-milestone",
        /// Give somebody a chip, with words, for a milestone they show.
        GiveChip = "give-chip",
        /// Host the daily circle for a week, and say who may be next.
        HostCircle = "host-circle",
        /// Ask for company right now.
        AskForCompany = "ask-for-company",
        /// Say that one is there to listen, and come when somebody asks.
        Listen = "listen",
        /// Say something in a small room.
        SpeakInRoom = "speak-in-room",
        /// Say who may be asked for company, and when it is enough.
        SteerAsk = "steer-ask",
        /// Change one's own words.
        EditOwn = "edit-own",
        /// Take one's own words back.
        TakeBackOwn = "take-back-own",
        /// Read how words were before they were changed.
        SeeRevisions = "see-revisions",
        /// Let words that wait through; pause or close an alias.
        KeepAliases = "keep-aliases",
        /// Say whom one does not want to meet, and what one hears less of.
        ChooseWhomToMeet = "choose-whom-to-meet",
        /// Have what one says go to one group alone for a day.
        GoSmall = "go-small",
        /// Tell those who look after things about a post, a person or a group.
        TellConcern = "tell-concern",
        /// Look at what people told of a group, and decide.
        DecideConcern = "decide-concern",
        /// Be with somebody people worry about in a group: write to them, call a second person, close it for now.
        CareFor = "care-for",
        /// Look at what people told of those who look after a group, of people and groups, and decide.
        DecideForCommunity = "decide-for-community",
        /// Stop a thread from being answered, or let it go on.
        LockThread = "lock-thread",
        /// Keep a thread at the top of its group.
        PinThread = "pin-thread",
        /// Move a thread out of a group, or into one: both are asked about.
        MoveThread = "move-thread",
    }
}
