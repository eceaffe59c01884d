//! All that one writer said in a group, or anywhere, looked through before it goes out of sight in one act.

use actix_web::HttpRequest;
use actix_web::web::{Data, Path};

use super::{door, parse};
use crate::app::App;
use crate::forum::authors::{self, Said};
use crate::http::viewer::Member;
use crate::http::{Answer, Fields, problem, see_other};
use crate::kernel::Error;
use crate::page;
use crate::safety::actions::views::Case;
use crate::safety::actions::{Decision, Done, Verb, rules, verb_label};
use crate::ui::{self, Door, Faults, Shell};

/// The field that says what is decided.
const VERB: &str = "verb";
/// What an address or a form says of where: of the whole community, and not of the group of the case alone.
const REACH: &str = "reach";
const EVERYWHERE: &str = "everywhere";

page! { "safety/actions/all.html",
    /// What would go out of sight.
    pub struct All { case: Case, verb: Verb, said: Vec<Said>, waiting: usize, fields: Fields, faults: Faults }
}

/// `GET /look/{case}/all`: of the group, or with `reach=everywhere` of the whole community.
pub async fn show(
    app: Data<App>,
    member: Member,
    ui: Shell,
    id: Path<String>,
    request: HttpRequest,
) -> Answer {
    let reach = Fields::default().with(REACH, Fields::asked(&request).one(REACH));
    ui::answer(&load(&app, &member, ui, (&id, reach)).await?)
}

/// `POST /look/{case}/all`
pub async fn decide(app: Data<App>, member: Member, ui: Shell, id: Path<String>, fields: Fields) -> Answer {
    let page = load(&app, &member, ui.clone(), (&id, fields)).await?;
    let mut faults = Faults::default();
    let verb = page.verb;
    let chosen = page.fields.clone().with(VERB, verb.code());
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
    let everywhere = fields.has(REACH, EVERYWHERE);
    let whole = door::all_said(app, member, (door::case_id(id)?, everywhere)).await?;
    let door::Whole { case, verb, said, waiting } = whole;
    Ok(All { ui: ui.at(Door::You), case, verb, said, waiting, fields, faults: Faults::default() })
}

impl All {
    /// Words shown of each.
    const SHOWN: usize = 280;

    /// How a text begins.
    fn beginning(said: &Said) -> String {
        said.body.chars().take(Self::SHOWN).collect()
    }

    /// Whether it is about the whole community.
    fn is_here(&self) -> bool {
        self.verb == Verb::RemoveAllHere
    }

    /// Whether whoever looks chooses between the group and the whole community.
    fn may_choose(&self) -> bool {
        [Verb::RemoveAll, Verb::RemoveAllHere].iter().all(|verb| self.case.fitting.contains(verb))
    }

    /// Whether more stands than is listed: it goes, too.
    fn is_part(&self) -> bool {
        authors::is_part(&self.said)
    }

    /// Whether it can be decided here now: there is something, the case waits, and nobody else looks at it.
    fn may_decide(&self) -> bool {
        self.case.is_to_decide() && (!self.said.is_empty() || self.waiting > 0)
    }

    /// What was typed, where the form is on the page no more because somebody else was faster: it is not lost.
    fn left_over(&self) -> Option<&str> {
        let words = self.fields.one("words");
        (!self.may_decide() && !words.trim().is_empty() && words != self.ready()).then_some(words)
    }

    /// What the button says.
    fn does(&self) -> String {
        self.ui.t(&verb_label(&self.verb)).into_owned()
    }

    /// What puts its writer out along with their words; none: nothing here does, or two people decide each.
    fn closing(&self) -> Option<(String, String)> {
        if self.case.takes_two {
            return None;
        }
        let verb = rules::closing(self.verb, &self.case.fitting)?;
        let means = self.ui.t(&format!("act-means-{}", verb.code())).into_owned();
        Some((self.ui.t(&verb_label(&verb)).into_owned(), means))
    }

    /// The sentence that stands ready.
    fn ready(&self) -> String {
        self.case.ready(&self.ui)
    }
}
