//! Today: who needs an answer, who answered, and what is new in one's groups. One suggestion at a time.

use std::collections::HashMap;

use actix_web::web::Data;

use crate::app::App;
use crate::db::Db;
use crate::forum::content_notes::{self, Said};
use crate::forum::folds::{self, Folds};
use crate::forum::here::{self, Amount};
use crate::forum::shelter::{self, Shelter};
use crate::forum::threads::{Card, CardRow, InGroup};
use crate::forum::{feeds, quiet, voices};
use crate::http::muted::MutedWords;
use crate::http::viewer::Member;
use crate::http::{Answer, Fields, see_other};
use crate::kernel::{Error, FaceId, GroupId, Moment, PageSize, ThreadId};
use crate::keys::Keyring;
use crate::notify::inbox::{self, Line, Marks};
use crate::page;
use crate::policy::{self, Viewer};
use crate::recovery::after::{self, Time};
use crate::recovery::chips::ShownLine;
use crate::recovery::counters::milestones::is_welcome;
use crate::recovery::{Own, checkins, chips, circle, counters};
use crate::support::{buddies, nudges, oncall};
use crate::ui::{self, Door, Reading, Shell, reading};

/// Rows of each list.
const ROWS: i64 = 3;
const ANSWERS: i64 = 5;

crate::text_enum! {
    /// What Today may suggest; each can be put off for two weeks.
    pub enum Suggestion {
        /// "You're in": what to expect now.
        Welcome = "welcome",
        /// The return words wait to be kept.
        Words = "words",
        /// Theme, letters, content notes.
        Reading = "reading",
    }
}

/// A group of one's own, in two lines.
pub struct Row {
    group: InGroup,
    line: String,
    /// How many others are here, if anything is said of it.
    here: Option<Amount>,
    is_fresh: bool,
}

/// How its member is, and the days they count.
pub struct Days {
    card: checkins::Card,
    /// Counters its member chose for Today.
    counted: Vec<counters::Figures>,
    /// Whether they count anything, and whether more than that.
    counts: bool,
    has_more: bool,
    /// What they show of them now.
    stands: Vec<ShownLine>,
    /// How long ago it was, where they are asked how they are now.
    asks: Option<Time>,
    /// Whether a word about days is welcome.
    is_welcome: bool,
}

page! { "web/today.html",
    /// A member's first page of the day.
    pub struct Today {
        name: String,
        is_new: bool,
        suggestion: Option<Suggestion>,
        answers: Vec<Line>,
        waiting: Vec<Card>,
        rooms: Vec<Row>,
        days: Days,
        beside: Beside,
        suggested: Vec<(InGroup, String)>,
        left_out: bool,
    }
}

/// Small lines that stand on Today when there is something to say.
#[expect(clippy::struct_excessive_bools, reason = "each is a line of its own")]
pub struct Beside {
    /// Who asks them to host the circle.
    asked: Option<String>,
    /// Whether somebody gave them a chip.
    has_chip: bool,
    /// Their small circle.
    shelter: Option<Shelter>,
    /// Whether they are asked how they are after listening.
    looks_back: bool,
    /// Whether somebody asks to be their buddy.
    is_asked: bool,
    /// Whether somebody asks for company, for whoever has their lamp on.
    has_asks: bool,
    /// Nudges of today that wait for a word.
    nudges: Vec<nudges::Waiting>,
    /// Buddies who ask whether they can check in.
    asking: Vec<Line>,
}

impl Beside {
    fn of(
        db: &mut Db,
        viewer: &Viewer,
        (ring, now, marks): (&Keyring, Moment, &Marks),
    ) -> Result<Self, Error> {
        let me = viewer.face();
        Ok(Self {
            asked: circle::glance(db, me, now)?,
            has_chip: chips::has_new(db, me)?,
            shelter: shelter::glance(db, viewer)?,
            looks_back: oncall::looks_back(db, viewer, now)?,
            is_asked: buddies::is_asked(db, viewer, now)?,
            has_asks: oncall::has_asks(db, viewer, now)?,
            nudges: nudges::waiting(db, viewer, (ring, now))?,
            asking: inbox::asking(db, viewer, marks)?,
        })
    }
}

/// `GET /` for members.
pub async fn page(app: &App, viewer: Viewer, ui: Shell) -> Answer {
    let person = viewer.member()?;
    let (is_new, ui) = (person.is_new, ui.at(Door::Today));
    let marks = inbox::marks(app, &viewer);
    let days = days(app, &ui).await?;
    let muted = ui.muted.clone();
    let (now, ring) = (ui.now, app.keys().clone());
    let hand = voices::hand(app, ui.signed.as_deref().ok_or(policy::Refusal::SignInFirst)?);
    let (answers, (waiting, left_out), (rooms, bodies, folds), suggested, beside) = app
        .read(move |db| {
            let beside = Beside::of(db, &viewer, (&ring, now, &marks))?;
            let (answers, (mut waiting, left_out)) = if is_new {
                let answers = inbox::answers(db, &viewer, ANSWERS, (&marks, &muted))?;
                (inbox::folded(db, &hand, answers)?, (Vec::new(), false))
            } else {
                (Vec::new(), waits(db, &viewer, &muted)?)
            };
            quiet::recount(db, &viewer, waiting.iter_mut().map(|(thread, ..)| thread))?;
            let rooms = feeds::rooms(db, &viewer)?;
            let suggested = if rooms.is_empty() { feeds::suggested(db, &viewer, ROWS)? } else { Vec::new() };
            let newest = rooms.iter().filter_map(|room| room.newest.as_ref().map(|newest| newest.id));
            let folds =
                folds::of(db, Some(&hand), newest.chain(waiting.iter().map(|(thread, ..)| thread.id)))?;
            let (rooms, bodies) = with_bodies(db, rooms, &muted)?;
            Ok((answers, (waiting, left_out), (rooms, bodies, folds), suggested, beside))
        })
        .await?;
    let here = here::amounts(app, &ui, rooms.iter().map(|room| room.id).collect()).await?;
    ui::answer(&Today {
        name: ui.signed.as_ref().map(|signed| signed.name.clone()).unwrap_or_default(),
        suggestion: suggestion(&ui),
        waiting: waiting.into_iter().map(|row| Card::of(&ui, row, (&[], &folds))).collect(),
        rooms: rooms.into_iter().map(|room| row(&ui, room, (&bodies, &folds, &here))).collect(),
        left_out,
        answers,
        days,
        beside,
        is_new,
        suggested,
        ui,
    })
}

/// Who waits, as far as the reader wants to meet their words; and whether some were left out.
fn waits(db: &mut Db, viewer: &Viewer, muted: &MutedWords) -> Result<(Vec<CardRow>, bool), Error> {
    let few = PageSize::of(ROWS);
    let (page, left_out) = feeds::sifted(db, (viewer, muted), (None, few), |db, after| {
        feeds::waiting(db, viewer, None, after, few)
    })?;
    Ok((page.rows, left_out))
}

/// What the newest thread of each room says: only whoever muted a word has to know.
type Bodies = HashMap<ThreadId, (FaceId, String)>;

fn with_bodies(
    db: &mut Db,
    rooms: Vec<feeds::Room>,
    muted: &MutedWords,
) -> Result<(Vec<feeds::Room>, Bodies), Error> {
    if muted.is_empty() {
        return Ok((rooms, Bodies::new()));
    }
    let newest = rooms.iter().filter_map(|room| room.newest.as_ref().map(|line| line.id)).collect();
    Ok((rooms, feeds::bodies(db, newest)?))
}

async fn days(app: &App, ui: &Shell) -> Result<Days, Error> {
    let signed = ui.signed.as_ref().ok_or(policy::Refusal::SignInFirst)?;
    let (own, now) = (Own::of(signed), ui.now);
    let (loaded, counters, (was_here, asking), stands) = app
        .read(move |db| {
            let (counters, was_here) = (counters::list(db, &own)?, checkins::was_here(db, &own, now)?);
            let asking = after::find(db, &own)?;
            let stands = chips::standing(db, &own, now)?;
            Ok((checkins::load(db, &own, now)?, counters, (was_here, asking), stands))
        })
        .await?;
    let card = checkins::Card::of(loaded, now, checkins::About::Then(now));
    let chosen = counters.iter().enumerate().filter(|(place, counter)| counter.book.is_on_today(*place == 0));
    let counted: Vec<_> = chosen
        .map(|(_, counter)| {
            let is_shown = stands.iter().any(|stands| stands.counter == counter.id);
            counters::figures(ui, counter, was_here).once(is_shown)
        })
        .collect();
    let asks = asking.and_then(|asking| asking.now(now));
    Ok(Days {
        // Whoever said today how they are was asked; a few hours after it, that may have been before.
        asks: asks.filter(|time| *time == Time::Hours || card.said.is_none()),
        stands: ShownLine::each(ui, &stands),
        is_welcome: is_welcome(&counters, now, was_here),
        card,
        counts: !counters.is_empty(),
        has_more: counters.len() > counted.len(),
        counted,
    })
}

/// `POST /later`: not now.
pub async fn put_off(_app: Data<App>, member: Member, ui: Shell, fields: Fields) -> Answer {
    let mut codes: Vec<&str> = ui.put_off.iter().filter_map(|code| known(code)).collect();
    codes.extend(known(fields.one("what")));
    codes.sort_unstable();
    codes.dedup();
    let mut answer = see_other("/");
    // A cookie that cannot be set is a suggestion shown again.
    let _ = answer.add_cookie(&reading::later(&codes, member.is_shared));
    Ok(answer)
}

fn known(code: &str) -> Option<&'static str> {
    Suggestion::parse(code).map(Suggestion::code)
}

/// The first that fits and was not put off.
fn suggestion(ui: &Shell) -> Option<Suggestion> {
    let signed = ui.signed.as_ref()?;
    let fits = |suggestion: &Suggestion| match suggestion {
        Suggestion::Welcome => signed.person.is_new,
        Suggestion::Words => signed.words_wait,
        Suggestion::Reading => ui.reading == Reading::default(),
    };
    let is_put_off = |suggestion: &Suggestion| ui.put_off.iter().any(|code| code == suggestion.code());
    Suggestion::ALL.iter().copied().find(|suggestion| fits(suggestion) && !is_put_off(suggestion))
}

/// What is said of who is here, by group.
type Amounts = HashMap<GroupId, Amount>;

fn row(ui: &Shell, room: feeds::Room, (bodies, folds, here): (&Bodies, &Folds, &Amounts)) -> Row {
    let here = here.get(&room.id).copied();
    let Some(newest) = room.newest else {
        let line = ui.t("today-room-empty").into_owned();
        return Row { group: room.group, line, here, is_fresh: false };
    };
    let notes = newest.content_notes();
    let (face, body) = bodies.get(&newest.id).map_or((FaceId(0), ""), |(face, body)| (*face, body.as_str()));
    let (is_own, is_told) = (ui.is_me(face), folds.has(newest.id, None));
    let said = Said { title: &newest.title, body, is_own, is_told };
    let words = if content_notes::is_hidden(&ui.muted, &notes, said) {
        ui.t("today-room-news").into_owned()
    } else {
        content_notes::shown_title(ui, &[], &notes, said)
    };
    let when = ui.when(&newest.said_on, &newest.said_at);
    Row {
        group: room.group,
        line: ui.t2("today-room", ("words", words), ("when", when)),
        here,
        is_fresh: newest.said_on == ui.now.day(),
    }
}

impl Today {
    /// Whether Today says that there is a chip: not after a silence, nor in the days after a setback, nor in a small circle. It
    /// waits where chips are, then.
    fn tells_of_chip(&self) -> bool {
        self.beside.has_chip && self.days.is_welcome && !self.is_small()
    }

    /// Whether what its member says goes to a small circle now.
    fn is_small(&self) -> bool {
        self.beside.shelter.as_ref().is_some_and(|shelter| shelter.holds(self.ui.now))
    }

    /// The weekday and the part of the day, in UTC; the script puts the date where the reader is in its place.
    fn day(&self) -> String {
        let day = self.ui.now.day();
        let hour = self.ui.now.seconds_since(day.start()) / 3_600;
        let weekday = self.ui.weekday(&day);
        match hour {
            5..12 => self.ui.t1("today-morning", "day", weekday),
            12..17 => self.ui.t1("today-afternoon", "day", weekday),
            17..22 => self.ui.t1("today-evening", "day", weekday),
            _ => self.ui.t1("today-night", "day", weekday),
        }
    }
}
