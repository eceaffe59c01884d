//! What other programs send, written down from what their documentation shows: each file in `shapes/` is a story, each step of it
//! a letter in that program's shape, signed as that program signs, and what people then read here.

use std::path::Path;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use hearthside::federation::signature::Form;
use hearthside::kernel::Moment;
use serde::Deserialize;
use serde_json::Value;
use sha2::{Digest as _, Sha256};

use super::coming::{Scene, opens};
use super::leaving::{leaves, shapes};
use crate::harness::Town;
use crate::harness::peer::Says;

/// A file.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Story {
    /// What it is about; the name of the story.
    what: String,
    /// How the program signs.
    signs: Signs,
    /// The type its letters and documents have.
    content_type: String,
    /// What it shows, by path.
    documents: serde_json::Map<String, Value>,
    steps: Vec<Step>,
}

/// How a program signs. Looked up where it was to be had:
/// Lemmy, PieFed, Mastodon: their documentation.
/// Mbin: `MbinOrg/mbin`, `src/Service/ActivityPub/ApHttpClient.php`.
/// NodeBB: `NodeBB/NodeBB`, `src/activitypub/signatures.js` and `sendWorker.js`; until 2026 in `src/activitypub/index.js`, which says
/// `hs2019`.
/// Discourse: `discourse/discourse-activity-pub`, `lib/discourse_activity_pub/request.rb` of 2023, and a header of a running server of
/// 2024 in `Automattic/wordpress-activitypub`, pull request 736: the draft, with both dates of its own, in quotes. No RFC 9421 until
/// June 2026.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Signs {
    /// `draft`, `rfc9421`, or `nodebb`: its own reading of RFC 9421 first, and the draft where that is refused.
    form: String,
    /// What the draft's signature covers, in order.
    #[serde(default)]
    covers: String,
    /// What it calls the algorithm.
    #[serde(default)]
    algorithm: String,
    /// What stands behind an actor's address in that of their key.
    key: String,
}

/// One thing that happens, and what people read after it.
#[derive(Deserialize)]
#[serde(deny_unknown_fields, default)]
struct Step {
    /// In words.
    so: String,
    /// Who sends it, by path.
    by: String,
    /// The letter.
    sends: Value,
    /// The answer at the door.
    answer: u16,
    /// What becomes of it, with the reason.
    fate: String,
    /// Instead of a letter: a member here looks for this address, and joins.
    joins: String,
    /// What leaves for that program then; nothing is asked if it is not there.
    leaves: Option<Vec<String>>,
    /// What it shows from now on.
    documents: serde_json::Map<String, Value>,
    /// Where people look.
    at: String,
    /// What they read there.
    shows: Vec<String>,
    /// What they do not.
    hides: Vec<String>,
    /// The answer to their look.
    status: u16,
}

impl Default for Step {
    fn default() -> Self {
        Self {
            so: String::new(),
            by: String::new(),
            sends: Value::Null,
            answer: 202,
            fate: "done ".to_owned(),
            joins: String::new(),
            leaves: None,
            documents: serde_json::Map::new(),
            at: String::new(),
            shows: Vec::new(),
            hides: Vec::new(),
            status: 200,
        }
    }
}

/// A story while it is told.
struct Telling<'a> {
    town: &'a Town,
    scene: &'a Scene,
    story: &'a Story,
    /// What stands for what: `{peer}`, `{ours}` …
    blanks: Vec<(&'static str, String)>,
}

fn tells(town: &mut Town, program: &str, name: &str) {
    let file =
        Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("tests/federation/shapes/{program}/{name}.json"));
    let text = std::fs::read_to_string(&file).unwrap();
    let story: Story =
        serde_json::from_str(&text).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
    let scene = Scene::at(town);
    let thread = crate::forum::said::opens(town, &scene.ada, "evenings", "Awake again.");
    let origin = town.app.federation().own.origin.clone();
    let blanks = vec![
        ("{peer}", scene.peer.at("")),
        ("{host}", scene.peer.domain()),
        ("{ours}", origin.clone()),
        ("{ours-host}", origin.trim_start_matches("http://").to_owned()),
        ("{thread}", format!("{origin}/p/{thread}")),
        ("{thread-page}", format!("/p/{thread}")),
        ("{pem}", scene.peer.pem()),
    ];
    let mut telling = Telling { town, scene: &scene, story: &story, blanks };
    telling.shows(&story.documents);
    for step in &story.steps {
        telling.tells(step);
    }
    // Nothing is left on its way that another test could hear.
    leaves(town, &scene.peer);
}

impl Telling<'_> {
    fn filled(&self, text: &str) -> String {
        self.blanks.iter().fold(text.to_owned(), |text, (blank, value)| text.replace(blank, value))
    }

    /// The same within a document: whatever is filled in stays within its text.
    fn filled_in(&self, value: &Value) -> Value {
        match value {
            Value::String(text) => Value::String(self.filled(text)),
            Value::Array(all) => all.iter().map(|each| self.filled_in(each)).collect(),
            Value::Object(all) => {
                all.iter().map(|(name, each)| (name.clone(), self.filled_in(each))).collect()
            }
            other => other.clone(),
        }
    }

    fn shows(&self, documents: &serde_json::Map<String, Value>) {
        for (path, value) in documents {
            let kind = if path.starts_with("/.well-known/") {
                "application/jrd+json"
            } else {
                &self.story.content_type
            };
            let says = match value {
                // What is gone is gone.
                Value::Number(status) => {
                    Says::bare(u16::try_from(status.as_u64().unwrap()).unwrap(), "x-a", "b")
                }
                value => Says::typed(kind, &self.filled_in(value)),
            };
            self.scene.peer.says(path, says);
        }
    }

    fn tells(&mut self, step: &Step) {
        let what = format!("{}: {}", self.story.what, step.so);
        self.shows(&step.documents);
        if !step.joins.is_empty() {
            self.joins(&step.joins);
        }
        if !step.sends.is_null() {
            self.town.app.clock().advance_s(40);
            let status = self.sends(&step.by, &self.filled_in(&step.sends));
            assert_eq!(status, step.answer, "{what}");
            opens(self.town);
            if status == 202 {
                let fate = "SELECT state || ' ' || reason AS line FROM parcel WHERE activity NOT LIKE 'newest:%' ORDER BY id DESC LIMIT 1";
                assert_eq!(self.town.lines(fate), std::slice::from_ref(&step.fate), "{what}");
            }
        }
        if let Some(expected) = &step.leaves {
            assert_eq!(&shapes(&self.hears()), expected, "{what}");
        }
        self.learns();
        if step.at.is_empty() {
            return;
        }
        let page = self.scene.ada.visits(&self.filled(&step.at)).is(step.status);
        let text = if step.status == 200 { page.text("main") } else { page.body.clone() };
        for words in &step.shows {
            assert!(text.contains(&self.filled(words)), "{what}: {words} is not in\n{text}");
        }
        for words in &step.hides {
            assert!(!page.body.contains(&self.filled(words)), "{what}: {words} is in\n{text}");
        }
    }

    /// What came there; a request to follow is kept for what answers it.
    fn hears(&mut self) -> Vec<Value> {
        let heard = leaves(self.town, &self.scene.peer);
        if let Some(follow) = heard.iter().find(|letter| letter["type"] == "Follow") {
            self.blanks.retain(|(blank, _)| *blank != "{follow}");
            self.blanks.push(("{follow}", follow["id"].as_str().unwrap().to_owned()));
        }
        heard
    }

    /// The newest thread has a place in what comes after.
    fn learns(&mut self) {
        let newest = self.town.lines("SELECT public_id AS line FROM thread ORDER BY id DESC LIMIT 1").pop();
        self.blanks.retain(|(blank, _)| *blank != "{newest}");
        self.blanks.extend(newest.map(|id| ("{newest}", format!("/p/{id}"))));
    }

    fn joins(&mut self, address: &str) {
        let ada = &self.scene.ada;
        let page = ada.visits("/groups/elsewhere").is(200);
        let about = ada.fills(&page, "/groups/elsewhere", &[("address", &self.filled(address))]).is(303);
        let place = about.location.trim_end_matches("/about").to_owned();
        let page = ada.visits(&about.location).is(200);
        ada.fills(&page, &format!("{place}/join"), &[]).is(303);
        self.town.settles();
        self.blanks.push(("{theirs}", place));
    }

    /// A letter, signed as the program signs; the status it was answered with.
    fn sends(&self, who: &str, letter: &Value) -> u16 {
        let body = letter.to_string();
        let url = format!("{}/inbox", self.town.app.federation().own.origin);
        let now = self.town.app.clock().now();
        if self.story.signs.form == "nodebb" {
            let mut first = self.knocks(who, &url, (body.as_bytes(), now));
            first.push(("content-type".to_owned(), self.story.content_type.clone()));
            let first: Vec<(&str, &str)> =
                first.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
            let refused = self.town.stranger().sends("POST", "/inbox", &first, Some(body.as_bytes())).status;
            assert_eq!(refused, 401, "it comes again with the draft's");
        }
        let mut headers = match self.story.signs.form.as_str() {
            "rfc9421" => {
                self.scene.peer.signs(who, ("POST", &url), Some(body.as_bytes()), (Form::Rfc9421, now))
            }
            _ => self.signed(who, &url, (body.as_bytes(), now)),
        };
        headers.push(("content-type".to_owned(), self.story.content_type.clone()));
        let headers: Vec<(&str, &str)> =
            headers.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        self.town.stranger().sends("POST", "/inbox", &headers, Some(body.as_bytes())).status
    }

    /// What NodeBB tries first: RFC 9421 over the draft's `digest`, with a parameter that the standard has not.
    fn knocks(&self, who: &str, url: &str, (body, now): (&[u8], Moment)) -> Vec<(String, String)> {
        let at = jiff::Timestamp::from_millisecond(now.0).unwrap();
        let date = jiff::fmt::rfc2822::DateTimePrinter::new().timestamp_to_rfc9110_string(&at).unwrap();
        let digest = format!("SHA-256={}", STANDARD.encode(Sha256::digest(body)));
        let host = url.trim_start_matches("http://").split('/').next().unwrap();
        let key = format!("{}{}", self.scene.peer.at(who), self.story.signs.key);
        let created = now.0 / 1_000;
        let params = format!(
            r#"("@method" "@target-uri" "host" "date" "digest");algorithm="rsa-sha256";created={created};keyid="{key}""#
        );
        let base = format!(
            "\"@method\": POST\n\"@target-uri\": {url}\n\"host\": {host}\n\"date\": {date}\n\"digest\": {digest}\n\"@signature-params\": {params}"
        );
        let signature = STANDARD.encode(self.scene.peer.signs_bytes(base.as_bytes()));
        [
            ("date", date),
            ("digest", digest),
            ("signature-input", format!("sig1={params}")),
            ("signature", format!("sig1=:{signature}:")),
        ]
        .map(|(name, value)| (name.to_owned(), value))
        .to_vec()
    }

    /// The draft's signature over just what the program covers, in its order.
    fn signed(&self, who: &str, url: &str, (body, now): (&[u8], Moment)) -> Vec<(String, String)> {
        let signs = &self.story.signs;
        let at = jiff::Timestamp::from_millisecond(now.0).unwrap();
        let date = jiff::fmt::rfc2822::DateTimePrinter::new().timestamp_to_rfc9110_string(&at).unwrap();
        let digest = format!("SHA-256={}", STANDARD.encode(Sha256::digest(body)));
        let host = url.trim_start_matches("http://").split('/').next().unwrap().to_owned();
        // Dates of its own, if it covers any, are said in quotes behind everything else.
        let dates = [("created", now.0 / 1_000), ("expires", now.0 / 1_000 + 3_600)];
        let value = |name: &str| match name {
            "(created)" => dates[0].1.to_string(),
            "(expires)" => dates[1].1.to_string(),
            "(request-target)" => "post /inbox".to_owned(),
            "host" => host.clone(),
            "date" => date.clone(),
            "digest" => digest.clone(),
            "content-type" => self.story.content_type.clone(),
            other => panic!("no program covers {other}"),
        };
        let lines: Vec<String> =
            signs.covers.split(' ').map(|name| format!("{name}: {}", value(name))).collect();
        let signature = STANDARD.encode(self.scene.peer.signs_bytes(lines.join("\n").as_bytes()));
        let key = format!("{}{}", self.scene.peer.at(who), signs.key);
        let (algorithm, covers) = (&signs.algorithm, &signs.covers);
        let mut signature = format!(
            "keyId=\"{key}\",algorithm=\"{algorithm}\",headers=\"{covers}\",signature=\"{signature}\""
        );
        for (name, second) in dates.iter().filter(|(name, _)| covers.contains(name)) {
            signature = format!("{signature},{name}=\"{second}\"");
        }
        [("date", date), ("digest", digest), ("signature", signature)]
            .map(|(name, value)| (name.to_owned(), value))
            .to_vec()
    }
}

on_both! {
    fn lemmy_speaks_in_a_group_here(town) {
        tells(town, "lemmy", "here");
    }

    fn a_community_of_lemmy_is_read_here(town) {
        tells(town, "lemmy", "there");
    }

    fn mastodon_speaks_in_a_group_here(town) {
        tells(town, "mastodon", "here");
    }

    fn mastodon_signs_as_rfc_9421_says(town) {
        tells(town, "mastodon", "newer");
    }

    fn piefed_speaks_in_a_group_here(town) {
        tells(town, "piefed", "here");
    }

    fn a_community_of_piefed_is_read_here(town) {
        tells(town, "piefed", "there");
    }

    fn mbin_speaks_in_a_group_here(town) {
        tells(town, "mbin", "here");
    }

    fn a_magazine_of_mbin_is_read_here(town) {
        tells(town, "mbin", "there");
    }

    fn nodebb_speaks_in_a_group_here(town) {
        tells(town, "nodebb", "here");
    }

    fn a_category_of_nodebb_is_read_here(town) {
        tells(town, "nodebb", "there");
    }

    fn discourse_speaks_in_a_group_here(town) {
        tells(town, "discourse", "here");
    }

    fn a_category_of_discourse_is_read_here(town) {
        tells(town, "discourse", "there");
    }
}

#[test]
fn no_story_is_left_untold() {
    let own =
        std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/federation/shapes.rs"))
            .unwrap();
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/federation/shapes");
    let mut stories = 0;
    for program in std::fs::read_dir(folder).unwrap().map(Result::unwrap) {
        for story in std::fs::read_dir(program.path()).unwrap().map(Result::unwrap) {
            let (program, story) = (program.file_name(), story.path());
            let told = format!(
                "\"{}\", \"{}\"",
                program.to_str().unwrap(),
                story.file_stem().unwrap().to_str().unwrap()
            );
            assert!(own.contains(&told), "{told}");
            stories += 1;
        }
    }
    assert_eq!(stories, 12);
}
