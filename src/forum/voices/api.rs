//! Who speaks, for programs.

use actix_web::HttpResponse;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::model::Wish;
use crate::forum::threads::Kind;

/// Who words are to come from.
#[derive(Debug, Default, Deserialize, ToSchema)]
pub struct VoiceJson {
    /// `name`, or nothing: your own name. `thread`: an alias of this thread. `group`: the alias you keep in the group.
    #[serde(rename = "as", default)]
    speaks: String,
    /// `keep` or `delete`: what happens to the words when nobody can change them any more. Nothing: a setback goes, the
    /// rest stays.
    #[serde(default)]
    ending: String,
    /// Your word that they are to stay as they are, after `alias-points`.
    #[serde(default)]
    keep: bool,
}

impl VoiceJson {
    /// To speak as an alias; none: their own name.
    #[must_use]
    pub fn wish(&self, kind: Option<Kind>) -> Option<Wish> {
        Wish::of(&self.speaks, &self.ending, self.keep, kind)
    }
}

/// Words wait until those who look after the group have looked.
#[derive(Debug, Serialize, ToSchema)]
pub struct WaitsJson {
    /// Always true.
    waits: bool,
}

impl WaitsJson {
    /// The answer: taken, and not there yet.
    #[must_use]
    pub fn answer() -> HttpResponse {
        HttpResponse::Accepted().json(Self { waits: true })
    }
}
