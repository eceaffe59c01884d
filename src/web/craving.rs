//! Half an hour with a craving: the same three parts for everybody, and for whoever is signed in their own reasons, how strong it is,
//! what helped last time, and one press that tells a buddy.

use std::collections::BTreeMap;

use actix_web::HttpRequest;
use actix_web::web::Data;

use super::cloak;
use crate::app::App;
use crate::http::viewer::Member;
use crate::http::{Answer, Doors, Fields, Who, problem, see_other};
use crate::kernel::{BuddyId, Error};
use crate::page;
use crate::recovery::Own;
use crate::recovery::plans::{self, Act, Block, Edge, Helped, OwnAct, Part, Refusal, Wave};
use crate::support::buddies::{self, Note, Sealer, Seen};
use crate::ui::icons::Safe;
use crate::ui::{self, Faults, Shell, curve};

/// Waves that are listed: those that are drawn.
const LISTED: usize = curve::PAIRS;

/// The doors of the half-hour.
pub fn doors(doors: &mut Doors) {
    doors.get("/support/craving", Who::Visitor, show);
    doors.post("/support/craving/urge", Who::Member, mark);
    doors.post("/support/craving/helped", Who::Member, helped);
    doors.post("/support/craving/tell", Who::Member, tell);
    doors.post("/support/craving/forget", Who::Member, forget);
}

page! { "web/craving.html",
    /// Half an hour with a craving, in three parts.
    pub struct Craving { own: Option<Hour>, told: Option<Edge>, fields: Fields, faults: Faults }
}

/// What stands in it for its member alone.
pub struct Hour {
    /// What is worth it to them, in their own words; may be empty.
    reasons: String,
    /// Whether they wrote a plan.
    has_plan: bool,
    /// What helped last time.
    helped: BTreeMap<Block, Helped>,
    /// The half-hour that goes on.
    going: Option<Wave>,
    /// Half-hours before, the latest first.
    waves: Vec<Wave>,
    /// The same as a curve.
    curve: Safe<String>,
    /// Who would read it.
    buddies: Vec<Seen>,
}

impl Craving {
    /// What there is to choose from.
    #[must_use]
    pub fn urges() -> std::ops::RangeInclusive<i64> {
        0..=10
    }
    /// Whether this end of the half-hour says so: as it was sent, or as it is kept.
    #[must_use]
    pub fn is_urge(&self, edge: &str, urge: &i64) -> bool {
        if self.fields.has("edge", edge) {
            return self.fields.has("urge", &urge.to_string());
        }
        let going = self.own.as_ref().and_then(|own| own.going);
        edge == Edge::Before.code() && going.and_then(|wave| wave.before) == Some(*urge)
    }
    /// What is not right in this end's form.
    #[must_use]
    pub fn fault(&self, edge: &str) -> Option<&str> {
        self.faults.at("urge").filter(|_| self.fields.has("edge", edge))
    }
    /// What is offered in a part.
    #[must_use]
    pub fn acts(block: &str) -> &'static [Act] {
        Block::parse(block).map(Block::acts).unwrap_or_default()
    }
    fn kept(&self, block: &str) -> Option<&Helped> {
        self.own.as_ref()?.helped.get(&Block::parse(block)?)
    }
    /// What helped in a part last time, in words.
    #[must_use]
    pub fn mine(&self, block: &str) -> Option<String> {
        let kept = self.kept(block)?;
        let offered = |act: Act| self.ui.t(&format!("craving-act-{act}")).into_owned();
        Some(kept.act().map_or_else(|| kept.words().to_owned(), offered))
    }
    /// Whether the form of a part says so: as it was sent, or as it is kept.
    #[must_use]
    pub fn is_act(&self, block: &str, act: &Act) -> bool {
        if self.fields.has("block", block) {
            return self.fields.has("act", act.code());
        }
        self.kept(block).and_then(Helped::act) == Some(*act)
    }
    /// Their own words in that form.
    #[must_use]
    pub fn own_act(&self, block: &str) -> &str {
        if self.fields.has("block", block) {
            return self.fields.one("words");
        }
        self.kept(block).map_or("", Helped::words)
    }
    /// What is not right in it.
    #[must_use]
    pub fn helped_fault(&self, block: &str) -> Option<&str> {
        let fault = self.faults.at("words").or_else(|| self.faults.at("act"));
        fault.filter(|_| self.fields.has("block", block))
    }
    /// Buddies who may be told of this end.
    #[must_use]
    pub fn tells(&self, edge: &str) -> Vec<&Seen> {
        let is_first = edge == Edge::Before.code();
        let may = |buddy: &&Seen| if is_first { buddy.may_ask() } else { buddy.may_end() };
        self.own.iter().flat_map(|own| &own.buddies).filter(may).collect()
    }
    /// Whether a buddy was told of this end a moment ago.
    #[must_use]
    pub fn is_told(&self, edge: &str) -> bool {
        self.told.is_some_and(|told| told.code() == edge)
    }
    /// A half-hour in one line.
    #[must_use]
    pub fn said(&self, wave: &Wave) -> String {
        match (wave.before, wave.after) {
            (Some(before), Some(after)) => {
                self.ui.t2("craving-wave-both", ("before", before), ("after", after))
            }
            (Some(before), None) => self.ui.t1("craving-wave-before", "n", before),
            (None, after) => self.ui.t1("craving-wave-after", "n", after.unwrap_or_default()),
        }
    }
}

/// `GET /support/craving`: visitors, and the page kept for when there is no network, have what needs nobody else. So has whoever
/// left fast a moment ago.
pub async fn show(app: Data<App>, ui: Shell, request: HttpRequest) -> Answer {
    let own = match ui.signed.clone().filter(|_| !cloak::is_down(&request)) {
        Some(signed) => Some(load(&app, &Member(signed), &ui).await?),
        None => None,
    };
    let told = Edge::parse(Fields::asked(&request).one("told")).filter(|_| own.is_some());
    ui::answer(&Craving { ui, own, told, fields: Fields::default(), faults: Faults::default() })
}

async fn load(app: &App, member: &Member, ui: &Shell) -> Result<Hour, Error> {
    let (own, viewer, today) = (Own::of(member), member.viewer(), ui.now.day());
    let sealer = Sealer::new(app.keys().clone());
    let (kept, buddies) = app
        .read(move |db| Ok((plans::find(db, &own)?, buddies::reachable(db, &viewer, &sealer, today)?)))
        .await?;
    let ends: Vec<(Option<i64>, Option<i64>)> =
        kept.waves.iter().map(|wave| (wave.before, wave.after)).collect();
    Ok(Hour {
        curve: curve::pairs(&ends),
        reasons: kept.plan.words(Part::Reasons).to_owned(),
        has_plan: !kept.plan.is_empty(),
        helped: kept.helped.clone(),
        going: kept.going(today),
        waves: kept.waves.iter().rev().take(LISTED).copied().collect(),
        buddies,
    })
}

/// `POST /support/craving/urge`: how strong it is, before or after. Nothing chosen is nothing kept.
pub async fn mark(app: Data<App>, member: Member, ui: Shell, fields: Fields) -> Answer {
    let own = Own::of(&member);
    let Some(edge) = Edge::parse(fields.one("edge")) else {
        return refused(&app, &member, ui, (fields, Refusal::Edge.into())).await;
    };
    let urge = match fields.one("urge") {
        "" => return Ok(see_other(place(edge))),
        typed => typed.parse().unwrap_or(-1),
    };
    match app.write(move |tx| plans::mark(tx, &own, (edge, urge))).await {
        Ok(()) => Ok(see_other(place(edge))),
        Err(error) => refused(&app, &member, ui, (fields, error)).await,
    }
}

/// Where a form of one end stands.
const fn place(edge: Edge) -> &'static str {
    match edge {
        Edge::Before => "/support/craving#one",
        Edge::After => "/support/craving#three",
    }
}

/// `POST /support/craving/helped`: what helped in one part, for the next time. Nothing chosen is nothing kept.
pub async fn helped(app: Data<App>, member: Member, ui: Shell, fields: Fields) -> Answer {
    let own = Own::of(&member);
    let Some(block) = Block::parse(fields.one("block")) else {
        return refused(&app, &member, ui, (fields, Refusal::Block.into())).await;
    };
    let mut faults = Faults::default();
    let (act, typed) =
        if fields.sent("forget") { ("", "") } else { (fields.one("act"), fields.one("words")) };
    let words = faults.take(&ui, "words", OwnAct::parse(typed));
    let chosen = words.and_then(|words| faults.take(&ui, "act", Helped::chosen(block, act, words)));
    let Some(chosen) = chosen else {
        let own = Some(load(&app, &member, &ui).await?);
        return ui::refused(&Craving { ui, own, told: None, fields, faults });
    };
    match app.write(move |tx| plans::keep_helped(tx, &own, (block, chosen.as_ref()))).await {
        Ok(()) => Ok(see_other(part(block))),
        Err(error) => refused(&app, &member, ui, (fields, error)).await,
    }
}

/// Where a part stands.
const fn part(block: Block) -> &'static str {
    match block {
        Block::One => "/support/craving#one",
        Block::Two => "/support/craving#two",
        Block::Three => "/support/craving#three",
    }
}

/// `POST /support/craving/tell`: a buddy is told that it begins, or that it is over.
pub async fn tell(app: Data<App>, member: Member, ui: Shell, fields: Fields) -> Answer {
    let Some(edge) = Edge::parse(fields.one("edge")) else {
        return refused(&app, &member, ui, (fields, Refusal::Edge.into())).await;
    };
    let (note, done) = match edge {
        Edge::Before => (Note::Before, "/support/craving?told=before#one"),
        Edge::After => (Note::After, "/support/craving?told=after#three"),
    };
    let (viewer, id) = (member.viewer(), BuddyId::read(fields.one("buddy"))?);
    let sealer = Sealer::new(app.keys().clone());
    match app.write(move |tx| buddies::send(tx, &viewer, &sealer, (id, note))).await {
        Ok(()) => Ok(see_other(done)),
        Err(error) => refused(&app, &member, ui, (fields, error)).await,
    }
}

/// `POST /support/craving/forget`: every number goes.
pub async fn forget(app: Data<App>, member: Member, _fields: Fields) -> Answer {
    let own = Own::of(&member);
    app.write(move |tx| plans::forget_waves(tx, &own)).await?;
    Ok(see_other("/support/craving#three"))
}

/// The page with what is to be mended.
async fn refused(app: &App, member: &Member, ui: Shell, (fields, error): (Fields, Error)) -> Answer {
    let status = problem::status(error.kind());
    let faults = Faults::mend(&ui, error)?;
    let own = Some(load(app, member, &ui).await?);
    ui::with_status(status, &Craving { ui, own, told: None, fields, faults })
}
