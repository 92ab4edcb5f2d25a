// Opens each kind of file once.
#include "tests/simulation/simulator/new_disks.h"

#include "server/ledger/sql/sql_ledger.h"
#include "tests/support/disk_counter_rig.h"

namespace parterre::testing {

const DiskImage& newCounterDisk()
{
    static const DiskImage image = [] {
        CrashDisk disk;
        {
            auto journal = SqlJournal::open(journalFile(), disk);
            const auto cache = SqlCache::open(cacheFile(), disk);
            PARTERRE_REQUIRE(journal.ok() && cache.ok());
            JournalBatch batch;
            // A real verifier takes a tenth of a second.
            batch.clerks = {{"ann", cheapVerifier("secret")}};
            PARTERRE_REQUIRE((*journal)->commit(batch).ok());
        }
        return disk.image();
    }();
    return image;
}

const DiskImage& newServerDisk()
{
    static const DiskImage image = [] {
        CrashDisk disk;
        PARTERRE_REQUIRE(SqlLedger::open(ledgerFolder(), disk).ok());
        return disk.image();
    }();
    return image;
}

} // namespace parterre::testing
