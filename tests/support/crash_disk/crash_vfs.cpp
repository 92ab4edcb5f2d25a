// Handles of open files, and the tables of functions SQLite wants.
#include "tests/support/crash_disk/crash_vfs.h"

#include <cstring>
#include <new>

namespace parterre::testing {

// Lies in memory that SQLite owns; it knows of the first member only.
struct CrashVfs::Handle
{
    sqlite3_file base;
    CrashDisk* disk = nullptr;
    CrashDisk::FilePtr file;
    std::uint64_t life = 0; // of the disk, when it was opened
    bool temporary = false; // without a name: its changes are no steps, nobody looks for it after a crash
    int level = SQLITE_LOCK_NONE;

    static Handle& of(sqlite3_file* file) { return *reinterpret_cast<Handle*>(file); }
    bool isDead() const { return disk->m_cut || life != disk->m_life; }
};

namespace {

constexpr int longestName = 512;
constexpr sqlite3_int64 startOfTime = 0; // Julian day in milliseconds; nothing of ours asks SQLite for the time

int fillZero(sqlite3_vfs*, int size, char* out)
{
    std::memset(out, 0, static_cast<std::size_t>(size));
    return size;
}

} // namespace

CrashVfs::CrashVfs(CrashDisk& disk, const std::string& name)
{
    m_vfs.iVersion = 2;
    m_vfs.szOsFile = sizeof(Handle);
    m_vfs.mxPathname = longestName;
    m_vfs.zName = name.c_str();
    m_vfs.pAppData = &disk;
    m_vfs.xOpen = open;
    m_vfs.xDelete = remove;
    m_vfs.xAccess = access;
    m_vfs.xFullPathname = fullPathname;
    m_vfs.xRandomness = fillZero; // SQLite seeds itself from its default VFS; see CrashDisk::seedSqlite()
    m_vfs.xSleep = [](sqlite3_vfs*, int microseconds) { return microseconds; }; // waiting changes nothing here
    m_vfs.xGetLastError = [](sqlite3_vfs*, int, char*) { return 0; };
    m_vfs.xCurrentTimeInt64 = [](sqlite3_vfs*, sqlite3_int64* now) {
        *now = startOfTime;
        return SQLITE_OK;
    };
    const int code = sqlite3_vfs_register(&m_vfs, 0);
    PARTERRE_REQUIRE(code == SQLITE_OK);
}

CrashVfs::~CrashVfs()
{
    sqlite3_vfs_unregister(&m_vfs);
}

int CrashVfs::open(sqlite3_vfs* vfs, const char* name, sqlite3_file* file, int flags, int* outFlags)
{
    CrashDisk& disk = diskOf(vfs);
    file->pMethods = nullptr; // close() is called only when there are some
    if (disk.m_cut)
        return SQLITE_CANTOPEN;
    CrashDisk::FilePtr content = name ? disk.find(name) : std::make_shared<CrashFile>(FileContent());
    if (!content && !(flags & SQLITE_OPEN_CREATE))
        return SQLITE_CANTOPEN;
    if (!content)
        if (const int code = disk.create(name, content); code != SQLITE_OK)
            return code;
    Handle* handle = new (file) Handle{};
    handle->base.pMethods = &methods;
    handle->disk = &disk;
    handle->file = std::move(content);
    handle->life = disk.m_life;
    handle->temporary = !name;
    ++disk.m_openFiles;
    if (outFlags)
        *outFlags = flags;
    return SQLITE_OK;
}

int CrashVfs::remove(sqlite3_vfs* vfs, const char* name, int syncFolder)
{
    return diskOf(vfs).remove(name, syncFolder != 0);
}

int CrashVfs::access(sqlite3_vfs* vfs, const char* name, int, int* answer)
{
    if (diskOf(vfs).m_cut)
        return SQLITE_IOERR_ACCESS;
    *answer = diskOf(vfs).contains(name) ? 1 : 0;
    return SQLITE_OK;
}

int CrashVfs::fullPathname(sqlite3_vfs*, const char* name, int size, char* out)
{
    sqlite3_snprintf(size, out, "%s", name);
    return SQLITE_OK;
}

int CrashVfs::close(sqlite3_file* file)
{
    Handle& handle = Handle::of(file);
    handle.file->locks.unlock(&handle, handle.level, SQLITE_LOCK_NONE);
    handle.file->locks.unlockAllSlots(&handle);
    --handle.disk->m_openFiles;
    handle.~Handle();
    return SQLITE_OK;
}

int CrashVfs::read(sqlite3_file* file, void* out, int amount, sqlite3_int64 at)
{
    Handle& handle = Handle::of(file);
    if (handle.isDead())
        return SQLITE_IOERR_READ;
    const auto wanted = static_cast<qsizetype>(amount);
    const qsizetype there = handle.file->seen().read(static_cast<qsizetype>(at), static_cast<char*>(out), wanted);
    if (there == wanted)
        return SQLITE_OK;
    std::memset(static_cast<char*>(out) + there, 0, static_cast<std::size_t>(wanted - there));
    return SQLITE_IOERR_SHORT_READ;
}

int CrashVfs::write(sqlite3_file* file, const void* bytes, int amount, sqlite3_int64 at)
{
    Handle& handle = Handle::of(file);
    if (handle.isDead())
        return SQLITE_IOERR_WRITE;
    FileChange change{FileChange::Kind::Write, 0, static_cast<qsizetype>(at),
                      QByteArray(static_cast<const char*>(bytes), amount)};
    if (!handle.temporary)
        return handle.disk->change(*handle.file, std::move(change), SQLITE_IOERR_WRITE);
    handle.file->change(std::move(change));
    handle.file->sync();
    return SQLITE_OK;
}

int CrashVfs::truncate(sqlite3_file* file, sqlite3_int64 size)
{
    Handle& handle = Handle::of(file);
    if (handle.isDead())
        return SQLITE_IOERR_TRUNCATE;
    FileChange change{FileChange::Kind::Truncate, 0, static_cast<qsizetype>(size), {}};
    if (!handle.temporary)
        return handle.disk->change(*handle.file, std::move(change), SQLITE_IOERR_TRUNCATE);
    handle.file->change(std::move(change));
    handle.file->sync();
    return SQLITE_OK;
}

int CrashVfs::sync(sqlite3_file* file, int)
{
    Handle& handle = Handle::of(file);
    if (handle.isDead())
        return SQLITE_IOERR_FSYNC;
    return handle.temporary ? SQLITE_OK : handle.disk->sync(handle.file);
}

int CrashVfs::fileSize(sqlite3_file* file, sqlite3_int64* size)
{
    Handle& handle = Handle::of(file);
    if (handle.isDead())
        return SQLITE_IOERR_FSTAT;
    *size = handle.file->seen().size();
    return SQLITE_OK;
}

int CrashVfs::lock(sqlite3_file* file, int level)
{
    Handle& handle = Handle::of(file);
    return handle.isDead() ? SQLITE_IOERR_LOCK : handle.file->locks.lock(&handle, handle.level, level);
}

int CrashVfs::unlock(sqlite3_file* file, int level)
{
    Handle& handle = Handle::of(file);
    handle.file->locks.unlock(&handle, handle.level, level);
    return SQLITE_OK;
}

int CrashVfs::checkReservedLock(sqlite3_file* file, int* answer)
{
    Handle& handle = Handle::of(file);
    if (handle.isDead())
        return SQLITE_IOERR_CHECKRESERVEDLOCK;
    *answer = handle.file->locks.reserved() ? 1 : 0;
    return SQLITE_OK;
}

int CrashVfs::shmMap(sqlite3_file* file, int index, int size, int extend, void volatile** out)
{
    Handle& handle = Handle::of(file);
    if (handle.isDead())
        return SQLITE_IOERR_SHMMAP;
    *out = handle.file->locks.region(index, size, extend != 0);
    return SQLITE_OK;
}

int CrashVfs::shmLock(sqlite3_file* file, int first, int count, int flags)
{
    Handle& handle = Handle::of(file);
    if (flags & SQLITE_SHM_UNLOCK) {
        handle.file->locks.unlockSlots(&handle, first, count);
        return SQLITE_OK;
    }
    if (handle.isDead())
        return SQLITE_IOERR_SHMLOCK;
    return handle.file->locks.lockSlots(&handle, first, count, (flags & SQLITE_SHM_EXCLUSIVE) != 0);
}

int CrashVfs::shmUnmap(sqlite3_file* file, int drop)
{
    Handle& handle = Handle::of(file);
    handle.file->locks.unlockAllSlots(&handle);
    if (drop)
        handle.file->locks.dropRegions();
    return SQLITE_OK;
}

// The same promises as SQLite's own VFS for Linux makes by default: a write harms nothing beside it.
const sqlite3_io_methods CrashVfs::methods = {
    2,
    close,
    read,
    write,
    truncate,
    sync,
    fileSize,
    lock,
    unlock,
    checkReservedLock,
    [](sqlite3_file*, int, void*) { return SQLITE_NOTFOUND; },
    [](sqlite3_file*) { return 4096; },
    [](sqlite3_file*) { return SQLITE_IOCAP_POWERSAFE_OVERWRITE; },
    shmMap,
    shmLock,
    [](sqlite3_file*) {},
    shmUnmap,
    nullptr,
    nullptr,
};

} // namespace parterre::testing
