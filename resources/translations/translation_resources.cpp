// Gives the library of translations something to compile; the files themselves come from the resource compiler.
