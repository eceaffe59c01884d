//! What the server logs while a world is played through. Compared only where each test is a process of its own, as
//! `cargo nextest` runs them: elsewhere other towns would speak in between.

use crate::harness::{Town, log};

/// The log from here on.
pub struct Heard {
    from: usize,
}

/// Begins to listen.
pub fn begin() -> Heard {
    if std::env::var_os("NEXTEST").is_none() {
        eprintln!("the log is left out: it is compared under `cargo nextest` alone");
    }
    log::begins();
    Heard { from: log::length() }
}

impl Heard {
    /// What was logged, without the town's own address and folder.
    pub fn lines(&self, town: &Town) -> Vec<String> {
        if std::env::var_os("NEXTEST").is_none() {
            return Vec::new();
        }
        let (folder, address) =
            (town.home().data().display().to_string(), town.origin().replace("http://", ""));
        let plain = |line: String| line.replace(&folder, "FOLDER").replace(&address, "ORIGIN");
        log::since(self.from).into_iter().map(plain).collect()
    }
}
