//! What one hears less of, in the browser: the list, and the one question about a person or a group.

use actix_web::web::{Data, Path, Query};
use serde::Deserialize;

use super::store::Found;
use super::{About, Community, Lasts, Lists, Refusal, commands, store};
use crate::app::App;
use crate::db::Db;
use crate::forum::groups;
use crate::forum::quiet;
use crate::http::viewer::Member;
use crate::http::{Answer, Doors, Fields, Who, see_other};
use crate::identity::accounts::{self, Profile};
use crate::identity::muted;
use crate::kernel::{Day, Error};
use crate::page;
use crate::policy::Viewer;
use crate::ui::{self, Door, Faults, Shell, urls};

/// The doors of what one hears less of.
pub fn doors(doors: &mut Doors) {
    doors.get("/you/quiet", Who::Member, list);
    doors.post("/you/quiet", Who::Member, choose_community);
    doors.get("/people/{name}/quiet", Who::Member, of_person);
    doors.post("/people/{name}/quiet", Who::Member, choose_person);
    doors.get("/g/{name}/quiet", Who::Member, of_group);
    doors.post("/g/{name}/quiet", Who::Member, choose_group);
}

page! { "forum/quiet/list.html",
    /// Everything somebody hears less of.
    pub struct List { lists: Lists, words: usize, is_kept: bool, fields: Fields, faults: Faults }
}

page! { "forum/quiet/choose.html",
    /// What would help with a person or a group?
    pub struct Choose { of: Of, fields: Fields, faults: Faults }
}

/// Whom or what it is about, and how it stands.
#[expect(clippy::option_option, reason = "a mute may be there or not, and may have an end or not")]
pub struct Of {
    /// A person; none: a group.
    profile: Option<Profile>,
    title: String,
    back: String,
    is_blocked: bool,
    /// When a mute ends, if there is one, and if it does.
    until: Option<Option<Day>>,
}

impl Of {
    /// Whether anything was said before.
    const fn has_any(&self) -> bool {
        self.is_blocked || self.until.is_some()
    }
}

/// Whether something was kept a moment ago.
#[derive(Debug, Default, Deserialize)]
pub struct Kept {
    kept: Option<String>,
}

/// What a form says.
enum How {
    Mute(Lasts),
    Block,
    TakeBack,
}

/// `GET /you/quiet`
pub async fn list(app: Data<App>, member: Member, ui: Shell, kept: Query<Kept>) -> Answer {
    let is_kept = kept.into_inner().kept.is_some();
    listed(&app, &member, ui, (is_kept, Fields::default(), Faults::default())).await
}

/// `POST /you/quiet`: a community to hear less of, or again.
pub async fn choose_community(app: Data<App>, member: Member, ui: Shell, fields: Fields) -> Answer {
    let mut faults = Faults::default();
    let community = faults.take(&ui, "community", Community::parse(fields.one("community")));
    let how = faults.take(&ui, "how", parse(&fields, false));
    let (Some(community), Some(how)) = (community, how) else {
        return listed(&app, &member, ui, (false, fields, faults)).await;
    };
    match does(&app, member.viewer(), About::Community(community), how).await {
        Ok(()) => Ok(see_other("/you/quiet?kept=1")),
        Err(error) => {
            let faults = Faults::mend(&ui, error)?;
            listed(&app, &member, ui, (false, fields, faults)).await
        }
    }
}

async fn listed(
    app: &App,
    member: &Member,
    ui: Shell,
    (is_kept, fields, faults): (bool, Fields, Faults),
) -> Answer {
    let viewer = member.viewer();
    let (signed, today) = (member.clone(), app.clock().now().day());
    let (lists, words) =
        app.read(move |db| Ok((quiet::lists(db, &viewer)?, muted::list(db, &signed, today)?.len()))).await?;
    let has_faults = !faults.is_empty();
    let page = List { words, ui: ui.at(Door::You), lists, is_kept, fields, faults };
    if has_faults { ui::refused(&page) } else { ui::answer(&page) }
}

/// `GET /people/{name}/quiet`
pub async fn of_person(app: Data<App>, member: Member, ui: Shell, name: Path<String>) -> Answer {
    let of = load(&app, &member, About::Person(name.into_inner())).await?;
    ui::answer(&Choose { ui: ui.at(Door::You), of, fields: Fields::default(), faults: Faults::default() })
}

/// `POST /people/{name}/quiet`
pub async fn choose_person(
    app: Data<App>,
    member: Member,
    ui: Shell,
    name: Path<String>,
    fields: Fields,
) -> Answer {
    choose(&app, &member, ui, (About::Person(name.into_inner()), fields)).await
}

/// `GET /g/{name}/quiet`
pub async fn of_group(app: Data<App>, member: Member, ui: Shell, name: Path<String>) -> Answer {
    let of = load(&app, &member, About::Group(name.into_inner())).await?;
    ui::answer(&Choose { ui: ui.at(Door::You), of, fields: Fields::default(), faults: Faults::default() })
}

/// `POST /g/{name}/quiet`
pub async fn choose_group(
    app: Data<App>,
    member: Member,
    ui: Shell,
    name: Path<String>,
    fields: Fields,
) -> Answer {
    choose(&app, &member, ui, (About::Group(name.into_inner()), fields)).await
}

async fn choose(app: &App, member: &Member, ui: Shell, (about, fields): (About, Fields)) -> Answer {
    let is_person = matches!(about, About::Person(_));
    let of = load(app, member, about.clone()).await?;
    let mut faults = Faults::default();
    if let Some(how) = faults.take(&ui, "how", parse(&fields, is_person)) {
        match does(app, member.viewer(), about, how).await {
            Ok(()) => return Ok(see_other("/you/quiet?kept=1")),
            Err(error) => faults = Faults::mend(&ui, error)?,
        }
    }
    ui::refused(&Choose { ui: ui.at(Door::You), of, fields, faults })
}

fn parse(fields: &Fields, is_person: bool) -> Result<How, Refusal> {
    match fields.one("how") {
        "block" if is_person => Ok(How::Block),
        "none" => Ok(How::TakeBack),
        lasts => Lasts::parse(lasts).map(How::Mute).ok_or(Refusal::Choice),
    }
}

async fn does(app: &App, viewer: Viewer, about: About, how: How) -> Result<(), Error> {
    app.write(move |tx| match (&how, &about) {
        (How::Mute(lasts), about) => {
            if let About::Person(name) = about {
                commands::take_back_block(tx, &viewer, name)?;
            }
            commands::mute(tx, &viewer, about, *lasts)
        }
        (How::Block, About::Person(name)) => commands::block(tx, &viewer, name),
        (How::Block, _) => Err(Refusal::Choice.into()),
        (How::TakeBack, about) => {
            if let About::Person(name) = about {
                commands::take_back_block(tx, &viewer, name)?;
            }
            commands::take_back_mute(tx, &viewer, about)
        }
    })
    .await
}

async fn load(app: &App, member: &Member, about: About) -> Result<Of, Error> {
    let viewer = member.viewer();
    app.read(move |db| of(db, &viewer, &about)).await
}

fn of(db: &mut Db, viewer: &Viewer, about: &About) -> Result<Of, Error> {
    let me = viewer.member()?.face;
    let found = commands::find(db, viewer, about)?;
    let until = store::muted(db, me, &found)?;
    match found {
        Found::Person(face) => {
            if face == me {
                return Err(Refusal::Oneself.into());
            }
            let (profile, ties) = (accounts::profile(db, face)?, store::ties(db, me, face)?);
            let back = if ties.is_blocked { "/you/quiet".to_owned() } else { urls::person(&profile.name) };
            let title = profile.name.clone();
            Ok(Of { profile: Some(profile), title, back, is_blocked: ties.blocks, until })
        }
        Found::Group(id) => {
            let group = groups::find(db, id)?;
            let back = urls::in_group(&group.name, "about");
            Ok(Of { profile: None, title: group.title, back, is_blocked: false, until })
        }
        Found::Community(_) => Err(Error::Absent),
    }
}
