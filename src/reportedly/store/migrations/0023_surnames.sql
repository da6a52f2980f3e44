-- A voice that is called by its surname ("Mr Kirby") is shown by the full name that its articles have:
-- who is who is made anew.

DELETE FROM identities_made;
