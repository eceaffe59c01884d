//! Lists in pages: a key to go on from, never an offset.

use serde::Serialize;

/// How many rows a page holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PageSize(i64);

impl PageSize {
    /// The ordinary page of a feed.
    pub const FEED: Self = Self(20);
    /// The replies shown at once.
    pub const REPLIES: Self = Self(300);

    /// A page of `rows`, kept between 1 and 300.
    #[must_use]
    pub fn of(rows: i64) -> Self {
        Self(rows.clamp(1, 300))
    }

    /// What to ask the database for: one more than a page, to learn whether another follows.
    #[must_use]
    pub const fn plus_one(self) -> i64 {
        self.0 + 1
    }

    /// Rows on a page.
    #[must_use]
    pub fn size(self) -> usize {
        usize::try_from(self.0).unwrap_or(1)
    }
}

/// A page of rows and the key of the next page, if there is one.
#[derive(Debug, Clone, Serialize)]
pub struct Listed<T, K> {
    /// The rows, in order.
    pub rows: Vec<T>,
    /// Pass this back to go on.
    pub next: Option<K>,
}

impl<T, K> Listed<T, K> {
    /// Cuts what [`PageSize::plus_one`] rows brought back to a page.
    pub fn cut(mut rows: Vec<T>, size: PageSize, key: impl Fn(&T) -> K) -> Self {
        let more = rows.len() > size.size();
        rows.truncate(size.size());
        let next = if more { rows.last().map(key) } else { None };
        Self { rows, next }
    }

    /// The same page with each row made into something else.
    pub fn map<U>(self, make: impl FnMut(T) -> U) -> Listed<U, K> {
        Listed { rows: self.rows.into_iter().map(make).collect(), next: self.next }
    }
}
