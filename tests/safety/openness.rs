//! The log of those who look after things, and what everybody may read of it.

use super::{decides, owls, tells, the_case};
use crate::forum::shares;

on_both! {
    fn the_log_has_names_for_those_who_look_after_things_and_numbers_for_everybody(town) {
        let (maya, lea) = (town.person("Maya Lake"), town.person("Old Lantern"));
        let (ada, tom, host) = (town.person("Quiet Ada"), town.person("Calm Stone"), town.host("Patient Alder"));
        owls(town, &[&maya, &lea, &ada, &tom]);
        for number in 0..6 {
            let thread = shares(&ada, "owls", &format!("Post {number}."));
            tells(&tom, &format!("/p/{thread}"), &[("reason", "spam")]).is(303);
            let verb = if number == 5 { "lock" } else { "note" };
            decides(&maya, &the_case(&maya), &[("verb", verb), ("words", "Once is enough.")]).is(303);
        }
        lea.visits("/look/done").is(200).shows("Maya Lake").shows("Quiet Ada").hides("Calm Stone");
        maya.visits("/look/done").is(200).shows("Once is enough.");
        let seen = host.visits("/look/done").is(200).shows("Maya Lake").hides("Post 1.");
        assert_eq!(seen.count("main form"), 0, "who acted is told; taking it back is for those who look after the group");
        let log = lea.visits("/look/done");
        let url = log.attribute("main form", "action").unwrap();
        let token = host.visits("/look").attribute("input[name=csrf]", "value").or_else(|| host.visits("/you/names").attribute("input[name=csrf]", "value")).unwrap();
        host.posts(&url, &[("csrf", &token)]).is(404);
        for outside in [&ada, &tom] {
            outside.visits("/look/done").is(403);
            let token = outside.visits("/you/names").attribute("input[name=csrf]", "value").unwrap();
            let log = lea.visits("/look/done");
            let url = log.attribute("main form", "action").unwrap();
            outside.posts(&url, &[("csrf", &token)]).is(404);
        }

        let visitor = town.stranger();
        visitor.visits("/what-we-did").is(200).shows("Nothing to tell");
        town.waits_s(8 * 86_400);
        let seen = visitor.visits("/what-we-did").is(200).hides("Maya").hides("Ada").hides("owls").hides("Once is enough");
        assert_eq!(seen.texts("dd"), ["5", "fewer than 5"]);
        let json = visitor.sends("GET", "/api/v1/what-we-did", &[], None).is(200).json();
        assert_eq!((&json["rows"][0]["counts"]["note"], json["rows"][0]["counts"]["lock"].is_null()), (&serde_json::json!(5), true));
    }
}
