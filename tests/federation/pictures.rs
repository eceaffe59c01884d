//! Pictures of a community, where the host takes none: left out of what comes, taken out of what stands here, and said so.

use serde_json::{Value, json};

use super::coming::{Scene, opens};
use super::own_of;
use super::travelling::night_owls;
use super::two::{Towns, joins, mirrored, thread_saying};
use crate::forum::said;
use crate::harness::peer::{Peer, Says};
use crate::harness::{Browser, Person, Seen, Town};

/// Words with a picture within, a film behind, a page beside, and a link that is a picture.
fn page(town: &Town, scene: &Scene, path: &str) -> Value {
    let mut page = scene.page(town, path);
    page["source"] = json!({
        "content": "Still here. ![a window at dawn](https://calm.example/dawn.png)\n\nhttps://calm.example/waves.mp4\n\n[what helped](https://calm.example/what-helped)",
        "mediaType": "text/markdown",
    });
    page["attachment"] = json!([
        { "type": "Link", "href": "https://calm.example/cat.webp" },
        { "type": "Image", "url": "https://calm.example/never.png", "name": "never" },
        { "type": "Document", "mediaType": "image/png", "url": "https://calm.example/nor-this.png" },
    ]);
    page["image"] = json!({ "type": "Image", "url": "https://calm.example/preview.png" });
    page["icon"] = json!({ "type": "Image", "url": "https://calm.example/icon.png" });
    page
}

/// What leads to a picture, a film or a sound.
const LEADS: &[&str] = &["dawn.png", "waves.mp4", "cat.webp"];
/// What is never taken, whatever the host decided.
const NEVER: &[&str] = &["never.png", "nor-this.png", "preview.png", "icon.png"];

fn place(scene: &Scene) -> String {
    format!("/host/partners/{}", scene.peer.domain())
}

/// The host decides in a browser.
fn decides(host: &Person, place: &str, takes_none: bool) -> Seen {
    let page = host.visits(place).is(200);
    let mut fields = page.form(&format!("{place}/stance"), &[]);
    fields.retain(|(name, _)| name != "no_media");
    if takes_none {
        fields.push(("no_media".to_owned(), "yes".to_owned()));
    }
    let fields: Vec<(&str, &str)> =
        fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    host.posts(&format!("{place}/stance"), &fields).is(303)
}

/// A host who knows of the community.
fn host_of(town: &Town, scene: &Scene) -> Person {
    let domain = scene.peer.domain();
    town.arranges(move |tx| tx.batch(&format!("INSERT INTO peer (domain) VALUES ('{domain}')")));
    town.host("Patient Alder")
}

fn comes(town: &mut Town, scene: &Scene, kind: &str, object: Value) {
    assert_eq!(scene.sends(town, &scene.activity(kind, object)), 202);
    opens(town);
    let fate = town.lines("SELECT state || ' ' || reason AS line FROM parcel ORDER BY id DESC LIMIT 1");
    assert_eq!(fate, ["done "], "{kind}");
}

/// A program asks on somebody's behalf.
fn puts(browser: &Browser, path: &str, sent: &Value) -> Seen {
    let body = sent.to_string();
    browser.sends("PUT", path, &[("content-type", "application/json")], Some(body.as_bytes()))
}

/// The newest thread, wherever somebody reads it: its page, its group, the search, and as programs have it.
fn everywhere(town: &Town, scene: &Scene) -> String {
    let id = town.lines("SELECT public_id AS line FROM thread ORDER BY id DESC LIMIT 1").swap_remove(0);
    let places = [
        format!("/p/{id}"),
        format!("/api/v1/threads/{id}"),
        "/g/evenings".to_owned(),
        "/search?q=still".to_owned(),
        "/g/evenings/feed.atom".to_owned(),
    ];
    places
        .iter()
        .map(|place| {
            let seen = scene.ada.visits(place);
            assert_eq!(seen.status, 200, "{place}");
            seen.body
        })
        .collect()
}

fn shows(text: &str, all: &[&str], expected: bool) {
    for sign in all {
        assert_eq!(text.contains(sign), expected, "{sign}");
    }
}

on_both! {
    fn what_comes_is_taken_without_pictures_and_what_describes_them_stays(town) {
        let scene = Scene::at(town);
        let host = host_of(town, &scene);
        host.visits(&place(&scene)).is(200)
            .shows("Addresses of pictures, films and sounds are left out")
            .shows("do not come back").hides("You take no pictures from there");
        comes(town, &scene, "Create", page(town, &scene, "/p/1"));
        shows(&everywhere(town, &scene), LEADS, true);

        decides(&host, &place(&scene), true);
        host.visits(&place(&scene)).is(200).shows("You take no pictures from there");
        let told = host.visits(&format!("/api/v1{}", place(&scene))).is(200).json();
        assert_eq!(told["has_media"], false);
        comes(town, &scene, "Create", page(town, &scene, "/p/2"));
        let text = everywhere(town, &scene);
        shows(&text, LEADS, false);
        shows(&text, NEVER, false);
        shows(&text, &["a window at dawn", "Still here.", "calm.example/what-helped"], true);

        let mut note = scene.page(town, "/p/3");
        note["type"] = json!("Note");
        note["name"] = json!(null);
        note["inReplyTo"] = json!(scene.peer.at("/p/2"));
        note["content"] = json!("<p>https://calm.example/only.gif</p>");
        comes(town, &scene, "Create", note);
        assert_eq!(town.lines("SELECT body AS line FROM reply"), ["…"], "a picture and nothing else");
    }

    fn what_stands_here_loses_its_pictures_and_they_do_not_come_back_by_themselves(town) {
        let scene = Scene::at(town);
        let host = host_of(town, &scene);
        comes(town, &scene, "Create", page(town, &scene, "/p/1"));
        let mut changed = page(town, &scene, "/p/1");
        changed["source"]["content"] = json!("Still here and it is light. ![a window at dawn](https://calm.example/dawn.png) https://calm.example/waves.mp4");
        comes(town, &scene, "Update", changed.clone());
        let mut note = scene.page(town, "/p/2");
        note["type"] = json!("Note");
        note["name"] = json!(null);
        note["inReplyTo"] = json!(scene.peer.at("/p/1"));
        note["content"] = json!("<p>And <a href=\"https://calm.example/cat.webp\">my cat</a>.</p>");
        comes(town, &scene, "Create", note);
        // Somebody of another community, who is nobody's affair here.
        let other = Peer::new(12);
        let mut theirs = page(town, &scene, "/p/9");
        theirs["id"] = json!(other.at("/p/9"));
        theirs["source"]["content"] = json!("Another window. ![](https://calm.example/dawn.png) https://calm.example/waves.mp4");
        theirs["attributedTo"] = json!(other.at("/u/wren"));
        let create = json!({ "id": other.at("/a/9"), "type": "Create", "actor": other.at("/u/wren"), "to": theirs["to"], "object": theirs });
        let (body, inbox) = (create.to_string(), format!("{}/inbox", own_of(town).origin));
        let dated = (hearthside::federation::signature::Form::Draft, town.app.clock().now());
        let headers = other.signs("/u/wren", ("POST", &inbox), Some(body.as_bytes()), dated);
        assert_eq!(scene.posts(town, body.as_bytes(), &headers), 202);
        opens(town);

        let counts = |sign: &str| town.count_like(sign);
        assert!(counts("dawn.png") >= 3 && counts("cat.webp") >= 3, "words, earlier words, and those of others");
        decides(&host, &place(&scene), true);
        town.settles();
        assert_eq!((counts("dawn.png"), counts("waves.mp4"), counts("cat.webp")), (1, 1, 1), "theirs alone is as it was");
        let [first, ..] = &town.lines("SELECT public_id AS line FROM thread ORDER BY id")[..] else { panic!("no thread") };
        let seen = scene.ada.visits(&format!("/p/{first}")).is(200);
        shows(&seen.body, LEADS, false);
        shows(&seen.body, &["a window at dawn", "And my cat.", "it is light"], true);
        shows(&scene.ada.visits("/search?q=light").is(200).body, LEADS, false);
        assert_eq!(town.count("SELECT count(*) AS n FROM thread WHERE is_edited"), 1, "nobody is said to have changed more");

        decides(&host, &place(&scene), false);
        town.settles();
        host.visits(&place(&scene)).is(200).hides("You take no pictures from there");
        shows(&scene.ada.visits(&format!("/p/{first}")).is(200).body, LEADS, false);
        comes(town, &scene, "Update", changed);
        shows(&scene.ada.visits(&format!("/p/{first}")).is(200).body, &["dawn.png", "waves.mp4"], true);
    }

    fn words_that_were_taken_back_stand_again_without_pictures(town) {
        let scene = Scene::at(town);
        let host = host_of(town, &scene);
        comes(town, &scene, "Create", page(town, &scene, "/p/1"));
        let delete = scene.activity("Delete", json!(scene.peer.at("/p/1")));
        assert_eq!(scene.sends(town, &delete), 202);
        opens(town);
        decides(&host, &place(&scene), true);
        scene.peer.says("/p/1", Says::json(&page(town, &scene, "/p/1")));
        comes(town, &scene, "Undo", delete);
        let body = town.lines("SELECT body AS line FROM thread WHERE taken_back_at IS NULL").swap_remove(0);
        shows(&body, LEADS, false);
        assert!(body.contains("a window at dawn"), "{body}");
    }

    fn whoever_is_no_host_decides_nothing_about_pictures(town) {
        let scene = Scene::at(town);
        let host = host_of(town, &scene);
        comes(town, &scene, "Create", page(town, &scene, "/p/1"));
        let fields = host.visits(&place(&scene)).is(200).form(&format!("{}/stance", place(&scene)), &[("no_media", "yes")]);
        let own = crate::safety::token(&scene.ada);
        let fields: Vec<(&str, &str)> = fields.iter()
            .map(|(name, value)| (name.as_str(), if name == "csrf" { own.as_str() } else { value.as_str() })).collect();
        scene.ada.posts(&format!("{}/stance", place(&scene)), &fields).is(403);
        let sent = json!({ "stance": "allow", "no_media": true, "comment": "" });
        puts(&scene.ada, &format!("/api/v1{}/stance", place(&scene)), &sent).is(403);
        puts(&town.stranger(), &format!("/api/v1{}/stance", place(&scene)), &sent).is(401);
        town.settles();
        assert_eq!(town.count("SELECT count(*) AS n FROM peer WHERE NOT has_media"), 0);
        shows(&everywhere(town, &scene), LEADS, true);
    }
}

/// A group elsewhere passes words on; here no pictures of its community are taken.
fn two_towns(towns: &Towns) {
    towns.befriend(0, 1);
    let (here, there) = (&towns.all[0], &towns.all[1]);
    let (maya, ada, alder) =
        (here.person("Maya Lake"), there.person("Quiet Ada"), here.host("Patient Alder"));
    night_owls(there, &[&ada]);
    let name = mirrored(towns, (1, "night-owls"), 0);
    joins(towns, 0, &maya, &name);
    for town in &towns.all {
        // Links of newcomers are not what is asked here.
        town.arranges(|tx| tx.batch("UPDATE community SET newcomer_weeks = 0"));
        town.app.forget_house();
    }
    said::opens(there, &ada, "night-owls", "Before. ![a window](https://calm.example/before.png)");
    towns.settle();
    assert!(here.count_like("before.png") > 0);

    decides(&alder, &format!("/host/partners/{}", own_of(there).host), true);
    said::opens(there, &ada, "night-owls", "After. ![a door](https://calm.example/after.png)");
    towns.settle();
    assert_eq!((here.count_like("before.png"), here.count_like("after.png")), (0, 0));
    for (words, described) in [("Before.", "a window"), ("After.", "a door")] {
        let id = thread_saying(here, words).expect(words);
        maya.visits(&format!("/p/{id}")).is(200).shows(described).hides("calm.example/");
    }
    // Words of those who live here, in the same group, are theirs.
    said::opens(here, &maya, &name, "Mine. ![a lamp](https://porch.example/mine.png)");
    towns.settle();
    assert!(here.count_like("mine.png") > 0 && there.count_like("mine.png") > 0);
}

#[test]
fn two_towns_one_of_which_takes_no_pictures_on_sqlite() {
    two_towns(&Towns::on_sqlite(2));
}

#[test]
fn two_towns_one_of_which_takes_no_pictures_on_postgres() {
    if let Some(towns) = Towns::on_postgres(2) {
        two_towns(&towns);
    }
}

trait Words {
    /// How many words that stand, stood, or can be searched hold a text.
    fn count_like(&self, text: &str) -> usize;
}

impl Words for Town {
    fn count_like(&self, text: &str) -> usize {
        ["thread", "reply", "revision"]
            .iter()
            .map(|table| {
                self.lines(&format!("SELECT body AS line FROM {table} WHERE body LIKE '%{text}%'")).len()
            })
            .sum()
    }
}
