//! Several people tell of one name in several places: those who look after things see that, and never who told.

use super::{owls, tells};
use crate::forum::aliases::{author_of, night_owls, whispers};
use crate::forum::shares;
use crate::harness::Person;
use hearthside::policy::Reach;

const SAYS: &str = "3 people told of this name for selling or advances";

/// The cases somebody is shown that speak of a pattern.
fn patterns(keeper: &Person) -> usize {
    keeper
        .visits("/look")
        .is(200)
        .texts("article.case")
        .iter()
        .filter(|case| case.contains("people told of this name"))
        .count()
}

on_both! {
    fn three_people_in_three_things_are_a_pattern_and_nobody_who_told_is_named(town) {
        let (maya, lea) = (town.person("Maya Lake"), town.person("Old Lantern"));
        let (ada, tom, bea, kit) = (town.person("Quiet Ada"), town.person("Calm Stone"), town.person("Bright Reed"), town.person("Small Fern"));
        owls(town, &[&maya, &lea, &ada, &tom, &bea, &kit]);
        for (number, teller) in [&tom, &bea].into_iter().enumerate() {
            let thread = shares(&ada, "owls", &format!("Come and see me, {number}."));
            tells(teller, &format!("/p/{thread}"), &[("reason", "advances"), ("words", "To me as well.")]).is(303);
            tells(&tom, &format!("/p/{thread}"), &[("reason", "solicitation")]).is(303);
        }
        assert_eq!(patterns(&maya), 0, "two people, in two things");
        let third = shares(&ada, "owls", "Come and see me, 2.");
        tells(&kit, &format!("/p/{third}"), &[("reason", "cruel")]).is(303);
        assert_eq!(patterns(&maya), 0, "another reason is another thing");
        let fourth = shares(&ada, "owls", "Come and see me, 3.");
        tells(&kit, &format!("/p/{fourth}"), &[("reason", "solicitation")]).is(303);
        let seen = maya.visits("/look").is(200).shows(SAYS).shows("in 3 things within 90 days").hides("They come from");
        for teller in ["Calm Stone", "Bright Reed", "Small Fern"] {
            assert!(!seen.body.contains(teller), "{teller} is named");
        }
        assert_eq!(patterns(&lea), 4);
        let json = maya.sends("GET", "/api/v1/look", &[], None).is(200).json();
        assert_eq!(json["rows"][0]["pattern"]["people"], 3);
        ada.visits("/look").is(403);
        let told = town.lines("SELECT mark || entry || words AS line FROM report");
        assert_eq!(told.iter().collect::<std::collections::BTreeSet<_>>().len(), told.len(), "no two tellings hold a value alike");
        assert_eq!(town.count("SELECT count(*) AS n FROM report WHERE is_another"), 3);
        assert!(town.tying_commits().is_empty());
    }

    fn one_person_who_tells_again_and_again_makes_no_pattern(town) {
        let (maya, lea, ada, tom) = (town.person("Maya Lake"), town.person("Old Lantern"), town.person("Quiet Ada"), town.person("Calm Stone"));
        owls(town, &[&maya, &lea, &ada, &tom]);
        for number in 0..4 {
            let thread = shares(&ada, "owls", &format!("Words, {number}."));
            tells(&tom, &format!("/p/{thread}"), &[("reason", "advances")]).is(303);
        }
        assert_eq!(maya.visits("/look").is(200).count("article.case"), 4);
        assert_eq!(patterns(&maya), 0);
    }

    fn across_groups_it_is_for_hosts_alone_and_what_is_older_than_ninety_days_does_not_count(town) {
        let (maya, lea) = (town.person("Maya Lake"), town.person("Old Lantern"));
        let (ada, tom, bea, kit) = (town.person("Quiet Ada"), town.person("Calm Stone"), town.person("Bright Reed"), town.person("Small Fern"));
        let host = town.host("Patient Alder");
        owls(town, &[&maya, &lea, &ada, &tom, &bea, &kit]);
        for name in ["herons", "lamps"] {
            town.group(name, Reach::Community, &[&lea, &ada, &tom, &bea, &kit]);
        }
        for (group, teller) in [("owls", &tom), ("herons", &bea), ("lamps", &kit)] {
            let thread = shares(&ada, group, &format!("Words for {group}."));
            tells(teller, &format!("/p/{thread}"), &[("reason", "advances")]).is(303);
        }
        assert_eq!((patterns(&maya), patterns(&lea)), (0, 0), "each of their groups holds one");
        tells(&tom, "/people/Quiet%20Ada", &[("reason", "advances")]).is(303);
        host.visits("/look").is(200).shows(SAYS).shows("in 4 things").shows("They come from 3 groups.");
        town.arranges(|tx| tx.batch("UPDATE concern SET opened_at = opened_at - 7862400000 WHERE group_id IS NOT NULL"));
        assert_eq!(patterns(&host), 0);
    }

    fn what_was_told_of_an_alias_says_nothing_of_whoever_is_behind_it(town) {
        let (maya, ada) = (town.person("Maya Lake"), town.person("Quiet Ada"));
        let (tom, bea, kit) = (town.person("Calm Stone"), town.person("Bright Reed"), town.person("Small Fern"));
        let host = town.host("Patient Alder");
        night_owls(town, "allowed", &[&maya, &ada, &tom, &bea, &kit]);
        let thread = whispers(&ada, "group", "Write to me.");
        let alias = author_of(&tom, &thread);
        let own = shares(&ada, "owls", "Under my own name.");
        tells(&tom, &format!("/p/{thread}"), &[("reason", "advances")]).is(303);
        tells(&bea, &format!("/people/{}", alias.replace(' ', "%20")), &[("reason", "advances")]).is(303);
        tells(&kit, &format!("/p/{own}"), &[("reason", "advances")]).is(303);
        assert_eq!(patterns(&maya), 0, "two of the one, one of the other");
        let again = whispers(&ada, "group", "And again.");
        tells(&kit, &format!("/p/{again}"), &[("reason", "advances")]).is(303);
        assert_eq!(patterns(&maya), 3, "the alias alone");
        host.visits("/look").is(200).hides(SAYS);
        assert!(town.tying_commits().is_empty());
    }
}
