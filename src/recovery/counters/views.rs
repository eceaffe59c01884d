//! A counter as pages show it: the drawing, and the same facts in words.

use askama::filters::Safe;

use super::milestones::{Marks, Milestone, Named};
use super::{Book, Counter, CounterId, Shown, Shows, Stretch};
use crate::db::Db;
use crate::forum::{groups, members};
use crate::kernel::{Day, Error, FaceId, Zone};
use crate::ui::Shell;
use crate::ui::rings::{self, Grown};

/// A drawing and its facts.
pub struct Figures {
    /// Whose it is.
    pub id: CounterId,
    /// What it is called; may be empty.
    pub name: String,
    /// The rings, for the inside of an `svg`.
    pub rings: Safe<String>,
    /// How the rings stand, in words.
    pub spoken: String,
    /// The large number; none: its member wants none.
    pub big: Option<String>,
    /// What stands beside it.
    pub lines: Vec<String>,
    /// What today is, or was a few days ago, if a word is welcome.
    pub milestone: Option<String>,
    /// Whether that was on a day before.
    pub is_late: bool,
}

impl Figures {
    /// The same; what is shown already is not offered anew on the days after.
    #[must_use]
    pub fn once(self, is_shown: bool) -> Self {
        let milestone = self.milestone.filter(|_| !(self.is_late && is_shown));
        Self { milestone, ..self }
    }

    /// The name of the drawing: the figures that stand beside it, then how the rings stand.
    #[must_use]
    pub fn named(&self) -> String {
        let Some(big) = &self.big else { return self.spoken.clone() };
        let figures = format!("{big} {}", self.lines.join(", "));
        format!("{}. {}", figures.trim_end(), self.spoken)
    }
}

/// A counter of one's own; `was_here`: whether its member said how they are in the last three days.
#[must_use]
pub fn figures(ui: &Shell, counter: &Counter, was_here: bool) -> Figures {
    let (book, today) = (&counter.book, counter.book.today(ui.now));
    let (days, knots) = (book.shown_total(today), book.knots(today));
    let (shows, milestone) = (book.shows_now(), book.milestone_on(today, was_here));
    let facts = Facts { days, from: since(book, today, days), hours: book.zone().hours(ui.now), today };
    Figures {
        id: counter.id,
        name: book.name.clone(),
        rings: rings::rings(days, &knots, counter.id.0),
        spoken: spoken(ui, days, knots.len(), shows),
        big: match (shows, book.run(today).days()) {
            (Shows::Run, run) if run > 0 => Some(ui.t1("counter-run", "n", run)),
            _ => facts.big(ui, shows),
        },
        lines: lines(ui, book, today, shows),
        is_late: milestone.is_some_and(|(_, day)| day < today),
        milestone: milestone.map(|(milestone, day)| {
            let words = named_words(ui, milestone, book.named_on(day));
            if day < today { ui.t2("milestone-was", ("what", words), ("date", ui.date(&day))) } else { words }
        }),
    }
}

/// A counter on somebody's page: days alone, and no setback.
#[must_use]
pub fn shown_figures(ui: &Shell, id: CounterId, shown: &Shown) -> Figures {
    let zone = Zone::parse(&shown.zone).unwrap_or(Zone::utc());
    let today = zone.day(ui.now);
    let days = (today.0 - shown.from.0).max(0);
    let facts = Facts { days, from: shown.from, hours: zone.hours(ui.now), today };
    Figures {
        id,
        name: shown.name.clone(),
        rings: rings::rings(days, &[], id.0),
        spoken: spoken(ui, days, 0, shown.shows),
        big: facts.big(ui, shown.shows),
        lines: Vec::new(),
        milestone: None,
        is_late: false,
    }
}

/// Which days are told of where somebody recovers: the list of the ways their groups are for, if that is one; else the usual.
///
/// # Errors
/// A fault of the database.
pub fn fitting(db: &mut Db, face: FaceId) -> Result<Marks, Error> {
    let mut lists = Vec::new();
    for mine in members::mine(db, face)?.into_iter().filter(|mine| mine.membership.is_in()) {
        lists.extend(groups::pathways_of(db, mine.group.id)?.into_iter().map(Marks::of));
    }
    let first = lists.first().copied().unwrap_or(Marks::Usual);
    Ok(if lists.iter().all(|list| *list == first) { first } else { Marks::Usual })
}

/// The words for a milestone: "Ninety days".
#[must_use]
pub fn milestone_words(ui: &Shell, milestone: Milestone) -> String {
    let (key, number) = milestone.words();
    ui.t1(key, "n", number)
}

/// The same, with what its member calls it.
#[must_use]
pub fn named_words(ui: &Shell, milestone: Milestone, named: Option<&Named>) -> String {
    let what = milestone_words(ui, milestone);
    match named {
        Some(named) => ui.t2("milestone-named", ("what", what), ("name", named.name.clone())),
        None => what,
    }
}

/// The day from which weeks and months are counted: the first that is shown, or further back where days of a journey count.
fn since(book: &Book, today: Day, days: i64) -> Day {
    let from = book.begun_again().unwrap_or(book.began);
    if today.0 - from.0 == days { from } else { today.plus(-days) }
}

struct Facts {
    days: i64,
    from: Day,
    hours: i64,
    today: Day,
}

impl Facts {
    fn big(&self, ui: &Shell, shows: Shows) -> Option<String> {
        if shows == Shows::Rings {
            return None;
        }
        if self.days == 0 && shows != Shows::Hours {
            return Some(ui.t("counter-day-one").into_owned());
        }
        let days = |n: i64| ui.t1("counter-days", "n", n);
        Some(match shows {
            Shows::Weeks if self.days >= 7 => {
                join(ui, ui.t1("counter-weeks", "n", self.days / 7), self.days % 7, days)
            }
            Shows::Months => match months(self.from, self.today) {
                (0, _) => days(self.days),
                (months, rest) => join(ui, ui.t1("counter-months", "n", months), rest, days),
            },
            Shows::Hours => {
                let hours = ui.t1("counter-hours", "n", self.hours);
                if self.days == 0 {
                    hours
                } else {
                    ui.t2("counter-and", ("a", days(self.days)), ("b", hours))
                }
            }
            Shows::Days | Shows::Weeks | Shows::Run | Shows::Rings => days(self.days),
        })
    }
}

fn join(ui: &Shell, much: String, rest: i64, days: impl Fn(i64) -> String) -> String {
    if rest == 0 { much } else { ui.t2("counter-and", ("a", much), ("b", days(rest))) }
}

/// Whole months of the calendar, and the days after them.
fn months(from: Day, today: Day) -> (i64, i64) {
    let Some((from, today)) = from.date().zip(today.date()) else { return (0, 0) };
    let Ok(away) = from.until((jiff::Unit::Month, today)) else { return (0, 0) };
    (i64::from(away.get_months()), i64::from(away.get_days()))
}

fn lines(ui: &Shell, book: &Book, today: Day, shows: Shows) -> Vec<String> {
    if shows == Shows::Rings {
        return vec![ui.t("counter-no-numbers").into_owned()];
    }
    let mut lines = Vec::new();
    let run = book.run(today).days();
    match (book.begun_again(), book.stretches(today).len()) {
        (Some(_), _) => lines.push(ui.t("counter-again").into_owned()),
        (None, stretches) if stretches > 1 && shows == Shows::Run => {
            if run == 0 {
                lines.push(ui.t1("counter-run", "n", run));
            }
            lines.push(ui.t1("counter-total", "n", book.total(today)));
            lines.push(ui.t1("counter-longest", "n", book.longest(today)));
        }
        (None, 1) => lines.push(ui.t1("counter-since", "date", ui.date(&book.began))),
        (None, _) => {
            lines.push(ui.t("counter-in-all").into_owned());
            lines.push(ui.t1("counter-run", "n", run));
            lines.push(ui.t1("counter-longest", "n", book.longest(today)));
        }
    }
    lines
}

fn spoken(ui: &Shell, days: i64, knots: usize, shows: Shows) -> String {
    if shows == Shows::Rings {
        return ui.t("rings-alone").into_owned();
    }
    let grown = Grown::of(days);
    let knots = i64::try_from(knots).unwrap_or_default();
    let blanks = [("full", grown.full), ("span", grown.span), ("part", grown.part), ("knots", knots)];
    let blanks = blanks.map(|(name, number)| (name, number.to_string()));
    let said = ui.words.with("rings-said", &blanks);
    if knots == 0 { said } else { format!("{said} {}", ui.t1("rings-knots", "n", knots)) }
}

/// A stretch, for the list of them.
#[must_use]
pub fn stretch_words(ui: &Shell, stretch: &Stretch, today: Day) -> String {
    let days = ui.t1("counter-days", "n", stretch.days());
    let from = ui.date(&stretch.from);
    if stretch.until == today {
        ui.t2("counter-stretch-on", ("from", from), ("days", days))
    } else {
        let until = ui.date(&stretch.until.plus(-1));
        ui.words.with("counter-stretch", &[("from", from), ("until", until), ("days", days)])
    }
}

#[test]
fn months_are_those_of_the_calendar() {
    check("2026-04-09", "2026-11-21", (7, 12));
    check("2024-02-29", "2025-02-28", (11, 30));
    check("2026-01-31", "2026-02-28", (0, 28));
    check("1969-06-10", "2026-06-10", (684, 0));

    #[track_caller]
    fn check(from: &str, today: &str, expected: (i64, i64)) {
        assert_eq!(months(Day::parse(from).unwrap(), Day::parse(today).unwrap()), expected);
    }
}
