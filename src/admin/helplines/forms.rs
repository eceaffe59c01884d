//! What hosts send of a number, read once for the page, the JSON door and the terminal alike.

use super::{Draft, Kind, Refusal, model};
use crate::admin::settings::forms::Wrong;
use crate::admin::settings::{Country, Refusal as Choice};
use crate::http::Fields;
use crate::kernel::Bounded;

/// What a host says of a number, as it came.
///
/// # Errors
/// What does not fit.
pub fn draft(fields: &Fields) -> Result<Draft, Wrong> {
    let mut wrong = Wrong::default();
    let country = wrong.take("country", Country::parse(fields.one("country")));
    let name = wrong.take("name", Bounded::parse(fields.one("name")));
    let number = wrong.take("number", Bounded::<2, 200, false>::parse(fields.one("number")));
    let kind = wrong.take("kind", Kind::parse(fields.one("kind")).ok_or(Choice::Choice));
    let hours = wrong.take("hours", Bounded::parse(fields.one("hours")));
    let note = wrong.take("note", Bounded::parse(fields.one("note")));
    let leads = |kind, number: &Bounded<2, 200, false>| model::link(kind, number.as_str()).is_some();
    match (country, name, number, kind, hours, note) {
        (Some(country), Some(name), Some(number), Some(kind), Some(hours), Some(note)) => {
            let fits = if leads(kind, &number) { Ok(()) } else { Err(Refusal::Number) };
            match wrong.take("number", fits) {
                Some(()) => Ok(Draft { country, name, number, kind, hours, note }),
                None => Err(wrong),
            }
        }
        _ => Err(wrong),
    }
}
