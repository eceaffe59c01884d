//! Every SQL statement of accounts.

use diesel::prelude::*;
use diesel::{delete, insert_into, update};

use super::model::{About, Profile, Record, Standing};
use super::standing::State;
use crate::db::schema::{account, community, face};
use crate::db::{Db, Run, Tx, cols};
use crate::identity::credentials;
use crate::identity::names::Name;
use crate::kernel::secret::hex;
use crate::kernel::{AccountId, Day, Error, FaceId, Language, Week, sha256_hex};
use crate::policy::Rank;
use crate::ui::Words;

/// The key of the face of nobody: no name has a sign in it.
const NOBODY: &str = "#";
/// Words go with their writer.
const WORDS_GO: &str = "words-go";

/// Whether a name, or one that looks like it, was ever taken.
pub(super) fn is_taken(db: &mut Db, name_key: &str) -> Result<bool, Error> {
    let keys = [name_key.to_owned(), held(db, name_key)?];
    let found: Option<FaceId> =
        face::table.filter(face::name_key.eq_any(keys)).select(face::id).limit(1).row_opt(db)?;
    Ok(found.is_some())
}

/// What stands in the place of a name that nobody has any more: it can be asked for, and not read.
fn held(db: &mut Db, name_key: &str) -> Result<String, Error> {
    let salt = credentials::words_salt(db)?;
    Ok(format!("#{}", sha256_hex(format!("hearthside name {salt} {name_key}").as_bytes())))
}

/// Whether a name may still be taken.
///
/// # Errors
/// A fault of the database.
pub fn is_free(db: &mut Db, name: &Name) -> Result<bool, Error> {
    is_taken(db, &name.key()).map(|taken| !taken)
}

/// What others may see of whoever has this name. Never there, gone and not let in yet are one and the same.
///
/// # Errors
/// [`Error::Absent`].
pub fn find_by_name(db: &mut Db, name_key: &str) -> Result<Profile, Error> {
    let waiting = account::table.filter(account::face_id.eq(face::id)).filter(account::state.eq("waiting"));
    face::table
        .filter(face::name_key.eq(name_key))
        .filter(face::is_retired.eq(false))
        .filter(diesel::dsl::not(diesel::dsl::exists(waiting)))
        .select(cols::<Profile>())
        .row(db)
}

/// What others see of one face.
///
/// # Errors
/// [`Error::Absent`].
pub fn profile(db: &mut Db, id: FaceId) -> Result<Profile, Error> {
    face::table.find(id).select(cols::<Profile>()).row(db)
}

/// The same of several, in no order; those that are not there are left out.
///
/// # Errors
/// A fault of the database.
pub fn profiles(db: &mut Db, ids: Vec<FaceId>) -> Result<Vec<Profile>, Error> {
    face::table.filter(face::id.eq_any(ids)).select(cols::<Profile>()).rows(db)
}

/// Which of these faces are names of people who have an account here: no alias, and nobody of another community.
///
/// # Errors
/// A fault of the database.
pub fn with_account(db: &mut Db, faces: Vec<FaceId>) -> Result<Vec<FaceId>, Error> {
    account::table.filter(account::face_id.eq_any(faces)).select(account::face_id).rows(db)
}

/// Which of these are people of other communities.
///
/// # Errors
/// A fault of the database.
pub fn far_among(db: &mut Db, faces: Vec<FaceId>) -> Result<Vec<FaceId>, Error> {
    let far = face::table.filter(face::id.eq_any(faces)).filter(face::kind.eq("remote"));
    far.select(face::id).rows(db)
}

/// The face of an account's name.
///
/// # Errors
/// [`Error::Absent`].
pub fn face_of(db: &mut Db, id: AccountId) -> Result<FaceId, Error> {
    account::table.find(id).select(account::face_id).row(db)
}

/// Where an account stands.
///
/// # Errors
/// [`Error::Absent`].
pub fn standing(db: &mut Db, id: AccountId) -> Result<Standing, Error> {
    account::table.find(id).select(cols::<Standing>()).row(db)
}

/// All that is kept of an account, for its holder.
///
/// # Errors
/// [`Error::Absent`].
pub fn record(db: &mut Db, id: AccountId) -> Result<Record, Error> {
    account::table.find(id).select(cols::<Record>()).row(db)
}

/// Who came in with this form before.
pub(super) fn find_once(db: &mut Db, once: &str) -> Result<Option<(AccountId, FaceId)>, Error> {
    account::table.filter(account::once.eq(once)).select((account::id, account::face_id)).row_opt(db)
}

/// A face that is nobody's yet, of a name and what it is found by.
///
/// # Errors
/// A fault of the database.
pub fn insert_face(
    tx: &mut Tx<'_>,
    kind: &str,
    (name, key): (&str, &str),
    since: Week,
) -> Result<FaceId, Error> {
    let (id, seed) = (FaceId(tx.chance().id()), tx.chance().id());
    insert_into(face::table)
        .values((
            face::id.eq(id),
            face::name.eq(name),
            face::name_key.eq(key),
            face::kind.eq(kind),
            face::seed.eq(seed),
            face::since_week.eq(since),
        ))
        .exec(tx)?;
    Ok(id)
}

/// Keeps a name from being taken again: a face of nobody, tied to nothing.
pub(super) fn hold_key(tx: &mut Tx<'_>, name_key: &str) -> Result<(), Error> {
    let (id, held) = (FaceId(tx.chance().id()), held(tx, name_key)?);
    insert_into(face::table)
        .values((
            face::id.eq(id),
            face::name.eq(""),
            face::name_key.eq(held),
            face::kind.eq("name"),
            face::seed.eq(0),
            face::since_week.eq(0),
            face::is_retired.eq(true),
        ))
        .exec(tx)
        .map(drop)
}

pub(super) fn set_name(tx: &mut Tx<'_>, id: FaceId, name: &Name) -> Result<(), Error> {
    update(face::table.find(id))
        .set((face::name.eq(name.as_str()), face::name_key.eq(name.key())))
        .exec(tx)
        .map(drop)
}

pub(super) fn set_seed(tx: &mut Tx<'_>, id: FaceId, seed: i64) -> Result<(), Error> {
    update(face::table.find(id)).set(face::seed.eq(seed)).exec(tx).map(drop)
}

pub(super) fn set_about(tx: &mut Tx<'_>, id: FaceId, about: &About) -> Result<(), Error> {
    update(face::table.find(id)).set(face::about.eq(about.as_str())).exec(tx).map(drop)
}

/// Takes name, picture, words and dates from a face: what is left of it only says which words had one writer. The name
/// is never given out again, and nothing says whose it was.
pub(super) fn retire_face(tx: &mut Tx<'_>, id: FaceId) -> Result<(), Error> {
    let before: String = face::table.find(id).select(face::name_key).row(tx)?;
    let (seed, key) = (tx.chance().id(), format!("#{}", hex(&tx.chance().bytes::<16>())));
    let former = former(tx)?;
    update(face::table.find(id))
        .set((
            face::name.eq(former),
            face::name_key.eq(key),
            face::seed.eq(seed),
            face::about.eq(""),
            face::since_week.eq(0),
            face::is_retired.eq(true),
            face::affiliation.eq(""),
            face::affiliated_with.eq(""),
            face::affiliation_until.eq(None::<Week>),
            face::is_affiliation_held.eq(false),
        ))
        .exec(tx)?;
    hold_key(tx, &before)
}

/// What a face without a name is called, in the community's language.
fn former(db: &mut Db) -> Result<String, Error> {
    let code: Option<String> = community::table.select(community::language).row_opt(db)?;
    let language = code.and_then(|code| Language::parse(&code)).unwrap_or_default();
    Ok(Words::of(language).t("face-former").into_owned())
}

/// The face of nobody: it bears the places where words stood that are gone.
///
/// # Errors
/// A fault of the database.
pub fn nobody(tx: &mut Tx<'_>) -> Result<FaceId, Error> {
    let found = face::table.filter(face::name_key.eq(NOBODY)).select(face::id).row_opt(tx)?;
    if let Some(found) = found {
        return Ok(found);
    }
    let (id, former) = (FaceId(tx.chance().id()), former(tx)?);
    insert_into(face::table)
        .values((
            face::id.eq(id),
            face::name.eq(former),
            face::name_key.eq(NOBODY),
            face::kind.eq("name"),
            face::seed.eq(0),
            face::since_week.eq(0),
            face::is_retired.eq(true),
        ))
        .exec(tx)?;
    Ok(id)
}

/// Deletes a face that nothing bears any more.
///
/// # Errors
/// A fault of the database, also where something bears it still.
pub fn bury_face(tx: &mut Tx<'_>, id: FaceId) -> Result<(), Error> {
    delete(face::table.find(id).filter(face::is_retired.eq(true))).exec(tx).map(drop)
}

/// Out of sight until a day; what is to become of the words stands in the place of a reason.
pub(super) fn set_leaving_on(
    tx: &mut Tx<'_>,
    (id, own): (AccountId, FaceId),
    until: Day,
    takes_words_back: bool,
) -> Result<(), Error> {
    let words = if takes_words_back { WORDS_GO } else { "" };
    update(account::table.find(id))
        .set((
            account::state.eq(State::Leaving),
            account::state_until.eq(Some(until)),
            account::state_reason.eq(words),
        ))
        .exec(tx)?;
    update(face::table.find(own)).set(face::is_retired.eq(true)).exec(tx).map(drop)
}

pub(super) fn set_staying(tx: &mut Tx<'_>, id: AccountId) -> Result<(), Error> {
    let own: Option<FaceId> = account::table
        .filter(account::id.eq(id))
        .filter(account::state.eq(State::Leaving))
        .select(account::face_id)
        .row_opt(tx)?;
    let Some(own) = own else { return Ok(()) };
    let week = tx.now().week();
    update(account::table.find(id))
        .set((
            account::state.eq(State::Open),
            account::state_until.eq(None::<Day>),
            account::state_reason.eq(""),
            account::active_week.eq(week),
        ))
        .exec(tx)?;
    update(face::table.find(own)).set(face::is_retired.eq(false)).exec(tx).map(drop)
}

/// Accounts whose last day has come, and whether their words go too.
pub(super) fn leaving_until(
    db: &mut Db,
    today: Day,
    most: i64,
) -> Result<Vec<(AccountId, FaceId, bool)>, Error> {
    account::table
        .filter(account::state.eq(State::Leaving))
        .filter(account::state_until.le(today))
        .order(account::id)
        .limit(most)
        .select((account::id, account::face_id, account::state_reason.eq(WORDS_GO)))
        .rows(db)
}

/// Open accounts of people who were last here before a week, hosts left out.
pub(super) fn away_since(db: &mut Db, before: Week, most: i64) -> Result<Vec<(AccountId, FaceId)>, Error> {
    account::table
        .filter(account::state.eq(State::Open))
        .filter(account::rank.ne(Rank::Host))
        .filter(account::active_week.lt(before))
        .order(account::id)
        .limit(most)
        .select((account::id, account::face_id))
        .rows(db)
}

pub(super) fn everybody(db: &mut Db) -> Result<Vec<(AccountId, FaceId)>, Error> {
    account::table.select((account::id, account::face_id)).rows(db)
}

pub(super) fn find_account(db: &mut Db, name_key: &str) -> Result<Option<(AccountId, FaceId, Rank)>, Error> {
    account::table
        .inner_join(face::table)
        .filter(face::name_key.eq(name_key))
        .select((account::id, account::face_id, account::rank))
        .row_opt(db)
}

pub(super) fn insert_account(tx: &mut Tx<'_>, face: FaceId, rank: Rank) -> Result<AccountId, Error> {
    let (id, week) = (AccountId(tx.chance().id()), tx.now().week());
    insert_into(account::table)
        .values((
            account::id.eq(id),
            account::face_id.eq(face),
            account::rank.eq(rank),
            account::joined_week.eq(week),
            account::active_week.eq(week),
        ))
        .exec(tx)?;
    Ok(id)
}

pub(super) fn set_once(tx: &mut Tx<'_>, id: AccountId, once: &str) -> Result<(), Error> {
    update(account::table.find(id)).set(account::once.eq(once)).exec(tx).map(drop)
}

pub(super) fn set_waiting(tx: &mut Tx<'_>, id: AccountId, application: &str) -> Result<(), Error> {
    update(account::table.find(id))
        .set((account::state.eq("waiting"), account::application.eq(application)))
        .exec(tx)
        .map(drop)
}

pub(super) fn set_leaving(tx: &mut Tx<'_>, id: AccountId, signs_out: bool) -> Result<(), Error> {
    update(account::table.find(id)).set(account::leave_signs_out.eq(signs_out)).exec(tx).map(drop)
}

pub(super) fn set_kind_words_travel(tx: &mut Tx<'_>, id: AccountId, travel: bool) -> Result<(), Error> {
    update(account::table.find(id)).set(account::kind_words_travel.eq(travel)).exec(tx).map(drop)
}

/// Whether somebody lets their kind words be told to other communities; nobody does who has no account here.
///
/// # Errors
/// A fault of the database.
pub fn lets_kind_words_travel(db: &mut Db, face: FaceId) -> Result<bool, Error> {
    let chosen: Option<bool> =
        account::table.filter(account::face_id.eq(face)).select(account::kind_words_travel).row_opt(db)?;
    Ok(chosen.unwrap_or(false))
}

/// How many run the server.
pub(super) fn hosts(db: &mut Db) -> Result<i64, Error> {
    account::table.filter(account::rank.eq(Rank::Host)).count().row(db)
}

pub(super) fn delete_account(tx: &mut Tx<'_>, id: AccountId) -> Result<(), Error> {
    delete(account::table.find(id)).exec(tx).map(drop)
}

/// The faces of the community's hosts, for news that only they are to hear.
///
/// # Errors
/// A fault of the database.
pub fn host_faces(db: &mut Db) -> Result<Vec<FaceId>, Error> {
    faces_of(db, &[Rank::Host])
}

/// Everybody who looks after the whole community: keepers and hosts.
///
/// # Errors
/// A fault of the database.
pub fn house_faces(db: &mut Db) -> Result<Vec<FaceId>, Error> {
    faces_of(db, &[Rank::Keeper, Rank::Host])
}

fn faces_of(db: &mut Db, ranks: &[Rank]) -> Result<Vec<FaceId>, Error> {
    account::table
        .filter(account::rank.eq_any(ranks.to_vec()))
        .filter(account::state.eq("open"))
        .select(account::face_id)
        .rows(db)
}

/// Of these faces, those whose account is open: the week each came in, and what they may do.
///
/// # Errors
/// A fault of the database.
pub fn open_among(db: &mut Db, faces: &[FaceId]) -> Result<Vec<(FaceId, Week, Rank)>, Error> {
    account::table
        .filter(account::face_id.eq_any(faces.to_vec()))
        .filter(account::state.eq("open"))
        .select((account::face_id, account::joined_week, account::rank))
        .rows(db)
}
