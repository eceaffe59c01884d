//! What is kept of somebody elsewhere: no name, no picture, no words.

use diesel::prelude::*;

use crate::db::schema::remote_actor;

/// Somebody elsewhere.
#[derive(Debug, Clone, PartialEq, Eq, Queryable, Selectable, Insertable)]
#[diesel(table_name = remote_actor)]
pub struct Remote {
    /// The address of their key.
    pub key_id: String,
    /// Their own address.
    pub actor: String,
    /// Their community, as peers are named.
    pub domain: String,
    /// `Person`, `Group`, `Application`, `Service` or `Organization`.
    pub kind: String,
    /// Where to write to them.
    pub inbox: String,
    /// Where to write to all of their community; empty if there is no such place.
    pub shared: String,
    /// The key, as PEM.
    pub pem: String,
}
