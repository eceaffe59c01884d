//! The four questions as a form: what is offered, what was chosen, and reading it back.

use crate::forum::groups::pathways::{Pathway, Topic};
use crate::forum::groups::{
    Advice, Aliases, Crosstalk, Followers, Group, Joining, Purpose, Refusal, RoomRules, RoomValues, Shape,
    Title, says,
};
use crate::forum::lasting::Keeps;
use crate::http::Fields;
use crate::policy::Reach;
use crate::ui::{Faults, Shell};

/// One thing to choose.
pub struct Choice {
    /// What is sent.
    pub value: &'static str,
    /// What it is called.
    pub label: String,
    /// What follows from it; may be empty.
    pub means: String,
    /// Whether it is chosen now.
    pub is_chosen: bool,
}

/// Everything the four questions offer.
pub struct Offered {
    /// The ways of recovering.
    pub pathways: Vec<Choice>,
    /// What people recover from.
    pub topics: Vec<Choice>,
    /// How people answer each other.
    pub advice: Vec<Choice>,
    /// Whether they answer each other below a thread.
    pub crosstalk: Vec<Choice>,
    /// How somebody gets in.
    pub joining: Vec<Choice>,
    /// Who may know of the group.
    pub listed: Vec<Choice>,
    /// The furthest its posts may travel.
    pub ceiling: Vec<Choice>,
    /// Where its posts start out.
    pub reach: Vec<Choice>,
    /// Whether members may speak as aliases.
    pub aliases: Vec<Choice>,
    /// How long a quiet thread stays.
    pub keeps: Vec<Choice>,
    /// Whether others learn how many follow it.
    pub followers: Vec<Choice>,
}

/// Who may know of a group; partners learn of groups by their posts.
const LISTED: [Reach; 3] = [Reach::Group, Reach::Community, Reach::Everyone];

/// What the form offers, with what `fields` chose.
pub fn offered(ui: &Shell, fields: &Fields) -> Offered {
    let reaches = || Reach::ALL.iter().map(|each| each.code());
    Offered {
        pathways: ticks(ui, fields, "pathway", Pathway::ALL.iter().map(|each| each.code())),
        topics: ticks(ui, fields, "topic", Topic::ALL.iter().map(|each| each.code())),
        advice: choices(ui, fields, "advice", Advice::ALL.iter().map(|each| each.code())),
        crosstalk: choices(ui, fields, "crosstalk", Crosstalk::ALL.iter().map(|each| each.code())),
        joining: choices(ui, fields, "joining", Joining::ALL.iter().map(|each| each.code())),
        listed: choices(ui, fields, "listed", LISTED.into_iter().map(Reach::code)),
        ceiling: choices(ui, fields, "ceiling", reaches()),
        reach: choices(ui, fields, "reach", reaches()),
        aliases: choices(ui, fields, "aliases", Aliases::ALL.iter().map(|each| each.code())),
        keeps: choices(ui, fields, "keeps", Keeps::ALL.iter().map(|each| each.code())),
        followers: choices(ui, fields, "followers", Followers::ALL.iter().map(|each| each.code())),
    }
}

/// What of a list is chosen already, in words; empty: nothing.
pub fn in_words(choices: &[Choice]) -> String {
    let chosen = choices.iter().filter(|choice| choice.is_chosen);
    chosen.map(|choice| choice.label.as_str()).collect::<Vec<_>>().join(", ")
}

/// Tick boxes whose labels are in the short lists: `pathway-aa`.
pub fn ticks(
    ui: &Shell,
    fields: &Fields,
    name: &str,
    values: impl Iterator<Item = &'static str>,
) -> Vec<Choice> {
    let choice = |value| Choice {
        value,
        label: ui.t(&format!("{name}-{value}")).into_owned(),
        means: String::new(),
        is_chosen: fields.has(name, value),
    };
    values.map(choice).collect()
}

/// Radio buttons, each with what follows from it.
pub fn choices(
    ui: &Shell,
    fields: &Fields,
    name: &str,
    values: impl Iterator<Item = &'static str>,
) -> Vec<Choice> {
    let choice = |value| Choice {
        value,
        label: says(ui, name, value),
        means: says(ui, name, &format!("{value}-means")),
        is_chosen: fields.has(name, value),
    };
    values.map(choice).collect()
}

/// What a new group starts from.
pub fn blank() -> Fields {
    let chosen = [
        ("advice", Advice::WhenAsked.code()),
        ("crosstalk", Crosstalk::On.code()),
        ("joining", Joining::Open.code()),
        ("listed", Reach::Community.code()),
        ("ceiling", Reach::Partners.code()),
        ("reach", Reach::Group.code()),
        ("aliases", Aliases::Off.code()),
        ("keeps", Keeps::Year.code()),
        ("followers", Followers::Untold.code()),
    ];
    chosen.into_iter().map(|(name, value)| (name.to_owned(), value.to_owned())).collect()
}

/// What a group says now, as if it had been typed.
pub fn of_group(group: &Group, pathways: &[Pathway], topics: &[Topic]) -> Fields {
    let words = [
        ("title", group.title.as_str()),
        ("purpose", &group.purpose),
        ("values", &group.values_text),
        ("rules", &group.rules_text),
        ("advice", group.advice.code()),
        ("crosstalk", group.crosstalk.code()),
        ("joining", group.joining.code()),
        ("listed", group.listed.code()),
        ("ceiling", group.ceiling.code()),
        ("reach", group.reach.code()),
        ("aliases", group.aliases.code()),
        ("keeps", group.keeps.code()),
        ("followers", group.followers.code()),
    ];
    let pathways = pathways.iter().map(|each| ("pathway", each.code()));
    let topics = topics.iter().map(|each| ("topic", each.code()));
    let all = words.into_iter().chain(pathways).chain(topics);
    all.map(|(name, value)| (name.to_owned(), value.to_owned())).collect()
}

/// The answers, or what is to be changed first.
pub fn read(ui: &Shell, fields: &Fields, faults: &mut Faults) -> Option<Shape> {
    let title = faults.take(ui, "title", Title::parse(fields.one("title")));
    let purpose = faults.take(ui, "purpose", Purpose::parse(fields.one("purpose")));
    let values = faults.take(ui, "values", RoomValues::parse(fields.one("values")));
    let rules = faults.take(ui, "rules", RoomRules::parse(fields.one("rules")));
    let advice = chosen(ui, fields, faults, "advice", Advice::parse);
    let joining = chosen(ui, fields, faults, "joining", Joining::parse);
    let listed = chosen(ui, fields, faults, "listed", Reach::parse);
    let ceiling = chosen(ui, fields, faults, "ceiling", Reach::parse);
    let reach = chosen(ui, fields, faults, "reach", Reach::parse);
    let aliases = chosen(ui, fields, faults, "aliases", Aliases::parse);
    Some(Shape {
        title: title?,
        purpose: purpose?,
        pathways: fields.all("pathway").filter_map(Pathway::parse).collect(),
        topics: fields.all("topic").filter_map(Topic::parse).collect(),
        values: values?,
        rules: rules?,
        advice: advice?,
        joining: joining?,
        listed: listed?,
        ceiling: ceiling?,
        reach: reach?,
        aliases: aliases?,
        keeps: Keeps::parse(fields.one("keeps")),
        followers: Followers::parse(fields.one("followers")),
        crosstalk: Crosstalk::parse(fields.one("crosstalk")),
    })
}

fn chosen<T>(
    ui: &Shell,
    fields: &Fields,
    faults: &mut Faults,
    field: &'static str,
    parse: impl Fn(&str) -> Option<T>,
) -> Option<T> {
    faults.take(ui, field, parse(fields.one(field)).ok_or(Refusal::Unchosen { field }))
}
