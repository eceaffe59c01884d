//! Counters in the browser: their member's own list, one of them, its setbacks, and the form to change it.

use actix_web::HttpRequest;
use actix_web::web::{Data, Path};

use super::milestones::{DayName, Marks, Named};
use super::views::stretch_words;
use super::{
    Act, Book, Counter, CounterId, Figures, Name, Part, Refusal, Shape, Shows, Sight, Sort, Turn, figures,
};
use crate::app::App;
use crate::http::viewer::Member;
use crate::http::{Answer, Doors, Fields, Who, see_other};
use crate::kernel::{BuddyId, Day, Error, Zone};
use crate::page;
use crate::recovery::chips::ShownLine;
use crate::recovery::{Own, after, checkins, chips, counters};
use crate::ui::{self, Door, Faults, Shell};

/// The field that says that Today shows a counter.
const TODAY: &str = "today";
/// The field by which somebody asks to be asked how they are afterwards.
const ASKS: &str = "after";

/// The doors of counters.
pub fn doors(doors: &mut Doors) {
    doors.get("/counters", Who::Member, list);
    doors.get("/counters/new", Who::Member, new);
    doors.post("/counters/new", Who::Member, create);
    doors.get("/counters/{id}", Who::Member, show);
    doors.get("/counters/{id}/edit", Who::Member, edit);
    doors.post("/counters/{id}/edit", Who::Member, update);
    doors.get("/counters/{id}/setback", Who::Member, setback);
    doors.post("/counters/{id}/setback", Who::Member, tell);
    doors.post("/counters/{id}/acts", Who::Member, strike);
    doors.post("/counters/{id}/kept", Who::Member, keep);
    doors.post("/counters/{id}/named", Who::Member, name_day);
    doors.post("/counters/{id}/named/remove", Who::Member, unname_day);
    doors.get("/counters/{id}/delete", Who::Member, ask_to_delete);
    doors.post("/counters/{id}/delete", Who::Member, delete);
}

page! { "recovery/counters/list.html",
    /// Everything somebody counts.
    pub struct List { counters: Vec<Figures> }
}

page! { "recovery/counters/show.html",
    /// One counter: the rings, stretches and setbacks.
    pub struct Show { figures: Figures, total: String, stretches: Vec<String>, told: Vec<Told>, is_shown: bool, card: Option<&'static [Part]>, buddies: Vec<(BuddyId, String)>, stands: Vec<ShownLine>, named: Vec<Named>, fields: Fields, faults: Faults }
}

page! { "recovery/counters/edit.html",
    /// The form, for a new counter (no id) or one that is there.
    pub struct Edit { id: Option<CounterId>, zones: &'static [String], fields: Fields, faults: Faults }
}

page! { "recovery/counters/setback.html",
    /// Telling of a setback.
    pub struct Setback { figures: Figures, total: i64, today: String, began: String, is_shown: bool, fields: Fields, faults: Faults }
}

page! { "recovery/counters/delete.html",
    /// Asked once more.
    pub struct Delete { figures: Figures }
}

/// A setback, as it is listed.
pub struct Told {
    place: usize,
    turn: Turn,
    sort: Option<Sort>,
    on: String,
    words: String,
    is_struck: bool,
}

impl Edit {
    /// The keys of what a list offers, in its order.
    fn shows() -> &'static [Shows] {
        Shows::ALL
    }
    /// See [`Edit::shows`].
    fn marks() -> &'static [Marks] {
        Marks::ALL
    }
    /// See [`Edit::shows`].
    fn sights() -> &'static [Sight] {
        Sight::ALL
    }
}

/// `GET /counters`
pub async fn list(app: Data<App>, member: Member, ui: Shell) -> Answer {
    let (own, now) = (Own::of(&member), ui.now);
    let (all, was_here) =
        app.read(move |db| Ok((counters::list(db, &own)?, checkins::was_here(db, &own, now)?))).await?;
    let counters = all.iter().map(|counter| figures(&ui, counter, was_here)).collect();
    ui::answer(&List { ui: ui.at(Door::Today), counters })
}

/// `GET /counters/new`: with the days that are told of where they recover.
pub async fn new(app: Data<App>, member: Member, ui: Shell) -> Answer {
    let (face, today) = (member.person.face, ui.now.day().iso());
    let marks = app.read(move |db| counters::fitting(db, face)).await?;
    let usual = [
        ("on", today.as_str()),
        ("zone", "UTC"),
        ("shows", "days"),
        ("marks", marks.code()),
        ("sight", "me"),
        (TODAY, "1"),
    ];
    let fields = usual.map(|(name, value)| (name.to_owned(), value.to_owned())).into_iter().collect();
    ui::answer(&Edit {
        ui: ui.at(Door::Today),
        id: None,
        zones: Zone::names(),
        fields,
        faults: Faults::default(),
    })
}

/// `POST /counters/new`
pub async fn create(app: Data<App>, member: Member, ui: Shell, fields: Fields) -> Answer {
    let (ui, own, viewer) = (ui.at(Door::Today), Own::of(&member), member.viewer());
    let mut faults = Faults::default();
    if let Some(shape) = parse(&ui, &fields, &mut faults) {
        match app.write(move |tx| counters::start(tx, (&viewer, &own), &shape)).await {
            Ok(id) => return Ok(see_other(&format!("/counters/{id}"))),
            Err(error) => faults = Faults::mend(&ui, error)?,
        }
    }
    ui::refused(&Edit { ui, id: None, zones: Zone::names(), fields, faults })
}

/// `GET /counters/{id}`
pub async fn show(app: Data<App>, member: Member, ui: Shell, id: Path<i64>, request: HttpRequest) -> Answer {
    let has_told = Fields::asked(&request).sent("told");
    ui::answer(&shown(&app, &member, ui, (CounterId(id.into_inner()), has_told)).await?)
}

async fn shown(
    app: &App,
    member: &Member,
    ui: Shell,
    (id, has_told): (CounterId, bool),
) -> Result<Show, Error> {
    let (own, viewer, world, now) = (Own::of(member), member.viewer(), app.clone(), ui.now);
    let (counter, was_here, mut stands, buddies) = app
        .read(move |db| {
            let (counter, was_here) = (counters::find(db, &own, id)?, checkins::was_here(db, &own, now)?);
            let buddies = if has_told { world.would_read(db, &viewer)? } else { Vec::new() };
            Ok((counter, was_here, chips::standing(db, &own, now)?, buddies))
        })
        .await?;
    stands.retain(|stands| stands.counter == id);
    let (book, today) = (&counter.book, counter.book.today(ui.now));
    let stretches = book.stretches(today);
    let told = book.acts.iter().enumerate().rev().map(|(place, act)| told(&ui, place, act)).collect();
    Ok(Show {
        figures: figures(&ui, &counter, was_here).once(!stands.is_empty()),
        named: book.named.clone(),
        fields: Fields::default(),
        faults: Faults::default(),
        stands: ShownLine::each(&ui, &stands),
        total: ui.t1("counter-total", "n", book.total(today)),
        stretches: stretches.iter().rev().map(|each| stretch_words(&ui, each, today)).collect(),
        is_shown: book.sight == Sight::Profile,
        // What was told last stands in the book: no address says of which kind it was.
        buddies,
        card: has_told.then(|| Part::of(book.acts.last().and_then(|act| act.sort))),
        ui: ui.at(Door::Today),
        told,
    })
}

fn told(ui: &Shell, place: usize, act: &Act) -> Told {
    Told {
        place,
        turn: act.turn,
        sort: act.sort,
        on: ui.date(&act.on),
        words: act.words.clone(),
        is_struck: act.is_struck,
    }
}

/// `GET /counters/{id}/edit`
pub async fn edit(app: Data<App>, member: Member, ui: Shell, id: Path<i64>) -> Answer {
    let (own, id) = (Own::of(&member), CounterId(id.into_inner()));
    let (Counter { book, .. }, first) = app
        .read(move |db| {
            let first = counters::list(db, &own)?.first().map(|counter| counter.id);
            Ok((counters::find(db, &own, id)?, first))
        })
        .await?;
    let fields = typed(&book, first == Some(id));
    let page = Edit {
        ui: ui.at(Door::Today),
        id: Some(id),
        zones: Zone::names(),
        fields,
        faults: Faults::default(),
    };
    ui::answer(&page)
}

/// `POST /counters/{id}/edit`
pub async fn update(app: Data<App>, member: Member, ui: Shell, id: Path<i64>, fields: Fields) -> Answer {
    let (ui, own, id) = (ui.at(Door::Today), Own::of(&member), CounterId(id.into_inner()));
    let (viewer, mut faults) = (member.viewer(), Faults::default());
    if let Some(shape) = parse(&ui, &fields, &mut faults) {
        match app.write(move |tx| counters::change(tx, (&viewer, &own), id, &shape)).await {
            Ok(()) => return Ok(see_other(&format!("/counters/{id}"))),
            Err(error) => faults = Faults::mend(&ui, error)?,
        }
    }
    ui::refused(&Edit { ui, id: Some(id), zones: Zone::names(), fields, faults })
}

/// `GET /counters/{id}/setback`
pub async fn setback(app: Data<App>, member: Member, ui: Shell, id: Path<i64>) -> Answer {
    let counter = load(&app, &member, id).await?;
    let today = counter.book.today(ui.now).iso();
    let usual = [("turn", "leave"), ("on", today.as_str())];
    let fields = usual.map(|(name, value)| (name.to_owned(), value.to_owned())).into_iter().collect();
    ui::answer(&setback_page(ui, &counter, fields, Faults::default()))
}

/// `POST /counters/{id}/setback`
pub async fn tell(app: Data<App>, member: Member, ui: Shell, id: Path<i64>, fields: Fields) -> Answer {
    let (own, id) = (Own::of(&member), CounterId(id.into_inner()));
    let mut faults = Faults::default();
    if let Some(act) = parse_act(&ui, &fields, &mut faults) {
        let asks = fields.sent(ASKS);
        let told = app.write(move |tx| {
            counters::act(tx, &own, id, &act)?;
            if asks { after::ask(tx, &own, None) } else { Ok(()) }
        });
        match told.await {
            Ok(()) => return Ok(see_other(&format!("/counters/{id}?told"))),
            Err(error) => faults = Faults::mend(&ui, error)?,
        }
    }
    let counter = load(&app, &member, Path::from(id.0)).await?;
    ui::refused(&setback_page(ui, &counter, fields, faults))
}

fn setback_page(ui: Shell, counter: &Counter, fields: Fields, faults: Faults) -> Setback {
    let today = counter.book.today(ui.now);
    Setback {
        figures: figures(&ui, counter, false),
        total: counter.book.total(today),
        today: today.iso(),
        began: counter.book.began.iso(),
        is_shown: counter.book.sight == Sight::Profile,
        ui: ui.at(Door::Today),
        fields,
        faults,
    }
}

/// `POST /counters/{id}/acts`: takes a setback back, or brings it back.
pub async fn strike(app: Data<App>, member: Member, id: Path<i64>, fields: Fields) -> Answer {
    let (own, id) = (Own::of(&member), CounterId(id.into_inner()));
    let place = fields.one("act").parse().map_err(|_| Error::Absent)?;
    let is_struck = !fields.has("do", "bring");
    app.write(move |tx| counters::strike(tx, &own, id, (place, is_struck))).await?;
    Ok(see_other(&format!("/counters/{id}#told")))
}

/// `POST /counters/{id}/kept`: today's milestone is for oneself.
pub async fn keep(app: Data<App>, member: Member, id: Path<i64>, _fields: Fields) -> Answer {
    let (own, id) = (Own::of(&member), CounterId(id.into_inner()));
    app.write(move |tx| counters::keep_for_oneself(tx, &own, id)).await?;
    Ok(see_other("/"))
}

/// `POST /counters/{id}/named`: a day of one's own gets a name.
pub async fn name_day(app: Data<App>, member: Member, ui: Shell, id: Path<i64>, fields: Fields) -> Answer {
    let (own, id) = (Own::of(&member), CounterId(id.into_inner()));
    let mut faults = Faults::default();
    let after = faults.take(&ui, "after", fields.one("after").trim().parse().map_err(|_| Refusal::After));
    let name = faults.take(&ui, "name", DayName::parse(fields.one("name")));
    if let (Some(after), Some(name)) = (after, name) {
        match app.write(move |tx| counters::name_day(tx, &own, id, (after, Some(&name)))).await {
            Ok(()) => return Ok(see_other(&format!("/counters/{id}#named"))),
            Err(error) => faults = Faults::mend(&ui, error)?,
        }
    }
    let page = shown(&app, &member, ui, (id, false)).await?;
    ui::refused(&Show { fields, faults, ..page })
}

/// `POST /counters/{id}/named/remove`
pub async fn unname_day(app: Data<App>, member: Member, id: Path<i64>, fields: Fields) -> Answer {
    let (own, id) = (Own::of(&member), CounterId(id.into_inner()));
    let after = fields.one("after").parse().map_err(|_| Refusal::After)?;
    app.write(move |tx| counters::name_day(tx, &own, id, (after, None))).await?;
    Ok(see_other(&format!("/counters/{id}#named")))
}

/// `GET /counters/{id}/delete`
pub async fn ask_to_delete(app: Data<App>, member: Member, ui: Shell, id: Path<i64>) -> Answer {
    let counter = load(&app, &member, id).await?;
    ui::answer(&Delete { figures: figures(&ui, &counter, false), ui: ui.at(Door::Today) })
}

/// `POST /counters/{id}/delete`
pub async fn delete(app: Data<App>, member: Member, id: Path<i64>, _fields: Fields) -> Answer {
    let (own, id) = (Own::of(&member), CounterId(id.into_inner()));
    app.write(move |tx| counters::put_away(tx, &own, id)).await?;
    Ok(see_other("/counters"))
}

async fn load(app: &App, member: &Member, id: Path<i64>) -> Result<Counter, Error> {
    let (own, id) = (Own::of(member), CounterId(id.into_inner()));
    app.read(move |db| counters::find(db, &own, id)).await
}

fn parse(ui: &Shell, fields: &Fields, faults: &mut Faults) -> Option<Shape> {
    let name = faults.take(ui, "name", Name::parse(fields.one("name")));
    let began = faults.take(ui, "on", Day::parse(fields.one("on")).ok_or(Refusal::Day));
    let zone = faults.take(ui, "zone", Zone::parse(fields.one("zone")).ok_or(Refusal::Zone));
    let shows = faults.take(ui, "shows", Shows::parse(fields.one("shows")).ok_or(Refusal::Choice));
    let marks = faults.take(ui, "marks", Marks::parse(fields.one("marks")).ok_or(Refusal::Choice));
    let sight = faults.take(ui, "sight", Sight::parse(fields.one("sight")).ok_or(Refusal::Choice));
    Some(Shape {
        name: name?,
        began: began?,
        zone: zone?,
        shows: shows?,
        marks: marks?,
        sight: sight?,
        on_today: Some(fields.has(TODAY, "1")),
    })
}

/// What kind of setback it was, as it was sent: nobody has to say.
pub(in crate::recovery) fn parse_sort(fields: &Fields) -> Result<Option<Sort>, Refusal> {
    match fields.one("sort") {
        "" => Ok(None),
        typed => Sort::parse(typed).ok_or(Refusal::Choice).map(Some),
    }
}

/// A setback, as it was sent.
pub(in crate::recovery) fn parse_act(ui: &Shell, fields: &Fields, faults: &mut Faults) -> Option<Act> {
    let turn = faults.take(ui, "turn", Turn::parse(fields.one("turn")).ok_or(Refusal::Choice));
    let sort = faults.take(ui, "sort", parse_sort(fields));
    let on = faults.take(ui, "on", Day::parse(fields.one("on")).ok_or(Refusal::Day));
    let words = faults.take(ui, "words", super::model::Words::parse(fields.one("words")));
    let from = match fields.one("from").trim() {
        "" => Some(on),
        typed => faults.take(ui, "from", Day::parse(typed).ok_or(Refusal::Day)).map(Some),
    };
    let (turn, on) = (turn?, on?);
    let from = matches!(turn, Turn::Run | Turn::DayOne).then(|| from.flatten().unwrap_or(on));
    Some(Act { turn, sort: sort?, on, from, words: words?.into_string(), is_struck: false })
}

fn typed(book: &Book, is_first: bool) -> Fields {
    let (began, shows) = (book.began.iso(), book.shows_now());
    [
        ("name", book.name.as_str()),
        ("on", &began),
        ("zone", &book.zone),
        ("shows", shows.code()),
        ("marks", book.marks.code()),
        ("sight", book.sight.code()),
        (TODAY, if book.is_on_today(is_first) { "1" } else { "" }),
    ]
    .map(|(name, value)| (name.to_owned(), value.to_owned()))
    .into_iter()
    .collect()
}
