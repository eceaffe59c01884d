//! How somebody likes to read. Works before anybody comes in: it is kept on the device alone.

use std::borrow::Cow;

use actix_web::web::Query;

use crate::forum::content_notes::ContentNote;
use crate::http::{Answer, Fields, see_other};
use crate::kernel::{Error, Kind, Language};
use crate::page;
use crate::ui::reading::{Size, Theme};
use crate::ui::{self, Door, Faults, Reading, Shell};

/// Browsers drop a cookie of more than 4,096 bytes without a word; this leaves room for its name and attributes.
pub const COOKIE_BYTES_MAX: usize = 3_800;

page! { "web/reading.html",
    /// Every choice of how to read.
    pub struct Choices {
        chosen: Reading,
        muted: String,
        languages: Vec<Choice>,
        notes: Vec<Choice>,
        is_kept: bool,
        faults: Faults,
    }
}

/// One thing to choose from a list: its code, its words, whether it is chosen.
pub struct Choice {
    code: &'static str,
    label: Cow<'static, str>,
    is_chosen: bool,
}

/// Why choices are not kept as they came.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("more muted words than a cookie holds")]
pub struct TooManyWords;

impl crate::kernel::Refusal for TooManyWords {
    fn code(&self) -> &'static str {
        "muted-too-many"
    }
    fn kind(&self) -> Kind {
        Kind::Invalid
    }
    fn field(&self) -> Option<&'static str> {
        Some("muted")
    }
}

/// Whether the choices were kept a moment ago.
#[derive(serde::Deserialize)]
pub struct Kept {
    kept: Option<String>,
}

/// `GET /you/reading`
pub async fn show(ui: Shell, kept: Query<Kept>) -> Answer {
    let chosen = ui.reading.clone();
    let muted = chosen.muted.join("\n");
    ui::answer(&Choices { is_kept: kept.kept.is_some(), ..choices(ui, chosen, muted) })
}

/// `POST /you/reading`
pub async fn keep(ui: Shell, fields: Fields) -> Answer {
    let chosen = parse(&fields, &ui.reading);
    let cookie = chosen.cookie(ui.is_shared_device());
    let mut faults = Faults::default();
    let kept = Reading::parse(&chosen.text());
    if cookie.value().len() > COOKIE_BYTES_MAX || kept.muted.len() < chosen.muted.len() {
        faults.add(&ui, "muted", &TooManyWords);
        let muted = fields.one("muted").to_owned();
        return ui::refused(&Choices { faults, ..choices(ui, chosen, muted) });
    }
    let mut answer = see_other("/you/reading?kept=1");
    answer.add_cookie(&cookie).map_err(Error::other)?;
    Ok(answer)
}

fn parse(fields: &Fields, before: &Reading) -> Reading {
    let notes = ContentNote::ALL.iter().map(|note| note.code());
    let words = fields.one("muted").lines().map(|word| word.trim().to_lowercase());
    let mut muted: Vec<String> = Vec::new();
    for word in words.filter(|word| !word.is_empty()) {
        if !muted.contains(&word) {
            muted.push(word);
        }
    }
    Reading {
        theme: Theme::parse(fields.one("theme")),
        size: Size::parse(fields.one("size")).filter(|size| *size != Size::Usual),
        plain_letters: fields.sent("plain"),
        language: Language::parse(fields.one("language")).filter(|language| language.is_spoken()),
        newest_first: fields.has("order", "newest"),
        open_notes: notes.filter(|note| fields.has("open", note)).map(str::to_owned).collect(),
        muted,
        // Chosen on a page of their own.
        ..before.clone()
    }
}

fn choices(ui: Shell, chosen: Reading, muted: String) -> Choices {
    let spoken = Language::ALL.into_iter().filter(|language| language.is_spoken());
    let languages = spoken.map(|language| Choice {
        code: language.code(),
        label: ui.t(&format!("language-{}", language.code())),
        is_chosen: chosen.language == Some(language),
    });
    let notes = ContentNote::ALL.iter().map(|note| Choice {
        code: note.code(),
        label: ui.t(&format!("note-{note}")),
        is_chosen: chosen.opens(note.code()),
    });
    let (languages, notes) = (languages.collect(), notes.collect());
    Choices {
        ui: ui.at(Door::You),
        chosen,
        muted,
        languages,
        notes,
        is_kept: false,
        faults: Faults::default(),
    }
}
