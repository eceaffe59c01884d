//! What a page says after a press: what was done, and no more than that.

use super::crisis::four;
use super::{tells, the_case};
use crate::forum::shares;

on_both! {
    fn a_clean_up_that_was_put_forward_is_not_called_decided(town) {
        let (maya, lea, ada, tom) = four(town);
        let thread = shares(&ada, "owls", "I cannot go on.");
        tells(&tom, &format!("/p/{thread}"), &[("reason", "worried")]).is(303);
        let case = the_case(&maya);
        let all = format!("{case}/all");
        let page = maya.visits(&all).is(200);
        let first = maya.fills(&page, &all, &[("words", "For everybody's calm.")]).is(303);
        assert_eq!(first.location, case, "nothing was decided by one person");
        maya.visits(&case).is(200).shows("All they wrote in a group put out of sight").shows("waits for a second person");
        tom.visits(&format!("/p/{thread}")).is(200).shows("I cannot go on.");

        let page = lea.visits(&all).is(200);
        let second = lea.fills(&page, &all, &[("words", "For everybody's calm.")]).is(303);
        assert_eq!(second.location, "/look?decided");
        tom.visits(&format!("/p/{thread}")).is(404);
    }
}
