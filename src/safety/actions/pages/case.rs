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
use crate::safety::reports::{self, Concern, Tier};
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
        has_reader_above: bool,
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
    let concern = case.concern.clone();
    let (lines, has_reader_above) = app
        .read(move |db| Ok((crisis::of_case(db, of, &ring)?, reports::has_reader_above(db, &concern)?)))
        .await?;
    let duty = door::on_duty(app, place(&case.concern, member)).await?;
    let notes = content_notes::Choice::of(&fields, &[]);
    let is_much = case.is_distress() && door::was_much(app, member).await?;
    let faults = Faults::default();
    Ok(Show { ui: ui.at(Door::You), case, lines, duty, is_much, has_reader_above, notes, fields, faults })
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
    // The sentence that stands ready says what is not so where all stays as it is.
    let decision = match decision.verb {
        Verb::Fine if !decision.shares && decision.words.as_str() == page.ready() => {
            Decision { words: Sentence::parse(Verb::Fine.code())?, ..decision }
        }
        _ => decision,
    };
    settled(&app, &member, &ui, (page, decision)).await
}

/// `POST /look/{case}/away`: words out of sight and their writer paused, in one press and one decision.
pub async fn put_away(app: Data<App>, member: Member, ui: Shell, id: Path<String>, fields: Fields) -> Answer {
    // From a card of the queue, there is one sentence for all that can be done there.
    let both = fields.one("words").to_owned();
    let fields = if fields.sent(BOTH) { fields } else { fields.with(BOTH, both) };
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
    let Err(error) = door::hand_up(&app, &member, door::case_id(&id)?).await else {
        return Ok(see_other("/look"));
    };
    let status = problem::status(error.kind());
    let faults = Faults::mend(&ui, error)?;
    let page = load(&app, &member, ui, (&id, fields)).await?;
    ui::with_status(status, &Show { faults, ..page })
}

impl Show {
    /// Whether anything can be chosen here now.
    fn may_choose(&self) -> bool {
        self.case.is_to_decide() && self.verbs().next().is_some()
    }

    /// Whether it can be handed to those who look after the community: somebody there could read it.
    fn may_hand_up(&self) -> bool {
        let is_of_group = self.case.concern.tier == Tier::Group;
        is_of_group && self.has_reader_above && self.verbs().next().is_some()
    }

    /// What was typed into a form that is on the page no more, because somebody else was faster: it is not lost.
    #[must_use]
    pub fn left_over(&self) -> Vec<&str> {
        let is_lane = self.case.is_distress() && self.case.is_free();
        let forms = [
            ("words", self.may_choose()),
            (BOTH, self.may_put_away()),
            ("care_words", is_lane && self.can_be_reached()),
            ("pass_note", is_lane),
        ];
        let lost = forms.into_iter().filter(|(_, is_there)| !is_there).map(|(name, _)| self.fields.one(name));
        let ready = self.ready();
        let mut all: Vec<&str> = lost.filter(|words| !words.trim().is_empty() && *words != ready).collect();
        // From a card of the queue, one sentence is meant for either.
        all.dedup();
        all
    }

    /// What may be chosen here: what is done to all of somebody's words is looked through first, on a page of its own.
    fn verbs(&self) -> impl Iterator<Item = &Verb> {
        let by_itself = [Verb::RemoveAll, Verb::RemoveAllHere, Verb::Care];
        self.case.fitting.iter().filter(move |verb| !by_itself.contains(verb))
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
        self.case.may_put_away()
    }

    fn may_remove_all(&self) -> bool {
        self.case.fitting.contains(&Verb::RemoveAll)
    }

    fn may_remove_all_here(&self) -> bool {
        self.case.fitting.contains(&Verb::RemoveAllHere)
    }

    /// The sentence that stands ready: to be changed by whoever decides.
    fn ready(&self) -> String {
        self.case.ready(&self.ui)
    }
}
