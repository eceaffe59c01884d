//! `/host/people`: who is here, who asks to come in, who looks after the place.

use actix_web::web::{Data, Path, Query};
use serde::Deserialize;

use super::forms::Verb;
use crate::app::App;
use crate::forum::turns::Length;
use crate::http::{Answer, Doors, Fields, Who, see_other};
use crate::identity::accounts::standing::{self, Asked, Resident, State};
use crate::identity::names;
use crate::kernel::{Day, Error};
use crate::page;
use crate::policy::{self, Action, Rank, Viewer};
use crate::safety::terms;
use crate::ui::{self, Door, Faults, Shell, urls};

/// People a page.
const PAGE: i64 = 50;

/// The doors of people.
pub fn doors(doors: &mut Doors) {
    doors.get("/host/people", Who::Host, index);
    doors.post("/host/people/{name}", Who::Host, act);
    doors.get("/host/people/{name}", Who::Host, show);
}

page! { "admin/people/index.html",
    /// Those who ask, and those who are here.
    pub struct Index { asked: Vec<Asked>, people: Vec<Resident>, begins: String, older: Option<String> }
}

page! { "admin/people/show.html",
    /// One member, and what a host may do.
    pub struct Show { person: Resident, term: Option<Day>, fields: Fields, faults: Faults }
}

impl Index {
    /// Weeks since they came in, or asked.
    #[must_use]
    pub fn weeks(&self, since: &crate::kernel::Week) -> i64 {
        (self.ui.now.week().0 - since.0).max(0)
    }
}

impl Show {
    /// Weeks since they came in.
    #[must_use]
    pub fn weeks(&self) -> i64 {
        (self.ui.now.week().0 - self.person.joined.0).max(0)
    }
}

/// What of the list to show.
#[derive(Debug, Default, Deserialize)]
pub struct Part {
    #[serde(default)]
    begins: String,
    after: Option<String>,
}

/// `GET /host/people`
pub async fn index(app: Data<App>, viewer: Viewer, ui: Shell, part: Query<Part>) -> Answer {
    let Part { begins, after } = part.into_inner();
    let (key, after) = (names::key(&begins), after.map(|name| names::key(&name)));
    let (asked, mut people) = app
        .read(move |db| {
            let permit = policy::may_in_community(&viewer, Action::ManagePeople)?;
            let people = standing::list(db, &permit, &key, after.as_deref(), PAGE + 1)?;
            Ok((standing::waiting(db, &permit)?, people))
        })
        .await?;
    let page = usize::try_from(PAGE).unwrap_or(usize::MAX);
    let has_more = people.len() > page;
    people.truncate(page);
    let older = people.last().filter(|_| has_more).map(|last| {
        format!("/host/people?begins={}&after={}", urls::segment(&begins), urls::segment(&last.name))
    });
    ui::answer(&Index { ui: ui.at(Door::You), asked, people, begins, older })
}

/// `GET /host/people/{name}`
pub async fn show(app: Data<App>, viewer: Viewer, ui: Shell, name: Path<String>) -> Answer {
    let (person, term) = find(&app, viewer, &name).await?;
    let (fields, faults) = (Fields::default(), Faults::default());
    ui::answer(&Show { ui: ui.at(Door::You), person, term, fields, faults })
}

/// `POST /host/people/{name}`
pub async fn act(app: Data<App>, viewer: Viewer, ui: Shell, name: Path<String>, fields: Fields) -> Answer {
    policy::may_in_community(&viewer, Action::ManagePeople)?;
    let faults = match Verb::parse(&fields) {
        Ok(verb) => {
            let (by, whom) = (viewer.clone(), name.clone());
            match app.write(move |tx| verb.act(tx, &by, &whom)).await {
                Ok(()) => return Ok(see_other("/host/people")),
                Err(error) => Faults::mend(&ui, error)?,
            }
        }
        Err(wrong) => wrong.faults(&ui),
    };
    let (person, term) = find(&app, viewer, &name).await?;
    ui::refused(&Show { ui: ui.at(Door::You), person, term, fields, faults })
}

/// A member, and the day their term as a keeper ends.
async fn find(app: &App, viewer: Viewer, name: &str) -> Result<(Resident, Option<Day>), Error> {
    let key = names::key(name);
    app.read(move |db| {
        let permit = policy::may_in_community(&viewer, Action::ManagePeople)?;
        let found = standing::list(db, &permit, &key, None, 1)?;
        let person = found.into_iter().find(|person| names::key(&person.name) == key).ok_or(Error::Absent)?;
        let term = terms::ends_on(db, person.face)?;
        Ok((person, term))
    })
    .await
}
