// Changing bytes twice: at once for those who read, later for good.
#include "tests/support/crash_disk/crash_file.h"

#include "sync/base/require.h"

#include <algorithm>
#include <cstring>

namespace parterre::testing {

void CrashFile::apply(QByteArray& content, const FileChange& change, Kept kept)
{
    if (kept == Kept::Nothing)
        return;
    if (change.kind == FileChange::Kind::Truncate) {
        if (change.at < content.size())
            content.truncate(change.at);
        return;
    }
    qsizetype size = change.bytes.size();
    if (kept == Kept::Half)
        size = std::max<qsizetype>(0, (change.at + size / 2) / sector * sector - change.at);
    if (size == 0)
        return;
    const qsizetype before = content.size();
    if (change.at + size > before)
        content.resize(change.at + size);
    if (change.at > before)
        std::memset(content.data() + before, 0, static_cast<std::size_t>(change.at - before)); // a hole
    std::memcpy(content.data() + change.at, change.bytes.constData(), static_cast<std::size_t>(size));
}

void CrashFile::change(FileChange change)
{
    apply(m_seen, change, Kept::All);
    m_unsynced.push_back(std::move(change));
}

void CrashFile::sync()
{
    for (const FileChange& change : m_unsynced)
        apply(m_durable, change, Kept::All);
    m_unsynced.clear();
}

void CrashFile::flipBit(qsizetype at, int bit)
{
    PARTERRE_REQUIRE(bit >= 0 && bit < 8);
    for (QByteArray* content : {&m_seen, &m_durable})
        if (at < content->size())
            content->data()[at] = static_cast<char>(content->at(at) ^ (1 << bit));
}

} // namespace parterre::testing
