//! What may be decided.

crate::text_enum! {
    /// What is decided, the lightest first.
    pub enum Verb {
        /// It stays as it is.
        Fine = "fine",
        /// Somebody was with whoever wrote it: it is closed for now, and they are asked how they are the next day.
        Care = "care",
        /// A note to whoever wrote it.
        Note = "note",
        /// A warning to whoever wrote it: what comes if it goes on.
        Warn = "warn",
        /// A label stands beside its writer's name: whom they work for.
        Label = "label",
        /// Its words are folded behind a content note.
        Fold = "fold",
        /// It is out of sight.
        Remove = "remove",
        /// All that its writer said in the group is out of sight.
        RemoveAll = "remove-all",
        /// It stands in another group, which the same people look after.
        Move = "move",
        /// It takes no more replies.
        Lock = "lock",
        /// It is kept at the top of its group.
        Pin = "pin",
        /// Words that waited for a look stand.
        HeldThrough = "held-through",
        /// Words that waited for a look went back to their writer.
        HeldBack = "held-back",
        /// A group is guarded for a day.
        Guard = "guard",
        /// What a group checks by itself was changed.
        Rules = "rules",
        /// Its thread takes one thing an hour from everybody, for some days.
        SlowThread = "slow-thread",
        /// Somebody's line is out of the daily circle.
        CircleLine = "circle-line",
        /// What a host said at the top of the daily circle is out of it.
        CircleGreeting = "circle-greeting",
        /// Somebody hosts the daily circle no longer.
        CircleWeek = "circle-week",
        /// Its writer says one thing an hour in the group, for some days.
        Slow = "slow",
        /// Its writer reads along in the group and says nothing there, for some days.
        Mute = "mute",
        /// Its writer is paused in the group.
        Pause = "pause",
        /// Its writer is out of the group.
        Close = "close",
        /// An alias is out of the group, and so is whoever is behind it, under any other.
        CloseBehind = "close-behind",
        /// Somebody outside of the community is asked to help: a last resort, and the record of it.
        Outside = "outside",
        /// They read along in every group and say nothing, for some days.
        MuteHere = "mute-here",
        /// All that they said anywhere, as far as whoever decides may read it, is out of sight.
        RemoveAllHere = "remove-all-here",
        /// Their account is paused.
        PauseHere = "pause-here",
        /// Their account is closed.
        CloseHere = "close-here",
        /// What they do for the community was set.
        Appoint = "appoint",
        /// Somebody of another community is kept away from this one, for some days.
        PauseFar = "pause-far",
        /// The same without an end.
        CloseFar = "close-far",
        /// All that came from a whole community and stands is out of sight.
        RemoveThere = "remove-there",
        /// A whole community may do again what its link allows.
        AllowThere = "allow-there",
        /// No pictures are taken from a whole community.
        MediaThere = "media-there",
        /// A whole community stays in the background.
        LimitThere = "limit-there",
        /// What comes from a whole community waits for a look.
        HoldThere = "hold-there",
        /// A whole community is kept away.
        BlockThere = "block-there",
    }
}

impl Verb {
    /// What is gone with it stays gone, or is changed where it was set: it is answered, and not taken back in the log.
    pub const FOR_GOOD: [Self; 9] = [
        Self::CircleLine,
        Self::CircleGreeting,
        Self::CircleWeek,
        Self::HeldThrough,
        Self::HeldBack,
        Self::Guard,
        Self::Rules,
        Self::CloseBehind,
        Self::Appoint,
    ];

    /// What a whole community elsewhere may do.
    const THERE: [Self; 5] =
        [Self::AllowThere, Self::MediaThere, Self::LimitThere, Self::HoldThere, Self::BlockThere];

    /// Whether it ends by itself, on a day that is chosen.
    #[must_use]
    pub const fn has_days(self) -> bool {
        matches!(
            self,
            Self::SlowThread
                | Self::Slow
                | Self::Mute
                | Self::MuteHere
                | Self::Pause
                | Self::PauseHere
                | Self::PauseFar
        )
    }

    /// The decisions that stand in one place with this one: the newest of them holds there.
    #[must_use]
    pub const fn family(self) -> &'static [Self] {
        match self {
            Self::Pause | Self::Close => &[Self::Pause, Self::Close],
            Self::PauseHere | Self::CloseHere => &[Self::PauseHere, Self::CloseHere],
            Self::PauseFar | Self::CloseFar => &[Self::PauseFar, Self::CloseFar],
            Self::Mute => &[Self::Mute],
            Self::MuteHere => &[Self::MuteHere],
            Self::Slow => &[Self::Slow],
            Self::SlowThread => &[Self::SlowThread],
            Self::Lock => &[Self::Lock],
            Self::Fold => &[Self::Fold],
            Self::Label => &[Self::Label],
            _ if self.is_there() => &Self::THERE,
            _ => &[],
        }
    }

    /// Whether it leaves behind what was there before, so that a newer one of its sort stands on it.
    #[must_use]
    pub const fn stands_on_another(self) -> bool {
        matches!(self, Self::Fold | Self::Label) || self.is_there()
    }

    /// Whether it puts words out of sight. These may be in one another's way without being of one sort: several keep the same
    /// words away, and these come back with the last of them.
    #[must_use]
    pub const fn hides_words(self) -> bool {
        matches!(self, Self::Remove | Self::RemoveAll | Self::RemoveAllHere | Self::RemoveThere)
    }

    /// Whether two people decide it where somebody may be in distress: what warns them, hides words, keeps somebody from
    /// speaking or from being answered, or goes outside.
    #[must_use]
    pub const fn is_hard(self) -> bool {
        !matches!(self, Self::Fine | Self::Care | Self::Note | Self::Fold)
    }

    /// Whether whoever it is about is told: not where all stays as it is, nor where somebody was with them, nor where nobody
    /// of this community is meant.
    #[must_use]
    pub const fn is_told(self) -> bool {
        let is_about_all = self.is_there()
            || matches!(
                self,
                Self::RemoveThere
                    | Self::Pin
                    | Self::HeldThrough
                    | Self::Guard
                    | Self::Rules
                    | Self::CloseBehind
                    | Self::Appoint
            );
        !matches!(self, Self::Fine | Self::Care | Self::PauseFar | Self::CloseFar) && !is_about_all
    }

    /// Whether it says what a whole community elsewhere may do: decided, and taken back, where links are.
    #[must_use]
    pub const fn is_there(self) -> bool {
        matches!(
            self,
            Self::AllowThere | Self::MediaThere | Self::LimitThere | Self::HoldThere | Self::BlockThere
        )
    }
}

/// The key of a verb's words.
#[must_use]
pub fn verb_label(verb: &Verb) -> String {
    format!("act-verb-{}", verb.code())
}

#[test]
fn verbs_are_read_back_and_every_one_has_its_words() {
    let words = [
        include_str!("../../../../frontend/locales/en/looking.ftl"),
        include_str!("../../../../frontend/locales/en/crisis.ftl"),
        include_str!("../../../../frontend/locales/en/elsewhere.ftl"),
    ]
    .concat();
    for verb in Verb::ALL {
        assert_eq!(Verb::parse(verb.code()), Some(*verb));
        assert!(words.contains(&format!("\n{} = ", verb_label(verb))), "{verb}");
        assert!(words.contains(&format!("\nact-did-{} = ", verb.code())), "{verb}");
    }
}
