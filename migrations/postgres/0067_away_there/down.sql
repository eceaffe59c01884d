DROP TABLE away_there;
