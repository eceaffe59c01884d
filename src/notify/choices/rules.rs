//! When somebody is not to be disturbed, by their own clock.

use super::Choices;
use crate::kernel::{Moment, Zone};

const HOUR_S: i64 = 3_600;

impl Choices {
    /// The end of the quiet hours that it is now; none outside of them.
    #[must_use]
    pub fn quiet_until(&self, now: Moment) -> Option<Moment> {
        let (from, to) = self.quiet;
        let zone = Zone::parse(&self.zone).unwrap_or(Zone::utc());
        let (day, hour) = (zone.day(now), zone.hours(now));
        let is_quiet =
            if from <= to { (from..to).contains(&hour) } else { hour >= from || (0..to).contains(&hour) };
        let ends = if hour < to { day } else { day.plus(1) };
        is_quiet.then(|| zone.start(ends).plus_s(to * HOUR_S))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// 2026-11-21, 00:00 UTC.
    const MIDNIGHT: Moment = Moment(1_795_219_200_000);

    fn hours(quiet: (i64, i64), zone: &str) -> Choices {
        Choices { quiet, zone: zone.to_owned(), ..Choices::default() }
    }

    #[test]
    fn quiet_hours_are_those_of_ones_own_clock_and_end() {
        check((22, 8), "UTC", 21, None);
        check((22, 8), "UTC", 22, Some(32));
        check((22, 8), "UTC", 3, Some(8));
        check((22, 8), "UTC", 8, None);
        check((22, 8), "Asia/Tokyo", 13, Some(23));
        check((22, 8), "Asia/Tokyo", 23, None);
        check((13, 15), "UTC", 14, Some(15));
        check((13, 15), "UTC", 15, None);
        check((9, 9), "UTC", 9, None);

        #[track_caller]
        fn check(quiet: (i64, i64), zone: &str, hour: i64, until: Option<i64>) {
            let at = |hour: i64| MIDNIGHT.plus_s(hour * HOUR_S);
            assert_eq!(hours(quiet, zone).quiet_until(at(hour)), until.map(at));
        }
    }
}
