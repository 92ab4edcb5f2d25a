// What a fan may not have again, and what of theirs is replaced.
#include "server/api/known_holds.h"

#include <QTest>

#include <set>

using namespace parterre;

namespace {

const Instant noon{1'795'543'200'000};
constexpr Milliseconds minute{60'000};

template <typename Id>
Id idOf(std::uint8_t byte)
{
    Id id;
    id.bytes.fill(byte);
    return id;
}

struct Book
{
    KnownHolds holds;
    std::set<std::uint8_t> standing;

    void hold(std::uint8_t id, std::vector<SeatIndex> seats, Instant at, std::uint8_t holder = 1)
    {
        holds.remember(idOf<HoldId>(id),
                       {idOf<HolderId>(holder), idOf<EventId>(1), std::move(seats), at + 8 * minute, {}, 0, false, {}});
        standing.insert(id);
    }
    std::vector<std::uint32_t> barred(Instant at, std::uint8_t holder = 1, std::uint8_t event = 1)
    {
        const auto found = holds.barred(idOf<HolderId>(holder), idOf<EventId>(event), at, stands());
        std::vector<std::uint32_t> seats;
        for (const SeatIndex seat : found.seats)
            seats.push_back(seat.value);
        return seats;
    }
    std::optional<HoldId> replacedBy(std::vector<SeatIndex> seats)
    {
        return holds.givenBackAndStanding(idOf<HolderId>(1), idOf<EventId>(1), seats, stands());
    }
    KnownHolds::Stands stands()
    {
        return [this](HoldId id) { return standing.contains(id.bytes[0]); };
    }
};

using Seats = std::vector<std::uint32_t>;

} // namespace

class KnownHoldsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatRanOutIsForOthersFirst()
    {
        Book book;
        book.hold(1, {{3}, {4}}, noon);
        QCOMPARE(book.barred(noon + minute), Seats{}); // it stands
        book.standing.clear();
        QCOMPARE(book.barred(noon + 8 * minute), (Seats{3, 4}));
        QCOMPARE(book.barred(noon + 8 * minute, 2), Seats{});    // somebody else
        QCOMPARE(book.barred(noon + 8 * minute, 1, 2), Seats{}); // another event
        QCOMPARE(book.barred(noon + 18 * minute - Milliseconds(1)), (Seats{3, 4}));
        QCOMPARE(book.barred(noon + 18 * minute), Seats{});
        const auto until = book.holds.barred(idOf<HolderId>(1), idOf<EventId>(1), noon, book.stands()).until;
        QVERIFY(until == noon + 18 * minute);
    }

    void whatWasBoughtIsNot()
    {
        Book book;
        book.hold(1, {{3}}, noon);
        book.holds.find(idOf<HoldId>(1))->order = idOf<OrderId>(1);
        book.standing.clear();
        QCOMPARE(book.barred(noon + minute), Seats{});
    }

    void mindsMayBeChangedTwice()
    {
        Book book;
        for (std::uint8_t i = 1; i <= 3; ++i) {
            QCOMPARE(book.barred(noon + minute), Seats{});
            book.hold(i, {{3}}, noon);
            book.holds.find(idOf<HoldId>(i))->givenBack = true;
            QVERIFY(book.replacedBy({{2}, {3}}) == idOf<HoldId>(i));
            book.standing.clear();
            QVERIFY(!book.replacedBy({{3}}));
        }
        QCOMPARE(book.barred(noon + minute), Seats{3});
    }

    // Else whoever gives back and takes others chooses the moment at which the first come free.
    void onlyWhatMeetsIsReplaced()
    {
        Book book;
        book.hold(1, {{3}, {4}}, noon);
        QVERIFY(!book.replacedBy({{3}})); // not given back
        book.holds.find(idOf<HoldId>(1))->givenBack = true;
        QVERIFY(!book.replacedBy({{5}}));
        QVERIFY(!book.replacedBy({}));
        QVERIFY(book.replacedBy({{4}, {5}}) == idOf<HoldId>(1));
    }

    void aRepeatIsKnownByItsKey()
    {
        Book book;
        book.hold(1, {{3}}, noon);
        book.holds.find(idOf<HoldId>(1))->key.fill(7);
        Bytes16 key{};
        QVERIFY(!book.holds.isRepeat(idOf<HolderId>(2), key));
        key.fill(7);
        QVERIFY(book.holds.isRepeat(idOf<HolderId>(1), key));
        QVERIFY(!book.holds.isRepeat(idOf<HolderId>(2), key));
        key.fill(8);
        QVERIFY(!book.holds.isRepeat(idOf<HolderId>(1), key));
    }

    void isToldToItsOwnerOnly()
    {
        Book book;
        book.hold(1, {{3}}, noon);
        QVERIFY(book.holds.of(idOf<HolderId>(1), idOf<HoldId>(1)));
        QVERIFY(!book.holds.of(idOf<HolderId>(2), idOf<HoldId>(1)));
        QVERIFY(!book.holds.of(idOf<HolderId>(1), idOf<HoldId>(2)));
    }
};

QTEST_GUILESS_MAIN(KnownHoldsTest)
#include "known_holds_test.moc"
