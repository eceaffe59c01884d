//! Milestones and chips in the browser.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::{Data, Path};

use super::{Audience, Chip, ChipId, MilestoneId, Refusal, Shown, Stands, State, To, Words};
use crate::app::App;
use crate::forum::content_notes::{self, Said};
use crate::forum::threads::Author;
use crate::http::viewer::Member;
use crate::http::{Answer, Doors, Fields, Who, problem, see_other};
use crate::kernel::{BuddyId, Error};
use crate::keys::Keyring;
use crate::page;
use crate::recovery::counters::{CounterId, milestone_words, named_words};
use crate::recovery::{Own, chips};
use crate::ui::{self, Door, Faults, Shell};

/// The doors of chips.
pub fn doors(doors: &mut Doors) {
    doors.get("/counters/{id}/milestone", Who::Member, whom);
    doors.post("/counters/{id}/milestone", Who::Member, show);
    doors.get("/milestones", Who::Member, list);
    doors.get("/milestones/{milestone}", Who::Member, one);
    doors.post("/milestones/{milestone}", Who::Member, give);
    doors.get("/chips", Who::Member, mine);
    doors.post("/chips/{chip}", Who::Member, turn);
}

page! { "recovery/chips/whom.html",
    /// To whom today's milestone is shown.
    pub struct Whom { id: CounterId, what: Option<String>, stands: Vec<ShownLine>, audience: Audience, faults: Faults }
}

page! { "recovery/chips/list.html",
    /// Milestones that others show.
    pub struct List { rows: Vec<(Shown, Author, String, Option<Called>)>, is_cut: bool }
}

page! { "recovery/chips/one.html",
    /// One of them, and a chip to give.
    pub struct One { shown: Shown, author: Author, what: String, called: Option<Called>, is_given: bool, fields: Fields, faults: Faults }
}

page! { "recovery/chips/mine.html",
    /// What somebody was given: those in sight, and those put aside.
    pub struct Mine { here: Vec<Row>, aside: Vec<Row> }
}

/// What somebody calls a milestone that they show, and what stands on the fold over it, if it is folded.
pub struct Called {
    words: String,
    fold: Option<String>,
}

impl Called {
    fn of(ui: &Shell, ring: &Keyring, shown: &Shown) -> Option<Self> {
        let (words, notes) = chips::name_of(ring, shown)?;
        let said = Said { title: "", body: &words, is_own: false, is_told: false };
        let fold = content_notes::fold(ui, &[], &notes, said);
        Some(Self { words, fold })
    }
}

/// A chip as it is listed: for what, and what stands on the fold over its words, if they are folded.
pub struct Row {
    chip: Chip,
    what: String,
    fold: Option<String>,
}

/// What somebody shows of a counter, in words: what, and to whom.
#[derive(Debug, Clone)]
pub struct ShownLine {
    /// Of which counter.
    pub counter: CounterId,
    /// "Ninety days, to the evenings."
    pub said: String,
}

impl ShownLine {
    /// What somebody shows, a line for each counter.
    #[must_use]
    pub fn each(ui: &Shell, all: &[Stands]) -> Vec<Self> {
        let mut lines: Vec<Self> = Vec::new();
        for of in all {
            let (what, to) = (milestone_words(ui, of.milestone), of.to.clone());
            let key = if of.is_named { "milestone-stands-named" } else { "milestone-stands" };
            let said = ui.t2(key, ("what", what), ("to", to));
            match lines.iter_mut().find(|line| line.counter == of.counter) {
                Some(line) => line.said = format!("{} {said}", line.said),
                None => lines.push(Self { counter: of.counter, said }),
            }
        }
        lines
    }
}

impl Whom {
    /// The name under which it goes.
    fn name(&self) -> &str {
        self.ui.signed.as_ref().map_or("", |signed| signed.name.as_str())
    }
    /// Whether there is nobody to show it to.
    fn is_alone(&self) -> bool {
        self.audience.groups.is_empty() && self.audience.buddies.is_empty()
    }
}

impl One {
    /// See [`Whom::name`].
    fn name(&self) -> &str {
        self.ui.signed.as_ref().map_or("", |signed| signed.name.as_str())
    }
}

/// `GET /counters/{id}/milestone`
pub async fn whom(app: Data<App>, member: Member, ui: Shell, id: Path<i64>) -> Answer {
    let id = CounterId(id.into_inner());
    ui::answer(&load(&app, &member, ui, id).await?)
}

async fn load(app: &App, member: &Member, ui: Shell, id: CounterId) -> Result<Whom, Error> {
    let (own, now) = (Own::of(member), ui.now);
    let audience = app.read(move |db| chips::audience(db, &own, (id, now))).await?;
    let named = audience.named.as_ref();
    let what = audience.milestone.map(|milestone| named_words(&ui, milestone, named));
    let stands = ShownLine::each(&ui, &audience.stands);
    Ok(Whom { ui: ui.at(Door::Today), id, what, stands, audience, faults: Faults::default() })
}

/// `POST /counters/{id}/milestone`: a group or a buddy, or nobody any more.
pub async fn show(app: Data<App>, member: Member, ui: Shell, id: Path<i64>, fields: Fields) -> Answer {
    let (id, own, viewer) = (CounterId(id.into_inner()), Own::of(&member), member.viewer());
    let (ring, with_name) = (app.keys().clone(), fields.sent("named"));
    if fields.has("do", "take-down") {
        app.write(move |tx| chips::take_down(tx, &own, id)).await?;
        return Ok(see_other(&format!("/counters/{id}")));
    }
    let shown = match to(fields.one("group"), fields.one("buddy")) {
        Some(to) => app.write(move |tx| chips::show(tx, &viewer, (&own, &ring), (id, &to, with_name))).await,
        None => Err(Refusal::Whom.into()),
    };
    let Err(error) = shown else { return Ok(see_other(&format!("/counters/{id}/milestone"))) };
    let status: StatusCode = problem::status(error.kind());
    let faults = Faults::mend(&ui, error)?;
    let page = load(&app, &member, ui, id).await?;
    ui::with_status(status, &Whom { faults, ..page })
}

/// Whom a form or a program names; none: nobody, or two at once.
pub(super) fn to(group: &str, buddy: &str) -> Option<To> {
    match (group, buddy) {
        ("", "") => None,
        (name, "") => Some(To::Group(name.to_owned())),
        ("", side) => Some(To::Buddy(BuddyId(side.parse().unwrap_or_default()))),
        _ => None,
    }
}

/// `GET /milestones`
pub async fn list(app: Data<App>, member: Member, ui: Shell) -> Answer {
    let (viewer, today) = (member.viewer(), ui.now.day());
    let (rows, is_cut) = app.read(move |db| chips::list(db, &viewer, today)).await?;
    let named = |(shown, author): (Shown, Author)| {
        let (what, called) = (milestone_words(&ui, shown.milestone()), Called::of(&ui, app.keys(), &shown));
        (shown, author, what, called)
    };
    let rows = rows.into_iter().map(named).collect();
    ui::answer(&List { ui: ui.at(Door::Groups), rows, is_cut })
}

/// `GET /milestones/{milestone}`
pub async fn one(app: Data<App>, member: Member, ui: Shell, id: Path<i64>) -> Answer {
    let id = MilestoneId(id.into_inner());
    ui::answer(&read(&app, &member, ui, id).await?)
}

async fn read(app: &App, member: &Member, ui: Shell, id: MilestoneId) -> Result<One, Error> {
    let (viewer, today) = (member.viewer(), ui.now.day());
    let (shown, author, is_given) = app.read(move |db| chips::one(db, &viewer, (id, today))).await?;
    let what = milestone_words(&ui, shown.milestone());
    let called = Called::of(&ui, app.keys(), &shown);
    let (fields, faults) = (Fields::default(), Faults::default());
    Ok(One { ui: ui.at(Door::Groups), shown, author, what, called, is_given, fields, faults })
}

/// `POST /milestones/{milestone}`: a chip, with words.
pub async fn give(app: Data<App>, member: Member, ui: Shell, id: Path<i64>, fields: Fields) -> Answer {
    let (id, viewer, ring) = (MilestoneId(id.into_inner()), member.viewer(), app.keys().clone());
    let (mut status, mut faults) = (StatusCode::UNPROCESSABLE_ENTITY, Faults::default());
    if let Some(words) = faults.take(&ui, "words", Words::parse(fields.one("words"))) {
        match app.write(move |tx| chips::give(tx, &viewer, &ring, (id, &words))).await {
            Ok(()) => return Ok(see_other("/milestones")),
            Err(error) => {
                status = problem::status(error.kind());
                faults = Faults::mend(&ui, error)?;
            }
        }
    }
    let page = read(&app, &member, ui, id).await?;
    ui::with_status(status, &One { fields, faults, ..page })
}

/// `GET /chips`
pub async fn mine(app: Data<App>, member: Member, ui: Shell) -> Answer {
    let (viewer, ring) = (member.viewer(), app.keys().clone());
    let all = app.read(move |db| chips::mine(db, &viewer, &ring)).await?;
    let rows = all.into_iter().map(|chip| row(&ui, chip));
    let (aside, here) = rows.partition(|row| row.chip.state == State::Hidden);
    ui::answer(&Mine { ui: ui.at(Door::You), here, aside })
}

fn row(ui: &Shell, chip: Chip) -> Row {
    let what = milestone_words(ui, chip.milestone);
    let said =
        Said { title: "", body: chip.words.as_deref().unwrap_or_default(), is_own: false, is_told: false };
    let muted = chip.hush.map(|key| ui.t(key).into_owned());
    let fold = muted.or_else(|| content_notes::fold(ui, &[], &chip.notes, said));
    Row { chip, what, fold }
}

/// `POST /chips/{chip}`: keep it, put it aside, bring it back, give it back.
pub async fn turn(app: Data<App>, member: Member, id: Path<i64>, fields: Fields) -> Answer {
    let (viewer, id) = (member.viewer(), ChipId(id.into_inner()));
    let state = match fields.one("do") {
        "keep" | "bring" => State::Kept,
        "hide" => State::Hidden,
        "give-back" => return give_back(&app, &member, id).await,
        _ => return Err(Refusal::Unknown.into()),
    };
    app.write(move |tx| chips::turn(tx, &viewer, (id, state))).await?;
    Ok(see_other("/chips"))
}

async fn give_back(app: &App, member: &Member, id: ChipId) -> Result<HttpResponse, Error> {
    let viewer = member.viewer();
    app.write(move |tx| chips::give_back(tx, &viewer, id)).await?;
    Ok(see_other("/chips"))
}
