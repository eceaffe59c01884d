//! One page for somebody who comes in: a name, first words if they like, and a box.

use actix_web::HttpRequest;
use actix_web::web::{Data, Query};
use serde::Deserialize;

use crate::app::App;
use crate::db::Tx;
use crate::forum::first_answers;
use crate::forum::groups::{self, Group};
use crate::forum::threads::{self, Body, Draft, Kind, Thread};
use crate::forum::voices;
use crate::http::fields::ONCE;
use crate::http::{Answer, Doors, Fields, Who, see_other};
use crate::identity::accounts::{self, Application, Arrived, Arriving, Gate, Prepared, Refusal};
use crate::identity::sessions::{self, Staying};
use crate::identity::{invitations, names};
use crate::kernel::{Bounded, Error, Token};
use crate::page;
use crate::policy::{Person, Rank, Role, Viewer};
use crate::ui::{self, Faults, Shell, urls};

/// A field no person sees; programs that fill in everything are let go politely.
const TRAP: &str = "website";
/// The kinds offered for first words.
const KINDS: &[Kind] = &[Kind::JustHere, Kind::Question, Kind::Setback, Kind::Win];

/// The doors of coming in.
pub fn doors(doors: &mut Doors) {
    doors.get("/hello", Who::Visitor, show);
    doors.post("/hello", Who::Visitor, come_in);
}

page! { "web/hello.html",
    /// Coming in.
    pub struct Hello {
        gate: Gate,
        welcome: Option<Group>,
        seed: i64,
        kinds: Vec<Choice>,
        fields: Fields,
        faults: Faults,
    }
}

page! { "web/doors_closed.html",
    /// Nobody new may come in this way; how to ask.
    pub struct Shut { needs_invitation: bool }
}

/// One kind of first words.
pub struct Choice {
    /// Its code.
    pub code: &'static str,
    /// Its icon.
    pub icon: &'static str,
    /// The key of its label.
    pub label: &'static str,
    /// Whether it is chosen.
    pub is_chosen: bool,
}

/// What a link may bring.
#[derive(Deserialize)]
pub struct Link {
    #[serde(default)]
    invitation: String,
}

/// `GET /hello`
pub async fn show(app: Data<App>, ui: Shell, link: Query<Link>) -> Answer {
    if ui.is_signed_in() {
        return Ok(see_other("/"));
    }
    let gate = gate(&ui);
    let invitation = link.into_inner().invitation;
    if is_shut(&app, gate, &invitation).await? {
        return ui::answer(&Shut { ui, needs_invitation: gate == Gate::Invitation });
    }
    let chance = app.chance().clone();
    let name = app.read(move |db| accounts::suggest_free(db, &chance)).await?;
    let fields = [("name".to_owned(), name), ("invitation".to_owned(), invitation)].into_iter().collect();
    ui::answer(&load(&app, ui, gate, fields, Faults::default()).await?)
}

/// `POST /hello`
pub async fn come_in(app: Data<App>, request: HttpRequest, ui: Shell, fields: Fields) -> Answer {
    if ui.is_signed_in() || !fields.one(TRAP).is_empty() {
        return Ok(see_other("/"));
    }
    let gate = gate(&ui);
    if is_shut(&app, gate, fields.one("invitation")).await? {
        return Err(match gate {
            Gate::Invitation => Refusal::InvitationNeeded.into(),
            Gate::Open | Gate::Ask | Gate::Closed => Refusal::DoorsClosed.into(),
        });
    }
    if fields.sent("another") {
        let chance = app.chance().clone();
        let name = app.read(move |db| accounts::suggest_free(db, &chance)).await?;
        let fields = renamed(&fields, &name);
        return ui::answer(&load(&app, ui, gate, fields, Faults::default()).await?);
    }
    let mut faults = Faults::default();
    if let Some((arriving, first)) = read(&ui, gate, &fields, &mut faults) {
        match arrive(&app, &request, arriving, first).await {
            Ok((arrived, place)) => {
                let mut answer = see_other(&place);
                let cookie = sessions::cookie(&arrived.holder.token, Staying::of(fields.sent("shared")));
                answer.add_cookie(&cookie).map_err(Error::other)?;
                return Ok(answer);
            }
            Err(error) => return again(&app, ui, gate, fields, error).await,
        }
    }
    ui::refused(&load(&app, ui, gate, fields, faults).await?)
}

/// The page once more, with what is to change; a taken name has become one like it that is free.
async fn again(app: &App, ui: Shell, gate: Gate, fields: Fields, error: Error) -> Answer {
    let variant = match &error {
        Error::Refused(refusal) if refusal.code() == "name-taken" => {
            refusal.args().into_iter().find(|(key, _)| *key == "suggestion").map(|(_, name)| name)
        }
        _ => None,
    };
    let (status, faults) = Faults::mend_as(&ui, error)?;
    let fields = variant.map_or(fields.clone(), |name| renamed(&fields, &name));
    ui::with_status(status, &load(app, ui, gate, fields, faults).await?)
}

/// What was typed, or what is not right in it yet.
fn read(ui: &Shell, gate: Gate, fields: &Fields, faults: &mut Faults) -> Option<(Arriving, Option<Draft>)> {
    let name = faults.take(ui, "name", names::check(fields.one("name")));
    let application = match gate {
        Gate::Ask => faults.take(ui, "application", Application::parse(fields.one("application"))),
        Gate::Open | Gate::Invitation | Gate::Closed => Some(Bounded::clipped("")),
    };
    let first = match fields.one("body").trim() {
        "" => Some(None),
        _ if gate == Gate::Ask => Some(None),
        typed => faults.take(ui, "body", Body::parse(typed)).map(Some),
    };
    if !fields.sent("agrees") {
        faults.add(ui, "agrees", &Refusal::NotAgreed);
    }
    if !faults.is_empty() {
        return None;
    }
    let kind = Kind::parse(fields.one("kind")).filter(|kind| KINDS.contains(kind));
    let once = fields.one(ONCE).to_owned();
    let draft = first?.map(|body| first_words(body, kind.unwrap_or(Kind::JustHere), &once));
    let invitation = Token::parse(fields.one("invitation"));
    let (application, staying) = (application?.into_string(), Staying::of(fields.sent("shared")));
    Some((Arriving { name: name?, application, invitation, gate, once, staying }, draft))
}

fn first_words(body: Body, kind: Kind, once: &str) -> Draft {
    // Nobody is asked to label their first words; whoever looks after the group sees them.
    Draft { once: crate::kernel::once(once), ..Draft::plain(String::new(), kind, body) }
}

/// Comes in and says the first words, both or neither; then the place to go on to.
async fn arrive(
    app: &App,
    request: &HttpRequest,
    arriving: Arriving,
    first: Option<Draft>,
) -> Result<(Arrived, String), Error> {
    let prepared = accounts::prepare(app, request, arriving).await?;
    let words = prepared.words;
    let (arrived, place, opened) = app.write(move |tx| settle(tx, &prepared, first.as_ref())).await?;
    accounts::remember(app, &arrived, words);
    if let Some(thread) = opened {
        first_answers::begin(app, &thread).await?;
    }
    // The first words are the first of few in this hour; there is room for them.
    let _ = app.throttle().words(arrived.arrival.face, true, false);
    Ok((arrived, place))
}

/// Who came in, where they go on to, and the thread their first words opened.
type Came = (Arrived, String, Option<Thread>);

fn settle(tx: &mut Tx<'_>, prepared: &Prepared, first: Option<&Draft>) -> Result<Came, Error> {
    let arrived = accounts::settle(tx, prepared)?;
    if arrived.is_waiting {
        return Ok((arrived, urls::new_words("/status"), None));
    }
    let viewer = Viewer::Person(Person {
        account: arrived.arrival.account,
        face: arrived.arrival.face,
        rank: Rank::Member,
        is_new: true,
        voice: None,
    });
    let mut opened = None;
    let place = match (groups::welcome(tx)?, first) {
        (Some(welcome), Some(first)) => {
            if !arrived.is_again {
                groups::join_plain(tx, welcome.id, viewer.face(), Role::Member)?;
            }
            let draft = Draft { group: welcome.name, ..first.clone() };
            let (thread, waits) = threads::open_held(tx, &viewer, &draft, None)?;
            if waits {
                urls::new_words(&voices::waits_url(&draft.group, None, false))
            } else {
                // Their post and the six words stand on one page.
                let place = format!("{}?welcome", urls::thread(&thread.public_id));
                opened = Some(thread);
                place
            }
        }
        (None, Some(_)) => return Err(Refusal::NowhereToSay.into()),
        (Some(welcome), None) => urls::new_words(&urls::group(&welcome.name)),
        (None, None) => urls::new_words("/"),
    };
    Ok((arrived, place, opened))
}

fn gate(ui: &Shell) -> Gate {
    if ui.house.is_open { Gate::parse(&ui.house.doors).unwrap_or(Gate::Closed) } else { Gate::Closed }
}

/// Whether this visitor is told how to ask instead.
async fn is_shut(app: &App, gate: Gate, invitation: &str) -> Result<bool, Error> {
    match gate {
        Gate::Open | Gate::Ask => Ok(false),
        Gate::Closed => Ok(true),
        Gate::Invitation => {
            let (link, today) = (Token::parse(invitation), app.clock().now().day());
            let Some(link) = link else { return Ok(true) };
            match app.read(move |db| invitations::look(db, &link, today)).await {
                Ok(_) => Ok(false),
                Err(Error::Refused(_)) => Ok(true),
                Err(fault) => Err(fault),
            }
        }
    }
}

fn renamed(fields: &Fields, name: &str) -> Fields {
    let kept = fields.typed().filter(|(key, _)| !matches!(*key, "name" | "another"));
    let kept = kept.map(|(key, value)| (key.to_owned(), value.to_owned()));
    kept.chain([("name".to_owned(), name.to_owned())]).collect()
}

async fn load(app: &App, ui: Shell, gate: Gate, fields: Fields, faults: Faults) -> Result<Hello, Error> {
    let welcome = if gate == Gate::Ask { None } else { app.read(groups::welcome).await? };
    let chosen = Kind::parse(fields.one("kind")).unwrap_or(Kind::JustHere);
    let kinds = KINDS.iter().map(|kind| choice(*kind, *kind == chosen)).collect();
    // Drawn from the name alone, so that it stays while the page is mended; the face they get is drawn anew.
    let seed =
        fields.one("name").bytes().fold(7_i64, |seed, byte| seed.wrapping_mul(31).wrapping_add(byte.into()));
    Ok(Hello { ui, gate, welcome, seed, kinds, fields, faults })
}

fn choice(kind: Kind, is_chosen: bool) -> Choice {
    let icon = match kind {
        Kind::Question => "question",
        Kind::Setback => "setback",
        Kind::Win => "win",
        _ => "here",
    };
    Choice { code: kind.code(), icon, label: threads::kinds::label(&kind), is_chosen }
}
