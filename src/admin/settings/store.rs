//! Every SQL statement of the community's settings.

use diesel::prelude::*;

use diesel::update;

use super::{About, Community, Discretion, Entrance, Keeping, Pages, Text};
use crate::db::schema::{community, helpline};
use crate::db::{Db, Run, Tx, cols};
use crate::kernel::{Error, Language, Moment};
use crate::policy::Permit;
use crate::ui::House;

/// The community as pages show it; before set-up, a closed house with no name of its own.
///
/// # Errors
/// A fault of the database.
pub fn house(db: &mut Db) -> Result<House, Error> {
    let row: Option<Row> = community::table.select(crate::db::cols::<Row>()).row_opt(db)?;
    let Some(row) = row else { return Ok(House::default()) };
    let mut emergencies: Vec<(String, String)> = helpline::table
        .filter(helpline::kind.eq("emergency"))
        .order((helpline::country, helpline::position, helpline::id))
        .select((helpline::country, helpline::number))
        .rows(db)?;
    // The first of each.
    emergencies.dedup_by(|later, first| later.0 == first.0);
    Ok(House {
        language: Language::parse(&row.language).unwrap_or_default(),
        is_open: row.opened_at.is_some(),
        emergencies,
        name: if row.name.is_empty() { House::default().name } else { row.name },
        sentence: row.sentence,
        neutral_name: row.neutral_name,
        leave_url: row.leave_url,
        leave_more: row.leave_more.split_whitespace().map(str::to_owned).collect(),
        country: row.country,
        age: row.age,
        doors: row.doors,
        is_indexed: row.is_indexed,
        has_room: true,
        open_partner: row.open_partner,
    })
}

/// The community's row, if there is one yet.
///
/// # Errors
/// A fault of the database.
pub fn community(db: &mut Db) -> Result<Option<Community>, Error> {
    community::table.select(cols::<Community>()).row_opt(db)
}

pub(super) fn set_about(tx: &mut Tx<'_>, _permit: &Permit, about: &About) -> Result<(), Error> {
    update(community::table)
        .set((
            community::name.eq(about.name.as_str()),
            community::sentence.eq(about.sentence.as_str()),
            community::language.eq(about.language.code()),
            community::country.eq(about.country.as_str()),
            community::is_indexed.eq(about.is_indexed),
        ))
        .exec(tx)
        .map(drop)
}

pub(super) fn set_entrance(tx: &mut Tx<'_>, _permit: &Permit, entrance: Entrance) -> Result<(), Error> {
    update(community::table)
        .set((community::doors.eq(entrance.doors), community::age.eq(entrance.age)))
        .exec(tx)
        .map(drop)
}

pub(super) fn set_pages(tx: &mut Tx<'_>, _permit: &Permit, pages: &Pages) -> Result<(), Error> {
    update(community::table)
        .set((
            community::about.eq(pages.about.as_str()),
            community::how_we_talk.eq(pages.how_we_talk.as_str()),
            community::contact.eq(pages.contact.as_str()),
        ))
        .exec(tx)
        .map(drop)
}

pub(super) fn set_how_we_talk(tx: &mut Tx<'_>, _permit: &Permit, rules: &Text) -> Result<(), Error> {
    update(community::table).set(community::how_we_talk.eq(rules.as_str())).exec(tx).map(drop)
}

pub(super) fn set_discretion(
    tx: &mut Tx<'_>,
    _permit: &Permit,
    discretion: &Discretion,
) -> Result<(), Error> {
    update(community::table)
        .set((
            community::neutral_name.eq(discretion.neutral_name.as_str()),
            community::leave_url.eq(discretion.leave_url.as_str()),
            community::leave_more.eq(discretion.leave_more()),
        ))
        .exec(tx)
        .map(drop)
}

/// How long things are kept; none while there is no community.
///
/// # Errors
/// A fault of the database.
pub fn keeping(db: &mut Db) -> Result<Option<Keeping>, Error> {
    community::table.select(cols::<Keeping>()).row_opt(db)
}

pub(super) fn set_keeping(tx: &mut Tx<'_>, _permit: &Permit, keeping: Keeping) -> Result<(), Error> {
    update(community::table)
        .set((
            community::keep_wordings.eq(keeping.wordings),
            community::keep_notices.eq(keeping.notices),
            community::keep_drafts.eq(keeping.drafts),
            community::keep_away.eq(keeping.away),
        ))
        .exec(tx)
        .map(drop)
}

pub(super) fn set_quiet_hours(tx: &mut Tx<'_>, _permit: &Permit, accepts: bool) -> Result<(), Error> {
    update(community::table).set(community::quiet_hours.eq(accepts)).exec(tx).map(drop)
}

#[derive(Queryable, Selectable)]
#[diesel(table_name = community)]
struct Row {
    name: String,
    sentence: String,
    neutral_name: String,
    leave_url: String,
    leave_more: String,
    language: String,
    country: String,
    age: i64,
    doors: String,
    is_indexed: bool,
    opened_at: Option<Moment>,
    open_partner: String,
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
