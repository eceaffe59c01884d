//! What history and tabs show of every page: the sort of page and the community's name, or what somebody made it look like.

use std::collections::BTreeSet;

use hearthside::routes;
use hearthside::ui::assets::LOCALES;

use super::world::{Role, World};
use super::{ENDLESS, Faults};
use crate::harness::Seen;

/// Who looks: whoever comes furthest, and whoever stays outside.
const WHO: [Role; 4] = [Role::Guest, Role::Member, Role::Moderator, Role::Host];

/// Every sentence that holds nobody's words: a title is one of these.
fn sentences() -> BTreeSet<String> {
    let english = LOCALES.iter().filter(|(language, ..)| *language == "en");
    let lines = english.flat_map(|(_, _, text)| text.lines());
    let whole = lines.filter_map(|line| line.split_once(" = ").map(|(_, words)| words));
    whole.filter(|words| !words.contains('{')).map(str::to_owned).collect()
}

/// Opens every page there is, and says what is wrong with what `check` returns.
pub fn walk(world: &World, look: &str, check: impl Fn(&Seen) -> Option<String>) -> Faults {
    let mut faults = Vec::new();
    let mut pages = 0;
    for role in WHO {
        let browser = world.browser(role);
        if !look.is_empty() {
            browser.keeps("__Host-reading", look);
        }
        for sign in routes::all().signs().iter().filter(|sign| sign.method == "GET") {
            let is_page =
                !sign.path.starts_with("/api/") && !ENDLESS.contains(&sign.path) && sign.path != "/leave";
            let Some(path) = world.fills(sign.path).filter(|_| is_page) else { continue };
            world.renews(role);
            for path in [path.clone(), format!("{path}/nothing-here")] {
                let seen = browser.visits(&path);
                if seen.header("content-type").starts_with("text/html") {
                    pages += 1;
                    faults.extend(check(&seen).map(|why| format!("{path} as {role:?}: {why}")));
                }
            }
        }
    }
    assert!(pages > 200, "only {pages} pages");
    faults
}

/// A title names the sort of page and the community, nothing else.
pub fn plain(world: &World) -> Faults {
    let sentences = sentences();
    walk(world, "", |seen| {
        let title = seen.text("title");
        let sort = title.strip_suffix(" · Porchlight");
        let is_known = sort.is_some_and(|sort| sentences.contains(sort));
        (!is_known).then(|| format!("is titled {title:?}"))
    })
}

/// Made to look like something else, neither tab nor icon nor header says where one is.
pub fn disguised(world: &World) -> Faults {
    walk(world, "look=weather", |seen| {
        let (title, name) = (seen.text("title"), seen.text("header .name"));
        let icons = ["link[rel=icon]", "link[rel=apple-touch-icon]"].map(|icon| seen.attribute(icon, "href"));
        let are_icons = icons.iter().flatten().filter(|icon| icon.contains("/weather.")).count() == 2;
        let head = seen.body.split("<main").next().unwrap_or_default();
        let is_plain = title == "Weather" && name == "Weather" && are_icons && !head.contains("Porchlight");
        (!is_plain).then(|| format!("is titled {title:?}, named {name:?}, drawn {icons:?}"))
    })
}
