// CrashFile: one file of a crash disk: what readers see, what is durable, and the changes between the two.
#pragma once

#include "tests/support/crash_disk/file_content.h"
#include "tests/support/crash_disk/file_locks.h"

#include <cstdint>
#include <vector>

namespace parterre::testing {

// What a power cut leaves of one change.
enum class Kept : std::uint8_t { Nothing, Half, All };

struct FileChange
{
    enum class Kind : std::uint8_t { Write, Truncate };
    Kind kind = Kind::Write;
    std::uint64_t step = 0; // of the disk
    qsizetype at = 0;       // where a write begins; the new size of a truncated file
    QByteArray bytes;       // of a write
};

class CrashFile
{
public:
    static constexpr qsizetype sector = 512; // written whole or not at all

    explicit CrashFile(const FileContent& content) : m_seen(content), m_durable(content) {}

    const FileContent& seen() const { return m_seen; }
    const FileContent& durable() const { return m_durable; }
    const std::vector<FileChange>& unsynced() const { return m_unsynced; } // oldest first

    void change(FileChange change);
    void sync(); // everything seen is durable now
    // A sync that failed: the changes are still seen, but no later sync will write them.
    void abandonUnsynced() { m_unsynced.clear(); }
    void flipBit(qsizetype at, int bit); // seen and durable

    // Half of a write: the sectors before its middle; the others stay as they were.
    static void apply(FileContent& content, const FileChange& change, Kept kept);

    FileLocks locks;

private:
    FileContent m_seen;
    FileContent m_durable;
    std::vector<FileChange> m_unsynced;
};

} // namespace parterre::testing
