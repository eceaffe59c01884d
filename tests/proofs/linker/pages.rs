//! The raw file and its log: no page of either holds something of an account and something of an alias, not even where
//! rows were deleted.

use std::collections::HashSet;

use crate::harness::Town;

const PAGE: usize = 4_096;
/// A frame of the log: 24 bytes, then the page.
const FRAME_HEAD: usize = 24;
const LOG_HEAD: usize = 32;

/// Fails if there is such a page.
pub fn hold_no_page_of_both_sides(town: &Town) {
    let folder = town.home().data();
    let marks = |sql: &str| -> HashSet<u128> {
        town.lines(sql)
            .into_iter()
            .filter_map(|line| line.as_bytes().first_chunk().copied().map(u128::from_ne_bytes))
            .collect()
    };
    let alias = marks(
        "SELECT tag AS line FROM alias UNION SELECT entry FROM alias UNION SELECT substr(ban_seal, 1, 16) FROM alias",
    );
    let account = marks(
        "SELECT substr(devices, 1, 16) AS line FROM account UNION SELECT verifier FROM credential UNION SELECT wrapped FROM credential \
         UNION SELECT id_hash FROM session UNION SELECT substr(sealed, 1, 16) FROM session",
    );
    let file = std::fs::read(folder.join("hearthside.sqlite")).unwrap();
    let log = std::fs::read(folder.join("hearthside.sqlite-wal")).unwrap_or_default();
    let frames = log
        .get(LOG_HEAD..)
        .unwrap_or_default()
        .chunks(FRAME_HEAD + PAGE)
        .filter_map(|frame| frame.get(FRAME_HEAD..));
    let pages: Vec<&[u8]> = file.chunks(PAGE).chain(frames).collect();
    let sides = both(&pages, &alias, &account);
    eprintln!(
        "  {} pages: {} of aliases, {} of accounts, {} of both",
        pages.len(),
        sides.0,
        sides.1,
        sides.2
    );
    assert!(sides.0 > 0 && sides.1 > 0, "the marks are not found where they stand");
    assert_eq!(sides.2, 0, "a page holds something of both sides");
    let one = |wanted: fn((usize, usize, usize)) -> bool| {
        *pages.iter().find(|page| wanted(both(&[page], &alias, &account))).unwrap()
    };
    let planted = [one(|sides| sides.0 == 1), one(|sides| sides.1 == 1)].concat();
    assert_eq!(both(&[&planted], &alias, &account).2, 1, "a page of both sides is not found");
}

/// How many pages hold marks of aliases, of accounts, of both.
fn both(pages: &[&[u8]], alias: &HashSet<u128>, account: &HashSet<u128>) -> (usize, usize, usize) {
    let mut counts = (0, 0, 0);
    for page in pages {
        let (mut of_alias, mut of_account) = (false, false);
        for window in page.windows(16).filter_map(|window| window.first_chunk().copied()) {
            let mark = u128::from_ne_bytes(window);
            of_alias |= alias.contains(&mark);
            of_account |= account.contains(&mark);
        }
        counts.0 += usize::from(of_alias);
        counts.1 += usize::from(of_account);
        counts.2 += usize::from(of_alias && of_account);
    }
    counts
}
