//! What the forum does when it hears of something that happened elsewhere.

use super::{authors, members, pace, quiet, screening, shelter, turns};
use crate::db::Tx;
use crate::events::{Event, forum, identity};
use crate::kernel::Error;

/// Hears one piece of news. Hearing it twice is the same as once.
///
/// # Errors
/// A fault of the database.
pub fn hear(tx: &mut Tx<'_>, news: &Event) -> Result<(), Error> {
    members::hear(tx, news)?;
    turns::hear(tx, news)?;
    if let Event::Identity(identity::Event::AccountErased { face, .. }) = news {
        quiet::erase(tx, *face)?;
        shelter::erase(tx, *face)?;
        pace::erase(tx, *face)?;
    }
    if let Event::Forum(forum::Event::MemberLeft { group, face }) = news {
        shelter::leave(tx, (*group, *face))?;
    }
    match news {
        Event::Identity(
            identity::Event::AccountErased { face, takes_words_back }
            | identity::Event::TieEnded { face, takes_words_back },
        ) => {
            screening::erase(tx, *face)?;
            authors::forget(tx, *face, *takes_words_back)
        }
        Event::Identity(_) | Event::Forum(_) | Event::Recovery(_) | Event::Safety(_) | Event::Support(_) => {
            Ok(())
        }
    }
}
