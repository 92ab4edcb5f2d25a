// A power cut loses exactly what no sync had made durable, in every pattern; faults do what they say.
#include "tests/support/crash_disk/crash_disk.h"

#include <QTest>

#include <sqlite3.h>

using namespace parterre;
using namespace parterre::testing;

namespace {

// A file opened by the VFS alone, without SQLite between.
class RawFile
{
public:
    RawFile(CrashDisk& disk, const char* name)
        : m_vfs(sqlite3_vfs_find(disk.vfs())), m_memory(static_cast<std::size_t>(m_vfs->szOsFile))
    {
        opened = m_vfs->xOpen(m_vfs, name, file(), SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_MAIN_DB,
                              nullptr);
    }
    ~RawFile()
    {
        if (file()->pMethods)
            file()->pMethods->xClose(file());
    }
    int write(qsizetype at, const QByteArray& bytes)
    {
        return file()->pMethods->xWrite(file(), bytes.constData(), static_cast<int>(bytes.size()), at);
    }
    int sync() { return file()->pMethods->xSync(file(), SQLITE_SYNC_FULL); }
    int truncate(qsizetype size) { return file()->pMethods->xTruncate(file(), size); }
    int read(char* out, int size) { return file()->pMethods->xRead(file(), out, size, 0); }
    int opened = SQLITE_OK;

private:
    sqlite3_file* file() { return reinterpret_cast<sqlite3_file*>(m_memory.data()); }
    sqlite3_vfs* m_vfs;
    std::vector<char> m_memory;
};

QByteArray page(char letter)
{
    return QByteArray(2048, letter);
}

} // namespace

class PowerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aSyncMakesDurable_data()
    {
        QTest::addColumn<int>("loss");
        for (const Loss loss : everyLoss)
            QTest::newRow(nameOf(loss)) << static_cast<int>(loss);
    }
    void aSyncMakesDurable()
    {
        QFETCH(int, loss);
        CrashDisk disk;
        RawFile file(disk, "a");
        QCOMPARE(file.write(0, page('a')), SQLITE_OK);
        QCOMPARE(file.sync(), SQLITE_OK);
        QCOMPARE(disk.unsyncedChanges(), std::size_t(0));
        disk.cutPower();
        QVERIFY(disk.leftAfter(static_cast<Loss>(loss), 7) == (DiskImage{{"a", page('a')}}));
    }

    void whatNoSyncReachedIsLostByPattern()
    {
        CrashDisk disk;
        disk.restore({{"a", page('0') + page('0')}});
        RawFile file(disk, "a");
        QCOMPARE(file.write(0, page('1')), SQLITE_OK);
        QCOMPARE(file.write(2048, page('2')), SQLITE_OK);
        QCOMPARE(disk.file("a").bytes(), page('1') + page('2')); // programs see it at once
        QCOMPARE(disk.leftAfter(Loss::KeepNone).at("a").bytes(), page('0') + page('0'));
        QCOMPARE(disk.leftAfter(Loss::KeepAll).at("a").bytes(), page('1') + page('2'));
        QCOMPARE(disk.leftAfter(Loss::KeepPrefix, 1).at("a").bytes(), page('1') + page('0'));
        QCOMPARE(disk.leftAfter(Loss::TornLast).at("a").bytes(), page('1') + page('2').first(1024) + page('0').first(1024));
        std::set<QByteArray> seen;
        for (std::uint64_t key = 0; key < 50; ++key)
            seen.insert(disk.leftAfter(Loss::KeepSome, key).at("a").bytes());
        QVERIFY(seen.contains(page('0') + page('2'))); // the later one without the earlier one
        QCOMPARE(seen.size(), std::size_t(4));
    }

    // A write that begins within a sector is torn where the next sector begins; one within a sector is whole or not
    // there.
    void sectorsAreNeverTorn()
    {
        CrashDisk disk;
        disk.restore({{"a", QByteArray(2048, '0')}});
        RawFile file(disk, "a");
        QCOMPARE(file.write(500, QByteArray(1000, '1')), SQLITE_OK);
        const QByteArray torn = QByteArray(500, '0') + QByteArray(12, '1') + QByteArray(1536, '0');
        QCOMPARE(disk.leftAfter(Loss::TornLast).at("a").bytes(), torn);
        QCOMPARE(file.sync(), SQLITE_OK);
        QCOMPARE(file.write(100, QByteArray(200, '2')), SQLITE_OK);
        QVERIFY(disk.leftAfter(Loss::TornLast) == disk.leftAfter(Loss::KeepNone));
    }

    void theStepOfTheCutFailsAndMayHaveArrived()
    {
        CrashDisk disk;
        RawFile file(disk, "a"); // step 1
        QCOMPARE(file.sync(), SQLITE_OK);
        std::uint64_t cutAt = 0;
        disk.onCut = [&] { cutAt = disk.steps(); };
        disk.cutPowerAt(4);
        QCOMPARE(file.write(0, page('1')), SQLITE_OK);
        QVERIFY(file.write(2048, page('2')) != SQLITE_OK);
        QCOMPARE(cutAt, std::uint64_t(4));
        QVERIFY(disk.isCut());
        char out[8];
        QVERIFY(file.read(out, 8) != SQLITE_OK && file.sync() != SQLITE_OK);
        QVERIFY(RawFile(disk, "b").opened != SQLITE_OK);
        QVERIFY(!disk.makePrivate(QStringLiteral("c")) && !disk.claim(QStringLiteral("d")));
        QCOMPARE(disk.steps(), std::uint64_t(4));
        QCOMPARE(disk.leftAfter(Loss::KeepAll).at("a").bytes(), page('1') + page('2'));
        disk.restore(disk.leftAfter(Loss::KeepPrefix, 1));
        QVERIFY(file.sync() != SQLITE_OK); // a handle of the life before
        QCOMPARE(RawFile(disk, "a").read(out, 8), SQLITE_OK);
        QCOMPARE(QByteArray(out, 8), QByteArray(8, '1'));
    }

    void namesAreDurableWithTheFileOrTheFolder()
    {
        CrashDisk disk;
        disk.restore({{"old", QByteArray("x")}, {"gone", QByteArray("y")}});
        {
            RawFile fresh(disk, "new");
            QVERIFY(!disk.leftAfter(Loss::KeepNone).contains("new"));
            QVERIFY(disk.leftAfter(Loss::KeepAll).contains("new"));
            QCOMPARE(fresh.sync(), SQLITE_OK);
            QVERIFY(disk.leftAfter(Loss::KeepNone).contains("new"));
        }
        disk.rename(QStringLiteral("old"), QStringLiteral("aside"));
        QVERIFY(disk.contains("aside") && !disk.contains("old"));
        QVERIFY(disk.leftAfter(Loss::KeepNone).contains("old"));
        sqlite3_vfs* vfs = sqlite3_vfs_find(disk.vfs());
        QCOMPARE(vfs->xDelete(vfs, "gone", 0), SQLITE_OK);
        QVERIFY(disk.leftAfter(Loss::KeepNone).contains("gone"));
        QCOMPARE(vfs->xDelete(vfs, "new", 1), SQLITE_OK);
        QVERIFY(disk.leftAfter(Loss::KeepNone) == (DiskImage{{"aside", QByteArray("x")}}));
        QCOMPARE(vfs->xDelete(vfs, "gone", 0), SQLITE_IOERR_DELETE_NOENT);
    }

    void aFailedSyncLosesWhatItShouldHaveWritten()
    {
        CrashDisk disk;
        disk.restore({{"a", page('0')}});
        RawFile file(disk, "a");
        disk.inject({DiskFault::Kind::FailedSync, 2, 1});
        QCOMPARE(file.write(0, QByteArray(8, '1')), SQLITE_OK);
        QCOMPARE(file.sync(), SQLITE_OK);
        QCOMPARE(file.write(0, QByteArray(8, '2')), SQLITE_OK);
        QCOMPARE(file.sync(), SQLITE_IOERR_FSYNC);
        QCOMPARE(file.sync(), SQLITE_OK); // "succeeds", and writes nothing
        QCOMPARE(disk.file("a").bytes().first(8), QByteArray(8, '2'));
        QCOMPARE(disk.leftAfter(Loss::KeepAll).at("a").bytes().first(8), QByteArray(8, '1'));
    }

    void aLyingSyncKeepsNothing()
    {
        CrashDisk disk;
        disk.restore({{"a", page('0')}});
        RawFile file(disk, "a");
        disk.inject({DiskFault::Kind::LyingSync, 1, DiskFault::forEver});
        QCOMPARE(file.write(0, QByteArray(8, '1')), SQLITE_OK);
        QCOMPARE(file.sync(), SQLITE_OK);
        QCOMPARE(disk.leftAfter(Loss::KeepNone).at("a").bytes(), page('0'));
        disk.heal();
        QCOMPARE(file.sync(), SQLITE_OK);
        QCOMPARE(disk.leftAfter(Loss::KeepNone).at("a").bytes().first(8), QByteArray(8, '1'));
    }

    void aFullDiskTakesNoWrite()
    {
        CrashDisk disk;
        RawFile file(disk, "a");
        disk.inject({DiskFault::Kind::FullDisk, 2, 2});
        QCOMPARE(file.write(0, page('1')), SQLITE_OK);
        QCOMPARE(file.truncate(1024), SQLITE_OK); // needs no room
        QCOMPARE(file.write(0, page('2')), SQLITE_FULL);
        QCOMPARE(file.write(0, page('3')), SQLITE_FULL);
        QCOMPARE(disk.file("a").bytes(), page('1').first(1024));
        QCOMPARE(file.write(1024, page('4').first(1024)), SQLITE_OK);
        QCOMPARE(disk.file("a").bytes(), page('1').first(1024) + page('4').first(1024));
    }

    void claimsEndWithTheirOwnerOrThePower()
    {
        CrashDisk disk;
        auto first = disk.claim(QStringLiteral("lock"));
        QVERIFY(first.ok());
        QCOMPARE(disk.claim(QStringLiteral("lock")).error().code, ErrorCode::Unavailable);
        disk.restore(disk.image());
        auto second = disk.claim(QStringLiteral("lock"));
        QVERIFY(second.ok());
        first.value().reset(); // of the life before: frees nothing
        QCOMPARE(disk.claim(QStringLiteral("lock")).error().code, ErrorCode::Unavailable);
        second.value().reset();
        QVERIFY(disk.claim(QStringLiteral("lock")).ok());
    }
};

QTEST_GUILESS_MAIN(PowerTest)
#include "power_test.moc"
