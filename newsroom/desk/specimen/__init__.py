"""Every part of a reader's page with short and with long copy, in the readers' own templates."""
