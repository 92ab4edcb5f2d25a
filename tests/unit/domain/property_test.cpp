// Properties of decide() and apply() over random command sequences: what must hold after every single command.
#include "tests/unit/domain/random_commands.h"
#include "tests/unit/domain/reference_model.h"

#include <QTest>

using namespace parterre;
using namespace parterre::testing;

namespace {

constexpr std::uint64_t seed = 20'261'124;
constexpr std::uint64_t sequences = 2'400;
constexpr int commandsEach = 200;

SeatPlanPtr smallPlan()
{
    return planFromText({"AAAA_AA", "BBb>BB", "@ Floor C 9"});
}

EventTerms smallTerms(const SeatPlan& plan)
{
    EventTerms terms = sampleTerms(plan);
    terms.prices[2] = std::nullopt; // area B is sold at the reduced price only
    terms.holds.maxHoldsPerHolder = 3;
    terms.holds.maxUnitsPerFanHold = 4;
    return terms;
}

bool isFact(const Command& command)
{
    return std::holds_alternative<SellAllotted>(command) || std::holds_alternative<ReturnPlaces>(command) ||
           std::holds_alternative<SealAllotment>(command);
}

// The one device and fence whose allotment the command may make smaller.
std::optional<std::pair<Fence, DeviceId>> mayShrink(const EventState& state, const Command& command)
{
    if (const auto* sell = std::get_if<SellAllotted>(&command))
        return std::pair(sell->fence, sell->device);
    if (const auto* back = std::get_if<ReturnPlaces>(&command))
        return std::pair(back->fence, back->device);
    if (const auto* seal = std::get_if<SealAllotment>(&command))
        return std::pair(seal->fence, seal->device);
    const auto* place = std::get_if<PlaceHold>(&command);
    const Allotment* own = place ? state.allotmentOf(DeviceId{place->holder.bytes}) : nullptr;
    if (own && place->channel == Channel::Counter)
        return std::pair(own->fence, own->device);
    return std::nullopt;
}

// One random life of an event, checked at every step.
class Life
{
public:
    Life(const SeatPlanPtr& plan, std::uint64_t key) : m_random(seed, key), m_plan(plan), m_state(plan), m_model(*plan)
    {}

    // What broke first, or nothing.
    std::string run()
    {
        std::string broken = carryOut(CreateEvent{smallTerms(*m_plan)});
        for (int i = 0; i < commandsEach && broken.empty(); ++i) {
            if (m_random.chance(1, 3))
                m_now = m_now + Milliseconds(m_random.below(5 * 60'000));
            broken = carryOut(RandomCommands(m_random, m_state, m_now).draw());
        }
        return broken.empty() ? replay() : broken;
    }

    std::array<int, std::variant_size_v<EntryBody>> entriesOf{};
    int refused = 0;

private:
    std::string carryOut(const Command& command)
    {
        const std::map<Fence, Allotment> allotments = m_state.allotments();
        const auto shrinking = mayShrink(m_state, command);
        const Result<std::vector<EntryBody>> decision = decide(m_state, command, m_now);
        if (!decision) {
            ++refused;
            return refusalOf(command, decision.error());
        }
        for (const EntryBody& body : *decision) {
            if (!mayRelease(command, body))
                return "command " + std::to_string(command.index()) + " takes a live hold from its holder";
            if (std::string broken = append(body, *decision); !broken.empty())
                return broken;
        }
        if (std::string broken = m_state.audit(); !broken.empty())
            return "audit: " + broken;
        if (std::string broken = m_model.compare(m_state); !broken.empty())
            return broken;
        if (std::string broken = authority(shrinking, allotments); !broken.empty())
            return broken;
        return repeat(command);
    }

    // A hold ends before its time by its own holder's wish or by a fact, and by nothing else.
    bool mayRelease(const Command& command, const EntryBody& body) const
    {
        const auto* released = std::get_if<HoldReleased>(&body);
        const Hold* hold = released && !released->expired ? m_state.hold(released->hold) : nullptr;
        if (!hold)
            return true;
        if (std::holds_alternative<SellAllotted>(command))
            return !hold->paying;
        if (const auto* release = std::get_if<ReleaseHold>(&command))
            return release->hold == hold->id && release->holder == hold->holder;
        if (const auto* place = std::get_if<PlaceHold>(&command))
            return place->replaces == hold->id && place->holder == hold->holder;
        const auto* best = std::get_if<PlaceBestHold>(&command);
        return best && best->replaces == hold->id && best->holder == hold->holder;
    }

    std::string append(const EntryBody& body, const std::vector<EntryBody>& decision)
    {
        LogEntry entry{m_state.seq() + 1, m_now, {}, body};
        if (std::string broken = m_model.fold(entry, m_now); !broken.empty())
            return broken;
        std::vector<SeatSlot> before;
        for (std::uint32_t i = 0; i < m_plan->seatCount(); ++i)
            before.push_back(m_state.seat(SeatIndex{i}));
        const std::vector<SeatIndex> touched = touchedSeats(m_state, body);
        if (Result<void> applied = tryApply(m_state, entry); !applied)
            return applied.error().detail;
        for (std::uint32_t i = 0; i < m_plan->seatCount(); ++i)
            if ((before[i] != m_state.seat(SeatIndex{i})) !=
                std::binary_search(touched.begin(), touched.end(), SeatIndex{i}))
                return "touchedSeats is wrong about a seat of entry " + std::to_string(entry.seq);
        if (std::holds_alternative<CaseOpened>(body) && decision.size() != 1)
            return "a case is opened and something applied (I21)";
        ++entriesOf[body.index()];
        m_log.push_back(std::move(entry));
        return {};
    }

    // Facts are refused for their own faults only.
    std::string refusalOf(const Command& command, const Error& error) const
    {
        if (!isFact(command))
            return {};
        switch (error.code) {
        case ErrorCode::Malformed:
        case ErrorCode::UnknownSeat:
        case ErrorCode::AmountMismatch:
        case ErrorCode::AllotmentForeign:
            return {};
        default:
            return "a fact was refused: " + std::string(wireName(error.code));
        }
    }

    // I4: places leave an allotment only by the word of its own counter.
    std::string authority(const std::optional<std::pair<Fence, DeviceId>>& shrinking,
                          const std::map<Fence, Allotment>& before) const
    {
        for (const auto& [fence, allotment] : before) {
            const Allotment* after = m_state.allotment(fence);
            const bool same = after && *after == allotment;
            if (!same && shrinking != std::pair(fence, allotment.device))
                return "allotment " + std::to_string(fence.value) + " lost places without its counter's word";
        }
        return {};
    }

    // Asking again is harmless (only the one extension of a hold says that it is used up).
    std::string repeat(const Command& command) const
    {
        const Result<std::vector<EntryBody>> again = decide(m_state, command, m_now);
        if (std::holds_alternative<ExtendHold>(command))
            return !again && again.error().code == ErrorCode::ExtensionUsed ? "" : "a hold can be extended twice";
        const auto* back = std::get_if<ReturnPlaces>(&command);
        if (back && !back->places.standing.empty())
            return {}; // units have no names: returning two again returns two more
        if (!again)
            return "a repeat is refused: " + std::string(wireName(again.error().code));
        return again->empty() ? "" : "a repeat of command " + std::to_string(command.index()) + " does something";
    }

    std::string replay() const
    {
        EventState fresh(m_plan);
        for (const LogEntry& entry : m_log)
            if (Result<void> applied = tryApply(fresh, entry); !applied)
                return "replay: " + applied.error().detail;
        return fresh == m_state ? "" : "the replayed log is another state";
    }

    KeyedRandom m_random;
    SeatPlanPtr m_plan;
    EventState m_state;
    ReferenceModel m_model;
    std::vector<LogEntry> m_log;
    Instant m_now = sampleNow;
};

} // namespace

class PropertyTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anySequenceKeepsTheInvariants()
    {
        const SeatPlanPtr plan = smallPlan();
        std::array<int, std::variant_size_v<EntryBody>> entries{};
        int refused = 0;
        for (std::uint64_t key = 0; key < sequences; ++key) {
            Life life(plan, key);
            const std::string broken = life.run();
            if (!broken.empty())
                QFAIL(qPrintable(QStringLiteral("sequence %1: %2").arg(key).arg(QString::fromStdString(broken))));
            for (std::size_t i = 0; i < entries.size(); ++i)
                entries[i] += life.entriesOf[i];
            refused += life.refused;
        }
        QString counts;
        for (const int count : entries)
            counts += QString::number(count) + QLatin1Char(' ');
        qInfo().noquote() << "entries by kind:" << counts << "refused:" << refused;
        // The sequences are worth nothing when a kind of entry hardly ever happens.
        for (std::size_t i = 0; i < entries.size(); ++i)
            QVERIFY2(entries[i] >= 1'000, qPrintable(QStringLiteral("entry kind %1 is rare").arg(i)));
    }
};

QTEST_GUILESS_MAIN(PropertyTest)
#include "property_test.moc"
