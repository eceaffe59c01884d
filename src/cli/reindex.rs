//! `hearthside reindex`: the search index made anew from what people wrote, a few threads at a time, while others go on.

use super::tell;
use crate::config::Settings;
use crate::db::{DatabaseUrl, Databases};
use crate::forum::search;
use crate::kernel::{Chance, Clock, Error, ThreadId};

/// Threads in one transaction: others wait for no more than that.
const AT_ONCE: i64 = 50;

/// Makes the index anew, and says of how many threads.
///
/// # Errors
/// A sentence. What was indexed until then stays; running it again goes over all of it.
pub fn run(settings: &Settings) -> Result<(), String> {
    let url = settings.server.database()?;
    if let DatabaseUrl::Sqlite(path) = &url
        && !path.is_file()
    {
        return Err(format!("There is no community at {}.", path.display()));
    }
    let said = |error: Error| error.to_string();
    let db = Databases::open(&url, 1, &Clock::default(), &Chance::default()).map_err(said)?;
    let runtime = tokio::runtime::Builder::new_current_thread().build().map_err(|error| error.to_string())?;
    let threads = runtime.block_on(index(&db));
    db.close();
    tell(&format!("The search index is made anew. Threads: {}.", threads.map_err(said)?));
    Ok(())
}

async fn index(db: &Databases) -> Result<usize, Error> {
    let (mut last, mut threads) = (ThreadId(0), 0);
    loop {
        let done = db.write(move |tx| search::reindex(tx, last, AT_ONCE)).await?;
        let Some(next) = done.last() else { break };
        (last, threads) = (*next, threads + done.len());
    }
    db.write(search::drop_strays).await?;
    Ok(threads)
}
