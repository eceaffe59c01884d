//! One concern: what was told, what was decided before, and what to do.

use actix_web::web::{Data, Path};

use super::{door, parse};
use crate::app::App;
use crate::forum::content_notes::{self, Notes};
use crate::http::viewer::Member;
use crate::http::{Answer, Fields, problem, see_other};
use crate::kernel::Error;
use crate::page;
use crate::safety::actions::views::Case;
use crate::safety::actions::{Decision, Done, Sentence, Verb};
use crate::safety::crisis::{self, Whose};
use crate::safety::reports::{Concern, Tier};
use crate::ui::{self, Door, Faults, Shell};

/// What was typed for words out of sight and a pause in one: a page of several forms gives each back what was typed in it.
const BOTH: &str = "both_words";

page! { "safety/actions/case.html",
    /// One concern.
    pub struct Show {
        case: Case,
        lines: Vec<crisis::Line>,
        duty: usize,
        is_much: bool,
        notes: content_notes::Choice,
        fields: Fields,
        faults: Faults,
    }
}

/// `GET /look/{case}`
pub async fn show(app: Data<App>, member: Member, ui: Shell, id: Path<String>) -> Answer {
    ui::answer(&load(&app, &member, ui, (&id, Fields::default())).await?)
}

/// Everything the page of a case shows.
///
/// # Errors
/// Absent for one that is not theirs to look at.
pub async fn load(
    app: &App,
    member: &Member,
    ui: Shell,
    (id, fields): (&str, Fields),
) -> Result<Show, Error> {
    let case = door::case(app, member, door::case_id(id)?).await?;
    let (of, ring) = (case.concern.id, app.keys().clone());
    let lines = app.read(move |db| crisis::of_case(db, of, &ring)).await?;
    let duty = door::on_duty(app, place(&case.concern, member)).await?;
    let notes = content_notes::Choice::of(&fields, &[]);
    let is_much = case.is_distress() && door::was_much(app, member).await?;
    let faults = Faults::default();
    Ok(Show { ui: ui.at(Door::You), case, lines, duty, is_much, notes, fields, faults })
}

/// Those who may look at it too.
fn place(concern: &Concern, member: &Member) -> Whose {
    match (concern.tier, concern.group_id) {
        (Tier::Group, Some(group)) => Whose::In(group, concern.face_id.unwrap_or(member.person.face)),
        _ => Whose::House,
    }
}

/// `POST /look/{case}`
pub async fn decide(app: Data<App>, member: Member, ui: Shell, id: Path<String>, fields: Fields) -> Answer {
    // Whether it is there at all comes before what was typed.
    let page = load(&app, &member, ui.clone(), (&id, fields)).await?;
    let mut faults = Faults::default();
    let Some(decision) = parse(&ui, &page.fields, &mut faults) else {
        return ui::refused(&Show { faults, ..page });
    };
    settled(&app, &member, &ui, (page, decision)).await
}

/// `POST /look/{case}/away`: words out of sight and their writer paused, in one press and one decision.
pub async fn put_away(app: Data<App>, member: Member, ui: Shell, id: Path<String>, fields: Fields) -> Answer {
    let page = load(&app, &member, ui.clone(), (&id, fields)).await?;
    let mut faults = Faults::default();
    let Some(words) = faults.take(&ui, BOTH, Sentence::parse(page.fields.one(BOTH))) else {
        return ui::refused(&Show { faults, ..page });
    };
    let decision = Decision {
        verb: Verb::Pause,
        words,
        days: page.fields.one("days").trim().parse().unwrap_or(0),
        notes: Notes::default(),
        label: None,
        removes: true,
        closes: false,
        shares: false,
    };
    settled(&app, &member, &ui, (page, decision)).await
}

/// Decides, or shows the case once more with why not.
async fn settled(app: &App, member: &Member, ui: &Shell, (page, decision): (Show, Decision)) -> Answer {
    match door::decide(app, member, page.case.concern.id, decision).await {
        Ok(Done::Done) => Ok(see_other(super::DECIDED)),
        Ok(Done::Proposed) => Ok(see_other(&page.case.url())),
        Err(error) => {
            let status = problem::status(error.kind());
            let faults = Faults::mend(ui, error)?;
            ui::with_status(status, &Show { faults, ..page })
        }
    }
}

/// `POST /look/{case}/take`
pub async fn take(app: Data<App>, member: Member, ui: Shell, id: Path<String>, fields: Fields) -> Answer {
    let page = load(&app, &member, ui.clone(), (&id, fields)).await?;
    match door::take(&app, &member, &page.case.concern, page.fields.sent("lifts")).await {
        Ok(()) => Ok(see_other(&page.case.url())),
        Err(error) => {
            let status = problem::status(error.kind());
            let faults = Faults::mend(&ui, error)?;
            ui::with_status(status, &Show { faults, ..page })
        }
    }
}

/// `POST /look/{case}/hand-up`
pub async fn hand_up(app: Data<App>, member: Member, ui: Shell, id: Path<String>, fields: Fields) -> Answer {
    let page = load(&app, &member, ui.clone(), (&id, fields)).await?;
    match door::hand_up(&app, &member, page.case.concern.id).await {
        Ok(()) => Ok(see_other("/look")),
        Err(error) => {
            let status = problem::status(error.kind());
            let faults = Faults::mend(&ui, error)?;
            ui::with_status(status, &Show { faults, ..page })
        }
    }
}

impl Show {
    /// What may be chosen here: what is done to all of somebody's words is looked through first, on a page of its own.
    fn verbs(&self) -> impl Iterator<Item = &Verb> {
        let by_itself = [Verb::RemoveAll, Verb::RemoveAllHere, Verb::Care];
        self.case.fitting.iter().filter(move |verb| !by_itself.contains(verb))
    }

    /// What was typed in a form that stands here no more, since somebody else decided or looks at it by now: it is not lost.
    fn left_over(&self) -> Option<&str> {
        let (is_free, decides) = (self.case.is_free(), self.case.is_to_decide());
        let is_lane = self.case.is_distress() && is_free;
        let forms = [
            ("words", decides && self.verbs().next().is_some()),
            (BOTH, decides && self.may_put_away()),
            ("care_words", is_lane && self.can_be_reached()),
            ("pass_note", is_lane),
        ];
        let ready = self.ready();
        let mut typed =
            forms.into_iter().filter(|(_, is_there)| !is_there).map(|(field, _)| self.fields.one(field));
        typed.find(|words| !words.trim().is_empty() && *words != ready)
    }

    /// Whether somebody of this community wrote it, who can be written to.
    fn can_be_reached(&self) -> bool {
        self.case.what.author.is_some() && !self.case.is_far()
    }

    /// Whether a host goes on from here to what the whole community of the writer may do.
    fn may_decide_there(&self) -> bool {
        self.case.fitting.contains(&Verb::CloseFar) && !self.case.is_distress()
    }

    /// How many notes lie here between those who look after it.
    fn left(&self) -> usize {
        self.lines.iter().filter(|line| line.kind == crisis::Kind::Note).count()
    }

    /// Whether a sentence can be shared with those who told: not what was said to somebody in distress.
    fn may_share(&self) -> bool {
        self.case.concern.people > 0 && !self.case.takes_two
    }

    /// Whether words can be put out of sight and their writer paused in one press: not where two people decide each.
    fn may_put_away(&self) -> bool {
        let fitting = &self.case.fitting;
        !self.case.takes_two && fitting.contains(&Verb::Remove) && fitting.contains(&Verb::Pause)
    }

    fn may_remove_all(&self) -> bool {
        self.case.fitting.contains(&Verb::RemoveAll)
    }

    fn may_remove_all_here(&self) -> bool {
        self.case.fitting.contains(&Verb::RemoveAllHere)
    }

    /// The sentence that stands ready: to be changed by whoever decides.
    fn ready(&self) -> String {
        self.ui.t(&format!("look-ready-{}", self.case.gravest().code())).into_owned()
    }
}
