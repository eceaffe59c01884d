DROP TABLE membership;
DROP TABLE group_note_rule;
DROP TABLE group_topic;
DROP TABLE group_pathway;
DROP TABLE "group";
