// CrashVfs: a CrashDisk as SQLite sees it. Only translates SQLite's calls (https://sqlite.org/vfs.html).
#pragma once

#include "tests/support/crash_disk/crash_disk.h"

#include <sqlite3.h>

namespace parterre::testing {

// Registered with SQLite as long as it lives.
class CrashVfs
{
public:
    CrashVfs(CrashDisk& disk, const std::string& name);
    ~CrashVfs();
    CrashVfs(const CrashVfs&) = delete;
    CrashVfs& operator=(const CrashVfs&) = delete;

private:
    struct Handle;
    static const sqlite3_io_methods methods;
    static CrashDisk& diskOf(sqlite3_vfs* vfs) { return *static_cast<CrashDisk*>(vfs->pAppData); }

    static int open(sqlite3_vfs* vfs, const char* name, sqlite3_file* file, int flags, int* outFlags);
    static int remove(sqlite3_vfs* vfs, const char* name, int syncFolder);
    static int access(sqlite3_vfs* vfs, const char* name, int flags, int* answer);
    static int fullPathname(sqlite3_vfs* vfs, const char* name, int size, char* out);

    static int close(sqlite3_file* file);
    static int read(sqlite3_file* file, void* out, int amount, sqlite3_int64 at);
    static int write(sqlite3_file* file, const void* bytes, int amount, sqlite3_int64 at);
    static int truncate(sqlite3_file* file, sqlite3_int64 size);
    static int sync(sqlite3_file* file, int flags);
    static int fileSize(sqlite3_file* file, sqlite3_int64* size);
    static int lock(sqlite3_file* file, int level);
    static int unlock(sqlite3_file* file, int level);
    static int checkReservedLock(sqlite3_file* file, int* answer);
    static int shmMap(sqlite3_file* file, int index, int size, int extend, void volatile** out);
    static int shmLock(sqlite3_file* file, int first, int count, int flags);
    static int shmUnmap(sqlite3_file* file, int drop);

    sqlite3_vfs m_vfs{};
};

} // namespace parterre::testing
