// How long a hold lasts.
#include "tests/support/sample_events.h"

#include <QTest>

#include <set>

using namespace parterre;
using namespace parterre::testing;

namespace {

constexpr Milliseconds minute{60'000};

PlaceHold place(const SampleEvent& event, std::uint64_t id, Channel channel)
{
    return {idOf<HoldId>(id), idOf<HolderId>(1), channel, event.places({"Stalls/1/1"})};
}

} // namespace

class HoldTimeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whenAFansSeatsComeBackIsNotToBeFoundOut()
    {
        std::set<std::int64_t> extras;
        for (std::uint64_t id = 1; id < 65'536; id += 1'023) {
            SampleEvent event;
            event.must(place(event, id, Channel::Fan));
            extras.insert((event.state().hold(idOf<HoldId>(id))->expiresAt - event.now - 8 * minute).count());
        }
        QVERIFY(*extras.begin() >= 0 && *extras.rbegin() < 60'000);
        QVERIFY2(extras.size() == 65 && *extras.begin() < 1'000 && *extras.rbegin() > 58'000, "spread evenly");
        SampleEvent event;
        event.must(place(event, 65'535, Channel::Counter));
        QCOMPARE(event.state().hold(idOf<HoldId>(65'535))->expiresAt, event.now + 8 * minute);
    }
};

QTEST_GUILESS_MAIN(HoldTimeTest)
#include "hold_time_test.moc"
