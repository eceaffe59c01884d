//! Links into a group and into the community.

use hearthside::identity::sessions::middleware::COOKIE;
use hearthside::policy::Reach;
use serde_json::json;

use super::groups::{asks, csrf};
use crate::harness::{Person, Seen};

/// Somebody makes a link into the group; what they see next holds the address.
fn links(keeper: &Person, uses: &str, days: &str) -> String {
    let form = keeper.visits("/g/evenings/invitations").is(200);
    let answers = [("label", "For Tuesday"), ("uses", uses), ("days", days)];
    keeper.fills(&form, "/g/evenings/invitations", &answers).is(303).location
}

fn follows(person: &Person, link: &str) -> Seen {
    let token = csrf(person);
    person.posts(link, &[("csrf", &token)])
}

fn hides_group(steward: &Person) {
    let form = steward.visits("/g/evenings/edit").is(200);
    let answers = [
        ("title", "Evenings"),
        ("purpose", "For evenings that are long."),
        ("listed", "group"),
        ("ceiling", "group"),
        ("joining", "invitation"),
    ];
    steward.fills(&form, "/g/evenings/edit", &answers).is(303);
}

on_both! {
    fn a_link_lets_somebody_into_a_group_they_could_not_know_of(town) {
        let (ada, maya) = (town.person("Quiet Ada"), town.person("Maya Lake"));
        town.group("evenings", Reach::Community, &[&ada]);
        hides_group(&ada);
        maya.visits("/g/evenings/about").is(404);

        let link = links(&ada, "1", "7");
        assert!(ada.visits(&link).is(200).text("#address").ends_with(&link));
        let seen = maya.visits(&link).is(200).shows("Evenings").shows("never leave");
        assert_eq!(seen.count("#address"), 0);
        let visitor = town.stranger().visits(&link).is(200);
        assert_eq!(visitor.attribute("a.honey", "href"), Some(link.replace("/i/", "/hello?invitation=")));

        assert_eq!(maya.fills(&seen, &link, &[]).is(303).location, "/g/evenings");
        maya.visits("/g/evenings/people").is(200).shows("Quiet Ada");
        follows(&maya, &link).is(410);
    }

    fn somebody_new_comes_in_by_a_groups_link_and_is_in_the_group_once_the_news_is_heard(town) {
        let ada = town.person("Quiet Ada");
        town.group("evenings", Reach::Community, &[&ada]);
        hides_group(&ada);
        let link = links(&ada, "1", "7");
        town.opens_its_doors("invitation");

        let rae = town.stranger();
        let door = rae.visits(&link).is(200).attribute("a.honey", "href").unwrap();
        let hello = rae.visits(&door).is(200);
        rae.fills(&hello, "/hello", &[("name", "Rae Stone"), ("agrees", "1")]).is(303);
        rae.visits("/g/evenings/people").is(404);
        town.settles();
        rae.visits("/g/evenings/people").is(200).shows("Quiet Ada");
        ada.visits("/g/evenings/people").is(200).shows("Rae Stone");
        ada.visits("/g/evenings/invitations").is(200).hides("For Tuesday");
        let late = town.stranger();
        late.fills(&hello, "/hello", &[("name", "Slow Joe"), ("agrees", "1")]);
        assert_eq!(town.count("SELECT count(*) AS n FROM membership"), 2, "the last use lets in one");
    }

    fn a_link_that_is_used_up_expired_or_withdrawn_says_so_kindly(town) {
        let (ada, maya, rae) = (town.person("Quiet Ada"), town.person("Maya Lake"), town.person("Rae Stone"));
        town.group("evenings", Reach::Community, &[&ada]);

        let used = links(&ada, "1", "7");
        follows(&maya, &used).is(303);
        follows(&rae, &used).is(410).shows("Ask the one who sent it");
        town.stranger().visits(&used).is(410);

        let withdrawn = links(&ada, "5", "7");
        let list = ada.visits("/g/evenings/invitations").is(200).shows("For Tuesday");
        ada.fills(&list, "/g/evenings/invitations/withdraw", &[]).is(303);
        ada.fills(&list, "/g/evenings/invitations/withdraw", &[]).is(303);
        rae.visits(&withdrawn).is(410);
        follows(&rae, &withdrawn).is(410);

        let expired = links(&ada, "5", "1");
        town.waits_s(86_400);
        rae.visits(&expired).is(200);
        town.waits_s(86_400);
        rae.visits(&expired).is(410);
        follows(&rae, &expired).is(410);
        let never = format!("/i/{}", "A".repeat(43));
        assert_eq!(rae.visits(&never).is(410).text("main"), rae.visits("/i/nonsense").is(410).text("main"));
        rae.visits("/g/evenings/people").is(403);
    }

    fn when_two_people_take_the_last_use_at_once_one_of_them_gets_in(town) {
        let ada = town.person("Quiet Ada");
        town.group("evenings", Reach::Community, &[&ada]);
        let link = links(&ada, "1", "7");
        let names = ["Maya Lake", "Rae Stone", "Slow River", "Early Lark"];
        let people: Vec<Person> = names.iter().map(|name| town.person(name)).collect();
        let tokens: Vec<String> = people.iter().map(csrf).collect();

        let statuses: Vec<u16> = std::thread::scope(|scope| {
            let going: Vec<_> = people
                .iter()
                .map(|person| person.cookie(COOKIE))
                .zip(&tokens)
                .map(|(cookie, token)| {
                    let (browser, link) = (town.stranger(), link.clone());
                    if let Some(cookie) = cookie {
                        browser.keeps(COOKIE, &cookie);
                    }
                    scope.spawn(move || browser.posts(&link, &[("csrf", token)]).status)
                })
                .collect();
            going.into_iter().map(|each| each.join().unwrap()).collect()
        });

        assert_eq!(statuses.iter().filter(|status| **status == 303).count(), 1, "{statuses:?}");
        assert_eq!(statuses.iter().filter(|status| **status == 410).count(), 3, "{statuses:?}");
        assert_eq!(ada.visits("/g/evenings/people").is(200).count("#people > li"), 2);
    }

    fn only_those_who_look_after_a_group_make_and_take_back_its_links(town) {
        let (ada, maya) = (town.person("Quiet Ada"), town.person("Maya Lake"));
        town.group("evenings", Reach::Community, &[&ada, &maya]);
        let link = links(&ada, "5", "7");
        let id = ada.visits("/g/evenings/invitations").attribute("#links input[name=invitation]", "value").unwrap();

        maya.visits("/g/evenings/invitations").is(403);
        let token = csrf(&maya);
        maya.posts("/g/evenings/invitations", &[("csrf", &token), ("uses", "1"), ("days", "1")]).is(403);
        maya.posts("/g/evenings/invitations/withdraw", &[("csrf", &token), ("invitation", &id)]).is(404);
        maya.posts("/invitations/withdraw", &[("csrf", &token), ("invitation", &id)]).is(404);
        maya.posts("/invitations/withdraw", &[("csrf", &token), ("invitation", "nonsense")]).is(404);
        town.stranger().visits("/invitations").is(303);
        maya.visits(&link).is(200);
    }

    fn what_does_not_fit_is_said_and_pressing_twice_makes_one_link(town) {
        let ada = town.person("Quiet Ada");
        town.group("evenings", Reach::Community, &[&ada]);
        let form = ada.visits("/g/evenings/invitations").is(200);

        let answers = [("label", "For Tuesday"), ("uses", "0"), ("days", "many")];
        let again = ada.fills(&form, "/g/evenings/invitations", &answers).is(422);
        assert_eq!((again.count("#uses-fault"), again.count("#days-fault")), (1, 1));
        assert_eq!(again.attribute("#label", "value").as_deref(), Some("For Tuesday"));

        let first = ada.fills(&again, "/g/evenings/invitations", &[("uses", "2"), ("days", "7")]).is(303);
        let second = ada.fills(&again, "/g/evenings/invitations", &[("uses", "2"), ("days", "7")]).is(303);
        assert_eq!(first.location, second.location);
        assert_eq!(ada.visits("/g/evenings/invitations").count("#links > li"), 1);
    }

    fn a_member_invites_into_the_community_and_sees_only_their_own_links(town) {
        let (ada, maya) = (town.person("Quiet Ada"), town.person("Maya Lake"));

        let form = ada.visits("/invitations").is(200).shows("No link is open");
        let link = ada.fills(&form, "/invitations", &[("label", "My cousin"), ("uses", "1")]).is(303).location;
        ada.visits("/invitations").is(200).shows("My cousin");
        maya.visits("/invitations").is(200).hides("My cousin");
        maya.visits(&link).is(200).shows("You are here already");
        assert_eq!(follows(&maya, &link).is(303).location, "/");
        town.stranger().visits(&link).is(200).shows("Come in");
    }

    fn programs_make_follow_and_withdraw_links(town) {
        let (ada, maya, rae) = (town.person("Quiet Ada"), town.person("Maya Lake"), town.person("Rae Stone"));
        town.group("evenings", Reach::Community, &[&ada]);
        let offer = json!({"label": "For Tuesday", "uses": 1, "days": 7});

        let path = "/api/v1/groups/evenings/invitations";
        assert_eq!(asks(&maya, "POST", path, &offer).is(403).json()["code"], "keepers-only");
        let made = asks(&ada, "POST", path, &offer).is(201).json();
        let token = made["url"].as_str().and_then(|url| url.rsplit('/').next()).unwrap().to_owned();
        let follow = format!("/api/v1/invitations/{token}");
        assert_eq!(town.stranger().visits(&follow).is(200).json()["group"], "evenings");
        assert_eq!(asks(&town.stranger(), "POST", &follow, &json!({})).is(401).json()["code"], "sign-in-first");
        assert_eq!(asks(&maya, "POST", &follow, &json!({})).is(200).json()["state"], "in");
        assert_eq!(asks(&rae, "POST", &follow, &json!({})).is(409).json()["code"], "invitation-ended");

        let made = asks(&ada, "POST", "/api/v1/invitations", &offer).is(201).json();
        assert_eq!(ada.visits("/api/v1/invitations").json()["rows"][0]["label"], "For Tuesday");
        let own = format!("/api/v1/invitations/{}", made["id"]);
        asks(&maya, "DELETE", &own, &json!({})).is(404);
        asks(&ada, "DELETE", &own, &json!({})).is(204);
        asks(&ada, "DELETE", &own, &json!({})).is(204);
        assert_eq!(asks(&ada, "POST", "/api/v1/invitations", &json!({"uses": 101, "days": 1})).is(422).json()["field"], "uses");
    }
}
