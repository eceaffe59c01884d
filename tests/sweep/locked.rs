//! A locked session opens nothing: no door shows what its member may see, and none does what they could do.

use hearthside::routes;

use super::world::{self, Role, World};
use super::{ENDLESS, Faults, knock_as_it_is};

/// What a locked browser may be told: the lock, help, the way out, what is nobody's.
fn says_too_much(world: &World, is_look: bool, path: &str, body: &str) -> Option<&'static str> {
    // What somebody sent is given back to them, names and all.
    let is_named = is_look && body.contains("Maya Lake") && !path.contains("Maya%20Lake");
    match () {
        () if body.contains(world::DRAFT) => Some("shows a draft"),
        () if !world.is_open() && body.contains(world::SECRET) => Some("shows what a private group said"),
        () if is_named => Some("says whose it is"),
        () if body.contains("class=\"tabs\"") => Some("shows the doors of a member"),
        () => None,
    }
}

/// Walks through every door with a session of a member that locked itself.
pub fn walk(world: &World) -> Faults {
    let mut faults = Vec::new();
    let (mut locked, mut open) = (0, Vec::new());
    for sign in routes::all().signs() {
        let Some(path) = world.fills(sign.path).filter(|_| !ENDLESS.contains(&sign.path)) else { continue };
        world.locks(Role::Member);
        let seen = knock_as_it_is(world, Role::Member, sign, &path);
        if sign.path == "/leave" {
            world.browser(Role::Member).posts("/cloak", &[]);
        }
        if let Some(why) = says_too_much(world, sign.method == "GET", &path, &seen.body) {
            faults.push(format!("{} {}: {why}", sign.method, sign.path));
        }
        if seen.status == 401 && seen.body.contains("id=\"lock\"") {
            locked += 1;
        } else if !path.starts_with("/api/") {
            open.push(format!("{} {}", sign.method, sign.path));
        }
    }
    assert!(locked > 100, "only {locked} doors were locked");
    let expected = [
        "GET /support",
        "GET /support/craving",
        "GET /support/helplines",
        "GET /support/safer",
        "GET /leave",
        "POST /cloak",
        "GET /back-in/unlock",
        "POST /back-in/unlock",
        "POST /back-in/passkey",
        "POST /back-out",
        "GET /offline",
        "GET /manifest.webmanifest",
        "GET /sw.js",
        "GET /robots.txt",
        "GET /favicon.ico",
        "GET /apple-touch-icon.png",
        "GET /.well-known/security.txt",
        "GET /.well-known/change-password",
        "GET /.well-known/webfinger",
        "GET /.well-known/nodeinfo",
        "GET /.well-known/host-meta",
        "GET /static/{file}",
        "GET /healthz",
        "GET /readyz",
    ];
    let others = open.into_iter().filter(|door| !expected.contains(&door.as_str()));
    faults.extend(others.map(|door| format!("{door}: is not locked")));
    faults
}
