//! Every step from every phase; how far an ask goes; whose lamp is lit.

use super::rules::{
    Kin, Step, circle_after, ends_at, expired, is_lit, is_reached, may_listen, next, out_at, wider,
};
use super::{Circle, Lamp, Moves, Phase, Refusal, Weekday};
use crate::kernel::{Day, FaceId, Moment, Week};
use crate::policy::Rank;

fn steps() -> Vec<Step> {
    let presses = Moves::ALL.iter().map(|press| Step::Press(*press));
    [Step::Claim, Step::Speak, Step::Empty, Step::Expire].into_iter().chain(presses).collect()
}

/// What is allowed, phase by phase; whatever is not here is refused, and the second table says why.
const BECOMES: &[(Phase, &[(Step, Phase)])] = &[
    (
        Phase::Open,
        &[
            (Step::Claim, Phase::Claimed),
            (Step::Speak, Phase::Open),
            (Step::Empty, Phase::Open),
            (Step::Expire, Phase::Unanswered),
            (Step::Press(Moves::TakeBack), Phase::TakenBack),
            (Step::Press(Moves::HandOff), Phase::HandedOff),
        ],
    ),
    (
        Phase::Claimed,
        &[
            (Step::Claim, Phase::Claimed),
            (Step::Speak, Phase::Talking),
            (Step::Empty, Phase::Open),
            (Step::Expire, Phase::Closed),
            (Step::Press(Moves::Cover), Phase::Claimed),
            (Step::Press(Moves::HandOver), Phase::Claimed),
            (Step::Press(Moves::Stay), Phase::Claimed),
            (Step::Press(Moves::Point), Phase::Claimed),
            (Step::Press(Moves::Leave), Phase::Claimed),
            (Step::Press(Moves::Close), Phase::Closed),
            (Step::Press(Moves::TakeBack), Phase::TakenBack),
            (Step::Press(Moves::HandOff), Phase::HandedOff),
        ],
    ),
    (
        Phase::Talking,
        &[
            (Step::Claim, Phase::Talking),
            (Step::Speak, Phase::Talking),
            (Step::Empty, Phase::Open),
            (Step::Expire, Phase::Closed),
            (Step::Press(Moves::Ease), Phase::Easing),
            (Step::Press(Moves::Harder), Phase::Talking),
            (Step::Press(Moves::Cover), Phase::Talking),
            (Step::Press(Moves::HandOver), Phase::Talking),
            (Step::Press(Moves::Stay), Phase::Talking),
            (Step::Press(Moves::Point), Phase::Talking),
            (Step::Press(Moves::Leave), Phase::Talking),
            (Step::Press(Moves::Close), Phase::Closed),
            (Step::Press(Moves::HandOff), Phase::HandedOff),
        ],
    ),
    (
        Phase::Easing,
        &[
            (Step::Speak, Phase::Easing),
            (Step::Empty, Phase::Closed),
            (Step::Expire, Phase::Closed),
            (Step::Press(Moves::Ease), Phase::Easing),
            (Step::Press(Moves::Harder), Phase::Talking),
            (Step::Press(Moves::Leave), Phase::Easing),
            (Step::Press(Moves::Stay), Phase::Easing),
            (Step::Press(Moves::Point), Phase::Easing),
            (Step::Press(Moves::Close), Phase::Closed),
            (Step::Press(Moves::HandOff), Phase::HandedOff),
        ],
    ),
    (
        Phase::Closed,
        &[
            (Step::Empty, Phase::Closed),
            (Step::Expire, Phase::Closed),
            (Step::Press(Moves::Close), Phase::Closed),
        ],
    ),
    (
        Phase::TakenBack,
        &[
            (Step::Empty, Phase::TakenBack),
            (Step::Expire, Phase::TakenBack),
            (Step::Press(Moves::TakeBack), Phase::TakenBack),
        ],
    ),
    (Phase::Unanswered, &[(Step::Empty, Phase::Unanswered), (Step::Expire, Phase::Unanswered)]),
    (Phase::Left, &[(Step::Empty, Phase::Left), (Step::Expire, Phase::Left)]),
    (
        Phase::HandedOff,
        &[
            (Step::Empty, Phase::HandedOff),
            (Step::Expire, Phase::HandedOff),
            (Step::Press(Moves::HandOff), Phase::HandedOff),
        ],
    ),
];

#[test]
fn every_step_from_every_phase_is_allowed_or_refused_for_its_reason() {
    assert_eq!(BECOMES.len(), Phase::ALL.len());
    for (phase, allowed) in BECOMES {
        for step in steps() {
            let wanted = allowed.iter().find(|(known, _)| *known == step).map(|(_, after)| *after);
            let wanted = wanted.ok_or(match (phase, step) {
                (phase, _) if !phase.is_live() => Refusal::Over,
                (Phase::Easing, Step::Claim | Step::Press(Moves::Cover | Moves::HandOver)) => Refusal::Enough,
                (_, Step::Press(Moves::TakeBack)) => Refusal::Underway,
                _ => Refusal::NotYet,
            });
            assert_eq!(next(*phase, step), wanted, "{phase} {step:?}");
        }
    }
}

#[test]
fn nobody_came_is_said_only_where_nobody_ever_did() {
    for (round, phase) in [(1, Phase::Unanswered), (2, Phase::Left), (9, Phase::Left)] {
        assert_eq!(expired(Phase::Open, round), Ok(phase));
    }
    assert_eq!(expired(Phase::Talking, 2), Ok(Phase::Closed));
}

#[test]
fn it_goes_further_at_two_and_five_minutes_and_never_further_than_was_agreed_to() {
    check(0, Circle::Everyone, Circle::Lamps);
    check(119, Circle::Everyone, Circle::Lamps);
    check(120, Circle::Everyone, Circle::Groups);
    check(299, Circle::Everyone, Circle::Groups);
    check(300, Circle::Everyone, Circle::Everyone);
    check(900, Circle::Groups, Circle::Groups);
    check(900, Circle::Lamps, Circle::Lamps);

    #[track_caller]
    fn check(seconds: i64, consent: Circle, expected: Circle) {
        assert_eq!(circle_after(seconds, consent), expected);
    }
}

#[test]
fn what_is_wider_begins_with_the_nearest_and_leaves_out_groups_one_has_not() {
    use Circle::{Everyone, Groups, Lamps};

    assert_eq!((wider(Lamps, true), wider(Lamps, false)), (vec![Groups, Everyone], vec![Everyone]));
    assert_eq!((wider(Groups, true), wider(Everyone, true)), (vec![Everyone], Vec::new()));
}

fn at(text: &str) -> Moment {
    Moment(text.parse::<jiff::Timestamp>().unwrap().as_millisecond())
}

#[test]
fn a_lamp_is_lit_by_hand_or_by_its_hours_and_never_while_its_owner_rests() {
    let dark = Lamp::of(FaceId(1));
    let now = at("2026-11-21T19:30:00Z");
    assert!(!is_lit(&dark, now));
    let lit = Lamp { lit_until: Some(now.plus_s(60)), ..dark.clone() };
    assert!(is_lit(&lit, now) && !is_lit(&lit, now.plus_s(60)));
    assert!(!is_lit(&Lamp { rests_until: Some(now.plus_s(1)), ..lit }, now));

    // Saturdays from ten at night until two, in Berlin: an hour before UTC in winter.
    let night = Lamp {
        days: "sat".to_owned(),
        from_hour: 22,
        to_hour: 2,
        zone: "Europe/Berlin".to_owned(),
        ..dark.clone()
    };
    for (moment, expected) in [
        ("2026-11-21T20:59:59Z", false),
        ("2026-11-21T21:00:00Z", true),
        ("2026-11-22T00:59:59Z", true),
        ("2026-11-22T01:00:00Z", false),
        ("2026-11-22T21:30:00Z", false),
        ("2026-11-21T00:30:00Z", false),
    ] {
        assert_eq!(is_lit(&night, at(moment)), expected, "{moment}");
    }
    let noon = Lamp { from_hour: 12, to_hour: 14, zone: "UTC".to_owned(), ..night };
    assert!(is_lit(&noon, at("2026-11-21T13:59:59Z")) && !is_lit(&noon, at("2026-11-21T14:00:00Z")));
}

#[test]
fn an_ask_reaches_those_who_agreed_to_be_asked_that_far_and_nobody_who_is_busy() {
    let now = Moment(0);
    let dark = Lamp::of(FaceId(1));
    let lit = Lamp { lit_until: Some(now.plus_s(60)), ..dark.clone() };
    let for_groups = Lamp { askable: Circle::Groups, ..dark.clone() };
    let for_all = Lamp { askable: Circle::Everyone, ..dark.clone() };
    // By circle: near, far, of somebody in no group.
    let rows: [(&Lamp, Circle, [bool; 3]); 12] = [
        (&dark, Circle::Lamps, [false, false, false]),
        (&dark, Circle::Groups, [false, false, false]),
        (&dark, Circle::Everyone, [false, false, false]),
        (&lit, Circle::Lamps, [true, false, true]),
        (&lit, Circle::Groups, [true, false, true]),
        (&lit, Circle::Everyone, [true, true, true]),
        (&for_groups, Circle::Lamps, [false, false, false]),
        (&for_groups, Circle::Groups, [true, false, false]),
        (&for_groups, Circle::Everyone, [true, false, false]),
        (&for_all, Circle::Lamps, [false, false, false]),
        (&for_all, Circle::Groups, [true, false, false]),
        (&for_all, Circle::Everyone, [true, true, true]),
    ];
    for (lamp, circle, expected) in rows {
        let reached = [Kin::Near, Kin::Far, Kin::Newcomer].map(|kin| is_reached(lamp, 0, (circle, kin), now));
        assert_eq!(reached, expected, "{circle} {lamp:?}");
    }
    assert!(!is_reached(&lit, 1, (Circle::Everyone, Kin::Near), now), "with as many as they chose");
    let rests = Lamp { rests_until: Some(now.plus_s(1)), ..for_all };
    assert!(!is_reached(&rests, 0, (Circle::Everyone, Kin::Near), now));
}

#[test]
fn what_is_written_down_says_little_of_when() {
    let now = at("2026-11-21T19:31:07Z");
    assert_eq!(out_at(now, 30), at("2026-11-21T20:05:00Z"));
    assert_eq!(out_at(at("2026-11-21T19:30:00Z"), 30), at("2026-11-21T20:00:00Z"));
    assert_eq!(ends_at(now), at("2026-11-22T19:00:00Z"));
}

#[test]
fn those_who_listen_have_been_here_for_four_weeks_or_look_after_the_community() {
    let now = Week(3_000);
    assert_eq!(may_listen(Week(2_997), now, Rank::Member), Err(Refusal::TooNew));
    assert_eq!(may_listen(Week(2_996), now, Rank::Member), Ok(()));
    assert_eq!(may_listen(now, now, Rank::Keeper), Ok(()));
}

#[test]
fn a_week_begins_on_monday() {
    assert_eq!(Weekday::of(Day(0)), Weekday::Thu);
    assert_eq!(Weekday::of(at("2026-11-21T12:00:00Z").day()), Weekday::Sat);
}
