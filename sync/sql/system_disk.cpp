// The operating system's files as a Disk.
#include "sync/sql/disk.h"

#include "sync/sql/file_lock.h"

#include <QFile>

namespace parterre::sql {
namespace {

class LockedFile : public Disk::Claim
{
public:
    explicit LockedFile(FileLock lock) : m_lock(std::move(lock)) {}

private:
    FileLock m_lock;
};

class SystemDisk : public Disk
{
public:
    const char* vfs() const override { return nullptr; }

    // SQLite makes files with mode 0644; ours hold keys and names. -wal and -shm take over the mode of the database.
    Result<void> makePrivate(const QString& path) override
    {
        QFile file(path);
        if (file.exists())
            return {};
        if (!file.open(QIODevice::WriteOnly | QIODevice::Append))
            return Error{ErrorCode::Storage,
                         "cannot create " + path.toStdString() + ": " + file.errorString().toStdString()};
        file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
        return {};
    }

    void rename(const QString& from, const QString& to) override
    {
        QFile::remove(to);
        QFile::rename(from, to);
    }

    Result<std::unique_ptr<Claim>> claim(const QString& path) override
    {
        Result<FileLock> lock = FileLock::take(path);
        if (!lock)
            return lock.error();
        return std::unique_ptr<Claim>(std::make_unique<LockedFile>(std::move(*lock)));
    }
};

} // namespace

Disk& systemDisk()
{
    static SystemDisk disk;
    return disk;
}

} // namespace parterre::sql
