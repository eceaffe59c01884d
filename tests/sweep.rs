//! Walks through every door of the server, as everybody, and looks who is let in: no door may be forgotten.

mod alike;
mod kind;
mod locked;
mod names;
mod odd;
mod titles;
mod world;

use hearthside::http::Who;
use hearthside::http::doors::Sign;
use hearthside::routes;

use crate::harness::Seen;
use world::{Role, World};

/// Doors that stay open while the sweep goes on: their answer never ends.
const ENDLESS: &[&str] = &[
    "/p/{id}/live",
    "/api/v1/threads/{id}/live",
    "/support/ask/{id}/live",
    "/support/asks/live",
    "/news/live",
];
/// Visitors' doors that are not there in this world: set-up is over, no contact was written, nobody made the link, no other
/// community is spoken with.
const ABSENT_FOR_GUESTS: &[&str] = &[
    "/host/setup",
    "/host/setup/{step}",
    "/.well-known/security.txt",
    "/i/{link}",
    "/api/v1/invitations/{link}",
    // For those alone whose account is not open.
    "/status/decisions",
    "/api/v1/status/decisions",
    "/status/care",
    "/api/v1/status/care",
    // Links with other communities are closed.
    "/g/{name}/outbox",
    "/g/{name}/followers",
    "/g/{name}/moderators",
    "/g/{name}/featured",
    "/people/{name}/outbox",
    "/people/{name}/followers",
    "/outbox",
    "/reader",
    "/p/{id}/context",
    "/p/{id}/replies",
    "/p/{id}/r/{reply}/replies",
    "/.well-known/webfinger",
    "/.well-known/nodeinfo",
    "/.well-known/host-meta",
    "/nodeinfo/2.1",
];
/// Doors for visitors that turn a guest away all the same, by what they would show.
const BY_DATA: &[&str] = &[
    // Passkeys need an address with TLS, which this world has not.
    "/back-in/passkey",
    // It leads those with nothing to unlock to the way back in.
    "/back-in/unlock",
];

/// Doors that mail programs press for their readers: the link is what lets in, and no session is asked for (RFC 8058).
const ONE_PRESS: &[&str] = &["/mail/off/{token}"];

/// Everything that is wrong, so that one look shows it all.
type Faults = Vec<String>;

/// Opens a door, or sends what is good enough to pass its parser.
fn knock(world: &World, role: Role, sign: &Sign, path: &str) -> Seen {
    world.renews(role);
    knock_as_it_is(world, role, sign, path)
}

/// The same, with whatever session this browser has.
fn knock_as_it_is(world: &World, role: Role, sign: &Sign, path: &str) -> Seen {
    let browser = world.browser(role);
    let is_api = path.starts_with("/api/");
    if sign.method == "GET" {
        let accept = if is_api { "application/json" } else { "text/html" };
        return browser.sends("GET", path, &[("accept", accept)], None);
    }
    if is_api {
        let headers = [("content-type", "application/json"), ("accept", "application/json")];
        return browser.sends(
            sign.method,
            path,
            &headers,
            Some(world.json(sign.method, sign.path).as_bytes()),
        );
    }
    let mut fields = world::form(sign.path);
    let token = world.csrf(role);
    fields.push(("csrf", &token));
    browser.posts(path, &fields)
}

/// What the sign on a door says of who may go through, compared with what happened.
fn judged(world: &World, role: Role, sign: &Sign, path: &str, seen: &Seen) -> Option<String> {
    let status = seen.status;
    let (is_api, is_get) = (path.starts_with("/api/"), sign.method == "GET");
    let may_be_absent = sign.path.contains('{');
    if status >= 500 {
        return Some("a fault of ours".to_owned());
    }
    if !world.is_open() && matches!(role, Role::Guest | Role::Stranger) && seen.body.contains(world::SECRET) {
        return Some("shows what a private group said".to_owned());
    }
    if role != Role::Member && seen.body.contains(world::DRAFT) {
        return Some("shows what somebody has not sent yet".to_owned());
    }
    let wrong = match (sign.who, role) {
        (Who::Visitor, Role::Guest) if BY_DATA.contains(&sign.path) => false,
        (Who::Visitor, Role::Guest) => {
            let is_absent =
                status == 404 && world.is_open() && is_get && !ABSENT_FOR_GUESTS.contains(&sign.path);
            status == 401 || status == 403 || is_absent
        }
        (_, Role::Guest) if status == 404 || status == 410 => !may_be_absent,
        (_, Role::Guest) if is_get && !is_api => !(status == 303 && seen.location.starts_with("/back-in")),
        (_, Role::Guest) => status != 401,
        (_, _) if status == 401 => true,
        (Who::Keeper, Role::Stranger | Role::Member) => status != 403 && status != 404,
        (Who::Host, Role::Stranger | Role::Member | Role::Moderator) => status != 403 && status != 404,
        (Who::Host, Role::Host) => status == 403 || status == 404 && !may_be_absent,
        _ => false,
    };
    wrong.then(|| format!("answered {status} {}", seen.location))
}

fn sweep(world: &World) -> Faults {
    let mut faults = Vec::new();
    for sign in routes::all().signs() {
        let Some(path) = world.fills(sign.path) else {
            faults.push(format!("{}: say in tests/sweep/world.rs how it is filled in", sign.path));
            continue;
        };
        for role in Role::ALL {
            if ENDLESS.contains(&sign.path) {
                continue;
            }
            let seen = knock(world, role, sign, &path);
            if let Some(why) = judged(world, role, sign, &path, &seen) {
                faults.push(format!("{} {} ({}) as {role:?}: {why}", sign.method, sign.path, sign.who));
            }
        }
    }
    faults
}

/// Sends a member's forms as another site could make their browser send them.
fn forged(world: &World) -> Faults {
    let mut faults = Vec::new();
    let changes = routes::all();
    for sign in changes.signs().iter().filter(|sign| sign.method != "GET") {
        let Some(path) = world.fills(sign.path) else { continue };
        world.renews(Role::Member);
        let member = world.browser(Role::Member);
        let form = ("content-type", "application/x-www-form-urlencoded");
        let elsewhere = member.sends(
            sign.method,
            &path,
            &[form, ("sec-fetch-site", "cross-site")],
            Some(b"reason=because"),
        );
        if elsewhere.status != 403 {
            faults.push(format!(
                "{} {}: another site was answered {}",
                sign.method, sign.path, elsewhere.status
            ));
        }
        let bare = member.posts(&path, &world::form(sign.path));
        let is_bare = ONE_PRESS.contains(&sign.path) || path.starts_with("/api/");
        if sign.method == "POST" && !is_bare && bare.status < 400 {
            faults.push(format!("POST {}: without a token it answered {}", sign.path, bare.status));
        }
    }
    faults
}

on_both! {
    fn every_door_lets_in_whom_it_is_for_and_nobody_learns_what_a_private_group_said(town) {
        let faults = sweep(&World::private(town));
        assert!(faults.is_empty(), "{} doors:\n{}", faults.len(), faults.join("\n"));
    }

    fn every_door_of_an_open_group_lets_in_whom_it_is_for(town) {
        let faults = sweep(&World::open(town));
        assert!(faults.is_empty(), "{} doors:\n{}", faults.len(), faults.join("\n"));
    }

    fn no_title_says_what_was_written_or_in_which_group(town) {
        let faults = titles::plain(&World::open(town));
        assert!(faults.is_empty(), "{} pages:\n{}", faults.len(), faults.join("\n"));
    }

    fn made_to_look_like_the_weather_every_page_does(town) {
        let faults = titles::disguised(&World::open(town));
        assert!(faults.is_empty(), "{} pages:\n{}", faults.len(), faults.join("\n"));
    }

    fn a_locked_session_opens_no_door(town) {
        let faults = locked::walk(&World::private(town));
        assert!(faults.is_empty(), "{} doors:\n{}", faults.len(), faults.join("\n"));
    }

    fn no_door_does_what_another_site_asks_for(town) {
        let faults = forged(&World::open(town));
        assert!(faults.is_empty(), "{} doors:\n{}", faults.len(), faults.join("\n"));
    }
}
