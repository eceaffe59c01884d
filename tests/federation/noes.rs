//! Every "no" between this community and others, and of its host who says what they may do. `tests/generated/codes.rs` holds
//! that none is left out.

use hearthside::federation::peers::{self, Links, Promises, asked};
use serde_json::json;

use super::{CALM, links};
use crate::forum::groups::asks;
use crate::safety::is_no;

const PARTNERS: &str = "/api/v1/host/partners";

on_both! {
    fn each_no_of_what_a_host_says_of_others_is_said(town) {
        links(town, Links::Partners);
        let host = town.host("Patient Alder");
        let own = peers::Own::at(&town.app.settings().server.origin());
        let name = own.host.clone();
        is_no(asks(&host, "POST", PARTNERS, &json!({ "domain": name })).is(422), "peer-own");
        is_no(asks(&host, "POST", PARTNERS, &json!({ "domain": "our friends" })).is(422), "peer-domain");
        is_no(asks(&host, "PUT", &format!("{PARTNERS}/links"), &json!({ "links": "ajar" })).is(422), "peer-choice");
        let list = json!({ "list": "only, commas\n,,", "apply": false });
        is_no(asks(&host, "POST", &format!("{PARTNERS}/list"), &list).is(422), "peer-list");

        let stance = |stance: &str| json!({ "stance": stance, "no_media": false, "comment": "unkind", "why": "" });
        is_no(asks(&host, "PUT", &format!("{PARTNERS}/{CALM}/stance"), &stance("frown")).is(422), "peer-choice");
        asks(&host, "PUT", &format!("{PARTNERS}/{CALM}/stance"), &stance("block")).is(204);
        is_no(asks(&host, "POST", PARTNERS, &json!({ "domain": CALM })).is(409), "peer-blocked");

        town.arranges(|tx| tx.batch("INSERT INTO peer (domain, state) VALUES ('stillwater.example', 'refused')"));
        is_no(asks(&host, "POST", &format!("{PARTNERS}/stillwater.example/accept"), &json!({})).is(409), "peer-not-asking");
        town.arranges(|tx| tx.batch("UPDATE peer SET state = 'ended' WHERE domain = 'stillwater.example'"));
        is_no(asks(&host, "POST", &format!("{PARTNERS}/stillwater.example/refuse"), &json!({})).is(409), "peer-not-asking");
        asks(&host, "PUT", &format!("{PARTNERS}/links"), &json!({ "links": "closed" })).is(204);
        is_no(asks(&host, "POST", PARTNERS, &json!({ "domain": "other.example" })).is(409), "peer-closed");
    }

    fn more_than_a_hundred_do_not_wait_for_an_answer(town) {
        links(town, Links::Partners);
        let own = peers::Own::at(&town.app.settings().server.origin());
        let knocks = |host: String| {
            let own = own.clone();
            town.tries(move |tx| asked(tx, &own, &host, &format!("https://{host}/#link-7"), &Promises::default()))
        };
        for number in 0..100 {
            knocks(format!("water{number}.example")).unwrap();
        }
        assert_eq!(knocks("one-more.example".to_owned()).unwrap_err().code(), "peer-crowd");
        knocks("water7.example".to_owned()).unwrap();
        let host = town.host("Patient Alder");
        asks(&host, "POST", &format!("{PARTNERS}/water7.example/refuse"), &json!({})).is(204);
        knocks("one-more.example".to_owned()).unwrap();
    }
}
