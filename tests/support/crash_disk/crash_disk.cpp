// Steps, power cuts, what is left after one, and faults.
#include "tests/support/crash_disk/crash_disk.h"

#include "tests/support/crash_disk/crash_vfs.h"
#include "tests/support/keyed_random.h"

#include <sqlite3.h>

#include <algorithm>

namespace parterre::testing {

const char* nameOf(Loss loss)
{
    switch (loss) {
    case Loss::KeepNone:
        return "keep none";
    case Loss::KeepAll:
        return "keep all";
    case Loss::KeepPrefix:
        return "keep a prefix";
    case Loss::TornLast:
        return "tear the last";
    case Loss::KeepSome:
        return "keep some";
    }
    return "?";
}

class CrashDisk::HeldClaim : public sql::Disk::Claim
{
public:
    HeldClaim(CrashDisk& disk, std::string path) : m_disk(disk), m_path(std::move(path)), m_life(disk.m_life) {}
    ~HeldClaim() override
    {
        if (m_life == m_disk.m_life)
            m_disk.m_claims.erase(m_path);
    }

private:
    CrashDisk& m_disk;
    std::string m_path;
    std::uint64_t m_life;
};

CrashDisk::CrashDisk()
{
    static int count = 0;
    m_vfsName = "crash-disk-" + std::to_string(++count);
    m_vfs = std::make_unique<CrashVfs>(*this, m_vfsName);
}

CrashDisk::~CrashDisk()
{
    PARTERRE_REQUIRE(m_openFiles == 0);
}

void CrashDisk::seedSqlite(std::uint32_t seed)
{
    sqlite3_test_control(SQLITE_TESTCTRL_PRNG_SEED, static_cast<int>(seed), nullptr);
}

// ---- Power

void CrashDisk::cutPower()
{
    if (m_cut)
        return;
    m_cut = true;
    if (onCut)
        onCut();
}

int CrashDisk::endStep(int failure)
{
    if (m_steps != m_cutAt)
        return SQLITE_OK;
    cutPower();
    return failure;
}

std::size_t CrashDisk::unsyncedChanges() const
{
    std::size_t count = m_nameChanges.size();
    for (const auto& [name, file] : m_names)
        count += file->unsynced().size();
    return count;
}

namespace {

// One change that is not durable, of a file's bytes or of the folder.
struct Pending
{
    std::uint64_t step = 0;
    CrashFile* file = nullptr; // whose bytes; null: `name` counts
    const FileChange* bytes = nullptr;
    std::size_t name = 0; // index into the changes of names
};

Kept keptOf(Loss loss, std::uint64_t key, std::size_t index, std::size_t count)
{
    bool whole = true;
    switch (loss) {
    case Loss::KeepNone:
        return Kept::Nothing;
    case Loss::KeepAll:
        return Kept::All;
    case Loss::TornLast:
        return index + 1 < count ? Kept::All : Kept::Half;
    case Loss::KeepPrefix:
        whole = index < key % count;
        break;
    case Loss::KeepSome:
        whole = KeyedRandom(key, index).chance(1, 2);
        break;
    }
    return whole ? Kept::All : Kept::Nothing;
}

} // namespace

DiskImage CrashDisk::leftAfter(Loss loss, std::uint64_t key) const
{
    std::map<CrashFile*, FileContent> contents;
    for (const Names* names : {&m_names, &m_durableNames})
        for (const auto& [name, file] : *names)
            contents.emplace(file.get(), file->durable());
    std::vector<Pending> pending;
    for (const auto& [file, content] : contents)
        for (const FileChange& change : file->unsynced())
            pending.push_back({change.step, file, &change, 0});
    for (std::size_t i = 0; i < m_nameChanges.size(); ++i)
        pending.push_back({m_nameChanges[i].step, nullptr, nullptr, i});
    std::sort(pending.begin(), pending.end(), [](const Pending& a, const Pending& b) { return a.step < b.step; });

    Names names = m_durableNames;
    for (std::size_t i = 0; i < pending.size(); ++i) {
        const Kept kept = keptOf(loss, key, i, pending.size());
        if (pending[i].file)
            CrashFile::apply(contents[pending[i].file], *pending[i].bytes, kept);
        else if (kept == Kept::All)
            apply(names, m_nameChanges[pending[i].name]);
    }
    DiskImage image;
    for (const auto& [name, file] : names)
        image.emplace(name, contents[file.get()]);
    return image;
}

// ---- Whole disks

DiskImage CrashDisk::image() const
{
    DiskImage image;
    for (const auto& [name, file] : m_names)
        image.emplace(name, file->seen());
    return image;
}

void CrashDisk::restore(const DiskImage& image)
{
    ++m_life;
    m_cut = false;
    m_cutAt = 0;
    m_steps = 0;
    m_faults.clear();
    m_claims.clear();
    m_nameChanges.clear();
    m_names.clear();
    for (const auto& [name, content] : image)
        m_names.emplace(name, std::make_shared<CrashFile>(content));
    m_durableNames = m_names;
}

// ---- Faults

bool CrashDisk::isDue(DiskFault::Kind kind)
{
    bool due = false;
    for (DueFault& one : m_faults) {
        if (one.fault.kind != kind)
            continue;
        ++one.seen;
        due = due || (one.seen >= one.fault.first && one.seen - one.fault.first < one.fault.count);
    }
    return due;
}

void CrashDisk::flipBit(const std::string& path, qsizetype at, int bit)
{
    PARTERRE_REQUIRE(at < m_names.at(path)->seen().size());
    m_names.at(path)->flipBit(at, bit);
}

// ---- SQLite's calls

CrashDisk::FilePtr CrashDisk::find(const std::string& path) const
{
    const auto found = m_names.find(path);
    return found == m_names.end() ? nullptr : found->second;
}

int CrashDisk::create(const std::string& path, FilePtr& file)
{
    if (m_cut)
        return SQLITE_CANTOPEN;
    file = std::make_shared<CrashFile>(FileContent());
    rename({++m_steps, {}, path, file});
    return endStep(SQLITE_CANTOPEN);
}

int CrashDisk::remove(const std::string& path, bool syncFolder)
{
    if (m_cut)
        return SQLITE_IOERR_DELETE;
    if (!m_names.contains(path))
        return SQLITE_IOERR_DELETE_NOENT;
    rename({++m_steps, path, {}, nullptr});
    if (const int code = endStep(SQLITE_IOERR_DELETE); code != SQLITE_OK)
        return code;
    if (syncFolder)
        makeNamesDurable(m_nameChanges.size());
    return SQLITE_OK;
}

int CrashDisk::change(CrashFile& file, FileChange change, int failure)
{
    if (m_cut)
        return failure;
    change.step = ++m_steps;
    const bool full = change.kind == FileChange::Kind::Write && isDue(DiskFault::Kind::FullDisk);
    if (!full)
        file.change(std::move(change));
    const int code = endStep(failure);
    return code == SQLITE_OK && full ? SQLITE_FULL : code;
}

int CrashDisk::sync(const FilePtr& file)
{
    if (m_cut)
        return SQLITE_IOERR_FSYNC;
    ++m_steps;
    if (const int code = endStep(SQLITE_IOERR_FSYNC); code != SQLITE_OK)
        return code;
    if (isDue(DiskFault::Kind::FailedSync)) {
        file->abandonUnsynced();
        return SQLITE_IOERR_FSYNC;
    }
    if (isDue(DiskFault::Kind::LyingSync))
        return SQLITE_OK;
    file->sync();
    // A new file is found again after its first sync, and with it whatever was done in the folder before.
    for (std::size_t i = m_nameChanges.size(); i > 0; --i)
        if (m_nameChanges[i - 1].file == file) {
            makeNamesDurable(i);
            break;
        }
    return SQLITE_OK;
}

// ---- Names

void CrashDisk::apply(Names& names, const NameChange& change)
{
    if (!change.gone.empty())
        names.erase(change.gone);
    if (!change.added.empty())
        names[change.added] = change.file;
}

void CrashDisk::rename(NameChange change)
{
    apply(m_names, change);
    m_nameChanges.push_back(std::move(change));
}

void CrashDisk::makeNamesDurable(std::size_t count)
{
    const auto end = m_nameChanges.begin() + static_cast<std::ptrdiff_t>(count);
    for (auto change = m_nameChanges.begin(); change != end; ++change)
        apply(m_durableNames, *change);
    m_nameChanges.erase(m_nameChanges.begin(), end);
}

// ---- Disk

Result<void> CrashDisk::makePrivate(const QString& path)
{
    FilePtr file = find(path.toStdString());
    if (file)
        return {};
    if (create(path.toStdString(), file) != SQLITE_OK)
        return Error{ErrorCode::Storage, "cannot create " + path.toStdString()};
    return {};
}

void CrashDisk::rename(const QString& from, const QString& to)
{
    const FilePtr file = find(from.toStdString());
    if (m_cut || !file)
        return;
    rename({++m_steps, from.toStdString(), to.toStdString(), file});
    (void)endStep(SQLITE_IOERR);
}

Result<std::unique_ptr<sql::Disk::Claim>> CrashDisk::claim(const QString& path)
{
    if (m_cut)
        return Error{ErrorCode::Storage, "cannot make " + path.toStdString()};
    if (!m_claims.insert(path.toStdString()).second)
        return Error{ErrorCode::Unavailable, path.toStdString() + " is claimed already"};
    return std::unique_ptr<Claim>(std::make_unique<HeldClaim>(*this, path.toStdString()));
}

} // namespace parterre::testing
