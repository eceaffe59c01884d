//! Today: who needs an answer, who answered, and what is new in one's groups. One suggestion at a time.

use std::collections::HashMap;

use actix_web::web::Data;

use crate::app::App;
use crate::db::Db;
use crate::forum::content_notes::{self, Said};
use crate::forum::shelter::{self, Shelter};
use crate::forum::threads::{Card, CardRow, InGroup};
use crate::forum::{feeds, quiet};
use crate::http::muted::MutedWords;
use crate::http::viewer::Member;
use crate::http::{Answer, Fields, see_other};
use crate::kernel::{Error, FaceId, PageSize, ThreadId};
use crate::notify::inbox::{self, Line};
use crate::page;
use crate::policy::{self, Viewer};
use crate::recovery::{Own, checkins, chips, circle, counters};
use crate::support::{buddies, oncall};
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
    is_fresh: bool,
}

/// How its member is, and the days they count.
pub struct Days {
    card: checkins::Card,
    first: Option<counters::Figures>,
    has_more: bool,
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
        asked: Option<String>,
        has_chip: bool,
        shelter: Option<Shelter>,
        looks_back: bool,
        is_asked: bool,
        suggested: Vec<(InGroup, String)>,
        left_out: bool,
    }
}

/// `GET /` for members.
pub async fn page(app: &App, viewer: Viewer, ui: Shell) -> Answer {
    let person = viewer.member()?;
    let (is_new, ui) = (person.is_new, ui.at(Door::Today));
    let marks = inbox::marks(app, &viewer);
    let days = days(app, &ui).await?;
    let muted = ui.muted.clone();
    let now = ui.now;
    let (answers, (waiting, left_out), (rooms, bodies), suggested, (asked, has_chip, shelter, kind)) = app
        .read(move |db| {
            let me = viewer.face();
            let asked = circle::glance(db, me, now.day())?;
            let is_asked = buddies::is_asked(db, &viewer, now)?;
            let kind = (oncall::looks_back(db, &viewer, now)?, is_asked);
            let beside = (asked, chips::has_new(db, me)?, shelter::glance(db, &viewer)?, kind);
            let (answers, (mut waiting, left_out)) = if is_new {
                (inbox::answers(db, &viewer, ANSWERS, (&marks, &muted))?, (Vec::new(), false))
            } else {
                (Vec::new(), waits(db, &viewer, &muted)?)
            };
            quiet::recount(db, &viewer, waiting.iter_mut().map(|(thread, ..)| thread))?;
            let rooms = feeds::rooms(db, &viewer)?;
            let suggested = if rooms.is_empty() { feeds::suggested(db, &viewer, ROWS)? } else { Vec::new() };
            Ok((answers, (waiting, left_out), with_bodies(db, rooms, &muted)?, suggested, beside))
        })
        .await?;
    ui::answer(&Today {
        name: ui.signed.as_ref().map(|signed| signed.name.clone()).unwrap_or_default(),
        suggestion: suggestion(&ui),
        waiting: waiting.into_iter().map(|row| Card::of(&ui, row, &[])).collect(),
        rooms: rooms.into_iter().map(|room| row(&ui, room, &bodies)).collect(),
        left_out,
        answers,
        days,
        asked,
        has_chip,
        shelter,
        looks_back: kind.0,
        is_asked: kind.1,
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
    let (loaded, counters, was_here) = app
        .read(move |db| {
            let counters = counters::list(db, &own)?;
            Ok((checkins::load(db, &own, now)?, counters, checkins::was_here(db, &own, now)?))
        })
        .await?;
    Ok(Days {
        card: checkins::Card::of(loaded, now, false),
        first: counters.first().map(|counter| counters::figures(ui, counter, was_here)),
        has_more: counters.len() > 1,
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

fn row(ui: &Shell, room: feeds::Room, bodies: &Bodies) -> Row {
    let Some(newest) = room.newest else {
        return Row { group: room.group, line: ui.t("today-room-empty").into_owned(), is_fresh: false };
    };
    let notes = newest.content_notes();
    let (face, body) = bodies.get(&newest.id).map_or((FaceId(0), ""), |(face, body)| (*face, body.as_str()));
    let said = Said { title: &newest.title, body, is_own: ui.is_me(face) };
    let words = if content_notes::is_hidden(&ui.muted, &notes, said) {
        ui.t("today-room-news").into_owned()
    } else {
        content_notes::shown_title(ui, &[], &notes, said)
    };
    let when = ui.when(&newest.said_on, &newest.said_at);
    Row {
        group: room.group,
        line: ui.t2("today-room", ("words", words), ("when", when)),
        is_fresh: newest.said_on == ui.now.day(),
    }
}

impl Today {
    /// Whether what its member says goes to a small circle now.
    fn is_small(&self) -> bool {
        self.shelter.as_ref().is_some_and(|shelter| shelter.holds(self.ui.now))
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
