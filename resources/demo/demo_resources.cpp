// Gives the library of demo resources something to compile; the files themselves come from the resource compiler.
