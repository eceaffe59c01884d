DROP TABLE plan_card;
