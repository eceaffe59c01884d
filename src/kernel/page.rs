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

/// Lists that are read for one page, where rows are left out.
const LISTS_MAX: usize = 4;

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

    /// A page for somebody who does not want every row: where `keeps` lets some go, lists are asked on until the page is
    /// full, [`LISTS_MAX`] times at most. `list` gives the page after a key. A page may then be short, and still have one
    /// after it; the flag says whether something was left out.
    ///
    /// # Errors
    /// Those of `list`.
    pub fn sifted<E>(
        size: PageSize,
        start: Option<K>,
        (key, keeps): (impl Fn(&T) -> K, impl Fn(&T) -> bool),
        mut list: impl FnMut(Option<&K>) -> Result<Self, E>,
    ) -> Result<(Self, bool), E> {
        let (mut rows, mut from, mut left_out) = (Vec::new(), start, false);
        for _ in 0..LISTS_MAX {
            let page = list(from.as_ref())?;
            let mut coming = page.rows.into_iter().peekable();
            while let Some(row) = coming.next() {
                let here = key(&row);
                if keeps(&row) {
                    rows.push(row);
                } else {
                    left_out = true;
                }
                if rows.len() == size.size() {
                    let goes_on = coming.peek().is_some() || page.next.is_some();
                    return Ok((Self { rows, next: goes_on.then_some(here) }, left_out));
                }
            }
            from = page.next;
            if from.is_none() {
                break;
            }
        }
        Ok((Self { rows, next: from }, left_out))
    }

    /// The same page with each row made into something else.
    pub fn map<U>(self, make: impl FnMut(T) -> U) -> Listed<U, K> {
        Listed { rows: self.rows.into_iter().map(make).collect(), next: self.next }
    }
}

#[test]
fn a_page_of_which_rows_are_left_out_is_filled_up_and_goes_on_where_it_ended() {
    let size = PageSize::of(3);
    let list = |up_to: i64| {
        move |from: Option<&i64>| {
            let first = from.map_or(1, |from| from + 1);
            Ok::<_, ()>(Listed::cut((first..=up_to).take(4).collect(), size, |row| *row))
        }
    };
    let check = |up_to: i64,
                 start: Option<i64>,
                 keeps: fn(&i64) -> bool,
                 (rows, next, left_out): (Vec<i64>, Option<i64>, bool)| {
        let (page, left) = Listed::sifted(size, start, (|row: &i64| *row, keeps), list(up_to)).unwrap();
        assert_eq!((page.rows, page.next, left), (rows, next, left_out));
    };
    check(9, None, |_| true, (vec![1, 2, 3], Some(3), false));
    check(3, None, |_| true, (vec![1, 2, 3], None, false));
    check(9, None, |row| row % 2 == 0, (vec![2, 4, 6], Some(6), true));
    check(9, Some(6), |row| row % 2 == 0, (vec![8], None, true));
    check(99, None, |_| false, (vec![], Some(12), true));
    check(5, None, |_| false, (vec![], None, true));
}
