//! `hearthside dev`: a seeded town to look at and to develop in.

mod crowd;
mod lamps;
mod model;
mod seed;
pub mod simulate;
mod store;
pub mod town;

use std::net::SocketAddr;
use std::path::PathBuf;

use clap::{Args, Subcommand, ValueEnum};

use super::{Where, serve, tell};
use crate::app::App;
use crate::config::Settings;
use crate::db::Tx;
use crate::forum::search;
use crate::identity::credentials::{self, Derived};
use crate::identity::{names, sessions};
use crate::kernel::{Chance, Clock, Error, PublicId, ThreadId, Token};

/// Threads a transaction, with all their replies, when the search index is filled.
const INDEXED_AT_ONCE: i64 = 500;

/// What `dev` may be asked for.
#[derive(Debug, Args)]
#[command(args_conflicts_with_subcommands = true)]
pub struct Dev {
    #[command(subcommand)]
    what: Option<What>,
    #[command(flatten)]
    place: Where,
    /// Also print a session cookie for each person, for scripts that cannot fill in forms.
    #[arg(long)]
    cookies: bool,
    /// Also add a crowd that writes and answers, to measure with: 10,000 posts, or a million.
    #[arg(long, value_enum)]
    scale: Option<Scale>,
    /// Leave every lamp out: nobody is around to listen.
    #[arg(long)]
    dark: bool,
    /// Fill the database, print the words and stop.
    #[arg(long)]
    seed_only: bool,
}

/// What else a town is for.
#[derive(Debug, Clone, Subcommand)]
enum What {
    /// Live a week of a made-up community and say how soon somebody was there.
    Simulate(simulate::Simulate),
}

/// How large a crowd.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Scale {
    /// 10,000 posts.
    Small,
    /// 1,000,000 posts.
    Large,
}

impl Scale {
    const fn crowd(self) -> crowd::Crowd {
        match self {
            Self::Small => crowd::Crowd { posts: 10_000, people: 300, groups: 8 },
            Self::Large => crowd::Crowd { posts: 1_000_000, people: 5_000, groups: 40 },
        }
    }
}

/// Makes the town, or finds it again, and opens it.
///
/// # Errors
/// A sentence: what kept it from opening.
pub fn run(dev: Dev) -> Result<(), String> {
    if let Some(What::Simulate(plan)) = &dev.what {
        return simulate::run(&dev.place, plan);
    }
    let temporary = dev.place.data.is_none().then(temporary_folder);
    let data = temporary.as_ref().map(|folder| folder.display().to_string());
    let place = Where { data: dev.place.data.clone().or(data), ..dev.place.clone() };
    let outcome = place.settings().map_err(super::listed).and_then(|settings| open(settings, &dev));
    if let Some(folder) = temporary {
        let _ = std::fs::remove_dir_all(folder);
    }
    outcome
}

fn open(settings: Settings, dev: &Dev) -> Result<(), String> {
    let is_here = settings.server.listen.parse::<SocketAddr>().is_ok_and(|at| at.ip().is_loopback());
    if !is_here {
        return Err(
            "The town's return words are known to everybody, so `dev` listens on this machine only. \
                    Choose 127.0.0.1."
                .to_owned(),
        );
    }
    // Two towns on one machine can be linked, and neither speaks with anybody beyond it.
    let origin = settings.server.origin();
    let is_on_loopback =
        ["http://127.0.0.1:", "http://localhost:"].iter().any(|near| origin.starts_with(near));
    let settings = Settings { is_on_loopback, ..settings };
    serve::log_as(&settings.server.log);
    let _held = super::folder::hold(&settings)?;
    let town = town::read().map_err(|error| error.to_string())?;
    let app = App::open(settings, Clock::default(), Chance::default()).map_err(|error| error.to_string())?;
    let Dev { cookies, seed_only, scale, dark, .. } = *dev;
    actix_web::rt::System::new().block_on(async move {
        let tokens = settle(&app, &town, cookies, (scale, dark)).await.map_err(|error| error.to_string())?;
        introduce(&app, &town, &tokens);
        if seed_only { Ok(()) } else { serve::serve(app).await.map_err(|error| error.to_string()) }
    })
}

/// Writes the town unless it stands already; returns a session for everybody if asked.
async fn settle(
    app: &App,
    town: &town::Town,
    cookies: bool,
    (scale, dark): (Option<Scale>, bool),
) -> Result<Vec<Token>, Error> {
    let keys: Vec<String> = town.people.iter().map(|person| names::key(&person.name)).collect();
    let looked_for = keys.clone();
    match app.read(move |db| store::residents(db, &looked_for)).await? {
        (1.., here) if usize::try_from(here) != Ok(keys.len()) => {
            return Err(Error::other(
                "There is a community in this place, and it is not the seeded town. Choose another --data.",
            ));
        }
        (1.., _) if scale.is_some() => {
            return Err(Error::other(
                "The town stands already. A crowd comes to a new one: choose another --data.",
            ));
        }
        (1.., _) => {}
        _ => {
            let rows = seed::rows(town, app.clock().now());
            let words = derived(app, town).await?;
            app.write(move |tx| {
                store::insert(tx, &rows)?;
                for (key, words) in &words {
                    let account = store::account_of(tx, key)?;
                    credentials::begin(tx, account, words)?;
                }
                store::settle_sequences(tx)
            })
            .await?;
            if !dark {
                lamps::light(app, town).await?;
            }
            if let Some(scale) = scale {
                crowd::comes(app, &scale.crowd()).await?;
            }
            index(app).await?;
            app.forget_house();
        }
    }
    if !cookies {
        return Ok(Vec::new());
    }
    let words = derived(app, town).await?;
    app.write(move |tx| words.iter().map(|(_, words)| signed_in(tx, words)).collect()).await
}

/// Signs somebody in with their words, as the way back in does.
fn signed_in(tx: &mut Tx<'_>, words: &Derived) -> Result<Token, Error> {
    let kept = credentials::find_by_lookup(tx, &words.lookup)?;
    let kept =
        kept.ok_or_else(|| Error::other("the words of the town were changed; choose another --data"))?;
    let secret = kept.unwrap(words).ok_or_else(|| Error::other("these words wrap nothing"))?;
    sessions::start(tx, kept.account_id, &secret, sessions::Staying::Own)
}

/// What is kept of everybody's return words, derived side by side.
async fn derived(app: &App, town: &town::Town) -> Result<Vec<(String, Derived)>, Error> {
    let salt = app.read(credentials::words_salt).await?;
    let hasher = &app.identity().hasher;
    let all = seed::residents(town).into_iter().map(async |resident| {
        let derived = hasher.words(&salt, hasher.cost(), Ok(&resident.words)).await?;
        Ok((names::key(&resident.name), derived))
    });
    futures_util::future::join_all(all).await.into_iter().collect()
}

/// Puts every word into the search index, some threads a transaction.
async fn index(app: &App) -> Result<(), Error> {
    let mut last = Some(ThreadId(0));
    while let Some(after) = last {
        last = app.write(move |tx| search::reindex(tx, after, INDEXED_AT_ONCE)).await?.last().copied();
    }
    Ok(())
}

/// Says who lives here and what lets each of them in.
fn introduce(app: &App, town: &town::Town, tokens: &[Token]) {
    let mut lines = vec!["The people of the town, and the words that let each of them in:".to_owned()];
    for resident in seed::residents(town) {
        lines.push(format!("  {}:  {}", resident.name, resident.words.join(" ")));
    }
    for (person, token) in town.people.iter().zip(tokens) {
        lines.push(format!("  {}  {}={}", person.name, sessions::middleware::COOKIE, token.expose()));
    }
    lines.push(format!("Open at {}", app.settings().server.origin()));
    tell(&lines.join("\n"));
}

/// A folder of this run's own, gone when it ends.
fn temporary_folder() -> PathBuf {
    std::env::temp_dir().join(format!("hearthside-dev-{}", PublicId::new(&Chance::default())))
}
