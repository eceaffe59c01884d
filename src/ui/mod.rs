//! What pages are made of.
pub mod assets;
mod contrast;
pub mod faces;
pub mod icons;
