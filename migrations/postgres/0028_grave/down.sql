INSERT INTO far_post (uri, domain, actor, is_gone) SELECT uri, '', MIN(actor), TRUE FROM grave WHERE uri NOT IN (SELECT uri FROM far_post) GROUP BY uri;
DROP TABLE grave;
