//! What is private, gone or was never there is answered alike, at every door: status, headers, bytes.

use hearthside::http::doors::Sign;
use hearthside::routes;

use super::world::{Role, World};
use super::{ENDLESS, Faults, knock};
use crate::harness::Seen;

/// Headers that no answer repeats.
const PASSING: &[&str] = &["date", "set-cookie", "connection"];

/// An answer without what differs from one rendering to the next, and without the address that was asked for.
fn bare(seen: &Seen, path: &str, world: &World) -> String {
    let mut headers: Vec<String> = seen
        .headers()
        .iter()
        .filter(|(name, _)| !PASSING.contains(&name.as_str()))
        .map(|(name, value)| format!("{name}: {value}"))
        .collect();
    headers.sort();
    let mut body = String::new();
    for (place, part) in seen.body.split("<input type=\"hidden\"").enumerate() {
        body.push_str(if place == 0 { part } else { part.split_once('>').map_or(part, |(_, rest)| rest) });
    }
    let mut text = format!("{}\n{}\n{body}", seen.status, headers.join("\n"));
    // The longest first: an address may stand within another.
    let mut asked = vec![path.to_owned(), path.replace('%', "%25").replace('/', "%2F")];
    asked.extend(world.values_in(path));
    asked.sort_by_key(|asked| std::cmp::Reverse(asked.len()));
    for asked in asked {
        text = text.replace(&asked, "…");
    }
    // The length is that of the same bytes, but for the address within them.
    text.lines().filter(|line| !line.starts_with("content-length")).collect::<Vec<_>>().join("\n")
}

/// Asks for what is there and for what never was, and says where the two differ.
fn differ(world: &World, role: Role, sign: &Sign, (real, absent): (&str, &str)) -> Option<String> {
    let there = bare(&knock(world, role, sign, real), real, world);
    let never = bare(&knock(world, role, sign, absent), absent, world);
    let first = there.lines().zip(never.lines()).find(|(there, never)| there != never);
    let (left, right) = match first {
        Some(lines) => lines,
        None if there == never => return None,
        None => ("more", "less"),
    };
    Some(format!("{} {} as {role:?}: {left:.160} | {right:.160}", sign.method, sign.path))
}

/// Every door about one of these, for these roles.
fn look(world: &World, about: &[&str], roles: &[Role]) -> Faults {
    let mut faults = Vec::new();
    let mut compared = 0;
    for sign in routes::all().signs() {
        // Hosts look after people who are on their way out; nobody else comes through their doors.
        let is_about = about.iter().any(|part| sign.path.contains(part)) && !sign.path.contains("/host/");
        let Some((real, absent)) = world.fills(sign.path).zip(world.absent(sign.path)) else { continue };
        if !is_about || ENDLESS.contains(&sign.path) || real == absent {
            continue;
        }
        for role in roles {
            compared += 1;
            faults.extend(differ(world, *role, sign, (&real, &absent)));
        }
    }
    assert!(compared >= 2 * roles.len(), "only {compared} answers were compared");
    faults
}

on_both! {
    fn a_private_group_its_threads_and_replies_are_answered_as_if_they_never_were(town) {
        let world = World::private(town);
        let about = ["/g/{name}", "/groups/{name}", "/p/{id}", "/threads/{id}"];
        let faults = look(&world, &about, &[Role::Guest, Role::Stranger]);
        assert!(faults.is_empty(), "{} answers differ:\n{}", faults.len(), faults.join("\n"));
    }

    fn somebody_who_is_gone_is_answered_as_if_they_never_were(town) {
        let world = World::private(town);
        world.member_goes();
        let faults = look(&world, &["/people/{name}"], &[Role::Guest, Role::Stranger, Role::Host]);
        assert!(faults.is_empty(), "{} answers differ:\n{}", faults.len(), faults.join("\n"));
    }

    fn to_a_visitor_a_member_is_as_if_they_never_were(town) {
        let faults = look(&World::private(town), &["/people/{name}"], &[Role::Guest]);
        assert!(faults.is_empty(), "{} answers differ:\n{}", faults.len(), faults.join("\n"));
    }
}
