//! A letter as it goes out: what it says is neutral, short, in its reader's language, and of one length.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde_json::json;

use super::rules::ttl_s;
use super::{Ears, Letter, Parcel, encrypt, token};
use crate::app::App;
use crate::kernel::{Error, Language, sha256_hex};
use crate::ui::Words;

/// Letters of a topic: 32 at most.
const TOPIC: usize = 32;

/// Wraps a letter up. Nobody is named in it, and no thing; it leads to the page of news, and details are read there.
///
/// # Errors
/// `keys-lost`, or a fault.
pub async fn wrap(app: &App, letter: &Letter, ears: &Ears) -> Result<Parcel, Error> {
    let words = Words::of(Language::parse(&ears.language).unwrap_or_default());
    let origin = app.settings().server.origin();
    // Declarative (8030): a browser that knows it shows this even without the worker.
    let said = json!({
        "web_push": 8030,
        "mutable": true,
        "notification": {
            "title": words.t(&format!("push-{}", letter.sort.code())),
            "navigate": format!("{origin}/news"),
            "tag": letter.id.to_string(),
            "lang": words.language().code(),
            "dir": words.language().dir(),
        },
    });
    let (point, auth) = ears.keys().ok_or_else(|| Error::other("a device without keys"))?;
    let chance = app.chance().stream("push", letter.device.0);
    let body = encrypt(&chance, (&point, &auth), said.to_string().as_bytes())?;
    // What replaces what is told to the device's service by a word that says nothing, and is another for each device.
    let topic = sha256_hex(format!("topic {} {}", ears.auth, letter.sort.code()).as_bytes());
    let headers = vec![
        ("authorization", token(app, &ears.endpoint).await?),
        ("content-encoding", "aes128gcm".to_owned()),
        ("content-type", "application/octet-stream".to_owned()),
        ("ttl", ttl_s(letter, app.clock().now()).to_string()),
        ("urgency", if letter.sort.is_urgent() { "high" } else { "normal" }.to_owned()),
        ("topic", URL_SAFE_NO_PAD.encode(topic.as_bytes()).chars().take(TOPIC).collect()),
    ];
    Ok(Parcel { url: ears.endpoint.clone(), headers, body })
}
