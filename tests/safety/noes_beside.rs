//! Every "no" of what stands beside cases: turns and rests, how much somebody takes on, whom one hears less of, words one would
//! rather not meet. `tests/generated/codes.rs` holds that none is left out.

use serde_json::json;

use super::crisis::four;
use super::{is_no, tells};
use crate::forum::groups::asks;
use crate::forum::shares;
use crate::harness::Town;

fn turns(town: &Town) {
    let (maya, _, _, _) = four(town);
    let part = json!({ "person": "Quiet Ada", "role": "greeter", "turn": "weeks" });
    is_no(asks(&maya, "PUT", "/api/v1/groups/owls/people", &part).is(422), "turn-unchosen");
    let rest = json!({ "rest": "century" });
    is_no(asks(&maya, "POST", "/api/v1/groups/owls/service/rest", &rest).is(422), "rest-unchosen");
}

fn pace(town: &Town) {
    let (maya, _, ada, tom) = four(town);
    let chooses = |at_once: i64| {
        let limits = json!({ "limits": { "a_day": null, "at_once": at_once }, "folds": true });
        asks(&maya, "PUT", "/api/v1/look/pace", &limits)
    };
    is_no(chooses(51).is(422), "pace-number");
    is_no(chooses(0).is(422), "pace-number");
    chooses(1).is(204);
    for words in ["One.", "Two."] {
        tells(&tom, &format!("/p/{}", shares(&ada, "owls", words)), &[("reason", "spam")]).is(303);
    }
    let queue = asks(&maya, "GET", "/api/v1/look", &json!({})).is(200).json();
    let [one, two] =
        [0_usize, 1].map(|row| format!("/api/v1/look/{}/take", queue["rows"][row]["id"].as_str().unwrap()));
    asks(&maya, "POST", &one, &json!({})).is(204);
    is_no(asks(&maya, "POST", &two, &json!({})).is(409), "pace-hands-full");
}

fn quiet(town: &Town) {
    let (_, _, ada, tom) = four(town);
    for way in ["block", "mute"] {
        let path = format!("/api/v1/people/Quiet%20Ada/{way}");
        is_no(asks(&ada, "PUT", &path, &json!({ "lasts": "good" })).is(422), "quiet-oneself");
    }
    is_no(
        asks(&ada, "PUT", "/api/v1/people/Calm%20Stone/mute", &json!({ "lasts": "never" })).is(422),
        "quiet-choice",
    );
    is_no(
        asks(&ada, "PUT", "/api/v1/communities/calm/mute", &json!({ "lasts": "day" })).is(422),
        "quiet-community",
    );

    let (me, him) = (ada.face, tom.face);
    town.arranges(move |tx| {
        tx.batch(&format!(
            "INSERT INTO face (id, name, name_key, kind, seed, since_week)
                WITH RECURSIVE n(i) AS (SELECT CAST(1 AS BIGINT) UNION ALL SELECT i + 1 FROM n WHERE i < 500)
                SELECT 1000 + i, 'face ' || i, 'face' || i, 'name', i, 2900 FROM n;
             INSERT INTO block (by_face, face_id) SELECT {me}, id FROM face WHERE id > 1000 AND id <= 1500 AND id NOT IN ({me}, {him})"
        ))
    });
    is_no(asks(&ada, "PUT", "/api/v1/people/Calm%20Stone/block", &json!({})).is(409), "quiet-too-many");
    is_no(
        asks(&ada, "PUT", "/api/v1/people/Calm%20Stone/mute", &json!({ "lasts": "day" })).is(409),
        "quiet-too-many",
    );
}

fn words(town: &Town) {
    let ada = town.person("Quiet Ada");
    let mutes = |word: &str, hush: &str, lasts: &str| {
        asks(&ada, "PUT", "/api/v1/quiet/words", &json!({ "word": word, "hush": hush, "lasts": lasts }))
    };
    is_no(mutes("", "fold", "day").is(422), "muted-word");
    is_no(mutes(&"a".repeat(61), "fold", "day").is(422), "muted-word");
    is_no(mutes("poker", "louder", "day").is(422), "muted-hush");
    is_no(mutes("poker", "fold", "never").is(422), "muted-lasts");
    for number in 0..100 {
        mutes(&format!("word{number}"), "fold", "good").is(204);
    }
    is_no(mutes("poker", "fold", "day").is(409), "muted-full");
    mutes("word7", "hide", "day").is(204);
}

on_both! {
    fn each_no_of_a_turn_and_of_a_rest_is_said(town) {
        turns(town);
    }

    fn each_no_of_how_much_somebody_takes_on_is_said(town) {
        pace(town);
    }

    fn each_no_of_whom_one_hears_less_of_is_said(town) {
        quiet(town);
    }

    fn each_no_of_words_one_would_rather_not_meet_is_said(town) {
        words(town);
    }
}
