// Best seats on drawn plans: together, near the stage above the drawing, no single seat left, split when need be.
#include "sync/domain/best_seats.h"
#include "tests/support/keyed_random.h"
#include "tests/support/sample_events.h"

#include <QTest>

using namespace parterre;
using namespace parterre::testing;

namespace {

QStringList toList(std::initializer_list<const char*> lines)
{
    QStringList list;
    for (const char* line : lines)
        list += QString::fromLatin1(line);
    return list;
}

// An event on a drawn plan, in which 'X' is a seat of area A that is taken.
SampleEvent drawn(const QStringList& picture)
{
    std::vector<std::string> lines;
    for (const QString& line : picture)
        lines.push_back(QString(line).replace(QLatin1Char('X'), QLatin1Char('A')).toStdString());
    const SeatPlanPtr plan = planFromText(lines);
    SampleEvent event(plan, sampleTerms(*plan));
    BlockSeats taken{{}, true, "taken"};
    std::uint32_t seat = 0;
    for (const QString& line : picture)
        for (const QChar c : line) {
            if (c == QLatin1Char('X'))
                taken.seats.push_back(SeatIndex{seat});
            seat += c == QLatin1Char('_') ? 0 : 1;
        }
    if (!taken.seats.empty())
        event.must(taken);
    return event;
}

// The picture again with '#' where the seats are.
QStringList marked(QStringList picture, const std::vector<SeatIndex>& seats)
{
    std::uint32_t seat = 0;
    for (QString& line : picture)
        for (QChar& c : line) {
            if (c == QLatin1Char('_'))
                continue;
            if (std::binary_search(seats.begin(), seats.end(), SeatIndex{seat}))
                c = QLatin1Char('#');
            ++seat;
        }
    return picture;
}

} // namespace

class BestSeatsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void choices_data()
    {
        QTest::addColumn<QStringList>("picture");
        QTest::addColumn<uint>("quantity");
        QTest::addColumn<QStringList>("expected");
        using Lines = std::initializer_list<const char*>;
        const auto row = [](const char* name, uint quantity, Lines picture, Lines expected) {
            QTest::newRow(name) << toList(picture) << quantity << toList(expected);
        };
        row("one, in the middle", 1, {"AAAAA", "AAAAA"}, {"AA#AA", "AAAAA"});
        row("the middle of the first row", 3, {"AAAAAAA", "AAAAAAA"}, {"AA###AA", "AAAAAAA"});
        row("ties go to plan order", 2, {"AAAAAA"}, {"AA##AA"});
        row("the nearer row with room", 4, {"AXAAXAA", "AAAAAAA"}, {"AXAAXAA", "####AAA"});
        row("no single at the row's end", 4, {"AAAAA", "AAAA"}, {"AAAAA", "####"});
        row("no single beside a sold seat", 2, {"XAAAXAAX"}, {"XAAAX##X"});
        row("a single where it cannot be avoided", 2, {"XAAAX"}, {"X##AX"});
        row("the whole row leaves none", 5, {"AAAAA", "AAAAA"}, {"#####", "AAAAA"});
        row("not across an aisle", 3, {"AA__AA", "AAAAAA"}, {"AA__AA", "###AAA"});
        row("no single at an aisle", 2, {"AAA__AA", "XXXXXXX"}, {"AAA__##", "XXXXXXX"});
        row("wheelchair places are kept", 2, {"Aaa>A", "AAAAA"}, {"Aaa>A", "##AAA"});
        row("all that is left", 3, {"XXAAAXX"}, {"XX###XX"});
        row("not enough", 4, {"XXAAAXX"}, {"XXAAAXX"});
        row("none asked for", 0, {"AAA"}, {"AAA"});
        row("too many asked for", 51, {"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"},
            {"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"});
        row("split into two rows, not three", 6, {"XAAX", "AAXX", "AAAX", "AAAX"}, {"XAAX", "AAXX", "###X", "###X"});
        row("the parts near each other", 4, {"AAXXXXXXXXAA", "AAXXXXXXXXXX"}, {"##XXXXXXXXAA", "##XXXXXXXXXX"});
        row("a part of a row at its end", 5, {"AAXAXX", "AAAAXX"}, {"AAX#XX", "####XX"});
        row("singles only", 2, {"AXAXA"}, {"#X#XA"});
    }
    void choices()
    {
        QFETCH(QStringList, picture);
        QFETCH(uint, quantity);
        QFETCH(QStringList, expected);
        const SampleEvent event = drawn(picture);
        BestQuery query;
        query.quantity = quantity;
        const QStringList found = marked(picture, bestSeats(event.state(), query));
        QCOMPARE(found.join(QLatin1Char('\n')), expected.join(QLatin1Char('\n')));
    }

    void oneAreaOrAny()
    {
        const QStringList picture{QStringLiteral("AAAA"), QStringLiteral("BBBB")};
        SampleEvent event = drawn(picture);
        BestQuery query;
        query.quantity = 2;
        query.area = PriceAreaIndex{1};
        QCOMPARE(marked(picture, bestSeats(event.state(), query)).last(), QStringLiteral("##BB"));
        query.area.reset();
        QCOMPARE(marked(picture, bestSeats(event.state(), query)).first(), QStringLiteral("##AA"));
        EventTerms terms = event.terms();
        terms.prices[0] = terms.prices[1] = std::nullopt;
        event = SampleEvent(event.state().planPtr(), terms);
        QCOMPARE(marked(picture, bestSeats(event.state(), query)).last(), QStringLiteral("##BB"));
    }

    void nextBestCyclesThroughTheRest()
    {
        const QStringList picture{QStringLiteral("AAAAAAAA")};
        const SampleEvent event = drawn(picture);
        BestQuery query;
        query.quantity = 2;
        QStringList offers;
        for (;;) {
            const std::vector<SeatIndex> seats = bestSeats(event.state(), query);
            if (seats.empty())
                break;
            offers += marked(picture, seats).first();
            query.except.insert(query.except.end(), seats.begin(), seats.end());
            std::sort(query.except.begin(), query.except.end());
        }
        // Seats that were only shown are still free: beside them nothing is single.
        QCOMPARE(offers, (QStringList{QStringLiteral("AAA##AAA"), QStringLiteral("##AAAAAA"),
                                      QStringLiteral("AAAAAA##"), QStringLiteral("AA#AA#AA")}));
    }

    void wheelchairPlacesWhenAskedFor()
    {
        const QStringList picture{QStringLiteral("AAAAAA"), QStringLiteral("AAAAa>"), QStringLiteral("AAAAAA")};
        const SampleEvent event = drawn(picture);
        BestQuery query;
        query.quantity = 2;
        query.wheelchair = true;
        QCOMPARE(marked(picture, bestSeats(event.state(), query)).at(1), QStringLiteral("AAAA##"));
        query.quantity = 7; // more than a row: the wheelchair place and its neighbours first
        const QStringList split = marked(picture, bestSeats(event.state(), query));
        QVERIFY2(split.at(1).contains(QStringLiteral("#####")), qPrintable(split.join(QLatin1Char('\n'))));
        const SampleEvent none = drawn({QStringLiteral("AAAAAA")});
        QVERIFY(bestSeats(none.state(), query).empty());
    }

    void withinAnAllotment()
    {
        const QStringList picture{QStringLiteral("AAAAAAAA")};
        SampleEvent event = drawn(picture);
        const Places allotted = event.places({"Main/1/6", "Main/1/7", "Main/1/8"});
        event.append(AllotmentGranted{idOf<DeviceId>(1), allotted, std::chrono::hours(1), event.now});
        BestQuery query;
        query.quantity = 2;
        query.within = Fence{2};
        QCOMPARE(marked(picture, bestSeats(event.state(), query)).first(), QStringLiteral("AAAAAA##"));
        query.quantity = 4;
        QVERIFY(bestSeats(event.state(), query).empty());
        query.within.reset();
        QCOMPARE(marked(picture, bestSeats(event.state(), query)).first(), QStringLiteral("A####AAA"));
        query.within = Fence{9};
        QVERIFY(bestSeats(event.state(), query).empty());
    }

    void alternativesAreNearAndDisjoint()
    {
        const QStringList picture{QStringLiteral("AAAAAAAA"), QStringLiteral("AAXXAAAA"), QStringLiteral("BBBBBBBB")};
        const SampleEvent event = drawn(picture);
        const std::vector<SeatIndex> lost = event.places({"Main/2/3", "Main/2/4"}).seats;
        const auto groups = alternatives(event.state(), lost);
        QCOMPARE(groups.size(), std::size_t{3});
        QCOMPARE(marked(picture, groups[0]).first(), QStringLiteral("AA##AAAA"));
        std::vector<SeatIndex> all = lost;
        for (const std::vector<SeatIndex>& group : groups) {
            QCOMPARE(group.size(), lost.size());
            all.insert(all.end(), group.begin(), group.end());
            for (const SeatIndex seat : group)
                QCOMPARE(event.plan().seat(seat).priceArea.value, 0);
        }
        std::sort(all.begin(), all.end());
        QVERIFY(std::adjacent_find(all.begin(), all.end()) == all.end());
        QVERIFY(alternatives(event.state(), {}).empty());
        QVERIFY(alternatives(event.state(), std::vector<SeatIndex>(51, SeatIndex{0})).empty());
    }

    // Against a slow search over every window of every row, on random houses.
    void noWindowIsBetter()
    {
        for (std::uint64_t key = 0; key < 400; ++key) {
            KeyedRandom random(7, key);
            QStringList picture;
            for (int row = 0; row < 6; ++row) {
                QString line;
                for (int seat = 0; seat < 14; ++seat)
                    line += QLatin1Char(random.pick(std::vector<char>{'A', 'A', 'A', 'X', seat == 6 ? '_' : 'A'}));
                picture += line;
            }
            const SampleEvent event = drawn(picture);
            BestQuery query;
            query.quantity = static_cast<std::uint32_t>(random.between(1, 6));
            const std::vector<SeatIndex> found = bestSeats(event.state(), query);
            const std::vector<SeatIndex> slow = slowSearch(event.state(), query.quantity);
            if (!slow.empty())
                QCOMPARE(marked(picture, found).join(QLatin1Char('\n')), marked(picture, slow).join(QLatin1Char('\n')));
            else
                QVERIFY(found.empty() || found.size() == query.quantity);
        }
    }

private:
    static bool isFree(const EventState& state, std::int64_t seat)
    {
        return seat >= 0 && seat < state.plan().seatCount() &&
               state.seat(SeatIndex{static_cast<std::uint32_t>(seat)}).status == SeatStatus::Free;
    }

    // Are seat and seat + 1 neighbours that are both free?
    static bool goOn(const EventState& state, std::int64_t seat)
    {
        return isFree(state, seat) && isFree(state, seat + 1) &&
               state.plan().isBesidePrevious(SeatIndex{static_cast<std::uint32_t>(seat + 1)});
    }

    static std::vector<SeatIndex> slowSearch(const EventState& state, std::uint32_t quantity)
    {
        std::pair best{3, std::uint64_t{0}};
        std::vector<SeatIndex> seats;
        for (std::int64_t first = 0; first + quantity <= state.plan().seatCount(); ++first) {
            const std::int64_t last = first + quantity - 1;
            bool together = isFree(state, first);
            std::uint64_t distance = 0;
            for (std::int64_t i = first; i <= last; ++i) {
                together = together && (i == last || goOn(state, i));
                distance += state.plan().focalDistanceMm(SeatIndex{static_cast<std::uint32_t>(i)});
            }
            const int before = goOn(state, first - 1) && !goOn(state, first - 2) ? 1 : 0;
            const int after = goOn(state, last) && !goOn(state, last + 1) ? 1 : 0;
            const std::pair score{before + after, distance};
            if (!together || score >= best)
                continue;
            best = score;
            seats.clear();
            for (std::int64_t i = first; i <= last; ++i)
                seats.push_back(SeatIndex{static_cast<std::uint32_t>(i)});
        }
        return seats;
    }
};

QTEST_GUILESS_MAIN(BestSeatsTest)
#include "best_seats_test.moc"
