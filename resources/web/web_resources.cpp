// Gives the library of web resources something to compile; the files themselves come from the resource compiler.
