//! Signs no database takes, and more of them than fit, in every address, question and field: never a fault of ours.

use hearthside::http::Who;
use hearthside::http::doors::Sign;
use hearthside::routes;
use serde_json::Value;

use super::names::Names;
use super::world::{self, Role, World};
use super::{ENDLESS, Faults};

/// What may stand behind a question mark, anywhere. What forms hold is read off the source.
const ASKED: &str = "after before credential draft group invitation kind limit order pathway q sent text then title to url word";

/// What is put there: no text at all for PostgreSQL, and too much for an index.
fn odd() -> [String; 2] {
    ["lamp\0light".to_owned(), "lamp ".repeat(1_000)]
}

/// One of them: each name meets both, at one door or another.
fn in_turn(sign: &Sign, at: usize) -> String {
    let [signs, length] = odd();
    if (at + sign.path.len()).is_multiple_of(2) { signs } else { length }
}

/// Whoever gets furthest behind a door.
fn bearer(sign: &Sign) -> Role {
    match sign.who {
        Who::Host => Role::Host,
        Who::Keeper => Role::Moderator,
        Who::Visitor | Who::Member => Role::Member,
    }
}

fn is_api(sign: &Sign) -> bool {
    sign.path.starts_with("/api/")
}

/// A door's address with something odd in each of its blanks.
fn odd_paths(world: &World, sign: &Sign) -> Vec<String> {
    let Some(path) = world.fills(sign.path) else { return Vec::new() };
    let blanks = sign.path.split('/').enumerate().filter(|(_, part)| part.starts_with('{'));
    blanks
        .flat_map(|(at, _)| {
            let kept = path.clone();
            ["%00", "lamp%00light", "%ff%fe", "99999999999999999999"].into_iter().chain([LONG]).map(
                move |odd| {
                    let part = |(number, part)| if number == at { odd } else { part };
                    kept.split('/').enumerate().map(part).collect::<Vec<_>>().join("/")
                },
            )
        })
        .collect()
}

const LONG: &str = "lamplamplamplamplamplamplamplamplamplamplamplamplamplamplamplamplamplamplamplamplamplamplamplamplamp\
    lamplamplamplamplamplamplamplamplamplamplamplamplamplamplamplamplamplamplamplamplamplamplamplamplamplamplamplamplamp";

/// What a door answers to something odd; `None` if that is well.
fn fault(sign: &Sign, what: &str, status: u16) -> Option<String> {
    (status >= 500).then(|| format!("{} {} with {what}: {status}", sign.method, sign.path))
}

fn looks(world: &World, sign: &Sign, names: &Names, faults: &mut Faults) {
    let Some(path) = world.fills(sign.path) else { return };
    let browser = world.browser(bearer(sign));
    let accept = if is_api(sign) { "application/json" } else { "text/html" };
    let (own, others) = names.asked(sign.path, ASKED);
    let is = |name: &str, odd: &str| format!("{name}={}", hearthside::ui::urls::segment(odd));
    let asked = own.iter().enumerate().map(|(at, name)| format!("{path}?{}", is(name, &in_turn(sign, at))));
    let [signs, _] = odd();
    let all = others.iter().map(|name| is(name, &signs)).collect::<Vec<_>>().join("&");
    for path in odd_paths(world, sign).into_iter().chain(asked).chain([format!("{path}?{all}")]) {
        let status = browser.sends("GET", &path, &[("accept", accept)], None).status;
        faults.extend(fault(sign, path.get(..120).unwrap_or(&path), status));
    }
}

fn sends(world: &World, sign: &Sign, names: &Names, faults: &mut Faults) {
    let Some(path) = world.fills(sign.path) else { return };
    let (role, usual) = (bearer(sign), world::form(sign.path));
    for odd_path in odd_paths(world, sign) {
        faults.extend(fault(sign, &odd_path, posts(world, role, &odd_path, &usual)));
    }
    let (own, others) = names.fields(sign.path);
    for (at, name) in own.iter().enumerate() {
        let odd = in_turn(sign, at);
        let mut fields = usual.clone();
        fields.retain(|(known, _)| known != name);
        fields.push((name.as_str(), odd.as_str()));
        faults.extend(fault(sign, name, posts(world, role, &path, &fields)));
    }
    let [signs, _] = odd();
    let kept = usual.iter().filter(|(known, _)| !others.contains(*known)).copied();
    let all: Vec<(&str, &str)> =
        kept.chain(others.iter().map(|name| (name.as_str(), signs.as_str()))).collect();
    faults.extend(fault(sign, "all that it does not read", posts(world, role, &path, &all)));
}

/// Whoever was signed out by what they sent comes back in.
fn posts(world: &World, role: Role, path: &str, fields: &[(&str, &str)]) -> u16 {
    let sends = || {
        let token = world.csrf(role);
        world.browser(role).posts(path, &[fields, &[("csrf", &token)]].concat()).status
    };
    match sends() {
        401 => {
            world.renews(role);
            sends()
        }
        status => status,
    }
}

fn tells(world: &World, sign: &Sign, faults: &mut Faults) {
    let Some(path) = world.fills(sign.path) else { return };
    let role = bearer(sign);
    let json = [("content-type", "application/json"), ("accept", "application/json")];
    let mut send = |path: &str, what: &str, body: &str| {
        let status = world.browser(role).sends(sign.method, path, &json, Some(body.as_bytes())).status;
        faults.extend(fault(sign, what, status));
        if status == 401 {
            world.renews(role);
        }
    };
    let usual = world.json(sign.method, sign.path);
    for odd_path in odd_paths(world, sign) {
        send(&odd_path, &odd_path, &usual);
    }
    let Ok(Value::Object(properties)) = serde_json::from_str(&usual) else { return };
    for name in properties.keys() {
        for odd in odd() {
            for value in [Value::from(odd.as_str()), Value::from(vec![odd.as_str()])] {
                let mut changed = properties.clone();
                changed.insert(name.clone(), value);
                send(&path, name, &Value::Object(changed).to_string());
            }
        }
    }
}

on_both! {
    fn odd_signs_in_any_address_question_or_field_are_no_fault_of_ours(town) {
        let (world, names, mut faults) = (World::open(town), Names::read(), Vec::new());
        let all = routes::all();
        for sign in all.signs().iter().filter(|sign| !ENDLESS.contains(&sign.path)) {
            world.renews(bearer(sign));
            match sign.method {
                "GET" => looks(&world, sign, &names, &mut faults),
                _ if is_api(sign) => tells(&world, sign, &mut faults),
                _ => sends(&world, sign, &names, &mut faults),
            }
        }
        assert!(faults.is_empty(), "{} faults:\n{}", faults.len(), faults.join("\n"));
    }
}
