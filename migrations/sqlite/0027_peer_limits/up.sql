-- A partner may show to visitors what is for partners alone: whoever writes is told so, by its name.
ALTER TABLE community ADD COLUMN open_partner TEXT NOT NULL DEFAULT ''; -- the first partner, by name, that has not promised to keep limits; '' if all have
UPDATE community SET open_partner = COALESCE((SELECT MIN(domain) FROM peer WHERE state = 'partner' AND promises NOT LIKE '%"keepsLimits":true%'), '');
