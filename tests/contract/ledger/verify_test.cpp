// verify finds every kind of damage that can be planted in the database, and nothing in a sound one.
#include "sample_event.h"
#include "server/ledger/memory_ledger.h"
#include "server/ledger/sql/sql_ledger.h"
#include "server/ledger/sql/verify_folder.h"

#include <QTemporaryDir>
#include <QTest>

using namespace parterre;
using namespace parterre::test;

namespace {

// A ledger with a hold, two orders, one of them partly void, and three ops.
void fill(Ledger& ledger, SampleEvent& event)
{
    QVERIFY(ledger.savePlan(event.plan()));
    QVERIFY(ledger.addEvent(event.record()));
    const OrderPlaced second = SampleEvent::sale(2, 40, 2);
    TicketsVoided voided{second.order.id, {second.order.tickets[1].serial}, "ill", "Ann"};
    LedgerBatch batch;
    batch.events.push_back(
        event.append({event.created(), SampleEvent::hold(7, 0), SampleEvent::sale(1, 20, 3), second, voided}));
    const OpStreamKey stream{idOf<DeviceId>(3), 1, event.id()};
    Bytes32 hash{};
    for (std::uint64_t opN = 1; opN <= 3; ++opN) {
        batch.outcomes.push_back(sampleOutcome(stream, opN, hash, 3));
        hash = batch.outcomes.back().op.hash;
    }
    StoredAnswer answer;
    answer.event = event.id();
    answer.firstSeq = answer.lastSeq = 2;
    batch.answers = {answer};
    const Result<void> committed = ledger.commit(batch);
    QVERIFY2(committed.ok(), committed ? "" : committed.error().detail.c_str());
}

} // namespace

class VerifyTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsNothingInMemory()
    {
        MemoryLedger ledger;
        SampleEvent event;
        fill(ledger, event);
        const Result<VerifyReport> report = verifyLedger(ledger, nullptr);
        QVERIFY(report.ok() && report->ok());
        QCOMPARE(report->entries, std::uint64_t(5));
        QCOMPARE(report->soldPlaces, std::uint64_t(4));
        QCOMPARE(report->ops, std::uint64_t(3));
    }

    void findsNothingBesideARunningServer()
    {
        QTemporaryDir folder;
        SampleEvent event;
        const auto ledger = SqlLedger::open(folder.path());
        QVERIFY(ledger.ok());
        fill(**ledger, event);
        const Result<VerifyReport> report = verifyFolder(folder.path());
        QVERIFY2(report.ok(), report ? "" : report.error().detail.c_str());
        QVERIFY2(report->ok(), report->ok() ? "" : report->findings.front().c_str());
        QCOMPARE(report->orders, std::uint64_t(2));
        QCOMPARE(report->doubleSold, std::uint64_t(0));
    }

    void saysWhenThereIsNothing()
    {
        QTemporaryDir folder;
        QCOMPARE(verifyFolder(folder.path()).error().code, ErrorCode::Storage);
    }

    void findsDamage_data()
    {
        QTest::addColumn<QByteArray>("damage");
        QTest::addColumn<QByteArray>("finding");
        const auto row = [](const char* name, const char* damage, const char* finding) {
            QTest::newRow(name) << QByteArray(damage) << QByteArray(finding);
        };
        row("entry gone", "DELETE FROM event_log WHERE seq = 2", "the log has a gap");
        row("log cut", "DELETE FROM event_log WHERE seq = 5", "its recorded head is 5");
        row("body changed", "UPDATE event_log SET body = (SELECT body FROM event_log WHERE seq = 3) WHERE seq = 4",
            "entry 4 does not match its hash");
        row("order placed twice",
            "UPDATE event_log SET body = (SELECT body FROM event_log WHERE seq = 3) WHERE seq = 4", "a second time");
        row("does not follow", "UPDATE event_log SET body = (SELECT body FROM event_log WHERE seq = 3) WHERE seq = 4",
            "does not follow from the entries before it");
        row("body unreadable", "UPDATE event_log SET body = x'ff00' WHERE seq = 3", "entry 3 cannot be read");
        row("time changed", "UPDATE event_log SET at = at + 1 WHERE seq = 2", "entry 2 does not match its hash");
        row("hash changed", "UPDATE event_log SET hash = randomblob(32) WHERE seq = 5", "not the recorded one");
        row("head hash", "UPDATE event SET head_hash = zeroblob(32)",
            "the hash of the last entry is not the recorded one");
        row("plan changed", "UPDATE plan SET body = x'00'", "its plan cannot be read");
        row("order row gone", "DELETE FROM ticket WHERE order_number = 1; DELETE FROM customer_order WHERE number = 1",
            "is missing among the orders");
        row("order row extra",
            "INSERT INTO customer_order SELECT 99, randomblob(16), event, 77, code, channel, device, clerk, name, "
            "email, phone, "
            "tender, tender_reference, paid_minor, sold_at FROM customer_order WHERE number = 1",
            "but not in the log");
        row("order row in another place", "UPDATE customer_order SET seq = 99 WHERE number = 1", "names entry 99");
        row("order renamed", "UPDATE customer_order SET name = 'Mallory' WHERE number = 1", "is not what the log says");
        row("order code", "UPDATE customer_order SET code = 'AAAAAAAA' WHERE number = 1", "the code of another one");
        row("money", "UPDATE customer_order SET paid_minor = 1 WHERE number = 1", "is not what the log says");
        row("ticket gone", "DELETE FROM ticket WHERE order_number = 1 AND position = 2", "is not what the log says");
        row("ticket moved", "UPDATE ticket SET seat = 99 WHERE order_number = 1 AND position = 0",
            "is not what the log says");
        row("ticket revived", "UPDATE ticket SET voided = 0", "is not what the log says");
        row("ticket astray", "PRAGMA foreign_keys=OFF; UPDATE ticket SET order_number = 55 WHERE order_number = 1",
            "tickets belong to no order");
        row("op changed", "UPDATE op_outcome SET op = x'00' WHERE op_n = 2", "op 2 does not match its hash");
        row("outcome gone", "DELETE FROM op_outcome WHERE op_n = 2", "op 2 has no outcome");
        row("outcome swapped",
            "UPDATE op_outcome SET outcome = (SELECT outcome FROM op_outcome WHERE op_n = 1) WHERE op_n = 2",
            "has the outcome of op 1");
        row("outcome unreadable", "UPDATE op_outcome SET outcome = x'ff' WHERE op_n = 3", "op 3: the stored outcome");
        row("watermark behind", "UPDATE op_stream SET applied = 2", "the hash of its last op is not the recorded one");
        row("outcome past the watermark", "UPDATE op_stream SET applied = 2", "past op 2");
        row("head behind the outcomes", "UPDATE event SET head_seq = 2", "op 1 was answered with entry 3");
        row("answer from nowhere", "UPDATE request_answer SET last_seq = 50", "answers to requests name entries");
    }
    void findsDamage()
    {
        QFETCH(QByteArray, damage);
        QFETCH(QByteArray, finding);
        QTemporaryDir folder;
        SampleEvent event;
        {
            const auto ledger = SqlLedger::open(folder.path());
            QVERIFY(ledger.ok());
            fill(**ledger, event);
            const Result<void> damaged = (*ledger)->connection().runScript(damage);
            QVERIFY2(damaged.ok(), damaged ? "" : damaged.error().detail.c_str());
        }
        const Result<VerifyReport> report = verifyFolder(folder.path());
        QVERIFY2(report.ok(), report ? "" : report.error().detail.c_str());
        QByteArray all;
        for (const std::string& sentence : report->findings)
            all += QByteArray::fromStdString(sentence) + '\n';
        QVERIFY2(all.contains(finding), all.constData());
    }

    // The log itself sells a seat twice: the fold refuses the entry, and the independent count says so too.
    void countsOwnersItself()
    {
        MemoryLedger ledger;
        SampleEvent event;
        QVERIFY(ledger.savePlan(event.plan()));
        QVERIFY(ledger.addEvent(event.record()));
        LedgerBatch batch;
        batch.events.push_back(event.append({event.created(), SampleEvent::sale(1, 20, 2)}));
        const EntryBody body = SampleEvent::sale(2, 21, 1);
        const LogEntry again{3, Instant{}, idOf<CauseId>(3), body};
        const Bytes bytes = encodeEntry(body);
        const Bytes32 hash = entryHash(event.headHash(), 3, again.at, again.cause, bytes);
        batch.events[0].entries.push_back({3, again.at, again.cause, bytes, hash});
        batch.events[0].decoded.push_back(again);
        QVERIFY(ledger.commit(batch));
        const Result<VerifyReport> report = verifyLedger(ledger, nullptr);
        QVERIFY(report.ok());
        QCOMPARE(report->doubleSold, std::uint64_t(1));
        QCOMPARE(report->findings.size(), std::size_t(2));
        QVERIFY(report->findings[1].find("seat Stalls/R2/2 was sold twice") != std::string::npos);
    }
};

QTEST_GUILESS_MAIN(VerifyTest)
#include "verify_test.moc"
