// Port Disk: where database files live: with the operating system, unless somebody brings another disk.
#pragma once

#include "sync/base/result.h"

#include <QString>

#include <memory>

namespace parterre::sql {

// What SQLite needs beside its own sqlite3_vfs. Outlives every connection opened on it.
class Disk
{
public:
    // A claim on a file; given up when it dies, and when the program ends, however it ends.
    class Claim
    {
    public:
        virtual ~Claim() = default;
    };

    virtual ~Disk() = default;

    // The name of the registered sqlite3_vfs that reads and writes here; null: SQLite's own.
    virtual const char* vfs() const = 0;

    // Makes an empty file that only its owner may read, unless there is a file already. Storage when it cannot.
    virtual Result<void> makePrivate(const QString& path) = 0;

    // Gives a file another name, in place of what has it. A file that is not there stays away.
    virtual void rename(const QString& from, const QString& to) = 0;

    // Unavailable when another running program has this claim; Storage when it cannot be made.
    virtual Result<std::unique_ptr<Claim>> claim(const QString& path) = 0;
};

Disk& systemDisk();

} // namespace parterre::sql
