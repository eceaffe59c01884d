//! Words one would rather not meet, for programs. A word never stands in an address: addresses are written down on the way.

use actix_web::HttpResponse;
use actix_web::web::{Data, Json};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{Entry, Lasts, Refusal, Word};
use crate::app::App;
use crate::http::muted::Hush;
use crate::http::problem::ProblemJson;
use crate::http::viewer::Member;
use crate::http::{Answer, Doors, Who};
use crate::identity::muted;
use crate::kernel::{Day, Error};

/// The doors of muted words.
pub fn doors(doors: &mut Doors) {
    doors.get("/api/v1/quiet/words", Who::Member, list_muted_words);
    doors.put("/api/v1/quiet/words", Who::Member, mute_word);
    doors.post("/api/v1/quiet/words/off", Who::Member, hear_word);
}

/// A word or a short phrase you would rather not meet.
#[derive(Debug, Serialize, ToSchema)]
pub struct MutedWordJson {
    /// The word, as you wrote it.
    pub word: String,
    /// `fold`: posts that hold it are folded; `hide`: lists, search and news leave them out.
    pub hush: &'static str,
    /// The day on which it ends, in UTC; null: for good.
    pub until: Option<String>,
}

impl From<Entry> for MutedWordJson {
    fn from(entry: Entry) -> Self {
        Self { word: entry.word.to_string(), hush: entry.hush.code(), until: entry.until.map(Day::iso) }
    }
}

/// Words you would rather not meet.
#[derive(Debug, Serialize, ToSchema)]
pub struct MutedWordsJson {
    /// The words, in the order you muted them.
    words: Vec<MutedWordJson>,
}

/// A word to mute.
#[derive(Deserialize, ToSchema)]
pub struct MuteWordJson {
    /// Up to sixty letters. It is met whole, whatever its case and accents.
    word: String,
    /// `fold` or `hide`.
    hush: String,
    /// `day`, `week`, or `good`: until you take it back.
    lasts: String,
}

/// A word to hear again.
#[derive(Deserialize, ToSchema)]
pub struct HearWordJson {
    /// The word.
    word: String,
}

/// The words you muted. Nobody else can read them, and neither can whoever runs the server while you are not here.
#[utoipa::path(get, path = "/api/v1/quiet/words", tag = "quiet",
    responses((status = 200, body = MutedWordsJson), (status = 401, body = ProblemJson)))]
pub async fn list_muted_words(app: Data<App>, member: Member) -> Answer {
    let today = app.clock().now().day();
    let list = app.read(move |db| muted::list(db, &member, today)).await?;
    let words = list.into_iter().map(MutedWordJson::from).collect();
    Ok(HttpResponse::Ok().json(MutedWordsJson { words }))
}

/// Mutes a word, or says anew what becomes of it.
#[utoipa::path(put, path = "/api/v1/quiet/words", tag = "quiet", request_body = MuteWordJson,
    responses((status = 204), (status = 401, body = ProblemJson), (status = 409, body = ProblemJson), (status = 422, body = ProblemJson)))]
pub async fn mute_word(app: Data<App>, member: Member, sent: Json<MuteWordJson>) -> Answer {
    let sent = sent.into_inner();
    let word = Word::parse(&sent.word).map_err(Error::from)?;
    let hush = Hush::parse(&sent.hush).ok_or(Refusal::Hush)?;
    let lasts = Lasts::parse(&sent.lasts).ok_or(Refusal::Lasts)?;
    app.write(move |tx| muted::mute(tx, &member, word.clone(), (hush, lasts))).await?;
    Ok(HttpResponse::NoContent().finish())
}

/// Hears a word again.
#[utoipa::path(post, path = "/api/v1/quiet/words/off", tag = "quiet", request_body = HearWordJson,
    responses((status = 204), (status = 401, body = ProblemJson), (status = 422, body = ProblemJson)))]
pub async fn hear_word(app: Data<App>, member: Member, sent: Json<HearWordJson>) -> Answer {
    let word = Word::parse(&sent.word).map_err(Error::from)?;
    app.write(move |tx| muted::hear(tx, &member, &word)).await?;
    Ok(HttpResponse::NoContent().finish())
}
