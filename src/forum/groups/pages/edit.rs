//! Starting a group in four questions, changing the answers, closing the group.

use actix_web::HttpResponse;
use actix_web::web::{Data, Path};

use super::form::{self, Offered};
use crate::app::App;
use crate::forum::groups::{self, Group, Plan, Shape, ShortName};
use crate::http::viewer::Member;
use crate::http::{Answer, Fields, see_other};
use crate::kernel::{Error, Token};
use crate::page;
use crate::policy::{Action, Viewer};
use crate::ui::{self, Door, Faults, Shell, urls};

/// Where a group has gone.
const TO: &str = "to";

page! { "forum/groups/new.html",
    /// Four questions.
    pub struct New { offered: Offered, fields: Fields, faults: Faults }
}

impl New {
    fn of(ui: Shell, fields: Fields, faults: Faults) -> Self {
        Self { offered: form::offered(&ui, &fields), ui: ui.at(Door::Groups), fields, faults }
    }
}

/// `GET /g/new`
pub async fn new(_member: Member, ui: Shell) -> Answer {
    ui::answer(&New::of(ui, form::blank(), Faults::default()))
}

/// `POST /g/new`
pub async fn create(app: Data<App>, member: Member, ui: Shell, fields: Fields) -> Answer {
    let mut faults = Faults::default();
    let shape = form::read(&ui, &fields, &mut faults);
    let name = match fields.one("name").trim() {
        "" => Some(None),
        typed => faults.take(&ui, "name", ShortName::parse(typed)).map(Some),
    };
    let (Some(shape), Some(name)) = (shape, name) else {
        return ui::refused(&New::of(ui, fields, faults));
    };
    let once = Token::parse(fields.one("once")).map(|once| once.expose().to_owned());
    let plan = Plan { shape, name, language: ui.words.language().code().to_owned(), steward: None, once };
    let viewer = member.viewer();
    match app.write(move |tx| groups::start(tx, &viewer, &plan)).await {
        Ok(group) => Ok(see_other(&urls::group(&group.name))),
        Err(error) => {
            let faults = Faults::mend(&ui, error)?;
            ui::refused(&New::of(ui, fields, faults))
        }
    }
}

page! { "forum/groups/edit.html",
    /// The answers, to be changed.
    pub struct Edit { group: Group, offered: Offered, fields: Fields, faults: Faults }
}

impl Edit {
    fn of(ui: Shell, group: Group, fields: Fields, faults: Faults) -> Self {
        Self { offered: form::offered(&ui, &fields), ui: ui.at(Door::Groups), group, fields, faults }
    }
}

/// `GET /g/{name}/edit`
pub async fn edit(app: Data<App>, viewer: Viewer, ui: Shell, name: Path<String>) -> Answer {
    let (group, fields) = load(&app, viewer, name.into_inner()).await?;
    ui::answer(&Edit::of(ui, group, fields, Faults::default()))
}

/// `POST /g/{name}/edit`
pub async fn update(app: Data<App>, viewer: Viewer, ui: Shell, name: Path<String>, fields: Fields) -> Answer {
    let name = name.into_inner();
    let (group, _) = load(&app, viewer.clone(), name.clone()).await?;
    let mut faults = Faults::default();
    let Some(shape) = form::read(&ui, &fields, &mut faults) else {
        return ui::refused(&Edit::of(ui, group, fields, faults));
    };
    match change(&app, viewer, name, shape).await {
        Ok(group) => Ok(see_other(&urls::in_group(&group.name, "about"))),
        Err(error) => {
            let faults = Faults::mend(&ui, error)?;
            ui::refused(&Edit::of(ui, group, fields, faults))
        }
    }
}

async fn change(app: &App, viewer: Viewer, name: String, shape: Shape) -> Result<Group, Error> {
    app.write(move |tx| groups::change(tx, &viewer, &name, &shape)).await
}

/// The group and its answers, for those who may change them.
async fn load(app: &App, viewer: Viewer, name: String) -> Result<(Group, Fields), Error> {
    app.read(move |db| {
        let (group, _) = groups::find_for(db, &viewer, &name, Action::EditGroup)?;
        let (pathways, topics) = (groups::pathways_of(db, group.id)?, groups::topics_of(db, group.id)?);
        let fields = form::of_group(&group, &pathways, &topics);
        Ok((group, fields))
    })
    .await
}

/// `POST /g/{name}/close`
pub async fn close(app: Data<App>, viewer: Viewer, name: Path<String>, _fields: Fields) -> Answer {
    let group = app.write(move |tx| groups::close(tx, &viewer, &name)).await?;
    Ok(to_about(&group))
}

/// `POST /g/{name}/reopen`
pub async fn reopen(app: Data<App>, viewer: Viewer, name: Path<String>, _fields: Fields) -> Answer {
    let group = app.write(move |tx| groups::reopen(tx, &viewer, &name)).await?;
    Ok(to_about(&group))
}

/// `POST /g/{name}/moved`: it has gone to another community, or is here again.
pub async fn moved(app: Data<App>, viewer: Viewer, ui: Shell, name: Path<String>, fields: Fields) -> Answer {
    let (name, to, by) = (name.into_inner(), fields.one(TO).to_owned(), viewer.clone());
    let of = name.clone();
    match app.write(move |tx| groups::set_moved(tx, &by, &of, &to)).await {
        Ok(group) => Ok(to_about(&group)),
        Err(error) => {
            let faults = Faults::mend(&ui, error)?;
            let (group, shown) = load(&app, viewer, name).await?;
            ui::refused(&Edit::of(ui, group, shown.with(TO, fields.one(TO)), faults))
        }
    }
}

fn to_about(group: &Group) -> HttpResponse {
    see_other(&urls::in_group(&group.name, "about"))
}
