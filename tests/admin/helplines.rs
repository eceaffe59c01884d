//! Numbers on the Support page.

use super::opens;

on_both! {
    fn a_number_that_was_changed_is_to_be_tried_again(town) {
        opens(town);
        let host = town.host("Maple Lane");
        host.visits("/host/helplines").is(200).hides("Check this number");

        let page = host.visits("/host/helplines/2").is(200);
        host.fills(&page, "/host/helplines/2", &[("number", "025")]).is(303);
        let list = host.visits("/host/helplines").is(200).shows("025").shows("Check this number");
        host.visits("/host").is(200).shows("Try the numbers");

        host.fills(&list, "/host/helplines/2/check", &[]).is(303);
        host.visits("/host/helplines").is(200).hides("Check this number").shows("Tried today");
    }

    fn numbers_are_added_moved_and_taken_away(town) {
        opens(town);
        let host = town.host("Maple Lane");
        let list = host.visits("/host/helplines").is(200);
        let line = [("country", "fr"), ("name", "Écoute"), ("number", "3114"), ("kind", "call")];
        host.fills(&list, "/host/helplines", &line).is(303);
        host.fills(&list, "/host/helplines", &line).is(303);
        assert_eq!(host.visits("/host/helplines").is(200).body.matches("3114").count(), 1, "twice is once");

        host.fills(&list, "/host/helplines/2/up", &[]).is(303);
        let order = host.visits("/host/helplines").is(200);
        assert!(order.body.find("Talk line") < order.body.find("Ambulance"));

        host.fills(&list, "/host/helplines/1/remove", &[]).is(303);
        host.visits("/host/helplines").is(200).hides("Ambulance");
        host.fills(&list, "/host/helplines/2/remove", &[]).is(422).shows("This is the last number");
    }

    fn a_number_nobody_can_dial_is_not_taken(town) {
        opens(town);
        let host = town.host("Maple Lane");
        let list = host.visits("/host/helplines").is(200);
        for (kind, number) in [("call", "ask at the desk"), ("web", "javascript:alert(1)"), ("web", "http://chat.example")] {
            let line = [("name", "Night line"), ("number", number), ("kind", kind)];
            let again = host.fills(&list, "/host/helplines", &line).is(422);
            assert!(!again.text("#number-fault").is_empty(), "{number}");
            assert_eq!(again.attribute("#number", "value").as_deref(), Some(number));
        }
    }
}
