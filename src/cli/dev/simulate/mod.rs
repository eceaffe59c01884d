//! `hearthside dev simulate`: a week of a made-up community, minute by minute, through the commands that a browser reaches and
//! under the same rules, and how soon somebody was there. What people are like is guessed (`habits`); what the server does with
//! it is not. Nothing is kept.

mod asking;
mod days;
mod ears;
mod habits;
mod life;
mod nights;
mod told;
mod truth;

use clap::{Args, ValueEnum};

use super::{crowd, seed, store, town};
use crate::app::App;
use crate::cli::{Where, tell};
use crate::kernel::{Chance, Clock, Day, Error};
pub use life::live;
pub use told::{Told, Waits};

/// A Monday; on the Sunday of this week the clocks of America go forward.
const BEGINS: Day = Day(20_514);

/// What week is to be lived.
#[derive(Debug, Clone, Args)]
pub struct Simulate {
    /// How many people there are.
    #[arg(long, default_value_t = 200)]
    pub members: usize,
    /// Days.
    #[arg(long, default_value_t = 7)]
    pub days: i64,
    /// How many of them listen by a rota, six hours a day each.
    #[arg(long, default_value_t = 8)]
    pub lamps: usize,
    /// What chance begins with: the same number is the same week.
    #[arg(long, default_value_t = 1)]
    pub seed: u64,
    /// End with an error where an aim is missed. Without a rota there is one: that every page is true.
    #[arg(long)]
    pub strict: bool,
    /// What is wrong on purpose.
    #[arg(long, value_enum, value_delimiter = ',', hide = true)]
    pub wrong: Vec<Wrong>,
}

/// Something that is wrong on purpose, so that it is seen which aim misses it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Wrong {
    /// Nobody who listens has turned a device on.
    Deaf,
    /// Nobody answers a post, and every one is hard.
    Idle,
    /// Whoever comes says nothing, and the server does not notice.
    Mute,
    /// The server forgets how many somebody chose to come to.
    Endless,
}

impl Simulate {
    /// Whether this is wrong.
    fn has(&self, wrong: Wrong) -> bool {
        self.wrong.contains(&wrong)
    }
}

/// Lives the week in a folder of its own, and says how it went.
///
/// # Errors
/// A sentence: what kept it from being lived.
pub fn run(place: &Where, plan: &Simulate) -> Result<(), String> {
    let folder = super::temporary_folder();
    let place = Where { data: Some(folder.display().to_string()), ..place.clone() };
    let outcome = place.settings().map_err(crate::cli::listed).and_then(|settings| {
        let clock = Clock::standing_at(BEGINS.start());
        let app = App::open(settings, clock, Chance::seeded(plan.seed)).map_err(|error| error.to_string())?;
        let lived = actix_web::rt::System::new().block_on(async {
            settle(&app, plan).await?;
            live(&app, plan).await
        });
        app.close();
        lived.map_err(|error| error.to_string())
    });
    let _ = std::fs::remove_dir_all(folder);
    let told = outcome?;
    tell(&told::sentences(plan, &told));
    match told::missed(plan, &told).as_slice() {
        [] => Ok(()),
        missed => Err(format!("Missed: {}.", missed.join("; "))),
    }
}

/// The town, and a crowd that has said nothing yet.
///
/// # Errors
/// A fault of the database.
pub async fn settle(app: &App, plan: &Simulate) -> Result<(), Error> {
    let town = town::read().map_err(Error::other)?;
    let people = plan.members.saturating_sub(town.people.len());
    let rows = std::sync::Arc::new(seed::rows(&town, app.clock().now()));
    app.write(move |tx| {
        store::insert(tx, &rows)?;
        store::settle_sequences(tx)
    })
    .await?;
    crowd::comes(app, &crowd::Crowd { posts: 0, people, groups: 4 }).await?;
    app.begin().await
}
