//! `hearthside erase`: somebody who cannot come back in asked the host to be forgotten. Stop the server first.

use clap::Args;

use super::{Where, folder, listed, tell};
use crate::app::App;
use crate::identity::{accounts, names};
use crate::kernel::{Chance, Clock, Error};

/// Whom to erase.
#[derive(Debug, Args)]
pub struct Erase {
    /// The name of the account.
    name: String,
    /// Leave what they wrote, without their name.
    #[arg(long)]
    keep_words: bool,
    /// Say that it is meant: there is no way back.
    #[arg(long)]
    yes: bool,
    #[command(flatten)]
    place: Where,
}

/// Erases an account and everything that hangs on it.
///
/// # Errors
/// A sentence; then nothing was changed.
pub fn run(erase: Erase) -> Result<(), String> {
    let Erase { name, keep_words, yes, place } = erase;
    if !yes {
        return Err("There is no way back. If it is meant: --yes".to_owned());
    }
    let settings = place.settings().map_err(listed)?;
    let _held = folder::hold(&settings)?;
    let said = |error: Error| error.to_string();
    let app = App::open(settings, Clock::default(), Chance::default()).map_err(said)?;
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
    let runtime = runtime.map_err(|error| error.to_string())?;
    let key = names::key(&name);
    let erased = runtime.block_on(async {
        let erased = app.write(move |tx| accounts::erase_named(tx, &key, !keep_words)).await?;
        app.run_due_jobs().await.map(|_| erased)
    });
    app.close();
    if !erased.map_err(said)? {
        return Err("Nobody here has that name.".to_owned());
    }
    tell("Erased. What is left of it goes within the hour that the server runs again.");
    Ok(())
}
