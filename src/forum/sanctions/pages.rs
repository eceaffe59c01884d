//! An alias as those who look after its group see it, in the browser.

use actix_web::web::{Data, Path};

use super::commands;
use super::model::{DAYS, WEEKS};
use super::{Act, Person, Refusal, Sentence, Shown};
use crate::app::App;
use crate::db::{Side, Tx};
use crate::forum::groups::Group;
use crate::forum::kept::Kept;
use crate::forum::sanctions;
use crate::http::{Answer, Doors, Fields, Who, problem, see_other};
use crate::kernel::{Error, FaceId};
use crate::page;
use crate::policy::Viewer;
use crate::ui::{self, Door, Faults, Shell, urls};

/// The doors of sanctions.
pub fn doors(doors: &mut Doors) {
    doors.get("/g/{name}/aliases/{alias}", Who::Keeper, show);
    doors.post("/g/{name}/aliases/{alias}", Who::Keeper, decide);
}

page! { "forum/sanctions/show.html",
    /// An alias, and what may be done about it.
    pub struct Show { group: Group, shown: Shown, url: String, fields: Fields, faults: Faults }
}

/// What somebody typed into the form, or sent as JSON.
pub(super) struct Asked<'a> {
    pub act: &'a str,
    pub days: &'a str,
    pub weeks: &'a str,
    pub is_urgent: bool,
}

/// `GET /g/{name}/aliases/{alias}`
pub async fn show(app: Data<App>, viewer: Viewer, ui: Shell, ids: Path<(String, String)>) -> Answer {
    ui::answer(&load(&app, viewer, ui, ids.into_inner()).await?)
}

async fn load(app: &App, viewer: Viewer, ui: Shell, (name, alias): (String, String)) -> Result<Show, Error> {
    let (group, shown) = app.read(move |db| sanctions::look(db, &viewer, &name, &alias)).await?;
    let url = url(&group.name, &shown.own.name);
    let (fields, faults) = (Fields::default(), Faults::default());
    Ok(Show { ui: ui.at(Door::Groups), group, shown, url, fields, faults })
}

/// `POST /g/{name}/aliases/{alias}`
pub async fn decide(
    app: Data<App>,
    viewer: Viewer,
    ui: Shell,
    ids: Path<(String, String)>,
    fields: Fields,
) -> Answer {
    let page = load(&app, viewer.clone(), ui.clone(), ids.into_inner()).await?;
    let mut faults = Faults::default();
    let asked = Asked {
        act: fields.one("act"),
        days: fields.one("days"),
        weeks: fields.one("weeks"),
        is_urgent: fields.sent("urgent"),
    };
    let is_lift = asked.act == "lift";
    let typed = if is_lift { "lifted" } else { fields.one("words") };
    let field = if asked.act == "answer" { "answer" } else { "words" };
    let words = faults.take(&ui, field, Sentence::parse(typed));
    let place = (page.group.name.clone(), page.shown.own.name.clone());
    if asked.act == "answer" {
        let Some(words) = words else { return ui::refused(&Show { fields, faults, ..page }) };
        let (group, alias) = place;
        let work = move |tx: &mut Tx<'_>| sanctions::answer(tx, &viewer, (&group, &alias), &words);
        return match app.write_as(Side::Alias, work).await {
            Ok(()) => Ok(see_other(&page.url)),
            Err(error) => no(&ui, error, Show { fields, faults, ..page }),
        };
    }
    let act = match read(&app, page.shown.own.alias.face, &asked).await {
        Ok(act) => Some(act),
        Err(error) => {
            faults = Faults::mend(&ui, error)?;
            None
        }
    };
    let (Some(words), Some(act)) = (words, act) else {
        return ui::refused(&Show { fields, faults, ..page });
    };
    let (group, alias) = place;
    match carry_out(&app, viewer, (group, alias), (act, words)).await {
        Ok(()) => Ok(see_other(&page.url)),
        Err(error) => no(&ui, error, Show { fields, faults, ..page }),
    }
}

/// The page once more, with why not.
fn no(ui: &Shell, error: Error, page: Show) -> Answer {
    let status = problem::status(error.kind());
    let faults = Faults::mend(ui, error)?;
    ui::with_status(status, &Show { faults, ..page })
}

/// Does it, with a line in the log of service; for both doors.
pub(super) async fn carry_out(
    app: &App,
    viewer: Viewer,
    (group, alias): (String, String),
    (act, words): (Act, Sentence),
) -> Result<(), Error> {
    let work = move |tx: &mut Tx<'_>| {
        sanctions::act(tx, &viewer, (&group, &alias), (&act, &words))?;
        App::logs(tx, &viewer, &Kept::Alias(&group, &alias, &act, words.as_str()))
    };
    app.write_as(Side::Alias, work).await
}

/// What was asked for, with the person's tag opened where it is about the person.
pub(super) async fn read(app: &App, face: FaceId, asked: &Asked<'_>) -> Result<Act, Error> {
    let number = |text: &str, range: &std::ops::RangeInclusive<i64>| {
        text.trim().parse().ok().filter(|number| range.contains(number))
    };
    match asked.act {
        "pause" => Ok(Act::Pause(number(asked.days, &DAYS).ok_or(Refusal::Days)?)),
        "close" => Ok(Act::Close),
        "close-person" => {
            let weeks = number(asked.weeks, &WEEKS).ok_or(Refusal::Weeks)?;
            tag_of(app, face).await?.ok_or(crate::keys::Refusal::Lost)?;
            Ok(Act::ClosePerson(Person { weeks, is_urgent: asked.is_urgent }))
        }
        "lift" => Ok(Act::Lift(tag_of(app, face).await?)),
        _ => Err(Refusal::Unchosen.into()),
    }
}

async fn tag_of(app: &App, face: FaceId) -> Result<Option<String>, Error> {
    let keys = app.keys().clone();
    app.read(move |db| commands::tag_of(db, &keys, face)).await
}

fn url(group: &str, alias: &str) -> String {
    urls::in_group(group, &format!("aliases/{}", urls::segment(alias)))
}
