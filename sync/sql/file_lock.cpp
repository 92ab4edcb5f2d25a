// flock(2) on a file beside the database.
#include "sync/sql/file_lock.h"

#include <QFile>

#include <cerrno>
#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

namespace parterre::sql {

Result<FileLock> FileLock::take(const QString& path)
{
    const int descriptor = ::open(QFile::encodeName(path).constData(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (descriptor < 0)
        return Error{ErrorCode::Storage,
                     "cannot make " + path.toStdString() + ": " + qt_error_string(errno).toStdString()};
    FileLock lock(descriptor);
    if (::flock(descriptor, LOCK_EX | LOCK_NB) != 0)
        return Error{ErrorCode::Unavailable,
                     "another running program has this data folder (" + path.toStdString() + "); stop it first"};
    return lock;
}

FileLock::~FileLock()
{
    if (m_descriptor >= 0)
        ::close(m_descriptor);
}

} // namespace parterre::sql
