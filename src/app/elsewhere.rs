//! What lies between this server and the door to other communities: what pages ask of it.

use super::App;
use crate::federation::delivery;
use crate::kernel::Error;

impl App {
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
