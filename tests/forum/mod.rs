//! Groups, threads, and what people say in them.

pub mod aliases;
mod crosstalk;
pub mod export;
mod feeds;
mod firsts;
mod folds;
pub mod groups;
mod here;
mod invitations;
mod lasting;
mod members;
mod muted;
mod newcomers;
mod own_words;
mod pacing;
mod programs;
mod quiet;
mod reach;
mod reactions;
mod replies;
pub mod screening;
mod share;
mod shelter;
mod threads;
mod traces;
pub mod turns;

use crate::harness::Person;

/// The thread an address leads to.
pub fn id_in(location: &str) -> String {
    location.strip_prefix("/p/").and_then(|rest| rest.get(..14)).expect(location).to_owned()
}

/// Somebody shares words through the form; what comes back names the thread.
#[track_caller]
pub fn shares(person: &Person, group: &str, words: &str) -> String {
    let form = person.visits(&format!("/share?group={group}")).is(200);
    let fields = [("body", words), ("kind", "setback"), ("step", "send")];
    id_in(&person.fills(&form, "/share", &fields).is(303).location)
}

/// Somebody answers a thread, or a reply in it, through the form; what comes back names the reply.
#[track_caller]
pub fn answers(person: &Person, thread: &str, to: Option<&str>, words: &str) -> String {
    let url = format!("/p/{thread}/reply");
    let form = person.visits(&to.map_or(url.clone(), |to| format!("{url}?to={to}"))).is(200);
    let sent = person.fills(&form, &url, &[("body", words)]).is(303);
    sent.location.rsplit_once("#r").expect("an anchor").1.to_owned()
}
pub mod plans;
pub mod said;
pub mod sanctions;
mod search;
mod worlds;
