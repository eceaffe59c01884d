//! Who sends, and what about.

/// A sort of sender.
pub struct Who {
    /// As the page calls them.
    pub title: &'static str,
    /// Which community: 0 has the group, 1 is a partner too, 2 is nobody.
    pub host: usize,
    /// Where they are there.
    pub path: &'static str,
    /// Whether it comes within an `Announce` by the group there.
    pub is_through: bool,
    /// Whether it bears the name of a member here.
    pub is_ours: bool,
}

const fn who(title: &'static str, host: usize, path: &'static str) -> Who {
    Who { title, host, path, is_through: false, is_ours: false }
}

const fn through(title: &'static str, host: usize, path: &'static str) -> Who {
    Who { title, host, path, is_through: true, is_ours: false }
}

/// Every sort of sender.
pub const WHO: &[Who] = &[
    who("writer", 0, "/u/writer"),
    who("neighbour", 0, "/u/neighbour"),
    who("keeper", 0, "/u/keeper"),
    who("group", 0, "/g/owls"),
    who("community", 0, "/"),
    through("writer, through the group", 0, "/u/writer"),
    through("keeper, through the group", 0, "/u/keeper"),
    through("group, through itself", 0, "/g/owls"),
    who("partner", 1, "/u/partner"),
    through("partner, through the group", 1, "/u/partner"),
    who("stranger", 2, "/u/stranger"),
    Who { title: "one of ours", host: 0, path: "/u/writer", is_through: false, is_ours: true },
];

/// A sort of thing.
pub struct Thing {
    /// As the page calls it.
    pub title: &'static str,
    /// Whether it is a member's here, or the group's here.
    pub is_ours: bool,
}

const fn thing(title: &'static str) -> Thing {
    Thing { title, is_ours: false }
}

const fn ours(title: &'static str) -> Thing {
    Thing { title, is_ours: true }
}

/// Every sort of thing.
pub const THINGS: &[Thing] = &[
    thing("own thread"),
    thing("own reply"),
    thing("another's thread"),
    thing("another's reply"),
    ours("our thread"),
    ours("our reply"),
    ours("our group"),
    ours("our member"),
    thing("writer's there"),
    thing("neighbour's there"),
    thing("group there"),
    thing("self"),
];
