//! A town in a test: a whole server on loopback, a clock that stands still, people with browsers.

mod audit;
mod browser;
mod databases;
pub mod log;
pub mod peer;
mod ready;
mod server;
mod town;

pub use audit::Touch;
pub use browser::{Browser, Seen};
pub use databases::Home;
pub use town::{Person, Town};

/// One body, two tests: on SQLite and on PostgreSQL.
///
/// `HEARTHSIDE_TEST_POSTGRES` is the address of a server where databases may be made, or `skip`, said aloud.
#[macro_export]
macro_rules! on_both {
    ($($(#[$meta:meta])* fn $name:ident($town:ident) $body:block)+) => {$(
        fn $name($town: &mut $crate::harness::Town) $body

        $(#[$meta])*
        mod $name {
            #[test]
            fn sqlite() {
                super::$name(&mut $crate::harness::Town::on_sqlite());
            }

            #[test]
            fn postgres() {
                if let Some(mut town) = $crate::harness::Town::on_postgres() {
                    super::$name(&mut town);
                }
            }
        }
    )+};
}
