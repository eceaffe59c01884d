//! Whether more people could read a thread in another group.

use crate::forum::groups::Joining;
use crate::policy::Reach;

/// A group as far as this asks.
#[derive(Debug, Clone, Copy)]
pub(super) struct Room {
    pub joining: Joining,
    /// The furthest its posts may travel.
    pub ceiling: Reach,
}

/// How far a thread travels from another group: no further than before, and no further than that group lets it.
pub(super) fn reach(was: Reach, to: Room) -> Reach {
    was.min(to.ceiling)
}

/// Whether somebody could read it there who could not before. What is read beyond its group is read by no more, since its
/// reach does not grow. What is for the group alone is read by those who are in it, and by whoever may come.
pub(super) fn widens(was: Reach, (from, to): (Room, Room), are_all_in: bool) -> bool {
    was == Reach::Group && (!are_all_in || ease(to.joining) > ease(from.joining))
}

/// How easily somebody comes into a group.
const fn ease(joining: Joining) -> u8 {
    match joining {
        Joining::Invitation => 0,
        Joining::Ask => 1,
        Joining::Open => 2,
    }
}

#[test]
fn only_what_is_for_a_group_alone_can_reach_more_people() {
    let room = |joining, ceiling| Room { joining, ceiling };
    let (open, ask) = (room(Joining::Open, Reach::Everyone), room(Joining::Ask, Reach::Group));
    let check = |was, rooms, all_in, expected| assert_eq!(widens(was, rooms, all_in), expected);
    check(Reach::Group, (open, ask), true, false);
    check(Reach::Group, (open, ask), false, true);
    check(Reach::Group, (ask, open), true, true);
    check(Reach::Community, (ask, open), false, false);
    check(Reach::Everyone, (open, ask), false, false);
    assert_eq!([reach(Reach::Everyone, ask), reach(Reach::Group, open)], [Reach::Group, Reach::Group]);
}
