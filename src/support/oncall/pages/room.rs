//! The small room in the browser.

use actix_web::http::StatusCode;
use actix_web::web::{Data, Path};

use super::{parse, room_url, sealer, stands};
use crate::app::App;
use crate::forum::quiet;
use crate::http::viewer::Member;
use crate::http::{Answer, Fields, problem, see_other};
use crate::kernel::{Error, PublicId, once};
use crate::page;
use crate::support::oncall::{self, Circle, LATE_S, MANY, Moves, Phase, Refusal, Room, SEATS, Words};
use crate::ui::calls::Call;
use crate::ui::{self, Faults, Shell};

page! { "support/oncall/room.html",
    /// A small room, for those who are in it.
    pub struct Show { room: Room, url: String, calls: Vec<Call>, words: String, is_carried: bool, faults: Faults }
}

page! { "support/oncall/after.html",
    /// What is left to say once it is over, or one has left; above it what was not said there any more.
    pub struct After { room: Room, calls: Vec<Call>, unsent: String, faults: Faults }
}

page! { "support/oncall/unsent.html",
    /// Where nothing is left of a room: what was not said there.
    pub struct Unsent { unsent: String }
}

impl Show {
    /// Who is there, by name.
    #[must_use]
    pub fn names(&self) -> String {
        let names: Vec<&str> = self.room.there.iter().map(|(_, author)| author.name.as_str()).collect();
        names.join(", ")
    }

    /// How it stands, in one sentence that is counted and never guessed.
    #[must_use]
    pub fn status(&self) -> String {
        stands::status(self.ui.words, &self.room)
    }

    /// Who else is asked, in one sentence that is counted and never guessed; none where every seat is taken.
    #[must_use]
    pub fn more(&self) -> String {
        stands::more(self.ui.words, &self.room)
    }

    /// Whether that stands in a line of its own.
    #[must_use]
    pub fn has_more(&self) -> bool {
        stands::has_more(&self.room)
    }

    /// The same, for whoever hands over.
    #[must_use]
    pub fn handing(&self) -> String {
        match (self.room.ask.is_calling, self.room.asked) {
            (false, _) => self.ui.t("room-hands-over-late").into_owned(),
            (true, 0) => self.ui.t("room-hands-over-nobody").into_owned(),
            (true, asked) => self.ui.t1("room-hands-over", "n", asked),
        }
    }

    /// Whether whoever asked can ask for one more.
    #[must_use]
    pub fn can_call(&self) -> bool {
        let is_hard = matches!(self.room.ask.phase, Phase::Claimed | Phase::Talking);
        self.room.is_own
            && is_hard
            && stands::has_seat(&self.room)
            && !self.room.ask.is_just_called(self.ui.now)
    }

    /// Whether nobody is there who says anything.
    #[must_use]
    pub fn is_alone(&self) -> bool {
        self.is_open() || self.room.is_own && self.room.ask.is_silent
    }

    /// The name of whoever asked.
    #[must_use]
    pub fn asker_name(&self) -> &str {
        stands::asker_name(&self.room)
    }

    /// Whether nobody is there yet.
    #[must_use]
    pub fn is_open(&self) -> bool {
        self.room.ask.phase == Phase::Open
    }

    /// Whether it is easier now.
    #[must_use]
    pub fn is_easing(&self) -> bool {
        self.room.ask.phase == Phase::Easing
    }

    /// Whether something was said since somebody came.
    #[must_use]
    pub fn is_talking(&self) -> bool {
        self.room.ask.phase == Phase::Talking
    }

    /// Whether whoever has a seat stays only until somebody else comes.
    #[must_use]
    pub fn is_going(&self, seat: &i64) -> bool {
        self.room.going.contains(seat)
    }

    /// To whom it goes.
    #[must_use]
    pub fn goes(&self) -> String {
        self.ui.t(&format!("circle-goes-{}", self.room.ask.circle)).into_owned()
    }

    /// Whether it goes further by itself.
    #[must_use]
    pub fn widens(&self) -> bool {
        self.room.ask.consent > self.room.ask.circle
    }

    /// Whether it can go further still, if whoever asked wishes.
    #[must_use]
    pub fn can_widen(&self) -> bool {
        self.room.ask.circle < Circle::Everyone
    }
}

impl After {
    /// What became of it.
    #[must_use]
    pub fn status(&self) -> String {
        stands::became(self.ui.words, &self.room)
    }

    /// Whether it ended while nobody was there.
    #[must_use]
    pub fn is_alone(&self) -> bool {
        is_over_alone(self.room.ask.phase)
    }

    /// Whether whoever asked goes on somewhere else.
    #[must_use]
    pub fn is_handed_off(&self) -> bool {
        self.room.ask.phase == Phase::HandedOff
    }

    /// Whether a listener came to many within a day.
    #[must_use]
    pub fn is_much(&self) -> bool {
        self.room.stood_by >= MANY
    }
}

/// `GET /support/ask/{id}`, and `…/now`, by which an open page asks for it unpressed: nobody needs to be there for that.
pub async fn show(app: Data<App>, member: Member, ui: Shell, id: Path<String>) -> Answer {
    let room = load(&app, &member, &ui, parse(&id)?).await?;
    let calls = calls(&app, &member, &room).await?;
    if room.has_left || !room.ask.phase.is_live() {
        return ui::answer(&After { ui, room, calls, unsent: String::new(), faults: Faults::default() });
    }
    let url = room_url(&room.ask.public_id);
    let (words, faults) = (String::new(), Faults::default());
    ui::answer(&Show { ui, room, url, calls, words, is_carried: false, faults })
}

/// The room of whoever asked already, with the line they asked again with: it stands there to be said.
pub async fn carried(app: &App, member: &Member, ui: Shell, (id, words): (PublicId, String)) -> Answer {
    let room = load(app, member, &ui, id).await?;
    let (url, calls) = (room_url(&room.ask.public_id), calls(app, member, &room).await?);
    let page = Show { ui, room, url, calls, words, is_carried: true, faults: Faults::default() };
    ui::with_status(StatusCode::CONFLICT, &page)
}

/// People whom whoever asked chose for an hour like this, if nobody here is asked, came, came in time, or says a word.
async fn calls(app: &App, member: &Member, room: &Room) -> Result<Vec<Call>, Error> {
    let is_alone = match room.ask.phase {
        Phase::Open => room.asked == 0 || room.seconds >= LATE_S,
        phase => room.ask.is_silent || is_over_alone(phase),
    };
    if room.is_own && is_alone { app.calls(member).await } else { Ok(Vec::new()) }
}

const fn is_over_alone(phase: Phase) -> bool {
    matches!(phase, Phase::Unanswered | Phase::Left)
}

async fn load(app: &App, member: &Member, ui: &Shell, id: PublicId) -> Result<Room, Error> {
    let (viewer, sealer, now) = (member.viewer(), sealer(app), ui.now);
    app.read(move |db| oncall::room(db, &viewer, &sealer, &id, now)).await
}

/// `GET /support/ask/{id}/live`: says when something happens there, to those who are in it.
pub async fn live(app: Data<App>, member: Member, ui: Shell, id: Path<String>) -> Answer {
    let face = member.person.face;
    let room = load(&app, &member, &ui, parse(&id)?).await?;
    if room.has_left {
        return Err(Error::Absent);
    }
    app.live().stream(("ask", room.ask.id.0), (quiet::MET, face.0), vec![face])
}

/// `POST /support/ask/{id}/say`
pub async fn say(app: Data<App>, member: Member, ui: Shell, id: Path<String>, fields: Fields) -> Answer {
    let (viewer, sealer, id) = (member.viewer(), sealer(&app), parse(&id)?);
    let mut faults = Faults::default();
    let Some(words) = faults.take(&ui, "words", Words::parse(fields.one("words"))) else {
        return again(&app, &member, ui, id, (StatusCode::UNPROCESSABLE_ENTITY, fields, faults)).await;
    };
    let (once, asks) = (once(fields.one("once")), id.clone());
    let said = match app.throttle().room(member.person.face) {
        Ok(()) => {
            app.write(move |tx| oncall::say(tx, &viewer, &sealer, (&asks, &words), once.as_deref())).await
        }
        Err(error) => Err(error),
    };
    after(&app, &member, ui, (id, said), fields).await
}

/// `POST /support/ask/{id}/turn`
pub async fn turn(app: Data<App>, member: Member, ui: Shell, id: Path<String>, fields: Fields) -> Answer {
    let (viewer, id) = (member.viewer(), parse(&id)?);
    let asks = id.clone();
    let done = match Moves::parse(fields.one("move")) {
        Some(moves) => app.write(move |tx| oncall::turn(tx, &viewer, &asks, moves)).await,
        None => Err(Refusal::Unknown.into()),
    };
    after(&app, &member, ui, (id, done), fields).await
}

/// `POST /support/ask/{id}/widen`
pub async fn widen(app: Data<App>, member: Member, ui: Shell, id: Path<String>, fields: Fields) -> Answer {
    let (viewer, id) = (member.viewer(), parse(&id)?);
    let asks = id.clone();
    let done = app.write(move |tx| oncall::widen(tx, &viewer, &asks)).await;
    after(&app, &member, ui, (id, done), fields).await
}

/// `POST /support/ask/{id}/let-go`
pub async fn let_go(app: Data<App>, member: Member, ui: Shell, id: Path<String>, fields: Fields) -> Answer {
    let (viewer, id) = (member.viewer(), parse(&id)?);
    let (asks, seat) = (id.clone(), fields.one("seat").parse().map_err(|_| Error::Absent)?);
    let done = app.write(move |tx| oncall::let_go(tx, &viewer, &asks, seat)).await;
    after(&app, &member, ui, (id, done), fields).await
}

/// Back to the room; or the room once more, with why not and everything that was typed.
async fn after(
    app: &App,
    member: &Member,
    ui: Shell,
    (id, done): (PublicId, Result<(), Error>),
    fields: Fields,
) -> Answer {
    match done {
        Ok(()) => Ok(see_other(&room_url(&id))),
        Err(Error::Absent) => gone(ui, &fields),
        Err(error) => {
            let status = problem::status(error.kind());
            let faults = Faults::mend(&ui, error)?;
            again(app, member, ui, id, (status, fields, faults)).await
        }
    }
}

async fn again(
    app: &App,
    member: &Member,
    ui: Shell,
    id: PublicId,
    (status, fields, faults): (StatusCode, Fields, Faults),
) -> Answer {
    let room = match load(app, member, &ui, id).await {
        Err(Error::Absent) => return gone(ui, &fields),
        found => found?,
    };
    let calls = calls(app, member, &room).await?;
    if room.has_left || !room.ask.phase.is_live() {
        let unsent = fields.one("words").trim().to_owned();
        return ui::with_status(status, &After { ui, room, calls, unsent, faults });
    }
    let (url, words) = (room_url(&room.ask.public_id), fields.one("words").to_owned());
    ui::with_status(status, &Show { ui, room, url, calls, words, is_carried: false, faults })
}

/// Nothing is here, or not for them: the same for everybody. Words that were sent are given back.
fn gone(ui: Shell, fields: &Fields) -> Answer {
    match fields.one("words").trim() {
        "" => Err(Error::Absent),
        unsent => ui::with_status(StatusCode::NOT_FOUND, &Unsent { ui, unsent: unsent.to_owned() }),
    }
}
