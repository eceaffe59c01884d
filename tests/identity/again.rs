//! Signed out in the middle of writing.

use hearthside::policy::Reach;

on_both! {
    fn words_sent_without_a_session_come_through_after_coming_back(town) {
        let ada = town.person("Quiet Ada");
        let long = "I went for a walk instead. ".repeat(20);
        let page = ada.visits("/you/names").is(200);
        let elsewhere = town.stranger();
        elsewhere.posts("/back-in", &[("words", &ada.words)]).is(303);
        elsewhere.fills(&elsewhere.visits("/you/safety"), "/you/safety/everywhere/out", &[]).is(303);

        let out = ada.fills(&page, "/you/names", &[("name", "Slow River"), ("about", &long)]).is(401);
        let out = out.shows("Your words are still here.").shows("I went for a walk instead.");
        let wrong = ada.fills(&out, "/back-in/again", &[("words", "not these")]).is(422);
        let wrong = wrong.shows("That does not open the door.").shows("I went for a walk instead.");
        let back = ada.fills(&wrong, "/back-in/again", &[("words", &ada.words)]).is(200);
        ada.fills(&back, "/you/names", &[]).is(303);
        ada.visits("/people/Slow%20River").is(200).shows("I went for a walk instead.");
    }

    fn nothing_is_sent_to_another_site(town) {
        let ada = town.person("Quiet Ada");
        town.group("welcome", Reach::Community, &[&ada]);
        let elsewhere = town.stranger();
        for to in ["https://elsewhere.example/", "//elsewhere.example/"] {
            elsewhere.posts("/back-in/again", &[("to", to), ("kept-a", "b"), ("words", &ada.words)]).is(404);
        }
    }
}
