// DiskCounterRig: a CounterRig whose files are the real ones, SQLite on a disk in memory that can lose power.
#pragma once

#include "sync/journal/sql_cache.h"
#include "sync/journal/sql_journal.h"
#include "tests/support/counter_rig.h"
#include "tests/support/crash_disk/crash_disk.h"
#include "tests/support/watched_journal.h"

#include <sodium.h>

namespace parterre::testing {

// A verifier of the kind the journal keeps, made with as little work as argon2id allows: signing in costs a tenth of a
// second with a real one.
inline std::string cheapVerifier(const std::string& password)
{
    PARTERRE_REQUIRE(sodium_init() >= 0);
    char text[crypto_pwhash_STRBYTES] = {};
    const int failed = crypto_pwhash_str(text, password.data(), password.size(), crypto_pwhash_OPSLIMIT_MIN,
                                         crypto_pwhash_MEMLIMIT_MIN);
    PARTERRE_REQUIRE(failed == 0);
    return text;
}

class DiskCounterRig : public CounterRig
{
public:
    using CounterRig::CounterRig;
    ~DiskCounterRig() override { crash(); }

    CrashDisk disk;
    JournalPromise promise; // of the journal on the disk; spans the lives of the program

    static QString journalFile() { return QStringLiteral("journal.db"); }
    static QString cacheFile() { return QStringLiteral("cache.db"); }

    // Ann has signed in here before.
    Result<void> addClerk()
    {
        Result<std::unique_ptr<SqlJournal>> opened = SqlJournal::open(journalFile(), disk);
        if (!opened)
            return opened.error();
        JournalBatch batch;
        batch.clerks = {{"ann", cheapVerifier("secret")}};
        return WatchedJournal(**opened, promise).commit(batch);
    }
    // Ends the program; its files close as far as the disk lets them.
    void crash() override
    {
        counter.reset();
        m_watched.reset();
        m_journal.reset();
        m_cache.reset();
    }

protected:
    Result<CounterPorts> plugIn() override
    {
        Result<std::unique_ptr<SqlJournal>> openedJournal = SqlJournal::open(journalFile(), disk);
        if (!openedJournal)
            return openedJournal.error();
        m_journal = std::move(*openedJournal);
        m_watched = std::make_unique<WatchedJournal>(*m_journal, promise);
        Result<std::unique_ptr<SqlCache>> openedCache = SqlCache::open(cacheFile(), disk);
        if (!openedCache)
            return openedCache.error();
        m_cache = std::move(*openedCache);
        return CounterPorts{link, *m_watched, *m_cache, time, time, random, bootId};
    }

private:
    std::unique_ptr<SqlJournal> m_journal;
    std::unique_ptr<WatchedJournal> m_watched;
    std::unique_ptr<SqlCache> m_cache;
};

} // namespace parterre::testing
