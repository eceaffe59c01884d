//! Posts, their first answers, and what is counted of them. Pure.

use crate::kernel::Moment;

const HOUR_S: i64 = 3_600;

/// A post of a member, as far as this is about it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Post {
    /// When it was said.
    pub at: Moment,
    /// When somebody else answered first.
    pub answered: Option<Moment>,
    /// Whether it is the first under its name.
    pub is_first: bool,
}

/// What is counted of posts that are twelve hours old.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Figures {
    /// Posts.
    pub posts: i64,
    /// Those that nobody had answered after two hours.
    pub waited_two: i64,
    /// Those that nobody had answered after twelve.
    pub waited_twelve: i64,
    /// First posts under a name.
    pub firsts: i64,
    /// Those that somebody answered within the hour.
    pub firsts_soon: i64,
}

impl Figures {
    /// Of these posts.
    #[must_use]
    pub fn of(posts: impl IntoIterator<Item = Post>) -> Self {
        posts.into_iter().fold(Self::default(), |all, post| {
            let waited_s = post.answered.map_or(i64::MAX, |answered| answered.seconds_since(post.at));
            let one = |is_so: bool| i64::from(is_so);
            Self {
                posts: all.posts + 1,
                waited_two: all.waited_two + one(waited_s > 2 * HOUR_S),
                waited_twelve: all.waited_twelve + one(waited_s > 12 * HOUR_S),
                firsts: all.firsts + one(post.is_first),
                firsts_soon: all.firsts_soon + one(post.is_first && waited_s <= HOUR_S),
            }
        })
    }
}

#[test]
fn waits_are_counted_to_the_second() {
    let at = Moment(1_000_000);
    let post =
        |after_s: Option<i64>, is_first| Post { at, answered: after_s.map(|s| at.plus_s(s)), is_first };
    let posts = [
        post(Some(3_600), true),
        post(Some(3_601), true),
        post(Some(7_200), false),
        post(Some(7_201), false),
        post(Some(43_201), false),
        post(None, true),
    ];
    let expected = Figures { posts: 6, waited_two: 3, waited_twelve: 2, firsts: 3, firsts_soon: 1 };
    assert_eq!(Figures::of(posts), expected);
}
