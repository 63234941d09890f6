"""The publisher's tool: from open data and Markdown to a signed release. Nothing else imports it."""
