//! Every way we know to guess from copies who is behind an alias. Each gives a score to each member for each alias.

use std::collections::{BTreeMap, BTreeSet};

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use sha2::{Digest as _, Sha256};

use super::copies::Evidence;
use super::odds::real;

/// A score for each member, for each alias.
pub type Scores = Vec<Vec<f64>>;
/// A way to guess.
pub type Channel = (&'static str, fn(&Evidence) -> Scores);

/// Ways that must be no better than chance.
pub const CHANNELS: &[Channel] = &[
    ("equal values", |evidence| equal_values(evidence, false)),
    ("equal values, with the ring", |evidence| equal_values(evidence, true)),
    ("rows that lead from one to the other", references),
    ("the order in which rows lie", lying_order),
    ("the order of ids", order_of_ids),
    ("what changed in the same night", same_night),
    ("what the server wrote in or near the same commit", |evidence| {
        nearest_commit(evidence, &["account", "notice"])
    }),
    ("sizes", sizes),
];
/// On PostgreSQL alone.
pub const XMIN: Channel = ("the last transaction of each row", nearest_xmin);
/// Told, and not held to chance: whoever watches words arrive, or has their order, learns at which hours somebody comes.
pub const ORDER_OF_WORDS: Channel =
    ("the order of words", |evidence| nearest_commit(evidence, &["thread", "reply", "reaction", "draft"]));

fn each(evidence: &Evidence, score: impl Fn(usize, usize) -> f64) -> Scores {
    let (aliases, members) = (evidence.aliases.len(), evidence.members.len());
    (0..aliases).map(|alias| (0..members).map(|member| score(alias, member)).collect()).collect()
}

/// Values that stand on both sides: as they are, as the bytes they write out, as the first eight of those, and hashed.
/// Rarer ones count for more.
fn equal_values(evidence: &Evidence, with_ring: bool) -> Scores {
    let all = |rows: &super::copies::Rows, face: i64, but: &[&str]| -> BTreeSet<Vec<u8>> {
        let rows = rows.get(&face).into_iter().flatten();
        rows.filter(|(table, _)| !but.contains(&table.as_str())).flat_map(|(_, row)| values(row)).collect()
    };
    let members: Vec<BTreeSet<Vec<u8>>> = evidence
        .members
        .iter()
        .map(|face| {
            let own = all(&evidence.account, *face, &[]);
            let keyed = evidence.months.values().filter(|_| with_ring).flat_map(|key| {
                own.iter().flat_map(|value| {
                    [b"tag".as_slice(), b"entry"].map(|word| key.mac(&[word, value])[..8].to_vec())
                })
            });
            let hashed = own.iter().map(|value| Sha256::digest(value)[..8].to_vec());
            let more: Vec<Vec<u8>> = hashed.chain(keyed).collect();
            own.into_iter().chain(more).collect()
        })
        .collect();
    let mut held = BTreeMap::<&[u8], f64>::new();
    for value in members.iter().flatten() {
        *held.entry(value).or_default() += 1.0;
    }
    let aliases: Vec<BTreeSet<Vec<u8>>> = evidence
        .aliases
        .iter()
        .map(|face| {
            let opened = with_ring.then(|| evidence.ban_tag(*face)).flatten();
            all(&evidence.alias, *face, &["notice"])
                .into_iter()
                .chain(opened.iter().flat_map(|tag| values(tag)))
                .collect()
        })
        .collect();
    each(evidence, |alias, member| {
        members[member].intersection(&aliases[alias]).map(|value| 1.0 / held[value.as_slice()]).sum()
    })
}

/// Long values of a row, in every writing we use.
fn values(row: &str) -> Vec<Vec<u8>> {
    let words = row.split(|c: char| !c.is_ascii_alphanumeric() && c != '-' && c != '_');
    let mut found = Vec::new();
    for word in words.filter(|word| word.len() >= 12) {
        let bytes: Option<Vec<u8>> = (word.len() % 2 == 0)
            .then(|| {
                (0..word.len()).step_by(2).map(|at| u8::from_str_radix(&word[at..at + 2], 16).ok()).collect()
            })
            .flatten();
        for bytes in
            [Some(word.as_bytes().to_vec()), bytes, URL_SAFE_NO_PAD.decode(word).ok()].into_iter().flatten()
        {
            found.extend(bytes.first_chunk::<8>().map(|head| head.to_vec()));
            found.push(bytes);
        }
    }
    found
}

/// How many rows of a member name the alias.
fn references(evidence: &Evidence) -> Scores {
    let text = |member: usize| -> String {
        let rows = evidence.account.get(&evidence.members[member]).into_iter().flatten();
        rows.map(|(_, row)| row.as_str()).collect::<Vec<_>>().join(" ")
    };
    let texts: Vec<String> = (0..evidence.members.len()).map(text).collect();
    each(evidence, |alias, member| real(texts[member].matches(&evidence.aliases[alias].to_string()).count()))
}

/// How near two faces stand in two orders, each counted from 0 to 1.
fn near(evidence: &Evidence, accounts: &[i64], aliases: &[i64]) -> Scores {
    let place = |order: &[i64], face: i64| {
        real(order.iter().position(|each| *each == face).unwrap_or(0)) / real(order.len().max(1))
    };
    let members: Vec<f64> = evidence.members.iter().map(|face| place(accounts, *face)).collect();
    let aliases: Vec<f64> = evidence.aliases.iter().map(|face| place(aliases, *face)).collect();
    each(evidence, |alias, member| -(aliases[alias] - members[member]).abs())
}

fn lying_order(evidence: &Evidence) -> Scores {
    near(evidence, &evidence.order_of_accounts, &evidence.order_of_aliases)
}

fn order_of_ids(evidence: &Evidence) -> Scores {
    let sorted = |faces: &[i64]| {
        let mut faces = faces.to_vec();
        faces.sort_unstable();
        faces
    };
    near(evidence, &sorted(&evidence.members), &sorted(&evidence.aliases))
}

/// Nights in which something of the alias changed, and something of the member: more than the member's usual.
fn same_night(evidence: &Evidence) -> Scores {
    let changes = |sums: Vec<Option<&u64>>| -> Vec<f64> {
        sums.windows(2).map(|two| if two[0] == two[1] { 0.0 } else { 1.0 }).collect()
    };
    let account = |face: i64| changes(evidence.nights.iter().map(|night| night.account.get(&face)).collect());
    let alias = |face: i64| changes(evidence.nights.iter().map(|night| night.alias.get(&face)).collect());
    let members: Vec<Vec<f64>> = evidence.members.iter().map(|face| account(*face)).collect();
    let aliases: Vec<Vec<f64>> = evidence.aliases.iter().map(|face| alias(*face)).collect();
    each(evidence, |alias, member| {
        let usual = members[member].iter().sum::<f64>() / real(members[member].len().max(1));
        aliases[alias].iter().zip(&members[member]).map(|(here, there)| here * (there - usual)).sum()
    })
}

/// How near, counted in commits, the nearest commit of a member in these tables is to each commit of the alias. What
/// the logs of the databases hold is less than this: every commit there ever was, in order, with the rows it touched.
fn nearest_commit(evidence: &Evidence, tables: &[&str]) -> Scores {
    let mut members = BTreeMap::<i64, Vec<f64>>::new();
    let mut aliases = BTreeMap::<i64, Vec<f64>>::new();
    for (at, commit) in evidence.commits.iter().enumerate() {
        for (table, _, holder) in commit {
            if tables.contains(&table.as_str()) {
                members.entry(*holder).or_default().push(real(at));
            }
            if ["alias", "thread", "reply", "report"].contains(&table.as_str()) {
                aliases.entry(*holder).or_default().push(real(at));
            }
        }
    }
    let none = Vec::new();
    each(evidence, |alias, member| {
        let theirs = members.get(&evidence.members[member]).unwrap_or(&none);
        let distance = |at: &f64| theirs.iter().map(|other| (at - other).abs()).fold(1e6, f64::min);
        let own = aliases.get(&evidence.aliases[alias]).unwrap_or(&none);
        -own.iter().map(|at| (1.0 + distance(at)).ln()).sum::<f64>()
    })
}

/// How much room a member's rows take: more, if something were kept for each alias.
fn sizes(evidence: &Evidence) -> Scores {
    let size = |member: usize| -> f64 {
        let rows = evidence.account.get(&evidence.members[member]).into_iter().flatten();
        rows.filter(|(table, _)| ["account", "membership", "credential"].contains(&table.as_str()))
            .map(|(_, row)| real(row.len()))
            .sum()
    };
    let sizes: Vec<f64> = (0..evidence.members.len()).map(size).collect();
    each(evidence, |_, member| sizes[member])
}

fn nearest_xmin(evidence: &Evidence) -> Scores {
    let of = |face: i64| real(evidence.xmin.get(&face).copied().unwrap_or_default());
    each(evidence, |alias, member| -(of(evidence.aliases[alias]) - of(evidence.members[member])).abs())
}
