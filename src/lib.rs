//! Hearthside: a federated peer-support forum server for recovery communities.

/// What hosts see and set.
pub mod admin;
/// Our own JSON door.
pub mod api;
/// The world of a running server.
pub mod app;
/// The command line.
pub mod cli;
/// Settings: a file, variables, flags.
pub mod config;
/// The only place that knows which database is open.
pub mod db;
/// What can happen, and who listens.
pub mod events;
/// How communities speak with each other.
pub mod federation;
/// Groups, threads, replies.
pub mod forum;
/// What every door needs of HTTP.
pub mod http;
/// Who somebody is here: accounts, names, sessions.
pub mod identity;
/// The durable queue.
pub mod jobs;
/// Words every module speaks: ids, moments, bounded text, errors. No I/O.
pub mod kernel;
/// Secrets that no copy of the database holds.
pub mod keys;
/// What happened for whom.
pub mod notify;
/// Who may see and do what.
pub mod policy;
/// How somebody is, and the days they lived: for themself, and for whom they choose.
pub mod recovery;
/// Every door's routes.
pub mod routes;
/// Looking after people and places: concerns and decisions.
pub mod safety;
/// Company right now: whoever asks, and whoever is there to listen.
pub mod support;
/// What every page is made of.
pub mod ui;
/// Pages of no slice.
pub mod web;
