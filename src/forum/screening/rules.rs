//! The one decision: words, whose they are, and the hour, held against a group's rules. It looks nothing up.

use super::matching::{Folded, Needle, needles};
use super::signals::{self, Known};
use super::verdict::Refusal;
use super::{Does, Look, Piece, Rules, Verdict, Why, Writer};
use crate::identity::newcomers::Settling;
use crate::kernel::{Moment, links};

/// Holds words against rules. Whoever looks after the group is only ever offered something.
#[must_use]
pub fn judge(rules: &Rules, piece: &Piece<'_>, writer: &Writer, now: Moment) -> Verdict {
    let mut verdict = Verdict::default();
    let folded = Folded::of(&piece.words);
    lines(rules, piece, &folded, &mut verdict);
    verdict.says_you = piece.thread.is_some() && !writer.is_far && says_you(rules, &piece.words);
    if writer.is_far {
        // Nobody is at a form to be asked.
        (verdict.notes, verdict.homes, verdict.sentences) = (Vec::new(), Vec::new(), Vec::new());
    }
    if writer.looks_after {
        return Verdict { fold: Vec::new(), hold: None, refuse: None, wait: 0, gentle: 0, ..verdict };
    }
    let too_soon = || shielded(piece, writer, now).or_else(|| too_new(rules, piece, writer));
    verdict.refuse =
        reads_along(rules).or(verdict.refuse).or_else(|| not_theirs(rules, writer)).or_else(too_soon);
    let unsure = || unknown(piece, writer, now).or_else(|| selling(rules, piece));
    verdict.hold = verdict.hold.or_else(|| waits(rules, piece, writer, now)).or_else(unsure);
    verdict.wait = rules.settings.pace_minutes.max(rules.slow_minutes);
    // A thread of one's own is answered as it goes.
    let settling = writer.settling.filter(|_| !writer.is_own_thread);
    verdict.gentle = settling.map_or(0, |settling| settling.minutes);
    verdict
}

/// Holds words for a group elsewhere against what was decided here, and, where the community watches them, against what it looks
/// at in all that comes in; nothing else.
#[must_use]
pub(super) fn judge_elsewhere(rules: &Rules, piece: &Piece<'_>, looks_after: bool) -> Verdict {
    if looks_after {
        return Verdict::default();
    }
    let hold = selling(rules, piece);
    Verdict { refuse: reads_along(rules), hold, wait: rules.slow_minutes, ..Verdict::default() }
}

/// Whoever reads along says nothing.
fn reads_along(rules: &Rules) -> Option<Refusal> {
    (rules.quiet_days > 0).then_some(Refusal::ReadsAlong { days: rules.quiet_days })
}

/// Holds words that go to everybody here against what the community knows itself: no group's rules, no answer, no place.
#[must_use]
pub(super) fn judge_for_all(words: &str, known: &Known, settling: Option<Settling>) -> Verdict {
    let waits = settling.filter(|_| links::has_link(words) && !known.leads_to_all(words, ""));
    let hold = if known.is_on() { signals::gravest(words, "", known) } else { None };
    Verdict { refuse: waits.map(Refusal::Settling), hold, ..Verdict::default() }
}

/// Every line that is met.
fn lines(rules: &Rules, piece: &Piece<'_>, folded: &Folded, verdict: &mut Verdict) {
    for line in &rules.lines {
        if !needles(&line.words).iter().any(|needle| folded.holds(needle)) {
            continue;
        }
        if let Some(home) = line.home.clone().filter(|home| !verdict.homes.contains(home)) {
            verdict.homes.push(home);
        }
        let note = line.note.filter(|note| !piece.notes.contains(note));
        match (line.does, note) {
            (Does::Note, Some(note)) if !verdict.notes.contains(&note) => verdict.notes.push(note),
            (Does::Fold, Some(note)) if !verdict.fold.contains(&note) => verdict.fold.push(note),
            (Does::Note | Does::Fold, _) => continue,
            (Does::Offer, _) => {}
            (Does::Hold, _) => verdict.hold = Some(Why::Words),
            (Does::Refuse, _) => {
                verdict.refuse = Some(Refusal::Words { sentence: line.sentence.clone() });
                continue;
            }
        }
        if !line.sentence.is_empty() {
            verdict.sentences.push(line.sentence.clone());
        }
    }
    // What is folded anyway needs no offer.
    let fold = verdict.fold.clone();
    verdict.notes.retain(|note| !fold.contains(note));
}

/// Sharing is for members, or for members of some weeks; who came from elsewhere is looked at instead.
fn not_theirs(rules: &Rules, writer: &Writer) -> Option<Refusal> {
    let weeks = rules.settings.shares.weeks().filter(|_| !writer.is_far)?;
    match writer.weeks {
        None => Some(Refusal::Members),
        Some(here) if here < weeks => Some(Refusal::Weeks { weeks }),
        Some(_) => None,
    }
}

/// Whether a newcomer's wish for answers of those who have been here a while is about these words.
fn is_asked(piece: &Piece<'_>, now: Moment) -> bool {
    piece.thread.is_some_and(|thread| thread.is_shielded(now.day()))
}

/// Somebody new does not answer where a newcomer asked for those who have been here a while; their own thread is theirs.
fn shielded(piece: &Piece<'_>, writer: &Writer, now: Moment) -> Option<Refusal> {
    let is_theirs = writer.is_own_thread || writer.is_far;
    (writer.is_newcomer && !is_theirs && is_asked(piece, now)).then_some(Refusal::Shielded)
}

/// How long somebody elsewhere has been there nobody here knows: the first thing under their name is looked at instead.
fn unknown(piece: &Piece<'_>, writer: &Writer, now: Moment) -> Option<Why> {
    let is_stranger = writer.is_far && !writer.is_known && !writer.is_own_thread;
    (is_stranger && is_asked(piece, now)).then_some(Why::Shield)
}

/// Links wait in somebody's first days, but for those the community's own words lead to. An alias whose holder declared
/// whom they work for does not speak where the group asks for that.
fn too_new(rules: &Rules, piece: &Piece<'_>, writer: &Writer) -> Option<Refusal> {
    if writer.hides_label && rules.settings.asks_labels {
        return Some(Refusal::Label);
    }
    let settling = writer.settling.filter(|_| links::has_link(&piece.words))?;
    let is_ours = rules.watch.as_ref().is_some_and(|known| known.leads_to_all(&piece.words, piece.stood));
    (!is_ours).then_some(Refusal::Settling(settling))
}

/// What looks like selling, and the same thing in several places.
fn selling(rules: &Rules, piece: &Piece<'_>) -> Option<Why> {
    let known = rules.watch.as_ref().filter(|known| known.is_on())?;
    signals::gravest(&piece.words, piece.stood, known).or_else(|| piece.is_repeated.then_some(Why::Same))
}

/// Why words wait though no line is met. Of an alias only what the alias did counts.
fn waits(rules: &Rules, piece: &Piece<'_>, writer: &Writer, now: Moment) -> Option<Why> {
    let settings = &rules.settings;
    let is_settled =
        if writer.is_alias { writer.is_known } else { writer.weeks.is_some_and(|weeks| weeks > 0) };
    if settings.is_guarded(now) && (writer.is_far || !is_settled) {
        return Some(Why::Guard);
    }
    if writer.is_far && settings.shares.weeks().is_some() {
        return Some(Why::Shares);
    }
    let looks = &settings.looks;
    let is_new = if writer.is_alias || writer.is_far { !writer.is_known } else { writer.is_new };
    [
        (Look::All, true, Why::All),
        (Look::Alias, writer.is_alias, Why::Look),
        (Look::First, !writer.is_known, Why::First),
        (Look::New, is_new, Why::New),
        (Look::Links, links::has_link(&piece.words), Why::Links),
    ]
    .into_iter()
    .find_map(|(look, is_so, why)| (is_so && looks.has(look)).then_some(why))
}

/// Whether an answer begins by telling somebody what to do. What it quotes is not its own.
fn says_you(rules: &Rules, words: &str) -> bool {
    let own = words.lines().find(|line| !line.trim().is_empty() && !line.trim_start().starts_with('>'));
    let folded = Folded::of(own.unwrap_or_default());
    let openers = rules.openers.iter().flat_map(|list| needles(list));
    openers.into_iter().any(|opener: Needle| folded.begins(&opener))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::model::{Line, LineId, Looks, Quiet, Settings, Shares};
    use super::*;
    use crate::forum::content_notes::ContentNote;
    use crate::forum::groups::Group;
    use crate::forum::lasting::Keeps;
    use crate::kernel::GroupId;
    use crate::policy::Reach;

    fn group() -> Group {
        use crate::forum::groups::{Advice, Aliases, Crosstalk, Followers, Joining};
        Group {
            id: GroupId(1),
            name: "owls".to_owned(),
            title: "Owls".to_owned(),
            purpose: String::new(),
            values_text: String::new(),
            rules_text: String::new(),
            advice: Advice::Welcome,
            ceiling: Reach::Community,
            reach: Reach::Community,
            listed: Reach::Community,
            joining: Joining::Open,
            aliases: Aliases::Off,
            keeps: Keeps::Always,
            member_count: 3,
            closed_at: None,
            moved_to: None,
            followers: Followers::Untold,
            crosstalk: Crosstalk::On,
        }
    }

    fn line(words: &str, does: Does, note: Option<ContentNote>) -> Line {
        let (words, sentence) = (words.to_owned(), "Ask us first.".to_owned());
        Line { id: LineId(1), words, does, note, home: None, sentence }
    }

    fn of(rules: &Rules, words: &str, writer: Writer) -> Verdict {
        let group = group();
        let piece = Piece {
            group: &group,
            thread: None,
            words: words.to_owned(),
            notes: &[],
            stood: "",
            is_repeated: false,
        };
        judge(rules, &piece, &writer, Moment(1_000))
    }

    const MEMBER: Writer = Writer {
        is_alias: false,
        is_far: false,
        is_known: true,
        is_new: false,
        looks_after: false,
        weeks: Some(9),
        is_newcomer: false,
        is_own_thread: false,
        settling: None,
        hides_label: false,
    };
    const FAR: Writer = Writer { is_far: true, weeks: None, ..MEMBER };

    #[test]
    fn lines_offer_fold_hold_and_refuse() {
        let rules = Rules {
            lines: vec![
                line("needle", Does::Note, Some(ContentNote::SubstanceDetail)),
                line("scale", Does::Fold, Some(ContentNote::Eating)),
                line("bed is free", Does::Hold, None),
                line("homes.example", Does::Refuse, None),
            ],
            ..Rules::default()
        };
        assert_eq!(of(&rules, "a good day", MEMBER), Verdict::default());
        let offered = of(&rules, "The Needle exchange", MEMBER);
        assert_eq!((offered.notes.as_slice(), offered.asks()), (&[ContentNote::SubstanceDetail][..], true));
        assert_eq!((offered.check(false), offered.check(true)), (Err(Refusal::Asks), Ok(())));
        assert_eq!(of(&rules, "The scale", MEMBER).folded(&[]), [ContentNote::Eating]);
        assert_eq!(of(&rules, "a bed is free", MEMBER).hold, Some(Why::Words));
        let sentence = "Ask us first.".to_owned();
        assert_eq!(of(&rules, "homes.example", MEMBER).check(true), Err(Refusal::Words { sentence }));
        assert!(!of(&rules, "The needle", FAR).asks(), "nobody is there to be asked");
        assert_eq!(of(&rules, "a bed is free", FAR).check_change(), Err(Refusal::Change));
        let keeper = of(&rules, "homes.example, a bed is free", Writer { looks_after: true, ..MEMBER });
        assert_eq!((keeper.refuse, keeper.hold), (None, None));
    }

    #[test]
    fn what_waits_is_what_the_group_set() {
        let with = |looks: &[Look]| Rules {
            settings: Settings { looks: Looks(looks.to_vec()), ..Settings::default() },
            ..Rules::default()
        };
        let check = |looks: &[Look], words, writer, expected| {
            assert_eq!(of(&with(looks), words, writer).hold, expected, "{looks:?} {writer:?}");
        };
        let first = Writer { is_known: false, ..MEMBER };
        check(&[], "Hello", first, None);
        check(&[Look::First], "Hello", first, Some(Why::First));
        check(&[Look::First], "Hello", MEMBER, None);
        check(&[Look::New], "Hello", Writer { is_new: true, ..MEMBER }, Some(Why::New));
        check(&[Look::New], "Hello", Writer { is_alias: true, is_new: true, ..MEMBER }, None);
        check(&[Look::Links], "see https://a.example", MEMBER, Some(Why::Links));
        check(&[Look::Alias], "Hello", MEMBER, None);
        check(&[Look::Alias], "Hello", Writer { is_alias: true, ..MEMBER }, Some(Why::Look));
        check(&[Look::All], "Hello", FAR, Some(Why::All));
    }

    #[test]
    fn who_may_share_and_who_is_let_by_while_guarded() {
        let with = |shares, guarded: Option<i64>| Rules {
            settings: Settings { shares, guarded_until: guarded.map(Moment), ..Settings::default() },
            ..Rules::default()
        };
        let here = |weeks| Writer { weeks, ..MEMBER };
        assert_eq!(of(&with(Shares::Members, None), "Hi", here(None)).refuse, Some(Refusal::Members));
        assert_eq!(
            of(&with(Shares::Month, None), "Hi", here(Some(3))).refuse,
            Some(Refusal::Weeks { weeks: 4 })
        );
        assert_eq!(of(&with(Shares::Month, None), "Hi", here(Some(4))), Verdict::default());
        assert_eq!(of(&with(Shares::Members, None), "Hi", FAR).hold, Some(Why::Shares));
        let guarded = with(Shares::Readers, Some(1_001));
        assert_eq!(of(&guarded, "Hi", here(Some(0))).hold, Some(Why::Guard));
        assert_eq!(of(&guarded, "Hi", here(Some(1))).hold, None);
        assert_eq!(of(&guarded, "Hi", FAR).hold, Some(Why::Guard));
        assert_eq!(of(&with(Shares::Readers, Some(1_000)), "Hi", FAR).hold, None, "it ends by itself");
    }

    #[test]
    fn an_answer_that_tells_what_to_do_gets_a_gentle_line() {
        let rules = Rules { openers: vec!["you should, you need to".to_owned()], ..Rules::default() };
        for words in ["You should go", "> I cannot\n\nyou need to stop"] {
            assert!(says_you(&rules, words), "{words}");
        }
        for words in ["I found you should rest", "Your shoulder", "> You should go\nI did.", ""] {
            assert!(!says_you(&rules, words), "{words}");
        }
    }

    #[test]
    fn quiet_hours_go_over_midnight() {
        let at = |hour: i64| Moment(hour * 3_600_000 + 1);
        let night = Quiet { from: 22, until: 7, offset: 1 };
        assert!(night.is_now(at(21)) && night.is_now(at(5)) && !night.is_now(at(6)) && !night.is_now(at(20)));
        assert_eq!(
            (night.told(7), Quiet { offset: 0, ..night }.told(22)),
            ("7:00 (UTC+1)".into(), "22:00 (UTC)".into())
        );
    }

    proptest! {
        #[test]
        fn whoever_looks_after_a_group_is_never_stopped_and_an_alias_is_judged_by_itself_alone(
            words in "\\PC{0,80}", list in "[a-z]{2,6}(, [a-z]{2,6}){0,3}",
            does in proptest::sample::select(Does::ALL.to_vec()),
            looks in proptest::sample::subsequence(Look::ALL.to_vec(), 0..=5),
            shares in proptest::sample::select(vec![Shares::Readers, Shares::Members]),
            is_known: bool, is_new: bool, guarded in proptest::option::of(0_i64..2_000), weeks in 0_i64..9
        ) {
            let settings = Settings { shares, looks: Looks(looks), guarded_until: guarded.map(Moment), ..Settings::default() };
            let rules = Rules { settings, lines: vec![line(&list, does, None)], ..Rules::default() };
            let writer = Writer { is_known, is_new, weeks: Some(weeks), ..MEMBER };
            let kept = of(&rules, &words, Writer { looks_after: true, ..writer });
            prop_assert!(kept.refuse.is_none() && kept.hold.is_none() && kept.wait == 0);
            // Whether its holder is new here, or long in the group, is not to be read from what an alias meets.
            let alias = Writer { is_alias: true, ..writer };
            let other = Writer { is_new: !is_new, weeks: Some(99), ..alias };
            prop_assert_eq!(of(&rules, &words, alias).hold, of(&rules, &words, other).hold);
        }
    }
}
