//! What pages are made of.
pub mod assets;
pub mod faces;
pub mod icons;
