// CrashDisk: files in memory for SQLite that lose power at any step, lie, fail and rot, exactly as a test says.
#pragma once

#include "sync/sql/disk.h"
#include "tests/support/crash_disk/crash_file.h"

#include <functional>
#include <map>
#include <set>
#include <string>

namespace parterre::testing {

// The files of a disk by name. Copies are cheap.
using DiskImage = std::map<std::string, FileContent>;

// What a power cut leaves of the changes that no sync had made durable.
enum class Loss : std::uint8_t {
    KeepNone,
    KeepAll,
    KeepPrefix, // the first few, in the order they were asked for
    TornLast,   // all, but only half of the last one (whole sectors of 512 bytes)
    KeepSome,   // any, in no order: what a disk with a cache does
};
inline constexpr Loss everyLoss[] = {Loss::KeepNone, Loss::KeepAll, Loss::KeepPrefix, Loss::TornLast, Loss::KeepSome};
const char* nameOf(Loss loss);

struct DiskFault
{
    enum class Kind : std::uint8_t {
        FailedSync, // says no, and never writes what it should have written, as Linux does
        LyingSync,  // says yes, and makes nothing durable
        FullDisk,   // a write finds no room
    };
    Kind kind = Kind::FailedSync;
    std::uint64_t first = 1; // the how manyth such call from now on
    std::uint64_t count = 1; // how many in a row
    static constexpr std::uint64_t forEver = UINT64_MAX / 2;
};

// One thread; deterministic. Every change that SQLite asks for is a step: a write, a truncation, a sync, a file made,
// removed or renamed. Steps count from the last restore(). Outlives the connections opened on it.
class CrashDisk : public sql::Disk
{
public:
    CrashDisk();
    ~CrashDisk() override;
    CrashDisk(const CrashDisk&) = delete;
    CrashDisk& operator=(const CrashDisk&) = delete;

    // ---- Power. After the cut every call fails; handles from before a restore() stay dead.
    std::uint64_t steps() const { return m_steps; }
    void cutPowerAt(std::uint64_t step) { m_cutAt = step; } // this one fails, and may have reached the disk or not
    void cutPower();
    bool isCut() const { return m_cut; }
    std::function<void()> onCut; // in the moment itself, inside SQLite's call: look, touch nothing
    // What a reader of the platters finds. `key` chooses among prefixes and among subsets.
    DiskImage leftAfter(Loss loss, std::uint64_t key = 0) const;

    // ---- Whole disks
    DiskImage image() const; // as programs see it now
    // Power on, with exactly these files, all of them durable; no faults are due.
    void restore(const DiskImage& image);

    // ---- Faults that do not end the run
    void inject(const DiskFault& fault) { m_faults.push_back({fault, 0}); }
    void heal() { m_faults.clear(); }
    void flipBit(const std::string& path, qsizetype at, int bit = 0); // precondition: the file has this byte

    // ---- Looking
    bool contains(const std::string& path) const { return m_names.contains(path); }
    const FileContent& file(const std::string& path) const { return m_names.at(path)->seen(); } // as programs see it
    std::size_t unsyncedChanges() const;

    // ---- Disk
    const char* vfs() const override { return m_vfsName.c_str(); }
    Result<void> makePrivate(const QString& path) override;
    void rename(const QString& from, const QString& to) override;
    Result<std::unique_ptr<Claim>> claim(const QString& path) override;

    // SQLite draws its salts from one generator for the whole process; a run that must repeat byte for byte begins
    // here.
    static void seedSqlite(std::uint32_t seed);

private:
    friend class CrashVfs;
    using FilePtr = std::shared_ptr<CrashFile>;
    using Names = std::map<std::string, FilePtr>;
    class HeldClaim;
    struct NameChange
    {
        std::uint64_t step = 0;
        std::string gone;  // empty: none
        std::string added; // empty: none
        FilePtr file;      // under the name added
    };
    struct DueFault
    {
        DiskFault fault;
        std::uint64_t seen = 0; // calls of its kind since it was injected
    };

    // SQLite's calls; they answer its result codes.
    FilePtr find(const std::string& path) const;
    int create(const std::string& path, FilePtr& file);
    int remove(const std::string& path, bool syncFolder);
    int change(CrashFile& file, FileChange change, int failure);
    int sync(const FilePtr& file);

    int endStep(int failure); // SQLITE_OK, or `failure` when the power goes at this step
    bool isDue(DiskFault::Kind kind);
    void rename(NameChange change);
    void makeNamesDurable(std::size_t count);
    static void apply(Names& names, const NameChange& change);

    std::string m_vfsName;
    std::unique_ptr<class CrashVfs> m_vfs;
    Names m_names;
    Names m_durableNames;
    std::vector<NameChange> m_nameChanges; // not durable, oldest first
    std::vector<DueFault> m_faults;
    std::set<std::string> m_claims;
    std::uint64_t m_steps = 0;
    std::uint64_t m_cutAt = 0; // 0: never
    std::uint64_t m_life = 0;  // counts restore()
    std::size_t m_openFiles = 0;
    bool m_cut = false;
};

} // namespace parterre::testing
