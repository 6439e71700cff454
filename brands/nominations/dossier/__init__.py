"""The dossier of a call: documents, photos and papers of its nominations, named as it wants them, in one ZIP."""
