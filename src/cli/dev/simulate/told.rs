//! How a simulated week went, in the numbers a host may see and in those that only a simulation can know.

use super::Simulate;
use crate::admin::health::Sums;
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
    /// The same, until somebody who came said a word.
    pub words: Waits,
    /// Hard posts, until somebody answered.
    pub hard: Waits,
    /// First words of people who came this week.
    pub newcomers: Waits,
    /// All threads that had twelve hours to be answered in.
    pub threads: Waits,
    /// Replies that were given.
    pub replies: usize,
    /// What the host sees.
    pub sums: Sums,
    /// How often somebody who asked looked at their page while they waited.
    pub looks: usize,
    /// How often it said of how it stands what was not so.
    pub untrue: usize,
    /// What some of these said.
    pub lies: Vec<String>,
    /// How often somebody went to look who asks because a device rang, and because an open page said so.
    pub heard: [usize; 2],
    /// How often a listener left, asked for one more and handed over.
    pub turns: [usize; 3],
    /// How often somebody came to more people in a day than they chose.
    pub too_many: usize,
    /// How often somebody came to as many, so that nobody more asks them that day.
    pub full: usize,
    /// What was kept for oneself, or for a buddy.
    pub lived: Lived,
}

/// What people of the week wrote that no other community ever reads.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Lived {
    /// Days that somebody told.
    pub checkins: usize,
    /// Counters that were begun.
    pub counters: usize,
    /// People who found a buddy.
    pub buddies: usize,
    /// Notes to a buddy.
    pub notes: usize,
}

/// The report.
pub fn sentences(plan: &Simulate, told: &Told) -> String {
    let Simulate { members, days, lamps, seed, wrong, .. } = plan;
    let ([left, more, handed], [rung, read], lived) = (told.turns, told.heard, &told.lived);
    let unanswered_posts = told.threads.over(LONGEST_MIN);
    let mut lines = vec![
        format!("people {members}, days {days}, lamps by rota {lamps}, seed {seed}"),
        row("asks for company", &told.asks, CLAIMED_MIN),
        row("the same, until a word", &told.words, CLAIMED_MIN),
        row("hard posts", &told.hard, HARD_MIN),
        row("first words of newcomers", &told.newcomers, 60),
        format!("threads without an answer after 12 hours: {unanswered_posts} of {}", told.threads.0.len()),
        format!("replies: {}", told.replies),
        format!("pages of those who waited: looked at {} times, not true {} times", told.looks, told.untrue),
        format!("listeners: rung {rung} times, told by an open page {read} times"),
        format!("listeners: {left} left, {more} asked for one more, {handed} handed over"),
        format!("days of listeners: {} times full, {} times more than they chose", told.full, told.too_many),
        format!(
            "for oneself and a buddy: {} days told, {} counters, {} with a buddy, {} notes",
            lived.checkins, lived.counters, lived.buddies, lived.notes
        ),
    ];
    if !wrong.is_empty() {
        lines.push(format!("wrong on purpose: {wrong:?}"));
    }
    lines.extend(told.lies.iter().map(|lie| format!("not true: {lie}")));
    lines.extend(host_sees(&told.sums));
    lines.extend(
        aims(plan, told)
            .into_iter()
            .map(|(aim, is_met)| format!("aim: {aim}: {}", if is_met { "met" } else { "missed" })),
    );
    lines.join("\n")
}

/// The host's page, in lines: tens, as there.
fn host_sees(Sums { company, load, answers }: &Sums) -> [String; 3] {
    let few = "fewer than ten";
    let said = |n: i64| Figures::said(n).map_or_else(|| few.to_owned(), |n| format!("{n} or more"));
    [
        format!(
            "the host sees: {} asked, {} met within 2 minutes, {} within 10, {} not met",
            said(company.asked),
            said(company.soon),
            said(company.ten),
            said(company.unanswered)
        ),
        format!(
            "the host sees: {} posts, {} unanswered after 2 hours, {} after 12; {} first posts, {} answered within the hour",
            said(answers.posts),
            said(answers.waited_two),
            said(answers.waited_twelve),
            said(answers.firsts),
            said(answers.firsts_soon)
        ),
        load.map_or_else(
            || format!("the host sees: {few} listened in a week"),
            |load| {
                format!(
                    "the host sees: {} listened in a week, half came {} times at most, nobody more than {}",
                    load.listeners, load.median, load.most
                )
            },
        ),
    ]
}

/// What is aimed at, and whether it was met: the truth always, and how soon somebody is there where some listen by a rota.
fn aims(plan: &Simulate, told: &Told) -> Vec<(String, bool)> {
    let within = |waits: &Waits, percent, minutes: i64| {
        waits.0.is_empty() || waits.within_s(percent).is_some_and(|wait| wait <= minutes * 60)
    };
    let mut aims = vec![
        ("every page says what is so".to_owned(), told.untrue == 0),
        ("nobody comes to more people in a day than they chose".to_owned(), told.too_many == 0),
    ];
    if plan.lamps > 0 {
        aims.extend([
            (
                format!("half of those who ask are met within {CLAIMED_MIN} minutes"),
                within(&told.asks, 50, CLAIMED_MIN),
            ),
            (
                format!("95 of 100 hard posts are answered within {HARD_MIN} minutes"),
                within(&told.hard, 95, HARD_MIN),
            ),
            ("no thread is without an answer after 12 hours".to_owned(), told.threads.over(LONGEST_MIN) == 0),
        ]);
    }
    aims
}

/// What ends with an error: what is never so, always; how soon somebody was there, if that was asked for.
pub fn missed(plan: &Simulate, told: &Told) -> Vec<String> {
    let always = Simulate { lamps: 0, ..plan.clone() };
    let asked = if plan.strict { plan } else { &always };
    aims(asked, told).into_iter().filter(|(_, is_met)| !is_met).map(|(aim, _)| aim).collect()
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

#[test]
fn an_aim_that_is_missed_ends_a_strict_week_and_a_page_that_is_not_true_ends_every_one() {
    let plan = |strict| Simulate { members: 1, days: 1, lamps: 8, seed: 1, strict, wrong: Vec::new() };
    let late = Told { asks: Waits(vec![Some(121)]), ..Told::default() };
    assert_eq!((missed(&plan(false), &late).len(), missed(&plan(true), &late).len()), (0, 1));
    let soon = Told { asks: Waits(vec![Some(120), None]), hard: Waits(vec![Some(1_800)]), ..Told::default() };
    assert_eq!(missed(&plan(true), &soon), Vec::<String>::new());
    let lost = Told { hard: Waits(vec![Some(1_801)]), threads: Waits(vec![None]), ..Told::default() };
    assert_eq!(missed(&plan(true), &lost).len(), 2);
    assert_eq!(missed(&plan(false), &Told { untrue: 1, ..Told::default() }).len(), 1);
    assert_eq!(missed(&plan(false), &Told { too_many: 1, ..Told::default() }).len(), 1);
    let dark = Simulate { lamps: 0, ..plan(true) };
    assert_eq!(
        (missed(&dark, &late).len(), missed(&dark, &Told { untrue: 1, ..late.clone() }).len()),
        (0, 1)
    );
}

#[test]
fn what_the_host_sees_keeps_back_what_is_fewer_than_ten() {
    let company = Figures { asked: 12, soon: 9, ten: 10, unanswered: 1 };
    let [asks, posts, load] = host_sees(&Sums { company, ..Sums::default() });
    assert!(asks.contains(
        "10 or more asked, fewer than ten met within 2 minutes, 10 or more within 10, fewer than ten not met"
    ));
    assert!(posts.contains("fewer than ten posts") && load.contains("fewer than ten listened"));
}
