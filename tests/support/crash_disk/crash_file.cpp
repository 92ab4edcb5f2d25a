// Changing bytes twice: at once for those who read, later for good.
#include "tests/support/crash_disk/crash_file.h"

#include "sync/base/require.h"

#include <algorithm>

namespace parterre::testing {

void CrashFile::apply(FileContent& content, const FileChange& change, Kept kept)
{
    if (kept == Kept::Nothing)
        return;
    if (change.kind == FileChange::Kind::Truncate)
        return content.truncate(change.at);
    qsizetype size = change.bytes.size();
    if (kept == Kept::Half)
        size = std::max<qsizetype>(0, (change.at + size / 2) / sector * sector - change.at);
    content.write(change.at, change.bytes.constData(), size);
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
    for (FileContent* content : {&m_seen, &m_durable}) {
        char byte = 0;
        if (content->read(at, &byte, 1) == 0)
            continue; // durable may be shorter
        byte = static_cast<char>(byte ^ (1 << bit));
        content->write(at, &byte, 1);
    }
}

} // namespace parterre::testing
