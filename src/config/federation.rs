//! How this server speaks with other communities.

crate::settings! { "federation",
    /// How this server speaks with other communities.
    pub struct Federation {
        /// Whether to speak with other communities at all. Which ones, if any, the host decides on the page of partners.
        ///
        /// Off: nothing is asked, nothing is sent, and every address others would ask answers 404. What was sent before is not called back.
        pub enabled: bool = true,

        /// How long to wait for another community to answer, in seconds. From 1 to 60.
        pub timeout_s: u8 = 20,
    }
}

impl Federation {
    pub(super) fn wrong(&self) -> Vec<String> {
        if (1..=60).contains(&self.timeout_s) {
            Vec::new()
        } else {
            vec!["federation.timeout_s: expected a number from 1 to 60".to_owned()]
        }
    }
}
