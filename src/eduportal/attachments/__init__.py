"""Files of a record, ordered: each is a File inside the record and follows its state."""
