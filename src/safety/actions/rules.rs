//! Which verbs fit what, and when two people decide.

use super::{Decision, Left, Refusal, Verb};
use crate::kernel::Day;
use crate::policy::Rank;
use crate::safety::reports::Concern;

use super::model::{AT_ONCE, DAYS};

/// Whose words or name it is about, as far as that changes what may be done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Whose {
    /// Somebody with an account here.
    Account,
    /// Somebody of another community: nobody here reaches them, and they have no account to close.
    Far,
    /// An alias, a group, somebody who is gone.
    Other,
}

/// What may be done about a concern: by whom it is looked at, and whose it is.
pub(super) fn fitting(concern: &Concern, whose: Whose, rank: Option<Rank>) -> Vec<Verb> {
    let has_words = concern.thread_id.is_some();
    let is_thread = has_words && concern.reply_id.is_none();
    let has_face = concern.face_id.is_some();
    let in_group = has_face && concern.group_id.is_some();
    let (is_host, is_far) = (rank == Some(Rank::Host), whose == Whose::Far);
    let keeps_all = is_host || rank == Some(Rank::Keeper);
    let fits = |verb: &Verb| match verb {
        Verb::Fine => true,
        Verb::Care | Verb::Outside => concern.is_distress(),
        Verb::Note => !is_far && (has_face || concern.group_id.is_some()),
        Verb::Warn => !is_far && has_face,
        Verb::Fold | Verb::Remove => has_words,
        // They have pages of their own.
        Verb::Move | Verb::CircleLine | Verb::CircleGreeting | Verb::CircleWeek => false,
        Verb::Pin | Verb::HeldThrough | Verb::HeldBack | Verb::Guard | Verb::Rules => false,
        Verb::CloseBehind | Verb::Appoint => false,
        Verb::Lock => is_thread,
        Verb::SlowThread => is_thread && concern.group_id.is_some(),
        Verb::RemoveAll | Verb::Slow | Verb::Mute | Verb::Pause | Verb::Close => in_group,
        Verb::Label => has_face && is_host,
        // Of a name: an alias is one group's, and what else its holder said is not known.
        Verb::RemoveAllHere => keeps_all && has_face && whose != Whose::Other,
        Verb::MuteHere => keeps_all && has_face && concern.group_id.is_none() && whose != Whose::Other,
        Verb::PauseHere | Verb::CloseHere => whose == Whose::Account && is_host,
        Verb::PauseFar | Verb::CloseFar => is_far && is_host,
        // On a page of its own, a storey above: what comes of it is known there.
        Verb::RemoveThere
        | Verb::AllowThere
        | Verb::MediaThere
        | Verb::LimitThere
        | Verb::HoldThere
        | Verb::BlockThere => false,
    };
    Verb::ALL.iter().copied().filter(fits).collect()
}

/// Whether a decision can be carried out as it was put; the day a pause ends. Where somebody may be in distress, each hard
/// step is put by itself, so that two people mean the same.
pub(super) fn check(
    decision: &Decision,
    (fitting, is_distress): (&[Verb], bool),
    today: Day,
) -> Result<Option<Day>, Refusal> {
    if is_distress && (decision.removes || decision.closes) {
        return Err(Refusal::ByItself);
    }
    if !fitting.contains(&decision.verb) || decision.removes && !fitting.contains(&Verb::Remove) {
        return Err(Refusal::Unchosen);
    }
    if decision.closes && closing(decision.verb, fitting).is_none() {
        return Err(Refusal::Unchosen);
    }
    if decision.verb == Verb::Fold && decision.notes.is_empty() {
        return Err(Refusal::NoteMissing);
    }
    if decision.verb == Verb::Label && decision.label.is_none() {
        return Err(Refusal::LabelMissing);
    }
    if !decision.verb.has_days() {
        return Ok(None);
    }
    if DAYS.contains(&decision.days) { Ok(Some(today.plus(decision.days))) } else { Err(Refusal::Days) }
}

/// What puts somebody out, too, whose words all go out of sight: out of the group, or of the community.
pub(super) fn closing(verb: Verb, fitting: &[Verb]) -> Option<Verb> {
    let all: &[Verb] = match verb {
        Verb::RemoveAll => &[Verb::Close],
        Verb::RemoveAllHere => &[Verb::CloseHere, Verb::CloseFar],
        _ => &[],
    };
    all.iter().copied().find(|verb| fitting.contains(verb))
}

/// Whether a second person decides this too: a hard step towards somebody who may be in distress.
pub(super) const fn takes_two(verb: Verb, is_distress: bool) -> bool {
    is_distress && verb.is_hard()
}

/// What can be decided about several at once, the lightest first.
pub const FOR_SEVERAL: [Verb; 4] = [Verb::Fine, Verb::Note, Verb::Fold, Verb::Remove];

/// Whether something can be decided about so many at once.
pub(super) fn check_several(decision: &Decision, many: usize) -> Result<(), Refusal> {
    if !FOR_SEVERAL.contains(&decision.verb) || decision.removes || decision.closes {
        return Err(Refusal::Unchosen);
    }
    if decision.verb == Verb::Fold && decision.notes.is_empty() {
        return Err(Refusal::NoteMissing);
    }
    match many {
        0 => Err(Refusal::Unpicked),
        1..=AT_ONCE => Ok(()),
        _ => Err(Refusal::TooMany),
    }
}

/// Why one of several is left out, if whoever decides looks after it and nobody else has it.
pub(super) fn left_out(
    verb: Verb,
    (concern, is_distress): (&Concern, bool),
    fitting: &[Verb],
) -> Option<Left> {
    if !concern.is_open() {
        return Some(Left::Decided);
    }
    // Where somebody may be in distress, hard steps are put by themselves, so that two people mean the same.
    if takes_two(verb, is_distress) {
        return Some(Left::TwoPeople);
    }
    (!fitting.contains(&verb)).then_some(Left::Unfit)
}

#[cfg(test)]
fn concern(thread: Option<i64>, reply: Option<i64>, face: Option<i64>, group: Option<i64>) -> Concern {
    use crate::kernel::{FaceId, GroupId, Moment, ReplyId, ThreadId};
    use crate::safety::reports::{ConcernId, Outcome, Tier};
    Concern {
        id: ConcernId(1),
        subject: String::new(),
        thread_id: thread.map(ThreadId),
        reply_id: reply.map(ReplyId),
        face_id: face.map(FaceId),
        group_id: group.map(GroupId),
        tier: Tier::Group,
        people: 1,
        opened_at: Moment(0),
        decided_on: None,
        outcome: Outcome::Waits,
        urgency: 9,
        is_asked: false,
        is_met: false,
        after_on: None,
        is_passed_on: false,
        seen_on: None,
        why: String::new(),
    }
}

#[test]
fn what_fits_depends_on_what_it_is_about_and_who_looks() {
    use Verb::{
        Close, CloseFar, CloseHere, Fine, Fold, Label, Lock, Mute, MuteHere, Note, Pause, PauseFar,
        PauseHere, Remove, RemoveAll, RemoveAllHere, Slow, SlowThread, Warn,
    };
    let thread = concern(Some(1), None, Some(2), Some(3));
    let check = |concern: &Concern, whose, rank, expected: &[Verb]| {
        assert_eq!(fitting(concern, whose, Some(rank)), expected);
    };
    let all = [Fine, Note, Warn, Fold, Remove, RemoveAll, Lock, SlowThread, Slow, Mute, Pause, Close];
    check(&thread, Whose::Other, Rank::Member, &all);
    let host = [Fine, Note, Warn, Label, Fold, Remove, RemoveAll, Lock, SlowThread, Slow, Mute, Pause, Close];
    check(&thread, Whose::Other, Rank::Host, &host);
    check(
        &concern(Some(1), Some(4), Some(2), Some(3)),
        Whose::Other,
        Rank::Member,
        &[Fine, Note, Warn, Fold, Remove, RemoveAll, Slow, Mute, Pause, Close],
    );
    check(
        &concern(None, None, Some(2), None),
        Whose::Account,
        Rank::Host,
        &[Fine, Note, Warn, Label, MuteHere, RemoveAllHere, PauseHere, CloseHere],
    );
    check(
        &concern(None, None, Some(2), None),
        Whose::Account,
        Rank::Keeper,
        &[Fine, Note, Warn, MuteHere, RemoveAllHere],
    );
    check(&concern(None, None, Some(2), None), Whose::Account, Rank::Member, &[Fine, Note, Warn]);
    check(&concern(None, None, Some(2), None), Whose::Other, Rank::Host, &[Fine, Note, Warn, Label]);
    check(&concern(None, None, None, Some(3)), Whose::Other, Rank::Host, &[Fine, Note]);
    check(
        &concern(Some(1), None, None, Some(3)),
        Whose::Other,
        Rank::Member,
        &[Fine, Note, Fold, Remove, Lock, SlowThread],
    );
    let far = [&[Fine, Fold, Remove, RemoveAll, Lock, SlowThread][..], &[Slow, Mute, Pause, Close]].concat();
    check(&thread, Whose::Far, Rank::Member, &far);
    check(&thread, Whose::Far, Rank::Keeper, &[&far[..], &[RemoveAllHere]].concat());
    check(
        &concern(None, None, Some(2), None),
        Whose::Far,
        Rank::Host,
        &[Fine, Label, MuteHere, RemoveAllHere, PauseFar, CloseFar],
    );
    let far = [
        &[Fine, Label, Fold, Remove, RemoveAll, Lock, SlowThread][..],
        &[Slow, Mute, Pause, Close, RemoveAllHere, PauseFar, CloseFar],
    ]
    .concat();
    check(&thread, Whose::Far, Rank::Host, &far);
}

#[test]
fn two_people_decide_hard_steps_towards_somebody_who_may_be_in_distress() {
    let light = [Verb::Fine, Verb::Care, Verb::Note, Verb::Fold];
    for verb in Verb::ALL {
        assert_eq!(takes_two(*verb, true), !light.contains(verb), "{verb}");
        assert!(!takes_two(*verb, false), "{verb}");
    }
}

#[test]
fn care_fits_where_somebody_may_be_in_distress_alone() {
    let calm = concern(Some(1), None, Some(2), Some(3));
    let hard = Concern { urgency: 1, ..calm.clone() };
    for verb in [Verb::Care, Verb::Outside] {
        assert!(
            fitting(&hard, Whose::Other, None).contains(&verb)
                && !fitting(&calm, Whose::Other, None).contains(&verb)
        );
    }
}

#[test]
fn a_pause_has_days_and_a_fold_has_a_note() {
    use crate::forum::content_notes::Notes;
    use crate::safety::actions::Sentence;
    let put = |verb, days, removes| Decision {
        verb,
        words: Sentence::parse("For the group.").unwrap(),
        days,
        notes: Notes::default(),
        removes,
        label: None,
        closes: false,
        shares: false,
    };
    let all = Verb::ALL;
    assert_eq!(check(&put(Verb::Label, 0, false), (all, false), Day(10)), Err(Refusal::LabelMissing));
    assert_eq!(check(&put(Verb::Pause, 7, false), (all, false), Day(10)), Ok(Some(Day(17))));
    assert_eq!(check(&put(Verb::Pause, 0, false), (all, false), Day(10)), Err(Refusal::Days));
    assert_eq!(check(&put(Verb::Pause, 91, false), (all, false), Day(10)), Err(Refusal::Days));
    assert_eq!(check(&put(Verb::Fold, 0, false), (all, false), Day(10)), Err(Refusal::NoteMissing));
    assert_eq!(check(&put(Verb::Lock, 0, false), (&[Verb::Fine], false), Day(10)), Err(Refusal::Unchosen));
    assert_eq!(check(&put(Verb::Fine, 0, true), (&[Verb::Fine], false), Day(10)), Err(Refusal::Unchosen));
    assert_eq!(check(&put(Verb::Note, 0, true), (all, true), Day(10)), Err(Refusal::ByItself));
    let closes = |verb| Decision { closes: true, ..put(verb, 0, false) };
    assert_eq!(check(&closes(Verb::RemoveAll), (all, false), Day(10)), Ok(None));
    assert_eq!(check(&closes(Verb::Note), (all, false), Day(10)), Err(Refusal::Unchosen));
    assert_eq!(check(&closes(Verb::RemoveAll), (&[Verb::RemoveAll], false), Day(10)), Err(Refusal::Unchosen));
    assert_eq!(check(&closes(Verb::RemoveAllHere), (all, false), Day(10)), Ok(None));
    let here = [Verb::RemoveAllHere, Verb::CloseFar];
    assert_eq!(closing(Verb::RemoveAllHere, &here), Some(Verb::CloseFar));
    assert_eq!((closing(Verb::RemoveAllHere, &[Verb::Close]), closing(Verb::Note, all)), (None, None));
}

#[test]
fn several_are_decided_lightly_and_what_takes_two_or_does_not_fit_is_left_out() {
    use crate::forum::content_notes::{ContentNote, Notes};
    use crate::safety::actions::Sentence;
    let put = |verb, labels: &[ContentNote]| Decision {
        verb,
        words: Sentence::parse("For the group.").unwrap(),
        days: 7,
        notes: Notes { labels: labels.to_vec(), words: String::new() },
        removes: false,
        label: None,
        closes: false,
        shares: false,
    };
    for verb in Verb::ALL {
        let is_for_several = check_several(&put(*verb, &[ContentNote::Grief]), 1).is_ok();
        assert_eq!(is_for_several, FOR_SEVERAL.contains(verb), "{verb}");
    }
    assert_eq!(check_several(&put(Verb::Fold, &[]), 1), Err(Refusal::NoteMissing));
    assert_eq!(check_several(&put(Verb::Fine, &[]), 0), Err(Refusal::Unpicked));
    assert_eq!(check_several(&put(Verb::Fine, &[]), AT_ONCE), Ok(()));
    assert_eq!(check_several(&put(Verb::Fine, &[]), AT_ONCE + 1), Err(Refusal::TooMany));
    let closes = Decision { closes: true, ..put(Verb::Fine, &[]) };
    assert_eq!(check_several(&closes, 1), Err(Refusal::Unchosen));

    let calm = concern(Some(1), None, Some(2), Some(3));
    let over = Concern { decided_on: Some(Day(9)), ..calm.clone() };
    assert_eq!(left_out(Verb::Remove, (&calm, false), Verb::ALL), None);
    assert_eq!(
        left_out(Verb::Remove, (&calm, true), Verb::ALL),
        Some(Left::TwoPeople),
        "another of theirs waits"
    );
    assert_eq!(left_out(Verb::Fold, (&calm, true), Verb::ALL), None);
    assert_eq!(left_out(Verb::Fold, (&calm, false), &[Verb::Fine]), Some(Left::Unfit));
    assert_eq!(left_out(Verb::Fine, (&over, false), Verb::ALL), Some(Left::Decided));
}
