//! Which side of the wall between accounts and aliases each table stands on. A transaction that writes on both would
//! tie them: one commit, one moment (decision 0018).

/// Where a table stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stands {
    /// On the side of accounts: it may say who somebody is, or when they were here.
    Account,
    /// On the side of aliases: nothing in it may be a function of an account.
    Alias,
    /// On neither: what everybody writes, under whichever name.
    Neutral,
}

/// Every table, once.
pub const TABLES: &[(&str, Stands)] = &[
    ("account", Stands::Account),
    ("checkin", Stands::Account),
    ("counter", Stands::Account),
    ("credential", Stands::Account),
    ("draft", Stands::Account),
    ("invitation", Stands::Account),
    ("membership", Stands::Account),
    ("passkey", Stands::Account),
    ("reaction", Stands::Account),
    ("recovery_code", Stands::Account),
    ("session", Stands::Account),
    ("alias", Stands::Alias),
    ("alias_appeal", Stands::Alias),
    ("alias_ban", Stands::Alias),
    ("report", Stands::Alias),
    ("act", Stands::Neutral),
    ("activity", Stands::Neutral),
    ("actor_key", Stands::Neutral),
    ("care", Stands::Neutral),
    ("care_quiet", Stands::Neutral),
    ("community", Stands::Neutral),
    ("concern", Stands::Neutral),
    ("delivery", Stands::Neutral),
    ("event", Stands::Neutral),
    ("face", Stands::Neutral),
    ("far_face", Stands::Neutral),
    ("far_group", Stands::Neutral),
    ("far_post", Stands::Neutral),
    ("follower", Stands::Neutral),
    ("group", Stands::Neutral),
    ("group_note_rule", Stands::Neutral),
    ("group_pathway", Stands::Neutral),
    ("group_topic", Stands::Neutral),
    ("held", Stands::Neutral),
    ("helpline", Stands::Neutral),
    ("holding", Stands::Neutral),
    ("house_rule", Stands::Neutral),
    ("job", Stands::Neutral),
    ("key_ring", Stands::Neutral),
    ("mailbag", Stands::Neutral),
    ("notice", Stands::Neutral),
    ("parcel", Stands::Neutral),
    ("peer", Stands::Neutral),
    ("peer_group", Stands::Neutral),
    ("remote_actor", Stands::Neutral),
    ("phrase", Stands::Neutral),
    ("reply", Stands::Neutral),
    ("return_salt", Stands::Neutral),
    ("revision", Stands::Neutral),
    ("search_entry", Stands::Neutral),
    ("setback", Stands::Neutral),
    ("slow", Stands::Neutral),
    ("thread", Stands::Neutral),
    ("word_rule", Stands::Neutral),
];
