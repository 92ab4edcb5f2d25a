// Golden bytes: what a released program wrote must be read for ever, and the same value must be written the same way.
// Each file golden/<message>.hex holds one message. A new message: add it to samples(), run this program once with
// PARTERRE_WRITE_GOLDEN=1 (it writes missing files and never overwrites one), look at the bytes, commit the file.
#include <QTest> // first: moc 6.4 cannot read <chrono> of libstdc++ 12 before Qt

#include "sync/domain/apply.h"
#include "sync/wire/command_codec.h"
#include "sync/wire/hash_chain.h"
#include "sync/wire/log_page.h"
#include "sync/wire/op_batch.h"
#include "sync/wire/snapshot.h"
#include "sync/wire/ticket_code.h"
#include "tests/unit/wire/random_values.h"

#include <QDir>
#include <QFile>

using namespace parterre;
using parterre::testing::RandomValues;

namespace {

// A message as it is written today, and the way from bytes back to bytes.
struct Sample
{
    QString name;
    Bytes bytes;
    std::function<Bytes(const Bytes&)> recode; // empty when refused
};

template <typename T>
std::function<Bytes(const Bytes&)> recode(Result<T> (*decode)(const Bytes&), Bytes (*encode)(const T&))
{
    return [=](const Bytes& bytes) {
        const auto value = decode(bytes);
        return value ? encode(*value) : Bytes();
    };
}

SeatPlanParts plan()
{
    SeatPlanParts parts;
    parts.name = "Haus";
    parts.width = 20;
    parts.height = 12.5;
    parts.focal = Point{10, 0.333333333};
    parts.priceAreas = {{"A", {1, 2, 255}}};
    parts.sections = {{"Parkett", RowIndex{0}, 1}};
    parts.rows = {{"1", SectionIndex{0}, SeatIndex{0}, 3}};
    parts.seats = {{"1", {4.5, 3}, RowIndex{0}, PriceAreaIndex{0}, Wheelchair, "p-1"},
                   {"2", {5, 3.012}, RowIndex{0}, PriceAreaIndex{0}, Companion, "p-2"},
                   {"3", {5.5, 3.1415926}, RowIndex{0}, PriceAreaIndex{0}, 0, ""}};
    parts.standing = {{"Platz", 500, PriceAreaIndex{0}, {Outline::Kind::Polygon, {{0, 0}, {1, 0}, {1, 1}}}}};
    parts.decorations = {{{Outline::Kind::Ellipse, {{3, 4}, {1, 2}}}, "Bühne", Rgb{9, 8, 7}}};
    return parts;
}

Snapshot snapshot()
{
    RandomValues random(77);
    EventState state(*SeatPlan::create(plan()));
    EventTerms terms;
    random.fill(terms.event);
    terms.title = "Premiere";
    terms.priceTypes = {"Normal"};
    terms.prices = {2500};
    const auto add = [&](EntryBody body) {
        PARTERRE_REQUIRE(tryApply(state, {state.seq() + 1, Instant{1'795'000'000'000}, {}, std::move(body)}).ok());
    };
    add(EventCreated{terms});
    add(HoldPlaced{random.make<HoldId>(),
                   random.make<HolderId>(),
                   Channel::Fan,
                   {{SeatIndex{0}}, {{StandingIndex{0}, 2}}},
                   Instant{1'795'000'480'000}});
    add(AllotmentGranted{
        random.make<DeviceId>(), {{SeatIndex{1}}, {}}, Milliseconds(3'600'000), Instant{1'795'000'000'000}});
    add(SeatsBlocked{{SeatIndex{2}}, true, "pillar"});
    Case lost;
    random.fill(lost.id);
    lost.order.id = OrderId{lost.id.bytes};
    lost.order.buyer.phone = "040 1234";
    lost.order.tickets.push_back({random.make<TicketSerial>(), SeatIndex{2}, {}, {}, 2500});
    lost.order.tender.paidMinor = 2500;
    lost.provisional = true;
    lost.lost = {{SeatIndex{2}}, {}};
    add(CaseOpened{lost});
    add(AlarmRaised{AlarmKind::Fork, random.make<DeviceId>(), "op 7"});
    add(LogRestored{1, {random.make<DeviceId>()}});
    return {random.make<LogId>(), random.make<Bytes32>(), std::move(state)};
}

EntryBody entry(std::size_t kind)
{
    EntryBody body = RandomValues(1000 + kind).alternative<EntryBody>(kind);
    if (auto* alarm = std::get_if<AlarmRaised>(&body))
        alarm->kind = AlarmKind::Fork; // as drawn when there were fewer kinds
    return body;
}

Op op(std::size_t kind)
{
    RandomValues random(2000 + kind);
    Op op;
    random.fill(op.device);
    random.fill(op.event);
    op.installGen = 2;
    op.opN = 300;
    op.at = Instant{1'795'000'000'123};
    op.clerk = "Mia";
    op.command = random.alternative<Command>(kind);
    return op;
}

Outcome outcome(OutcomeKind kind)
{
    const bool error = kind == OutcomeKind::Refused || kind == OutcomeKind::Quarantined;
    return {41,
            kind,
            error ? ErrorCode::SeatTaken : ErrorCode::Internal,
            error ? "Parkett/1/2" : "",
            1234,
            kind == OutcomeKind::Granted ? Fence{1230} : Fence{}};
}

OpBatch opBatch()
{
    RandomValues random(3000);
    OpBatch batch;
    random.fill(batch.device);
    random.fill(batch.event);
    for (std::size_t i = 0; i < 2; ++i) {
        const Bytes bytes = encodeOp(op(i));
        batch.ops.push_back({i + 1, bytes, opHash({}, bytes), random.make<Signature>()});
    }
    batch.told = {outcome(OutcomeKind::Refused), outcome(OutcomeKind::Granted)};
    return batch;
}

LogPage logPage()
{
    RandomValues random(4000);
    LogPage page{random.make<LogId>(), 90, {}, {}};
    page.entries.push_back({7, Instant{1'795'000'000'000}, random.make<CauseId>(), random.alternative<EntryBody>(1)});
    page.entries.push_back({8, Instant{1'795'000'000'250}, {}, random.alternative<EntryBody>(3)});
    return page;
}

LogPage logPageToTheHead()
{
    LogPage page = logPage();
    page.headSeq = page.entries.back().seq;
    page.digest = 0x0123'4567'89AB'CDEF;
    return page;
}

Bytes ticketCode()
{
    RandomValues random(5000);
    TicketContent content{random.make<EventId>(),  random.make<TicketSerial>(),
                          random.make<DeviceId>(), "7KX2M9QA",
                          "Parkett/1/2",           "Ermäßigt"};
    return encodeTicketCode(content, SigningKey::fromSeed(random.make<Bytes32>()));
}

Bytes chainOf(const LogPage& page)
{
    Bytes32 hash{};
    for (const LogEntry& entry : page.entries)
        hash = entryHash(hash, entry.seq, entry.at, entry.cause, encodeEntry(entry.body));
    return Bytes(reinterpret_cast<const char*>(hash.data()), static_cast<qsizetype>(hash.size()));
}

std::vector<Sample> samples()
{
    std::vector<Sample> all;
    const auto numbered = [](const char* kind, std::size_t number) {
        return QStringLiteral("%1-%2").arg(QLatin1String(kind)).arg(number, 2, 10, QLatin1Char('0'));
    };
    const auto same = [](const Bytes& bytes) { return bytes; };
    for (std::size_t i = 0; i < std::variant_size_v<EntryBody>; ++i)
        all.push_back({numbered("entry", i), encodeEntry(entry(i)), recode(decodeEntry, encodeEntry)});
    all.push_back({QStringLiteral("entry-lost-history"),
                   encodeEntry(AlarmRaised{AlarmKind::LostHistory, {}, "the log ends at 7"}),
                   recode(decodeEntry, encodeEntry)});
    for (std::size_t i = 0; i < std::variant_size_v<Command>; ++i)
        all.push_back({numbered("op", i), encodeOp(op(i)), recode(decodeOp, encodeOp)});
    for (std::size_t i = 0; i <= static_cast<std::size_t>(OutcomeKind::Contested); ++i)
        all.push_back({numbered("outcome", i), encodeOutcome(outcome(static_cast<OutcomeKind>(i))),
                       recode(decodeOutcome, encodeOutcome)});
    OutcomeBatch reply{logPage().logId, 41, 1234, {outcome(OutcomeKind::Ok), outcome(OutcomeKind::Refused)}, {}};
    all.push_back(
        {QStringLiteral("outcomes"), encodeOutcomeBatch(reply), recode(decodeOutcomeBatch, encodeOutcomeBatch)});
    reply.stopped = Error{ErrorCode::OpGap, "expected op 42"};
    all.push_back({QStringLiteral("outcomes-stopped"), encodeOutcomeBatch(reply),
                   recode(decodeOutcomeBatch, encodeOutcomeBatch)});
    all.push_back({QStringLiteral("op-batch"), encodeOpBatch(opBatch()), recode(decodeOpBatch, encodeOpBatch)});
    all.push_back({QStringLiteral("log-page"), encodeLogPage(logPage()), recode(decodeLogPage, encodeLogPage)});
    all.push_back(
        {QStringLiteral("log-page-head"), encodeLogPage(logPageToTheHead()), recode(decodeLogPage, encodeLogPage)});
    all.push_back({QStringLiteral("hash-chain"), chainOf(logPage()), same});
    all.push_back({QStringLiteral("plan"), encodePlan(plan()), recode(decodePlan, encodePlan)});
    const PlanId planId = planIdOf(plan());
    all.push_back({QStringLiteral("plan-id"), Bytes(reinterpret_cast<const char*>(planId.bytes.data()), 16), same});
    all.push_back({QStringLiteral("terms"), encodeTerms(RandomValues(6000).make<EventTerms>()),
                   recode(decodeTerms, encodeTerms)});
    all.push_back({QStringLiteral("snapshot"), encodeSnapshot(snapshot()), [](const Bytes& bytes) {
                       const auto decoded = decodeSnapshot(bytes, *SeatPlan::create(plan()));
                       return decoded ? encodeSnapshot(*decoded) : Bytes();
                   }});
    all.push_back({QStringLiteral("ticket-code"), ticketCode(), same});
    return all;
}

QDir goldenFolder()
{
    return QDir(QStringLiteral(PARTERRE_SOURCE_DIR "/tests/contract/wire/golden"));
}

// Sixteen bytes a line.
Bytes toLines(const Bytes& bytes)
{
    Bytes lines;
    for (qsizetype at = 0; at < bytes.size(); at += 16)
        lines += bytes.mid(at, 16).toHex(' ') + '\n';
    return lines;
}

} // namespace

class GoldenTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        if (!qEnvironmentVariableIsSet("PARTERRE_WRITE_GOLDEN"))
            return;
        for (const Sample& sample : samples()) {
            QFile file(goldenFolder().filePath(sample.name + QStringLiteral(".hex")));
            if (!file.exists() && file.open(QIODevice::WriteOnly))
                file.write(toLines(sample.bytes));
        }
    }

    void bytesAreThoseOfTheFile_data()
    {
        QTest::addColumn<QByteArray>("today");
        QTest::addColumn<QByteArray>("recoded");
        QTest::addColumn<QByteArray>("golden");
        for (const Sample& sample : samples()) {
            QFile file(goldenFolder().filePath(sample.name + QStringLiteral(".hex")));
            const Bytes golden = file.open(QIODevice::ReadOnly) ? Bytes::fromHex(file.readAll()) : Bytes();
            QTest::newRow(qPrintable(sample.name)) << sample.bytes << sample.recode(golden) << golden;
        }
    }
    void bytesAreThoseOfTheFile()
    {
        QFETCH(QByteArray, today);
        QFETCH(QByteArray, recoded);
        QFETCH(QByteArray, golden);
        QVERIFY2(!golden.isEmpty(), "no golden file; the head of this test says how to add one");
        QCOMPARE(today.toHex(' '), golden.toHex(' '));
        QCOMPARE(recoded.toHex(' '), golden.toHex(' '));
    }

    void everyFileIsOfAMessage()
    {
        QStringList known;
        for (const Sample& sample : samples())
            known.append(sample.name + QStringLiteral(".hex"));
        known.sort();
        QCOMPARE(goldenFolder().entryList({QStringLiteral("*.hex")}, QDir::Files, QDir::Name), known);
    }
};

QTEST_GUILESS_MAIN(GoldenTest)
#include "golden_test.moc"
