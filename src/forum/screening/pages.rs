//! "Rules the group keeps by itself", in the browser: one page for those who look after a group.

use actix_web::web::{Data, Path};

use super::model::{FIRST_MINUTES, Line, LineDraft, LineId, LineWords, Looks, Quiet, Sentence};
use super::views::{self, Tried};
use super::{Does, Look, Refusal, Rules, Settings, Shares};
use crate::app::App;
use crate::forum::content_notes::{self, ContentNote};
use crate::forum::groups::{self, Group};
use crate::forum::kept::Kept as Done;
use crate::forum::screening;
use crate::http::{Answer, Doors, Fields, Who, problem, see_other};
use crate::kernel::{Error, Moment};
use crate::page;
use crate::policy::Viewer;
use crate::ui::{self, Door, Faults, Shell, urls};

/// The doors of rules.
pub fn doors(doors: &mut Doors) {
    doors.get("/g/{name}/rules", Who::Keeper, show);
    doors.post("/g/{name}/rules", Who::Keeper, update);
}

page! { "forum/screening/rules.html",
    /// All that a group checks by itself.
    pub struct Kept {
        group: Group,
        rules: Rules,
        others: Vec<Group>,
        now: Moment,
        tried: Option<Tried>,
        fields: Fields,
        faults: Faults,
    }
}

impl Kept {
    /// Minutes one can choose between two things under one name.
    const PACES: [i64; 6] = [0, 5, 15, 60, 240, 1_440];

    /// Minutes one can choose for which people who answer first go before others.
    const FIRSTS: [i64; 5] = [0, 15, 30, 60, 120];

    /// Until when the group is guarded, in words; none: it is not.
    fn guarded(&self) -> Option<String> {
        let until = self.rules.settings.guarded_until.filter(|until| self.now < *until)?;
        let hours = until.seconds_since(self.now).div_euclid(3_600) + 1;
        Some(self.ui.t1("rules-guarded", "hours", hours))
    }

    /// What is offered or done where a line is met, in words.
    fn means(&self, line: &Line) -> String {
        let note = line.note.map(|note| content_notes::label(&self.ui, &note)).unwrap_or_default();
        self.ui.t1(&format!("rules-does-{}", line.does.code()), "note", note)
    }

    fn hour(&self, field: &str, set: Option<i64>) -> String {
        if self.fields.sent(field) {
            return self.fields.one(field).to_owned();
        }
        set.map(|hour| hour.to_string()).unwrap_or_default()
    }

    fn quiet_from(&self) -> String {
        self.hour("quiet_from", self.rules.settings.quiet.map(|quiet| quiet.from))
    }

    fn quiet_until(&self) -> String {
        self.hour("quiet_until", self.rules.settings.quiet.map(|quiet| quiet.until))
    }

    fn quiet_offset(&self) -> String {
        self.hour("quiet_offset", self.rules.settings.quiet.map(|quiet| quiet.offset))
    }

    fn waits(&self, look: &Look) -> bool {
        self.rules.settings.looks.has(*look)
    }

    fn notes() -> &'static [ContentNote] {
        ContentNote::ALL
    }

    /// What the form for a new line holds already.
    fn is_chosen(&self, field: &str, code: &str) -> bool {
        self.fields.has(field, code)
    }
}

/// `GET /g/{name}/rules`
pub async fn show(app: Data<App>, viewer: Viewer, ui: Shell, name: Path<String>) -> Answer {
    ui::answer(&load(&app, viewer, ui, &name).await?)
}

async fn load(app: &App, viewer: Viewer, ui: Shell, name: &str) -> Result<Kept, Error> {
    let (name, now) = (name.to_owned(), app.clock().now());
    let (group, rules, others) = app
        .read(move |db| {
            let (group, rules) = views::kept(db, &viewer, &name)?;
            let mut others = groups::listed(db, &viewer, None)?;
            others.retain(|other| other.id != group.id && !other.is_hidden());
            Ok((group, rules, others))
        })
        .await?;
    let (fields, faults) = (Fields::default(), Faults::default());
    Ok(Kept { ui: ui.at(Door::Groups), group, rules, others, now, tried: None, fields, faults })
}

/// `POST /g/{name}/rules`: sets, tries or keeps a line, lets one go, guards.
pub async fn update(app: Data<App>, viewer: Viewer, ui: Shell, name: Path<String>, fields: Fields) -> Answer {
    let name = name.into_inner();
    // Whether somebody may set anything at all comes before what was typed.
    let page = load(&app, viewer.clone(), ui.clone(), &name).await?;
    let mut faults = Faults::default();
    let done = match fields.one("step") {
        "try" => return try_line(&app, viewer, ui, (page, fields)).await,
        "keep" => match line(&ui, &fields, &mut faults) {
            Some(draft) => write(&app, (viewer, name.clone()), Step::Keep(draft)).await,
            None => return ui::refused(&Kept { fields, faults, ..page }),
        },
        "drop" => {
            let id = LineId::read(fields.one("line"))?;
            write(&app, (viewer, name.clone()), Step::Drop(id)).await
        }
        step @ ("guard" | "unguard") => {
            write(&app, (viewer, name.clone()), Step::Guard(step == "guard")).await
        }
        _ => match settings(&ui, &fields, &mut faults) {
            Some(new) => write(&app, (viewer, name.clone()), Step::Set(new)).await,
            None => return ui::refused(&Kept { fields, faults, ..page }),
        },
    };
    match done {
        Ok(()) => Ok(see_other(&urls::in_group(&name, "rules"))),
        Err(error) => {
            let status = problem::status(error.kind());
            let faults = Faults::mend(&ui, error)?;
            ui::with_status(status, &Kept { fields, faults, ..page })
        }
    }
}

/// Something that is set.
pub(super) enum Step {
    /// What the group checks, but for its lines.
    Set(Settings),
    /// A line.
    Keep(LineDraft),
    /// A line goes.
    Drop(LineId),
    /// It is guarded, or no longer.
    Guard(bool),
}

/// Does it, with a line in the log of service; for both doors.
pub(super) async fn write(app: &App, (viewer, name): (Viewer, String), step: Step) -> Result<(), Error> {
    app.write(move |tx| {
        let kept = match &step {
            Step::Set(new) => screening::set(tx, &viewer, &name, new).map(|()| Done::Rules(&name)),
            Step::Keep(draft) => screening::keep_line(tx, &viewer, &name, draft).map(|()| Done::Rules(&name)),
            Step::Drop(id) => screening::let_go(tx, &viewer, &name, *id).map(|()| Done::Rules(&name)),
            Step::Guard(true) => screening::guard(tx, &viewer, &name, true).map(|()| Done::Guarded(&name)),
            Step::Guard(false) => {
                screening::guard(tx, &viewer, &name, false).map(|()| Done::Unguarded(&name))
            }
        };
        App::logs(tx, &viewer, &kept?)
    })
    .await
}

/// What a line would have met, before it is kept.
async fn try_line(app: &App, viewer: Viewer, ui: Shell, (page, fields): (Kept, Fields)) -> Answer {
    let mut faults = Faults::default();
    let Some(draft) = line(&ui, &fields, &mut faults) else {
        return ui::refused(&Kept { fields, faults, ..page });
    };
    let (name, now) = (page.group.name.clone(), page.now);
    match app.read(move |db| views::try_line(db, &viewer, (&name, &draft), now)).await {
        Ok(tried) => ui::answer(&Kept { tried: Some(tried), fields, ..page }),
        Err(error) => {
            let faults = Faults::mend(&ui, error)?;
            ui::refused(&Kept { fields, faults, ..page })
        }
    }
}

fn line(ui: &Shell, fields: &Fields, faults: &mut Faults) -> Option<LineDraft> {
    let unchosen = |field| Refusal::Unchosen { field };
    let words = faults.take(ui, "words", LineWords::parse(fields.one("words")));
    let does = faults.take(ui, "does", Does::parse(fields.one("does")).ok_or(unchosen("does")));
    let sentence = faults.take(ui, "sentence", Sentence::parse(fields.one("sentence")));
    let note = ContentNote::parse(fields.one("line_note"));
    let note = note.filter(|_| matches!(does, Some(Does::Note | Does::Fold)));
    let goes_to = fields.one("goes_to").to_owned();
    Some(LineDraft { words: words?, does: does?, note, goes_to, sentence: sentence? })
}

fn settings(ui: &Shell, fields: &Fields, faults: &mut Faults) -> Option<Settings> {
    let unchosen = |field| Refusal::Unchosen { field };
    let shares = faults.take(ui, "shares", Shares::parse(fields.one("shares")).ok_or(unchosen("shares")));
    let pace = fields.one("pace").parse::<i64>().map_err(|_| Refusal::Minutes);
    let pace_minutes = faults.take(ui, "pace", pace);
    let first = match fields.one("first") {
        "" => Ok(FIRST_MINUTES),
        typed => typed.parse::<i64>().map_err(|_| unchosen("first")),
    };
    let first_minutes = faults.take(ui, "first", first);
    let quiet = faults.take(ui, "quiet", quiet(fields));
    let looks = Look::ALL.iter().copied().filter(|look| fields.has("looks", look.code())).collect();
    Some(Settings {
        shares: shares?,
        looks: Looks(looks),
        pace_minutes: pace_minutes?,
        quiet: quiet?,
        guarded_until: None,
        asks_labels: fields.has("asks_labels", "1"),
        first_minutes: first_minutes?,
    })
}

/// Both hours, or none.
fn quiet(fields: &Fields) -> Result<Option<Quiet>, Refusal> {
    let hour = |name: &str| fields.one(name).trim().parse::<i64>();
    if ["quiet_from", "quiet_until"].iter().all(|name| fields.one(name).trim().is_empty()) {
        return Ok(None);
    }
    let unchosen = |_| Refusal::Unchosen { field: "quiet" };
    let offset = if fields.one("quiet_offset").trim().is_empty() { Ok(0) } else { hour("quiet_offset") };
    Ok(Some(Quiet {
        from: hour("quiet_from").map_err(unchosen)?,
        until: hour("quiet_until").map_err(unchosen)?,
        offset: offset.map_err(unchosen)?,
    }))
}
