DROP TABLE parcel;
DROP TABLE far_post;
DROP TABLE far_face;
DROP TABLE far_group;
DROP TABLE follower;
