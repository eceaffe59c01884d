//! Toy trees for each law: one fault that must be caught, and its innocent neighbour.

use super::{Faults, Law, facades, files, macros, rooms, storeys, twins, words};

/// The law catches one fault in `guilty`, whose message holds `hint`, and none once `innocent` takes its place.
#[track_caller]
fn check(law: Law, hint: &str, guilty: &[(&str, &str)], innocent: &[(&str, &str)]) {
    let tree =
        |files: &[(&str, &str)]| files.iter().map(|(p, t)| ((*p).to_owned(), (*t).to_owned())).collect();
    let caught = law(&tree(guilty));
    assert!(caught.len() == 1 && caught.iter().all(|fault| fault.contains(hint)), "{caught:?}");
    assert_eq!(law(&tree(innocent)), Faults::new());
}

#[test]
fn use_points_down_only() {
    let is_caught = |hint: &str, path: &str, text: &str| {
        check(storeys, hint, &[(path, text)], &[(path, "use crate::kernel::id;")]);
    };
    is_caught("`db` may not name `forum`", "src/db/mod.rs", "use crate::forum::threads;");
    is_caught(
        "`db` may not name `config`",
        "src/db/run.rs",
        "use crate::{kernel::{id, page}, config::Limits};",
    );
    is_caught("`policy` may not name `events`", "src/policy/mod.rs", "fn f() { super::events::f() }");
    is_caught("`ui` may not name `app`", "src/ui/page.rs", "use crate::app::App;");
    check(
        storeys,
        "no storey",
        &[("src/shop.rs", "")],
        &[
            ("src/forum/threads/pages.rs", "use crate::{app::App, identity::accounts};"),
            (
                "src/db/mod.rs",
                "// crate::forum is above\n/* crate::web */ const WORD: char = '\"'; // crate::api",
            ),
            ("src/kernel/id.rs", "fn f() {}\n#[cfg(test)]\nmod tests { use crate::db; }"),
            ("src/app.rs", "use crate::forum::threads;"),
        ],
    );
}

#[test]
fn a_slice_is_reached_through_its_facade() {
    let with = |text| [("src/identity/accounts/store.rs", ""), ("src/identity/sessions/commands.rs", text)];
    let innocent = with("use super::store; use crate::identity::accounts::{self, Account};");
    check(facades, "accounts::store", &with("use crate::identity::accounts::store;"), &innocent);
    check(facades, "accounts::model", &with("use super::super::accounts::{self, model::Name};"), &innocent);
    let route =
        [("src/identity/accounts/pages.rs", ""), ("src/routes.rs", "use crate::identity::accounts::pages;")];
    check(facades, "accounts::pages", &with("use crate::identity::accounts::pages;"), &route);
}

#[test]
fn each_thing_has_its_room() {
    let text = "use diesel::prelude::*;";
    check(
        rooms,
        "diesel",
        &[("src/forum/threads/views.rs", text)],
        &[("src/forum/threads/store/read.rs", text)],
    );
    check(rooms, "diesel", &[("src/http/model_view.rs", text)], &[("src/forum/threads/model.rs", text)]);
    let text = "fn f() { query.rows(db) }";
    check(rooms, ".rows(", &[("src/forum/threads/model.rs", text)], &[("src/policy/scope/forum.rs", text)]);
    let text = "use actix_web::web;";
    check(
        rooms,
        "actix_web",
        &[("src/forum/threads/commands.rs", text)],
        &[("src/forum/threads/pages/new.rs", text)],
    );
    let text = "fn f() { app.write(|tx| lock(tx)) }";
    check(
        rooms,
        ".write(",
        &[("src/forum/threads/views.rs", text)],
        &[("src/forum/threads/listen.rs", text)],
    );
    let text = "fn f() { std::env::var(NAME) }";
    check(rooms, "std::env", &[("src/forum/env.rs", text)], &[("src/config/server.rs", text)]);
    let text = "fn f() { rand::rng() }";
    check(rooms, "rand::", &[("src/kernel/id.rs", text)], &[("src/kernel/chance.rs", text)]);
    let text = "fn f() { SystemTime::now() }";
    check(
        rooms,
        "SystemTime",
        &[("src/jobs/queue.rs", text)],
        &[("src/jobs/queue.rs", "fn f() { lock.write(); operand::new() }")],
    );
}

#[test]
fn files_are_short_and_say_what_they_are() {
    let long = format!("//! Why.\n{}", "\n".repeat(400));
    check(files, "401 lines", &[("src/db/run.rs", &long)], &[("src/db/schema.rs", &long)]);
    check(files, "says nothing", &[("src/db/utils.rs", "//! Why.")], &[("src/db/when.rs", "//! Why.")]);
    check(
        files,
        "says nothing",
        &[("frontend/scripts/common/fold.js", "")],
        &[("frontend/scripts/fold.js", "")],
    );
    check(files, "first line", &[("tests/main.rs", "mod harness;")], &[("tests/ui/run.mjs", "run();")]);
    check(files, "top level", &[("tools/run", "")], &[("benches/feed.rs", "//! Why.")]);
}

#[test]
fn a_new_macro_needs_a_decision() {
    check(
        macros,
        "`each!`",
        &[("src/db/run.rs", "macro_rules! each { }")],
        &[("src/db/run.rs", "macro_rules! on { }")],
    );
}

#[test]
fn templates_hold_no_words() {
    let check = |guilty, innocent| {
        let path = "frontend/templates/forum/threads/show.html";
        check(words::templates, "outside", &[(path, guilty)], &[(path, innocent)]);
    };
    check("<p>Hello</p>", "<p class=\"hint\">{{ t(\"a-b\") }} · 3</p>");
    check("<img alt=\"a lamp\">", "<img alt=\"{{ t(\"lamp\") }}\">{# said once #}<!-- said twice -->");
    check("<p>\n{% if a > b %}so{% endif %}</p>", "<title>Hearthside</title>");
}

#[test]
fn we_speak_kindly() {
    let check = |hint, guilty, innocent| {
        check(
            words::tone,
            hint,
            &[("frontend/locales/en/a.ftl", guilty)],
            &[("frontend/locales/en/a.ftl", innocent)],
        );
    };
    check("`user`", "a = Hello\n    dear user", "user = Hello { $user }\n# the user");
    check("`streak`", "a = Your streak", "a = Your days");
    check("`relapse`", "plan = A relapse", "note-relapse = A relapse\nplan-signs = Before a relapse");
    check("`just`", "a = Just a moment", "a = Just here, and adjusting");
    check("`fail`", "a = No failures here", "a = An unfailing lamp, and { $failed }");
    check("`abus`", "a = Abusive words", "a = Harsh words");
    check("exclamation", "a = Hello!", "a = Hello.");
    check("exclamation", "a = Hello \u{1F600}", "a = Hello \u{2026}");
}

#[test]
fn keys_and_words_meet() {
    fn en(text: &str) -> (&str, &str) {
        ("frontend/locales/en/a.ftl", text)
    }
    let page = ("frontend/templates/a.html", "{{ t(\"a\") }}{{ tn(\"b.title\", n) }}");
    let page_of_a = ("frontend/templates/a.html", "{{ t(\"a\") }}");
    let both = "a = One { c }\nb = Two\n    .title = Three\nc = Four";
    check(words::keys, "`b.title` has no words in en", &[page, en("a = One\nb = Two\n")], &[page, en(both)]);
    let five = format!("{both}\nd = Five");
    check(words::keys, "`d` is used nowhere", &[page, en(&five)], &[page, en(both)]);
    let (es, used) =
        (("frontend/locales/es/a.ftl", "a = Uno"), ("src/ui/a.rs", "fn f() { t(\"a\"); t(\"c\") }"));
    check(
        words::keys,
        "`c` has no words in es",
        &[en("a = One\nc = Two"), es, used],
        &[en("a = One"), es, page_of_a],
    );
    let model = (
        "src/forum/threads/model.rs",
        "    fn code(&self) {\n        match self { Self::Locked => \"thread-locked\" }\n    }\n    fn x() { \"y\" }",
    );
    check(
        words::keys,
        "`refused-thread-locked`",
        &[model],
        &[model, en("refused-thread-locked = It is locked.")],
    );
    check(
        words::keys,
        "`a` has words twice",
        &[en("a = One\na = Two"), page_of_a],
        &[en("a = One"), page_of_a],
    );
    check(words::keys, "`refused-gone` is used nowhere", &[en("refused-gone = Gone.")], &[]);
}

#[test]
fn migrations_are_twins() {
    let sqlite = ("migrations/sqlite/0001_face/up.sql", "");
    check(twins, "0001_face/up.sql", &[sqlite], &[sqlite, ("migrations/postgres/0001_face/up.sql", "")]);
}
