//! Who is in a group, who asks to be, and who looks after it.

use actix_web::web::{Data, Path, Query};
use serde::Deserialize;

use crate::app::App;
use crate::forum::groups::{self, Group};
use crate::forum::members::{self, Neighbour, Refusal, Sentence};
use crate::forum::turns::{self, Length};
use crate::http::{Answer, Fields, see_other};
use crate::kernel::{Error, FaceId, Week};
use crate::page;
use crate::policy::{self, Action, Role, Standing, Viewer};
use crate::ui::{self, Door, Faults, Shell, urls};

page! { "forum/members/people.html",
    /// The people of a group, newest first, without a count.
    pub struct Here {
        group: Group,
        asking: Vec<Neighbour>,
        people: Vec<Neighbour>,
        next: Option<String>,
        own: FaceId,
        may_answer: bool,
        may_appoint: bool,
        fields: Fields,
        faults: Faults,
    }
}

/// Where a page of people goes on.
#[derive(Deserialize)]
pub struct After {
    after: Option<String>,
}

/// A key to go on from: the week and the name of the last row.
pub(in crate::forum::members) fn key(next: (Week, String)) -> String {
    format!("{}~{}", next.0.0, next.1)
}

/// Reads a key back; anything else starts from the beginning.
pub(in crate::forum::members) fn after(key: Option<&str>) -> Option<(Week, String)> {
    let (week, name) = key?.split_once('~').filter(|(_, name)| !name.contains('\0'))?;
    Some((Week(week.parse().ok()?), name.to_owned()))
}

/// `GET /g/{name}/people`
pub async fn list(
    app: Data<App>,
    viewer: Viewer,
    ui: Shell,
    name: Path<String>,
    asked: Query<After>,
) -> Answer {
    let page = load(&app, viewer, ui, name.into_inner(), after(asked.after.as_deref())).await?;
    ui::answer(&page)
}

async fn load(
    app: &App,
    viewer: Viewer,
    ui: Shell,
    name: String,
    after: Option<(Week, String)>,
) -> Result<Here, Error> {
    let own = viewer.face();
    let (group, asking, listed, may_answer, may_appoint) = app
        .read(move |db| {
            let group = groups::find_by_name(db, &viewer, &name)?;
            let standing = Standing::in_group(db, &viewer, group.id)?;
            policy::may(&viewer, Action::SeePeople, &standing)?;
            let may = |action| policy::may(&viewer, action, &standing).is_ok();
            let (may_answer, may_appoint) = (may(Action::AnswerAsk), may(Action::AppointInGroup));
            let asking = if may_answer { members::asking(db, group.id)? } else { Vec::new() };
            let listed = members::people(db, &viewer, group.id, standing.looks_after(), after)?;
            Ok((group, asking, listed, may_answer, may_appoint))
        })
        .await?;
    Ok(Here {
        ui: ui.at(Door::Groups),
        group,
        asking,
        people: listed.rows,
        next: listed.next.map(|next| urls::segment(&key(next))),
        own,
        may_answer,
        may_appoint,
        fields: Fields::default(),
        faults: Faults::default(),
    })
}

/// `POST /g/{name}/answer`
pub async fn answer(app: Data<App>, viewer: Viewer, ui: Shell, name: Path<String>, fields: Fields) -> Answer {
    let name = name.into_inner();
    let mut faults = Faults::default();
    let Some(words) = faults.take(&ui, "words", Sentence::parse(fields.one("words"))) else {
        let page = load(&app, viewer, ui, name, None).await?;
        return ui::refused(&Here { fields, faults, ..page });
    };
    let (keeper, group, person) = (viewer.clone(), name.clone(), fields.one("person").to_owned());
    let lets_in = fields.has("answer", "let-in");
    let done = app.write(move |tx| {
        if lets_in {
            members::let_in(tx, &keeper, &group, &person)
        } else {
            members::not_now(tx, &keeper, &group, &person, &words)
        }
    });
    let done = done.await;
    finish(&app, viewer, ui, (name, fields), done).await
}

/// `POST /g/{name}/role`
pub async fn appoint(
    app: Data<App>,
    viewer: Viewer,
    ui: Shell,
    name: Path<String>,
    fields: Fields,
) -> Answer {
    let name = name.into_inner();
    let mut faults = Faults::default();
    let role = Role::parse(fields.one("role")).ok_or(Refusal::RoleUnchosen);
    let Some(role) = faults.take(&ui, "role", role) else {
        let page = load(&app, viewer, ui, name, None).await?;
        return ui::refused(&Here { fields, faults, ..page });
    };
    let (steward, group, person) = (viewer.clone(), name.clone(), fields.one("person").to_owned());
    let turn = fields.one("turn").to_owned();
    let done = app.write(move |tx| {
        let done = members::appoint(tx, &steward, &group, &person, role)?;
        // Whoever steps down says nothing of a turn.
        if !turn.is_empty() {
            let length = Length::parse(&turn).ok_or(turns::Refusal::LengthUnchosen)?;
            turns::begin(tx, &steward, &group, &person, length)?;
        }
        Ok(done)
    });
    let done = done.await;
    finish(&app, viewer, ui, (name, fields), done).await
}

/// Back to the people, with what needs changing said there.
async fn finish(
    app: &App,
    viewer: Viewer,
    ui: Shell,
    (name, fields): (String, Fields),
    done: Result<Group, Error>,
) -> Answer {
    match done {
        Ok(group) => Ok(see_other(&urls::in_group(&group.name, "people"))),
        Err(error) => {
            let faults = Faults::mend(&ui, error)?;
            let page = load(app, viewer, ui, name, None).await?;
            ui::refused(&Here { fields, faults, ..page })
        }
    }
}
