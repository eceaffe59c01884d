//! How much the server takes before it says "in a moment". All counting is in memory and forgotten.

crate::settings! { "limits",
    /// How much the server takes before it says "in a moment". All counting is in memory and forgotten.
    pub struct Limits {
        /// The largest form or JSON body, in bytes. From 65536 to 16777216.
        pub body_bytes_max: u32 = 1_048_576,

        /// New names a network may take in an hour. A network is a /24 (or /48) and has no other use.
        pub arrivals_per_hour: u32 = 20,

        /// Tries to come back in that a network has in ten minutes.
        pub returns_per_ten_minutes: u32 = 30,

        /// Posts and replies one member may send in an hour.
        pub posts_per_hour: u32 = 60,

        /// Posts a member may send in the first hour after coming in.
        pub posts_first_hour: u32 = 3,

        /// Replies a member may send in the first hour after coming in.
        pub replies_first_hour: u32 = 12,

        /// Other names one member may try to take in a day. Each try tells whether a name is taken.
        pub names_per_day: u32 = 10,

        /// New aliases one member may make in a day.
        pub aliases_per_day: u32 = 3,

        /// Posts and replies one member may send as an alias in an hour.
        pub alias_posts_per_hour: u32 = 10,

        /// Posts and replies one member may send as an alias in a day.
        pub alias_posts_per_day: u32 = 40,

        /// Live connections the server keeps open at once.
        pub live_max: u32 = 2_000,

        /// Password and return-word checks that may wait; each takes tens of milliseconds. Past that: 503.
        pub hashing_queue: u32 = 50,

        /// Memory one such check takes, in KiB. From 64 to 262144. Less than 19456 makes a stolen copy easier to
        /// guess; what was kept before stays as strong as it was.
        pub hashing_memory_kib: u32 = 19_456,
    }
}

impl Limits {
    pub(super) fn wrong(&self) -> Vec<String> {
        let mut wrong = Vec::new();
        if !(65_536..=16_777_216).contains(&self.body_bytes_max) {
            wrong.push("limits.body_bytes_max: expected 65536 to 16777216".to_owned());
        }
        if !(64..=262_144).contains(&self.hashing_memory_kib) {
            wrong.push("limits.hashing_memory_kib: expected 64 to 262144".to_owned());
        }
        for (key, value) in [
            ("arrivals_per_hour", self.arrivals_per_hour),
            ("returns_per_ten_minutes", self.returns_per_ten_minutes),
            ("posts_per_hour", self.posts_per_hour),
            ("posts_first_hour", self.posts_first_hour),
            ("replies_first_hour", self.replies_first_hour),
            ("names_per_day", self.names_per_day),
            ("aliases_per_day", self.aliases_per_day),
            ("alias_posts_per_hour", self.alias_posts_per_hour),
            ("alias_posts_per_day", self.alias_posts_per_day),
        ] {
            if value == 0 {
                wrong.push(format!("limits.{key}: expected 1 or more"));
            }
        }
        wrong
    }
}
