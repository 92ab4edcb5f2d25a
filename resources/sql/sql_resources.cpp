// A static library needs a source; the schema steps themselves come from the resource compiler.
