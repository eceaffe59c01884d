//! Whether a group takes a post with these labels.

use super::{ContentNote, HouseRule, Refusal};
use crate::forum::groups::NoteRule;

/// Holds a post's labels against its group's rules. `none_fits` is the writer's word that no label is needed.
///
/// # Errors
/// `note-elsewhere` or `note-not-here` if a label belongs in another group; `note-required` if the group asks and nothing was said.
pub fn check(rules: &[HouseRule], labels: &[ContentNote], none_fits: bool) -> Result<(), Refusal> {
    let under = |rule| rules.iter().filter(move |each| each.rule == rule);
    if let Some(rule) = under(NoteRule::Elsewhere).find(|rule| labels.contains(&rule.note)) {
        let group = rule.elsewhere.as_ref();
        return Err(group.map_or(Refusal::NotHere, |(_, title)| Refusal::Elsewhere(title.clone())));
    }
    let is_asked = under(NoteRule::Require).next().is_some();
    let is_said = none_fits || under(NoteRule::Require).any(|rule| labels.contains(&rule.note));
    if is_asked && !is_said { Err(Refusal::Required) } else { Ok(()) }
}

/// The rules that hold for replies: where words belong, and which are open. Replies are asked for nothing.
#[must_use]
pub fn for_replies(rules: Vec<HouseRule>) -> Vec<HouseRule> {
    rules.into_iter().filter(|rule| rule.rule != NoteRule::Require).collect()
}

#[test]
fn a_group_asks_for_its_labels_and_sends_others_on() {
    let rule = |note, rule| HouseRule { note, rule, elsewhere: None };
    let rules = [rule(ContentNote::Lapse, NoteRule::Require), rule(ContentNote::Method, NoteRule::Elsewhere)];

    assert_eq!(check(&rules, &[], false), Err(Refusal::Required));
    assert_eq!(check(&rules, &[ContentNote::Grief], false), Err(Refusal::Required));
    assert_eq!(check(&rules, &[ContentNote::Grief], true), Ok(()));
    assert_eq!(check(&rules, &[ContentNote::Lapse], false), Ok(()));
    assert_eq!(check(&rules, &[ContentNote::Lapse, ContentNote::Method], true), Err(Refusal::NotHere));
    assert_eq!(check(&[], &[], false), Ok(()));
}
