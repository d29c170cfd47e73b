"""Where records are in, maps out: places with the radius of what is known of them, borders, the picture."""
