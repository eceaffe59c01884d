//! Rows as the seeded town writes them: many at a time, with times that have passed.

use diesel::prelude::*;

use crate::admin::helplines::Kind as Reached;
use crate::db::schema::{
    account, community, face, group_, group_note_rule, group_pathway, group_topic, helpline, membership,
    reaction, reply, thread,
};
use crate::forum::content_notes::ContentNote;
use crate::forum::groups::Joining;
use crate::forum::groups::pathways::{Pathway, Topic};
use crate::forum::reactions::Reaction as Word;
use crate::forum::threads::{Ask, Kind};
use crate::kernel::{AccountId, Day, FaceId, GroupId, Moment, PublicId, ReplyId, ThreadId, Week};
use crate::policy::{Rank, Reach, Role};

#[derive(Debug, Clone, Insertable)]
#[diesel(table_name = community, treat_none_as_default_value = false)]
pub struct Community {
    pub id: i64,
    pub name: String,
    pub sentence: String,
    pub about: String,
    pub how_we_talk: String,
    pub contact: String,
    pub language: String,
    pub country: String,
    pub doors: String,
    pub quiet_hours: bool,
    pub setup_step: &'static str,
    pub opened_at: Option<Moment>,
    pub newcomer_minutes: i64,
}

#[derive(Debug, Clone, Insertable)]
#[diesel(table_name = helpline, treat_none_as_default_value = false)]
pub struct Helpline {
    pub id: i64,
    pub country: String,
    pub name: String,
    pub number: String,
    pub kind: Reached,
    pub hours: String,
    pub position: i64,
}

#[derive(Debug, Clone, Insertable)]
#[diesel(table_name = face, treat_none_as_default_value = false)]
pub struct Face {
    pub id: FaceId,
    pub name: String,
    pub name_key: String,
    pub kind: &'static str,
    pub seed: i64,
    pub about: String,
    pub since_week: Week,
}

#[derive(Debug, Clone, Insertable)]
#[diesel(table_name = account, treat_none_as_default_value = false)]
pub struct Account {
    pub id: AccountId,
    pub face_id: FaceId,
    pub rank: Rank,
    pub joined_week: Week,
    pub active_week: Week,
    pub words_kept: bool,
}

#[derive(Debug, Clone, Insertable)]
#[diesel(table_name = group_, treat_none_as_default_value = false)]
pub struct Group {
    pub id: GroupId,
    pub name: String,
    pub name_key: String,
    pub title: String,
    pub title_key: String,
    pub purpose: String,
    pub values_text: String,
    pub rules_text: String,
    pub advice: &'static str,
    pub ceiling: Reach,
    pub reach: Reach,
    pub listed: Reach,
    pub joining: Joining,
    pub aliases: &'static str,
    pub made_week: Week,
    pub member_count: i64,
}

#[derive(Debug, Clone, Insertable)]
#[diesel(table_name = group_pathway, treat_none_as_default_value = false)]
pub struct GroupPathway {
    pub group_id: GroupId,
    pub pathway: Pathway,
}

#[derive(Debug, Clone, Insertable)]
#[diesel(table_name = group_topic, treat_none_as_default_value = false)]
pub struct GroupTopic {
    pub group_id: GroupId,
    pub topic: Topic,
}

#[derive(Debug, Clone, Insertable)]
#[diesel(table_name = group_note_rule, treat_none_as_default_value = false)]
pub struct NoteRule {
    pub group_id: GroupId,
    pub note: ContentNote,
    pub rule: &'static str,
}

#[derive(Debug, Clone, Insertable)]
#[diesel(table_name = membership, treat_none_as_default_value = false)]
pub struct Membership {
    pub group_id: GroupId,
    pub face_id: FaceId,
    pub role: Role,
    pub is_home: bool,
    pub since_week: Week,
}

#[derive(Debug, Clone, Insertable)]
#[diesel(table_name = thread, treat_none_as_default_value = false)]
pub struct Thread {
    pub id: ThreadId,
    pub public_id: PublicId,
    pub group_id: GroupId,
    pub author_face: FaceId,
    pub kind: Kind,
    pub ask: Option<Ask>,
    pub title: String,
    pub body: String,
    pub notes: String,
    pub reach: Reach,
    pub said_on: Day,
    pub said_at: Option<Moment>,
    pub is_hard: bool,
    pub is_waiting: Option<bool>,
    pub reply_count: i64,
    pub with_count: i64,
    pub same_count: i64,
    pub proud_count: i64,
    pub thanks_count: i64,
}

#[derive(Debug, Clone, Insertable)]
#[diesel(table_name = reply, treat_none_as_default_value = false)]
pub struct Reply {
    pub id: ReplyId,
    pub public_id: PublicId,
    pub thread_id: ThreadId,
    pub parent_id: Option<ReplyId>,
    pub author_face: FaceId,
    pub number: i64,
    pub depth: i64,
    pub path: String,
    pub body: String,
    pub said_on: Day,
    pub said_at: Option<Moment>,
}

#[derive(Debug, Clone, Insertable)]
#[diesel(table_name = reaction, treat_none_as_default_value = false)]
pub struct Reaction {
    pub thread_id: ThreadId,
    pub reply_id: ReplyId,
    pub face_id: FaceId,
    pub word: Word,
    pub number: i64,
}

/// Everything to be written, in the order that references allow.
#[derive(Debug, Clone, Default)]
pub struct Rows {
    pub community: Vec<Community>,
    pub helplines: Vec<Helpline>,
    pub faces: Vec<Face>,
    pub accounts: Vec<Account>,
    pub groups: Vec<Group>,
    pub pathways: Vec<GroupPathway>,
    pub topics: Vec<GroupTopic>,
    pub note_rules: Vec<NoteRule>,
    pub members: Vec<Membership>,
    pub threads: Vec<Thread>,
    pub replies: Vec<Reply>,
    pub reactions: Vec<Reaction>,
}
