//! Programs that try to find out who an alias is, and who told. Each must fail; and each must succeed as soon as a leak is planted.
//! `docs/guides/proofs.md` says how strong each of them is.

#![expect(clippy::print_stderr, reason = "each says how strong it was")]

mod commits;
mod concerns;
mod controls;
mod eyes;
mod keepers;
mod linker;
mod log;
mod plants;
mod script;
mod stage;
mod wal;
mod worlds;

/// Whether they run in full: `HEARTHSIDE_PROOFS=full`, for hours. Else they take what CI has time for.
fn is_full() -> bool {
    std::env::var("HEARTHSIDE_PROOFS").is_ok_and(|word| word == "full")
}
