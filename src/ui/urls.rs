//! Addresses of pages, in one place: what routes serve and what templates link.

use crate::kernel::PublicId;

/// Everything a member answered.
pub const OWN_WORDS: &str = "/you/words";

/// A group.
#[must_use]
pub fn group(name: &str) -> String {
    format!("/g/{name}")
}

/// A page of a group: `about`, `people` …
#[must_use]
pub fn in_group(name: &str, page: &str) -> String {
    format!("/g/{name}/{page}")
}

/// A thread.
#[must_use]
pub fn thread(id: &PublicId) -> String {
    format!("/p/{id}")
}

/// A page of a thread: `reply`, `edit`, `live` …
#[must_use]
pub fn in_thread(id: &PublicId, page: &str) -> String {
    format!("/p/{id}/{page}")
}

/// One branch of a thread.
#[must_use]
pub fn reply(thread: &PublicId, reply: &PublicId) -> String {
    format!("/p/{thread}/r/{reply}")
}

/// A person.
#[must_use]
pub fn person(name: &str) -> String {
    format!("/people/{}", segment(name))
}

/// The way back in, and on to where somebody wanted to go.
#[must_use]
pub fn back_in(then: &str) -> String {
    format!("/back-in?then={}", segment(then))
}

/// A text as one safe segment of an address.
#[must_use]
pub fn segment(text: &str) -> String {
    url::form_urlencoded::byte_serialize(text.as_bytes()).collect::<String>().replace('+', "%20")
}

/// Where a form may lead back to: a path of our own, or nothing.
#[must_use]
pub fn own_path(text: &str) -> Option<&str> {
    let is_ours =
        text.starts_with('/') && !text.starts_with("//") && !text.contains(['\\', '\r', '\n', '\t']);
    is_ours.then_some(text)
}

/// New return words, shown once, and on to where somebody wanted to go.
#[must_use]
pub fn new_words(then: &str) -> String {
    format!("/hello/words?then={}", segment(then))
}

/// Showing again who one is, and on.
#[must_use]
pub fn proof(then: &str) -> String {
    format!("/you/proof?then={}", segment(then))
}
