//! Every SQL statement of the community's settings.

use diesel::prelude::*;

use crate::db::schema::{community, helpline};
use crate::db::{Db, Run};
use crate::kernel::{Error, Language, Moment};
use crate::ui::House;

/// The community as pages show it; before set-up, a closed house with no name of its own.
///
/// # Errors
/// A fault of the database.
pub fn house(db: &mut Db) -> Result<House, Error> {
    let row: Option<Row> = community::table.select(crate::db::cols::<Row>()).row_opt(db)?;
    let Some(row) = row else { return Ok(House::default()) };
    let emergency: Option<String> = helpline::table
        .filter(helpline::country.eq(&row.country))
        .filter(helpline::kind.eq("emergency"))
        .order((helpline::position, helpline::id))
        .select(helpline::number)
        .row_opt(db)?;
    Ok(House {
        language: Language::parse(&row.language).unwrap_or_default(),
        is_open: row.opened_at.is_some(),
        emergency: emergency.unwrap_or_default(),
        name: row.name,
        sentence: row.sentence,
        neutral_name: row.neutral_name,
        leave_url: row.leave_url,
        country: row.country,
        age: row.age,
        doors: row.doors,
        is_indexed: row.is_indexed,
    })
}

#[derive(Queryable, Selectable)]
#[diesel(table_name = community)]
struct Row {
    name: String,
    sentence: String,
    neutral_name: String,
    leave_url: String,
    language: String,
    country: String,
    age: i64,
    doors: String,
    is_indexed: bool,
    opened_at: Option<Moment>,
}

/// What the host wrote for the plain pages, in Markdown; empty where nothing is written yet.
#[derive(Debug, Clone, Default, Queryable, Selectable)]
#[diesel(table_name = community)]
pub struct HostWords {
    /// What this community is.
    pub about: String,
    /// The rules.
    pub how_we_talk: String,
    /// How to reach the host without an account.
    pub contact: String,
}

/// The host's own words.
///
/// # Errors
/// A fault of the database.
pub fn host_words(db: &mut Db) -> Result<HostWords, Error> {
    let words = community::table.select(crate::db::cols::<HostWords>()).row_opt(db)?;
    Ok(words.unwrap_or_default())
}
