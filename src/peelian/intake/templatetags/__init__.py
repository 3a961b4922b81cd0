"""Tags for the templates of other rooms."""
