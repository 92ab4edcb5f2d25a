// FileLocks: who may read and write one file of a crash disk, by SQLite's two sets of rules.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <vector>

namespace parterre::testing {

// Owners are the addresses of open handles. Answers are SQLite's result codes.
class FileLocks
{
public:
    // ---- The database file: SQLITE_LOCK_NONE … SQLITE_LOCK_EXCLUSIVE (https://sqlite.org/lockingv3.html). `level` is
    // the owner's own, kept by the owner.
    int lock(const void* owner, int& level, int wanted);
    void unlock(const void* owner, int& level, int wanted);
    bool reserved() const { return m_reserved || m_exclusive; }

    // ---- The shared memory of a WAL (https://sqlite.org/walformat.html#wal_locks).
    int lockSlots(const void* owner, int first, int count, bool exclusive);
    void unlockSlots(const void* owner, int first, int count);
    void unlockAllSlots(const void* owner);
    // Null: there is no such region and `extend` is false. The address stays valid.
    void* region(int index, int size, bool extend);
    void dropRegions() { m_regions.clear(); }

private:
    static constexpr int slotCount = 8; // SQLITE_SHM_NLOCK
    struct Slot
    {
        std::vector<const void*> readers;
        const void* writer = nullptr;
    };

    int m_shared = 0;
    const void* m_reserved = nullptr;
    const void* m_pending = nullptr;
    const void* m_exclusive = nullptr;
    std::array<Slot, slotCount> m_slots;
    std::vector<std::unique_ptr<std::uint8_t[]>> m_regions;
};

} // namespace parterre::testing
