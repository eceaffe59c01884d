//! What lies between this server and the door to other communities: what pages ask of it, and what wakes it.

use super::App;
use crate::db::notify as bell;
use crate::federation::delivery::{self, LETTERS};
use crate::kernel::Error;

impl App {
    /// Hears for ever of letters that other processes wrote, where several share one PostgreSQL.
    pub async fn hear_of_letters(self) {
        if let Ok(url) = self.0.settings.server.database() {
            bell::hear(&url, LETTERS, || self.0.letters.notify_one()).await;
        }
    }

    /// Communities that were given what stands at a path of ours, or may be given it in this moment: whoever takes it back
    /// reads which, and delivery knows.
    ///
    /// # Errors
    /// A fault of the database.
    pub async fn holders(&self, path: &str) -> Result<Vec<String>, Error> {
        let (address, now) = (format!("{}{path}", self.federation().own.origin), self.clock().now());
        self.read(move |db| delivery::reached(db, &address, now)).await
    }
}
