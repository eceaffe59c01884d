//! All that one writer said in a group, or anywhere, looked through before it goes out of sight in one act.

use actix_web::web::{Data, Path};

use super::{door, parse};
use crate::app::App;
use crate::forum::authors::Said;
use crate::http::viewer::Member;
use crate::http::{Answer, Fields, problem, see_other};
use crate::kernel::Error;
use crate::page;
use crate::safety::actions::views::Case;
use crate::safety::actions::{Decision, Done, Verb, rules, verb_label};
use crate::ui::{self, Door, Faults, Shell};

/// The field that says what is decided.
const VERB: &str = "verb";

page! { "safety/actions/all.html",
    /// What would go out of sight.
    pub struct All { case: Case, said: Vec<Said>, fields: Fields, faults: Faults }
}

/// `GET /look/{case}/all`
pub async fn show(app: Data<App>, member: Member, ui: Shell, id: Path<String>) -> Answer {
    ui::answer(&load(&app, &member, ui, (&id, Fields::default())).await?)
}

/// `POST /look/{case}/all`
pub async fn decide(app: Data<App>, member: Member, ui: Shell, id: Path<String>, fields: Fields) -> Answer {
    let page = load(&app, &member, ui.clone(), (&id, fields)).await?;
    let mut faults = Faults::default();
    let verb = page.case.all().unwrap_or(Verb::RemoveAll);
    let chosen = page.fields.clone().with(VERB, verb.to_string());
    let Some(decision) = parse(&ui, &chosen, &mut faults) else {
        return ui::refused(&All { faults, ..page });
    };
    let decision = Decision { verb, ..decision };
    match door::decide(&app, &member, page.case.concern.id, decision).await {
        Ok(Done::Done) => Ok(see_other(super::DECIDED)),
        Ok(Done::Proposed) => Ok(see_other(&page.case.url())),
        Err(error) => {
            let status = problem::status(error.kind());
            let faults = Faults::mend(&ui, error)?;
            ui::with_status(status, &All { faults, ..page })
        }
    }
}

async fn load(app: &App, member: &Member, ui: Shell, (id, fields): (&str, Fields)) -> Result<All, Error> {
    let (case, said) = door::all_said(app, member, door::case_id(id)?).await?;
    Ok(All { ui: ui.at(Door::You), case, said, fields, faults: Faults::default() })
}

impl All {
    /// Words shown of each.
    const SHOWN: usize = 280;

    /// How a text begins.
    fn beginning(said: &Said) -> String {
        said.body.chars().take(Self::SHOWN).collect()
    }

    /// What puts its writer out along with their words; none: nothing here does, or two people decide each.
    fn closing(&self) -> Option<(String, String)> {
        if self.case.takes_two {
            return None;
        }
        let verb = rules::closing(self.case.all()?, &self.case.fitting)?;
        let means = self.ui.t(&format!("act-means-{}", verb.code())).into_owned();
        Some((self.ui.t(&verb_label(&verb)).into_owned(), means))
    }

    /// The sentence that stands ready.
    fn ready(&self) -> String {
        self.ui.t(&format!("look-ready-{}", self.case.gravest().code())).into_owned()
    }
}
