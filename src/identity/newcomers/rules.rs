//! Whether somebody is still settling in. It looks nothing up.

use super::model::NEW_WEEKS;
use super::{Settling, Welcome};
use crate::kernel::{Moment, Week};

/// What somebody who came in this week waits for; none: nothing. In a community that opened lately everybody is new, and
/// nobody waits.
#[must_use]
pub fn settles(welcome: &Welcome, joined: Week, stands: i64, now: Moment) -> Option<Settling> {
    if welcome.weeks <= 0 || has_begun_lately(welcome, now) {
        return None;
    }
    let after = |weeks: i64| Week(joined.0.saturating_add(weeks)).monday().0 - now.day().0;
    let posts = welcome.posts.saturating_sub(stands).max(0);
    // Words are not the price of staying: after two weeks nobody counts them.
    let (first, last) = (after(welcome.weeks.min(NEW_WEEKS)), after(NEW_WEEKS));
    let days = if posts > 0 { last } else { first };
    (days > 0).then_some(Settling { posts, days, minutes: welcome.minutes })
}

/// Whether the doors opened less than two weeks ago, or are shut still.
pub(super) fn has_begun_lately(welcome: &Welcome, now: Moment) -> bool {
    welcome.opened_at.is_none_or(|opened| now.week().0 - opened.week().0 < NEW_WEEKS)
}

#[test]
fn somebody_settles_in_by_days_and_by_words_and_never_for_longer_than_two_weeks() {
    use crate::kernel::Day;
    let welcome =
        Welcome { weeks: 1, posts: 3, minutes: 5, watches_selling: true, opened_at: Some(Moment(0)) };
    let monday = Week(3_000).monday();
    let at = |days: i64| Day(monday.0 + days).start();
    let check = |days, stands, expected: Option<(i64, i64)>| {
        let settling = settles(&welcome, Week(3_000), stands, at(days));
        assert_eq!(settling.map(|settling| (settling.posts, settling.days)), expected, "{days} {stands}");
    };
    check(0, 0, Some((3, 14)));
    check(0, 3, Some((0, 7)));
    check(6, 9, Some((0, 1)));
    check(7, 3, None);
    check(7, 2, Some((1, 7)));
    check(13, 0, Some((3, 1)));
    check(14, 0, None);
    assert_eq!(settles(&Welcome { weeks: 0, ..welcome }, Week(3_000), 0, at(0)), None);
    let young = Welcome { opened_at: Some(at(-3)), ..welcome };
    assert_eq!(settles(&young, Week(3_000), 0, at(0)), None, "everybody is new there");
    assert_eq!(settles(&Welcome { opened_at: None, ..welcome }, Week(3_000), 0, at(0)), None);
}
