//! Words that wait, in the browser.

use actix_web::web::{Data, Path};

use super::{Decision, Refusal, Sentence, Waiting, Which};
use crate::app::App;
use crate::db::{Db, Tx};
use crate::forum::groups::Group;
use crate::forum::kept::Kept;
use crate::forum::{held, pace, sanctions};
use crate::http::viewer::Member;
use crate::http::{Answer, Doors, Fields, Who, problem, see_other};
use crate::identity::aliases::{self, Hand, Own};
use crate::kernel::{Error, FaceId, PublicId};
use crate::page;
use crate::policy::{self, Viewer};
use crate::ui::{self, Door, Faults, Shell, urls};

/// The doors of words that wait.
pub fn doors(doors: &mut Doors) {
    doors.get("/g/{name}/held", Who::Keeper, show);
    doors.post("/g/{name}/held", Who::Keeper, decide);
    doors.post("/share/waits", Who::Member, withdraw);
}

page! { "forum/held/list.html",
    /// What waits in a group.
    pub struct Held {
        group: Group,
        waiting: Vec<Waiting>,
        back: Vec<Waiting>,
        worried: Vec<FaceId>,
        answers: Vec<Own>,
        folds: bool,
        fields: Fields,
        faults: Faults,
    }
}

impl Held {
    /// What stands on the fold over words that are hard to read; none: they are not, or not folded for whoever looks.
    fn fold(&self, each: &Waiting) -> Option<String> {
        each.fold(&self.ui, self.folds)
    }

    /// Whether the form that was sent is about these words.
    fn is_sent(&self, each: &Waiting) -> bool {
        let is_thread = self.fields.one("thread") == each.thread.public_id.as_str();
        is_thread && self.fields.one("reply") == each.reply_id()
    }

    /// Whether somebody is worried about whoever wrote these: nobody sends them back alone.
    fn takes_two(&self, each: &Waiting) -> bool {
        self.worried.contains(&each.face())
    }

    /// A sentence that was typed for words that wait no more: it is not lost.
    fn left_over(&self) -> Option<&str> {
        let words = self.fields.one("words");
        let is_lost = !words.is_empty() && !self.waiting.iter().any(|each| self.is_sent(each));
        is_lost.then_some(words)
    }
}

/// `GET /g/{name}/held`
pub async fn show(app: Data<App>, member: Member, ui: Shell, name: Path<String>) -> Answer {
    ui::answer(&load(&app, &member, ui, name.into_inner()).await?)
}

/// Every face of a member: whoever may be worried about one of these does not say so to them.
fn own_faces(db: &mut Db, viewer: &Viewer, hand: &Hand) -> Result<Vec<FaceId>, Error> {
    let own = aliases::mine(db, hand)?;
    Ok(own.into_iter().map(|own| own.alias.face).chain([viewer.face()]).collect())
}

async fn load(app: &App, member: &Member, ui: Shell, name: String) -> Result<Held, Error> {
    let (viewer, hand) = (member.viewer(), aliases::hand(app, member));
    let (group, (waiting, back), worried, answers, folds) = app
        .read(move |db| {
            let (group, waiting) = held::queue(db, &viewer, &name)?;
            let mut worried = policy::in_distress(db, waiting.iter().map(Waiting::face).collect())?;
            let own = own_faces(db, &viewer, &hand)?;
            worried.retain(|face| !own.contains(face));
            let answers = sanctions::unanswered(db, &viewer, group.id)?;
            let back = held::sent_back(db, &group)?;
            Ok((group, (waiting, back), worried, answers, pace::of(db, viewer.face())?.folds))
        })
        .await?;
    let (fields, faults) = (Fields::default(), Faults::default());
    Ok(Held { ui: ui.at(Door::Groups), group, waiting, back, worried, answers, folds, fields, faults })
}

/// `POST /g/{name}/held`
pub async fn decide(app: Data<App>, member: Member, ui: Shell, name: Path<String>, fields: Fields) -> Answer {
    let name = name.into_inner();
    let which = Which {
        thread: PublicId::parse(fields.one("thread")).ok_or(Error::Absent)?,
        reply: PublicId::parse(fields.one("reply")),
    };
    let mut faults = Faults::default();
    let decision = match fields.one("answer") {
        "let-through" => Some(Decision::LetThrough),
        "wait-again" => Some(Decision::WaitAgain),
        _ => faults.take(&ui, "words", Sentence::parse(fields.one("words"))).map(Decision::NotHere),
    };
    let Some(decision) = decision else {
        let page = load(&app, &member, ui, name).await?;
        return ui::refused(&Held { fields, faults, ..page });
    };
    let Err(error) = carry_out(&app, &member, name.clone(), (which, decision)).await else {
        return Ok(see_other(&urls::in_group(&name, "held")));
    };
    let page = load(&app, &member, ui.clone(), name).await?;
    let status = problem::status(error.kind());
    let faults = Faults::mend(&ui, error)?;
    ui::with_status(status, &Held { fields, faults, ..page })
}

/// `POST /share/waits`: a member has words of their own back.
pub async fn withdraw(app: Data<App>, member: Member, fields: Fields) -> Answer {
    let viewer = member.viewer();
    let which = Which {
        thread: PublicId::parse(fields.one("thread")).ok_or(Error::Absent)?,
        reply: PublicId::parse(fields.one("reply")),
    };
    app.write(move |tx| held::withdraw(tx, &viewer, &which)).await?;
    Ok(see_other("/share/drafts"))
}

/// Does what was decided. For whoever looks after this group, what is not there any more was there when they began.
pub(super) async fn carry_out(
    app: &App,
    member: &Member,
    group: String,
    what: (Which, Decision),
) -> Result<(), Error> {
    let (viewer, name) = (member.viewer(), group.clone());
    match on_its_side(app, member, group, what).await {
        Err(Error::Absent) => {
            app.read(move |db| held::queue(db, &viewer, &name).map(drop)).await?;
            Err(Refusal::Decided.into())
        }
        done => done,
    }
}

/// On the side of whoever wrote the words.
async fn on_its_side(
    app: &App,
    member: &Member,
    group: String,
    (which, decision): (Which, Decision),
) -> Result<(), Error> {
    let (viewer, asks, hand) = (member.viewer(), member.viewer(), aliases::hand(app, member));
    let (name, of, is_back) = (group.clone(), which.clone(), decision == Decision::WaitAgain);
    let (side, own) = app
        .read(move |db| {
            let side = held::side_of(db, &asks, &name, (&of, is_back))?;
            Ok((side, own_faces(db, &asks, &hand)?))
        })
        .await?;
    let work = move |tx: &mut Tx<'_>| {
        let (group, face, of) = held::decide(tx, (&viewer, &own), &group, (&which, &decision))?;
        let kept = match &decision {
            Decision::LetThrough => Kept::Held(group, face, of, None),
            Decision::NotHere(why) => Kept::Held(group, face, of, Some(why.as_str())),
            Decision::WaitAgain => Kept::HeldAgain(group, face, of),
        };
        App::logs(tx, &viewer, &kept)
    };
    app.write_as(side, work).await
}
