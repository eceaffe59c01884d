//! What is known of a server's health, and what follows from it.

use crate::db::disk::Space;
use crate::jobs::Backlog;
use crate::kernel::{Day, Moment};

/// A minute or two of waiting is nothing; this long, somebody should look. In seconds.
const QUEUE_LATE_S: i64 = 15 * 60;
/// Days after which a backup is old.
const BACKUP_DAYS: i64 = 7;

/// How many of everything; to compare a copy with what it was made from.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Counts {
    /// Names of members.
    pub people: i64,
    /// Groups.
    pub groups: i64,
    /// Threads.
    pub threads: i64,
    /// Replies.
    pub replies: i64,
}

/// How the server is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Health {
    /// When this was looked at.
    pub now: Moment,
    /// Threads that nobody has answered.
    pub waiting: i64,
    /// The day the oldest of them was opened.
    pub waiting_since: Option<Day>,
    /// What waits in the queue.
    pub backlog: Backlog,
    /// Jobs that were given up: kind and why.
    pub parked: Vec<(String, Option<String>)>,
    /// Room on the disk.
    pub space: Option<Space>,
    /// The day of the last backup.
    pub backup_on: Option<Day>,
    /// Helplines nobody has tried.
    pub unchecked: i64,
    /// Whether the key ring is here.
    pub has_ring: bool,
    /// Whether a copy of it was ever made.
    pub has_ring_copy: bool,
    /// How many look after people: keepers and hosts.
    pub keepers: i64,
    /// People who asked to come in and wait for a yes.
    pub asking: i64,
    /// Communities that ask to be partners, or whose key has changed.
    pub links: i64,
    /// Whether set-up is finished.
    pub is_open: bool,
}

crate::text_enum! {
    /// What a host should do next. Declared in order of harm.
    pub enum Todo {
        /// New words are refused.
        Disk = "disk",
        /// What is sealed stays shut.
        Ring = "ring",
        /// A number on the helpline page was never tried.
        Helplines = "helplines",
        /// Somebody has waited for a first reply since yesterday or longer.
        Waiting = "waiting",
        /// Work was given up.
        Parked = "parked",
        /// Work waits too long.
        Queue = "queue",
        /// No backup, or an old one.
        Backup = "backup",
        /// If the key ring is lost, nothing brings it back.
        RingCopy = "ring-copy",
        /// Nobody else looks after people.
        Keeper = "keeper",
        /// Somebody asked to come in.
        Asking = "asking",
        /// A community asks to be a partner, or its key has changed.
        Links = "links",
    }
}

impl Todo {
    /// The Fluent key of what it is called.
    #[must_use]
    pub fn title(self) -> &'static str {
        match self {
            Self::Disk => "todo-disk",
            Self::Ring => "todo-ring",
            Self::Helplines => "todo-helplines",
            Self::Waiting => "todo-waiting",
            Self::Parked => "todo-parked",
            Self::Queue => "todo-queue",
            Self::Backup => "todo-backup",
            Self::RingCopy => "todo-ring-copy",
            Self::Keeper => "todo-keeper",
            Self::Asking => "todo-asking",
            Self::Links => "todo-links",
        }
    }

    /// The Fluent key of what would help.
    #[must_use]
    pub fn hint(self) -> &'static str {
        match self {
            Self::Disk => "todo-disk-hint",
            Self::Ring => "todo-ring-hint",
            Self::Helplines => "todo-helplines-hint",
            Self::Waiting => "todo-waiting-hint",
            Self::Parked => "todo-parked-hint",
            Self::Queue => "todo-queue-hint",
            Self::Backup => "todo-backup-hint",
            Self::RingCopy => "todo-ring-copy-hint",
            Self::Keeper => "todo-keeper-hint",
            Self::Asking => "todo-asking-hint",
            Self::Links => "todo-links-hint",
        }
    }

    /// Where it is done, if there is a page for it.
    #[must_use]
    pub fn url(self) -> Option<&'static str> {
        match self {
            Self::Helplines => Some("/host/helplines"),
            Self::Links => Some("/host/partners"),
            Self::Waiting => Some("/"),
            Self::Keeper | Self::Asking => Some("/host/people"),
            Self::Disk | Self::Ring | Self::Parked | Self::Queue | Self::Backup | Self::RingCopy => None,
        }
    }
}

impl Health {
    /// How long the oldest due job has waited, in seconds.
    #[must_use]
    pub fn queue_age_s(&self) -> i64 {
        self.backlog.oldest.map_or(0, |oldest| self.now.seconds_since(oldest).max(0))
    }

    /// Whether the disk still takes new words. If the system does not say, it does.
    #[must_use]
    pub fn has_room(&self) -> bool {
        self.space.is_none_or(|space| space.is_enough())
    }

    /// Whether work is done in time.
    #[must_use]
    pub fn is_queue_late(&self) -> bool {
        self.queue_age_s() > QUEUE_LATE_S
    }

    /// What to do next, the most harmful first.
    #[must_use]
    pub fn todo(&self) -> Vec<Todo> {
        let today = self.now.day();
        let applies = |todo: Todo| match todo {
            Todo::Disk => !self.has_room(),
            Todo::Ring => !self.has_ring,
            Todo::Helplines => self.unchecked > 0,
            Todo::Waiting => self.waiting_since.is_some_and(|since| since < today),
            Todo::Parked => self.backlog.parked > 0,
            Todo::Queue => self.is_queue_late(),
            Todo::Backup => self.backup_on.is_none_or(|day| today.0 - day.0 > BACKUP_DAYS),
            Todo::RingCopy => !self.has_ring_copy,
            Todo::Keeper => self.keepers < 2,
            Todo::Asking => self.asking > 0,
            Todo::Links => self.links > 0,
        };
        Todo::ALL.iter().copied().filter(|todo| applies(*todo)).collect()
    }
}

#[test]
fn what_harms_most_comes_first() {
    let now = Moment(1_795_289_400_000);
    let well = Health {
        now,
        waiting: 1,
        waiting_since: Some(now.day()),
        backlog: Backlog::default(),
        parked: Vec::new(),
        space: None,
        backup_on: Some(now.day()),
        unchecked: 0,
        has_ring: true,
        has_ring_copy: true,
        keepers: 2,
        asking: 0,
        links: 0,
        is_open: true,
    };
    assert_eq!(well.todo(), []);
    let poor = Health {
        space: Some(Space { free: 0, total: 1 }),
        waiting_since: Some(now.day().plus(-1)),
        backlog: Backlog { oldest: Some(now.plus_s(-3_600)), parked: 1, ..Backlog::default() },
        backup_on: Some(now.day().plus(-8)),
        unchecked: 1,
        has_ring: false,
        has_ring_copy: false,
        keepers: 1,
        asking: 1,
        links: 1,
        ..well
    };
    assert_eq!(poor.todo(), Todo::ALL);
}
