//! The ring, its file, and what is derived.

use super::file::{parse, shown};
use super::ring::month;
use super::{BanTag, KEPT_DAYS, Key, MemberSecret, Ring, Scope, Tended, Way};
use crate::kernel::{AccountId, Chance, Day, GroupId, ThreadId};

/// 2026-11-25.
const TODAY: Day = Day(20_782);

fn chance() -> Chance {
    Chance::seeded(3)
}

/// Tends the ring once a day; returns the day on which a month's key went.
fn goes_on(ring: &mut Ring, month: &str, from: Day, days: i64) -> Option<Day> {
    (1..=days).map(|n| from.plus(n)).find(|day| {
        ring.tend(*day, true);
        ring.epoch(month).is_none()
    })
}

#[test]
fn what_is_sealed_opens_in_its_own_place_alone() {
    let (key, chance) = (Key::new(&chance()), chance());
    let sealed = key.seal(&chance, "account.mail", 7, b"somebody").unwrap();
    assert_eq!(key.open("account.mail", 7, &sealed).unwrap().as_slice(), b"somebody");
    assert_ne!(key.seal(&chance, "account.mail", 7, b"somebody").unwrap(), sealed);
    let mut changed = sealed.clone().into_bytes();
    changed[40] ^= 1;
    let changed = String::from_utf8(changed).unwrap();
    let other = Key::new(&chance);
    for (key, what, whose, sealed) in [
        (&key, "account.mail", 8, sealed.as_str()),
        (&key, "report.words", 7, &sealed),
        (&other, "account.mail", 7, &sealed),
        (&key, "account.mail", 7, &changed),
        (&key, "account.mail", 7, &sealed[..20]),
        (&key, "account.mail", 7, ""),
    ] {
        assert_eq!(key.open(what, whose, sealed), None, "{what} {whose} {sealed}");
    }
    assert_eq!(format!("{key:?}"), "…");
}

#[test]
fn the_member_secret_is_unwrapped_by_what_wrapped_it_alone() {
    let chance = chance();
    let (secret, key, account) = (MemberSecret::new(&chance), Key::new(&chance), AccountId(5));
    let wrapped = secret.wrap(&chance, &key, Way::Words, account).unwrap();
    assert_eq!(MemberSecret::unwrap(&wrapped, &key, Way::Words, account), Some(secret));
    let other = Key::new(&chance);
    for (key, way, account) in
        [(&other, Way::Words, account), (&key, Way::Password, account), (&key, Way::Words, AccountId(6))]
    {
        assert_eq!(MemberSecret::unwrap(&wrapped, key, way, account), None);
    }
}

#[test]
fn a_tag_takes_the_ring_and_the_member_and_every_part_of_the_scope() {
    let chance = chance();
    let (ada, bea) = (MemberSecret::new(&chance), MemberSecret::new(&chance));
    let (november, december) = (Key::new(&chance), Key::new(&chance));
    let thread = Scope::Thread(ThreadId(9));
    let tag = ada.alias_tag(&november, thread, 0);
    assert_eq!(tag, ada.alias_tag(&november, thread, 0));
    for other in [
        bea.alias_tag(&november, thread, 0),
        ada.alias_tag(&december, thread, 0),
        ada.alias_tag(&november, thread, 1),
        ada.alias_tag(&november, Scope::Thread(ThreadId(10)), 0),
        ada.alias_tag(&november, Scope::Group(GroupId(9)), 0),
    ] {
        assert_ne!(tag, other);
    }
}

#[test]
fn a_ban_tag_is_one_a_person_and_group_and_its_seals_are_never_alike() {
    let chance = chance();
    let (ada, bea) = (MemberSecret::new(&chance), MemberSecret::new(&chance));
    let (bans, others, epoch) = (Key::new(&chance), Key::new(&chance), Key::new(&chance));
    let tag = ada.ban_tag(&bans, GroupId(4));
    assert_eq!(tag, ada.ban_tag(&bans, GroupId(4)));
    for other in
        [bea.ban_tag(&bans, GroupId(4)), ada.ban_tag(&others, GroupId(4)), ada.ban_tag(&bans, GroupId(5))]
    {
        assert_ne!(tag, other);
    }
    let (first, second) =
        (tag.seal(&chance, &epoch, "a1").unwrap(), tag.seal(&chance, &epoch, "a2").unwrap());
    assert!(first.len() == second.len() && first[..32] != second[..32]);
    assert_eq!(BanTag::open(&first, &epoch, "a1"), Some(tag));
    assert_eq!(BanTag::open(&first, &epoch, "a2"), None);
    assert_eq!(BanTag::open(&first, &bans, "a1"), None);
}

#[test]
fn derivations_are_what_they_were() {
    // Changing any of these would lose every alias and wrap there is.
    let (secret, key) = (MemberSecret::from_bytes(&[1; 32]).unwrap(), Key::from_bytes([2; 32]));
    let hex = crate::kernel::secret::hex;
    assert_eq!(
        hex(&secret.alias_tag(&key, Scope::Thread(ThreadId(3)), 4).0),
        "ca1685be4d24cbb07bfeeba5e36846d2"
    );
    assert_eq!(hex(&secret.ban_tag(&key, GroupId(3)).0), "79330e312f759bdcaa2270d3c0c563ef");
    assert_eq!(
        hex(key.part("devices").bytes()),
        "f2edc7cabe32bbedf2feaf5e2e13e31474017f2d807f42a17e4a9bfef2fd27f6"
    );
}

#[test]
fn a_month_is_kept_for_ninety_days_that_were_seen_to_go_by() {
    let mut ring = Ring::new(&chance(), TODAY);
    ring.begin_epoch(&month(TODAY), &chance());
    let last = Day(20_787);
    assert_eq!((month(last).as_str(), month(last.plus(1)).as_str()), ("2026-11", "2026-12"));
    assert_eq!(goes_on(&mut ring, "2026-11", TODAY, 200), Some(last.plus(KEPT_DAYS)));
}

#[test]
fn a_clock_that_jumps_takes_no_month_with_it() {
    let mut ring = Ring::new(&chance(), TODAY);
    ring.begin_epoch("2026-11", &chance());
    // Ten years ahead in one step, and back again, and so on every day for a week: seven days each, and none goes.
    for n in 0..7 {
        assert_eq!(ring.tend(TODAY.plus(3_650 + n), true), Tended::default());
        assert_eq!(ring.tend(TODAY.plus(n), true), Tended::default());
    }
    assert!(ring.epoch("2026-11").is_some());
    // Set back by a year: nothing is counted until days go by again, and then the month still ends.
    let mut back = Ring::new(&chance(), TODAY);
    back.begin_epoch("2026-11", &chance());
    assert_eq!(back.tend(TODAY.plus(-365), true), Tended::default());
    assert!(back.epoch("2026-11").is_some());
    assert!(goes_on(&mut back, "2026-11", TODAY, 200).is_some());
    // Twice a day is once.
    let mut twice = Ring::new(&chance(), TODAY);
    twice.begin_epoch("2026-10", &chance());
    for _ in 0..500 {
        twice.tend(TODAY.plus(1), true);
    }
    assert!(twice.epoch("2026-10").is_some());
}

#[test]
fn a_replaced_field_key_goes_when_nothing_needs_it_and_ninety_days_are_over() {
    let chance = chance();
    let mut ring = Ring::new(&chance, TODAY);
    let first = ring.sealing().unwrap().0.to_owned();
    ring.rotate(&chance, TODAY);
    let second = ring.sealing().unwrap().0.to_owned();
    assert_ne!(first, second);
    for n in 1..=200 {
        ring.tend(TODAY.plus(n), false);
    }
    assert!(ring.opening(&first).is_some(), "something is still sealed with it");
    ring.tend(TODAY.plus(201), true);
    assert!(ring.opening(&first).is_none() && ring.opening(&second).is_some());
}

#[test]
fn a_backup_leaves_the_months_out_and_a_changed_byte_is_noticed() {
    let mut ring = Ring::new(&chance(), TODAY);
    ring.begin_epoch("2026-11", &chance());
    ring.begin_bans(GroupId(3), &chance());
    let copied = parse(&shown(&ring.for_backup()).unwrap()).unwrap();
    assert!(copied.epoch("2026-11").is_none() && copied.bans(GroupId(3)) == ring.bans(GroupId(3)));
    assert_eq!((copied.id(), copied.sealing()), (ring.id(), ring.sealing()));
    let text = String::from_utf8(shown(&ring).unwrap().to_vec()).unwrap();
    let at = text.find("\"key\": \"").unwrap() + 10;
    let mut changed = text.clone().into_bytes();
    changed[at] = if changed[at] == b'A' { b'B' } else { b'A' };
    for broken in [changed.as_slice(), &text.as_bytes()[..text.len() / 2], b"", b"{}", b"null"] {
        assert!(parse(broken).is_none());
    }
    assert_eq!(format!("{ring:?}"), "…");
}
