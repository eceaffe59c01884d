//! Several concerns decided at once: what would become of each is looked over first, and told afterwards.

use actix_web::web::Data;

use super::{door, parse, queue};
use crate::app::App;
use crate::forum::content_notes;
use crate::http::viewer::Member;
use crate::http::{Answer, Fields, problem};
use crate::kernel::{Error, FaceId};
use crate::page;
use crate::safety::actions::views::{Case, Row};
use crate::safety::actions::{Decision, Verb};
use crate::ui::{self, Door, Faults, Shell};

/// What was typed into the queue, and goes along to be decided or changed.
const TYPED: [&str; 4] = ["verb", "words", "note", "note_words"];
/// The field that names a concern.
const CASE: &str = "case";

page! { "safety/actions/several.html",
    /// What would become of each, or became of it.
    pub struct Several { rows: Vec<Row>, decision: Decision, is_done: bool, fields: Fields }
}

/// `POST /look`: shows what would become of each that was picked, or decides about them, or goes back to the queue as it
/// was filled in.
pub async fn decide(app: Data<App>, member: Member, ui: Shell, fields: Fields) -> Answer {
    // Whether somebody may look at all comes before what was typed.
    let page = queue::load(&app, &member, ui.clone(), fields).await?;
    if page.fields.has("step", "edit") {
        return ui::answer(&page);
    }
    let mut faults = Faults::default();
    let ids = door::named(page.fields.all(CASE))?;
    let Some(decision) = parse(&ui, &page.fields, &mut faults) else {
        return ui::refused(&queue::Queue { faults, ..page });
    };
    let is_done = page.fields.has("step", "do");
    let all = if is_done {
        door::decide_many(&app, &member, (ids, decision.clone())).await
    } else {
        door::weigh_many(&app, &member, (ids, decision.clone())).await
    };
    match all {
        Ok(all) => {
            let rows = door::rows(&app, &member, all).await?;
            ui::answer(&Several { ui: ui.at(Door::You), rows, decision, is_done, fields: page.fields })
        }
        Err(error) => refused(&ui, error, page),
    }
}

fn refused(ui: &Shell, error: Error, page: queue::Queue) -> Answer {
    let status = problem::status(error.kind());
    let faults = Faults::mend(ui, error)?;
    ui::with_status(status, &queue::Queue { faults, ..page })
}

impl Several {
    /// How many are decided, in words.
    fn count(&self) -> String {
        let (n, all) = (("n", self.taken().count()), ("all", self.rows.len()));
        if self.is_done { self.ui.t2("several-did", n, all) } else { self.ui.t2("several-would", n, all) }
    }

    /// Those that are decided.
    fn taken(&self) -> impl Iterator<Item = &Row> {
        self.rows.iter().filter(|row| row.is_in())
    }

    /// How many names read the sentence, in words; none: nobody is told.
    fn told(&self) -> Option<String> {
        if !self.decision.verb.is_told() {
            return None;
        }
        let face = |row: &Row| row.case.as_ref().and_then(|case: &Case| case.concern.face_id);
        let mut faces: Vec<FaceId> = self.taken().filter_map(face).collect();
        faces.sort_unstable();
        faces.dedup();
        (!faces.is_empty()).then(|| self.ui.t1("several-told", "n", faces.len()))
    }

    /// What the decision means, in words.
    fn means(&self) -> String {
        self.ui.t(&format!("act-means-{}", self.decision.verb.code())).into_owned()
    }

    /// The notes words are folded behind, in words; none: they are not.
    fn folds(&self) -> Option<String> {
        let is_fold = self.decision.verb == Verb::Fold;
        is_fold.then(|| content_notes::listed(&self.ui, &self.decision.notes))
    }

    /// Everything that was typed, for the form that decides or the one that changes it.
    fn typed(&self) -> impl Iterator<Item = (&str, &str)> {
        self.fields.typed().filter(|(name, _)| TYPED.contains(name))
    }
}
