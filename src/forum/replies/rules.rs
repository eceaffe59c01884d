//! Where in the tree a reply stands.

use super::Reply;
use crate::forum::groups::Group;
use crate::forum::voices;
use crate::kernel::FaceId;
use crate::policy::{Standing, Viewer};

/// Letters of a reply's number in a path.
const LETTERS: usize = 4;
/// How deep a path goes; a reply to one that deep stands beside it, and says whom it answers.
const DEPTH_MAX: i64 = 64;
const DIGITS: &[u8; 36] = b"0123456789abcdefghijklmnopqrstuvwxyz";

/// Depth and path of reply `number`, under a parent of this depth and path. `None`: the thread has no number left.
#[must_use]
pub fn place(number: i64, parent: Option<(i64, &str)>) -> Option<(i64, String)> {
    let own = letters(number)?;
    let (depth, line) = match parent {
        None => (1, ""),
        Some((depth, path)) if depth < DEPTH_MAX => (depth + 1, path),
        Some((depth, path)) => (depth, path.get(..path.len().saturating_sub(LETTERS)).unwrap_or_default()),
    };
    Some((depth, format!("{line}{own}")))
}

/// Whether this reply may be answered by this viewer. Where people share and do not answer each other, replies go to whoever
/// opened the thread; they answer all, everybody adds to words of their own, and whoever looks after the group helps where
/// help is needed. Of somebody behind a mask it is asked once it is known which alias speaks.
#[must_use]
pub fn may_answer(
    group: &Group,
    viewer: &Viewer,
    (standing, opener): (&Standing, FaceId),
    parent: Option<&Reply>,
) -> bool {
    let Some(parent) = parent.filter(|_| group.is_for_sharing()) else { return true };
    let (voice, is_alias) = (viewer.voice(), voices::is_alias(viewer));
    let is_masked = is_alias && voice == FaceId(0);
    let helps = standing.looks_after() && !is_alias;
    is_masked || helps || voice == opener || [opener, voice].contains(&parent.author_face)
}

/// The path of the reply under the thread from which this one descends.
#[must_use]
pub fn root(path: &str) -> &str {
    path.get(..LETTERS).unwrap_or(path)
}

/// A key after everything below `path`, and before whatever follows it.
#[must_use]
pub fn past(path: &str) -> String {
    format!("{path}~")
}

/// Whether `text` has the shape of a path, or of [`past`] one: what a page's key may be.
#[must_use]
pub fn is_key(text: &str) -> bool {
    let path = text.strip_suffix('~').unwrap_or(text);
    !path.is_empty() && path.len() <= 4 * 64 && path.bytes().all(|letter| DIGITS.contains(&letter))
}

/// A number in base 36, always of four letters, so that texts sort as numbers do.
fn letters(number: i64) -> Option<String> {
    let mut rest = usize::try_from(number).ok()?;
    let mut letters = [0_u8; LETTERS];
    for letter in letters.iter_mut().rev() {
        *letter = *DIGITS.get(rest % DIGITS.len())?;
        rest /= DIGITS.len();
    }
    if rest > 0 { None } else { String::from_utf8(letters.to_vec()).ok() }
}

#[test]
fn paths_sort_as_the_tree_reads() {
    let first = place(1, None).unwrap();
    let under = place(37, Some((first.0, &first.1))).unwrap();
    let second = place(2, None).unwrap();
    assert_eq!(under, (2, "00010011".to_owned()));
    assert!(first.1 < under.1 && under.1 < past(&first.1) && past(&first.1) < second.1);
    assert_eq!(root(&under.1), first.1);
    assert_eq!(place(36_i64.pow(4), None), None);
    assert!(is_key("0001~") && !is_key("~") && !is_key("00'1") && !is_key(""));
}

#[test]
fn below_the_deepest_they_stand_beside_each_other() {
    let mut at = place(1, None).unwrap();
    for number in 2..=80 {
        at = place(number, Some((at.0, &at.1))).unwrap();
    }
    assert_eq!((at.0, at.1.len()), (64, 256));
    assert!(at.1.ends_with("0028"));
}
