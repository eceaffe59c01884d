//! How a simulated week went, in the numbers a host may see and in those that only a simulation can know.

use super::Simulate;
use crate::support::oncall::Figures;

/// Minutes within which somebody is to be there (`recovery` 4.2).
const CLAIMED_MIN: i64 = 2;
const HARD_MIN: i64 = 30;
const LONGEST_MIN: i64 = 12 * 60;

/// How long each waited, in seconds; none: nobody came while the week lasted, or before they took it back.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Waits(pub Vec<Option<i64>>);

impl Waits {
    /// How long so many in a hundred waited at most, of all; none: that many were never answered, or there were none.
    #[must_use]
    pub fn within_s(&self, percent: usize) -> Option<i64> {
        let mut all: Vec<i64> = self.0.iter().map(|wait| wait.unwrap_or(i64::MAX)).collect();
        all.sort_unstable();
        let place = (all.len() * percent).div_ceil(100).saturating_sub(1);
        all.get(place).copied().filter(|wait| *wait < i64::MAX)
    }

    /// How many waited longer than this, or are not answered.
    #[must_use]
    pub fn over(&self, minutes: i64) -> usize {
        self.0.iter().filter(|wait| wait.is_none_or(|wait| wait > minutes * 60)).count()
    }
}

/// What a week came to.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Told {
    /// Asks for company, until somebody came.
    pub asks: Waits,
    /// Hard posts, until somebody answered.
    pub hard: Waits,
    /// First words of people who came this week.
    pub newcomers: Waits,
    /// All threads that had twelve hours to be answered in.
    pub threads: Waits,
    /// Replies that were given.
    pub replies: usize,
    /// What the host sees of asks.
    pub figures: Figures,
}

/// The report.
pub fn sentences(plan: &Simulate, told: &Told) -> String {
    let Simulate { members, days, lamps, seed } = plan;
    let host = |n: i64| Figures::said(n).map_or_else(|| "fewer than ten".to_owned(), |n| n.to_string());
    let Figures { asked, soon, ten, unanswered } = told.figures;
    let unanswered_posts = told.threads.over(LONGEST_MIN);
    [
        format!("people {members}, days {days}, lamps by rota {lamps}, seed {seed}"),
        row("asks for company", &told.asks, CLAIMED_MIN),
        row("hard posts", &told.hard, HARD_MIN),
        row("first words of newcomers", &told.newcomers, 60),
        format!("threads without an answer after 12 hours: {unanswered_posts} of {}", told.threads.0.len()),
        format!("replies: {}", told.replies),
        format!(
            "the host sees: {} asked, {} met within 2 minutes, {} within 10, {} not met",
            host(asked),
            host(soon),
            host(ten),
            host(unanswered)
        ),
    ]
    .join("\n")
}

fn row(what: &str, waits: &Waits, aim: i64) -> String {
    let said = |percent| match waits.within_s(percent) {
        Some(wait) => format!("met within {}", minutes(wait)),
        None => "not met".to_owned(),
    };
    format!(
        "{what}: {}; half {}, 95 of 100 {}; {} waited longer than {aim} minutes",
        waits.0.len(),
        said(50),
        said(95),
        waits.over(aim)
    )
}

fn minutes(seconds: i64) -> String {
    format!("{}:{:02}", seconds / 60, seconds % 60)
}

#[test]
fn whoever_nobody_came_to_waited_longest() {
    let waits = Waits(vec![Some(30), None, Some(90), Some(60)]);
    assert_eq!((waits.within_s(50), waits.within_s(75), waits.within_s(95)), (Some(60), Some(90), None));
    assert_eq!((waits.over(1), waits.over(2)), (2, 1));
    assert_eq!(Waits::default().within_s(50), None);
}
