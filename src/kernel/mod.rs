//! Words every module speaks: ids, moments, bounded text, errors. No I/O happens here.

pub mod chance;
pub mod clock;
pub mod error;
pub mod id;
pub mod language;
pub mod links;
pub mod mailbox;
pub mod markdown;
pub mod moment;
pub mod page;
pub mod public_id;
pub mod secret;
pub mod text;
pub mod text_enum;
pub mod zone;

pub use chance::Chance;
pub use clock::Clock;
pub use error::{Error, Fault, Kind, Refusal};
pub use id::{
    AccountId, AskId, BuddyId, EventId, FaceId, GroupId, InvitationId, JobId, ReplyId, SessionId, ThreadId,
};
pub use language::Language;
pub use mailbox::Mailbox;
pub use markdown::Html;
pub use moment::{Day, Moment, Month, Said, Week};
pub use page::{Listed, PageSize};
pub use public_id::PublicId;
pub use secret::{Secret, Token, once, sha256_hex};
pub use text::Bounded;
pub use zone::Zone;
