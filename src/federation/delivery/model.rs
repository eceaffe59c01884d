//! What a letter is made of, and what can become of it.

use std::time::Duration;

use crate::kernel::Day;

/// The channel on which processes tell each other that letters wait; also the subject of wakes within one.
pub const LETTERS: &str = "letters";

crate::text_enum! {
    /// What an activity does to its object; decides what it makes superfluous.
    pub enum Kind {
        /// Gives others something they did not have.
        Create = "create",
        /// Gives it anew: what was to be given before need not be.
        Update = "update",
        /// Asks them to let go of it: nothing else of it need arrive.
        Delete = "delete",
        /// About how two communities stand to each other; goes to those that are no partners yet.
        Link = "link",
        /// Anything else. Never left out.
        Other = "other",
    }
}

crate::text_enum! {
    /// Why something was not taken.
    pub enum Why {
        /// Nobody answers there.
        Unreachable = "unreachable",
        /// The answer took too long.
        Slow = "slow",
        /// It asked us to come back later.
        Busy = "busy",
        /// It met a fault of its own.
        TheirFault = "their-fault",
        /// It could not tell that it was from us.
        NotVerified = "not-verified",
        /// It does not want it.
        Refused = "refused",
        /// The address is not one we may speak to.
        Unsafe = "unsafe",
        /// It was tried for as long as such a letter is.
        TooLate = "too-late",
    }
}

/// Something to be sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Activity {
    /// What it does to its object.
    pub kind: Kind,
    /// The address of what it is about.
    pub object: String,
    /// The key to sign with.
    pub key_id: String,
    /// JSON as it leaves, byte for byte.
    pub body: Vec<u8>,
    /// Handed to whoever is asked whether it may still go.
    pub about: String,
}

/// Where a copy goes. Hosts with a shared inbox get one.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Recipient {
    /// The host's name, as [`crate::federation::peers::Domain`] writes it.
    pub domain: String,
    /// The address of its inbox.
    pub inbox: String,
}

/// An activity on its way to one host.
#[derive(Debug, Clone, PartialEq, Eq, diesel::Queryable)]
pub struct Letter {
    /// Its place in the order of all that leaves.
    pub id: i64,
    /// The host.
    pub domain: String,
    /// Where it is posted.
    pub inbox: String,
    /// What it does to its object.
    pub kind: Kind,
    /// The address of what it is about.
    pub object: String,
    /// The key to sign with.
    pub key_id: String,
    /// JSON.
    pub body: Vec<u8>,
    /// What to ask before it goes.
    pub about: String,
}

/// Whether a letter may still go, asked in the moment before it does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum May {
    /// It may.
    Go,
    /// Not now, and nothing behind it: somebody has to look first.
    Rest,
    /// Never: whoever it was for left, or the door was shut.
    Drop,
}

/// What became of a letter that was posted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// They have it.
    Taken,
    /// Not now: this one and all behind it wait.
    Again {
        /// How long they asked us to wait.
        after: Option<Duration>,
        /// Why.
        why: Why,
    },
    /// They will never take this one; those behind it go on.
    Never(Why),
}

/// A letter that was given up, as hosts see it: whose words it holds is not theirs to read here.
#[derive(Debug, Clone, PartialEq, Eq, diesel::Queryable)]
pub struct DeadLetter {
    /// Its place in the order.
    pub id: i64,
    /// What it was to do.
    pub kind: Kind,
    /// Why it was given up.
    pub reason: String,
    /// The day.
    pub given_up_on: Option<Day>,
}

/// How a host takes what is sent.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Health {
    /// Letters that wait.
    pub waiting: i64,
    /// Letters that were given up.
    pub given_up: i64,
    /// Turns in a row without success.
    pub failures: i64,
    /// The day it last took something.
    pub ok_on: Option<Day>,
    /// The day its silence began.
    pub silent_on: Option<Day>,
    /// What the last failure was.
    pub fault: Option<Why>,
    /// How many words of ours it holds.
    pub holds: i64,
}

crate::text_enum! {
    /// The same in one word, for people.
    pub enum Spirits {
        /// Nothing was ever sent there.
        Unknown = "unknown",
        /// It takes what is sent.
        Fine = "fine",
        /// It did not answer the last time, or the last few.
        Shaky = "shaky",
        /// It has not answered for long; it is asked now and then.
        Silent = "silent",
    }
}
