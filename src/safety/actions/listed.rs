//! Words that went out of sight with all else of somebody's, as a decision lists them to bring them back by.

use std::collections::HashSet;

use crate::db::Tx;
use crate::forum::held::{self, Aside};
use crate::forum::{authors, replies, threads};
use crate::kernel::{Error, ReplyId, ThreadId};
use crate::policy::Permit;

/// How the word begins that says of words that they waited for a look.
const WAITED: &str = "held";
/// How it begins for what those who keep a group elsewhere had put out of sight before.
const AWAY: &str = "away";

/// A thread, or a reply in it.
type Of = (ThreadId, Option<ReplyId>);

/// What was said and stood, what waited, and what was out of sight by the word of others.
pub(super) fn listed(said: &[authors::Said], waited: &[Aside], away: &[Of]) -> String {
    let said = said.iter().map(|said| plain((said.thread, said.reply)));
    let waited = waited.iter().map(|aside| format!("{WAITED}:{}", aside.written()));
    let away = away.iter().map(|of| format!("{AWAY}:{}", place(*of)));
    said.chain(waited).chain(away).collect::<Vec<_>>().join(" ")
}

/// Brings it back: what waited waits again, and what others keep out of sight stays so until they say otherwise.
pub(super) fn bring_all_back(tx: &mut Tx<'_>, permit: &Permit, was: &str) -> Result<(), Error> {
    for (kind, id) in was.split(' ').filter_map(|word| word.split_once(':')) {
        if let (WAITED, Some(aside)) = (kind, Aside::read(id)) {
            held::wait_again(tx, permit, &aside)?;
            continue;
        }
        let of = match kind {
            AWAY => read(id),
            "reply" => id.parse().ok().map(|id| (None, Some(ReplyId(id)))),
            _ => id.parse().ok().map(|id| (Some(ThreadId(id)), None)),
        };
        let Some((thread, reply)) = of else { continue };
        if let (AWAY, Some(thread)) = (kind, thread) {
            let of = (thread, reply);
            if authors::is_away_elsewhere(tx, of)? || held::is_kept(tx, of)? {
                continue;
            }
        }
        let back = match (thread, reply) {
            (_, Some(reply)) => replies::bring_back(tx, permit, reply),
            (Some(thread), None) => threads::bring_back(tx, permit, thread),
            (None, None) => Ok(()),
        };
        match back {
            // Words that are gone meanwhile stay gone.
            Ok(()) | Err(Error::Absent) => {}
            Err(fault) => return Err(fault),
        }
    }
    Ok(())
}

/// Which words one in a list means, whichever way they went: `thread:` or `reply:` with its number.
pub(super) fn meant(word: &str) -> String {
    let (kind, id) = word.split_once(':').unwrap_or_default();
    let of = match kind {
        WAITED => Aside::read(id).map(|aside| aside.of),
        AWAY => read(id).and_then(|(thread, reply)| Some((thread?, reply))),
        _ => None,
    };
    of.map_or_else(|| word.to_owned(), plain)
}

/// Words that some lists name.
pub(super) struct Named<'a>(HashSet<&'a str>);

impl<'a> Named<'a> {
    /// Reads them.
    pub(super) fn of(lists: &'a [String]) -> Self {
        Self(lists.iter().flat_map(|list| list.split(' ')).map(key).collect())
    }

    /// Whether these are among them, whichever way they went.
    pub(super) fn has(&self, of: Of) -> bool {
        let place = place(of);
        let names = [plain(of), format!("{WAITED}:{place}"), format!("{AWAY}:{place}")];
        names.iter().any(|name| self.0.contains(name.as_str()))
    }
}

fn plain((thread, reply): Of) -> String {
    reply.map_or_else(|| format!("thread:{thread}"), |reply| format!("reply:{reply}"))
}

fn place((thread, reply): Of) -> String {
    format!("{thread}.{}", reply.map_or(0, |reply| reply.0))
}

fn read(place: &str) -> Option<(Option<ThreadId>, Option<ReplyId>)> {
    let (thread, reply) = place.split_once('.')?;
    let (thread, reply): (i64, i64) = (thread.parse().ok()?, reply.parse().ok()?);
    Some((Some(ThreadId(thread)), (reply != 0).then_some(ReplyId(reply))))
}

/// Which words a list means, without where and why they waited.
fn key(word: &str) -> &str {
    word.match_indices('.').nth(1).and_then(|(at, _)| word.get(..at)).unwrap_or(word)
}

#[test]
fn words_are_found_whichever_way_they_went() {
    let lists = ["thread:5 reply:9 held:6.0.3.links".to_owned(), "held:7.8.3.look away:4.2".to_owned()];
    let named = Named::of(&lists);
    let of = |thread, reply: i64| (ThreadId(thread), (reply != 0).then_some(ReplyId(reply)));
    for known in [of(5, 0), of(1, 9), of(6, 0), of(7, 8), of(4, 2)] {
        assert!(named.has(known), "{known:?}");
    }
    for other in [of(9, 0), of(5, 8), of(7, 0), of(4, 0), of(6, 3)] {
        assert!(!named.has(other), "{other:?}");
    }
    assert_eq!(read("4.2"), Some((Some(ThreadId(4)), Some(ReplyId(2)))));
    assert_eq!((read("4.0"), read("4"), read("")), (Some((Some(ThreadId(4)), None)), None, None));
}
