//! What a thief of every nightly copy holds: each row of both sides, how it changed from night to night, the order of
//! all that was ever committed, and the ring.

use std::collections::{BTreeMap, BTreeSet};
use std::hash::{DefaultHasher, Hash as _, Hasher as _};

use hearthside::keys::{BanTag, Key, RingFile};

use crate::harness::{Touch, Town};

/// Tables on the account's side, and whose row each is.
const ACCOUNT_SIDE: &[(&str, &str)] = &[
    ("account", "t.face_id"),
    ("face", "t.id"),
    ("membership", "t.face_id"),
    ("reaction", "t.face_id"),
    ("block", "t.by_face"),
    ("checkin", "t.face_id"),
    ("mute", "t.by_face"),
    ("counter", "t.face_id"),
    ("plan_card", "t.face_id"),
    ("own_note", "t.face_id"),
    ("draft", "t.face_id"),
    ("ask", "t.face_id"),
    ("ask_seat", "t.face_id"),
    ("ask_word", "t.face_id"),
    ("ask_usual", "t.face_id"),
    ("lamp", "t.face_id"),
    ("buddy", "t.face_id"),
    ("buddy_link", "t.face_id"),
    ("silence", "t.face_id"),
    ("nudge", "t.face_id"),
    ("checkin_told", "(SELECT c.face_id FROM checkin c WHERE c.mark = t.mark)"),
    ("circle_line", "(SELECT c.face_id FROM checkin c WHERE c.mark = t.mark)"),
    ("circle_greeting", "t.face_id"),
    ("chip", "t.face_id"),
    ("circle_rest", "t.face_id"),
    ("milestone", "t.face_id"),
    ("shelter", "t.face_id"),
    ("circle_week", "t.face_id"),
    ("notice", "t.face_id"),
    ("credential", "(SELECT a.face_id FROM account a WHERE a.id = t.account_id)"),
    ("recovery_code", "(SELECT a.face_id FROM account a WHERE a.id = t.account_id)"),
    ("passkey", "(SELECT a.face_id FROM account a WHERE a.id = t.account_id)"),
];
/// Tables in which an alias has rows.
const ALIAS_SIDE: &[(&str, &str)] = &[
    ("alias", "t.face_id"),
    ("face", "t.id"),
    ("thread", "t.author_face"),
    ("reply", "t.author_face"),
    ("notice", "t.face_id"),
];

/// Tables in which what somebody told has rows, by the concern.
const TOLD_SIDE: &[(&str, &str)] =
    &[("concern", "t.id"), ("report", "t.concern_id"), ("act", "COALESCE(t.concern_id, 0)")];

/// Rows by the face whose they are: the table, and all that stands in it.
pub type Rows = BTreeMap<i64, Vec<(String, String)>>;

/// One night: what each face's rows came to.
pub struct Night {
    pub account: BTreeMap<i64, u64>,
    pub alias: BTreeMap<i64, u64>,
    /// By the concern that was told.
    pub told: BTreeMap<i64, u64>,
}

impl Night {
    /// Looks at a town.
    pub fn of(town: &Town) -> Self {
        let summed = |sides: &[(&str, &str)]| {
            rows(town, sides).into_iter().map(|(face, rows)| (face, sum(&rows))).collect()
        };
        Self { account: summed(ACCOUNT_SIDE), alias: summed(ALIAS_SIDE), told: summed(TOLD_SIDE) }
    }
}

fn sum(rows: &[(String, String)]) -> u64 {
    let mut hasher = DefaultHasher::new();
    rows.iter().collect::<BTreeSet<_>>().hash(&mut hasher);
    hasher.finish()
}

/// Every row of these tables, in the order it lies in.
fn rows(town: &Town, sides: &[(&str, &str)]) -> Rows {
    let mut found = Rows::new();
    let is_sqlite = town.home().database_url().is_none();
    for (table, holder) in sides {
        let told = if is_sqlite {
            let columns = town.lines(&format!("SELECT name AS line FROM pragma_table_info('{table}')"));
            columns
                .iter()
                .map(|column| format!("quote(t.\"{column}\")"))
                .collect::<Vec<_>>()
                .join(" || ' ' || ")
        } else {
            "t::text".to_owned()
        };
        for line in
            town.lines(&format!("SELECT COALESCE({holder}, 0) || ' ' || {told} AS line FROM \"{table}\" t"))
        {
            let (face, row) = line.split_once(' ').unwrap();
            found.entry(face.parse().unwrap()).or_default().push(((*table).to_owned(), row.to_owned()));
        }
    }
    found
}

/// All of it, and the truth.
pub struct Evidence {
    /// The members' faces.
    pub members: Vec<i64>,
    /// The aliases' faces.
    pub aliases: Vec<i64>,
    /// Which member is behind each.
    pub truth: Vec<usize>,
    pub nights: Vec<Night>,
    pub commits: Vec<BTreeSet<Touch>>,
    /// The rows of the last night.
    pub account: Rows,
    pub alias: Rows,
    /// Faces in the order in which rows of these tables lie.
    pub order_of_accounts: Vec<i64>,
    pub order_of_aliases: Vec<i64>,
    /// On PostgreSQL, the transaction that last wrote each account's and each alias's row.
    pub xmin: BTreeMap<i64, usize>,
    /// The ring's months.
    pub months: BTreeMap<String, Key>,
}

impl Evidence {
    pub fn of(town: &Town, members: Vec<i64>, behind: &BTreeMap<String, usize>, nights: Vec<Night>) -> Self {
        let number = |line: &String| line.parse::<i64>().unwrap();
        let faces: BTreeMap<String, i64> = town
            .lines("SELECT id || ' ' || name AS line FROM face WHERE kind = 'alias'")
            .iter()
            .map(|line| line.split_once(' ').unwrap())
            .map(|(id, name)| (name.to_owned(), id.parse().unwrap()))
            .collect();
        let known: Vec<(i64, usize)> = behind
            .iter()
            .map(|(name, who)| (faces[name.as_str()], *who))
            .collect::<BTreeMap<_, _>>()
            .into_iter()
            .collect();
        let order = |sql: &str| town.lines(sql).iter().map(number).collect();
        let xmin = if town.home().database_url().is_none() {
            BTreeMap::new()
        } else {
            let sql = "SELECT face_id || ' ' || xmin AS line FROM account UNION ALL SELECT face_id || ' ' || xmin FROM alias";
            let pairs = town.lines(sql);
            pairs
                .iter()
                .filter_map(|line| line.split_once(' '))
                .map(|(face, xid)| (face.parse().unwrap(), xid.parse().unwrap()))
                .collect()
        };
        Self {
            aliases: known.iter().map(|(face, _)| *face).collect(),
            truth: known.iter().map(|(_, who)| *who).collect(),
            nights,
            commits: town.commits(),
            account: rows(town, ACCOUNT_SIDE),
            alias: rows(town, ALIAS_SIDE),
            order_of_accounts: order("SELECT CAST(face_id AS TEXT) AS line FROM account"),
            order_of_aliases: order("SELECT CAST(face_id AS TEXT) AS line FROM alias"),
            xmin,
            months: months(town),
            members,
        }
    }

    /// The same thief, who now wants to know who told: what was told stands where aliases stood.
    pub fn of_what_was_told(&self, town: &Town, told: &BTreeMap<i64, usize>) -> Self {
        let night = |night: &Night| Night {
            account: night.account.clone(),
            alias: night.told.clone(),
            told: BTreeMap::new(),
        };
        let number = |line: &String| line.parse::<i64>().unwrap();
        let mut xmin = self.xmin.clone();
        if town.home().database_url().is_some() {
            let pairs = town.lines("SELECT concern_id || ' ' || xmin AS line FROM report");
            let pairs = pairs.iter().filter_map(|line| line.split_once(' '));
            xmin.extend(pairs.map(|(id, xid)| (id.parse::<i64>().unwrap(), xid.parse::<usize>().unwrap())));
        }
        Self {
            members: self.members.clone(),
            aliases: told.keys().copied().collect(),
            truth: told.values().copied().collect(),
            nights: self.nights.iter().map(night).collect(),
            commits: self.commits.clone(),
            account: self.account.clone(),
            alias: rows(town, TOLD_SIDE),
            order_of_accounts: self.order_of_accounts.clone(),
            order_of_aliases: town
                .lines("SELECT CAST(concern_id AS TEXT) AS line FROM report")
                .iter()
                .map(number)
                .collect(),
            xmin,
            months: self.months.clone(),
        }
    }

    /// What the ring opens of an alias: what a ban of the person would be found by.
    pub fn ban_tag(&self, alias: i64) -> Option<String> {
        let row = self.alias.get(&alias)?.iter().find(|(table, _)| table == "alias")?;
        let words = row.1.split([' ', ',', '(', ')']).map(|word| word.trim_matches(['\'', '"']));
        let seal = words.clone().max_by_key(|word| word.len())?;
        let key = words.clone().find_map(|word| self.months.get(word))?;
        BanTag::open(seal, key, &alias.to_string()).map(|tag| hearthside::kernel::secret::hex(&tag.0))
    }
}

/// The months' keys, as they stand in the file.
pub fn months(town: &Town) -> BTreeMap<String, Key> {
    let file = RingFile::within(&town.home().data().join("keys"));
    let ring = file.read().unwrap().expect("a ring");
    let months = ring.epochs(town.app.clock().now().day());
    months.into_iter().filter_map(|kept| Some((kept.name.clone(), ring.epoch(&kept.name)?.clone()))).collect()
}
