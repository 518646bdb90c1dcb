"""The gate between a browser and the pages: what every answer says for the browser to hold, and who is let in."""
