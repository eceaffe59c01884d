//! When somebody is told by mail, how often, and what an answer of the machine that carries mails means. Pure.

use super::{Held, Letter, Said};
use crate::kernel::{Moment, Zone};
use crate::notify::choices::{Choices, Sort};
use crate::notify::push::{JITTER_MS, wait_ms};

const MINUTE_S: i64 = 60;
/// For how long a mail is of use: to a listener, to whoever asked, all else, and the question whether an address is right.
const LISTEN_S: i64 = 10 * MINUTE_S;
const ANSWER_S: i64 = 60 * MINUTE_S;
const ELSE_S: i64 = 48 * 60 * MINUTE_S;
pub(super) const CONFIRM_S: i64 = 4 * 60 * MINUTE_S;
/// Days after the one on which an address was given until which it may say yes.
pub(super) const CONFIRM_DAYS: i64 = 1;
/// Tries of one mail.
const TRIES_MAX: i64 = 8;
/// News that is not pressing waits up to so long, as on devices.
pub(super) const WAITS_MS: usize = JITTER_MS;

/// When an address is to be told of a sort of news, and until when that is of use; none: not by mail. In the quiet hours of somebody's own
/// clock nothing goes out but an answer to their own ask.
pub fn plan(choices: &Choices, sort: Sort, now: Moment, jitter_ms: i64) -> Option<(Moment, Moment)> {
    let quiet = choices.quiet_until(now);
    let (due, for_s) = match (sort, quiet) {
        _ if !choices.place(sort).mails() => return None,
        (Sort::Answered, _) => (now, ANSWER_S),
        (Sort::Lamp, None) => (now, LISTEN_S),
        (Sort::Lamp, Some(_)) => return None,
        (_, quiet) => (Moment(quiet.unwrap_or(now).0.saturating_add(jitter_ms)), ELSE_S),
    };
    Some((due, due.plus_s(for_s)))
}

/// What becomes of a mail.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum End {
    /// It is on its way.
    Sent,
    /// It is of no use.
    Over,
    /// Nobody has that address: nothing goes there any more.
    Nobody,
    /// It is tried again, not before.
    Again(Moment),
    /// It was not its turn yet: no try.
    Later(Moment),
}

/// When it is a mail's turn after all, if too many went out today; none: now. That somebody came is never held back.
pub fn held_back(choices: &Choices, letter: &Letter, held: &Held, per_day: u8, now: Moment) -> Option<End> {
    let zone = Zone::parse(&choices.zone).unwrap_or(Zone::utc());
    let today = zone.day(now);
    match letter.sort {
        None | Some(Sort::Answered) => None,
        Some(_) if held.sent_on(today) < per_day => None,
        Some(Sort::Lamp) => Some(End::Over),
        Some(_) => Some(later(letter, zone.start(today.plus(1)))),
    }
}

/// Not before then, if it is of use then.
pub fn later(letter: &Letter, at: Moment) -> End {
    if at > letter.late_at { End::Over } else { End::Later(at) }
}

/// What the answer means for a mail.
pub fn end(letter: &Letter, said: Said, now: Moment, permille: i64) -> End {
    match said {
        Said::Taken => End::Sent,
        Said::Nobody => End::Nobody,
        Said::No => End::Over,
        Said::NotNow { .. } => {
            let at = Moment(now.0.saturating_add(wait_ms(letter.tries, permille)));
            if letter.tries >= TRIES_MAX || at > letter.late_at { End::Over } else { End::Again(at) }
        }
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

    /// 2026-11-21, 03:00 and 12:00 UTC.
    const NIGHT: Moment = Moment(1_795_219_200_000 + 3 * 3_600_000);
    const NOON: Moment = Moment(1_795_219_200_000 + 12 * 3_600_000);

    fn letter(sort: Option<Sort>) -> Letter {
        let to = Kept { id: AddressId(1), face: FaceId(1), until: None, sealed: Sealed::read("a.b") };
        Letter { id: LetterId(1), sort, is_several: false, late_at: NOON.plus_s(ELSE_S), tries: 1, to }
    }

    fn all() -> Choices {
        Sort::ALL.iter().fold(Choices::default(), |all, sort| all.with(*sort, "mail").unwrap())
    }

    #[test]
    fn at_night_only_the_answer_to_ones_own_ask_goes_out() {
        let due = |sort, now| plan(&all(), sort, now, 60_000).map(|(due, _)| due.seconds_since(now));
        let three = [Sort::Answered, Sort::Lamp, Sort::Replies];
        assert_eq!(three.map(|sort| due(sort, NOON)), [Some(0), Some(0), Some(60)]);
        assert_eq!(three.map(|sort| due(sort, NIGHT)), [Some(0), None, Some(5 * 3_600 + 60)]);
        assert_eq!(plan(&Choices::default(), Sort::Answered, NOON, 0), None);
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
    fn what_did_not_go_is_tried_until_it_is_of_no_use() {
        let not_now = Said::NotNow { is_well: false };
        let first = letter(Some(Sort::Replies));
        assert_eq!(end(&first, not_now, NOON, 0), End::Again(NOON.plus_s(10)));
        assert_eq!(end(&Letter { tries: TRIES_MAX, ..first.clone() }, not_now, NOON, 0), End::Over);
        assert_eq!(end(&Letter { late_at: NOON, ..first.clone() }, not_now, NOON, 0), End::Over);
        assert_eq!(
            [Said::Taken, Said::Nobody, Said::No].map(|said| end(&first, said, NOON, 0)),
            [End::Sent, End::Nobody, End::Over]
        );
    }
}
