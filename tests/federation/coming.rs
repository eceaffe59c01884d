//! What other communities send, played by a puppet: follows, words, kind words; and what is hostile, each with its answer and
//! nothing kept.

use hearthside::federation::peers::{self, Links};
use hearthside::federation::signature::Form;
use hearthside::federation::{far, inbound};
use hearthside::kernel::GroupId;
use hearthside::policy::{Reach, Viewer};
use serde_json::{Value, json};

use super::leaving::leaves;
use crate::harness::peer::{Peer, Says};
use crate::harness::{Person, Town};
use crate::safety::{decides, tells, the_case};

/// Everybody, as others write it.
const PUBLIC: &str = "https://www.w3.org/ns/activitystreams#Public";

/// A town with a group for the open web, that speaks with everybody; and somebody elsewhere.
pub struct Scene {
    pub peer: Peer,
    pub ada: Person,
    number: std::cell::Cell<usize>,
}

impl Scene {
    pub fn at(town: &Town) -> Self {
        let own = town.app.federation().own.clone();
        town.opens_its_doors("open");
        town.arranges(move |tx| peers::set_links(tx, &Viewer::House, &own, Links::Open));
        let ada = town.person("Quiet Ada");
        let group = town.group("evenings", Reach::Everyone, &[&ada]);
        town.arranges(move |tx| {
            tx.batch(&format!(
                "UPDATE \"group\" SET listed = 'everyone', reach = 'everyone' WHERE id = {group}"
            ))
        });
        Self { peer: Peer::new(11), ada, number: std::cell::Cell::new(0) }
    }

    pub fn wren(&self) -> String {
        self.peer.at("/u/wren")
    }

    /// A letter of Wren's, signed as it should be; the status it was answered with.
    pub fn sends(&self, town: &Town, activity: &Value) -> u16 {
        self.sends_as(town, "/u/wren", activity)
    }

    pub fn sends_as(&self, town: &Town, who: &str, activity: &Value) -> u16 {
        let body = activity.to_string();
        self.posts(town, body.as_bytes(), &self.headers(town, who, body.as_bytes()))
    }

    pub fn headers(&self, town: &Town, who: &str, body: &[u8]) -> Vec<(String, String)> {
        let inbox = format!("{}/inbox", town.app.federation().own.origin);
        self.peer.signs(who, ("POST", &inbox), Some(body), (Form::Draft, town.app.clock().now()))
    }

    pub fn posts(&self, town: &Town, body: &[u8], headers: &[(String, String)]) -> u16 {
        let agent: ureq::Agent = ureq::Agent::config_builder().http_status_as_error(false).build().into();
        let request =
            headers.iter().fold(agent.post(format!("{}/inbox", town.origin())), |request, (name, value)| {
                request.header(name.as_str(), value.as_str())
            });
        request.header("content-type", "application/activity+json").send(body).unwrap().status().as_u16()
    }

    /// An activity of Wren's, with a new address.
    pub fn activity(&self, kind: &str, object: Value) -> Value {
        self.number.set(self.number.get() + 1);
        let id = self.peer.at(&format!("/a/{}", self.number.get()));
        json!({ "id": id, "type": kind, "actor": self.wren(), "to": [PUBLIC], "object": object })
    }

    pub fn group_id(&self, town: &Town) -> String {
        format!("{}/g/evenings", town.app.federation().own.origin)
    }

    /// A thread of Wren's for the group.
    pub fn page(&self, town: &Town, path: &str) -> Value {
        self.page_in(path, &self.group_id(town))
    }

    pub fn page_in(&self, path: &str, group: &str) -> Value {
        json!({
            "id": self.peer.at(path), "type": "Page", "attributedTo": self.wren(), "name": "A long night",
            "to": [group, PUBLIC], "audience": group, "content": "<p>Still <b>here</b>.</p>",
        })
    }

    /// Words of Wren's below others.
    pub fn note(&self, path: &str, answers: &str) -> Value {
        json!({ "id": self.peer.at(path), "type": "Note", "attributedTo": self.wren(), "inReplyTo": answers,
            "to": [PUBLIC], "content": "<p>Me too.</p>" })
    }
}

/// Opens what came.
pub fn opens(town: &Town) {
    town.waits_for(inbound::open_due(&town.app)).unwrap();
    town.settles();
}

/// What became of what came, in order.
fn fates(town: &Town) -> Vec<String> {
    town.lines("SELECT state || ' ' || reason AS line FROM parcel ORDER BY id")
}

fn origin(town: &Town) -> String {
    town.app.federation().own.origin.clone()
}

/// The address of the Follow that was sent to the group elsewhere.
const OUR_FOLLOW: &str = "http://127.0.0.1:8080/reader#follow-1";

/// A group of the other community that stands here, too.
pub struct Owls<'a> {
    scene: &'a Scene,
    pub actor: String,
    id: GroupId,
}

impl<'a> Owls<'a> {
    pub fn of(scene: &'a Scene, town: &mut Town) -> Self {
        let mut document = scene.peer.actor("/g/owls", "Group");
        document["preferredUsername"] = json!("owls");
        scene.peer.says("/g/owls", Says::json(&document));
        let (actor, domain) = (scene.peer.at("/g/owls"), scene.peer.domain());
        let about = far::About {
            actor: actor.clone(),
            domain,
            handle: "owls".to_owned(),
            title: "Owls".to_owned(),
            purpose: String::new(),
            language: "en".to_owned(),
            reach: Reach::Everyone,
            inbox: scene.peer.at("/inbox"),
            shared: String::new(),
            outbox: String::new(),
            moderators: vec![],
        };
        let id = town.arranges(move |tx| far::mirror(tx, &about)).id;
        Self { scene, actor, id }
    }

    /// An activity of the group itself.
    pub fn does(&self, kind: &str, object: Value) -> Value {
        let mut activity = self.scene.activity(kind, object);
        activity["actor"] = json!(self.actor);
        activity
    }

    /// Comes, and what it asks for is done.
    fn says(&self, town: &mut Town, activity: &Value) {
        assert_eq!(self.scene.sends_as(town, "/g/owls", activity), 202);
        opens(town);
    }

    pub fn passes_on(&self, town: &mut Town, inner: &Value) {
        self.says(town, &self.does("Announce", inner.clone()));
    }

    pub fn lets_us_follow(&self, town: &mut Town) {
        let id = self.id;
        town.arranges(move |tx| far::set_state(tx, id, far::State::Asked, OUR_FOLLOW));
        self.says(town, &self.does("Accept", json!(OUR_FOLLOW)));
    }
}

on_both! {
    fn somebody_elsewhere_follows_a_group_and_leaves(town) {
        let scene = Scene::at(town);
        let follow = scene.activity("Follow", json!(scene.group_id(town)));
        assert_eq!(scene.sends(town, &follow), 202);
        assert_eq!(scene.sends(town, &follow), 202, "the same again is nothing new");
        opens(town);
        assert_eq!(fates(town), ["done "]);
        assert_eq!(town.lines("SELECT actor AS line FROM follower"), [scene.wren()]);
        let answers = leaves(town, &scene.peer);
        assert_eq!(answers.len(), 1, "{answers:?}");
        assert_eq!((&answers[0]["type"], &answers[0]["object"]["id"]), (&json!("Accept"), &follow["id"]));
        assert_eq!(town.count("SELECT CAST(length(body) AS BIGINT) AS n FROM parcel"), 0, "its body is not kept");
        town.host("Patient Alder").visits("/host/partners").is(200).shows("In touch").shows(&scene.peer.domain());

        assert_eq!(scene.sends(town, &scene.activity("Undo", follow)), 202);
        opens(town);
        assert_eq!(town.count("SELECT count(*) AS n FROM follower"), 0);
    }

    fn words_come_are_changed_and_taken_back(town) {
        let scene = Scene::at(town);
        let page = scene.page(town, "/p/1");
        scene.sends(town, &scene.activity("Create", page.clone()));
        scene.sends(town, &scene.activity("Create", scene.note("/p/2", &scene.peer.at("/p/1"))));
        opens(town);
        assert_eq!(fates(town), ["done ", "done "]);
        let id = town.lines("SELECT public_id AS line FROM thread").pop().unwrap();
        let name = format!("wren@{}", scene.peer.domain());
        scene.ada.visits(&format!("/p/{id}")).is(200).shows("A long night").shows("Still here.").shows("Me too.").shows(&name);

        let mut changed = page.clone();
        changed["content"] = json!("<p>Still here, and it is light.</p>");
        scene.sends(town, &scene.activity("Update", changed));
        scene.sends(town, &scene.activity("Like", json!(scene.peer.at("/p/1"))));
        opens(town);
        scene.ada.visits(&format!("/p/{id}")).is(200).shows("it is light");
        assert_eq!(fates(town).pop().unwrap(), "dropped reaction-own");

        scene.sends(town, &scene.activity("Delete", json!(scene.peer.at("/p/2"))));
        scene.sends(town, &scene.activity("Create", scene.note("/p/2", &scene.peer.at("/p/1"))));
        opens(town);
        assert_eq!(town.count("SELECT count(*) AS n FROM reply WHERE taken_back_at IS NULL"), 0, "a late word does not come back");
        scene.sends(town, &scene.activity("Delete", json!(scene.peer.at("/p/9"))));
        scene.sends(town, &scene.activity("Create", scene.page(town, "/p/9")));
        opens(town);
        assert_eq!(fates(town).pop().unwrap(), "dropped gone", "nor one that never came");

        scene.sends(town, &scene.activity("Delete", json!(scene.wren())));
        opens(town);
        town.waits_s(7_200);
        assert_eq!(town.count("SELECT count(*) AS n FROM far_face"), 0);
        assert_eq!(town.count("SELECT count(*) AS n FROM thread WHERE taken_back_at IS NULL"), 0);
        assert_eq!(town.count("SELECT count(*) AS n FROM face WHERE kind = 'remote'"), 0, "nothing says who they were");
    }

    fn words_that_were_taken_back_stand_again_as_they_are_told_then(town) {
        let scene = Scene::at(town);
        let page = scene.page(town, "/p/1");
        scene.sends(town, &scene.activity("Create", page.clone()));
        let delete = scene.activity("Delete", json!(scene.peer.at("/p/1")));
        scene.sends(town, &delete);
        opens(town);
        assert_eq!(town.count("SELECT count(*) AS n FROM thread WHERE taken_back_at IS NULL"), 0);
        let mut told = page;
        told["content"] = json!("<p>Here after all.</p>");
        scene.peer.says("/p/1", Says::json(&told));
        scene.sends(town, &scene.activity("Undo", delete));
        opens(town);
        assert_eq!(town.lines("SELECT body AS line FROM thread WHERE taken_back_at IS NULL"), ["Here after all."]);
    }

    fn kind_words_are_put_changed_and_taken_back(town) {
        let scene = Scene::at(town);
        let thread = crate::forum::said::opens(town, &scene.ada, "evenings", "Awake again.");
        let uri = format!("{}/p/{thread}", origin(town));
        let counts = |town: &Town| town.lines("SELECT with_count || ' ' || proud_count AS line FROM thread").pop().unwrap();
        let like = scene.activity("Like", json!(uri));
        scene.sends(town, &like);
        opens(town);
        assert_eq!(counts(town), "1 0");
        let mut party = scene.activity("EmojiReact", json!(uri));
        party["content"] = json!("🎉");
        scene.sends(town, &party);
        opens(town);
        assert_eq!(counts(town), "0 1");
        scene.sends(town, &scene.activity("Dislike", json!(uri)));
        scene.sends(town, &scene.activity("Undo", party));
        opens(town);
        assert_eq!(counts(town), "0 0");
        assert_eq!(fates(town), ["done ", "done ", "dropped dislike", "done "]);
    }

    fn a_group_elsewhere_passes_words_on_once_it_let_us_follow(town) {
        let scene = Scene::at(town);
        let owls = Owls::of(&scene, town);
        let create = scene.activity("Create", scene.page_in("/p/1", &owls.actor));
        owls.passes_on(town, &create);
        assert_eq!(fates(town).pop().unwrap(), "dropped not-followed");
        owls.says(town, &owls.does("Accept", json!(OUR_FOLLOW)));
        assert_eq!(fates(town).pop().unwrap(), "dropped no-request", "nobody asked");
        owls.lets_us_follow(town);
        owls.passes_on(town, &create);
        owls.passes_on(town, &scene.activity("Create", scene.note("/p/2", &scene.peer.at("/p/1"))));
        assert_eq!(town.lines("SELECT title || ' ' || reach AS line FROM thread"), ["A long night everyone"]);
        assert_eq!(town.count("SELECT count(*) AS n FROM reply"), 1);
        owls.passes_on(town, &json!(scene.peer.at("/p/3")));
        assert_eq!(fates(town).pop().unwrap(), "dropped not-there", "an address that leads nowhere");
    }

    fn what_a_group_elsewhere_took_before_it_came_stays_away_until_the_group_lets_it_in(town) {
        let scene = Scene::at(town);
        let owls = Owls::of(&scene, town);
        owls.lets_us_follow(town);
        let delete = owls.does("Delete", json!(scene.peer.at("/p/1")));
        owls.passes_on(town, &delete);
        owls.passes_on(town, &scene.activity("Create", scene.page_in("/p/1", &owls.actor)));
        assert_eq!(fates(town).pop().unwrap(), "dropped gone");
        owls.passes_on(town, &owls.does("Undo", delete));
        assert_eq!(fates(town).pop().unwrap(), "done ");
        owls.passes_on(town, &scene.activity("Create", scene.page_in("/p/1", &owls.actor)));
        assert_eq!(town.count("SELECT count(*) AS n FROM thread"), 1);
    }

    fn what_the_keepers_of_a_group_elsewhere_do_is_so_here(town) {
        let scene = Scene::at(town);
        let owls = Owls::of(&scene, town);
        owls.lets_us_follow(town);
        owls.passes_on(town, &scene.activity("Create", scene.page_in("/p/1", &owls.actor)));
        owls.passes_on(town, &scene.activity("Create", scene.note("/p/2", &scene.peer.at("/p/1"))));

        owls.passes_on(town, &scene.activity("Lock", json!(scene.peer.at("/p/1"))));
        assert_eq!(fates(town).pop().unwrap(), "dropped not-keeper");
        owls.passes_on(town, &owls.does("Lock", json!(scene.peer.at("/p/1"))));
        assert_eq!(town.count("SELECT count(*) AS n FROM thread WHERE locked_at IS NOT NULL"), 1);
        for (kind, pinned) in [("Add", 1), ("Remove", 0)] {
            let mut activity = owls.does(kind, json!(scene.peer.at("/p/1")));
            activity["target"] = json!(format!("{}/featured", owls.actor));
            owls.passes_on(town, &activity);
            assert_eq!(town.count("SELECT count(*) AS n FROM thread WHERE pinned_at IS NOT NULL"), pinned, "{kind}");
        }
        let stands = |town: &Town| {
            (town.count("SELECT count(*) AS n FROM reply WHERE removed_at IS NULL"), town.count("SELECT reply_count AS n FROM thread"))
        };
        let delete = owls.does("Delete", json!(scene.peer.at("/p/2")));
        owls.passes_on(town, &delete);
        assert_eq!(stands(town), (0, 0), "out of sight");
        owls.passes_on(town, &owls.does("Undo", delete));
        assert_eq!(stands(town), (1, 1), "and back");
        let mut block = owls.does("Block", json!(scene.wren()));
        block["removeData"] = json!(true);
        owls.passes_on(town, &block);
        assert_eq!(stands(town), (0, 0), "all of one writer");
        assert_eq!(town.count("SELECT count(*) AS n FROM thread WHERE removed_at IS NULL"), 0);
    }

    fn a_concern_from_elsewhere_waits_for_the_host_and_does_nothing(town) {
        let scene = Scene::at(town);
        let thread = crate::forum::said::opens(town, &scene.ada, "evenings", "Awake again.");
        let mut flag = scene.activity("Flag", json!([format!("{}/p/{thread}", origin(town)), scene.wren()]));
        flag["content"] = json!("They sell something.");
        assert_eq!(scene.sends(town, &flag), 202);
        assert_eq!(scene.sends(town, &scene.activity("Dislike", json!(format!("{}/p/{thread}", origin(town))))), 202);
        opens(town);
        let shown = town.count("SELECT count(*) AS n FROM thread WHERE removed_at IS NULL AND locked_at IS NULL");
        assert_eq!((shown, town.count("SELECT count(*) AS n FROM held")), (1, 0));

        let domain = scene.peer.domain();
        let place = format!("/host/partners/{domain}/came");
        let host = town.host("Patient Alder");
        host.visits(&place).is(404);
        town.arranges(move |tx| tx.batch(&format!("INSERT INTO peer (domain) VALUES ('{domain}')")));
        host.visits(&place).is(200).shows("They sell something.").shows(&format!("/p/{thread}"))
            .shows("A kind of thing this community does not take.");
        scene.ada.visits(&place).is(403).hides("They sell something.");
        town.stranger().visits(&place).is(303);
    }

    fn somebody_elsewhere_is_paused_in_a_group_as_anybody(town) {
        let scene = Scene::at(town);
        scene.sends(town, &scene.activity("Create", scene.page(town, "/p/1")));
        opens(town);
        let id = town.lines("SELECT public_id AS line FROM thread").pop().unwrap();
        let maya = town.person("Maya Lake");
        tells(&maya, &format!("/p/{id}"), &[("reason", "cruel")]).is(303);
        let case = the_case(&scene.ada);
        let pause = [("verb", "pause"), ("days", "7"), ("words", "A week away."), ("removes", "1")];
        decides(&scene.ada, &case, &pause).is(303);
        town.settles();
        maya.visits(&format!("/p/{id}")).is(404);
        scene.sends(town, &scene.activity("Create", scene.page(town, "/p/2")));
        opens(town);
        assert_eq!(fates(town), ["done ", "dropped paused-here"]);
        assert_eq!(town.count("SELECT count(*) AS n FROM thread"), 1);
    }

    fn words_that_wait_are_seen_by_those_who_look_after_the_group_alone(town) {
        let scene = Scene::at(town);
        let domain = scene.peer.domain();
        town.arranges(move |tx| tx.batch(&format!("INSERT INTO peer (domain, stance) VALUES ('{domain}', 'hold')")));
        scene.sends(town, &scene.activity("Create", scene.page(town, "/p/1")));
        opens(town);
        assert_eq!(fates(town), ["done "]);
        assert_eq!(town.count("SELECT count(*) AS n FROM held"), 1);
        let id = town.lines("SELECT public_id AS line FROM thread").pop().unwrap();
        town.stranger().visits(&format!("/p/{id}")).is(404);
    }
}
