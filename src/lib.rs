//! Hearthside: a federated peer-support forum server for recovery communities.
pub mod ui;
