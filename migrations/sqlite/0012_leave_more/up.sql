-- Where members may choose that Leave leads them, besides the community's own choice.
ALTER TABLE community ADD COLUMN leave_more TEXT NOT NULL DEFAULT 'https://www.openstreetmap.org/ https://www.gutenberg.org/'; -- addresses, spaces between
