//! What a side may still send the other today, and for how long what it asked can be answered. Pure.

use super::{ASKS_A_DAY, How, NOTE_DAYS, NOTES_A_DAY, Note, Noted, Refusal};
use crate::kernel::{Day, Moment};

impl How {
    fn at(now: Moment) -> Self {
        Self { hour: hour(now), is_answered: false }
    }

    /// Whether it can be answered, or answered anew: for a day.
    #[must_use]
    pub fn is_open(&self, now: Moment) -> bool {
        hour(now) - self.hour <= 24
    }

    /// Whether it waits for a word.
    #[must_use]
    pub fn waits(&self, now: Moment) -> bool {
        self.is_open(now) && !self.is_answered
    }
}

const fn hour(now: Moment) -> i64 {
    now.0.div_euclid(3_600_000)
}

impl Noted {
    /// Whether its time is over: a hard day is not read for months.
    #[must_use]
    pub fn is_over(&self, today: Day) -> bool {
        self.on.plus(NOTE_DAYS) < today
    }

    /// A note that counts to none of today's, after the latest of its side.
    #[must_use]
    pub fn beside(last: Option<&Self>, note: Note, now: Moment) -> Self {
        let today = now.day();
        let (count, asks) =
            last.filter(|last| last.on == today).map_or((0, 0), |last| (last.count, last.asks));
        let how = last.and_then(|last| last.how).filter(|how| how.is_open(now));
        Self { note, on: today, count, asks, is_begun: last.is_some_and(|last| last.is_begun), how }
    }

    /// A note that a side sends today, after its latest. Whoever asks is held to a number of their own; whoever told that a hard half-hour
    /// begins may always tell that it is over.
    ///
    /// # Errors
    /// `buddy-noted`, `buddy-called`, `buddy-waits`.
    pub fn after(last: Option<&Self>, note: Note, now: Moment) -> Result<Self, Refusal> {
        let next = Self::beside(last, note, now);
        if note == Note::After && next.is_begun {
            return Ok(Self { is_begun: false, ..next });
        }
        if note.asks() {
            let is_begun = next.is_begun || note == Note::Before;
            let asked = Self { asks: next.asks + 1, is_begun, ..next };
            return if next.asks < ASKS_A_DAY { Ok(asked) } else { Err(Refusal::Called) };
        }
        if next.count >= NOTES_A_DAY {
            return Err(Refusal::Noted);
        }
        let kind = Self { count: next.count + 1, ..next };
        match (note, next.how) {
            (Note::How, Some(how)) if how.waits(now) => Err(Refusal::Waits),
            (Note::How, _) => Ok(Self { how: Some(How::at(now)), ..kind }),
            _ => Ok(kind),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TODAY: Day = Day(20_778);

    /// Noon, so many days later.
    fn noon(days: i64) -> Moment {
        TODAY.plus(days).start().plus_s(12 * 3_600)
    }

    /// The latest note after these were sent on one day.
    fn sent(notes: &[Note]) -> Result<Option<Noted>, Refusal> {
        notes
            .iter()
            .try_fold(None, |last: Option<Noted>, note| Noted::after(last.as_ref(), *note, noon(0)).map(Some))
    }

    #[test]
    fn three_kind_notes_fit_into_a_day_and_one_stays_for_a_week() {
        let last = sent(&[Note::Rest; 3]).unwrap().unwrap();
        assert_eq!(sent(&[Note::Rest; 4]), Err(Refusal::Noted));
        assert!(Noted::after(Some(&last), Note::Rest, noon(1)).is_ok(), "tomorrow there are more");
        assert_eq!([0, 7, 8].map(|days| last.is_over(TODAY.plus(days))), [false, false, true]);
    }

    #[test]
    fn kindness_uses_up_no_cry_for_help_and_a_cry_no_kindness() {
        let kind_and_hard = [[Note::Rest; 3].as_slice(), &[Note::Setback, Note::Before, Note::Chat]].concat();
        assert!(sent(&kind_and_hard).is_ok());
        let hard_and_kind = [[Note::Setback; 8].as_slice(), &[Note::Rest; 3]].concat();
        assert!(sent(&hard_and_kind).is_ok());
        assert_eq!(sent(&[Note::Setback; 9]), Err(Refusal::Called));
    }

    #[test]
    fn what_began_may_always_be_said_to_be_over_once() {
        let enough = [[Note::Rest; 3].as_slice(), &[Note::Before; 8], &[Note::After]].concat();
        assert!(sent(&enough).is_ok());
        assert_eq!(sent(&[enough.as_slice(), &[Note::After]].concat()), Err(Refusal::Noted));
        let late = sent(&[Note::Before, Note::Rest]).unwrap();
        assert!(!Noted::after(late.as_ref(), Note::After, noon(1)).unwrap().is_begun, "past midnight, too");
    }

    #[test]
    fn an_answer_counts_to_none_of_them() {
        let last = sent(&[Note::Rest, Note::Before]).unwrap();
        let said = Noted::beside(last.as_ref(), Note::Okay, noon(0));
        assert_eq!((said.note, said.count, said.asks, said.is_begun), (Note::Okay, 1, 1, true));
    }

    #[test]
    fn one_question_waits_at_a_time_for_a_day() {
        let asked = sent(&[Note::How, Note::Rest]).unwrap().unwrap();
        assert_eq!(sent(&[Note::How, Note::Rest, Note::How]), Err(Refusal::Waits));
        let how = asked.how.unwrap();
        assert_eq!([1, 2].map(|days| how.waits(noon(days))), [true, false]);
        assert!(Noted::after(Some(&asked), Note::How, noon(2)).is_ok());
        let told = Noted { how: Some(How { is_answered: true, ..how }), ..asked };
        assert!(Noted::after(Some(&told), Note::How, noon(0)).is_ok(), "once it is answered");
    }

    #[test]
    fn a_note_that_was_sealed_before_is_read() {
        let read: Noted = serde_json::from_str(r#"{"note":"rest","on":20778,"count":2}"#).unwrap();
        assert_eq!((read.count, read.asks, read.is_begun), (2, 0, false));
    }
}
