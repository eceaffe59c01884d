//! A bell between processes that share one PostgreSQL. It carries nothing: whoever hears it looks for itself, and looks now
//! and then without it. SQLite has one process.

use std::time::Duration;

use diesel_async::{AsyncConnection as _, AsyncPgConnection, SimpleAsyncConnection as _};
use futures_util::StreamExt as _;

use super::{DatabaseUrl, Db};
use crate::kernel::Error;

/// How long to wait before listening anew.
const AGAIN: Duration = Duration::from_secs(5);

/// Rings on a channel once the transaction is committed. Channels are words of ours, never of others.
///
/// # Errors
/// A fault of the database.
pub fn tell(db: &mut Db, channel: &'static str) -> Result<(), Error> {
    if db.is_sqlite() { Ok(()) } else { db.batch(&format!("NOTIFY {channel}")) }
}

/// Listens on a channel for ever, on a connection of its own that is opened anew when it is cut. It rings once whenever it
/// begins to listen: something may have been missed.
pub async fn hear(url: &DatabaseUrl, channel: &'static str, heard: impl Fn()) {
    let DatabaseUrl::Postgres(url) = url else { return };
    loop {
        if let Err(why) = listen(url.expose(), channel, &heard).await {
            tracing::debug!(why, "other processes are not heard");
        }
        tokio::time::sleep(AGAIN).await;
    }
}

async fn listen(url: &str, channel: &'static str, heard: &impl Fn()) -> Result<(), String> {
    let mut conn = AsyncPgConnection::establish(url).await.map_err(|error| error.to_string())?;
    conn.batch_execute(&format!("LISTEN {channel}")).await.map_err(|error| error.to_string())?;
    heard();
    let mut bell = std::pin::pin!(conn.notifications_stream());
    while let Some(rung) = bell.next().await {
        rung.map_err(|error| error.to_string())?;
        heard();
    }
    Ok(())
}
