//! Hearthside: a federated peer-support forum server for recovery communities.

/// Words every module speaks: ids, moments, bounded text, errors. No I/O.
pub mod kernel;
/// The only place that knows which database is open.
pub mod db;
/// Settings: a file, variables, flags.
pub mod config;
/// Who may see and do what.
pub mod policy;
/// The durable queue.
pub mod jobs;
/// What can happen, and who listens.
pub mod events;
/// What every door needs of HTTP.
pub mod http;
/// What every page is made of.
pub mod ui;
/// Who somebody is here: accounts, names, sessions.
pub mod identity;
/// Groups, threads, replies.
pub mod forum;
/// What hosts see and set.
pub mod admin;
/// The world of a running server.
pub mod app;
/// What is done again and again.
pub mod schedule;
/// Our own JSON door.
pub mod api;
/// Pages of no slice.
pub mod web;
/// Every door's routes.
pub mod routes;
/// The command line.
pub mod cli;
