//! What links and other apps may fill into the form for a new thread.

use serde::Deserialize;

use crate::forum::threads::Kind;
use crate::http::Fields;
use crate::kernel::links;

/// What a link to the form may fill in.
#[derive(Debug, Default, Deserialize)]
pub struct Filled {
    pub group: Option<String>,
    pub kind: Option<String>,
    pub draft: Option<i64>,
    pub title: Option<String>,
    pub text: Option<String>,
    pub url: Option<String>,
}

/// Whether another app on the device sent this.
pub(super) fn is_from_another_app(fields: &Fields) -> bool {
    !fields.sent("body") && (fields.sent("text") || fields.sent("url"))
}

/// The form with what another app shares.
pub(super) fn from_app(fields: &Fields) -> Fields {
    let own = |name: &str| Some(fields.one(name).to_owned());
    from_link(Filled { title: own("title"), text: own("text"), url: own("url"), ..Filled::default() })
}

/// The form as a link fills it in.
pub(super) fn from_link(filled: Filled) -> Fields {
    let words = [filled.text.unwrap_or_default(), filled.url.unwrap_or_default()];
    let words: Vec<String> = words.into_iter().filter(|part| !part.trim().is_empty()).collect();
    let all = [
        ("group", filled.group),
        ("kind", filled.kind.filter(|kind| Kind::parse(kind).is_some())),
        ("title", filled.title),
        ("body", Some(links::strip_trackers(&words.join("\n\n")))),
    ];
    let given = all.into_iter().filter_map(|(name, value)| Some((name.to_owned(), value?)));
    given.filter(|(_, value)| !value.is_empty()).collect()
}
