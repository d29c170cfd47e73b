"""What travels between the stages: frozen records that know nothing of files, databases or screens."""
