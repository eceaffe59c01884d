//! `hearthside setup`: the questions of the browser's set-up, at the terminal or in flags.

use std::io::{BufRead as _, IsTerminal as _, Write as _};

use clap::Args;

use super::{Where, folder, listed, tell};
use crate::admin::helplines;
use crate::admin::settings::{self, forms};
use crate::admin::setup::{self, Code, Refusal, Step};
use crate::app::App;
use crate::db::Tx;
use crate::http::Fields;
use crate::identity::credentials::{self, Derived};
use crate::identity::names::{self, Name};
use crate::identity::words::normalise;
use crate::kernel::{Chance, Clock, Error};
use crate::policy::Viewer;

/// What a community needs to open. What is not given is asked for, if a person is at the terminal.
#[derive(Debug, Args)]
pub struct Setup {
    #[command(flatten)]
    place: Where,
    /// What the community is called.
    #[arg(long)]
    name: Option<String>,
    /// A made-up name for its first host.
    #[arg(long)]
    host_name: Option<String>,
    /// Its country, two letters: where the numbers to call come from.
    #[arg(long)]
    country: Option<String>,
    /// One sentence about it.
    #[arg(long, default_value = "")]
    sentence: String,
    /// The language of its own words: en or es.
    #[arg(long, default_value = "en")]
    language: String,
    /// Who may come in: open, ask, invitation or closed.
    #[arg(long, default_value = "invitation")]
    doors: String,
    /// How old members must be.
    #[arg(long, default_value = "18")]
    age: String,
    /// A number to call, as "NAME: NUMBER"; needed where we know none.
    #[arg(long)]
    helpline: Vec<String>,
}

/// Answers every question and opens the doors.
///
/// # Errors
/// A sentence: what is wrong. Then nothing was changed.
pub fn run(setup: Setup) -> Result<(), String> {
    let settings = setup.place.settings().map_err(listed)?;
    let plan = Plan::of(setup)?;
    let _held = folder::hold(&settings)?;
    let origin = settings.server.origin();
    let app = App::open(settings, Clock::default(), Chance::default()).map_err(|error| error.to_string())?;
    let done = actix_web::rt::System::new().block_on(async {
        let (words, derived) = credentials::fresh_words(&app).await?;
        app.write(move |tx| plan.carry_out(tx, &derived)).await.map(|()| words)
    });
    app.close();
    let words = done.map_err(|error| match error {
        Error::Refused(refusal) if refusal.code() == "setup-claimed" => {
            "This community is set up already. Its host changes it in the browser.".to_owned()
        }
        Error::Refused(refusal) => format!("{refusal}."),
        other => other.to_string(),
    })?;
    tell(&format!(
        "Your return words, told this once. They let you in from any device; keep them on paper:\n  {}",
        normalise(&words)
    ));
    tell(&format!("The doors are open. Start the server with `hearthside serve`, then visit {origin}"));
    Ok(())
}

/// Everything asked for, and found to fit.
struct Plan {
    host: Name,
    about: settings::About,
    entrance: settings::Entrance,
    helplines: Vec<helplines::Draft>,
}

impl Plan {
    fn of(setup: Setup) -> Result<Self, String> {
        let name = asked(setup.name, "--name", "What is the community called?")?;
        let host = asked(setup.host_name, "--host-name", "A made-up name for you, such as Maple 41?")?;
        let country = asked(setup.country, "--country", "Its country, in two letters?")?;
        let fields: Fields = [
            ("name", name),
            ("sentence", setup.sentence),
            ("language", setup.language),
            ("country", country.clone()),
            ("doors", setup.doors),
            ("age", setup.age),
        ]
        .into_iter()
        .map(|(key, value)| (key.to_owned(), value))
        .collect();
        let mut wrong = Vec::new();
        let host = names::check(&host).map_err(|fault| wrong.push(format!("--host-name: {fault}"))).ok();
        let about = forms::about(&fields).map_err(|why| wrong.extend(why.lines())).ok();
        let entrance = forms::entrance(&fields).map_err(|why| wrong.extend(why.lines())).ok();
        let mut helplines = Vec::new();
        for text in &setup.helpline {
            match helpline(&country, text) {
                Ok(draft) => helplines.push(draft),
                Err(why) => wrong.extend(why.lines()),
            }
        }
        match (host, about, entrance) {
            (Some(host), Some(about), Some(entrance)) if wrong.is_empty() => {
                Ok(Self { host, about, entrance, helplines })
            }
            _ => Err(format!("Something needs a change:\n  {}", wrong.join("\n  "))),
        }
    }

    /// One transaction: a community, or none.
    fn carry_out(&self, tx: &mut Tx<'_>, words: &Derived) -> Result<(), Error> {
        let (code, house) = (Code::new(tx.chance()), Viewer::House);
        if !setup::offer(tx, &code)? {
            return Err(Refusal::Claimed.into());
        }
        let arrival = setup::claim(tx, &code, &self.host)?;
        credentials::begin(tx, arrival.account, words)?;
        settings::describe(tx, &house, &self.about)?;
        settings::set_entrance(tx, &house, self.entrance)?;
        for draft in &self.helplines {
            helplines::add(tx, &house, draft)?;
        }
        helplines::suggest(tx, &house, self.about.country.as_str())?;
        setup::advance(tx, &house, Step::Neutral)?;
        setup::open(tx, &house)
    }
}

fn helpline(country: &str, text: &str) -> Result<helplines::Draft, forms::Wrong> {
    let (name, number) = text.split_once(':').unwrap_or(("", text));
    let fields: Fields = [("country", country), ("name", name), ("number", number), ("kind", "call")]
        .into_iter()
        .map(|(key, value)| (key.to_owned(), value.trim().to_owned()))
        .collect();
    helplines::draft(&fields)
}

/// The answer given as a flag, or typed now.
fn asked(given: Option<String>, flag: &str, question: &str) -> Result<String, String> {
    if let Some(given) = given {
        return Ok(given);
    }
    if !std::io::stdin().is_terminal() {
        return Err(format!("{flag} is needed."));
    }
    let mut answer = String::new();
    let mut terminal = std::io::stdout();
    let _ = write!(terminal, "{question} ").and_then(|()| terminal.flush());
    std::io::stdin().lock().read_line(&mut answer).map_err(|error| error.to_string())?;
    Ok(answer.trim().to_owned())
}
