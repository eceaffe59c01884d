//! The hosts' list of groups: running the server opens no group that is hidden.

use hearthside::policy::Reach;

use super::opens;
use crate::forum::said::lists;

on_both! {
    fn a_hidden_group_and_an_absent_one_are_alike_for_hosts_too(town) {
        opens(town);
        let (host, ada) = (town.host("Maple Lane"), town.person("Quiet Ada"));
        for name in ["seen", "unseen"] {
            town.group(name, Reach::Community, &[&ada]);
        }
        lists(town, "seen", Reach::Community);
        lists(town, "unseen", Reach::Group);

        let list = host.visits("/host/groups").is(200);
        assert_eq!(list.texts("ul.rows b"), ["seen"]);
        host.fills(&list, "/host/groups/seen/close", &[]).is(303);
        let form = host.visits("/host/groups").is(200).form("/host/groups/seen/reopen", &[]);
        let sent: Vec<(&str, &str)> = form.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        let (hidden, absent) = (host.posts("/host/groups/unseen/close", &sent).is(404), host.posts("/host/groups/nothing/close", &sent).is(404));
        assert_eq!(hidden.text("main"), absent.text("main"));
        ada.visits("/g/unseen").is(200).hides("closed");
    }
}
