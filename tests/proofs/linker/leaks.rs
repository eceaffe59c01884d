//! Leaks written into what the thief holds, the way a server that leaked would have written them. Each is taken out again.

use super::copies::Evidence;

/// Takes a leak out again.
type Undo = Box<dyn FnOnce(&mut Evidence)>;
/// What leaks, how, and which channel must find it.
pub type Leak = (&'static str, fn(&mut Evidence) -> Undo, &'static str);

pub const LEAKS: &[Leak] = &[
    ("when a member was last here, to the day", last_seen, "what changed in the same night"),
    (
        "an account's row in the alias's commit",
        shared_commit,
        "what the server wrote in or near the same commit",
    ),
    (
        "an account's row in the commit after it",
        |evidence| next_commit(evidence),
        "what the server wrote in or near the same commit",
    ),
    ("a tag that needs no ring", |evidence| tag_without_ring(evidence), "equal values"),
    ("the tag of a ban, in clear on both sides", ban_tag_in_clear, "equal values"),
    ("the opened seal stands with the account", opened_seal, "equal values, with the ring"),
    ("ids in the order of coming in", ids_in_order, "the order of ids"),
    ("aliases lie where their holders lie", lying_in_order, "the order in which rows lie"),
    ("a list of aliases on the account that grows", growing_list, "sizes"),
    ("aliases that go in the night their holder goes", going_together, "what changed in the same night"),
    ("a row of the account that names the alias", naming, "rows that lead from one to the other"),
];

fn pairs(evidence: &Evidence) -> Vec<(i64, i64)> {
    let pairs = evidence.aliases.iter().zip(&evidence.truth);
    pairs.map(|(alias, behind)| (*alias, evidence.members[*behind])).collect()
}

/// Whether something of an alias changed between the night before and this one.
fn changed(evidence: &Evidence, alias: i64, night: usize) -> bool {
    night > 0 && evidence.nights[night].alias.get(&alias) != evidence.nights[night - 1].alias.get(&alias)
}

fn last_seen(evidence: &mut Evidence) -> Undo {
    let old: Vec<_> = evidence.nights.iter().map(|night| night.account.clone()).collect();
    for (alias, member) in pairs(evidence) {
        for night in
            (0..evidence.nights.len()).filter(|night| changed(evidence, alias, *night)).collect::<Vec<_>>()
        {
            for later in &mut evidence.nights[night..] {
                later.account.entry(member).and_modify(|sum| *sum = sum.wrapping_add(1));
            }
        }
    }
    Box::new(move |evidence| {
        for (night, old) in evidence.nights.iter_mut().zip(old) {
            night.account = old;
        }
    })
}

fn in_commits(evidence: &mut Evidence, after: usize) -> Undo {
    let old = evidence.commits.clone();
    for (alias, member) in pairs(evidence) {
        for at in (0..old.len()).filter(|at| {
            old[*at]
                .iter()
                .any(|(table, _, holder)| ["alias", "report"].contains(&table.as_str()) && *holder == alias)
        }) {
            if let Some(commit) = evidence.commits.get_mut(at + after) {
                commit.insert(("account".to_owned(), 0, member));
            }
        }
    }
    Box::new(move |evidence| evidence.commits = old)
}

/// On PostgreSQL: the account's row was last written by the transaction that last wrote one of its aliases.
pub fn shared_transaction(evidence: &mut Evidence) {
    for (alias, member) in pairs(evidence) {
        let xid = evidence.xmin[&alias];
        evidence.xmin.insert(member, xid);
    }
}

fn shared_commit(evidence: &mut Evidence) -> Undo {
    in_commits(evidence, 0)
}

fn next_commit(evidence: &mut Evidence) -> Undo {
    in_commits(evidence, 1)
}

/// Puts a value of each pair into a row of both.
fn on_both(evidence: &mut Evidence, value: impl Fn(&Evidence, i64, i64) -> (String, String)) -> Undo {
    let old = (evidence.account.clone(), evidence.alias.clone());
    for (alias, member) in pairs(evidence) {
        let (of_alias, of_member) = value(evidence, alias, member);
        evidence.alias.entry(alias).or_default().push(("planted".to_owned(), of_alias));
        evidence.account.entry(member).or_default().push(("planted".to_owned(), of_member));
    }
    Box::new(move |evidence| (evidence.account, evidence.alias) = old)
}

fn tag_without_ring(evidence: &mut Evidence) -> Undo {
    on_both(evidence, |_, _, member| {
        (hearthside::kernel::sha256_hex(member.to_string().as_bytes()), "x".to_owned())
    })
}

fn ban_tag_in_clear(evidence: &mut Evidence) -> Undo {
    on_both(evidence, |_, _, member| {
        let tag = hearthside::kernel::sha256_hex(format!("a secret and {member}").as_bytes());
        (tag[..32].to_owned(), tag[..32].to_owned())
    })
}

fn opened_seal(evidence: &mut Evidence) -> Undo {
    on_both(evidence, |evidence, alias, _| (String::new(), evidence.ban_tag(alias).unwrap_or_default()))
}

fn naming(evidence: &mut Evidence) -> Undo {
    on_both(evidence, |_, alias, _| (String::new(), format!("{{\"face\": {alias}}}")))
}

/// Another order of aliases: that of their holders.
fn by_holder(evidence: &Evidence) -> Vec<i64> {
    let place = |member: i64| evidence.order_of_accounts.iter().position(|face| *face == member);
    let mut pairs = pairs(evidence);
    pairs.sort_by_key(|(_, member)| place(*member));
    pairs.into_iter().map(|(alias, _)| alias).collect()
}

fn lying_in_order(evidence: &mut Evidence) -> Undo {
    let order = by_holder(evidence);
    let old = std::mem::replace(&mut evidence.order_of_aliases, order);
    Box::new(move |evidence| evidence.order_of_aliases = old)
}

fn ids_in_order(evidence: &mut Evidence) -> Undo {
    let old = (evidence.aliases.clone(), evidence.truth.clone());
    // The same aliases, with ids that rise with those of their holders.
    let mut ids = evidence.aliases.clone();
    ids.sort_unstable();
    let mut behind: Vec<usize> = evidence.truth.clone();
    behind.sort_by_key(|member| evidence.members[*member]);
    (evidence.aliases, evidence.truth) = (ids, behind);
    Box::new(move |evidence| (evidence.aliases, evidence.truth) = old)
}

fn growing_list(evidence: &mut Evidence) -> Undo {
    let old = evidence.account.clone();
    for (_, member) in pairs(evidence) {
        evidence.account.entry(member).or_default().push(("account".to_owned(), "x".repeat(100)));
    }
    Box::new(move |evidence| evidence.account = old)
}

fn going_together(evidence: &mut Evidence) -> Undo {
    let old: Vec<_> =
        evidence.nights.iter().map(|night| (night.account.clone(), night.alias.clone())).collect();
    let nights = evidence.nights.len();
    for (alias, member) in pairs(evidence) {
        let from = nights - 1 - usize::try_from(member).unwrap() % (nights / 2);
        for night in &mut evidence.nights[from..] {
            night.account.remove(&member);
            night.alias.remove(&alias);
        }
    }
    Box::new(move |evidence| {
        for (night, (account, alias)) in evidence.nights.iter_mut().zip(old) {
            (night.account, night.alias) = (account, alias);
        }
    })
}
