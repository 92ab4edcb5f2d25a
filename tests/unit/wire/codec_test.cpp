// Every message survives encode and decode; what a decoder accepts it would write itself; nothing crashes it.
#include <QTest> // first: moc 6.4 cannot read <chrono> of libstdc++ 12 before Qt

#include "sync/wire/command_codec.h"
#include "sync/wire/log_page.h"
#include "sync/wire/op_batch.h"
#include "sync/wire/snapshot.h"
#include "tests/unit/wire/random_values.h"

using namespace parterre;
using parterre::testing::RandomValues;

namespace {

// A decoder and its encoder as one function: the bytes written again, or nothing when refused.
using Recode = std::function<std::optional<Bytes>(const Bytes&)>;

template <typename T>
Recode recode(Result<T> (*decode)(const Bytes&), Bytes (*encode)(const T&))
{
    return [=](const Bytes& bytes) -> std::optional<Bytes> {
        const auto value = decode(bytes);
        if (!value) {
            PARTERRE_REQUIRE(value.error().code == ErrorCode::Malformed || value.error().code == ErrorCode::TooLarge);
            PARTERRE_REQUIRE(value.error().detail.size() < 200);
            return std::nullopt;
        }
        return encode(*value);
    };
}

LogPage randomPage(RandomValues& random, std::size_t entries)
{
    LogPage page;
    random.fill(page.logId);
    page.headSeq = random.magnitude(50);
    const std::uint64_t first = 1 + random.magnitude(40);
    for (std::size_t i = 0; i < entries; ++i) {
        LogEntry entry;
        entry.seq = first + i;
        random.fill(entry.at);
        if (random.below(3))
            random.fill(entry.cause);
        entry.body = random.alternative<EntryBody>(random.below(std::variant_size_v<EntryBody>));
        page.entries.push_back(entry);
    }
    if (entries > 0 && random.below(2))
        page.headSeq = page.entries.back().seq;
    if (entries == 0 || page.headSeq == page.entries.back().seq)
        page.digest = random.magnitude(63);
    return page;
}

Op randomOp(RandomValues& random, std::size_t kind)
{
    Op op;
    random.fill(op.device);
    random.fill(op.installGen);
    random.fill(op.event);
    random.fill(op.opN);
    random.fill(op.at);
    random.fill(op.clerk);
    op.command = random.alternative<Command>(kind);
    return op;
}

Outcome randomOutcome(RandomValues& random)
{
    Outcome outcome;
    outcome.opN = random.magnitude(40);
    outcome.kind = static_cast<OutcomeKind>(random.below(static_cast<std::uint64_t>(OutcomeKind::Contested) + 1));
    outcome.error = static_cast<ErrorCode>(random.below(static_cast<std::uint64_t>(ErrorCode::Internal) + 1));
    random.fill(outcome.detail);
    outcome.seq = random.magnitude(40);
    random.fill(outcome.fence);
    return outcome;
}

OpBatch randomBatch(RandomValues& random)
{
    OpBatch batch;
    random.fill(batch.device);
    random.fill(batch.event);
    for (std::uint64_t i = random.below(4); i > 0; --i)
        batch.told.push_back(randomOutcome(random));
    for (std::size_t i = 0; i < 3; ++i) {
        SealedOp sealed;
        sealed.opN = i + 1;
        sealed.bytes = encodeOp(randomOp(random, i));
        sealed.hash = opHash({}, sealed.bytes);
        random.fill(sealed.signature);
        batch.ops.push_back(sealed);
    }
    return batch;
}

OutcomeBatch randomReply(RandomValues& random)
{
    OutcomeBatch batch;
    random.fill(batch.logId);
    batch.applied = random.magnitude(40);
    batch.headSeq = random.magnitude(40);
    for (std::uint64_t i = random.below(4); i > 0; --i)
        batch.outcomes.push_back(randomOutcome(random));
    if (random.below(2))
        batch.stopped = Error{ErrorCode::OpGap, "expected op 7"};
    return batch;
}

SeatPlanParts smallPlan(RandomValues& random)
{
    SeatPlanParts parts;
    parts.name = "Haus";
    random.fill(parts.width);
    random.fill(parts.height);
    parts.focal = Point{random.make<double>(), -random.make<double>()};
    parts.priceAreas = {{"A", {1, 2, 3}}};
    parts.sections = {{"Parkett", RowIndex{0}, 1}};
    parts.rows = {{"1", SectionIndex{0}, SeatIndex{0}, 2}};
    parts.seats = {{"1", {random.make<double>(), 0.1}, RowIndex{0}, PriceAreaIndex{0}, Wheelchair, "p-1"},
                   {"2", {-0.5, random.make<double>()}, RowIndex{0}, PriceAreaIndex{0}, 0, ""}};
    parts.standing = {{"Platz", 500, PriceAreaIndex{0}, {Outline::Kind::Polygon, {{0, 0}, {1, 0}, {1, 1}}}}};
    parts.decorations = {{{Outline::Kind::Ellipse, {{3, 4}, {1, 2}}}, "Bühne", Rgb{9, 8, 7}}};
    return parts;
}

struct Sample
{
    const char* name;
    Bytes bytes;
    Recode recode;
};

std::vector<Sample> samples(std::uint64_t seed)
{
    RandomValues random(seed);
    std::vector<Sample> all;
    for (std::size_t i = 0; i < std::variant_size_v<EntryBody>; ++i)
        all.push_back({"entry", encodeEntry(random.alternative<EntryBody>(i)), recode(decodeEntry, encodeEntry)});
    for (std::size_t i = 0; i < std::variant_size_v<Command>; ++i) {
        all.push_back({"command", encodeCommand(random.alternative<Command>(i)), recode(decodeCommand, encodeCommand)});
        all.push_back({"op", encodeOp(randomOp(random, i)), recode(decodeOp, encodeOp)});
    }
    all.push_back({"op batch", encodeOpBatch(randomBatch(random)), recode(decodeOpBatch, encodeOpBatch)});
    all.push_back({"outcome", encodeOutcome(randomOutcome(random)), recode(decodeOutcome, encodeOutcome)});
    all.push_back(
        {"outcomes", encodeOutcomeBatch(randomReply(random)), recode(decodeOutcomeBatch, encodeOutcomeBatch)});
    all.push_back({"log page", encodeLogPage(randomPage(random, 6)), recode(decodeLogPage, encodeLogPage)});
    all.push_back({"plan", encodePlan(smallPlan(random)), recode(decodePlan, encodePlan)});
    all.push_back({"terms", encodeTerms(random.make<EventTerms>()), recode(decodeTerms, encodeTerms)});
    return all;
}

// An unknown error name is taken for Internal on purpose, so outcomes alone may be written differently again.
void checkAccepted(const Sample& sample, const Bytes& damaged)
{
    const auto again = sample.recode(damaged);
    if (!again || *again == damaged)
        return;
    const QByteArray name(sample.name);
    QVERIFY2(name.startsWith("outcome") || name == "op batch", // which carries outcomes the counter was told
             qPrintable(QStringLiteral("%1 accepts another spelling: %2 becomes %3")
                            .arg(QString::fromLatin1(name), QString::fromLatin1(damaged.toHex()),
                                 QString::fromLatin1(again->toHex()))));
    QCOMPARE(sample.recode(*again), again);
}

} // namespace

class CodecTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void entriesSurvive()
    {
        RandomValues random(1);
        for (int round = 0; round < 200; ++round) {
            for (std::size_t i = 0; i < std::variant_size_v<EntryBody>; ++i) {
                const auto body = random.alternative<EntryBody>(i);
                const auto decoded = decodeEntry(encodeEntry(body));
                QVERIFY2(decoded.ok(), decoded.ok() ? "" : decoded.error().detail.c_str());
                QVERIFY(*decoded == body);
            }
        }
    }

    void opsSurvive()
    {
        RandomValues random(2);
        for (int round = 0; round < 200; ++round) {
            for (std::size_t i = 0; i < std::variant_size_v<Command>; ++i) {
                const Op op = randomOp(random, i);
                const auto decoded = decodeOp(encodeOp(op));
                QVERIFY2(decoded.ok(), decoded.ok() ? "" : decoded.error().detail.c_str());
                QVERIFY(*decoded == op);
                QVERIFY(*decodeCommand(encodeCommand(op.command)) == op.command);
            }
        }
    }

    void batchesPagesAndPlansSurvive()
    {
        RandomValues random(3);
        for (int round = 0; round < 200; ++round) {
            const OpBatch batch = randomBatch(random);
            QVERIFY(*decodeOpBatch(encodeOpBatch(batch)) == batch);
            const OutcomeBatch reply = randomReply(random);
            QVERIFY(*decodeOutcomeBatch(encodeOutcomeBatch(reply)) == reply);
            const LogPage page = randomPage(random, random.below(20));
            QVERIFY(*decodeLogPage(encodeLogPage(page)) == page);
            const SeatPlanParts plan = smallPlan(random);
            QVERIFY(*decodePlan(encodePlan(plan)) == plan);
            const auto terms = random.make<EventTerms>();
            QVERIFY(*decodeTerms(encodeTerms(terms)) == terms);
        }
    }

    void everyTruncationIsRefused()
    {
        for (const Sample& sample : samples(4)) {
            QVERIFY(sample.recode(sample.bytes) == sample.bytes);
            for (qsizetype size = 0; size < sample.bytes.size(); ++size)
                QVERIFY2(!sample.recode(sample.bytes.left(size)), sample.name);
            QVERIFY2(!sample.recode(sample.bytes + '\0'), sample.name);
        }
    }

    void everyChangedByteIsRefusedOrAnotherMessage()
    {
        for (std::uint64_t seed = 5; seed < 8; ++seed) {
            for (const Sample& sample : samples(seed)) {
                for (qsizetype at = 0; at < sample.bytes.size(); ++at) {
                    for (int flip = 1; flip < 256; flip = flip < 128 ? flip * 2 : flip + 127) {
                        Bytes damaged = sample.bytes;
                        damaged[at] = static_cast<char>(damaged[at] ^ flip);
                        checkAccepted(sample, damaged);
                    }
                }
            }
        }
    }

    void noiseIsRefused()
    {
        RandomValues random(9);
        const auto all = samples(9);
        for (int round = 0; round < 20'000; ++round) {
            Bytes noise(static_cast<qsizetype>(random.below(60)), Qt::Uninitialized);
            for (char& byte : noise)
                byte = static_cast<char>(random.magnitude(8));
            for (const Sample& sample : all)
                checkAccepted(sample, noise);
        }
    }

    void hugeCountsCostNothing()
    {
        // An array of 2^32 tickets in an otherwise plausible page, and one nested where a number belongs.
        for (const char* hex : {"9affffffff", "859affffffff", "8201 9affffffff", "9bffffffffffffffff", "5affffffff"})
            for (const Sample& sample : samples(10))
                QVERIFY(!sample.recode(Bytes::fromHex(hex)));
        const Bytes deep(10'000, '\x81');
        for (const Sample& sample : samples(11))
            QVERIFY(!sample.recode(deep));
    }

    void outsideDataIsBounded()
    {
        RandomValues random(12);
        Op op = randomOp(random, 0);
        op.command = ReservePlaces{.name = "Kaya", .until = Instant{INT64_MAX}};
        QCOMPARE(decodeOp(encodeOp(op)).error().code, ErrorCode::Malformed);
        op.command = ReservePlaces{.name = std::string(5000, 'x')};
        QCOMPARE(decodeOp(encodeOp(op)).error().code, ErrorCode::Malformed);
        op.command = ReservePlaces{.name = "\xff\xfe"};
        const auto refused = decodeOp(encodeOp(op));
        QVERIFY2(QByteArray::fromStdString(refused.error().detail).startsWith("op: name: expected UTF-8"),
                 refused.error().detail.c_str());
        Order order;
        order.tender.paidMinor = INT64_MAX;
        op.command = SellAllotted{Fence{1}, op.device, order};
        QCOMPARE(decodeOp(encodeOp(op)).error().code, ErrorCode::Malformed);
        // The sum of several tickets may exceed what one may cost.
        order.tender.paidMinor = 5'000'000'000'000;
        QVERIFY(decodeEntry(encodeEntry(OrderPlaced{.order = order})).ok());
    }

    void batchLimits()
    {
        OpBatch batch;
        batch.ops.resize(OpBatch::maxOps);
        QVERIFY(decodeOpBatch(encodeOpBatch(batch)).ok());
        batch.ops.resize(OpBatch::maxOps + 1);
        QCOMPARE(decodeOpBatch(encodeOpBatch(batch)).error().code, ErrorCode::TooLarge);
        batch.ops.resize(1);
        batch.told.resize(OpBatch::maxOps);
        QVERIFY(decodeOpBatch(encodeOpBatch(batch)).ok());
        batch.told.resize(OpBatch::maxOps + 1);
        QCOMPARE(decodeOpBatch(encodeOpBatch(batch)).error().code, ErrorCode::TooLarge);
        batch.told.clear();
        batch.ops[0].bytes = Bytes(OpBatch::maxBytes, 'x');
        QCOMPARE(decodeOpBatch(encodeOpBatch(batch)).error().code, ErrorCode::TooLarge);
    }

    void pageWriterStopsAtItsLimit()
    {
        const Bytes body = encodeEntry(SeatsBlocked{.reason = std::string(1000, 'r')});
        LogPageWriter writer(LogId{}, 5000, 0);
        std::uint64_t seq = 7;
        while (writer.add(seq, Instant{1'700'000'000'000}, CauseId{}, body))
            ++seq;
        const Bytes bytes = writer.finish();
        QVERIFY(bytes.size() <= qsizetype(LogPage::maxBytes));
        QVERIFY(bytes.size() > qsizetype(LogPage::maxBytes - 2000));
        const auto page = decodeLogPage(bytes);
        QVERIFY(page.ok());
        QCOMPARE(page->entries.size(), writer.count());
        QCOMPARE(page->entries.back().seq, seq - 1);
        QVERIFY(encodeEntry(page->entries.back().body) == body);
    }

    // A puller compares digests exactly where its state is the one the server spoke of.
    void theDigestComesWithTheHead_data()
    {
        QTest::addColumn<quint64>("headSeq");
        QTest::addColumn<int>("entries");
        QTest::addColumn<bool>("digest");
        QTest::newRow("nothing new") << quint64{8} << 0 << true;
        QTest::newRow("up to the head") << quint64{8} << 2 << true;
        QTest::newRow("more to come") << quint64{9} << 2 << false;
    }
    void theDigestComesWithTheHead()
    {
        QFETCH(quint64, headSeq);
        QFETCH(int, entries);
        QFETCH(bool, digest);
        LogPageWriter writer(LogId{}, headSeq, 12'345);
        for (std::uint64_t i = 0; i < static_cast<std::uint64_t>(entries); ++i)
            QVERIFY(writer.add(7 + i, Instant{1}, CauseId{}, encodeEntry(HoldReleased{})));
        const Bytes bytes = writer.finish();
        const auto page = decodeLogPage(bytes);
        QVERIFY(page.ok());
        QCOMPARE(page->digest, digest ? std::optional<std::uint64_t>(12'345) : std::nullopt);
        // The same page with the other answer is refused: it would be another spelling of one truth.
        CborWriter with;
        with.unsignedInteger(12'345);
        CborWriter without;
        without.null();
        Bytes other = bytes;
        const qsizetype at = digest ? bytes.indexOf(with.bytes()) : bytes.indexOf(without.bytes());
        QVERIFY(at > 0);
        other.replace(at, (digest ? with : without).bytes().size(), (digest ? without : with).bytes());
        QCOMPARE(decodeLogPage(other).error().code, ErrorCode::Malformed);
    }

    void averageEntryIsSmall()
    {
        // A night of single holds, each bought or let go: what the log is mostly made of.
        RandomValues random(13);
        const Instant now{1'795'000'000'000};
        std::size_t bytes = 0;
        const int rounds = 100;
        for (int i = 0; i < rounds; ++i) {
            const auto hold = random.make<HoldId>();
            bytes += encodeEntry(HoldPlaced{hold,
                                            random.make<HolderId>(),
                                            Channel::Fan,
                                            {{SeatIndex{static_cast<std::uint32_t>(random.below(100'000))}}, {}},
                                            now})
                         .size();
            bytes += encodeEntry(HoldReleased{hold, true}).size();
        }
        QVERIFY2(bytes <= 40 * 2 * rounds, qPrintable(QString::number(double(bytes) / (2 * rounds))));
    }
};

QTEST_GUILESS_MAIN(CodecTest)
#include "codec_test.moc"
