//! Ids as types of their own, so that a group can never be passed where a face is meant.

/// Declares a newtype over `i64` that is a `BIGINT` column on both databases.
#[macro_export]
macro_rules! id {
    ($($(#[$doc:meta])* $name:ident;)+) => {$(
        $(#[$doc])*
        #[derive(
            Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord,
            ::diesel::expression::AsExpression, ::diesel::deserialize::FromSqlRow,
            ::serde::Serialize, ::serde::Deserialize,
        )]
        #[diesel(sql_type = ::diesel::sql_types::BigInt)]
        #[serde(transparent)]
        pub struct $name(pub i64);

        impl $name {
            /// Its number, as an address or a form holds it.
            ///
            /// # Errors
            /// [`Error::Absent`]($crate::kernel::Error::Absent): nothing has such an id.
            pub fn read(text: &str) -> ::std::result::Result<Self, $crate::kernel::Error> {
                text.parse().map(Self).map_err(|_| $crate::kernel::Error::Absent)
            }
        }

        impl<DB: ::diesel::backend::Backend> ::diesel::serialize::ToSql<::diesel::sql_types::BigInt, DB> for $name
        where
            i64: ::diesel::serialize::ToSql<::diesel::sql_types::BigInt, DB>,
        {
            fn to_sql<'b>(&'b self, out: &mut ::diesel::serialize::Output<'b, '_, DB>) -> ::diesel::serialize::Result {
                <i64 as ::diesel::serialize::ToSql<::diesel::sql_types::BigInt, DB>>::to_sql(&self.0, out)
            }
        }

        impl<DB: ::diesel::backend::Backend> ::diesel::deserialize::FromSql<::diesel::sql_types::BigInt, DB> for $name
        where
            i64: ::diesel::deserialize::FromSql<::diesel::sql_types::BigInt, DB>,
        {
            fn from_sql(bytes: DB::RawValue<'_>) -> ::diesel::deserialize::Result<Self> {
                <i64 as ::diesel::deserialize::FromSql<::diesel::sql_types::BigInt, DB>>::from_sql(bytes).map(Self)
            }
        }

        impl ::std::fmt::Display for $name {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                ::std::fmt::Display::fmt(&self.0, f)
            }
        }
    )+};
}

id! {
    /// A name others see: a member's own, an alias, or someone of another community. Random, 53 bits.
    FaceId;
    /// The private side of a member. Random, 53 bits; only `identity` and `admin` hold it.
    AccountId;
    /// One signed-in device. Random, 53 bits.
    SessionId;
    /// A link that lets somebody in. Random, 53 bits.
    InvitationId;
    /// A group. Random, 53 bits; people see its short name.
    GroupId;
    /// A thread: a plain sequence, never shown; people see its [`super::PublicId`].
    ThreadId;
    /// A reply: a plain sequence, never shown; people see its [`super::PublicId`].
    ReplyId;
    /// Somebody who asks for company right now. Random, 53 bits; people see its [`super::PublicId`].
    AskId;
    /// One side of two buddies. Random, 53 bits.
    BuddyId;
    /// A row of the outbox.
    EventId;
    /// A row of the job queue.
    JobId;
}
