//! Terms, and the words that are handed over.

use diesel::prelude::*;

use crate::db::schema::term;
use crate::forum::turns::Length;
use crate::kernel::{Day, FaceId};
use crate::keys::Field;
use crate::policy::Rank;

crate::id! {
    /// A term. Random, 53 bits.
    TermId;
}

/// How long a term is unless a host says otherwise.
pub(super) const USUAL: Length = Length::Half;

/// A time in which somebody looks after the whole community, or did.
#[derive(Debug, Clone, PartialEq, Eq, Queryable, Selectable)]
#[diesel(table_name = term)]
pub struct Term {
    /// Its id.
    pub id: TermId,
    /// Who; none: they are gone.
    pub face_id: Option<FaceId>,
    /// What they were.
    pub rank: Rank,
    /// The first day.
    pub began_on: Day,
    /// The day it ends by itself; none: without an end.
    pub ends_on: Option<Day>,
    /// The day it was over; none: it goes on.
    pub ended_on: Option<Day>,
}

/// The sealed column.
#[derive(Debug)]
pub enum HandoverHeld {}

impl Field for HandoverHeld {
    const NAME: &'static str = "house_handover.sealed";
}

/// What lies there, sealed: the words, who wrote them last, and when.
#[derive(Debug)]
pub(super) struct Left {
    pub sealed: crate::keys::Sealed<HandoverHeld>,
    pub by: Option<FaceId>,
    pub on: Day,
}
