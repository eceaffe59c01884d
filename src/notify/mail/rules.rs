//! When somebody is told by mail, how often, and what an answer of the machine that carries mails means. Pure.

use super::{Held, Letter, Said};
use crate::kernel::{Moment, Zone};
use crate::notify::choices::{Choices, Sort};
use crate::notify::letters::{self, End, Plan};

/// For how long a mail is of use that is not pressing, and the question whether an address is right.
const ELSE_S: i64 = 48 * 60 * 60;
pub(super) const CONFIRM_S: i64 = 4 * 60 * 60;
/// Days after the one on which an address was given until which it may say yes.
pub(super) const CONFIRM_DAYS: i64 = 1;

/// When an address is to be told of a sort of news, and until when that is of use; none: not by mail.
pub fn plan(choices: &Choices, sort: Sort, now: Moment, jitter_ms: i64) -> Option<Plan> {
    if choices.place(sort).mails() { letters::plan(choices, sort, now, (jitter_ms, ELSE_S)) } else { None }
}

/// When it is a mail's turn after all, if too many went out today; none: now. That somebody came is never held back.
pub fn held_back(choices: &Choices, letter: &Letter, held: &Held, per_day: u8, now: Moment) -> Option<End> {
    let zone = Zone::parse(&choices.zone).unwrap_or(Zone::utc());
    let today = zone.day(now);
    match letter.sort {
        None | Some(Sort::Answered) => None,
        Some(_) if held.sent_on(today) < per_day => None,
        Some(Sort::Lamp) => Some(End::Over),
        Some(_) => Some(letters::later(letter.late_at, zone.start(today.plus(1)))),
    }
}

/// What the answer means for a mail.
pub fn end(letter: &Letter, said: Said, now: Moment, permille: i64) -> End {
    match said {
        Said::Taken => End::Sent,
        Said::Nobody => End::Gone,
        Said::No => End::Over,
        Said::NotNow { .. } => letters::again((letter.tries, letter.late_at), now, permille, 0),
    }
}

/// What a no means that names the address: whether there is nobody, or the machine does not carry this on. The number behind it (RFC 3463)
/// says which; a machine that says none is believed where its own number is for mailboxes. One that is set up wrongly refuses everybody,
/// and nobody's address must go for that.
pub fn of_recipient(code: u16, words: &str) -> Said {
    if !(500..600).contains(&code) {
        return Said::NotNow { is_well: true };
    }
    let first = words.split_whitespace().next().unwrap_or_default();
    let parts: Vec<&str> = first.split('.').collect();
    let is_number = |part: &&str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    match parts.as_slice() {
        ["5", "1", detail] if is_number(detail) && !["7", "8"].contains(detail) => Said::Nobody,
        ["5", "2", "1"] => Said::Nobody,
        [class, subject, detail] if [class, subject, detail].into_iter().all(is_number) => Said::No,
        _ if [550, 551, 553].contains(&code) => Said::Nobody,
        _ => Said::No,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::kernel::{Day, FaceId};
    use crate::keys::Sealed;
    use crate::notify::mail::model::Kept;
    use crate::notify::mail::{AddressId, LetterId};

    /// 2026-11-21, 12:00 UTC.
    const NOON: Moment = Moment(1_795_219_200_000 + 12 * 3_600_000);

    fn letter(sort: Option<Sort>) -> Letter {
        let to = Kept { id: AddressId(1), face: FaceId(1), until: None, sealed: Sealed::read("a.b") };
        Letter { id: LetterId(1), sort, is_several: false, late_at: NOON.plus_s(ELSE_S), tries: 1, to }
    }

    fn all() -> Choices {
        Sort::ALL.iter().fold(Choices::default(), |all, sort| all.with(*sort, "mail").unwrap())
    }

    #[test]
    fn what_nobody_chose_is_not_mailed() {
        assert_eq!(plan(&Choices::default(), Sort::Answered, NOON, 0), None);
        assert!(plan(&all(), Sort::Answered, NOON, 0).is_some());
    }

    #[test]
    fn enough_is_enough_for_a_day_but_for_one_thing() {
        let sent = |day: Day, n| Held {
            address: String::new(),
            language: String::new(),
            yes: String::new(),
            off: String::new(),
            sent: (day, n),
        };
        let (today, tomorrow) = (NOON.day(), NOON.day().plus(1).start());
        let verdict = |sort, held: Held| held_back(&all(), &letter(sort), &held, 4, NOON);
        assert_eq!(verdict(Some(Sort::Replies), sent(today, 3)), None);
        assert_eq!(verdict(Some(Sort::Replies), sent(today, 4)), Some(End::Later(tomorrow)));
        assert_eq!(verdict(Some(Sort::Replies), sent(today.plus(-1), 4)), None);
        assert_eq!(verdict(Some(Sort::Lamp), sent(today, 4)), Some(End::Over));
        assert_eq!(verdict(Some(Sort::Answered), sent(today, 200)), None);
        assert_eq!(verdict(None, sent(today, 200)), None);
    }

    #[test]
    fn only_a_no_that_is_about_the_mailbox_ends_an_address() {
        for (code, words, said) in [
            (550, "5.1.1 no such user here", Said::Nobody),
            (550, "5.1.10 the domain takes no mail", Said::Nobody),
            (550, "5.2.1 mailbox disabled", Said::Nobody),
            (550, "No such user", Said::Nobody),
            (553, "", Said::Nobody),
            (550, "5.7.1 relaying denied", Said::No),
            (550, "5.1.8 bad sender", Said::No),
            (554, "5.7.1 policy", Said::No),
            (552, "5.2.2 mailbox full", Said::No),
            (554, "no", Said::No),
            (450, "4.2.0 greylisted", Said::NotNow { is_well: true }),
            (421, "4.1.1", Said::NotNow { is_well: true }),
        ] {
            assert_eq!(of_recipient(code, words), said, "{code} {words}");
        }
    }

    #[test]
    fn what_did_not_go_is_tried_again_unless_the_answer_was_a_no() {
        let (first, not_now) = (letter(Some(Sort::Replies)), Said::NotNow { is_well: false });
        assert_eq!(
            [Said::Taken, Said::Nobody, Said::No, not_now].map(|said| end(&first, said, NOON, 0)),
            [End::Sent, End::Gone, End::Over, End::Again(NOON.plus_s(10))]
        );
    }
}
