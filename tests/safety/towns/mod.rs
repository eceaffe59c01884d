//! Whole evenings that go wrong in a group two communities read, and what each party sees of it in the end: who wrote, who
//! told, who merely stood by, both who look after the group, the host, and everybody at the partner.

mod beside;
mod brigade;
mod night;
mod outing;
mod sold_elsewhere;
mod spammer;

use hearthside::policy::Reach;
use hearthside::ui::urls::segment;

use crate::federation::two::{Towns, joins, mirrored, thread_saying};
use crate::harness::{Person, Town};

/// The group's home comes first, then its partner.
const HOME: usize = 0;
const PARTNER: usize = 1;

/// A group at its home, read and answered at a partner.
struct Scene {
    towns: Towns,
    /// Looks after the group.
    maya: Person,
    /// Looks after it with her.
    lea: Person,
    /// Whose words it is about.
    ada: Person,
    /// Tells of them.
    tom: Person,
    /// Stands by.
    bea: Person,
    /// Host at the group's home.
    alder: Person,
    /// A member at the partner.
    wren: Person,
    /// Host at the partner.
    birch: Person,
    /// What the group is called at the partner.
    mirror: String,
}

impl Scene {
    fn of(towns: Towns) -> Self {
        towns.befriend(HOME, PARTNER);
        let (home, there) = (&towns.all[HOME], &towns.all[PARTNER]);
        let [maya, lea, ada, tom, bea] =
            ["Maya Lake", "Old Lantern", "Quiet Ada", "Calm Stone", "Bright Reed"]
                .map(|name| home.person(name));
        let (alder, wren, birch) =
            (home.host("Patient Alder"), there.person("Small Wren"), there.host("Patient Birch"));
        let group = home.group("night-owls", Reach::Partners, &[&maya, &lea, &ada, &tom, &bea]);
        let second = lea.face;
        home.arranges(move |tx| {
            tx.batch(&format!(
                "UPDATE \"group\" SET reach = 'partners', listed = 'everyone' WHERE id = {group};
                 UPDATE membership SET role = 'moderator' WHERE face_id = {second}"
            ))
        });
        let mirror = mirrored(&towns, (HOME, "night-owls"), PARTNER);
        joins(&towns, PARTNER, &wren, &mirror);
        towns.posted(HOME);
        Self { towns, maya, lea, ada, tom, bea, alder, wren, birch, mirror }
    }

    fn on_sqlite() -> Self {
        Self::of(Towns::on_sqlite(2))
    }

    fn on_postgres() -> Option<Self> {
        Towns::on_postgres(2).map(Self::of)
    }

    fn home(&self) -> &Town {
        &self.towns.all[HOME]
    }

    fn there(&self) -> &Town {
        &self.towns.all[PARTNER]
    }

    /// The page of the partner's copy of a thread.
    #[track_caller]
    fn copy(&self, words: &str) -> String {
        format!("/p/{}", thread_saying(self.there(), words).expect("it is read at the partner"))
    }

    /// Every byte the group's home has sent since the last look.
    fn said(&self) -> String {
        let letters = self.towns.posted(HOME);
        letters.iter().map(|letter| String::from_utf8_lossy(&letter.body).into_owned()).collect()
    }

    /// Nobody who only reads finds words: in the group, at home or at the partner, by searching, or among the news.
    #[track_caller]
    fn nobody_finds(&self, word: &str) {
        let (search, group) = (format!("/search?q={word}"), format!("/g/{}", segment(&self.mirror)));
        let home = [(&self.tom, "/g/night-owls"), (&self.bea, "/g/night-owls")];
        for (reader, group) in
            home.into_iter().chain([(&self.wren, group.as_str()), (&self.birch, group.as_str())])
        {
            for page in [group, "/", "/news"] {
                reader.visits(page).is(200).hides(word);
            }
            assert_eq!(reader.visits(&search).is(200).count("ol.finds > li"), 0);
        }
        self.home().stranger().visits("/g/night-owls").is(200).hides(word);
    }

    /// Nothing of it waits for anybody who looks after things at the partner, and no host is asked without need.
    #[track_caller]
    fn no_host_is_asked(&self) {
        for host in [&self.birch, &self.alder] {
            host.visits("/look").is(200).shows("Nothing waiting.");
        }
        assert_eq!(self.there().count("SELECT count(*) AS n FROM concern"), 0);
        self.wren.visits("/look").is(403);
    }
}
