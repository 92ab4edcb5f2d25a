// The rules of SQLite's locks, for one thread: nothing waits, a lock is there or busy.
#include "tests/support/crash_disk/file_locks.h"

#include "sync/base/require.h"

#include <sqlite3.h>

#include <algorithm>

namespace parterre::testing {
namespace {

bool othersHave(const void* holder, const void* owner)
{
    return holder && holder != owner;
}

} // namespace

int FileLocks::lock(const void* owner, int& level, int wanted)
{
    if (wanted <= level)
        return SQLITE_OK;
    if (othersHave(m_exclusive, owner) || othersHave(m_pending, owner))
        return SQLITE_BUSY;
    if (wanted == SQLITE_LOCK_SHARED) {
        ++m_shared;
        level = SQLITE_LOCK_SHARED;
        return SQLITE_OK;
    }
    PARTERRE_REQUIRE(level >= SQLITE_LOCK_SHARED);
    if (othersHave(m_reserved, owner))
        return SQLITE_BUSY;
    if (wanted == SQLITE_LOCK_RESERVED) {
        m_reserved = owner;
        level = SQLITE_LOCK_RESERVED;
        return SQLITE_OK;
    }
    m_pending = owner; // new readers stay out while this one waits for the old ones
    level = SQLITE_LOCK_PENDING;
    if (m_shared > 1)
        return SQLITE_BUSY;
    m_exclusive = owner;
    level = SQLITE_LOCK_EXCLUSIVE;
    return SQLITE_OK;
}

void FileLocks::unlock(const void* owner, int& level, int wanted)
{
    if (level <= wanted)
        return;
    for (const void** holder : {&m_reserved, &m_pending, &m_exclusive})
        if (*holder == owner)
            *holder = nullptr;
    if (wanted == SQLITE_LOCK_NONE)
        --m_shared;
    level = wanted;
}

int FileLocks::lockSlots(const void* owner, int first, int count, bool exclusive)
{
    PARTERRE_REQUIRE(first >= 0 && count >= 1 && first + count <= slotCount);
    for (int i = first; i < first + count; ++i) {
        const Slot& slot = m_slots[static_cast<std::size_t>(i)];
        const bool othersRead = std::any_of(slot.readers.begin(), slot.readers.end(),
                                            [owner](const void* reader) { return reader != owner; });
        if (othersHave(slot.writer, owner) || (exclusive && othersRead))
            return SQLITE_BUSY;
    }
    for (int i = first; i < first + count; ++i) {
        Slot& slot = m_slots[static_cast<std::size_t>(i)];
        if (exclusive)
            slot.writer = owner;
        else
            slot.readers.push_back(owner);
    }
    return SQLITE_OK;
}

void FileLocks::unlockSlots(const void* owner, int first, int count)
{
    for (int i = first; i < first + count; ++i) {
        Slot& slot = m_slots[static_cast<std::size_t>(i)];
        std::erase(slot.readers, owner);
        if (slot.writer == owner)
            slot.writer = nullptr;
    }
}

void FileLocks::unlockAllSlots(const void* owner)
{
    unlockSlots(owner, 0, slotCount);
}

void* FileLocks::region(int index, int size, bool extend)
{
    const auto place = static_cast<std::size_t>(index);
    while (extend && m_regions.size() <= place)
        m_regions.push_back(std::make_unique<std::uint8_t[]>(static_cast<std::size_t>(size))); // zeroed
    return place < m_regions.size() ? m_regions[place].get() : nullptr;
}

} // namespace parterre::testing
