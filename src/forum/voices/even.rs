//! Whether words came from an alias must not be told by how long it took to take them: where a group uses aliases, the
//! answer to words of either kind goes out at a beat.

use std::future::Future;
use std::time::Duration;

use tokio::time::{Instant, sleep_until};

use super::store;
use crate::app::App;
use crate::kernel::PublicId;

/// Answers wait for the next of these, counted from the moment the words came in.
const BEAT: Duration = Duration::from_millis(50);

/// Where words go.
#[derive(Debug, Clone)]
pub enum Spot {
    /// To a group, by its short name.
    Group(String),
    /// Into a thread.
    Thread(PublicId),
}

/// Does what the words ask for, and gives its outcome at a beat if aliases may speak there.
pub async fn evenly<T>(app: &App, at: Spot, deed: impl Future<Output = T>) -> T {
    let began = Instant::now();
    let outcome = deed.await;
    // A database that does not answer tells nobody anything: the answer waits as well.
    if app.read(move |db| store::has_aliases(db, &at)).await.unwrap_or(true) {
        let beats = began.elapsed().as_millis() / BEAT.as_millis() + 1;
        sleep_until(began + BEAT * u32::try_from(beats).unwrap_or(1)).await;
    }
    outcome
}
