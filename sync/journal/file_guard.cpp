// Reading and replacing the guard's file.
#include "sync/journal/file_guard.h"

#include "sync/wire/signing.h"
#include "sync/wire/version.h"
#include "sync/wire/wire_fields.h"

#include <QFile>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <unistd.h>

namespace parterre {

template <>
struct WireFields<GuardMark>
{
    static constexpr auto list = wireFields(
        WireField{"device", &GuardMark::device}, WireField{"install_gen", &GuardMark::installGen},
        WireField{"event", &GuardMark::event}, WireField{"op_n", &GuardMark::opN}, WireField{"hash", &GuardMark::hash});
};

namespace {

constexpr qsizetype checksumBytes = 32;

Bytes checksumOf(const Bytes& body)
{
    const Bytes32 hash = blake2b256(body.constData(), static_cast<std::size_t>(body.size()));
    return Bytes(reinterpret_cast<const char*>(hash.data()), checksumBytes);
}

Error storageError(const QString& path, const char* what)
{
    return {ErrorCode::Storage,
            "the guard of the journal, " + path.toStdString() + ": cannot " + what + ": " + std::strerror(errno)};
}

bool writeAll(int file, const Bytes& bytes)
{
    for (qsizetype done = 0; done < bytes.size();) {
        const ssize_t wrote = ::write(file, bytes.constData() + done, static_cast<std::size_t>(bytes.size() - done));
        if (wrote < 0 && errno != EINTR)
            return false;
        done += std::max<ssize_t>(wrote, 0);
    }
    return true;
}

} // namespace

Result<std::vector<GuardMark>> FileGuard::load()
{
    QFile file(m_path);
    if (!file.exists())
        return std::vector<GuardMark>();
    if (!file.open(QIODevice::ReadOnly))
        return Error{ErrorCode::Storage, "the guard of the journal, " + m_path.toStdString() + ": cannot be read"};
    const Bytes bytes = file.readAll();
    const Error damaged{ErrorCode::Corrupt, "the guard of the journal, " + m_path.toStdString() + ": is damaged"};
    if (bytes.size() < checksumBytes || checksumOf(bytes.chopped(checksumBytes)) != bytes.last(checksumBytes))
        return damaged;
    const Bytes body = bytes.chopped(checksumBytes); // the reader points into it
    CborReader reader(body, CborReader::Trust::Own);
    std::vector<GuardMark> marks;
    readEnvelope(reader, 1);
    readValue(reader, marks);
    reader.finish();
    if (!reader.ok())
        return damaged;
    return marks;
}

Result<void> FileGuard::store(const std::vector<GuardMark>& marks)
{
    CborWriter writer;
    writeEnvelope(writer, 1);
    writeValue(writer, marks);
    const QByteArray fresh = QFile::encodeName(m_path + QStringLiteral(".new"));
    const int file = ::open(fresh.constData(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
    if (file < 0)
        return storageError(m_path, "be made");
    const bool written = writeAll(file, writer.bytes() + checksumOf(writer.bytes())) && ::fsync(file) == 0;
    if (::close(file) != 0 || !written)
        return storageError(m_path, "be written");
    if (::rename(fresh.constData(), QFile::encodeName(m_path).constData()) != 0)
        return storageError(m_path, "take the place of the old one");
    return {}; // should the power go now the old one may be back: it lags, until the next op moves it
}

} // namespace parterre
